/** When topics end, and since when conveners are away. */
import { assistedBy, onRoster } from '../roster.ts'
import type { Person, Workshop } from '../state.ts'
import type { Topic } from './topic.ts'

/** When a running topic's time is up as things are, ms since 1970, without the grace; `null` where nothing says so. */
export function endOf({ rounds }: Pick<Workshop, 'rounds'>, topic: Topic): number | null {
  const round = rounds.findLast(({ stage }) => stage !== null && stage === topic.place?.round)
  return round === undefined || round.ends === null ? null : round.ends + topic.extra
}

/**
 * From when on what is written on a board comes after its round, ms since 1970, server time; `Infinity` on boards of
 * nothing, and while a topic goes on there or is to go on there in another round.
 *
 * @param topics - as they are in a view
 */
export function overOf(
  topics: Iterable<Pick<Topic, 'board' | 'state' | 'over'> & { readonly ends: number | null }>,
  board: string,
): number {
  let over: number | undefined
  for (const topic of topics) {
    if (topic.board !== board || topic.state === 'merged' || topic.state === 'withdrawn') continue
    over = Math.max(over ?? 0, topic.over ?? topic.ends ?? Number.POSITIVE_INFINITY)
  }
  return over ?? Number.POSITIVE_INFINITY
}

/** What is needed to say since when somebody is away. */
export interface Away {
  /** People with an open connection. */
  readonly here: { readonly has: (person: string) => boolean }
  /** When those who have none left, ms since 1970. */
  readonly left: { readonly get: (person: string) => number | undefined }
}

/** The person whose connection counts for somebody: their helper's, or their own. */
const handOf = ({ id, way }: Person): string => (way.kind === 'assisted' ? way.helper : id)

/** Since when somebody has no connection, ms since 1970; `null` while they have one. Observers decide nothing: never here. */
export function awaySince(
  workshop: Pick<Workshop, 'people'>,
  id: string,
  { here, left }: Away,
): number | null {
  const person = onRoster(workshop, id)
  if (person === undefined || person.role === 'observer') return 0
  const hand = handOf(person)
  return here.has(hand) ? null : (left.get(hand) ?? 0)
}

/** Since when none of a topic's conveners has a connection; `null` while one has. */
export function convenersAwaySince(
  workshop: Pick<Workshop, 'people'>,
  { conveners }: Pick<Topic, 'conveners'>,
  away: Away,
): number | null {
  return latest(conveners.map((id) => awaySince(workshop, id, away)))
}

/** Since when none of them is in the space; `null` while one is. A helper who is there stands for those they help. */
export function convenersMissingSince(
  workshop: Pick<Workshop, 'people'>,
  { conveners, started }: Pick<Topic, 'conveners' | 'started'>,
  space: string,
  away: Away,
): number | null {
  const since = latest(
    conveners.map((id) => {
      const person = onRoster(workshop, id)
      if (person === undefined) return 0
      const hand = onRoster(workshop, handOf(person)) ?? person
      const gone = awaySince(workshop, id, away)
      if (gone !== null) return gone
      return hand.space === space || person.space === space ? null : Math.max(hand.since, person.since)
    }),
  )
  return since === null ? null : Math.max(since, started ?? 0)
}

/** The latest of some times; `null` where one of them is. Nobody at all has been away for ever. */
function latest(times: readonly (number | null)[]): number | null {
  let last = 0
  for (const time of times) {
    if (time === null) return null
    last = Math.max(last, time)
  }
  return last
}

/** Whether somebody may act as one of these people: as themselves, or for somebody whom they assist. */
export function actsFor(
  workshop: Pick<Workshop, 'people'>,
  actor: string,
  people: readonly string[],
): boolean {
  return people.includes(actor) || assistedBy(workshop, actor).some(({ id }) => people.includes(id))
}
