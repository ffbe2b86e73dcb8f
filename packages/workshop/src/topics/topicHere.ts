/** Topics that can be named in a command. */
import type { Refusal } from '../decision.ts'
import { entryOf, refuse } from '../decision.ts'
import type { Workshop } from '../state.ts'
import type { Topic } from './topic.ts'
import { TOPICS_MAX, TOPICS_OF_ONE_MAX } from './topic.ts'

/** Refuses one more topic of anybody. */
export const TOO_MANY_TOPICS = refuse(
  'too_many_topics',
  `A workshop has ${TOPICS_MAX} topics at most, those withdrawn and joined included.`,
)
const TOO_MANY_OF_ONE = refuse(
  'too_many_topics',
  `One person offers ${TOPICS_OF_ONE_MAX} topics at most, those withdrawn and joined included.`,
)

/** How many topics there can be besides those that there are. */
export const topicsLeft = ({ topics }: Pick<Workshop, 'topics'>): number =>
  TOPICS_MAX - Object.keys(topics).length

/** Why there cannot be one more topic that this person convenes first, or `undefined` where there can. */
export function noFurtherTopic(
  { topics, people }: Pick<Workshop, 'topics' | 'people'>,
  person: string,
): Refusal | undefined {
  if (topicsLeft({ topics }) < 1) return TOO_MANY_TOPICS
  if (entryOf(people, person)?.role === 'facilitator') return undefined
  const own = Object.values(topics).filter(({ conveners }) => conveners[0] === person)
  return own.length < TOPICS_OF_ONE_MAX ? undefined : TOO_MANY_OF_ONE
}

/** Refuses what is asked of a topic that is not there. */
export const NO_SUCH_TOPIC = refuse('no_such_topic', 'That topic is not there any more.')

/** A topic by an id from outside. */
export function topicHere({ topics }: Pick<Workshop, 'topics'>, id: string): Topic | undefined {
  return entryOf(topics, id)
}

/** The topic that a topic lives on in: itself, unless it was joined with another one. */
export function survivorOf({ topics }: Pick<Workshop, 'topics'>, topic: Topic): Topic {
  let now = topic
  // A damaged record could go round in circles.
  for (const seen = new Set<string>(); now.mergedInto !== null && !seen.has(now.id);) {
    seen.add(now.id)
    const next = entryOf(topics, now.mergedInto)
    if (next === undefined) return now
    now = next
  }
  return now
}
