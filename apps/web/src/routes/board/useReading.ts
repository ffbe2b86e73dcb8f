/** Rendering with a board: again after each change, one's own at once, others' a few times a second. */
import type { ReadableBoard } from '@moot/board'
import type { BoardReplica } from '@moot/client'
import { useMemo, useSyncExternalStore } from 'react'

/** Others' changes are shown at most this often, in ms: forty people typing must not mean forty renders a second. */
const OTHERS_EVERY_MS = 80

/**
 * What the board holds, as a new object after every change, for memos to depend on. The maps in it are the live ones of
 * `replica.reading`, and values of what did not change keep their identity.
 */
export function useReading(replica: BoardReplica): ReadableBoard {
  const source = useMemo(() => readings(replica), [replica])
  return useSyncExternalStore(source.subscribe, source.latest)
}

function readings(replica: BoardReplica): {
  readonly subscribe: (listener: () => void) => () => void
  readonly latest: () => ReadableBoard
} {
  const read = (): ReadableBoard => ({
    notes: replica.reading.notes,
    regions: replica.reading.regions,
    themes: replica.reading.themes,
    drawings: replica.reading.drawings,
  })
  let latest = read()
  return {
    latest: () => latest,
    subscribe(listener) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const show = (): void => {
        clearTimeout(timer)
        timer = undefined
        latest = read()
        listener()
      }
      // What changed between rendering and subscribing must show as well.
      latest = read()
      const stop = replica.reading.onChange(({ origin }) => {
        if (origin === replica.writer.origin) show()
        else timer ??= setTimeout(show, OTHERS_EVERY_MS)
      })
      return () => {
        clearTimeout(timer)
        stop()
      }
    },
  }
}
