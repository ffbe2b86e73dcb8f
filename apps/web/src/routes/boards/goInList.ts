/** Going to what a link leads to, in the list. */
import type { ReadableBoard } from '@moot/board'
import { figureKey } from '../board/chosen.ts'
import { goToItem } from '../list/goToItem.ts'
import type { LinkTarget } from './itemLinks.ts'

/** Brings a note, section or drawing to the middle of the list and gives it the focus. */
export function goInList(board: ReadableBoard, { kind, id }: LinkTarget): void {
  if (kind !== 'section') {
    goToItem(kind === 'note' ? id : figureKey(id), board.notes.get(id)?.theme ?? null)
    mark(document.activeElement?.closest('[data-item]'))
    return
  }
  const heading = document.querySelector(`[data-section="${CSS.escape(id)}"] h2`)
  if (!(heading instanceof HTMLElement)) return
  heading.focus({ preventScroll: true })
  heading.scrollIntoView({ block: 'center' })
  mark(heading)
}

/** Shows where one has come to until the next press or key: the focus alone is not drawn for who came by mouse. */
function mark(element: Element | null | undefined): void {
  if (element == null) return
  element.setAttribute('data-found', '')
  const clear = (): void => {
    element.removeAttribute('data-found')
    for (const event of EVENTS) document.removeEventListener(event, clear, { capture: true })
  }
  for (const event of EVENTS) document.addEventListener(event, clear, { capture: true })
}

const EVENTS = ['pointerdown', 'keydown'] as const
