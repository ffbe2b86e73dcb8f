/** When each step of the running order begins and when the workshop ends, from what has happened and what is planned. */
import type { WorkshopView } from '@moot/workshop'
import { stagesInOrder } from '../workshop/runningOrder.ts'

const MINUTE_MS = 60_000

/** Times are ms since 1970, server time. */
export interface PlannedTimes {
  /** When each step began or will begin; those that were passed over are left out. */
  readonly begins: ReadonlyMap<string, number>
  readonly ends: number
  readonly minutes: number
  /** Whether the times hang on a start that is neither planned nor has happened: as if it began now. */
  readonly isIfNow: boolean
}

/** @param now - server time */
export function plannedTimes(
  { stages, now: { stage: current, timer, ended }, workshop: { starts } }: WorkshopView,
  now: number,
): PlannedTimes {
  const all = stagesInOrder(stages)
  const begins = new Map<string, number>()
  const at = all.findIndex(({ id }) => id === current)
  const isIfNow = at === -1 && starts <= now
  let next = at === -1 ? Math.max(now, starts) : now
  for (const [index, { id, started, minutes }] of all.entries()) {
    if (index < at) {
      if (started !== null) begins.set(id, started)
    } else if (index === at) {
      const begun = started ?? now
      begins.set(id, begun)
      // It lasts until its timer says, and longer where nobody has gone on by then.
      next = Math.max(now, timer?.ends ?? begun + minutes * MINUTE_MS)
    } else {
      begins.set(id, next)
      next += minutes * MINUTE_MS
    }
  }
  const minutes = all.reduce((sum, stage) => sum + stage.minutes, 0)
  return { begins, ends: ended ?? next, minutes, isIfNow }
}
