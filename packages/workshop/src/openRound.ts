/** Judging how spaces are made ready, a round is opened in them, and people are mixed into it. */
import { boardsInSight } from './boardOrder.ts'
import type { Command } from './command.ts'
import type { Moment } from './decideBoard.ts'
import { boardsLeft, freeTitle, TOO_MANY_BOARDS } from './decideBoard.ts'
import type { Decision, Refusal } from './decision.ts'
import { accept, entryOf, isRefusal, refuse, tooLong } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import { mix, unitsOf } from './mixing.ts'
import type { Space } from './spaces.ts'
import {
  breakouts,
  currentRound,
  isRoundOn,
  nextRoundNumber,
  SLOT_TITLE_MAX,
  slotLabel,
  slotOf,
  SPACES_MAX,
} from './spaces.ts'
import type { Workshop } from './state.ts'
import { QUESTION_MAX } from './state.ts'
import { numberBesideRows, roundNumbers } from './topics/grid.ts'
import { isTopicRoundOn } from './topics/openTopics.ts'
import { unplaced } from './topics/unplace.ts'
import { cleanLine, cleanText } from './typed.ts'

type Place = Pick<Space, 'id' | 'number'>
type SentPlaces = Extract<WorkshopEvent, { type: 'people.sent' }>['places']

/** Refuses what needs a round that is on. */
export const NO_ROUND = refuse('no_round', 'No spaces are open just now. Open them first.')
const TOO_MANY_SPACES = refuse(
  'too_many_spaces',
  `There are ${SPACES_MAX} spaces already, and no more can be made.`,
)

/** Judges `spaces.prepare`. */
export function decidePrepare(
  workshop: Workshop,
  count: number,
  by: string,
  moment: Moment,
): Decision | Refusal {
  const ready = prepared(workshop, count, by, moment)
  return isRefusal(ready) ? ready : accept(...ready.events)
}

interface Ready {
  readonly events: readonly WorkshopEvent[]
  /** The breakouts that are in sight then, from 1. */
  readonly places: readonly Place[]
  /** Boards that are made by it. */
  readonly boards: number
}

/** So many breakouts in sight and the others folded away, with hallway, help desk and a spare. */
function prepared(workshop: Workshop, count: number, by: string, moment: Moment): Ready | Refusal {
  const { newId } = moment
  if (!Number.isInteger(count) || count < 1 || count > SPACES_MAX)
    return refuse('bad_count', `Choose a number of spaces from 1 to ${SPACES_MAX}.`)
  const events: WorkshopEvent[] = []
  const known = breakouts(workshop.spaces)
  const add = (kind: Space['kind'], number: number, isHidden: boolean, board: string | null): Place => {
    const id = newId()
    events.push({ type: 'space.added', space: id, kind, number, isHidden, board })
    return { id, number }
  }
  const places = Array.from({ length: count }, (_, at): Place => {
    const space = known.find(({ number }) => number === at + 1)
    if (space === undefined) return add('breakout', at + 1, false, null)
    if (space.isHidden) events.push({ type: 'space.changed', space: space.id, isHidden: false })
    return space
  })
  const beyond = known.filter((space) => !places.includes(space))
  for (const space of beyond) events.push(...folded(workshop, space, by, moment))
  if (beyond.length === 0 && count < SPACES_MAX) add('breakout', count + 1, true, null)
  const others = Object.values(workshop.spaces).filter(({ kind }) => kind !== 'breakout')
  if (!others.some(({ kind }) => kind === 'help')) add('help', 0, false, null)
  if (others.some(({ kind, isGone }) => kind === 'hallway' && !isGone)) return { events, places, boards: 0 }
  if (boardsLeft(workshop) < 1) return TOO_MANY_BOARDS
  const board = newId()
  const title = freeTitle(boardsInSight(workshop.boards), 'Hallway')
  events.push({ type: 'board.added', board, doc: newId(), title, template: 'blank' })
  add('hallway', 0, false, board)
  return { events, places, boards: 1 }
}

