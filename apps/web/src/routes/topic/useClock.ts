import type { WorkshopReplica } from '@moot/client'
import { useEffect, useState } from 'react'

/** Longest wait before looking at the clock again, in ms. */
const LOOK_AGAIN_MS = 30_000
const MINUTE_MS = 60_000

/**
 * The server's clock, for what is shown to the minute: renders twice a minute, and at a moment that is
 * named and each whole minute before it, so that it says what the clock in the bar says.
 *
 * @param until - a moment at which something changes, ms since 1970, or `null`
 */
export function useClock(replica: WorkshopReplica, until: number | null = null): number {
  const [now, setNow] = useState(() => replica.serverNow())
  useEffect(() => {
    let wait: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      const at = replica.serverNow()
      setNow(at)
      // A moment later, so that a clock that is a hair early does not wait for the next look.
      const next = until !== null && until > at ? ((until - at) % MINUTE_MS) + 15 : LOOK_AGAIN_MS
      wait = setTimeout(look, Math.min(next, LOOK_AGAIN_MS))
    }
    look()
    return () => clearTimeout(wait)
  }, [replica, until])
  return now
}
