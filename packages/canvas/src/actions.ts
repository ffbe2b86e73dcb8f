/** What a person does to notes and figures from the canvas, each one step of their undo. */
import { flushSync } from 'react-dom'
import type { Drawing, NewNote, Note, NoteColor, Point } from '@moot/board'
import {
  addNotes,
  centreOf,
  CREATION,
  duplicateItems,
  figureCentre,
  freePlaces,
  isFigure,
  isOwn,
  moveFigures,
  moveNotes,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  recolour,
  regionAfterMove,
  regionAt,
  removeFigures,
  removeNotes,
  restack,
  restyleFigures,
} from '@moot/board'
import type { CanvasSession } from './CanvasSession.ts'
import type { Dropped } from './Hands.ts'
import { countOf, figureKey, itemOf, keyOf, keysOf, noteKey } from './items.ts'
import { cardAt, groupDrops, placeBeside, placeForNew, regionInView } from './placing.ts'
import type { DrawStyle, EditEnd, Item } from './props.ts'
import { boxOfPlaced, isSameItem, neighbour, readingOrder, spoken } from './readingOrder.ts'
import { wordsRoom } from './wordsRoom.ts'

/** Runs `work` as one step of undo, apart from what came before and comes after. */
export function step<T>(session: CanvasSession, work: () => T): T {
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
  const [id] = step(session, () =>
    addNotes(session.writer, [{ ...fresh, ...session.settings.writeAs?.(), text: '', color }]),
  )
  if (id === undefined) return null
  session.lastRegion = session.board.notes.get(id)?.region ?? session.lastRegion
  session.redraw([noteKey(id)])
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
  session.redraw([noteKey(id)])
  session.select([noteKey(id)])
  session.camera.reveal(session.editorBox(noteKey(id)) ?? cardAt(note))
  session.out.set({ editing: id, cursor: null })
  session.hadWords = note.text !== ''
  session.lastRegion = note.region ?? session.lastRegion
  // At once, while the browser still knows that a person asked: only then does a phone show its keyboard.
  flushSync(() => session.state.setState({ editingId: id, isEditing: true, selectionBox: null }))
}

/** Opens a figure's words: those in a text box or an outline, an arrow's label, a picture's description. */
export function startEditingFigure(session: CanvasSession, id: string): void {
  const figure = session.board.drawings.get(id)
  if (session.readOnly || figure === undefined || !isFigure(figure)) return
  if (figure.kind === 'ink' || figure.gone !== null) return
  if (session.state.getState().editingFigure === id) return
  stopEditing(session)
  session.undo.checkpoint()
  const key = figureKey(id)
  session.redraw([key])
  session.select([key])
  const box = session.boxOf(key)
  if (box !== null) session.camera.reveal(wordsRoom(figure, box))
  session.hadWords = figure.text !== ''
  session.out.set({ editing: id, cursor: null })
  flushSync(() => session.state.setState({ editingFigure: id, isEditing: true, selectionBox: null }))
}

/** Puts a figure's words down. A text box without any is taken away. */
function stopEditingFigure(session: CanvasSession, id: string): void {
  session.state.setState({ editingFigure: null, isEditing: false })
  session.out.set({ editing: null })
  const figure = session.board.drawings.get(id)
  if (figure?.kind === 'text' && figure.gone === null && figure.text.trim() === '') {
    const writer = session.hadWords ? session.writer : { ...session.writer, origin: CREATION }
    removeFigures(writer, [id], 'empty')
  }
  session.undo.checkpoint()
  session.refresh()
}

/** Opens the words of a note or figure. */
export function startEditingKey(session: CanvasSession, key: string): void {
  const { root, id } = itemOf(key)
  if (root === 'notes') startEditing(session, id)
  else startEditingFigure(session, id)
}

