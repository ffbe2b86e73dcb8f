/** Topics that can be named in a command. */
import { entryOf, refuse } from '../decision.ts'
import type { Workshop } from '../state.ts'
import type { Topic } from './topic.ts'

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
