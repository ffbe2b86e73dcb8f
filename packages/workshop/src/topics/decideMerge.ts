/** Judging how topics are joined, taken apart again, and split (OS-8, OS-9). */
import type { Moment } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import type { Person, Workshop } from '../state.ts'
import type { TopicsCommand } from './decideTopics.ts'
import { NO_SUCH_TOPIC } from './topicHere.ts'

/** Commands that this file judges. */
export type MergeCommand = Extract<
  TopicsCommand,
  { type: 'topic.askMerge' | `merge.${string}` | 'topic.unmerge' | 'topic.split' }
>

/** Judges one of them by somebody whose role may give it. */
export function decideMerge(
  _workshop: Workshop,
  _command: MergeCommand,
  _actor: Person,
  _moment: Moment,
): Decision | Refusal {
  return NO_SUCH_TOPIC
}
