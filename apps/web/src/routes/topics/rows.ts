/** The rounds of an open space in their order: the rows of the grid, with what they are called and when they are. */
import type { TopicView, WorkshopView } from '@moot/workshop'
import { gridOfView } from '@moot/workshop'
import { plannedTimes } from '../order/plannedTimes.ts'
import { stagesInOrder } from '../workshop/runningOrder.ts'
import { placeLabel, roundWords } from '../workshop/topicPlace.ts'

const MINUTE_MS = 60_000

/** Where a round is in time: `next` is the first that is still to come. */
export type RowStanding = 'over' | 'on' | 'next' | 'later'

/** One round. Times are ms since 1970, server time, or `undefined` where nothing says so. */
export interface Row {
  /** The stage of the running order that it is. */
  readonly id: string
  readonly number: number
  readonly title: string
  readonly standing: RowStanding
  readonly begins: number | undefined
  readonly ends: number | undefined
  readonly minutes: number
}

/** Every round of the running order, in order. @param now - server time */
export function rowsOf(view: WorkshopView, now: number): Row[] {
  const all = stagesInOrder(view.stages)
  const at = all.findIndex(({ id }) => id === view.now.stage)
  const { begins, isIfNow } = plannedTimes(view, now)
  let hasNext = false
  return gridOfView(view, now).rows.flatMap(({ id, number, isOver, isOn }): Row[] => {
    const index = all.findIndex((each) => each.id === id)
    const stage = all[index]
    if (stage === undefined) return []
    const isPast = isOver || view.now.ended !== null
    const isNext = !isPast && !isOn && index > at && !hasNext
    if (isNext) hasNext = true
    const standing = isPast ? 'over' : isOn ? 'on' : isNext ? 'next' : 'later'
    // Times that hang on nothing but this moment would only mislead.
    const starts = isIfNow && stage.started === null ? undefined : begins.get(id)
    const planned =
      starts === undefined || stage.minutes === 0 ? undefined : starts + stage.minutes * MINUTE_MS
    const isCurrent = index === at
    const ends = isCurrent ? (view.now.timer?.ends ?? planned) : (stage.ended ?? planned)
    return [{ id, number, title: stage.title, standing, begins: starts, ends, minutes: stage.minutes }]
  })
}

/** *Round 1*. */
export function roundName({ number }: Pick<Row, 'number'>): string {
  return roundWords({ round: number, time: '' })
}

/** *Round 1 · Space 3*, or the words that somebody gave; '' for a topic without a place. @param rows - see `rowsOf` */
export function placeWords(
  { spaces }: Pick<WorkshopView, 'spaces'>,
  rows: readonly Row[],
  { place }: Pick<TopicView, 'place'>,
): string {
  if (place === null) return ''
  const { round, space, time, where } = place
  return placeLabel({
    round: rows.find(({ id }) => id === round)?.number ?? 0,
    time,
    space: space === null ? 0 : (spaces[space]?.number ?? 0),
    where,
  })
}
