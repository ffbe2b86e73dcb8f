/** Who may do what about a topic, as the screens need it; the server decides. */
import type { TopicView, WorkshopView } from '@moot/workshop'
import { convenes, mine } from '../workshop/topicsHere.ts'

/** What somebody may do about a topic and its report. */
export interface Hand {
  /** They convene it, or help somebody who does. */
  readonly isConvener: boolean
  /** They act on somebody else's topic as a facilitator: its conveners are told. */
  readonly isFacilitator: boolean
  /** They may write the report. */
  readonly mayFillIn: boolean
  /** They may submit and reopen it. */
  readonly maySubmit: boolean
}

/** See `Hand`. */
export function handOf(view: WorkshopView, topic: TopicView): Hand {
  const { role, topics } = view.me
  const isConvener = role !== 'observer' && convenes(view, topic)
  const isFacilitator = role === 'facilitator' && !isConvener
  const mayFillIn = Object.hasOwn(topics.tookPart, topic.id)
  const helpers = view.reports[topic.id]?.helpers ?? []
  const isNamed = mine(view).some((id) => helpers.includes(id))
  return {
    isConvener,
    isFacilitator,
    mayFillIn,
    maySubmit: mayFillIn && (isConvener || isFacilitator || isNamed),
  }
}

/** Whom to offer as having taken part: who was there, whose notes are there, who is named already. In order, once each. */
export function suggestedPeople(
  { me, people }: WorkshopView,
  topicId: string,
  writers: readonly string[],
): string[] {
  const named = me.topics.people[topicId] ?? []
  const there = me.topics.tookPart[topicId] ?? []
  return [...new Set([...there, ...writers, ...named])].filter((id) => {
    const person = people[id]
    if (person === undefined || person.role === 'observer' || person.isTrial === true) return false
    // Who was taken off the roster meanwhile can only be taken off the report.
    return person.isGone === undefined || named.includes(id)
  })
}

/** After so long alone nobody else will have come, in ms. */
const ALONE_MS = 300_000

/**
 * Whether nobody else came: the topic was in a space, where it can be known, and its conveners are all that is known of.
 *
 * @param now - server time
 */
export function isAlone(topic: TopicView, suggested: readonly string[], now: number): boolean {
  const { place, started, over, conveners } = topic
  if (place?.space == null || started === null || (over === null && now - started < ALONE_MS)) return false
  return suggested.every((id) => conveners.includes(id))
}
