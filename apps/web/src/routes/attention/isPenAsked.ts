import type { WorkshopView } from '@moot/workshop'
import { FEW_NOTES } from '@moot/workshop'
import type { ListedSpace } from '../workshop/places.ts'
import { topicOfSpace } from '../workshop/topicsHere.ts'

/**
 * Whether it is still a question who holds the pen in a space: while they talk there and have time, nobody takes notes,
 * neither by the space nor by the report, and there are few.
 */
export function isPenAsked(
  view: Pick<WorkshopView, 'now' | 'topics' | 'reports'>,
  space: ListedSpace,
  {
    at,
    notes,
    isUp,
  }: {
    /** When it was asked. */
    readonly at: number
    /** How many are on its board; `undefined` while that is not known. */
    readonly notes: number | undefined
    /** Whether its time is up. */
    readonly isUp: boolean
  },
): boolean {
  if (view.now.focus === 'main' || view.now.ended !== null || isUp) return false
  const topic = topicOfSpace(view, space)
  // What was asked of the conversation before is no question to this one.
  if (topic !== undefined && (topic.state !== 'running' || at < (topic.started ?? 0))) return false
  const noteTaker = view.reports[topic?.id ?? '']?.noteTaker ?? space.noteTaker
  return noteTaker === null && (notes ?? 0) < FEW_NOTES
}
