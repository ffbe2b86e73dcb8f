/** Phones and very narrow windows: the list first, the composer on top. */
import { useSyncExternalStore } from 'react'

const query = matchMedia('(max-width: 640px)')

/** Whether the window is at most 640 px wide. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => query.matches,
  )
}
