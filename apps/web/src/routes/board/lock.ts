/** Whether a board can only be read just now, as far as this person is concerned. */
import type { WorkshopView } from '@moot/workshop'
import { lockOf, mayOnBoard } from '@moot/workshop'

/** Whether this person can only read a board: observers always, participants while it is locked. */
export function onlyReads(view: WorkshopView, boardId: string): boolean {
  return mayOnBoard(view.me.role, lockOf(view, boardId)) !== 'write'
}
