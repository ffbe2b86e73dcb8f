/** What one person may see of the workshop: the only way that state leaves the server. */
import { boardsInSight } from './boardOrder.ts'
import { given } from './changed.ts'
import { entryOf } from './decision.ts'
import { assistedBy } from './roster.ts'
import { currentRound } from './spaces.ts'
import { currentStage } from './stages.ts'
import type { Person, Role, Workshop } from './state.ts'
import { isCounted } from './counted.ts'
import { roundNumbers } from './topics/grid.ts'
import { marketView, myTopicsView, reportsView, topicsView } from './topics/projectTopics.ts'
import type {
  AnnouncementView,
  BoardView,
  LinksView,
  MeView,
  NowView,
  PersonView,
  Presence,
  EarlierSlot,
  SlotView,
  SpaceView,
  StageView,
  WorkshopView,
} from './view.ts'

/** Announcements that a person gets. */
const ANNOUNCEMENTS_SHOWN = 10

/** What `project` needs besides the workshop. */
export interface Around {
  readonly presence: ReadonlyMap<string, Presence>
  readonly clients: ReadonlyMap<number, string>
  readonly links: { readonly join: string; readonly code: string; readonly observer: string }
  /** What people missed, by person; those who missed nothing are left out. */
  readonly missed: ReadonlyMap<string, { readonly since: number; readonly notes: number }>
  /** ms since 1970, server time. */
  readonly now: number
  /** People with an open connection. */
  readonly here: ReadonlySet<string>
  /** When those who have none left, ms since 1970. */
  readonly left: { readonly get: (person: string) => number | undefined }
}

/** What everybody of one role sees alike. */
export type SharedView = Omit<WorkshopView, 'me'>

/** The view of one person, or `undefined` for somebody who is not on the roster. */
export function project(workshop: Workshop, person: string, around: Around): WorkshopView | undefined {
  const me = projectMe(workshop, person, around)
  return me === undefined ? undefined : { ...projectShared(workshop, me.role, around), me }
}

/** What is one person's own, or `undefined` for somebody who is not on the roster any more. */
export function projectMe(workshop: Workshop, person: string, around: Around): MeView | undefined {
  const me = entryOf(workshop.people, person)
  if (me === undefined || me.gone !== null) return undefined
  const assists = assistedBy(workshop, person)
  return {
    person,
    role: me.role,
    about: me.about,
    space: me.space,
    sent: me.sent,
    isDone: me.isDone,
    assists: assists.map(({ id }) => id),
    helped: Object.fromEntries(assists.map(({ id, about }) => [id, about])),
    asks: Object.values(workshop.asks)
      .filter(({ by }) => by === person)
      .map(({ name }) => name),
    announcements: announcementsFor(workshop, me),
    missed: around.missed.get(person) ?? null,
    topics: myTopicsView(workshop, person, around.now, around),
  }
}

function announcementsFor(workshop: Workshop, me: Person): AnnouncementView[] {
  return workshop.announcements
    .filter(
      ({ to, kind }) =>
        to === null ||
        // What is said to some, those who lead hear; the question of a nudge is for those who are there.
        (me.role === 'facilitator' && kind === 'words') ||
        to.includes(me.space ?? me.sent?.space ?? ''),
    )
    .slice(-ANNOUNCEMENTS_SHOWN)
    .toReversed()
    .map(({ id, text, kind, at, to }) => ({ id, text, kind, at, isForAll: to === null }))
}

/** The boards that somebody gets: nothing else of the view names another one. */
type Boards = Readonly<Record<string, BoardView>>

