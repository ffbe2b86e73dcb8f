/** What a person does to notes from the canvas, each one step of their undo. */
import { flushSync } from 'react-dom'
import type { NewNote, NoteColor, Point } from '@moot/board'
import {
  addNotes,
  bringToFront,
  centreOf,
  CREATION,
  duplicateNotes,
  freePlaces,
  moveNotes,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  recolour,
  regionAfterMove,
  removeNotes,
} from '@moot/board'
import type { CanvasSession } from './CanvasSession.ts'
import type { Drop } from './placing.ts'
import { cardAt, groupDrops, placeBeside, placeForNew, regionInView } from './placing.ts'
import type { EditEnd } from './props.ts'
import { describe, neighbour, readingOrder } from './readingOrder.ts'

/** Runs `work` as one step of undo, apart from what came before and comes after. */
function step<T>(session: CanvasSession, work: () => T): T {
  session.undo.checkpoint()
  try {
    return work()
  } finally {
    session.undo.checkpoint()
  }
}

/** Adds one note; `at` is its top left. Returns its id, or `null` for those who may only read. */
function addOne(session: CanvasSession, fresh: Omit<NewNote, 'text'>): string | null {
  if (session.readOnly) return null
  const color = fresh.color ?? session.settings.color ?? 'lemon'
  const [id] = step(session, () => addNotes(session.writer, [{ ...fresh, text: '', color }]))
  if (id === undefined) return null
  session.lastRegion = session.board.notes.get(id)?.region ?? session.lastRegion
  session.redraw([id])
  return id
}

/** Adds a note round a point of the board. */
export function addNoteAt(session: CanvasSession, point: Point): string | null {
  const at = { x: Math.round(point.x - NOTE_WIDTH / 2), y: Math.round(point.y - NOTE_HEIGHT / 2) }
  return addOne(session, { at })
}

/** Adds a note where one is expected: in the section in view, or at the centre of view. */
export function addNoteInView(
  session: CanvasSession,
  options: { readonly region?: string | null; readonly color?: NoteColor } = {},
): string | null {
  const view = session.camera.view()
  const region =
    options.region === undefined ? regionInView(session.board, view, session.lastRegion) : options.region
  const at = placeForNew(session.board, view, region)
  return addOne(session, { at, region, ...(options.color === undefined ? {} : { color: options.color }) })
}

/** Opens a note's words. */
export function startEditing(session: CanvasSession, id: string): void {
  const note = session.board.notes.get(id)
  if (session.readOnly || note === undefined || note.gone !== null) return
  if (session.state.getState().editingId === id) return
  stopEditing(session)
  session.undo.checkpoint()
  session.redraw([id])
  session.select([id])
  session.camera.reveal(session.editorBox(id) ?? cardAt(note))
  session.out.set({ editing: id, cursor: null })
  session.hadWords = note.text !== ''
  session.lastRegion = note.region ?? session.lastRegion
  // At once, while the browser still knows that a person asked: only then does a phone show its keyboard.
  flushSync(() => session.state.setState({ editingId: id, isEditing: true, selectionBox: null }))
}

/** Puts the note down. One without words is taken away. */
export function stopEditing(session: CanvasSession): void {
  const id = session.state.getState().editingId
  if (id === null) return
  session.state.setState({ editingId: null, isEditing: false })
  session.out.set({ editing: null })
  const note = session.board.notes.get(id)
  if (note !== undefined && note.gone === null && note.text.trim() === '') {
    // A note that never had words leaves no step to undo; one that was emptied comes back with undo.
    const writer =
      session.hadWords || note.text !== '' ? session.writer : { ...session.writer, origin: CREATION }
    removeNotes(writer, [id], 'empty')
  }
  session.undo.checkpoint()
  session.refresh()
}

/** The editor is done: puts the note down and, if asked, opens the next one beside it. */
export function finishEditing(session: CanvasSession, next: EditEnd): void {
  const id = session.state.getState().editingId
  const note = id === null ? undefined : session.board.notes.get(id)
  const follows = next === 'new' && note !== undefined && note.gone === null && note.text.trim() !== ''
  stopEditing(session)
  if (follows) {
    const added = addOne(session, {
      at: placeBeside(session.board, note),
      region: note.region,
      theme: note.theme,
      color: note.color,
    })
    if (added !== null) startEditing(session, added)
  } else session.focusAfterEditing()
}

/** Where dragged or nudged notes were put; membership of sections and themes follows. */
export function dropNotes(session: CanvasSession, drops: readonly Drop[]): void {
  const { writer, board } = session
  board.doc.transact(() => {
    for (const { theme, drops: each } of groupDrops(board, drops)) {
      if (theme === undefined) moveNotes(writer, each)
      else moveNotes(writer, each, theme)
    }
  }, writer.origin)
  const [first] = drops
  const note = first === undefined ? undefined : board.notes.get(first.id)
  if (note !== undefined) session.lastRegion = note.region ?? session.lastRegion
}

/** Lets go of dragged notes: one step, one transaction. */
export function drop(session: CanvasSession): void {
  session.endDrag((drops) => step(session, () => dropNotes(session, drops)))
}

