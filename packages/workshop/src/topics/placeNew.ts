/** A topic that was made of another one goes to its place in the same breath. */
import type { Moment } from '../decideBoard.ts'
import type { Refusal } from '../decision.ts'
import { entryOf, isRefusal } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import { after } from '../evolve.ts'
import type { Workshop } from '../state.ts'
import { placedAt, placeFor } from './placing.ts'
import type { Place } from './topic.ts'

/** Which topic goes where, if anywhere. */
interface Going {
  readonly topic: string
  readonly place: Place | undefined
  readonly by: string
}

/**
 * Events that make a topic, and those that place it; refused as a whole where the place is taken: whoever asked chooses
 * another one, and has lost nothing.
 */
export function withPlace(
  workshop: Workshop,
  events: readonly WorkshopEvent[],
  { topic: id, place: wanted, by }: Going,
  moment: Moment,
): readonly WorkshopEvent[] | Refusal {
  if (wanted === undefined) return events
  const then = after(workshop, events, moment.now)
  const topic = entryOf(then.topics, id)
  const place = placeFor(then, id, wanted, moment.now)
  if (isRefusal(place)) return place
  const placed = topic === undefined ? [] : placedAt(then, topic, place, by, moment)
  return isRefusal(placed) ? placed : [...events, ...placed]
}
