/** Where people are led when a round of topics begins: to what they offered or signed up for; nobody is moved. */
import type { Person, Workshop } from '../state.ts'
import type { Topic } from './topic.ts'

/**
 * Who convenes one topic of the round is led to it, else who signed up for exactly one; everybody else chooses. Somebody
 * assisted goes by what is theirs, or else with their helper.
 */
export function placesInRound(
  { people }: Pick<Workshop, 'people'>,
  topics: readonly Topic[],
): { person: string; space: string }[] {
  const inSpaces = topics.flatMap((topic) => {
    const space = topic.place?.space ?? null
    return space === null ? [] : [{ topic, space }]
  })
  const one = (isTheirs: (topic: Topic) => boolean): string | undefined => {
    const [first, ...others] = inSpaces.filter(({ topic }) => isTheirs(topic))
    return others.length > 0 ? undefined : first?.space
  }
  const wanted = new Map<string, string | undefined>()
  const all = Object.values(people).filter(({ gone, way }) => gone === null && way.kind !== 'expected')
  for (const { id } of all)
    wanted.set(
      id,
      one(({ conveners }) => conveners.includes(id)) ?? one(({ signUps }) => signUps.includes(id)),
    )
  const spaceFor = ({ id, way }: Person): string | undefined =>
    wanted.get(id) ?? (way.kind === 'assisted' ? wanted.get(way.helper) : undefined)
  return all.flatMap((person) => {
    const space = spaceFor(person)
    return space === undefined ? [] : [{ person: person.id, space }]
  })
}
