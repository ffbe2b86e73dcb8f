/** Time as an argument, so that a test turns it by hand. */
export interface Clock {
  /** Now, in ms since 1970. */
  now(): number
  /** Runs `work` once after `ms`; the answer calls it off. */
  after(ms: number, work: () => void): () => void
}
