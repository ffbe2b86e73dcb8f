/** The running order as the screens tell it: its steps in order, and which step of its part one is. */
import type { StageView, WorkshopView } from '@moot/workshop'

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

/** One of so many, counted from 1. */
export interface StepOf {
  readonly number: number
  readonly total: number
}

/**
 * Which step of its part it is; `undefined` where it is part of nothing. A part is a run of steps under one title: the
 * same title again later is another part.
 */
export function stepOfPart(all: readonly ListedStage[], { id, part }: ListedStage): StepOf | undefined {
  const at = all.findIndex((stage) => stage.id === id)
  if (part === '' || at === -1) return undefined
  let [first, last] = [at, at]
  while (all[first - 1]?.part === part) first -= 1
  while (all[last + 1]?.part === part) last += 1
  return { number: at - first + 1, total: last - first + 1 }
}

/** The same, where the whole running order stands for the part that a step has none of. */
export function stepOf(all: readonly ListedStage[], stage: ListedStage): StepOf {
  return (
    stepOfPart(all, stage) ?? { number: all.findIndex(({ id }) => id === stage.id) + 1, total: all.length }
  )
}
