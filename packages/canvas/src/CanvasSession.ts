/** One board on one screen: its store, what it shows, what is edited; everything about the canvas that is not React. */
import type { Editor, TLStore } from '@tldraw/editor'
import { createTLStore, getIndices, PageRecordType, react } from '@tldraw/editor'
import type { StoreApi } from 'zustand/vanilla'
import { createStore } from 'zustand/vanilla'
import type { BoardChange, BoardReading, Box, Figure, Items, Point, Undo, Writer } from '@moot/board'
import { isFigure, visibleFigures } from '@moot/board'
import { Beyond } from './Beyond.ts'
import { Camera } from './Camera.ts'
import { onEdited } from './edited.ts'
import { editorScale } from './editorScale.ts'
import type { FigureView } from './FigureShapeUtil.tsx'
import { figureShapeUtil } from './FigureShapeUtil.tsx'
import type { FurnitureView } from './furniture.ts'
import { furnitureOf, sameOutlines, themeOutlines } from './furniture.ts'
import type { Dropped } from './Hands.ts'
import { figureKey, itemOf, keyOf, keyOfShape, keysOf, shapeIdOf, sortKeys } from './items.ts'
import { PAGE_ID } from './noteRecord.ts'
import { noteShapeUtil } from './NoteShapeUtil.tsx'
import { DRAG_SHOWN_MAX } from './OtherDrags.ts'
import { PictureSources } from './PictureSources.ts'
import { PresenceOut } from './PresenceOut.ts'
import type { NextFrame } from './Projection.ts'
import { Projection } from './Projection.ts'
import type { CanvasPresence, CanvasProps, CanvasState, CanvasTool, Item } from './props.ts'
import { footOf, readingOrder } from './readingOrder.ts'
import { Sight } from './Sight.ts'
import { Views } from './Views.ts'
import { Drawing } from './tools/Drawing.ts'

/** Props that may change while a board is open. */
export type CanvasSettings = Omit<CanvasProps, 'writer' | 'undo' | 'presence' | 'ref'>

/** What a canvas shows when it has nothing to show. */
const STILL: CanvasState = {
  selectedIds: [],
  selectedFigures: [],
  tool: 'select',
  zoomPercent: 100,
  editingId: null,
  editingFigure: null,
  isEditing: false,
  isDragging: false,
  selectionBox: null,
}

/** What is shown for the moment and is on no board. */
export interface Fleeting {
  /** A figure that is being drawn and not written yet; over everything. */
  readonly sketch: Figure | null
  /** What an arrow's end would stick to if it were let go now. */
  readonly target: Item | null
}

