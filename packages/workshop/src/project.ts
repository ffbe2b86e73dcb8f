/** What one person may see of the workshop: the only way that state leaves the server. */
import type { BoardGone, Role, Workshop } from './state.ts'

/** Where somebody is just now, from their open connections. */
export interface Presence {
  /** Board they look at, or `null` while elsewhere in the workshop. */
  readonly board: string | null
  /** Note whose words they are changing, or `null`. */
  readonly note: string | null
}

/** Somebody on the roster as others see them. */
export interface PersonView {
  readonly name: string
  readonly role: Role
  /** `null` while they have no connection. */
  readonly at: Presence | null
}

/** A board as the clients need it. */
export interface BoardView {
  readonly title: string
  readonly doc: string
  readonly template: string
  readonly order: number
  /** Only for facilitators, and only on boards that were taken away: by whom, and when (ms since 1970, server time). */
  readonly gone?: BoardGone
}

/** Keys of the workshop's links, as far as this person may hand them on. */
export interface LinksView {
  readonly join?: string
  /** Eight letters, for typing in. */
  readonly code?: string
  readonly observer?: string
}

/** What one person may see: sent whole after `hello`, then as changes. Two levels deep, so that changes stay small. */
export interface WorkshopView {
  readonly workshop: {
    readonly id: string
    readonly title: string
    readonly question: string
    readonly created: number
  }
  readonly me: { readonly person: string; readonly role: Role }
  readonly people: Readonly<Record<string, PersonView>>
  readonly boards: Readonly<Record<string, BoardView>>
  /** Who is behind a Yjs client id, for cursors; connected ones only. Keys are decimal numbers. */
  readonly clients: Readonly<Record<string, string>>
  readonly links: LinksView
}

/** What `project` needs besides the workshop. */
export interface Around {
  readonly presence: ReadonlyMap<string, Presence>
  readonly clients: ReadonlyMap<number, string>
  readonly links: { readonly join: string; readonly code: string; readonly observer: string }
}

/** The view of one person, or `undefined` for somebody who is not on the roster. */
export function project(workshop: Workshop, person: string, around: Around): WorkshopView | undefined {
  const me = Object.hasOwn(workshop.people, person) ? workshop.people[person] : undefined
  if (me === undefined) return undefined
  const boards: Record<string, BoardView> = {}
  for (const { id, title, doc, template, order, gone } of Object.values(workshop.boards)) {
    if (gone === null) boards[id] = { title, doc, template, order }
    else if (me.role === 'facilitator') boards[id] = { title, doc, template, order, gone }
  }
  const people: Record<string, PersonView> = {}
  for (const each of Object.values(workshop.people)) {
    const at = around.presence.get(each.id) ?? null
    // What a client says of itself may name anything; others hear of boards that they have.
    const isHere = at?.board == null || Object.hasOwn(boards, at.board)
    people[each.id] = { name: each.name, role: each.role, at: isHere ? at : { board: null, note: null } }
  }
  const clients: Record<string, string> = {}
  for (const [client, owner] of around.clients) clients[String(client)] = owner
  return {
    workshop: {
      id: workshop.id,
      title: workshop.title,
      question: workshop.question,
      created: workshop.created,
    },
    me: { person, role: me.role },
    people,
    boards,
    clients,
    links: linksFor(me.role, around.links),
  }
}

function linksFor(role: Role, links: Around['links']): LinksView {
  switch (role) {
    case 'facilitator':
      return links
    case 'participant':
      return { join: links.join, code: links.code }
    case 'observer':
      return {}
    default:
      return role satisfies never
  }
}