/** Folds a space away; whoever was sent there may choose again, and topics that were to be there have no place. */
export function folded(workshop: Workshop, space: Space, by: string, moment: Moment): WorkshopEvent[] {
  if (space.isHidden) return []
  const freed = Object.values(workshop.people)
    .filter(({ sent }) => sent?.space === space.id)
    .map(({ id }) => ({ person: id, space: null }))
  return [
    { type: 'space.changed', space: space.id, isHidden: true },
    ...(freed.length === 0 ? [] : [{ type: 'people.sent' as const, places: freed }]),
    ...unplaced(workshop, (place) => place.space === space.id, by, moment),
  ]
}

/** Judges `spaces.open`. */
export function decideOpen(
  workshop: Workshop,
  command: Extract<Command, { type: 'spaces.open' }>,
  by: string,
  moment: Moment,
): Decision | Refusal {
  const before = workshop.rounds.length
  // Two facilitators who open together mean the same round.
  if (command.round !== undefined && command.round !== before)
    return command.round === before - 1
      ? accept()
      : refuse('moved_on', 'Another round has been opened meanwhile. Look where you are first.')
  // What topics have is theirs: more spaces come beside them, and the round goes on.
  if (isTopicRoundOn(workshop)) return decideOpenBeside(workshop, command, by, moment)
  const ready = prepared(workshop, command.count, by, moment)
  if (isRefusal(ready)) return ready
  const { template, fill } = command
  const isTooMany = template !== '' && boardsLeft(workshop) < ready.boards + ready.places.length
  if (isTooMany) return TOO_MANY_BOARDS
  const number = numberToOpen(workshop)
  const made = slotsMade(ready.places, number, command, moment)
  if (isRefusal(made)) return made
  const places = fill === 'random' ? mixed(workshop, ready.places, moment) : []
  return accept(
    ...ready.events,
    ...made.boards,
    {
      type: 'round.opened',
      stage: workshop.stage,
      fill,
      slots: made.slots,
      ...(template !== '' && number !== nextRoundNumber(workshop.rounds) && { number }),
    },
    ...(places.length === 0 ? [] : [{ type: 'people.sent' as const, places }]),
  )
}

/** A row of the grid has its number; a round beside them takes one that none of them has or will have. */
function numberToOpen(workshop: Workshop): number {
  const own = workshop.stage === null ? undefined : roundNumbers(workshop).get(workshop.stage)
  const isOpened = workshop.rounds.some(({ stage, number }) => stage === workshop.stage && number === own)
  return own === undefined || isOpened ? numberBesideRows(workshop) : own
}

type Open = Extract<Command, { type: 'spaces.open' }>
type NewSlots = Extract<WorkshopEvent, { type: 'round.opened' }>['slots']

/** A part in a round for each place: what it is about, and a board unless people only talk. */
function slotsMade(
  places: readonly Place[],
  round: number,
  said: Pick<Open, 'template' | 'slots' | 'question'>,
  { newId }: Moment,
): { readonly boards: WorkshopEvent[]; readonly slots: NewSlots } | Refusal {
  const { template } = said
  const boards: WorkshopEvent[] = []
  const slots: NewSlots = []
  for (const { id, number } of places) {
    const about = said.slots?.[number - 1]
    const title = cleanLine(about?.title ?? '')
    const question = cleanText(about?.question ?? said.question ?? '')
    if (title.length > SLOT_TITLE_MAX) return tooLong(SLOT_TITLE_MAX)
    if (question.length > QUESTION_MAX) return tooLong(QUESTION_MAX)
    const board = template === '' ? null : newId()
    if (board !== null)
      boards.push({
        type: 'board.added',
        board,
        doc: newId(),
        title: slotLabel(round, number, title),
        template,
      })
    slots.push({ space: id, board, title, question })
  }
  return { boards, slots }
}

/** Further spaces in a round of topics: those that no topic has get what was asked for; no space is folded. */
function decideOpenBeside(workshop: Workshop, command: Open, by: string, moment: Moment): Decision | Refusal {
  const inSight = breakouts(workshop.spaces).filter(({ isHidden }) => !isHidden)
  const count = Math.max(command.count, ...inSight.map(({ number }) => number))
  const ready = prepared(workshop, count, by, moment)
  if (isRefusal(ready)) return ready
  const free = ready.places.filter(
    ({ id, number }) => number <= command.count && slotOf(workshop, id) === undefined,
  )
  if (command.template !== '' && boardsLeft(workshop) < ready.boards + free.length) return TOO_MANY_BOARDS
  const made = slotsMade(free, currentRound(workshop)?.number ?? 0, command, moment)
  if (isRefusal(made)) return made
  return accept(
    ...ready.events,
    ...made.boards,
    ...made.slots.map((slot): WorkshopEvent => ({ type: 'slot.added', slot })),
  )
}

