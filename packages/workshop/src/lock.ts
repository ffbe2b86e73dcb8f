/** Who may write on a board just now: the one place of this rule, for the server as for browsers. */
import { slotsOf } from './project.ts'
import { mayWrite } from './permissions.ts'
import { currentStage } from './stages.ts'
import type { Role, Workshop } from './state.ts'

/** `locked`: by the facilitators; `activity`: the current activity asks for reading, on boards of the main room. */
export type BoardLock = 'locked' | 'activity'

/** What locks are known by. A view has it; of a workshop it is made by `lockable`. */
export interface Lockable {
  readonly boards: Readonly<Record<string, { readonly isLocked?: boolean }>>
  readonly now: { readonly stage: string | null }
  readonly stages: Readonly<Record<string, { readonly isReadOnly: boolean }>>
  /** By board: those that are or were a space's. */
  readonly slots: Readonly<Record<string, unknown>>
}

/** What keeps everybody but facilitators from writing on a board, `undefined` where nothing does. */
export function lockOf({ boards, now, stages, slots }: Lockable, board: string): BoardLock | undefined {
  if (!Object.hasOwn(boards, board)) return undefined
  if (boards[board]?.isLocked === true) return 'locked'
  const stage = now.stage === null ? undefined : stages[now.stage]
  // A stage speaks of the main room alone: who is in a space goes on there.
  return stage?.isReadOnly === true && !Object.hasOwn(slots, board) ? 'activity' : undefined
}

/** What somebody of a role may do on a board; `locked` where the board is what stops them, `watch` where their role is. */
export function mayOnBoard(role: Role, lock: BoardLock | undefined): 'write' | 'watch' | 'locked' {
  if (!mayWrite(role)) return 'watch'
  return role === 'facilitator' || lock === undefined ? 'write' : 'locked'
}

/** Asked for at every word that somebody writes, and the same until the workshop changes. */
const known = new WeakMap<Workshop, Lockable>()

/** What the locks of a workshop are known by. */
export function lockable(workshop: Workshop): Lockable {
  let facts = known.get(workshop)
  if (facts === undefined) {
    const stage = currentStage(workshop)
    const { boards } = workshop
    facts =
      stage?.isReadOnly === true
        ? { boards, now: { stage: stage.id }, stages: { [stage.id]: stage }, slots: slotsOf(workshop) }
        : { boards, now: { stage: null }, stages: {}, slots: {} }
    known.set(workshop, facts)
  }
  return facts
}
