import type { WorkshopReplica } from '@moot/client'
import { useEffect, useState } from 'react'

/** Longest wait before looking at the server's clock again, in ms: what this browser knows of it gets better. */
const LOOK_AGAIN_MS = 5_000

/** Whether a moment has come, by the server's clock; renders when it does. @param at - ms since 1970, `null` for never */
export function useHasCome(at: number | null, replica: WorkshopReplica): boolean {
  const [hasCome, setHasCome] = useState(() => at !== null && replica.serverNow() >= at)
  useEffect(() => {
    let wait: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      const left = at === null ? undefined : at - replica.serverNow()
      setHasCome(left !== undefined && left <= 0)
      if (left !== undefined && left > 0) wait = setTimeout(look, Math.min(left + 15, LOOK_AGAIN_MS))
    }
    look()
    return () => clearTimeout(wait)
  }, [at, replica])
  return hasCome
}
