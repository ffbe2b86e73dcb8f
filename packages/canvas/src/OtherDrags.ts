/**
 * Notes and figures in other people's hands. Steps arrive at most ten times a second, so cards glide from one to the next; what is
 * drawn is an offset from where the document has it, and it ends when the document has caught up (C-4).
 */
import type { Point, ReadableBoard } from '@moot/board'
import { isFigure } from '@moot/board'
import { figureKey, itemOf, noteKey } from './items.ts'
import type { OtherPerson } from './props.ts'

interface Held {
  /** Where the document had it when it was picked up. */
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
/** Notes and figures that one person can be seen dragging; more are not sent either. */
export const DRAG_SHOWN_MAX = 40

/** Offsets of what others hold, by key. */
export class OtherDrags {
  readonly #board: ReadableBoard
  readonly #held = new Map<string, Held>()

  constructor(board: ReadableBoard) {
    this.#board = board
  }

  get busy(): boolean {
    return this.#held.size > 0
  }

  /** Offset of one of them, or `null` where nobody else holds it. */
  offset(key: string): { readonly dx: number; readonly dy: number } | null {
    const held = this.#held.get(key)
    return held === undefined || held.landed ? null : { dx: held.x, dy: held.y }
  }

  /** Takes in what others show now; returns the keys concerned. */
  hear(others: ReadonlyMap<number, OtherPerson>, now: number, gliding: boolean): string[] {
    const seen = new Set<string>()
    for (const other of others.values()) {
      const drag = other.drag
      if (drag == null || !Number.isFinite(drag.dx) || !Number.isFinite(drag.dy)) continue
      for (const id of drag.ids.slice(0, DRAG_SHOWN_MAX)) {
        const key = this.#board.notes.has(id) ? noteKey(id) : figureKey(id)
        const home = this.#placeOf(key)
        if (home === null) continue
        seen.add(key)
        const held = this.#held.get(key)
        if (held === undefined) {
          const at = gliding ? { x: 0, y: 0 } : { x: drag.dx, y: drag.dy }
          this.#held.set(key, {
            homeX: home.x,
            homeY: home.y,
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
    for (const [key, held] of this.#held) {
      if (seen.has(key)) continue
      if (held.landed) this.#held.delete(key)
      else held.releasedAt ??= now
    }
    return [...this.#held.keys()]
  }

  /** The document moved these: whoever held them has dropped them. */
  landed(keys: Iterable<string>): void {
    for (const key of keys) {
      const held = this.#held.get(key)
      if (held === undefined) continue
      const place = this.#placeOf(key)
      if (place === null) this.#held.delete(key)
      else if (place.x !== held.homeX || place.y !== held.homeY) {
        if (held.releasedAt === null) held.landed = true
        else this.#held.delete(key)
      }
    }
  }

  /** One frame of gliding; returns the keys of what moved. */
  step(now: number): string[] {
    const moved: string[] = []
    for (const [key, held] of this.#held) {
      if (held.landed) continue
      if (held.releasedAt !== null && now - held.releasedAt > AWAIT_DROP_MS) {
        this.#held.delete(key)
        moved.push(key)
        continue
      }
      const [leftX, leftY] = [held.toX - held.x, held.toY - held.y]
      if (leftX === 0 && leftY === 0) continue
      const near = Math.abs(leftX) < 0.5 && Math.abs(leftY) < 0.5
      held.x = near ? held.toX : held.x + leftX * GLIDE
      held.y = near ? held.toY : held.y + leftY * GLIDE
      moved.push(key)
    }
    return moved
  }

  /** Where the document has something in sight. */
  #placeOf(key: string): Point | null {
    const { root, id } = itemOf(key)
    const found = root === 'notes' ? this.#board.notes.get(id) : this.#board.drawings.get(id)
    if (found === undefined || ('kind' in found && !isFigure(found))) return null
    return found.gone === null ? found : null
  }
}
