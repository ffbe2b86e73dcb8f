/** Which boards cannot be changed just now, except by facilitators. */
import { currentStage } from './stages.ts'
import type { Role, Workshop } from './state.ts'

/** Asked for at every word that somebody writes, and the same until the workshop changes. */
const known = new WeakMap<Workshop, ReadonlySet<string>>()

/** Boards that are locked, or that the current stage of the running order leaves to be read alone. */
function readOnlyBoards(workshop: Workshop): ReadonlySet<string> {
  let boards = known.get(workshop)
  if (boards === undefined) {
    boards = new Set(
      Object.values(workshop.boards)
        .filter(({ id, isLocked }) => isLocked || (isReading(workshop) && !isOfSpace(workshop, id)))
        .map(({ id }) => id),
    )
    known.set(workshop, boards)
  }
  return boards
}

/** Whether people of a role can only read a board just now because of the board; of their role see `mayWrite`. */
export function isReadOnlyFor(workshop: Workshop, board: string, role: Role): boolean {
  return role !== 'facilitator' && readOnlyBoards(workshop).has(board)
}

/** A stage speaks of the main room alone: who is in a space goes on there. */
function isReading(workshop: Workshop): boolean {
  return currentStage(workshop)?.isReadOnly === true
}

/** Whether a board is or was a space's. */
function isOfSpace({ rounds, spaces }: Workshop, board: string): boolean {
  return (
    Object.values(spaces).some((space) => space.board === board) ||
    rounds.some(({ slots }) => slots.some((slot) => slot.board === board))
  )
}
