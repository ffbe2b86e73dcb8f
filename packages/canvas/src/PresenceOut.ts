/** What others see of this canvas, thinned: the latest of everything, at most ten times a second. */
import type { CanvasPresence, OwnPresence } from './props.ts'
import { bundleOf } from './tools/LaserTrail.ts'

/** Time between two messages, in ms. */
export const PRESENCE_EVERY_MS = 100

/** Timers, so that tests need not wait. */
export interface Timers {
  readonly now: () => number
  readonly after: (ms: number, work: () => void) => () => void
}

/** The browser's own timers. */
export const browserTimers: Timers = {
  now: () => performance.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}

/** Gathers changes and passes them on at most once in `PRESENCE_EVERY_MS`. */
export class PresenceOut {
  readonly #presence: CanvasPresence
  readonly #timers: Timers
  #waiting: Partial<OwnPresence> = {}
  #lastSent = Number.NEGATIVE_INFINITY
  #cancel: (() => void) | null = null

  constructor(presence: CanvasPresence, timers: Timers = browserTimers) {
    this.#presence = presence
    this.#timers = timers
  }

  set(part: Partial<OwnPresence>): void {
    // A laser's points since the last message all go along; of everything else the latest.
    const laser = part.laser == null ? {} : { laser: [...(this.#waiting.laser ?? []), ...part.laser] }
    this.#waiting = { ...this.#waiting, ...part, ...laser }
    if (this.#cancel !== null) return
    const wait = this.#lastSent + PRESENCE_EVERY_MS - this.#timers.now()
    if (wait <= 0) this.#send()
    else {
      this.#cancel = this.#timers.after(wait, () => {
        this.#cancel = null
        this.#send()
      })
    }
  }

  /** Takes everything back: the canvas is going away. */
  dispose(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#presence.set({ cursor: null, drag: null, editing: null, laser: null })
  }

  #send(): void {
    this.#lastSent = this.#timers.now()
    const part = this.#waiting
    this.#waiting = {}
    this.#presence.set(part.laser == null ? part : { ...part, laser: bundleOf(part.laser) })
  }
}
