/** Which topics are new to somebody: offered since they last looked at the topics, on this device (A15). */
import type { TopicView, WorkshopView } from '@moot/workshop'
import { useEffect, useState } from 'react'
import { useWorkshop } from '../workshop/useWorkshop.ts'
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

/** Whether a topic was offered by others since then; where nobody ever looked, nothing is new. */
export function isNewTopic(
  view: Pick<WorkshopView, 'me'>,
  { posted, conveners, state }: TopicView,
  since: number | undefined,
): boolean {
  if (since === undefined || posted <= since) return false
  if (state === 'merged' || state === 'withdrawn') return false
  return !mine(view).some((person) => conveners.includes(person))
}

/** How many topics are new, for screens that lead to them. */
export function newTopics(view: WorkshopView, since: number | undefined): number {
  return Object.values(view.topics).filter((topic) => isNewTopic(view, topic, since)).length
}

/**
 * Since when topics are new on the screen that shows them. Leaving the screen or the window counts as having seen what
 * is on it; what is offered while one looks is new until then.
 */
export function useSince(): number {
  const { workshopId, replica } = useWorkshop()
  const [since, setSince] = useState(() => lastLook(workshopId) ?? replica.serverNow())
  useEffect(() => {
    const keep = (): void => keepLook(workshopId, replica.serverNow())
    const look = (): void => {
      if (document.visibilityState === 'hidden') keep()
      else setSince(lastLook(workshopId) ?? replica.serverNow())
    }
    document.addEventListener('visibilitychange', look)
    addEventListener('pagehide', keep)
    return () => {
      document.removeEventListener('visibilitychange', look)
      removeEventListener('pagehide', keep)
      keep()
    }
  }, [workshopId, replica])
  return since
}
