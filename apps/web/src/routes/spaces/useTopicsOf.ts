import type { TopicState, TopicView, WorkshopView } from '@moot/workshop'
import { useMemo } from 'react'
import type { ListedSpace } from '../workshop/places.ts'
import { namesOf, topicOfSpace } from '../workshop/topicsHere.ts'

/** What a space's card tells of its topic, in words that are ready. */
export interface SpaceTopic {
  readonly id: string
  readonly state: TopicState
  /** *Ama and Bo*. */
  readonly conveners: string
  /** How many questions were joined with it. */
  readonly joined: number
  readonly report: 'none' | 'draft' | 'submitted'
  /** Whether none of its conveners is in the space; facilitators alone know. */
  readonly isAlone: boolean
  /** Half of its time, ms since 1970; `null` where it has no end. */
  readonly half: number | null
}

/** A convener who has not come by then is missed, ms after the start: from then on somebody there may take over. */
const MISSED_AFTER_MS = 180_000

/** Cards as they were made last, so that one is drawn anew only when it says something else. */
const made = new Map<string, SpaceTopic>()

/** The topics of spaces. */
export function useTopicsOf(
  view: WorkshopView,
  serverNow: () => number,
): (space: ListedSpace) => SpaceTopic | undefined {
  const { topics, reports, people, me } = view
  return useMemo(
    () => (space) => {
      const topic = topicOfSpace({ topics }, space)
      return topic === undefined
        ? undefined
        : kept(spaceTopic({ reports, people, me }, topic, { space: space.id, now: serverNow() }))
    },
    [topics, reports, people, me, serverNow],
  )
}

/** See `SpaceTopic`. */
export function spaceTopic(
  view: Pick<WorkshopView, 'reports' | 'people' | 'me'>,
  topic: TopicView,
  { space, now }: { readonly space: string; readonly now: number },
): SpaceTopic {
  const report = view.reports[topic.id]
  const { started, ends, conveners } = topic
  return {
    id: topic.id,
    state: topic.state,
    conveners: namesOf(view, conveners),
    joined: topic.questions.length - 1,
    report:
      report === undefined || (report.edited === 0 && !report.isSubmitted)
        ? 'none'
        : report.isSubmitted
          ? 'submitted'
          : 'draft',
    isAlone:
      view.me.role === 'facilitator' &&
      topic.state === 'running' &&
      now - (started ?? now) >= MISSED_AFTER_MS &&
      !conveners.some((id) => isIn(view.people, id, space)),
    half: started === null || ends === null ? null : (started + ends) / 2,
  }
}

/** Somebody assisted is where their helper is, too. */
function isIn(people: WorkshopView['people'], id: string, space: string): boolean {
  const person = people[id]
  if (person?.place?.space === space) return true
  return person?.helper !== undefined && people[person.helper]?.place?.space === space
}

function kept(next: SpaceTopic): SpaceTopic {
  const known = made.get(next.id)
  if (known !== undefined && JSON.stringify(known) === JSON.stringify(next)) return known
  made.set(next.id, next)
  return next
}
