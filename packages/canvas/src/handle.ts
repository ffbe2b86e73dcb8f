/** What a toolbar holds: the canvas's actions under plain names. */
import {
  addNoteInView,
  duplicateSelected,
  recolourSelected,
  removeSelected,
  restackSelected,
  restyleSelected,
  startEditing,
  startEditingFigure,
  stopEditing,
  visit,
} from './actions.ts'
import type { CanvasSession } from './CanvasSession.ts'
import { keysOf } from './items.ts'
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
    editFigure: (id) => startEditingFigure(session, id),
    setTool: (tool) => {
      stopEditing(session)
      session.setTool(tool)
    },
    put: (tool) => session.drawing.putInView(tool),
    focusNote: (id) => {
      session.focus()
      visit(session, { root: 'notes', id }, true)
    },
    focusItem: (item) => {
      session.focus()
      visit(session, item, true)
    },
    focus: () => session.focus(),
    select: (notes, figures = []) => session.select(keysOf({ notes, figures })),
    selectAll: () => selectAll(session),
    selectNone: () => session.select([]),
    selectedNotes: () => session.state.getState().selectedIds,
    recolour: (color) => recolourSelected(session, color),
    duplicate: () => duplicateSelected(session),
    restyle: (style) => restyleSelected(session, style),
    bringToFront: () => restackSelected(session, 'front'),
    sendToBack: () => restackSelected(session, 'back'),
    placeFor: (w, h) => session.views.placeFor(w, h),
    view: () => session.camera.view(),
    lead: (box) => session.camera.lead(box),
    onView: (listener) => session.camera.onView(listener),
    remove: async () => {
      await removeSelected(session)
    },
    undo: () => undo(session),
    redo: () => redo(session),
    zoomIn: () => session.camera.zoom('in'),
    zoomOut: () => session.camera.zoom('out'),
    zoomReset: () => session.camera.zoom('reset'),
    fitBoard: () => session.views.fitBoard(),
    showBox: (box) => {
      session.focus()
      session.camera.show(box, true)
    },
  }
}
