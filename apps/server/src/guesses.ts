/** Wrong guesses of codes, counted by address: a few mistypes cost nothing, a machine that tries them all gets nowhere. */

/** Wrong guesses before anybody waits: a room full of people behind one address mistypes too. */
const FREE_GUESSES = 20
/** The first wait; each further wrong guess doubles it, in ms. */
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000
/** After this long without a wrong guess all is forgotten, in ms. */
const FORGET_MS = 15 * 60_000
/** Addresses remembered at once. */
const ADDRESSES_MAX = 50_000

interface Guesser {
  wrong: number
  last: number
}

export class Guesses {
  readonly #now: () => number
  readonly #byAddress = new Map<string, Guesser>()

  /** @param now - ms since 1970 */
  constructor(now: () => number) {
    this.#now = now
  }

  /** How long this address has to wait before it may guess, in ms; 0 for not at all. */
  waitOf(address: string): number {
    const known = this.#byAddress.get(address)
    if (known === undefined) return 0
    const since = this.#now() - known.last
    if (since > FORGET_MS) {
      this.#byAddress.delete(address)
      return 0
    }
    if (known.wrong < FREE_GUESSES) return 0
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(16, known.wrong - FREE_GUESSES))
    return Math.max(0, wait - since)
  }

  /** Takes note of a wrong guess. */
  wrong(address: string): void {
    const known = this.#byAddress.get(address) ?? { wrong: 0, last: 0 }
    known.wrong += 1
    known.last = this.#now()
    // Again at the end, so that the first in the map is the one not heard of for longest.
    this.#byAddress.delete(address)
    this.#byAddress.set(address, known)
    const [oldest] = this.#byAddress.keys()
    if (this.#byAddress.size > ADDRESSES_MAX && oldest !== undefined) this.#byAddress.delete(oldest)
  }
}
