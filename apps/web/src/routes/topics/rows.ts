/** The rounds of an open space in their order: the rows of the grid, with what they are called and when they are. */
import type { TopicView, WorkshopView } from '@moot/workshop'
import { t } from '../../text/index.ts'
import '../../text/withTopics.ts'
import { plannedTimes } from '../order/plannedTimes.ts'
import { stagesInOrder } from '../workshop/runningOrder.ts'

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
  const isEnded = view.now.ended !== null
  const numbers = roundNumbers(view)
  const { begins, isIfNow } = plannedTimes(view, now)
  let hasNext = false
  return all.flatMap((stage, index): Row[] => {
    if (stage.where !== 'round') return []
    const isOver = isEnded || index < at
    const isNext = !isOver && index > at && !hasNext
    if (isNext) hasNext = true
    const standing = isOver ? 'over' : index === at ? 'on' : isNext ? 'next' : 'later'
    // Times that hang on nothing but this moment would only mislead.
    const starts = isIfNow && standing !== 'on' ? undefined : begins.get(stage.id)
    const planned =
      starts === undefined || stage.minutes === 0 ? undefined : starts + stage.minutes * MINUTE_MS
    const ends =
      standing === 'on' ? (view.now.timer?.ends ?? planned) : isOver ? (stage.ended ?? planned) : planned
    return [
      {
        id: stage.id,
        number: numbers.get(stage.id) ?? 0,
        title: stage.title,
        standing,
        begins: starts,
        ends,
        minutes: stage.minutes,
      },
    ]
  })
}

/** The numbers of all rounds by their stages: one that was opened keeps its own, the others take the next that are free. */
function roundNumbers({ stages, slots, topics }: WorkshopView): Map<string, number> {
  const numbers = new Map<string, number>()
  const taken = new Set(Object.values(slots).map(({ round }) => round))
  for (const { place, board, started } of Object.values(topics)) {
    const slot = board === null || started === null ? undefined : slots[board]
    if (place?.round == null || slot === undefined || slot.space !== place.space) continue
    numbers.set(place.round, slot.round)
  }
  let next = 1
  for (const { id, where } of stagesInOrder(stages)) {
    if (where !== 'round' || numbers.has(id)) continue
    while (taken.has(next)) next += 1
    numbers.set(id, next)
    next += 1
  }
  return numbers
}

/** *Round 1*, or the title that somebody gave it, such as *Action round*. */
export function roundName({ number }: Pick<Row, 'number'>): string {
  return t('topics.round', { number })
}

/** *Round 1 · Space 3*, or the words that somebody gave; '' for a topic without a place. @param rows - see `rowsOf` */
export function placeWords(
  { spaces }: Pick<WorkshopView, 'spaces'>,
  rows: readonly Row[],
  { place }: Pick<TopicView, 'place'>,
): string {
  if (place === null) return ''
  const row = rows.find(({ id }) => id === place.round)
  const space = place.space === null ? undefined : spaces[place.space]
  return [
    row === undefined ? place.time : roundName(row),
    space === undefined ? place.where : t('topics.space', { number: space.number }),
  ]
    .filter((words) => words !== '')
    .join(' · ')
}
