/** What is said to screen readers without moving the focus: one polite line, with bursts summed up. */

/** Milliseconds of quiet after which a summed-up line is said: a paste of forty notes is one sentence. */
const QUIET_MS = 1_200
/** Milliseconds after which a summed-up line is said although more keeps coming. */
const PATIENCE_MS = 6_000

type Listener = (line: string) => void
interface Sum {
  count: number
  say: (count: number) => string
  since: number
  timer: ReturnType<typeof setTimeout>
}

const sums = new Map<string, Sum>()
let listener: Listener | undefined
/** Said before the live region was on the page. */
let early: string[] = []

/** Says a sentence once, when the reader has finished what it is saying. */
export function announce(line: string): void {
  if (listener) listener(line)
  else early.push(line)
}

/**
 * Counts things of one kind and says one sentence for all of them once there is a pause.
 *
 * @param kind - what is counted together, e.g. `notes-added`
 * @param say - the sentence for so many of them; the latest one given is used
 */
export function announceMany(kind: string, say: (count: number) => string, count = 1): void {
  const earlier = sums.get(kind)
  if (earlier) clearTimeout(earlier.timer)
  const since = earlier?.since ?? Date.now()
  const wait = Math.max(0, Math.min(QUIET_MS, since + PATIENCE_MS - Date.now()))
  const sum: Sum = {
    count: (earlier?.count ?? 0) + count,
    say,
    since,
    timer: setTimeout(() => {
      sums.delete(kind)
      announce(say(sum.count))
    }, wait),
  }
  sums.set(kind, sum)
}

/** For the one live region of the page: gets every line from now on. */
export function listenToAnnouncements(next: Listener): () => void {
  listener = next
  const waiting = early
  early = []
  for (const line of waiting) next(line)
  return () => {
    if (listener === next) listener = undefined
  }
}