/** Puts down what is being written. A note without words is taken away. */
export function stopEditing(session: CanvasSession): void {
  const { editingId: id, editingFigure } = session.state.getState()
  if (editingFigure !== null) stopEditingFigure(session, editingFigure)
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

/** Where dragged or nudged notes and figures were put: one transaction; sections and themes follow. */
export function dropItems(
  session: CanvasSession,
  drops: readonly (Omit<Dropped, 'z'> & { readonly z?: string })[],
): void {
  const { writer, board } = session
  const notes = drops.flatMap(({ key, ...rest }) => {
    const { root, id } = itemOf(key)
    return root === 'notes' ? [{ id, ...rest }] : []
  })
  const figures = drops.flatMap(({ key, ...rest }) => {
    const { root, id } = itemOf(key)
    return root === 'drawings' ? [{ id, ...rest }] : []
  })
  board.doc.transact(() => {
    for (const { theme, drops: each } of groupDrops(board, notes)) {
      if (theme === undefined) moveNotes(writer, each)
      else moveNotes(writer, each, theme)
    }
    if (figures.length > 0) moveFigures(writer, figures, notes)
  }, writer.origin)
  const [first] = notes
  const note = first === undefined ? undefined : board.notes.get(first.id)
  if (note !== undefined) session.lastRegion = note.region ?? session.lastRegion
}

/** Lets go of what is dragged: one step, one transaction. */
export function drop(session: CanvasSession): void {
  session.endDrag((drops) => step(session, () => dropItems(session, drops)))
}

/** Shows where a drop would be filed while something is held. */
export function aimDrag(session: CanvasSession, keys: readonly string[], dx: number, dy: number): void {
  const [first] = keys
  if (first === undefined) return
  const { root, id } = itemOf(first)
  const { board } = session
  const note = root === 'notes' ? board.notes.get(id) : undefined
  if (note !== undefined) {
    const to = regionAfterMove(board, note, { x: note.x + dx, y: note.y + dy })
    session.aim(to === note.region ? null : to)
    return
  }
  const figure = root === 'drawings' ? board.drawings.get(id) : undefined
  if (figure === undefined || !isFigure(figure)) return
  const middle = figureCentre(board, figure)
  const to = regionAt(board, { x: middle.x + dx, y: middle.y + dy })?.id ?? null
  session.aim(to === figure.region ? null : to)
}

/** Moves what is selected by some px. */
export function nudge(session: CanvasSession, dx: number, dy: number): void {
  if (session.readOnly) return
  const drops = session.selectedKeys().flatMap((key) => {
    const { root, id } = itemOf(key)
    const found = root === 'notes' ? session.board.notes.get(id) : session.board.drawings.get(id)
    if (found === undefined || ('kind' in found && !isFigure(found)) || found.gone !== null) return []
    return [{ key, to: { x: found.x + dx, y: found.y + dy } }]
  })
  // Presses in quick succession are one step: undo itself joins what is written within a moment.
  if (drops.length > 0) dropItems(session, drops)
}

export function recolourSelected(session: CanvasSession, color: NoteColor): void {
  const { notes } = session.selection()
  if (!session.readOnly && notes.length > 0) step(session, () => recolour(session.writer, notes, color))
}

/** Gives the selected figures another look. */
export function restyleSelected(session: CanvasSession, style: Partial<DrawStyle>): void {
  const { figures } = session.selection()
  if (session.readOnly || figures.length === 0) return
  step(session, () => restyleFigures(session.writer, figures, style))
}

export function restackSelected(session: CanvasSession, where: 'front' | 'back'): void {
  const items = session.selection()
  if (session.readOnly || items.notes.length + items.figures.length === 0) return
  step(session, () => restack(session.writer, items, where))
}

/** How far a copy lies from what it was made of, in canvas px. */
const COPY_OFF = 24

export function duplicateSelected(session: CanvasSession): void {
  const items = session.selection()
  if (session.readOnly || items.notes.length + items.figures.length === 0) return
  showAdded(
    session,
    step(session, () => duplicateItems(session.writer, items, COPY_OFF, COPY_OFF)),
  )
}

/** Selects what was just made, and says how much it is. */
export function showAdded(
  session: CanvasSession,
  made: { readonly notes: readonly string[]; readonly figures: readonly string[] },
): void {
  const keys = keysOf(made)
  session.redraw(keys)
  session.select(keys)
  session.announce(session.settings.labels.added(countOf(made)))
}

/** Removes what is selected; where others made some of it, it asks first. */
export async function removeSelected(session: CanvasSession): Promise<boolean> {
  if (session.readOnly) return false
  const asked = session.selection()
  const keys = keysOf(asked)
  if (keys.length === 0) return false
  const { board, writer } = session
  const isMine = (item: Note | Drawing | undefined): boolean =>
    item !== undefined && 'by' in item && isOwn(item, writer.person)
  const byOthers =
    asked.notes.filter((id) => !isMine(board.notes.get(id))).length +
    asked.figures.filter((id) => !isMine(board.drawings.get(id))).length
  const question = { kind: 'remove' as const, ...countOf(asked), byOthers }
  if (byOthers > 0 && !(await session.settings.onAsk(question))) {
    session.focus()
    return false
  }
  const order = readingOrder(board)
  const gone = new Set(keys)
  const last = order.findLastIndex(({ item }) => gone.has(keyOf(item)))
  const after = order.slice(last + 1).find(({ item }) => !gone.has(keyOf(item)))
  session.select([])
  step(session, () =>
    board.doc.transact(() => {
      removeNotes(writer, asked.notes)
      removeFigures(writer, asked.figures)
    }, writer.origin),
  )
  session.redraw(keys)
  session.focus()
  session.nextInTab = after === undefined ? null : keyOf(after.item)
  session.announce(session.settings.labels.removed(countOf(asked)))
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
  showAdded(session, { notes: ids, figures: [] })
}

/** Selects a note or figure, brings it into view (`isNear`: so that its words can be read) and says what it is. */
export function visit(session: CanvasSession, item: Item, isNear = false): void {
  const { board } = session
  const order = readingOrder(board)
  const index = order.findIndex((placed) => isSameItem(placed.item, item))
  const placed = order[index]
  if (placed === undefined) return
  session.redraw([keyOf(item)])
  session.select([keyOf(item)])
  const box = boxOfPlaced(board, placed)
  if (isNear) session.camera.approach(box)
  else session.camera.reveal(box)
  session.announce(spoken(session.settings.labels, order, index) ?? '')
}

/** Walks one on (or back) in reading order. Returns whether there was one; if not, Tab leaves the canvas. */
export function walk(session: CanvasSession, by: 1 | -1): boolean {
  const order = readingOrder(session.board)
  const selected = new Set(session.selectedKeys())
  const isSelected = ({ item }: { readonly item: Item }): boolean => selected.has(keyOf(item))
  const from =
    selected.size === 0 ? undefined : by === 1 ? order.findLast(isSelected) : order.find(isSelected)
  const waiting = session.nextInTab
  session.nextInTab = null
  const waits = waiting === null ? undefined : order.find(({ item }) => keyOf(item) === waiting)
  if (from === undefined && waits !== undefined) {
    visit(session, waits.item)
    return true
  }
  const next = neighbour(order, from?.item ?? null, by)
  if (next === null) return false
  visit(session, next.item)
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
