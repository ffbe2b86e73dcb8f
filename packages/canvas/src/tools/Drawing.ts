/** What the drawing tools have in hand on one canvas: what is shown before it is written, and the writing itself. */
import type { StoreApi } from 'zustand/vanilla'
import { createStore } from 'zustand/vanilla'
import type { Box, Figure, Ink, NewEnd, NewFigure, Outline, Point } from '@moot/board'
import {
  addFigures,
  figureBox,
  LINE_HEIGHT,
  removeFigures,
  TEXT_PX,
  TEXT_WIDTH,
  visibleFigures,
} from '@moot/board'
import { startEditingFigure, stopEditing } from '../actions.ts'
import type { CanvasSession } from '../CanvasSession.ts'
import { figureKey, keyOf, shapeIdOf } from '../items.ts'
import { contains } from '../placing.ts'
import { browserTimers } from '../PresenceOut.ts'
import { readingOrder } from '../readingOrder.ts'
import type { CanvasTool, Item } from '../props.ts'
import { OUTLINE_H, OUTLINE_W } from './boxDrag.ts'
import { GrowingPath } from './GrowingPath.ts'
import type { InkStyle } from './InkStroke.ts'
import { InkStroke } from './InkStroke.ts'
import { Lasers } from './Lasers.ts'
import type { Held } from './stick.ts'
import { endsBetween, isSticky } from './stick.ts'
import { arrowFrom, outlineFrom } from './sketches.ts'

/** How long the line under the hand stays after the board has it, in ms: until the board's own is drawn. */
const HANDOVER_MS = 120

/** What is put down without a pointer keeps this far from what is there, in canvas px. */
const AIR = 20
/** Height that is looked for to put a text or an arrow, in canvas px. */
const TEXT_ROOM = 60
const ARROW_ROOM = 40

/** The own stroke up to the hand, before the board has it. */
export interface InkInHand extends Pick<InkStyle, 'pen' | 'color'> {
  /** Paths to be filled, in canvas px. */
  readonly paths: readonly string[]
}

/** What is shown of a gesture before the board has it. */
export interface InHand {
  readonly ink: InkInHand | null
}

/** The drawing hand of one session. */
export class Drawing {
  readonly inHand: StoreApi<InHand> = createStore(() => ({ ink: null }))
  readonly lasers: Lasers
  readonly #session: CanvasSession
  #stroke: InkStroke | null = null
  #path: GrowingPath | null = null
  #frame = 0
  /** Figures that an eraser went over: faint until it is lifted. */
  readonly #faded = new Set<string>()
  /** The growing stroke's record: the line under the hand is drawn in its place. */
  #hidden: string | null = null
  #penSeen = false
  #handover: (() => void) | null = null

