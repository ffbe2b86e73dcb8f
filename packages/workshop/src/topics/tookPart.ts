/** Who took part in a topic, as far as the workshop knows (OS-12): it suggests, people say. */
import { isCounted } from '../counted.ts'
import type { Person, Workshop } from '../state.ts'
import { endOf } from './timeOf.ts'
import { GRACE_MS, TOOK_PART_MS } from './topic.ts'
import type { Topic } from './topic.ts'

/**
 * Everybody who was in a topic's space for a minute or longer while it ran, in the order in which they came to the
 * workshop.
 *
 * @param now - ms since 1970, server time: who is there still has been there until then
 */
export function whoTookPart(
  { people, rounds }: Pick<Workshop, 'people' | 'rounds'>,
  topic: Topic,
  now: number,
): string[] {
  const space = topic.place?.space ?? null
  const { started, board } = topic
  if (space === null || started === null) return []
  const over = topic.over ?? endOf({ rounds }, topic) ?? now
  // Whoever is in the space in a round that opened since came for what is there then, also within this one's grace.
  const next = rounds.find(
    ({ opened, slots }) =>
      opened > started &&
      opened >= over &&
      slots.some((slot) => slot.space === space && slot.board !== board),
  )
  const ends = Math.min(topic.over === null ? now : over + GRACE_MS, next?.opened ?? Infinity)
  const wasThere = (person: Person): boolean => {
    const stays = [
      ...person.stays,
      ...(person.space === space ? [{ space, from: person.since, to: now }] : []),
    ]
    return stays.some(
      (stay) =>
        stay.space === space && Math.min(stay.to, ends) - Math.max(stay.from, started) >= TOOK_PART_MS,
    )
  }
  return Object.values(people)
    .filter((person) => (isCounted(person) || person.role === 'facilitator') && wasThere(person))
    .map(({ id }) => id)
}
