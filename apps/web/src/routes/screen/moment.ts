/** What the big screen is about just now. */
import type { StageView, WorkshopView } from '@moot/workshop'
import type { ListedSpace } from '../workshop/places.ts'
import { isRoundOpen, openSpaces } from '../workshop/places.ts'

/** One of four pictures; each has what it needs and no person. */
export type Moment =
  | { readonly kind: 'before' }
  | { readonly kind: 'spaces'; readonly spaces: readonly ListedSpace[] }
  | { readonly kind: 'board'; readonly board: string | null }
  | { readonly kind: 'ended' }

/** What is happening, from the view. Without a running order there is no *before*: the board is there at once. */
export function momentOf(view: WorkshopView): Moment {
  const { now, stages } = view
  if (now.ended !== null) return { kind: 'ended' }
  const hasPlan = Object.keys(stages).length > 0
  if (hasPlan && now.stage === null && now.round === 0) return { kind: 'before' }
  // Spaces that are not open yet are nowhere to go: until then people are together.
  if (now.focus !== 'spaces' || !isRoundOpen(view)) return { kind: 'board', board: now.board }
  return { kind: 'spaces', spaces: openSpaces(view.spaces) }
}

/** The current activity, its place among the steps of its part or of the whole running order, and its part. */
export interface CurrentStep {
  readonly stage: StageView
  /** From 1. */
  readonly step: number
  readonly steps: number
}

/** Where in the running order we are; `undefined` without a current activity. */
export function currentStep({ stages, now }: Pick<WorkshopView, 'stages' | 'now'>): CurrentStep | undefined {
  const stage = now.stage === null ? undefined : stages[now.stage]
  if (stage === undefined) return undefined
  const inOrder = Object.values(stages).toSorted((a, b) => a.order - b.order)
  const at = inOrder.indexOf(stage)
  if (stage.part === '') return { stage, step: at + 1, steps: inOrder.length }
  // A part is a run of steps: the same title again later is another part.
  let [from, to] = [at, at]
  while (inOrder[from - 1]?.part === stage.part) from -= 1
  while (inOrder[to + 1]?.part === stage.part) to += 1
  return { stage, step: at - from + 1, steps: to - from + 1 }
}