  constructor(session: CanvasSession) {
    this.#session = session
    session.hideFigures((id) => id === this.#hidden)
    this.lasers = new Lasers((points) => session.out.set({ laser: points }))
  }

  get board(): CanvasSession['board'] {
    return this.#session.board
  }
  get zoom(): number {
    return this.#session.editor?.getZoomLevel() ?? 1
  }
  /** Whether the pointer that went down last is a finger. */
  get isTouch(): boolean {
    return this.#session.isTouch
  }

  figures(): Figure[] {
    return visibleFigures(this.board.drawings)
  }

  /** Any press with a drawing tool. `false` where the board may no longer be changed: the tool is put down. */
  press(): boolean {
    stopEditing(this.#session)
    this.#session.select([])
    if (this.#session.readOnly) this.putDown()
    return !this.#session.readOnly
  }

  /** Once a pen was seen, fingers move the board and the pen draws. */
  isPanning(isPen: boolean): boolean {
    this.#penSeen ||= isPen
    return this.#penSeen && !isPen && this.isTouch
  }

  /** Back to picking and dragging. */
  putDown(): void {
    this.#session.editor?.setCurrentTool('select')
  }

  dispose(): void {
    this.#stroke?.end()
    this.#stroke = null
    this.#release()
    this.lasers.dispose()
  }

  // ---- Ink

  beginInk(pen: Ink['pen'], first: Point): void {
    const { writer, undo } = this.#session
    const { color, size } = this.#session.settings.drawStyle
    this.#release()
    this.#stroke = new InkStroke(
      writer,
      undo,
      { pen, color, size },
      { first, zoom: this.zoom, timers: browserTimers },
    )
    this.#path = new GrowingPath({ pen, size })
    this.#showInk()
  }

  drawInk(at: Point): void {
    this.#stroke?.add(at)
    this.#showInk()
  }

  endInk(): void {
    this.#showInkNow()
    const stroke = this.#stroke
    this.#stroke = null
    if (stroke === null) return
    const ids = stroke.end()
    this.#hide(null)
    this.#redraw(ids)
    const timer = setTimeout(() => this.#release(), HANDOVER_MS)
    this.#handover = () => clearTimeout(timer)
  }

  cancelInk(): void {
    const stroke = this.#stroke
    this.#stroke = null
    const ids = stroke?.cancel() ?? []
    this.#hide(null)
    this.#release()
    this.#redraw(ids)
  }

  /** A quick pointer moves several times a frame: once is drawn. */
  #showInk(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#showInkNow())
  }

  #showInkNow(): void {
    this.#frame = 0
    const stroke = this.#stroke
    if (stroke === null || this.#path === null) return
    if (stroke.id !== this.#hidden) this.#hide(stroke.id)
    const { pen, color } = stroke.style
    this.inHand.setState({ ink: { pen, color, paths: this.#path.paths(stroke.points) } })
  }

  #release(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#handover?.()
    this.#handover = null
    this.inHand.setState({ ink: null })
  }

  #hide(id: string | null): void {
    const before = this.#hidden
    this.#hidden = id
    this.#redraw([before, id].flatMap((each) => each ?? []))
  }

  // ---- Eraser

  /** Makes figures faint: they go when the eraser is lifted. */
  fade(figures: readonly Figure[]): void {
    const before = this.#faded.size
    for (const { id } of figures) this.#faded.add(id)
    if (this.#faded.size > before) this.#showFaded()
  }

  unfade(): void {
    this.#faded.clear()
    this.#showFaded()
  }

  eraseFaded(): void {
    const there = new Set(this.figures().map(({ id }) => id))
    const ids = [...this.#faded].filter((id) => there.has(id))
    if (ids.length > 0) {
      this.#step(() => removeFigures(this.#session.writer, ids))
      this.#session.announce(this.#session.settings.labels.erased(ids.length))
    }
    this.#redraw(ids)
    this.unfade()
  }

  #showFaded(): void {
    this.#session.editor?.setErasingShapes([...this.#faded].map((id) => shapeIdOf(figureKey(id))))
  }

  // ---- Arrow, outline, words

  /** Marks what an arrow would stick to. */
  aim(held: Held | null): void {
    this.#session.target(held === null ? null : held.on)
  }

  showArrow(start: NewEnd, end: NewEnd): void {
    this.#session.sketch(arrowFrom(start, end, this.#session.settings.drawStyle))
  }

  showOutline(form: Outline['form'], box: Box): void {
    this.#session.sketch(outlineFrom(form, box, this.#session.settings.drawStyle))
  }

  /** Nothing is on its way to the board any more. */
  showNothing(): void {
    this.#session.sketch(null)
    this.#session.target(null)
  }

  putArrow(start: NewEnd, end: NewEnd): string | null {
    const id = this.#put({ kind: 'arrow', start, end })
    this.#finish(id, false)
    return id
  }

  putOutline(form: Outline['form'], box: Box): string | null {
    const { fill } = this.#session.settings.drawStyle
    const id = this.#put({ kind: 'shape', form, box, fill })
    // A phone's keyboard would cover what was just drawn; there a double tap opens it.
    this.#finish(id, !this.isTouch)
    return id
  }

  /** A text box where the pointer is, open for words; or the one that is there already. */
  putText(at: Point): string | null {
    const there = this.figures()
      .toSorted((a, b) => (a.z < b.z ? 1 : -1))
      .find((figure) => figure.kind === 'text' && contains(figureBox(this.board, figure), at))
    if (there !== undefined) {
      this.#finish(there.id, true)
      return there.id
    }
    const { size } = this.#session.settings.drawStyle
    const line = TEXT_PX[size] * LINE_HEIGHT
    return this.#open({ x: Math.round(at.x), y: Math.round(at.y - line / 2) })
  }

  #open(at: Point): string | null {
    const id = this.#put({ kind: 'text', at, text: '' })
    this.#finish(id, true)
    return id
  }

  /**
   * Puts what the tool in hand makes at a free place near the centre of view, without a pointer; an arrow between the
   * two things selected. Returns its id, `null` where that cannot be done.
   */
  putInView(tool: CanvasTool): string | null {
    if (this.#session.readOnly) return null
    stopEditing(this.#session)
    switch (tool) {
      case 'text': {
        const { x, y } = this.#roomFor(TEXT_WIDTH, TEXT_ROOM)
        return this.#open({ x, y })
      }
      case 'rectangle':
      case 'ellipse': {
        const { fill } = this.#session.settings.drawStyle
        const box = this.#roomFor(OUTLINE_W, OUTLINE_H)
        const id = this.#put({ kind: 'shape', form: tool, box, fill })
        this.#finish(id, true)
        return id
      }
      case 'arrow': {
        const selected = new Set(this.#session.selectedKeys())
        const [from, to, more] = readingOrder(this.board).flatMap(({ item }) =>
          selected.has(keyOf(item)) && isSticky(this.board, item) ? [item] : [],
        )
        if (from !== undefined && to !== undefined && more === undefined) return this.connect(from, to)
        const { x, y, w, h } = this.#roomFor(OUTLINE_W, ARROW_ROOM)
        return this.putArrow({ x, y: y + h / 2 }, { x: x + w, y: y + h / 2 })
      }
      default:
        return null
    }
  }

  /** A free place in view that leaves some air to what is there. */
  #roomFor(w: number, h: number): Box {
    const { x, y } = this.#session.views.placeFor(w + 2 * AIR, h + 2 * AIR)
    return { x: x + AIR, y: y + AIR, w, h }
  }

  /** An arrow from one thing to another. */
  connect(from: Item, to: Item): string | null {
    const ends = this.#session.readOnly ? null : endsBetween(this.board, from, to)
    return ends === null ? null : this.putArrow(ends.start, ends.end)
  }

  #put(fresh: NewFigure): string | null {
    if (this.#session.readOnly) return null
    const { color, size } = this.#session.settings.drawStyle
    const [id] = this.#step(() => addFigures(this.#session.writer, [{ ...fresh, color, size }]))
    if (id === undefined) return null
    this.#redraw([id])
    return id
  }

  #finish(id: string | null, isEditing: boolean): void {
    this.putDown()
    if (id === null) return
    this.#session.selectItems([{ root: 'drawings', id }])
    if (isEditing) startEditingFigure(this.#session, id)
    else this.#session.focus()
  }

  // ---- Laser

  shine(at: Point): void {
    this.lasers.shine(at)
  }

  darken(): void {
    this.lasers.off()
  }

  #redraw(ids: readonly string[]): void {
    if (ids.length > 0) this.#session.redrawFigures(ids)
  }

  #step<T>(work: () => T): T {
    this.#session.undo.checkpoint()
    try {
      return work()
    } finally {
      this.#session.undo.checkpoint()
    }
  }
}
