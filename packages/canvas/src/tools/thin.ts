/** Thins a stroke while it is drawn: points that change nothing on the screen are left out. Pure. */
import type { Point } from '@moot/board'

/** How far a thinned line may be from what the hand drew, in px on the screen. */
const OFF_MAX = 0.6
/** Furthest between two points that are kept, in px on the screen: a curve's outline is smoothed from point to point. */
const STEP_MAX = 8
/** Nearest, in px on the screen. */
const STEP_MIN = 0.35

const between = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Distance of a point from the stretch between two others. */
export function offStretch(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const square = dx * dx + dy * dy
  const along = square === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / square
  const part = Math.max(0, Math.min(1, along))
  return between(at, { x: from.x + dx * part, y: from.y + dy * part })
}

/**
 * One stroke being drawn. Every point given lies within 1 px on the screen of the line through the points kept, which
 * begin with the first and end (after `end`) with the last one given.
 */
export class Thinner {
  /** Screen px for one canvas px. */
  readonly #zoom: number
  #kept: Point
  /** Points since the one kept last; all of them near the stretch from it to the latest. */
  #open: Point[] = []

  constructor(first: Point, zoom: number) {
    this.#kept = first
    this.#zoom = zoom
  }

  /** The latest point given, kept or not. */
  get last(): Point {
    return this.#open.at(-1) ?? this.#kept
  }

  /** Takes the next point; returns those that are kept from now on, in order. */
  add(next: Point): Point[] {
    if (between(this.last, next) * this.#zoom < STEP_MIN && this.#open.length > 0) return []
    if (this.#fits(next)) {
      this.#open.push(next)
      return []
    }
    const turn = this.#open.at(-1)
    this.#open = [next]
    if (turn === undefined) return []
    this.#kept = turn
    return [turn]
  }

  /** The hand is lifted: returns the last point, if it is not kept yet. */
  end(): Point[] {
    const last = this.#open.at(-1)
    this.#open = []
    if (last === undefined || between(last, this.#kept) === 0) return []
    this.#kept = last
    return [last]
  }

  #fits(next: Point): boolean {
    if (this.#open.length === 0) return true
    if (between(this.#kept, next) * this.#zoom > STEP_MAX) return false
    return this.#open.every((each) => offStretch(each, this.#kept, next) * this.#zoom <= OFF_MAX)
  }
}
