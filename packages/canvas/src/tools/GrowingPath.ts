/** The outline of a stroke that grows: a long one is drawn in parts, so that its length does not slow the hand. */
import type { Ink } from '@moot/board'
import { inkPath } from '@moot/picture'

/** Numbers (x and y each count) in a part that is drawn once and kept; what follows is drawn anew with each step. */
const PART = 1_200
/** Numbers of a kept part that the next one begins with, so that no joint shows. */
const JOINT = 24

/** Paths of one stroke while it is drawn. */
export class GrowingPath {
  readonly #look: Pick<Ink, 'pen' | 'size'>
  #kept: string[] = []
  #upTo = 0

  constructor(look: Pick<Ink, 'pen' | 'size'>) {
    this.#look = look
  }

  /** The paths for all points so far, x, y, x, y …, in order; fewer than before mean that a new stroke began. */
  paths(points: readonly number[]): readonly string[] {
    if (points.length < this.#upTo) {
      this.#kept = []
      this.#upTo = 0
    }
    while (points.length - this.#upTo > 2 * PART) {
      this.#kept.push(this.#path(points.slice(this.#from, this.#upTo + PART)))
      this.#upTo += PART
    }
    return [...this.#kept, this.#path(points.slice(this.#from))]
  }

  get #from(): number {
    return Math.max(0, this.#upTo - JOINT)
  }

  #path(points: readonly number[]): string {
    return inkPath({ ...this.#look, points })
  }
}
