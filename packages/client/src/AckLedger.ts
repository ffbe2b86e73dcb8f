/**
 * Which of our own updates the server has acknowledged, by counting frames (design §7). Pure: it knows no socket.
 *
 * The server says "the first n step-2 and update frames of this connection are durable". An update counts as sent in
 * the frame that carried it; the step 2 of a connection carries everything the server lacked, so it covers all that
 * was pending when it left. A new connection counts from nought.
 */
export class AckLedger {
  /** Updates not acknowledged yet, oldest first; `frame` is the frame of this connection that carries them. */
  #pending: { readonly update: Uint8Array; frame: number | undefined }[] = []
  #frames = 0

  /** How many updates are not acknowledged. */
  get size(): number {
    return this.#pending.length
  }

  /** The updates not acknowledged, oldest first. */
  get updates(): readonly Uint8Array[] {
    return this.#pending.map(({ update }) => update)
  }

  /** A local update came to be; it may or may not be sent at once. */
  written(update: Uint8Array): void {
    this.#pending.push({ update, frame: undefined })
  }

  /** An update frame left on this connection: it carries the newest update. */
  sentUpdate(): void {
    this.#frames += 1
    const last = this.#pending.at(-1)
    if (last) last.frame = this.#frames
  }

  /** Our step 2 left on this connection: it carries all that is pending. */
  sentStep2(): void {
    this.#frames += 1
    for (const each of this.#pending) each.frame = this.#frames
  }

  /** The first `count` frames of this connection are durable. Returns whether anything was pending and is not now. */
  acknowledged(count: number): boolean {
    const before = this.#pending.length
    this.#pending = this.#pending.filter(({ frame }) => frame === undefined || frame > count)
    return this.#pending.length < before
  }

  /** The connection is gone: what was not acknowledged will travel in the next one's step 2. */
  disconnected(): void {
    this.#frames = 0
    for (const each of this.#pending) each.frame = undefined
  }

  /** Forgets what is pending, because it was refused and is offered to its writer in another way. */
  clear(): void {
    this.#pending = []
  }
}
