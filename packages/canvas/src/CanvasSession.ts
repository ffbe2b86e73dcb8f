/** One board on one screen: its store, what it shows, what is edited; everything about the canvas that is not React. */
import type { Editor, TLShapeId, TLStore } from '@tldraw/editor'
import { Box as TldrawBox, createTLStore, getIndices, PageRecordType, react } from '@tldraw/editor'
import type { StoreApi } from 'zustand/vanilla'
import { createStore } from 'zustand/vanilla'
import type { BoardChange, BoardReading, Box, Note, Point, Undo, Writer } from '@moot/board'
import { ordersBetween, visibleNotes } from '@moot/board'
import { Camera } from './Camera.ts'
import type { FurnitureView } from './furniture.ts'
import { furnitureOf, groundOf, sameOutlines, themeOutlines } from './furniture.ts'
import type { Shown } from './noteRecord.ts'
import { noteIdOf, PAGE_ID, shapeIdOf } from './noteRecord.ts'
import { noteShapeUtil } from './NoteShapeUtil.tsx'
import { DRAG_SHOWN_MAX, OtherDrags } from './OtherDrags.ts'
import { around, cardAt } from './placing.ts'
import { PresenceOut } from './PresenceOut.ts'
import { Projection } from './Projection.ts'
import type { CanvasPresence, CanvasProps, CanvasState } from './props.ts'
import { readingOrder } from './readingOrder.ts'

/** Props that may change while a board is open. */
export type CanvasSettings = Omit<CanvasProps, 'writer' | 'undo' | 'presence' | 'ref'>

/** What a canvas shows when it has nothing to show. */
const STILL: CanvasState = {
  selectedIds: [],
  zoomPercent: 100,
  editingId: null,
  isEditing: false,
  isDragging: false,
  selectionBox: null,
}

/** Least size of a note that is being written in, in parts of life size, however far away the board is. */
const EDITOR_MIN = 0.9

/** How much larger than its card an editor is drawn, at some zoom. */
export function editorScale(zoom: number): number {
  return Math.max(1, EDITOR_MIN / zoom)
}

interface OwnDrag {
  readonly stacks: ReadonlyMap<string, string>
  readonly dx: number
  readonly dy: number
}

const nextFrame = (callback: () => void): (() => void) => {
  const frame = requestAnimationFrame(callback)
  return () => cancelAnimationFrame(frame)
}

/** Ties board, presence and tldraw's editor together for one screen. */
export class CanvasSession {
  readonly writer: Writer
  readonly board: BoardReading
  readonly undo: Undo
  readonly presence: CanvasPresence
  readonly store: TLStore
  readonly shapeUtils: readonly ReturnType<typeof noteShapeUtil>[]
  readonly state: StoreApi<CanvasState> = createStore(() => STILL)
  readonly furniture: StoreApi<{ readonly view: FurnitureView; readonly aimed: string | null }>
  readonly out: PresenceOut
  readonly camera: Camera
  /** The section last written in, where the next note goes while it is in view. */
  lastRegion: string | null = null
  /** Where the mouse is over the board, in canvas px; `null` when it is elsewhere. */
  pointer: Point | null = null
  /** Whether the pointer that went down last is a finger. */
  isTouch = false
  /** A link that the pointer went down on. */
  pressedLink: HTMLAnchorElement | null = null
  /** The next Tab leaves the canvas, because Escape was pressed. */
  tabLeaves = false
  /** The note that Tab goes to next, after the one before it was removed. */
  nextInTab: string | null = null
  /** Whether the note being edited had words at any time since it was opened. */
  hadWords = false
  settings: CanvasSettings
  /** Says words to a screen reader. */
  announce: (words: string) => void = () => undefined
  /** Draws everything afresh after drawing failed. */
  restart: () => void = () => undefined
  #editor: Editor | null = null
  readonly #projection: Projection
  readonly #otherDrags: OtherDrags
  readonly #stops: (() => void)[] = []
  #ownDrag: OwnDrag | null = null
  #selected: readonly TLShapeId[] = []
  #writers = new Map<string, string>()
  #glide: (() => void) | null = null
  #hearing: (() => void) | null = null

