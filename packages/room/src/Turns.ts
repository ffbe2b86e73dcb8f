/** What is under way in a room, and what is done one after the other. */
export class Turns {
  #queue: Promise<unknown> = Promise.resolve()
  #busy = 0

  /** Whether anything is under way. */
  get isBusy(): boolean {
    return this.#busy > 0
  }

  /** Does `work` after all that was begun in turn before it, on what that left. */
  next<T>(work: () => Promise<T>): Promise<T> {
    return this.hold(() => {
      const result = this.#queue.then(work)
      this.#queue = result.catch(() => undefined)
      return result
    })
  }

  /** Does `work` at once; meanwhile something is under way. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    this.#busy += 1
    try {
      return await work()
    } finally {
      this.#busy -= 1
    }
  }

  /** Resolves when all that was begun in turn is done. */
  async settled(): Promise<void> {
    await this.#queue
  }
}
