/** Judging the course of a topic: starting, ending, more time, going on, who convenes it. */
import type { Moment } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import type { Person, Workshop } from '../state.ts'
import type { TopicsCommand } from './decideTopics.ts'
import { NO_SUCH_TOPIC } from './topicHere.ts'

/** Commands that this file judges. */
export type CourseCommand = Extract<
  TopicsCommand,
  {
    type:
      | 'topic.start'
      | 'topic.end'
      | 'topic.extend'
      | 'topic.continue'
      | 'topic.takeOver'
      | 'topic.convener'
  }
>

/** Judges one of them by somebody whose role may give it. */
export function decideCourse(
  _workshop: Workshop,
  _command: CourseCommand,
  _actor: Person,
  _moment: Moment,
): Decision | Refusal {
  return NO_SUCH_TOPIC
}