/** Judges `spaces.mix`: everybody anew into the spaces of the round that is on. */
export function decideMix(workshop: Workshop, moment: Moment): Decision | Refusal {
  if (!isRoundOn(workshop)) return NO_ROUND
  const open = breakouts(workshop.spaces).filter(
    ({ id, isHidden }) => !isHidden && slotOf(workshop, id) !== undefined,
  )
  if (open.length === 0) return NO_ROUND
  const places = mixed(workshop, open, moment).filter(
    ({ person, space }) => entryOf(workshop.people, person)?.sent?.space !== space,
  )
  return places.length === 0 ? accept() : accept({ type: 'people.sent', places })
}

function mixed(workshop: Workshop, spaces: readonly Place[], { here, seed }: Moment): SentPlaces {
  const units = unitsOf(workshop, here)
  const groups = mix({ units, groups: spaces.length, workshop, seed })
  return groups.flatMap((people, at) => {
    const space = spaces[at]?.id
    return space === undefined ? [] : people.map((person) => ({ person, space }))
  })
}

/** Judges `space.add`: the folded spare if there is one, else the next number, in the round if one is on. */
export function decideAddSpace(workshop: Workshop, moment: Moment): Decision | Refusal {
  const known = breakouts(workshop.spaces)
  const spare = known.find(({ isHidden }) => isHidden)
  if (spare !== undefined) return unfold(workshop, spare, moment)
  if (known.length >= SPACES_MAX) return TOO_MANY_SPACES
  // A number that was removed in this round is not given again in it: people know their space by it.
  const inRound = currentRound(workshop)?.slots.map(
    ({ space }) => entryOf(workshop.spaces, space)?.number ?? 0,
  )
  const number = Math.max(0, ...known.map((space) => space.number), ...(inRound ?? [])) + 1
  const id = moment.newId()
  const slot = newSlot(workshop, { id, number }, moment)
  return isRefusal(slot)
    ? slot
    : accept(
        { type: 'space.added', space: id, kind: 'breakout', number, isHidden: false, board: null },
        ...slot,
      )
}

/** Unfolds a space; while a round is on it takes part in it from now on. */
export function unfold(workshop: Workshop, space: Space, moment: Moment): Decision | Refusal {
  const slot = space.kind === 'breakout' ? newSlot(workshop, space, moment) : []
  return isRefusal(slot) ? slot : accept({ type: 'space.changed', space: space.id, isHidden: false }, ...slot)
}

/**
 * A place in the round that is on, with a board like the others'; none where it has one or no round is on. Between topics
 * it is a free place: the topic that comes there brings its board.
 */
function newSlot(workshop: Workshop, { id, number }: Place, { newId }: Moment): WorkshopEvent[] | Refusal {
  const round = currentRound(workshop)
  if (round === undefined || !isRoundOn(workshop) || slotOf(workshop, id) !== undefined) return []
  if (isTopicRoundOn(workshop)) return []
  const [first] = round.slots
  const template = first?.board == null ? undefined : entryOf(workshop.boards, first.board)?.template
  const question = first !== undefined && isSame(round.slots) ? first.question : ''
  const slot = { space: id, title: '', question }
  if (template === undefined) return [{ type: 'slot.added', slot: { ...slot, board: null } }]
  if (boardsLeft(workshop) < 1) return TOO_MANY_BOARDS
  const board = newId()
  const title = slotLabel(round.number, number, '')
  return [
    { type: 'board.added', board, doc: newId(), title, template },
    { type: 'slot.added', slot: { ...slot, board } },
  ]
}

/** Whether all spaces talk about one question. */
const isSame = (slots: readonly { readonly question: string }[]): boolean =>
  slots.every(({ question }) => question === slots[0]?.question)
