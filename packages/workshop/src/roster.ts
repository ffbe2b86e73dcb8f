/** The roster: who is on it, who leads, who may act for whom. */
import type { Refusal } from './decision.ts'
import { entryOf, refuse } from './decision.ts'
import type { Person, Workshop } from './state.ts'
import { PEOPLE_MAX } from './state.ts'

/** Refuses what is asked about somebody who is not on the roster. */
export const NO_SUCH_PERSON = refuse('no_such_person', 'That person is not in this workshop.')

/** Refuses one more person. */
export const FULL = refuse('full', `This workshop is full: it has ${PEOPLE_MAX} people.`)

/** Somebody by an id from outside, unless they were taken off the roster. */
export function onRoster(workshop: Pick<Workshop, 'people'>, id: string): Person | undefined {
  const person = entryOf(workshop.people, id)
  return person?.gone === null ? person : undefined
}

/** Everybody who leads the workshop. */
export function facilitatorsOf({ people }: Pick<Workshop, 'people'>): Person[] {
  return Object.values(people).filter(({ role, gone }) => role === 'facilitator' && gone === null)
}

/** Asked for each person at every change, and the same until the roster changes. */
const known = new WeakMap<Workshop['people'], ReadonlyMap<string, readonly Person[]>>()

/** Everybody whom a person acts for, in the order in which they came. */
export function assistedBy({ people }: Pick<Workshop, 'people'>, helper: string): readonly Person[] {
  let assisted = known.get(people)
  if (assisted === undefined) {
    assisted = assistedIn(people)
    known.set(people, assisted)
  }
  return assisted.get(helper) ?? []
}

/** Everybody who has a helper, by helper. */
function assistedIn(people: Workshop['people']): ReadonlyMap<string, readonly Person[]> {
  const assisted = new Map<string, Person[]>()
  for (const person of Object.values(people)) {
    const { way, gone } = person
    if (way.kind !== 'assisted' || gone !== null) continue
    const those = assisted.get(way.helper)
    if (those === undefined) assisted.set(way.helper, [person])
    else those.push(person)
  }
  return assisted
}

/** The trials of a facilitator that are still on the roster: one at most. */
export function trialsOf({ people }: Pick<Workshop, 'people'>, facilitator: string): Person[] {
  return Object.values(people).filter(
    ({ way, gone }) => way.kind === 'trial' && way.of === facilitator && gone === null,
  )
}

/** Whether somebody can act for those without a connection: it takes one, and a role that may write. */
export function mayAssist({ role, way, gone }: Person): boolean {
  return gone === null && way.kind === 'self' && role !== 'observer'
}

/** How many people can still come, those taken off the roster counted as well: their notes are kept. */
export const peopleLeft = ({ people }: Pick<Workshop, 'people'>): number =>
  PEOPLE_MAX - Object.keys(people).length

/** Refuses somebody as a helper. */
export const noHelper = (name: string): Refusal =>
  refuse(
    'no_helper',
    `${name} cannot help others here: that takes a connection of one’s own, and observers change nothing.`,
  )
