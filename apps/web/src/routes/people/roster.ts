/** The roster as facilitators read it: who is here and how, how many of what, who is looked for. */
import type { WorkshopView } from '@moot/workshop'
import type { Listed } from '../workshop/peopleHere.ts'
import { isPresent, peopleInOrder } from '../workshop/peopleHere.ts'

/** How somebody takes part just now. */
export type Standing =
  | { readonly kind: 'here' }
  | { readonly kind: 'away' }
  /** On the list of names, and not come yet. */
  | { readonly kind: 'expected' }
  /** Without a connection; `helper` acts for them, who may be away just now. */
  | { readonly kind: 'assisted'; readonly helper: string; readonly isHelperHere: boolean }

/** Somebody on the roster and how they take part. */
export interface Entry extends Listed {
  readonly standing: Standing
}

/** Everybody on the roster in the order of the People list; who is only expected comes last. */
export function rosterOf(view: WorkshopView): Entry[] {
  const entries = peopleInOrder(view).map((person) => ({ ...person, standing: standingOf(person, view) }))
  return [
    ...entries.filter(({ standing }) => standing.kind !== 'expected'),
    ...entries.filter(({ standing }) => standing.kind === 'expected'),
  ]
}

function standingOf(person: Listed, { people }: WorkshopView): Standing {
  if (person.isExpected) return { kind: 'expected' }
  if (person.helper === undefined) return { kind: person.at === null ? 'away' : 'here' }
  return { kind: 'assisted', helper: person.helper, isHelperHere: people[person.helper]?.at != null }
}

/** How many take part. Everybody present is one of facilitators, participants and observers, connected or assisted. */
export interface Counts {
  readonly present: number
  readonly connected: number
  readonly assisted: number
  readonly facilitators: number
  readonly participants: number
  readonly observers: number
  readonly away: number
  readonly expected: number
}

/** Counts a roster. */
export function countsOf(roster: readonly Entry[]): Counts {
  const present = roster.filter(isPresent)
  const count = (list: readonly Entry[], of: (entry: Entry) => boolean): number => list.filter(of).length
  return {
    present: present.length,
    connected: count(present, ({ standing }) => standing.kind !== 'assisted'),
    assisted: count(present, ({ standing }) => standing.kind === 'assisted'),
    facilitators: count(present, ({ role }) => role === 'facilitator'),
    participants: count(present, ({ role }) => role === 'participant'),
    observers: count(present, ({ role }) => role === 'observer'),
    away: count(roster, ({ standing }) => standing.kind === 'away'),
    expected: count(roster, ({ standing }) => standing.kind === 'expected'),
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Whether what somebody looks for stands in a name, or in what is said of a person; accents and capitals do not matter. */
export function isFound(query: string, said: readonly string[]): boolean {
  const parts = plain(query).split(/\s+/)
  const text = plain(said.join(' '))
  return parts.every((part) => text.includes(part))
}