  constructor(writer: Writer, undo: Undo, presence: CanvasPresence, settings: CanvasSettings) {
    this.writer = writer
    this.board = writer.board
    this.undo = undo
    this.presence = presence
    this.settings = settings
    this.shapeUtils = [noteShapeUtil((name) => this.settings.labels.writing(name))]
    this.store = createTLStore({ shapeUtils: this.shapeUtils, bindingUtils: [] })
    const [index] = getIndices(1)
    if (index !== undefined) this.store.put([PageRecordType.create({ id: PAGE_ID, name: 'board', index })])
    this.furniture = createStore(() => ({ view: furnitureOf(this.board), aimed: null }))
    this.out = new PresenceOut(presence)
    this.camera = new Camera(
      () => this.#editor,
      () => this.settings,
    )
    this.#otherDrags = new OtherDrags(this.board)
    this.#projection = new Projection(this.store, this.board, (note) => this.#shown(note), nextFrame)
    this.#projection.mark(visibleNotes(this.board).map((note) => note.id))
    this.#projection.flush()
    this.#stops.push(
      this.#projection.guard(),
      this.board.onChange((change) => this.#onBoard(change)),
      presence.onChange(() => {
        // Others are many and speak often: once a frame is enough to hear them.
        this.#hearing ??= nextFrame(() => {
          this.#hearing = null
          this.#onPresence()
        })
      }),
    )
    this.#onPresence()
  }

  /** Takes in new props. */
  configure(settings: CanvasSettings): void {
    this.settings = settings
  }

  /** Ties the session to the page that shows it. */
  connect(page: { readonly announce: (words: string) => void; readonly restart: () => void }): void {
    this.announce = page.announce
    this.restart = page.restart
  }

  get editor(): Editor | null {
    return this.#editor
  }
  get readOnly(): boolean {
    return this.settings.readOnly === true
  }
  get isDragging(): boolean {
    return this.#ownDrag !== null
  }

  /** tldraw is there: watches camera and selection until the returned function is called. */
  attach(editor: Editor): () => void {
    this.#editor = editor
    editor.updateInstanceState({ isFocused: true, isGridMode: false, isDebugMode: false })
    // A pen would otherwise switch fingers off for good.
    const stopPen = editor.sideEffects.registerBeforeChangeHandler('instance', (_before, after) =>
      after.isPenMode ? { ...after, isPenMode: false } : after,
    )
    this.#beginView()
    const stopState = react('canvas state', () => this.#readState(editor))
    const stopDistance = this.camera.watchDistance(editor)
    const { classList } = editor.getContainer()
    const stopWriting = this.state.subscribe(({ isEditing }) => classList.toggle('moot-writing', isEditing))
    return () => {
      stopPen()
      stopState()
      stopDistance()
      stopWriting()
      this.#editor = null
    }
  }

  dispose(): void {
    for (const stop of this.#stops.splice(0)) stop()
    this.#glide?.()
    this.#hearing?.()
    this.#projection.dispose()
    this.out.dispose()
  }

  /** Notes selected, in no particular order. */
  selectedIds(): string[] {
    return (this.#editor?.getSelectedShapeIds() ?? []).map(noteIdOf)
  }

  select(ids: readonly string[]): void {
    this.#editor?.setSelectedShapes(ids.filter((id) => this.#isShown(id)).map(shapeIdOf))
  }

  /** Shows the whole board, never larger than life. */
  fitBoard(gently = true): void {
    const cards = visibleNotes(this.board).map(cardAt)
    this.camera.show(around(groundOf(this.furniture.getState().view, cards)), gently)
  }

  /**
   * The whole board where its words can be read then; else its picture, which strips lie under; on a phone, where that
   * could not be read either, its first section.
   */
  #beginView(): void {
    this.fitBoard(false)
    const { frames, regions } = this.furniture.getState().view
    const picture = around(frames)
    if (picture !== null && this.camera.isFar) this.camera.show(picture, false)
    const [first] = regions
    if (first !== undefined && this.camera.isFarOnPhone) this.camera.show(first, false)
  }

  /** Ids of notes whose cards touch a box, in canvas px. */
  notesIn(box: Box): string[] {
    const bounds = TldrawBox.From(box)
    const editor = this.#editor
    if (editor === null) return []
    return editor.getCurrentPageShapes().flatMap((shape) => {
      const card = editor.getShapePageBounds(shape)
      return card !== undefined && bounds.collides(card) ? [noteIdOf(shape.id)] : []
    })
  }

  /** The note under a point, the topmost first. */
  noteAt(at: Point): string | null {
    const shape = this.#editor?.getShapeAtPoint(at, { hitInside: true, margin: 0 })
    return shape === undefined ? null : noteIdOf(shape.id)
  }

  /** Holds notes away from where the document has them; nothing is written. */
  drag(ids: readonly string[], dx: number, dy: number): void {
    const stacks = this.#ownDrag?.stacks ?? this.#stacksAbove(ids)
    const begins = this.#ownDrag === null
    this.#ownDrag = { stacks, dx: Math.round(dx), dy: Math.round(dy) }
    this.#projection.mark(ids)
    this.#projection.flush()
    if (begins) this.state.setState({ isDragging: true, selectionBox: null })
    const shown = ids.length <= DRAG_SHOWN_MAX
    this.out.set(shown ? { cursor: null, drag: { ids, dx: this.#ownDrag.dx, dy: this.#ownDrag.dy } } : {})
  }

  /** Ends a drag. `write` gets where each note was held; without it every card goes back and nothing is written. */
  endDrag(
    write?: (drops: readonly { readonly id: string; readonly to: Point; readonly z: string }[]) => void,
  ): void {
    const drag = this.#ownDrag
    if (drag === null) return
    this.#ownDrag = null
    if (write !== undefined && (drag.dx !== 0 || drag.dy !== 0)) {
      write(
        [...drag.stacks].flatMap(([id, z]) => {
          const note = this.board.notes.get(id)
          return note === undefined || note.gone !== null
            ? []
            : [{ id, to: { x: note.x + drag.dx, y: note.y + drag.dy }, z }]
        }),
      )
    }
    this.aim(null)
    this.#projection.mark(drag.stacks.keys())
    this.#projection.flush()
    this.out.set({ drag: null })
    this.state.setState({ isDragging: false })
    this.refresh()
  }

  /** Draws notes now that were written a moment ago, so that they can be selected. */
  redraw(ids: readonly string[]): void {
    this.#projection.mark(ids)
    this.#projection.flush()
  }

  /** Gives the canvas the keyboard. */
  focus(): void {
    this.#editor?.getContainer().focus({ preventScroll: true })
  }

  /** Gives the canvas the keyboard, unless the person has gone elsewhere: a press on a button also ends editing. */
  focusAfterEditing(): void {
    const isHere = (): boolean => {
      const { activeElement } = document
      const container = this.#editor?.getContainer()
      return (
        activeElement === null ||
        activeElement === document.body ||
        container?.contains(activeElement) === true
      )
    }
    if (document.activeElement !== document.body && isHere()) this.focus()
    else requestAnimationFrame(() => (isHere() ? this.focus() : undefined))
  }

  /** Where the editor of a note stands, in canvas px: its card, enlarged where the board is far away. */
  editorBox(id: string): Box | null {
    const card = this.cardOf(id)
    if (card === null) return null
    const scale = editorScale(this.#editor?.getZoomLevel() ?? 1)
    const [w, h] = [card.w * scale, card.h * scale]
    return { x: card.x - (w - card.w) / 2, y: card.y - (h - card.h) / 2, w, h }
  }

  /** Says anew what toolbars want to know. */
  refresh(): void {
    if (this.#editor !== null) this.#readState(this.#editor)
  }

  /** Marks the section that a drop would go to. */
  aim(region: string | null): void {
    if (this.furniture.getState().aimed !== region) this.furniture.setState({ aimed: region })
  }

  /** Where a note's card is drawn now, in canvas px; `null` where it is not. */
  cardOf(id: string): Box | null {
    const shape = this.store.get(shapeIdOf(id))
    return shape === undefined ? null : cardAt(shape)
  }

  #isShown(id: string): boolean {
    return this.store.unsafeGetWithoutCapture(shapeIdOf(id)) !== undefined
  }

  #stacksAbove(ids: readonly string[]): Map<string, string> {
    const notes = ids
      .flatMap((id) => this.board.notes.get(id) ?? [])
      .toSorted((a, b) => (a.z < b.z ? -1 : a.z > b.z ? 1 : a.id < b.id ? -1 : 1))
    let top: string | null = null
    const held = new Set(ids)
    for (const note of this.board.notes.values()) {
      if (!held.has(note.id) && (top === null || note.z > top)) top = note.z
    }
    const onTop = notes.every(
      (note, index) =>
        (top === null || note.z > top) && (index === 0 || note.z > (notes[index - 1]?.z ?? '')),
    )
    const stacks = onTop ? notes.map((note) => note.z) : ordersBetween(top, null, notes.length)
    return new Map(notes.map((note, index) => [note.id, stacks[index] ?? note.z]))
  }

  #shown(note: Note): Shown {
    const writer = this.#writers.get(note.id) ?? ''
    const z = this.#ownDrag?.stacks.get(note.id)
    if (this.#ownDrag !== null && z !== undefined)
      return { dx: this.#ownDrag.dx, dy: this.#ownDrag.dy, z, writer }
    const offset = this.#otherDrags.offset(note.id)
    return { dx: offset?.dx ?? 0, dy: offset?.dy ?? 0, z: null, writer }
  }

  #onBoard(change: BoardChange): void {
    const { editingId } = this.state.getState()
    if (editingId !== null && change.notes.has(editingId)) {
      const note = this.board.notes.get(editingId)
      if (note === undefined || note.gone !== null) this.state.setState({ editingId: null, isEditing: false })
      else if (note.text !== '') this.hadWords = true
    }
    this.#otherDrags.landed(change.notes)
    this.#projection.mark(change.notes)
    const { view } = this.furniture.getState()
    if (change.regions.size > 0 || change.drawings.size > 0)
      this.furniture.setState({ view: furnitureOf(this.board) })
    else if (change.themes.size > 0 || (change.notes.size > 0 && this.board.themes.size > 0)) {
      const themes = themeOutlines(this.board)
      if (!sameOutlines(themes, view.themes)) this.furniture.setState({ view: { ...view, themes } })
    }
  }

  #onPresence(): void {
    const others = this.presence.others()
    const writers = new Map<string, string>()
    for (const other of others.values()) if (other.editing != null) writers.set(other.editing, other.name)
    const changed = [...new Set([...writers.keys(), ...this.#writers.keys()])].filter(
      (id) => writers.get(id) !== this.#writers.get(id),
    )
    this.#writers = writers
    const gliding = this.settings.reducedMotion !== true
    const held = this.#otherDrags.hear(others, performance.now(), gliding)
    this.#projection.mark([...changed, ...held])
    if (this.#otherDrags.busy) this.#glideOn()
  }

  #glideOn(): void {
    if (this.#glide !== null) return
    this.#glide = nextFrame(() => {
      this.#glide = null
      this.#projection.mark(this.#otherDrags.step(performance.now()))
      if (this.#otherDrags.busy) this.#glideOn()
    })
  }

  #readState(editor: Editor): void {
    const shapes = editor.getSelectedShapeIds()
    const { x, y, z } = editor.getCamera()
    const bounds = shapes.length === 0 ? null : editor.getSelectionPageBounds()
    const before = this.state.getState()
    const selectedIds =
      shapes === this.#selected ? before.selectedIds : this.#inReadingOrder(shapes.map(noteIdOf))
    this.#selected = shapes
    const hidden = before.isDragging || before.isEditing || bounds === null
    const selectionBox = hidden
      ? null
      : { x: (bounds.x + x) * z, y: (bounds.y + y) * z, w: bounds.w * z, h: bounds.h * z }
    this.state.setState({ selectedIds, zoomPercent: Math.round(z * 100), selectionBox })
  }

  #inReadingOrder(ids: readonly string[]): string[] {
    if (ids.length < 2) return [...ids]
    const wanted = new Set(ids)
    return readingOrder(this.board).flatMap(({ note }) => (wanted.has(note.id) ? [note.id] : []))
  }
}