const nextFrame: NextFrame = (callback) => {
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
  readonly shapeUtils: readonly (ReturnType<typeof noteShapeUtil> | ReturnType<typeof figureShapeUtil>)[]
  readonly state: StoreApi<CanvasState> = createStore(() => STILL)
  readonly furniture: StoreApi<{ readonly view: FurnitureView; readonly aimed: string | null }>
  readonly fleeting: StoreApi<Fleeting> = createStore(() => ({ sketch: null, target: null }))
  readonly out: PresenceOut
  readonly camera: Camera
  readonly views: Views
  /** Finds what is at a point or in a frame, as it is drawn now. */
  readonly sight: Sight
  readonly pictures: PictureSources
  /** What the drawing tools have in hand. */
  readonly drawing: Drawing
  readonly figureView: FigureView
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
  /** Key of what Tab goes to next, after the one before it was removed. */
  nextInTab: string | null = null
  /** Whether the note or figure being edited had words at any time since it was opened. */
  hadWords = false
  settings: CanvasSettings
  /** Says words to a screen reader. */
  announce: (words: string) => void = () => undefined
  /** Draws everything afresh after drawing failed. */
  restart: () => void = () => undefined
  #editor: Editor | null = null
  readonly #projection: Projection
  readonly #beyond: Beyond
  readonly #stops: (() => void)[] = []
  #selected: readonly string[] = []

  constructor(writer: Writer, undo: Undo, presence: CanvasPresence, settings: CanvasSettings) {
    this.writer = writer
    this.board = writer.board
    this.undo = undo
    this.presence = presence
    this.settings = settings
    const writing = (name: string): string => this.settings.labels.writing(name)
    this.pictures = new PictureSources(() => this.settings.pictureUrl)
    this.figureView = {
      writing,
      pictures: this.pictures,
      pictureLoading: () => this.settings.labels.pictureLoading,
      pictureMissing: () => this.settings.labels.pictureMissing,
    }
    this.shapeUtils = [noteShapeUtil(writing), figureShapeUtil(this.figureView)]
    this.store = createTLStore({ shapeUtils: this.shapeUtils, bindingUtils: [] })
    const [index] = getIndices(1)
    if (index !== undefined) this.store.put([PageRecordType.create({ id: PAGE_ID, name: 'board', index })])
    this.furniture = createStore(() => ({ view: furnitureOf(this.board), aimed: null }))
    this.out = new PresenceOut(presence)
    this.camera = new Camera(
      () => this.#editor,
      () => this.settings,
    )
    this.views = new Views(this.board, this.furniture, this.camera)
    this.sight = new Sight(
      () => this.#editor,
      () => this.isTouch,
    )
    const redraw = (keys: Iterable<string>, now: boolean): void => {
      this.#projection.mark(keys)
      if (now) this.#projection.flush()
    }
    const isGliding = (): boolean => this.settings.reducedMotion !== true
    this.#beyond = new Beyond(this.board, presence, redraw, isGliding, nextFrame)
    this.#beyond.origin = (note) => footOf(this.settings.labels, note)
    this.#projection = new Projection(this.store, this.board, this.#beyond, nextFrame)
    const figures = visibleFigures(this.board.drawings)
    this.redraw(keysOf({ notes: [...this.board.notes.keys()], figures: figures.map(({ id }) => id) }))
    this.#stops.push(
      this.#projection.guard(),
      this.board.onChange((change) => this.#onBoard(change)),
    )
    this.#beyond.hear()
    this.drawing = new Drawing(this)
  }

  /** Takes in new props. What a hand is doing when the board becomes read-only is called off. */
  configure(settings: CanvasSettings): void {
    const couldWrite = !this.readOnly
    const before = this.settings.labels
    this.settings = settings
    if (settings.labels.origin !== before.origin || settings.labels.late?.after !== before.late?.after) {
      // Only those whose foot says something else now: a board of hundreds is not drawn anew for a round that ends.
      const other = [...this.board.notes.values()].filter(
        (note) => note.from !== null || footOf(before, note) !== footOf(settings.labels, note),
      )
      this.#projection.mark(keysOf({ notes: other.map(({ id }) => id), figures: [] }))
    }
    if (couldWrite && this.readOnly) this.#editor?.cancel()
  }

  /** Calls off the gesture under way, if there is one; the tool stays in hand. */
  callOff(): void {
    if (this.#editor?.getPath().endsWith('.idle') === false) this.#editor.cancel()
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
    return this.#beyond.hands.isDragging
  }

  /** tldraw is there: watches camera and selection until the returned function is called. */
  attach(editor: Editor): () => void {
    this.#editor = editor
    editor.updateInstanceState({ isFocused: true, isGridMode: false, isDebugMode: false })
    // A pen would otherwise switch fingers off for good.
    const stopPen = editor.sideEffects.registerBeforeChangeHandler('instance', (_before, after) =>
      after.isPenMode ? { ...after, isPenMode: false } : after,
    )
    this.views.begin()
    const stopTool = react('canvas tool', () => {
      // Tools are made here and by src/tools, under the names of `CanvasTool`.
      this.state.setState({ tool: editor.getCurrentToolId() as CanvasTool })
    })
    const stopState = react('canvas state', () => this.#readState(editor))
    const stopDistance = this.camera.watchDistance(editor)
    const stopView = this.camera.watchView(editor)
    const { classList } = editor.getContainer()
    const stopWriting = this.state.subscribe(({ isEditing }) => classList.toggle('moot-writing', isEditing))
    return () => {
      stopPen()
      stopTool()
      stopState()
      stopDistance()
      stopView()
      stopWriting()
      this.#editor = null
    }
  }

  dispose(): void {
    this.drawing.dispose()
    for (const stop of this.#stops.splice(0)) stop()
    this.#beyond.dispose()
    this.#projection.dispose()
    this.out.dispose()
  }

  /** Takes another tool in hand; what is being done with the one before is let go without being written. */
  setTool(tool: CanvasTool): void {
    const editor = this.#editor
    if (editor === null || editor.getCurrentToolId() === tool) return
    if (this.readOnly && tool !== 'select') return
    editor.cancel()
    editor.setCurrentTool(tool)
  }

  /** Keys of what is selected, in no particular order. */
  selectedKeys(): string[] {
    return (this.#editor?.getSelectedShapeIds() ?? []).map(keyOfShape)
  }

  /** What is selected, notes and figures apart. */
  selection(): Items {
    return sortKeys(this.selectedKeys())
  }
  /** What is selected, in no particular order. */
  selectedItems(): Item[] {
    return this.selectedKeys().map(itemOf)
  }

  select(keys: readonly string[]): void {
    this.#editor?.setSelectedShapes(keys.map(shapeIdOf).filter((id) => this.store.has(id)))
  }
  selectItems(items: readonly Item[]): void {
    this.select(items.map(keyOf))
  }

  /** Holds notes and figures away from where the document has them; nothing is written. */
  drag(keys: readonly string[], dx: number, dy: number): void {
    const begins = !this.isDragging
    const way = this.#beyond.drag(keys, dx, dy)
    if (begins) this.state.setState({ isDragging: true, selectionBox: null })
    const { notes, figures } = sortKeys(keys)
    const shown = keys.length <= DRAG_SHOWN_MAX
    this.out.set(shown ? { cursor: null, drag: { ids: [...notes, ...figures], dx: way.dx, dy: way.dy } } : {})
  }

  /** Ends a drag. `write` gets where each was held; without it everything goes back and nothing is written. */
  endDrag(write?: (drops: readonly Dropped[]) => void): void {
    if (!this.isDragging) return
    this.#beyond.letGo(write)
    this.aim(null)
    this.out.set({ drag: null })
    this.state.setState({ isDragging: false })
    this.refresh()
  }

  /** Draws a figure as a hand is changing it, with the arrows on it; `null` ends that. Nothing is written. */
  reshape(figure: Figure | null): void {
    this.#beyond.reshape(figure)
    this.state.setState({ isDragging: figure !== null })
    this.refresh()
  }

  /** Draws a figure that is not on the board yet; `null` takes it away. */
  sketch(figure: Figure | null): void {
    this.fleeting.setState({ sketch: figure })
  }

  /** Marks what an arrow's end would stick to. */
  target(target: Item | null): void {
    const before = this.fleeting.getState().target
    if (before?.root !== target?.root || before?.id !== target?.id) this.fleeting.setState({ target })
  }

  /** Draws now what was written a moment ago, so that it can be selected. */
  redraw(keys: readonly string[]): void {
    this.#projection.mark(keys)
    this.#projection.flush()
  }

  redrawFigures(ids: readonly string[]): void {
    this.redraw(ids.map(figureKey))
  }

  /** Leaves figures out that something else stands for just now. */
  hideFigures(isHidden: (id: string) => boolean): void {
    this.#beyond.isHidden = isHidden
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

  /** Where the editor of something stands, in canvas px: its card, enlarged where the board is far away. */
  editorBox(key: string): Box | null {
    const card = this.boxOf(key)
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

  /** Where a note or figure is drawn now, in canvas px; `null` where it is not. */
  boxOf(key: string): Box | null {
    return this.sight.boxOf(shapeIdOf(key))
  }
  figureBox(id: string): Box | null {
    return this.boxOf(figureKey(id))
  }

  #onBoard(change: BoardChange): void {
    onEdited(this, change)
    this.#beyond.onBoard(change)
    const { view } = this.furniture.getState()
    const isFurniture = (id: string): boolean => {
      const drawing = this.board.drawings.get(id)
      return drawing === undefined || !isFigure(drawing)
    }
    if (change.regions.size > 0 || [...change.drawings].some(isFurniture))
      this.furniture.setState({ view: furnitureOf(this.board) })
    else if (change.themes.size > 0 || (change.notes.size > 0 && this.board.themes.size > 0)) {
      const themes = themeOutlines(this.board)
      if (!sameOutlines(themes, view.themes)) this.furniture.setState({ view: { ...view, themes } })
    }
  }

  #readState(editor: Editor): void {
    const shapes = editor.getSelectedShapeIds()
    const { x, y, z } = editor.getCamera()
    const bounds = shapes.length === 0 ? null : editor.getSelectionPageBounds()
    const before = this.state.getState()
    const isSame = shapes === this.#selected
    const { notes, figures } = isSame
      ? { notes: before.selectedIds, figures: before.selectedFigures }
      : this.#inReadingOrder(shapes.map(keyOfShape))
    this.#selected = shapes
    const hidden = before.isDragging || before.isEditing || bounds === null
    const selectionBox = hidden
      ? null
      : { x: (bounds.x + x) * z, y: (bounds.y + y) * z, w: bounds.w * z, h: bounds.h * z }
    this.state.setState({
      selectedIds: notes,
      selectedFigures: figures,
      zoomPercent: Math.round(z * 100),
      selectionBox,
    })
  }

  #inReadingOrder(keys: readonly string[]): Items {
    if (keys.length < 2) return sortKeys(keys)
    const wanted = new Set(keys)
    return sortKeys(
      readingOrder(this.board).flatMap(({ item }) => (wanted.has(keyOf(item)) ? [keyOf(item)] : [])),
    )
  }
}
