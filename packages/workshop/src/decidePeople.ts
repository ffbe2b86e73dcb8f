/** Judging what is asked about people. */
import type { Command } from './command.ts'
import type { Moment } from './decideBoard.ts'
import type { Decision, Refusal } from './decision.ts'
import { refuse } from './decision.ts'
import type { Person, Workshop } from './state.ts'

/** Commands that this file judges. */
type PeopleCommand = Extract<
  Command,
  {
    type:
      | 'person.rename'
      | 'person.about'
      | 'person.appoint'
      | 'person.stepDown'
      | 'person.remove'
      | 'person.assist'
      | 'person.setHelper'
      | 'person.done'
      | 'person.try'
      | 'person.rejoinCode'
      | 'person.inCall'
      | 'people.expect'
      | 'help.ask'
      | 'help.answer'
  }
>

/** Judges one of them by somebody whose role may give it. */
export function decidePeople(
  _workshop: Workshop,
  _command: PeopleCommand,
  _actor: Person,
  _moment: Moment,
): Decision | Refusal {
  return refuse('not_allowed', 'Not yet.')
}
