/** Pictures of boards in this page: fetched one after the other while somebody looks at them, again when they changed. */
import { fetchThumbnail } from '@moot/client'
import { useEffect, useState } from 'react'

/** How often a picture that is looked at is asked for again, in ms. */
const AGAIN_MS = 8_000
/** Fetched at once: browsers open six connections to a server, and commands need one too. */
const AT_ONCE = 2

interface Known {
  readonly url: string
  readonly tag: string
}

/** By workshop and board; they outlive the dialog, so that it opens with pictures the next time. */
const known = new Map<string, Known>()
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/**
 * Address of a board's picture as it looks now; `undefined` until there is one.
 *
 * @param isLookedAt - whether it is in view: others are not fetched
 */
export function useThumbnail(
  workshopId: string,
  secret: string,
  board: string,
  isLookedAt: boolean,
): string | undefined {
  const key = `${workshopId} ${board}`
  const [url, setUrl] = useState(() => known.get(key)?.url)
  useEffect(() => {
    if (!isLookedAt) return
    let isWanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      const found = await inTurn(async () =>
        isWanted ? fetchThumbnail(workshopId, secret, board, known.get(key)?.tag) : null,
      )
      if (found !== null && found !== 'same') {
        const before = known.get(key)
        const fresh = { url: URL.createObjectURL(found.blob), tag: found.tag }
        known.set(key, fresh)
        if (isWanted) setUrl(fresh.url)
        // The old one is on the page until the new one has been drawn.
        if (before !== undefined) setTimeout(() => URL.revokeObjectURL(before.url), 1_000)
      }
      if (isWanted) timer = setTimeout(() => void look(), AGAIN_MS)
    }
    void look()
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [workshopId, secret, board, key, isLookedAt])
  return url
}
