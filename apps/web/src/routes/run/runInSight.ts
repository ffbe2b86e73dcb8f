import { useSyncExternalStore } from 'react'

let isInSight = false
const listeners = new Set<() => void>()

/** Told by the *Run* panel when it unfolds beside a screen, and when it goes. */
export function setRunInSight(to: boolean): void {
  if (to === isInSight) return
  isInSight = to
  for (const listener of listeners) listener()
}

/** Whether the *Run* panel stands beside the screen: what facilitators have there they need not have twice. */
export function useRunInSight(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isInSight,
  )
}
