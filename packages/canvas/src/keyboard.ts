/** Keys, while the canvas itself has the focus. Words are typed elsewhere: no key here ever types. */
import {
  addNoteInView,
  duplicateSelected,
  nudge,
  removeSelected,
  startEditing,
  startEditingKey,
  visit,
  walk,
} from './actions.ts'
import type { CanvasSession } from './CanvasSession.ts'
import { countOf, itemOf, keyOf, keysOf } from './items.ts'
import { readingOrder } from './readingOrder.ts'
import { onToolKey, putWithEnter } from './tools/toolKeys.ts'

/** px that an arrow moves a note, and with Shift. */
const STEP = 10
const LONG_STEP = 50
/** Part of the view that an arrow moves the board when nothing is selected. */
const PAN_PART = 0.15

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Acts on a key; `true` where it did, so that neither the browser nor tldraw acts on it too. */
export function onKey(session: CanvasSession, event: KeyboardEvent): boolean {
  const { key } = event
  const mod = event.ctrlKey || event.metaKey
  if (key !== 'Tab' && key !== 'Shift') {
    if (key !== 'Escape') session.tabLeaves = false
  }
  if (mod && !event.altKey) return onCommand(session, key.toLowerCase(), event.shiftKey)
  if (event.altKey || mod) return false
  const arrow = ARROWS[key]
  if (arrow !== undefined) return onArrow(session, arrow, event.shiftKey)
  switch (key) {
    case 'Tab':
      return onTab(session, event.shiftKey ? -1 : 1)
    case 'Escape':
      return onEscape(session)
    case 'Enter':
    case 'F2':
      return onEnter(session)
    case 'Delete':
    case 'Backspace':
      if (session.selectedKeys().length === 0) return false
      void removeSelected(session)
      return true
    default:
      return session.settings.letterKeys === false ? false : onLetter(session, event)
  }
}

function onCommand(session: CanvasSession, key: string, shift: boolean): boolean {
  switch (key) {
    case 'a':
      selectAll(session)
      return true
    case 'd':
      duplicateSelected(session)
      return true
    case 'z':
      if (shift) redo(session)
      else undo(session)
      return true
    case 'y':
      redo(session)
      return true
    default:
      // Copying is an event of its own; zooming the page is the browser's and stays so.
      return false
  }
}

function onArrow(session: CanvasSession, [dx, dy]: readonly [number, number], shift: boolean): boolean {
  const selected = session.selectedKeys().length > 0 && !session.readOnly
  if (selected) {
    const step = shift ? LONG_STEP : STEP
    nudge(session, dx * step, dy * step)
    return true
  }
  const editor = session.editor
  if (editor === null) return false
  const view = session.camera.view()
  const { x, y, z } = editor.getCamera()
  editor.setCamera({ x: x - dx * view.w * PAN_PART, y: y - dy * view.h * PAN_PART, z }, { immediate: true })
  return true
}

function onTab(session: CanvasSession, by: 1 | -1): boolean {
  const leaves = session.tabLeaves
  session.tabLeaves = false
  return !leaves && walk(session, by)
}

/** Lets go, then lets go of the selection, then lets Tab leave the canvas. */
function onEscape(session: CanvasSession): boolean {
  const busy = session.editor !== null && !session.editor.isIn('select.idle')
  if (busy) {
    // A gesture is called off; a tool that does nothing just now is put down.
    session.editor?.cancel()
    return true
  }
  session.tabLeaves = true
  if (session.selectedKeys().length === 0) return false
  session.select([])
  return true
}

function onEnter(session: CanvasSession): boolean {
  if (putWithEnter(session)) return true
  const { selectedIds, selectedFigures } = session.state.getState()
  const [key] = keysOf({ notes: selectedIds, figures: selectedFigures })
  if (key === undefined) return false
  if (session.readOnly) visit(session, itemOf(key))
  else startEditingKey(session, key)
  return true
}

function onLetter(session: CanvasSession, event: KeyboardEvent): boolean {
  // Shift-1 is "!" on many keyboards and something else on others: the place of the key tells.
  const key = event.shiftKey && event.code === 'Digit1' ? '1' : event.key.toLowerCase()
  switch (key) {
    case 'n': {
      const added = addNoteInView(session)
      if (added !== null) startEditing(session, added)
      return added !== null
    }
    case '+':
    case '=':
      session.camera.zoom('in')
      return true
    case '-':
      session.camera.zoom('out')
      return true
    case '0':
      session.camera.zoom('reset')
      return true
    case '1':
      session.views.fitBoard()
      return true
    default:
      return onToolKey(session, key)
  }
}

/** Selects every note and figure; what lies behind them is neither and never comes along. */
export function selectAll(session: CanvasSession): void {
  session.select(readingOrder(session.board).map(({ item }) => keyOf(item)))
  session.announce(session.settings.labels.selected(countOf(session.selection())))
}

export function undo(session: CanvasSession): void {
  if (session.readOnly || !session.undo.canUndo) return
  session.undo.undo()
  session.announce(session.settings.labels.undone)
}

export function redo(session: CanvasSession): void {
  if (session.readOnly || !session.undo.canRedo) return
  session.undo.redo()
  session.announce(session.settings.labels.redone)
}