/** What everybody of a role sees alike: made once, however many they are. */
export function projectShared(workshop: Workshop, role: Role, around: Around): SharedView {
  const isFacilitator = role === 'facilitator'
  const boards: Record<string, BoardView> = {}
  for (const { id, title, doc, template, order, isLocked, gone } of Object.values(workshop.boards)) {
    const board = { title, doc, template, order, ...(isLocked && { isLocked }) }
    if (gone === null) boards[id] = board
    else if (isFacilitator) boards[id] = { ...board, gone }
  }
  const clients: Record<string, string> = {}
  for (const [client, owner] of around.clients) clients[String(client)] = owner
  const asks = Object.values(workshop.asks).map(({ id, name, by, at }) => [id, { name, by, at }] as const)
  const { follows, framing } = workshop
  return {
    workshop: {
      id: workshop.id,
      title: workshop.title,
      question: workshop.question,
      created: workshop.created,
      follows: follows === null ? null : { title: follows.title },
      carried: workshop.carried,
      ...framing,
    },
    now: nowOf(workshop, around, boards),
    people: peopleFor(workshop, isFacilitator, around, boards),
    boards,
    stages: stagesOf(workshop, boards),
    spaces: spacesFor(workshop, isFacilitator),
    slots: Object.fromEntries(Object.entries(slotsOf(workshop)).filter(([id]) => Object.hasOwn(boards, id))),
    asks: isFacilitator ? Object.fromEntries(asks) : {},
    perspectives: isFacilitator ? perspectivesOf(workshop) : {},
    market: marketView(workshop),
    topics: topicsView(workshop, boards),
    reports: reportsView(workshop),
    clients,
    links: linksFor(role, around.links),
  }
}

function peopleFor(
  workshop: Workshop,
  isFacilitator: boolean,
  around: Around,
  boards: Boards,
): Record<string, PersonView> {
  const hasSpaces = workshop.rounds.length > 0
  const people: Record<string, PersonView> = {}
  for (const each of Object.values(workshop.people)) {
    const { id, name, role, way, about, space, sent, isInCall, gone } = each
    // A list of who may come is for those who invited them; who came is everybody’s to see.
    if (way.kind === 'expected' && !isFacilitator) continue
    const at = around.presence.get(id) ?? null
    // What a client says of itself may name anything; others hear of boards that they have.
    const isHere = at?.board == null || Object.hasOwn(boards, at.board)
    people[id] = {
      name,
      role,
      at: isHere ? at : { board: null, note: null },
      ...(way.kind === 'assisted' && { helper: way.helper }),
      ...(way.kind === 'expected' && { isExpected: true }),
      ...(way.kind === 'trial' && { isTrial: true }),
      ...(gone !== null && { isGone: true }),
      ...(isFacilitator && about.needs !== '' && { needs: about.needs }),
      ...(isFacilitator && hasSpaces && { place: { space, sent: sent?.space ?? null, isInCall } }),
    }
  }
  return people
}

function nowOf(workshop: Workshop, { presence }: Around, boards: Boards): NowView {
  const { invitation } = workshop
  const leadsAway = invitation?.kind === 'here' && !Object.hasOwn(boards, invitation.board)
  const round = currentRound(workshop)
  const counted = Object.values(workshop.people).filter(isCounted)
  const here = counted.filter(({ id, way }) => way.kind === 'assisted' || presence.has(id))
  return {
    stage: workshop.stage,
    focus: workshop.focus,
    timer: workshop.timer,
    ended: workshop.ended,
    board: mainBoard(workshop),
    round: workshop.rounds.length,
    roundStage: round?.stage ?? null,
    fill: round?.fill ?? 'choose',
    done: here.filter(({ isDone }) => isDone).length,
    here: here.length,
    invitation: leadsAway ? null : invitation,
  }
}

/** The board of the main room that people are led to: the current stage's, else the first that is no space's. */
export function mainBoard(workshop: Workshop): string | null {
  const inSight = boardsInSight(workshop.boards)
  const ofStage = currentStage(workshop)?.board
  if (inSight.some(({ id }) => id === ofStage)) return ofStage ?? null
  const slots = slotsOf(workshop)
  const others = new Set(workshop.stages.map(({ board }) => board))
  const free = inSight.filter(({ id }) => !Object.hasOwn(slots, id))
  return (free.find(({ id }) => !others.has(id)) ?? free[0] ?? inSight[0])?.id ?? null
}

