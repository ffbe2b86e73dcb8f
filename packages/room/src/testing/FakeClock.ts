/** A clock that a test turns by hand. */
import type { Clock } from '../Clock.ts'

export class FakeClock implements Clock {
  #now: number
  readonly #timers = new Set<{ readonly at: number; readonly work: () => void }>()

  constructor(now = 1_700_000_000_000) {
    this.#now = now
  }
  now(): number {
    return this.#now
  }
  after(ms: number, work: () => void): () => void {
    const timer = { at: this.#now + ms, work }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Lets time pass, timers in order, and everything that they lead to come to rest. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    for (;;) {
      await atRest()
      const [next] = [...this.#timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)
      if (next === undefined) break
      this.#timers.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.work()
    }
    this.#now = end
    await atRest()
  }
}

/** Resolves when no promise is left that could run by itself. */
export function atRest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
