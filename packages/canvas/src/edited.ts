/** What is being written in, while the board changes under the hand. */
import type { BoardChange, Figure, Note } from '@moot/board'
import { isFigure } from '@moot/board'
import type { CanvasSession } from './CanvasSession.ts'

/** The note or figure being written in, if this change is about it; `null` where it is gone from the board. */
function changed({ board, state }: CanvasSession, change: BoardChange): Note | Figure | null | undefined {
  const { editingId, editingFigure } = state.getState()
  if (editingId !== null && change.notes.has(editingId)) return board.notes.get(editingId) ?? null
  if (editingFigure === null || !change.drawings.has(editingFigure)) return undefined
  const drawing = board.drawings.get(editingFigure)
  return drawing !== undefined && isFigure(drawing) ? drawing : null
}

/**
 * Takes in a change of the board. Where somebody removed what is being written in, its editor closes: nobody is shown as
 * writing there any more, and the canvas has the keyboard.
 */
export function onEdited(session: CanvasSession, change: BoardChange): void {
  const item = changed(session, change)
  if (item === undefined) return
  if (item !== null && item.gone === null) {
    if ('text' in item && item.text !== '') session.hadWords = true
    return
  }
  session.state.setState({ editingId: null, editingFigure: null, isEditing: false })
  session.out.set({ editing: null })
  session.undo.checkpoint()
  session.focusAfterEditing()
}
