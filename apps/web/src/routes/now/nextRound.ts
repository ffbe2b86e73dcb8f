/** What comes after the step that is on: the round in which the next topics wait. */
import type { TopicView, WorkshopView } from '@moot/workshop'
import type { ListedStage } from '../workshop/runningOrder.ts'
import { stagesInOrder } from '../workshop/runningOrder.ts'
import { topicsOfRound } from '../workshop/topicsHere.ts'

type Order = Pick<WorkshopView, 'stages' | 'topics' | 'spaces' | 'now'>

/** The first round after the current step in which topics wait. */
export function nextRound(
  view: Order,
): { readonly stage: ListedStage; readonly topics: readonly TopicView[] } | undefined {
  for (const stage of stagesAfter(view)) {
    if (stage.where !== 'round') continue
    const topics = topicsOfRound(view, stage.id).filter(({ state }) => state === 'scheduled')
    if (topics.length > 0) return { stage, topics }
  }
  return undefined
}

/**
 * Whether that round is the very next step, and this one is not for writing on a board of its own: what there is to do is
 * to choose where to go.
 */
export const isRoundNext = (view: Order): boolean => {
  const [next] = stagesAfter(view)
  const here = view.now.stage === null ? undefined : view.stages[view.now.stage]
  return next !== undefined && here?.board === null && nextRound(view)?.stage.id === next.id
}

function stagesAfter({ stages, now }: Order): ListedStage[] {
  const order = stagesInOrder(stages)
  return order.slice(order.findIndex(({ id }) => id === now.stage) + 1)
}
