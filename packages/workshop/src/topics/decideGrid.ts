/** Judging what is done with an offered topic: its words, its place, who comes, taking it off. */
import type { Moment } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import type { Person, Workshop } from '../state.ts'
import type { TopicsCommand } from './decideTopics.ts'
import { NO_SUCH_TOPIC } from './topicHere.ts'

/** Commands that this file judges. */
export type GridCommand = Extract<
  TopicsCommand,
  {
    type:
      | 'topic.edit'
      | 'topic.place'
      | 'topic.lift'
      | 'topic.swap'
      | 'topic.signUp'
      | 'topic.withdraw'
      | 'topic.bringBack'
  }
>

/** Judges one of them by somebody whose role may give it. */
export function decideGrid(
  _workshop: Workshop,
  _command: GridCommand,
  _actor: Person,
  _moment: Moment,
): Decision | Refusal {
  return NO_SUCH_TOPIC
}
