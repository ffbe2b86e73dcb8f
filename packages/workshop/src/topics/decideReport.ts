/** Judging what is asked of reports (methods §1.6). */
import type { Moment } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import type { Person, Workshop } from '../state.ts'
import type { TopicsCommand } from './decideTopics.ts'
import { NO_SUCH_TOPIC } from './topicHere.ts'

/** Commands that this file judges. */
export type ReportCommand = Extract<TopicsCommand, { type: `report.${string}` | 'reports.gather' }>

/** Judges one of them by somebody whose role may give it. */
export function decideReport(
  _workshop: Workshop,
  _command: ReportCommand,
  _actor: Person,
  _moment: Moment,
): Decision | Refusal {
  return NO_SUCH_TOPIC
}
