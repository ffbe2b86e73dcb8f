/** Whether a board can only be read just now, and why. */
import type { WorkshopView } from '@moot/workshop'

/** `locked`: by the facilitators; `activity`: the current activity asks for reading, on boards of the main room. */
export type BoardLock = 'locked' | 'activity'

/** What keeps participants from writing on a board, `undefined` where nothing does. */
export function lockOf(
  { boards, now, stages, slots }: Pick<WorkshopView, 'boards' | 'now' | 'stages' | 'slots'>,
  boardId: string,
): BoardLock | undefined {
  if (boards[boardId]?.isLocked === true) return 'locked'
  const stage = now.stage === null ? undefined : stages[now.stage]
  return stage?.isReadOnly === true && slots[boardId] === undefined ? 'activity' : undefined
}

/** Whether this person can only read a board: observers always, participants while it is locked. */
export function onlyReads(view: WorkshopView, boardId: string): boolean {
  const { role } = view.me
  return role === 'observer' || (role === 'participant' && lockOf(view, boardId) !== undefined)
}
