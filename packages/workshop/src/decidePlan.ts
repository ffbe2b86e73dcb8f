/** Judging what is asked of the running order, the timer and the course of the workshop. */
import type { Command } from './command.ts'
import type { Moment } from './decideBoard.ts'
import type { Decision, Refusal } from './decision.ts'
import { refuse } from './decision.ts'
import type { Person, Workshop } from './state.ts'

/** Commands that this file judges. */
type PlanCommand = Extract<
  Command,
  {
    type:
      | 'workshop.describe'
      | 'workshop.end'
      | 'workshop.reopen'
      | 'workshop.reset'
      | 'plan.set'
      | 'stage.add'
      | 'stage.change'
      | 'stage.move'
      | 'stage.remove'
      | 'stage.go'
      | 'timer.start'
      | 'timer.extend'
      | 'timer.stop'
  }
>

/** Judges one of them by somebody whose role may give it. */
export function decidePlan(
  _workshop: Workshop,
  _command: PlanCommand,
  _actor: Person,
  _moment: Moment,
): Decision | Refusal {
  return refuse('not_allowed', 'Not yet.')
}
