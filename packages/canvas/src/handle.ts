/** What a toolbar holds: the canvas's actions under plain names. */
import {
  addNoteInView,
  duplicateSelected,
  raiseSelected,
  recolourSelected,
  removeSelected,
  startEditing,
  stopEditing,
  visit,
} from './actions.ts'
import type { CanvasSession } from './CanvasSession.ts'
import { redo, selectAll, undo } from './keyboard.ts'
import type { CanvasHandle } from './props.ts'

/** The handle of one session. */
export function handleOf(session: CanvasSession): CanvasHandle {
  return {
    state: session.state,
    addNote: (options) => {
      stopEditing(session)
      const id = addNoteInView(session, options)
      if (id !== null) startEditing(session, id)
      return id
    },
    editNote: (id) => startEditing(session, id),
    stopEditing: () => stopEditing(session),
    focusNote: (id) => {
      session.focus()
      visit(session, id)
    },
    focus: () => session.focus(),
    select: (ids) => session.select(ids),
    selectAll: () => selectAll(session),
    selectNone: () => session.select([]),
    selectedNotes: () => session.state.getState().selectedIds,
    recolour: (color) => recolourSelected(session, color),
    duplicate: () => duplicateSelected(session),
    bringToFront: () => raiseSelected(session),
    remove: async () => {
      await removeSelected(session)
    },
    undo: () => undo(session),
    redo: () => redo(session),
    zoomIn: () => session.camera.zoom('in'),
    zoomOut: () => session.camera.zoom('out'),
    zoomReset: () => session.camera.zoom('reset'),
    fitBoard: () => session.fitBoard(),
  }
}