/** Shows where a drop would be filed while notes are held. */
export function aimDrag(session: CanvasSession, ids: readonly string[], dx: number, dy: number): void {
  const [first] = ids
  const note = first === undefined ? undefined : session.board.notes.get(first)
  if (note === undefined) return
  const to = regionAfterMove(session.board, note, { x: note.x + dx, y: note.y + dy })
  session.aim(to === note.region ? null : to)
}

/** Moves the selected notes by some px. */
export function nudge(session: CanvasSession, dx: number, dy: number): void {
  if (session.readOnly) return
  const drops = session.selectedIds().flatMap((id): Drop[] => {
    const note = session.board.notes.get(id)
    return note === undefined || note.gone !== null ? [] : [{ id, to: { x: note.x + dx, y: note.y + dy } }]
  })
  // Presses in quick succession are one step: undo itself joins what is written within a moment.
  if (drops.length > 0) dropNotes(session, drops)
}

export function recolourSelected(session: CanvasSession, color: NoteColor): void {
  const ids = session.selectedIds()
  if (!session.readOnly && ids.length > 0) step(session, () => recolour(session.writer, ids, color))
}

export function raiseSelected(session: CanvasSession): void {
  const ids = session.selectedIds()
  if (!session.readOnly && ids.length > 0) step(session, () => bringToFront(session.writer, ids))
}

export function duplicateSelected(session: CanvasSession): void {
  const ids = session.selectedIds()
  if (session.readOnly || ids.length === 0) return
  const copies = step(session, () => duplicateNotes(session.writer, ids))
  session.redraw(copies)
  session.select(copies)
  session.announce(session.settings.labels.added(copies.length))
}

/** Removes the selected notes; where others wrote some it asks first. */
export async function removeSelected(session: CanvasSession): Promise<boolean> {
  if (session.readOnly) return false
  const asked = session.selectedIds()
  if (asked.length === 0) return false
  const byOthers = asked.filter((id) => session.board.notes.get(id)?.by !== session.writer.person).length
  if (byOthers > 0 && !(await session.settings.onAsk({ kind: 'remove', notes: asked.length, byOthers }))) {
    session.focus()
    return false
  }
  const order = readingOrder(session.board)
  const gone = new Set(asked)
  const last = order.findLastIndex(({ note }) => gone.has(note.id))
  const after = order.slice(last + 1).find(({ note }) => !gone.has(note.id))
  session.select([])
  step(session, () => removeNotes(session.writer, asked))
  session.redraw(asked)
  session.focus()
  session.nextInTab = after?.note.id ?? null
  session.announce(session.settings.labels.removed(asked.length))
  return true
}

/** Adds pasted or copied notes: beside each other in a section, or from a point on. */
export function addMany(
  session: CanvasSession,
  fresh: readonly NewNote[],
  region: string | null,
  near: Point,
): void {
  if (session.readOnly || fresh.length === 0) return
  const from = { x: Math.round(near.x - NOTE_WIDTH / 2), y: Math.round(near.y - NOTE_HEIGHT / 2) }
  const places = freePlaces(session.board, region, fresh.length, from)
  const ids = step(session, () =>
    addNotes(
      session.writer,
      fresh.map((each, index) => ({
        ...each,
        region,
        ...(places[index] === undefined ? {} : { at: places[index] }),
      })),
    ),
  )
  session.lastRegion = region ?? session.lastRegion
  session.redraw(ids)
  session.select(ids)
  session.announce(session.settings.labels.added(ids.length))
}

/** Selects a note, brings it into view and says what it is. */
export function visit(session: CanvasSession, id: string): void {
  const order = readingOrder(session.board)
  const index = order.findIndex(({ note }) => note.id === id)
  const said = describe(order, index)
  const placed = order[index]
  if (said === null || placed === undefined) return
  session.redraw([id])
  session.select([id])
  session.camera.reveal(cardAt(placed.note))
  session.announce(session.settings.labels.note(said))
}

/** Walks one note on (or back) in reading order. Returns whether there was one; if not, Tab leaves the canvas. */
export function walk(session: CanvasSession, by: 1 | -1): boolean {
  const order = readingOrder(session.board)
  const selected = session.state.getState().selectedIds
  const from = (by === 1 ? selected.at(-1) : selected[0]) ?? null
  const waiting = session.nextInTab
  session.nextInTab = null
  if (from === null && waiting !== null && order.some(({ note }) => note.id === waiting)) {
    visit(session, waiting)
    return true
  }
  const next = neighbour(order, from, by)
  if (next === null) return false
  visit(session, next.note.id)
  return true
}

/** The section a new thing at this point belongs in, and the point itself: the mouse if it is over the board, else the centre of view. */
export function targetOfPaste(session: CanvasSession): {
  readonly region: string | null
  readonly near: Point
} {
  const view = session.camera.view()
  const near =
    session.pointer ??
    centreOf({ x: view.x + view.w / 2 - NOTE_WIDTH / 2, y: view.y + view.h / 2 - NOTE_HEIGHT / 2 })
  const here = { x: near.x - 1, y: near.y - 1, w: 2, h: 2 }
  const region =
    session.pointer === null
      ? regionInView(session.board, view, session.lastRegion)
      : regionInView(session.board, here, null)
  return { region, near }
}
