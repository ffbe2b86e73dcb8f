/** Whether the dialog of all boards is open: asked for from the board's head and from the menus. */
import { create } from 'zustand'

/** What the dialog shows. */
export type BoardsView = 'all' | 'add'

/** Open at one of its views, or closed. It belongs to the frame, so that it stays when the board below it changes. */
export const useBoardsDialog = create<{ readonly view: BoardsView | undefined }>()(() => ({
  view: undefined,
}))

/** Opens the dialog. */
export function openBoards(view: BoardsView): void {
  useBoardsDialog.setState({ view })
}

/** Closes it. */
export function closeBoards(): void {
  useBoardsDialog.setState({ view: undefined })
}
