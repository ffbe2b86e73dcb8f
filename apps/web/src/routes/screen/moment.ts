/** What the big screen is about just now. */
import type { StageView, WorkshopView } from '@moot/workshop'
import type { ListedSpace } from '../workshop/places.ts'
import { isRoundOpen, openSpaces } from '../workshop/places.ts'
import type { StepOf } from '../workshop/runningOrder.ts'
import { stagesInOrder, stepOf } from '../workshop/runningOrder.ts'
import { hasPlan } from '../workshop/sight.ts'

/** One of six pictures; each has what it needs and no person. */
export type Moment =
  | { readonly kind: 'before' }
  | { readonly kind: 'spaces'; readonly spaces: readonly ListedSpace[] }
  | { readonly kind: 'board'; readonly board: string | null }
  /** People offer and place topics. */
  | { readonly kind: 'topics' }
  /** Reports are read. */
  | { readonly kind: 'reports' }
  | { readonly kind: 'ended' }

/** What is happening, from the view. Without a running order there is no *before*: the board is there at once. */
export function momentOf(view: WorkshopView): Moment {
  const { now } = view
  if (now.ended !== null) return { kind: 'ended' }
  if (hasPlan(view) && now.stage === null && now.round === 0) return { kind: 'before' }
  // Spaces that are not open yet are nowhere to go: until then people are together.
  if (now.focus !== 'spaces' || !isRoundOpen(view)) return togetherNow(view)
  return { kind: 'spaces', spaces: openSpaces(view.spaces) }
}

/** What everybody looks at together: topics and reports where the activity is about them, else the board. */
function togetherNow({ now, stages, reports }: WorkshopView): Moment {
  const kind = now.stage === null ? undefined : stages[now.stage]?.kind
  if (kind === 'marketplace') return { kind: 'topics' }
  // News without any conversation before it is something else that the facilitators have in mind.
  if ((kind === 'news' || kind === 'harvest') && Object.keys(reports).length > 0) return { kind: 'reports' }
  return { kind: 'board', board: now.board }
}

/** The current activity and its place among the steps of its part, or of the whole running order. */
export interface CurrentStep extends StepOf {
  readonly stage: StageView
}

/** Where in the running order we are; `undefined` without a current activity. */
export function currentStep({ stages, now }: Pick<WorkshopView, 'stages' | 'now'>): CurrentStep | undefined {
  const all = stagesInOrder(stages)
  const stage = all.find(({ id }) => id === now.stage)
  return stage === undefined ? undefined : { stage, ...stepOf(all, stage) }
}