function stagesOf(workshop: Workshop, boards: Boards): Record<string, StageView> {
  const numbers = roundNumbers(workshop)
  return Object.fromEntries(
    workshop.stages.map(({ id, board, ...stage }, order) => [
      id,
      {
        ...stage,
        order,
        board: board !== null && Object.hasOwn(boards, board) ? board : null,
        ...given({ round: numbers.get(id) }),
      },
    ]),
  )
}

function spacesFor(workshop: Workshop, isFacilitator: boolean): Record<string, SpaceView> {
  const { spaces } = workshop
  const slots = new Map(currentRound(workshop)?.slots.map((slot) => [slot.space, slot]))
  const people = headCounts(workshop)
  const views: Record<string, SpaceView> = {}
  for (const { id, kind, number, videoName, videoLink, isHidden, help, board, isGone } of Object.values(
    spaces,
  )) {
    if (isGone || (isHidden && !isFacilitator)) continue
    const slot = slots.get(id)
    const boardId = slot?.board ?? board
    const isInSight = boardId !== null && entryOf(workshop.boards, boardId)?.gone === null
    views[id] = {
      kind,
      number,
      videoName,
      videoLink,
      isHidden,
      board: isInSight ? boardId : null,
      isOn: slot !== undefined && !isHidden,
      title: slot?.title ?? '',
      question: slot?.question ?? '',
      noteTaker: slot?.noteTaker ?? null,
      people: people.get(id) ?? 0,
      helpAt: help?.at ?? null,
    }
  }
  return views
}

/** Participants by the space that they chose last; observers and facilitators are not counted. */
export function headCounts({ people }: Workshop): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const person of Object.values(people)) {
    if (person.space === null || !isCounted(person)) continue
    counts.set(person.space, (counts.get(person.space) ?? 0) + 1)
  }
  return counts
}

/**
 * Which space and round each board of a space belongs to, those of earlier rounds and removed spaces included; and the
 * boards of topics that never were in one.
 */
export function slotsOf({
  rounds,
  spaces,
  topics,
  boards,
}: Pick<Workshop, 'rounds' | 'spaces' | 'topics' | 'boards'>): Record<string, SlotView> {
  const slots: Record<string, SlotView> = {}
  for (const { board, questions } of Object.values(topics)) {
    if (board === null) continue
    const title = entryOf(boards, board)?.title ?? ''
    const question = questions[0]?.text ?? ''
    slots[board] = { round: 0, space: '', kind: 'topic', number: 0, title, question }
  }
  for (const { id, kind, number, board } of Object.values(spaces))
    if (board !== null) slots[board] = { round: 0, space: id, kind, number, title: '', question: '' }
  for (const round of rounds) {
    for (const { space, board, title, question } of round.slots) {
      const known = entryOf(spaces, space)
      if (board === null || known === undefined) continue
      const { kind, number } = known
      const earlier = earlierOf(slots[board], round.opened)
      slots[board] = {
        round: round.number,
        space,
        kind,
        number,
        title,
        question,
        ...(earlier.length > 0 && { earlier }),
      }
    }
  }
  return slots
}

/** Where a board was before it went on in a round that was opened then. */
function earlierOf(slot: SlotView | undefined, until: number): readonly EarlierSlot[] {
  if (slot?.kind !== 'breakout') return []
  const { round, number, title, earlier = [] } = slot
  return [...earlier, { round, number, title, until }]
}

/** The round, space and title that a board had when something was said on it, ms since 1970, server time. */
export function slotAt(slot: SlotView, said: number): Pick<SlotView, 'round' | 'number' | 'title'> {
  return slot.earlier?.find(({ until }) => said < until) ?? slot
}

function perspectivesOf({ people }: Workshop): Record<string, number> {
  const counts = new Map<string, number>()
  for (const person of Object.values(people)) {
    const { perspective } = person.about
    if (perspective !== '' && isCounted(person)) counts.set(perspective, (counts.get(perspective) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
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
