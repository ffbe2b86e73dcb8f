/** One stroke while it is drawn: thinned as it comes, written in parts so that others see it grow. */
import type { DrawColor, DrawSize, Ink, Point, Undo, Writer } from '@moot/board'
import { addFigures, CREATION, extendInk, removeFigures, settleInk } from '@moot/board'
import type { Timers } from '../PresenceOut.ts'
import { Thinner } from './thin.ts'

/** How long a stroke is only on this screen, in ms: the first finger of two that zoom writes nothing by then. */
const FIRST_AFTER_MS = 150
/** Between two parts of a stroke, in ms: five a second at most. */
const EVERY_MS = 200

/** What a stroke is drawn with. */
export interface InkStyle {
  readonly pen: Ink['pen']
  readonly color: DrawColor
  readonly size: DrawSize
}

/**
 * A stroke under the hand. It is one step of undo, from its first part on; where it is longer than one record holds, it
 * goes on in another one, which is a step of its own.
 */
export class InkStroke {
  readonly style: InkStyle
  readonly #writer: Writer
  readonly #undo: Undo
  readonly #timers: Timers
  readonly #thinner: Thinner
  /** Points kept and not yet written, x, y, x, y … in canvas px. */
  #unwritten: number[]
  /** Points of the record that grows now, written or not. */
  #points: number[]
  #id: string | null = null
  readonly #finished: string[] = []
  #cancel: (() => void) | null = null
  #isOver = false

  /** @param zoom - screen px for one canvas px */
  constructor(
    writer: Writer,
    undo: Undo,
    style: InkStyle,
    { first, zoom, timers }: { readonly first: Point; readonly zoom: number; readonly timers: Timers },
  ) {
    this.#writer = writer
    this.#undo = undo
    this.style = style
    this.#timers = timers
    this.#thinner = new Thinner(first, zoom)
    this.#unwritten = [first.x, first.y]
    this.#points = [first.x, first.y]
    this.#writeAfter(FIRST_AFTER_MS)
  }

  /** The record that grows now; `null` before its first part is written. */
  get id(): string | null {
    return this.#id
  }

  /** Whether others can see any of it. */
  get isWritten(): boolean {
    return this.#id !== null
  }

  /** What the record that grows now will be drawn from, up to the hand; x, y, x, y … in canvas px. */
  get points(): readonly number[] {
    const { x, y } = this.#thinner.last
    return [...this.#points, x, y]
  }

  /** The hand went on to here. */
  add(at: Point): void {
    if (!this.#isOver) this.#keep(this.#thinner.add(at))
  }

  /** The hand was lifted: writes what is left. Returns the records that it became. */
  end(): string[] {
    if (this.#isOver) return []
    this.#keep(this.#thinner.end())
    this.#write()
    this.#stop()
    if (this.#id !== null) settleInk(this.#writer, this.#id)
    return this.ids
  }

  /** As if it had never been: nothing is left to see, and nothing to undo. */
  cancel(): string[] {
    if (this.#isOver) return []
    this.#stop()
    if (this.ids.length > 0) removeFigures({ ...this.#writer, origin: CREATION }, this.ids, 'empty')
    return this.ids
  }

  /** The records that it became so far. */
  get ids(): string[] {
    return this.#id === null ? this.#finished : [...this.#finished, this.#id]
  }

  #keep(points: readonly Point[]): void {
    for (const { x, y } of points) {
      this.#unwritten.push(x, y)
      this.#points.push(x, y)
    }
  }

  #stop(): void {
    this.#isOver = true
    this.#cancel?.()
    this.#cancel = null
    this.#undo.checkpoint()
  }

  #writeAfter(ms: number): void {
    this.#cancel = this.#timers.after(ms, () => {
      this.#write()
      this.#writeAfter(EVERY_MS)
    })
  }

  #write(): void {
    const fresh = this.#unwritten
    if (fresh.length === 0) return
    this.#unwritten = []
    if (this.#id === null) this.#begin(fresh)
    else if (!extendInk(this.#writer, this.#id, fresh)) {
      // Full, or erased by somebody: goes on in a record of its own, from where this one ended.
      const joint = this.#points.slice(0, this.#points.length - fresh.length).slice(-2)
      settleInk(this.#writer, this.#id)
      this.#finished.push(this.#id)
      this.#begin([...joint, ...fresh])
    }
  }

  #begin(points: number[]): void {
    this.#undo.checkpoint()
    const [id] = addFigures(this.#writer, [{ kind: 'ink', ...this.style, points }])
    this.#undo.checkpoint()
    this.#id = id ?? null
    this.#points = [...points]
  }
}
