import type { WorkshopReplica } from '@moot/client'
import { mergeText } from '@moot/workshop'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'
import { keptKey } from './keptFields.ts'
import { ReportDesk } from './ReportDesk.ts'

/** Desks by workshop and topic: one that has something unsaved goes on after its screen has gone. */
const desks = new WeakMap<WorkshopReplica, Map<string, ReportDesk>>()

function deskOf(replica: WorkshopReplica, workshopId: string, person: string, topicId: string): ReportDesk {
  let here = desks.get(replica)
  if (here === undefined) desks.set(replica, (here = new Map()))
  let desk = here.get(topicId)
  if (desk === undefined) {
    desk = new ReportDesk({
      replica,
      topicId,
      keptAs: keptKey(workshopId, person, topicId),
      merge: mergeText,
    })
    here.set(topicId, desk)
  }
  return desk
}

/**
 * Lets a desk go that nobody sits at: when the last word of it is saved, and in no case before the one who got up might
 * have sat down again, as React does with every effect while one develops.
 */
function leave(replica: WorkshopReplica, topicId: string, desk: ReportDesk): void {
  void desk.writeAll()
  const stop = desk.subscribe(() => letGo())
  const letGo = (): void => {
    if (!desk.isSaved) return
    stop()
    if (sitting.has(desk)) return
    desks.get(replica)?.delete(topicId)
    desk.dispose()
  }
  queueMicrotask(letGo)
}

/** Desks that somebody sits at, and how many screens that is. */
const sitting = new Map<ReportDesk, number>()

/** Sits down at a report: what is typed is saved from then on, also when the page is left or put away. */
export function useReportDesk(topicId: string) {
  const { replica, workshopId, visit } = useSteadyWorkshop()
  const desk = useMemo(
    () => deskOf(replica, workshopId, visit.personId, topicId),
    [replica, workshopId, visit.personId, topicId],
  )
  useEffect(() => {
    sitting.set(desk, (sitting.get(desk) ?? 0) + 1)
    const handleHide = (): void => void desk.writeAll()
    addEventListener('pagehide', handleHide)
    document.addEventListener('visibilitychange', handleHide)
    return () => {
      removeEventListener('pagehide', handleHide)
      document.removeEventListener('visibilitychange', handleHide)
      const left = (sitting.get(desk) ?? 1) - 1
      if (left > 0) sitting.set(desk, left)
      else {
        sitting.delete(desk)
        leave(replica, topicId, desk)
      }
    }
  }, [desk, replica, topicId])
  const status = useSyncExternalStore(
    (listener) => desk.subscribe(listener),
    () => desk.status,
  )
  return { desk, status }
}
