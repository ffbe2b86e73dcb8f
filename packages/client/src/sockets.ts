/** Where sockets go and what they carry at the handshake. */
import { SUBPROTOCOL, SUBPROTOCOL_EXTRAS, SUBPROTOCOL_SECRET } from '@moot/protocol'

/** `ws(s)://host` of a page's or server's `http(s)://host`. */
export function socketOrigin(origin: string): string {
  return origin.replace(/^http/, 'ws')
}

/** The subprotocols of a socket: nothing secret is ever in its address. */
export function subprotocols(secret: string): string[] {
  return [SUBPROTOCOL, `${SUBPROTOCOL_SECRET}${secret}`, SUBPROTOCOL_EXTRAS]
}

/** Away for longer than this, a phone's socket is likely dead though it does not know: open a new one at once, in ms. */
export const STALE_AFTER_MS = 10_000

/** Calls `wake` when the page is looked at again after a while, or the network is back. Returns the way to stop. */
export function onWake(wake: () => void): () => void {
  if (typeof document === 'undefined') return () => undefined
  let hiddenAt: number | undefined
  const handleVisibility = (): void => {
    if (document.visibilityState === 'hidden') hiddenAt = Date.now()
    else {
      if (hiddenAt !== undefined && Date.now() - hiddenAt > STALE_AFTER_MS) wake()
      hiddenAt = undefined
    }
  }
  const handlePageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) wake()
  }
  document.addEventListener('visibilitychange', handleVisibility)
  globalThis.addEventListener('pageshow', handlePageShow)
  globalThis.addEventListener('online', wake)
  return () => {
    document.removeEventListener('visibilitychange', handleVisibility)
    globalThis.removeEventListener('pageshow', handlePageShow)
    globalThis.removeEventListener('online', wake)
  }
}
