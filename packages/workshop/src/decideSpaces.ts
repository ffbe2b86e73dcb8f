/** Judging what is asked of spaces, and what everybody is to be told. */
import type { Command } from './command.ts'
import type { Moment } from './decideBoard.ts'
import type { Decision, Refusal } from './decision.ts'
import { refuse } from './decision.ts'
import type { Person, Workshop } from './state.ts'

/** Commands that this file judges. */
type SpacesCommand = Extract<
  Command,
  {
    type:
      | 'spaces.prepare'
      | 'spaces.open'
      | 'spaces.mix'
      | 'spaces.back'
      | 'space.add'
      | 'space.change'
      | 'space.remove'
      | 'space.enter'
      | 'space.help'
      | 'space.nudge'
      | 'space.noteTaker'
      | 'people.send'
      | 'announce'
      | 'invite.here'
      | 'invite.end'
      | 'board.lock'
  }
>

/** Judges one of them by somebody whose role may give it. */
export function decideSpaces(
  _workshop: Workshop,
  _command: SpacesCommand,
  _actor: Person,
  _moment: Moment,
): Decision | Refusal {
  return refuse('not_allowed', 'Not yet.')
}
