import type { Timer, WorkshopView } from '@moot/workshop'
import { spaceById } from '../workshop/places.ts'
import { topicOfSpace } from '../workshop/topicsHere.ts'

/** The time of the topic that one is with, where it has more than all others; `null` where the timer of all holds. */
export function ownTimer(view: WorkshopView): Timer | null {
  const { timer } = view.now
  const space = spaceById(view.spaces, view.me.space)
  if (timer === null || space === undefined) return null
  const topic = topicOfSpace(view, space)
  if (topic === undefined || topic.state !== 'running' || topic.ends === null) return null
  return topic.ends > timer.ends ? { started: timer.started, ends: topic.ends } : null
}
