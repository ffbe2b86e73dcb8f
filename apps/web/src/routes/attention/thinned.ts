/** Least time between two messages of what is looked at, in ms: a camera that follows glides in between. */
const EVERY_MS = 200

/** Something done at most once in a while, the last time always. */
export interface Thinned {
  /** Does it as soon as it may be done again. */
  readonly soon: () => void
  /** Does it at once. */
  readonly now: () => void
  readonly stop: () => void
}

/** Thins out work that is asked for with every frame. */
export function thinned(work: () => void): Thinned {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = -Infinity
  const now = (): void => {
    clearTimeout(timer)
    timer = undefined
    last = performance.now()
    work()
  }
  return {
    now,
    soon: () => {
      timer ??= setTimeout(now, Math.max(0, last + EVERY_MS - performance.now()))
    },
    stop: () => clearTimeout(timer),
  }
}
