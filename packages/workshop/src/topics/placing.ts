/** Where a topic can be placed, and what it leads to. A cell of the grid holds one; first come, first served (OS-6). */
import type { Moment } from '../decideBoard.ts'
import type { Refusal } from '../decision.ts'
import { entryOf, isRefusal, refuse, tooLong } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import { after } from '../evolve.ts'
import type { Workshop } from '../state.ts'
import { cleanLine } from '../typed.ts'
import { holderOf } from './evolveTopics.ts'
import type { Cell } from './grid.ts'
import { cellWords, gridOf, nearestFree } from './grid.ts'
import { beginTopic } from './openTopics.ts'
import type { Place, Topic } from './topic.ts'
import { PLACE_WORDS_MAX } from './topic.ts'

const noSuchPlace = (why: string): Refusal => refuse('no_such_place', why)

/**
 * A place as it is kept, or why it is none. @param topic - id of who is to be there, or '' for a topic that does not exist
 * yet. @param now - ms since 1970, server time
 */
export function placeFor(workshop: Workshop, topic: string, wanted: Place, now: number): Place | Refusal {
  const { round, space } = wanted
  const time = round === null ? cleanLine(wanted.time) : ''
  const where = space === null ? cleanLine(wanted.where) : ''
  if (Math.max(time.length, where.length) > PLACE_WORDS_MAX) return tooLong(PLACE_WORDS_MAX)
  if (round === null && time === '')
    return refuse('words_missing', 'Say when it is to be: choose a round, or type a time.')
  if (space === null && where === '')
    return refuse('words_missing', 'Say where it is to be: choose a space, or type a place.')
  const grid = gridOf(workshop, now)
  if (round !== null) {
    const row = grid.rows.find(({ id }) => id === round)
    if (row === undefined) return noSuchPlace('That round is not there any more.')
    if (workshop.ended !== null) return noSuchPlace('The workshop has ended, and its rounds with it.')
    if (row.isOver) return noSuchPlace('That round is over. Choose a later one, or type a time.')
  }
  if (space !== null && grid.columns.every(({ id }) => id !== space))
    return noSuchPlace('That space is not there any more.')
  const place: Place = { round, time, space, where }
  const holder = holderOf(workshop.topics, place)
  if (holder === undefined || holder.id === topic || round === null || space === null) return place
  return taken(workshop, { round, space }, now)
}

/** Says what is free instead: nothing is ever stacked or overwritten. */
function taken(workshop: Workshop, cell: Cell, now: number): Refusal {
  const grid = gridOf(workshop, now)
  const words = cellWords(grid, cell)
  const free = nearestFree(grid, workshop.topics, cell).map((each) => cellWords(grid, each))
  const instead =
    free.length === 0
      ? 'No other place is free just now; type a time or a place of your own, or ask for one more space.'
      : `Free: ${free.join('; ')}.`
  return refuse(
    'cell_taken',
    `${words.slice(0, 1).toUpperCase()}${words.slice(1)} was taken a moment ago. ${instead}`,
  )
}

/** Puts a topic in a place that `placeFor` gave; where its round is on, it begins at once. */
export function placedAt(
  workshop: Workshop,
  topic: Topic,
  place: Place,
  by: string,
  moment: Moment,
): WorkshopEvent[] | Refusal {
  const placed: WorkshopEvent = { type: 'topic.placed', topic: topic.id, place, by }
  const row = gridOf(workshop, moment.now).rows.find(({ id }) => id === place.round)
  if (row?.isOn !== true) return [placed]
  const then = after(workshop, [placed], moment.now)
  const there = entryOf(then.topics, topic.id)
  const begun = there === undefined ? [] : beginTopic(then, there, null, moment)
  return isRefusal(begun) ? begun : [placed, ...begun]
}
