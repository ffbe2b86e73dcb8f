/** Writing on a board that is not the one on the screen. */
import type { BoardReplica } from '@moot/client'

/** How long another board may take to open or to save, in ms. */
const PATIENCE_MS = 15_000

/** Whether a board is there and may be written on. */
export function isOpen({ store }: BoardReplica): boolean {
  const { synced, readOnly, connection } = store.getState()
  return synced && !readOnly && connection.state === 'open'
}

/** Waits until something holds of a board; `false` where it does not in time. */
export function becomes({ store }: BoardReplica, holds: () => boolean): Promise<boolean> {
  if (holds()) return Promise.resolve(true)
  return new Promise((resolve) => {
    const end = (is: boolean): void => {
      clearTimeout(timer)
      stop()
      resolve(is)
    }
    const timer = setTimeout(() => end(false), PATIENCE_MS)
    const stop = store.subscribe(({ connection }) => {
      if (holds()) end(true)
      else if (connection.state === 'refused') end(false)
    })
  })
}
