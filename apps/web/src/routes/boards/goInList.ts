/** Going to what a link leads to, in the list. */
import type { ReadableBoard } from '@moot/board'
import { figureKey } from '../board/chosen.ts'
import { goToItem } from '../list/goToItem.ts'
import type { LinkTarget } from './itemLinks.ts'

/** Brings a note, section or drawing to the middle of the list and gives it the focus. */
export function goInList(board: ReadableBoard, { kind, id }: LinkTarget): void {
  if (kind !== 'section') {
    goToItem(kind === 'note' ? id : figureKey(id), board.notes.get(id)?.theme ?? null)
    return
  }
  const heading = document.querySelector(`[data-section="${CSS.escape(id)}"] h2`)
  if (!(heading instanceof HTMLElement)) return
  heading.focus({ preventScroll: true })
  heading.scrollIntoView({ block: 'start' })
}
