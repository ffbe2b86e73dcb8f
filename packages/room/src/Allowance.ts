/** How much of something may be used: so much at once, and so much more with every second. */
export interface AllowanceOf {
  readonly most: number
  readonly perSecond: number
}

/** What is left of it at each moment. */
export class Allowance {
  readonly #of: AllowanceOf
  #left: number
  /** When that was left, ms since 1970. */
  #at: number

  constructor(of: AllowanceOf, now: number) {
    this.#of = of
    this.#left = of.most
    this.#at = now
  }

  /** Uses some of it up; where there is not so much, nothing, and answers no. */
  take(cost: number, now: number): boolean {
    const { most, perSecond } = this.#of
    // A clock that was set back gives nothing and takes nothing.
    const gained = (Math.max(0, now - this.#at) / 1_000) * perSecond
    this.#left = Math.min(most, this.#left + gained)
    this.#at = now
    if (cost > this.#left) return false
    this.#left -= cost
    return true
  }
}
