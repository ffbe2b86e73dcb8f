/** Who may do what: the table of methods §0.3 as data, as far as there are commands for it. */
import type { Command } from './command.ts'
import type { Role } from './state.ts'

/** Roles that may give each command. */
export const PERMISSIONS: { readonly [T in Command['type']]: readonly Role[] } = {
  'workshop.rename': ['facilitator'],
  'workshop.ask': ['facilitator'],
  'person.rename': ['facilitator', 'participant', 'observer'],
  'board.rename': ['facilitator'],
  'board.add': ['facilitator'],
  'board.copy': ['facilitator'],
  'board.move': ['facilitator'],
  'board.remove': ['facilitator'],
  'board.restore': ['facilitator'],
  'board.undoPerson': ['facilitator'],
  'link.facilitator': ['facilitator'],
  'person.rejoinCode': ['facilitator', 'participant', 'observer'],
}

/** Whether a role may write on open boards. Observers see everything that is open and change nothing. */
export function mayWrite(role: Role): boolean {
  return role !== 'observer'
}
