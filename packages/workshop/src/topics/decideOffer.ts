/** Judging how topics come to be offered: drafts, turns, and the marketplace itself. */
import type { Moment } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import type { Person, Workshop } from '../state.ts'
import type { TopicsCommand } from './decideTopics.ts'
import { NO_SUCH_TOPIC } from './topicHere.ts'

/** Commands that this file judges. */
export type OfferCommand = Extract<
  TopicsCommand,
  { type: `market.${string}` | `drafts.${string}` | `turn.${string}` | `draft.${string}` | 'topic.offer' }
>

/** Judges one of them by somebody whose role may give it. */
export function decideOffer(
  _workshop: Workshop,
  _command: OfferCommand,
  _actor: Person,
  _moment: Moment,
): Decision | Refusal {
  return NO_SUCH_TOPIC
}
