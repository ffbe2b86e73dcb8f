/** Which topics are new to somebody: offered since they last looked at the topics, on this device (A15). */
import type { TopicView, WorkshopView } from '@moot/workshop'
import { useEffect, useState } from 'react'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'
import { mine } from '../workshop/topicsHere.ts'

const keyOf = (workshopId: string): string => `moot.topics.${workshopId}`

/** When this device last showed the topics, ms since 1970, server time; `undefined` if it never did. */
export function lastLook(workshopId: string): number | undefined {
  try {
    const kept = Number(localStorage.getItem(keyOf(workshopId)) ?? NaN)
    return Number.isFinite(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function keepLook(workshopId: string, at: number): void {
  try {
    localStorage.setItem(keyOf(workshopId), String(at))
  } catch {
    // Storage is off in this browser: everything that is there counts as seen when the page opens.
  }
}

/** Whether a topic was offered by others since then. @param since - ms since 1970 */
export function isNewTopic(
  view: Pick<WorkshopView, 'me'>,
  { posted, conveners, state }: TopicView,
  since: number,
): boolean {
  if (posted <= since) return false
  if (state === 'merged' || state === 'withdrawn') return false
  return !mine(view).some((person) => conveners.includes(person))
}

/**
 * Since when topics are new on the screen that shows them. Leaving the screen or the window counts as having seen what
 * is on it; what is offered while one looks is new until then. Whoever comes for the first time looks since they joined.
 */
export function useSince(): number {
  const { workshopId, replica, visit } = useSteadyWorkshop()
  const { joined } = visit
  const [since, setSince] = useState(() => lastLook(workshopId) ?? joined)
  useEffect(() => {
    const keep = (): void => keepLook(workshopId, replica.serverNow())
    const look = (): void => {
      if (document.visibilityState === 'hidden') keep()
      else setSince(lastLook(workshopId) ?? joined)
    }
    document.addEventListener('visibilitychange', look)
    addEventListener('pagehide', keep)
    return () => {
      document.removeEventListener('visibilitychange', look)
      removeEventListener('pagehide', keep)
      keep()
    }
  }, [workshopId, replica, joined])
  return since
}
