/** The workshop, decided: the front door. See `../SPEC.md`. */
export { commandSchema } from './command.ts'
export type { Command } from './command.ts'
export { boardsInSight } from './boardOrder.ts'
export { decide, decideAppoint, decideJoin } from './decide.ts'
export type { FreshBoard } from './decideBoard.ts'
export type { Decision, Refusal, RefusalCode } from './decision.ts'
export { eventSchema } from './event.ts'
export type { WorkshopEvent } from './event.ts'
export { evolve } from './evolve.ts'
export { mayWrite, PERMISSIONS } from './permissions.ts'
export { project } from './project.ts'
export type { Around, BoardView, LinksView, PersonView, Presence, WorkshopView } from './project.ts'
export { cleanLine } from './typed.ts'
export {
  BOARD_TITLE_MAX,
  BOARDS_MAX,
  NAME_MAX,
  NO_WORKSHOP,
  PEOPLE_MAX,
  QUESTION_MAX,
  ROLES,
  WORKSHOP_TITLE_MAX,
} from './state.ts'
export type { BoardGone, BoardInfo, Person, Role, Workshop } from './state.ts'
