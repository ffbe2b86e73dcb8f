/**
 * Notes in other people's hands. Steps arrive at most ten times a second, so cards glide from one to the next; what is
 * drawn is an offset from where the document has the note, and it ends when the document has caught up (C-4).
 */
import type { ReadableBoard } from '@moot/board'
import type { OtherPerson } from './props.ts'

interface Held {
  /** Where the document had the note when it was picked up. */
  readonly homeX: number
  readonly homeY: number
  /** Offset that was last heard of, and the one drawn. */
  toX: number
  toY: number
  x: number
  y: number
  /** When its owner let go, in ms; the document's word is then awaited for a moment. */
  releasedAt: number | null
  /** The drop has arrived; later steps of the same drag are stale. */
  landed: boolean
}

/** How long a card waits for its drop after the hand let go, in ms. */
const AWAIT_DROP_MS = 700
/** Part of the remaining way that a card glides in one frame. */
const GLIDE = 0.35
/** Notes that one person can be seen dragging; more are not sent either. */
export const DRAG_SHOWN_MAX = 40

/** Offsets of notes that others hold. */
export class OtherDrags {
  readonly #board: ReadableBoard
  readonly #held = new Map<string, Held>()

  constructor(board: ReadableBoard) {
    this.#board = board
  }

  get busy(): boolean {
    return this.#held.size > 0
  }

  /** Offset of one note, or `null` where nobody else holds it. */
  offset(id: string): { readonly dx: number; readonly dy: number } | null {
    const held = this.#held.get(id)
    return held === undefined || held.landed ? null : { dx: held.x, dy: held.y }
  }

  /** Takes in what others show now; returns the notes concerned. */
  hear(others: ReadonlyMap<number, OtherPerson>, now: number, gliding: boolean): string[] {
    const seen = new Set<string>()
    for (const other of others.values()) {
      const drag = other.drag
      if (drag == null || !Number.isFinite(drag.dx) || !Number.isFinite(drag.dy)) continue
      for (const id of drag.ids.slice(0, DRAG_SHOWN_MAX)) {
        const note = this.#board.notes.get(id)
        if (note === undefined || note.gone !== null) continue
        seen.add(id)
        const held = this.#held.get(id)
        if (held === undefined) {
          const at = gliding ? { x: 0, y: 0 } : { x: drag.dx, y: drag.dy }
          this.#held.set(id, {
            homeX: note.x,
            homeY: note.y,
            toX: drag.dx,
            toY: drag.dy,
            ...at,
            releasedAt: null,
            landed: false,
          })
        } else {
          held.toX = drag.dx
          held.toY = drag.dy
          held.releasedAt = null
          if (!gliding) [held.x, held.y] = [drag.dx, drag.dy]
        }
      }
    }
    for (const [id, held] of this.#held) {
      if (seen.has(id)) continue
      if (held.landed) this.#held.delete(id)
      else held.releasedAt ??= now
    }
    return [...this.#held.keys()]
  }

  /** The document moved these notes: whoever held them has dropped them. */
  landed(ids: Iterable<string>): void {
    for (const id of ids) {
      const held = this.#held.get(id)
      const note = this.#board.notes.get(id)
      if (held === undefined) continue
      if (note === undefined || note.gone !== null) this.#held.delete(id)
      else if (note.x !== held.homeX || note.y !== held.homeY) {
        if (held.releasedAt === null) held.landed = true
        else this.#held.delete(id)
      }
    }
  }

  /** One frame of gliding; returns the notes that moved. */
  step(now: number): string[] {
    const moved: string[] = []
    for (const [id, held] of this.#held) {
      if (held.landed) continue
      if (held.releasedAt !== null && now - held.releasedAt > AWAIT_DROP_MS) {
        this.#held.delete(id)
        moved.push(id)
        continue
      }
      const [leftX, leftY] = [held.toX - held.x, held.toY - held.y]
      if (leftX === 0 && leftY === 0) continue
      const near = Math.abs(leftX) < 0.5 && Math.abs(leftY) < 0.5
      held.x = near ? held.toX : held.x + leftX * GLIDE
      held.y = near ? held.toY : held.y + leftY * GLIDE
      moved.push(id)
    }
    return moved
  }
}
