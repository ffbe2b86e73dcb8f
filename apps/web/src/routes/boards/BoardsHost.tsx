import type { RefObject } from 'react'
import { useEffect } from 'react'
import { later } from '../../parts/later.tsx'
import { closeBoards, useBoardsDialog } from './boardsDialog.ts'
import { useLinkToCopy } from './linkToCopy.ts'
import { Toasts } from './toast.tsx'

const BoardsDialog = later(async () => (await import('./BoardsDialog.tsx')).BoardsDialog)
const LinkDialog = later(async () => (await import('./LinkDialog.tsx')).LinkDialog)

/** A button that may be another element by the time the focus goes back to it. */
const theButton = (selector: string): RefObject<HTMLElement | null> => ({
  get current() {
    return document.querySelector<HTMLElement>(selector)
  },
  set current(_) {
    // Nobody sets it.
  },
})
const RETURN_FOCUS_TO = [theButton('[data-boards]'), theButton('[data-frame-menu]')]

/** What belongs to all boards and stays when the one on the screen changes: their dialog, and what was just done. */
export function BoardsHost({ boardId }: { readonly boardId: string | undefined }) {
  const shown = useBoardsDialog(({ view }) => view)
  const link = useLinkToCopy((state) => state.link)
  // Another workshop begins without it.
  useEffect(() => closeBoards, [])
  return (
    <>
      {shown === undefined ? null : (
        <BoardsDialog view={shown} boardId={boardId} returnFocusTo={RETURN_FOCUS_TO} />
      )}
      {link === undefined ? null : <LinkDialog link={link} />}
      <Toasts />
    </>
  )
}
