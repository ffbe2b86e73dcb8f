/** When each step of the running order begins and when the workshop ends, from what has happened and what is planned. */
import type { StageView, WorkshopView } from '@moot/workshop'

const MINUTE_MS = 60_000

/** A step with its id. */
export interface ListedStage extends StageView {
  readonly id: string
}

/** The running order in order. */
export function stagesInOrder(stages: WorkshopView['stages']): ListedStage[] {
  return Object.entries(stages)
    .map(([id, stage]) => ({ id, ...stage }))
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

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

/** What a step is called in a list: its number within its part, or in the whole running order where it has none. */
export function stepNumber(all: readonly ListedStage[], stage: ListedStage): number {
  const first = stage.part === '' ? 0 : startOfPart(all, stage)
  return all.indexOf(stage) - first + 1
}

/** How many steps its part has; 0 where it is a step of none. */
export function stepsOfPart(all: readonly ListedStage[], stage: ListedStage): number {
  if (stage.part === '') return 0
  const first = startOfPart(all, stage)
  const after = all.findIndex(({ part }, index) => index > first && part !== stage.part)
  return (after === -1 ? all.length : after) - first
}

/** Where the steps begin that follow one another under its part's title. */
function startOfPart(all: readonly ListedStage[], { id, part }: ListedStage): number {
  let first = all.findIndex((stage) => stage.id === id)
  while (all[first - 1]?.part === part) first -= 1
  return first
}
