/** Who may do what: the table of methods §0.3 as data, as far as there are commands for it. */
import type { Command } from './command.ts'
import type { Role } from './state.ts'

const ALL: readonly Role[] = ['facilitator', 'participant', 'observer']
const WRITERS: readonly Role[] = ['facilitator', 'participant']
const FACILITATORS: readonly Role[] = ['facilitator']

/** Roles that may give each command; some commands ask for more than a role, see `decide`. */
export const PERMISSIONS: { readonly [T in Command['type']]: readonly Role[] } = {
  'workshop.rename': FACILITATORS,
  'workshop.ask': FACILITATORS,
  'workshop.describe': FACILITATORS,
  'workshop.end': FACILITATORS,
  'workshop.reopen': FACILITATORS,
  'workshop.reset': FACILITATORS,
  'plan.set': FACILITATORS,
  'stage.add': FACILITATORS,
  'stage.change': FACILITATORS,
  'stage.move': FACILITATORS,
  'stage.remove': FACILITATORS,
  'stage.go': FACILITATORS,
  'timer.start': FACILITATORS,
  'timer.extend': FACILITATORS,
  'timer.stop': FACILITATORS,
  'person.rename': ALL,
  'person.about': ALL,
  'person.appoint': FACILITATORS,
  'person.stepDown': FACILITATORS,
  'person.remove': FACILITATORS,
  'person.assist': FACILITATORS,
  'person.setHelper': FACILITATORS,
  'help.ask': WRITERS,
  'help.answer': FACILITATORS,
  'people.expect': FACILITATORS,
  'person.done': WRITERS,
  'person.try': FACILITATORS,
  'spaces.prepare': FACILITATORS,
  'spaces.open': FACILITATORS,
  'spaces.mix': FACILITATORS,
  'spaces.back': FACILITATORS,
  'space.add': FACILITATORS,
  'space.change': FACILITATORS,
  'space.remove': FACILITATORS,
  'space.enter': ALL,
  // Whoever is there may call for help, and say that it has come.
  'space.help': WRITERS,
  'space.nudge': FACILITATORS,
  // Anybody in the space may take the pen.
  'space.noteTaker': WRITERS,
  'people.send': FACILITATORS,
  'person.inCall': FACILITATORS,
  announce: FACILITATORS,
  'invite.here': FACILITATORS,
  'invite.end': FACILITATORS,
  'board.lock': FACILITATORS,
  'board.rename': FACILITATORS,
  'board.add': FACILITATORS,
  'board.copy': FACILITATORS,
  'board.move': FACILITATORS,
  'board.remove': FACILITATORS,
  'board.restore': FACILITATORS,
  'board.undoPerson': FACILITATORS,
  'link.facilitator': FACILITATORS,
  'person.rejoinCode': ALL,
}

/** Whether a role may write on open boards. Observers see everything that is open and change nothing. */
export function mayWrite(role: Role): boolean {
  return role !== 'observer'
}
