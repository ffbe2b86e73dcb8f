/**
 * What the canvas shows beyond the document: things in hands, one's own and others', and who is writing where. Says
 * what has to be drawn anew when any of it changes; arrows come along with what they stick to.
 */
import type { Anchors, BoardChange, BoardReading, Figure, Note } from '@moot/board'
import { ArrowIndex } from './ArrowIndex.ts'
import type { Dropped } from './Hands.ts'
import { Hands } from './Hands.ts'
import { figureKey, keysOf, noteKey } from './items.ts'
import type { Shown } from './noteRecord.ts'
import type { NextFrame } from './Projection.ts'
import type { CanvasPresence } from './props.ts'

/** Draws these anew: with the next frame, or `now` for a hand that is moving. */
export type Redraw = (keys: Iterable<string>, now: boolean) => void

/** Hands and writers of one canvas. */
export class Beyond {
  readonly hands: Hands
  /** Figures that something else stands for just now. */
  isHidden: (id: string) => boolean = () => false
  /** Where a note comes from, in words. */
  origin: (note: Note) => string = () => ''
  readonly #arrows: ArrowIndex
  readonly #presence: CanvasPresence
  readonly #redraw: Redraw
  readonly #isGliding: () => boolean
  readonly #nextFrame: NextFrame
  readonly #stopHearing: () => void
  #writers = new Map<string, string>()
  #glide: (() => void) | null = null
  #hearing: (() => void) | null = null

  constructor(
    board: BoardReading,
    presence: CanvasPresence,
    redraw: Redraw,
    isGliding: () => boolean,
    nextFrame: NextFrame,
  ) {
    this.hands = new Hands(board)
    this.#arrows = new ArrowIndex(board)
    this.#presence = presence
    this.#redraw = redraw
    this.#isGliding = isGliding
    this.#nextFrame = nextFrame
    this.#stopHearing = presence.onChange(() => {
      // Others are many and speak often: once a frame is enough to hear them.
      this.#hearing ??= nextFrame(() => {
        this.#hearing = null
        this.hear()
      })
    })
  }

  readonly note = (note: Note): Shown => this.#shown(noteKey(note.id), note.id)
  readonly figure = (figure: Figure): Shown => this.#shown(figureKey(figure.id), figure.id)
  readonly instead = (figure: Figure): Figure => this.hands.instead(figure)
  readonly anchors = (figure: Figure): Anchors => this.hands.anchors(figure)

  /** The document changed. */
  onBoard(change: BoardChange): void {
    const keys = keysOf({ notes: [...change.notes], figures: [...change.drawings] })
    this.hands.landed(keys)
    this.#arrows.update(change.drawings)
    this.#redraw(this.#arrows.along(keys), false)
  }

  /** Holds these away from where the document has them. */
  drag(keys: readonly string[], dx: number, dy: number): { readonly dx: number; readonly dy: number } {
    const way = this.hands.drag(keys, dx, dy)
    this.#redraw(this.#arrows.along(keys), true)
    return way
  }

  /** Lets go; `write` gets where each was let go, if it was moved at all. */
  letGo(write?: (drops: readonly Dropped[]) => void): void {
    const { keys, drops } = this.hands.letGo()
    if (drops.length > 0) write?.(drops)
    this.#redraw(this.#arrows.along(keys), true)
  }

  /** Draws a figure as a hand is changing it; `null` draws it as the document has it. */
  reshape(figure: Figure | null): void {
    const before = this.hands.reshaped
    this.hands.reshape(figure)
    const keys = [before, figure].flatMap((each) => (each === null ? [] : [figureKey(each.id)]))
    this.#redraw(this.#arrows.along(keys), true)
  }

  /** Takes in what others show now. */
  hear(): void {
    const others = this.#presence.others()
    const writers = new Map<string, string>()
    for (const other of others.values()) if (other.editing != null) writers.set(other.editing, other.name)
    const changed = [...new Set([...writers.keys(), ...this.#writers.keys()])]
      .filter((id) => writers.get(id) !== this.#writers.get(id))
      .flatMap((id) => [noteKey(id), figureKey(id)])
    this.#writers = writers
    const held = this.hands.hear(others, performance.now(), this.#isGliding())
    this.#redraw([...changed, ...this.#arrows.along(held)], false)
    if (this.hands.isGliding) this.#glideOn()
  }

  dispose(): void {
    this.#stopHearing()
    this.#glide?.()
    this.#hearing?.()
  }

  #shown(key: string, id: string): Shown {
    return { ...this.hands.held(key), writer: this.#writers.get(id) ?? '' }
  }

  #glideOn(): void {
    if (this.#glide !== null) return
    this.#glide = this.#nextFrame(() => {
      this.#glide = null
      this.#redraw(this.#arrows.along(this.hands.step(performance.now())), false)
      if (this.hands.isGliding) this.#glideOn()
    })
  }
}
