/** One event further, where it is about people. */
import type { WorkshopEvent } from './event.ts'
import { given, without } from './changed.ts'
import { entryOf } from './decision.ts'
import type { Person, Role, Stay, Way, Workshop } from './state.ts'
import { STAYS_KEPT } from './state.ts'
import { TOOK_PART_MS } from './topics/topic.ts'

type Of<T extends WorkshopEvent['type']> = Extract<WorkshopEvent, { type: T }>
/** Events that this file knows. */
export type PeopleEvent = Of<
  | 'person.joined'
  | 'person.arrived'
  | 'person.renamed'
  | 'person.described'
  | 'person.appointed'
  | 'person.helped'
  | 'person.removed'
  | 'person.finished'
  | 'person.went'
  | 'person.seenInCall'
  | 'help.asked'
  | 'help.answered'
>

/** Somebody who just came onto the roster. */
function newPerson(id: string, name: string, role: Role, way: Way, joined: number): Person {
  return {
    id,
    name,
    role,
    joined,
    way,
    about: { perspective: '', needs: '', isNamed: false },
    space: null,
    since: 0,
    stays: [],
    sent: null,
    isInCall: false,
    isDone: false,
    gone: null,
  }
}

/** Events about one person’s entry on the roster, which is all that they change. */
export type PersonEvent = Exclude<PeopleEvent, { type: 'help.asked' | 'help.answered' }>

const ABOUT_PERSON: { readonly [T in PersonEvent['type']]: true } = {
  'person.joined': true,
  'person.arrived': true,
  'person.renamed': true,
  'person.described': true,
  'person.appointed': true,
  'person.helped': true,
  'person.removed': true,
  'person.finished': true,
  'person.went': true,
  'person.seenInCall': true,
}

/** Whether an event changes one person’s entry on the roster and nothing else. */
export function isAboutPerson(event: WorkshopEvent): event is PersonEvent {
  return Object.hasOwn(ABOUT_PERSON, event.type)
}

/** Somebody’s entry after an event about it; `undefined` where nobody has this id. */
export function personAfter(people: Workshop['people'], event: PersonEvent, at: number): Person | undefined {
  if (event.type === 'person.joined') {
    const { person, name, role, way = { kind: 'self' } } = event
    return newPerson(person, name, role, way, at)
  }
  const known = entryOf(people, event.person)
  return known === undefined ? undefined : { ...known, ...changeOf(known, event, at) }
}

/** Where somebody was for long enough, once they go elsewhere. @param at - ms since 1970, server time */
export function staysAfter({ space, since, stays }: Person, at: number): readonly Stay[] {
  return space === null || at - since < TOOK_PART_MS
    ? stays
    : [...stays, { space, from: since, to: at }].slice(-STAYS_KEPT)
}

function changeOf(
  known: Person,
  event: Exclude<PersonEvent, { type: 'person.joined' }>,
  at: number,
): Partial<Person> {
  switch (event.type) {
    case 'person.arrived':
      return { name: event.name, way: { kind: 'self' }, joined: at }
    case 'person.renamed':
      return { name: event.name }
    case 'person.described': {
      const { type: _, person: __, ...said } = event
      return { about: { ...known.about, ...given(said) } }
    }
    case 'person.appointed':
      return { role: event.role }
    case 'person.helped':
      return { way: { kind: 'assisted', helper: event.helper } }
    case 'person.removed':
      return {
        gone: { by: event.by, at },
        space: null,
        stays: staysAfter(known, at),
        sent: null,
        isInCall: false,
        isDone: false,
      }
    case 'person.finished':
      return { isDone: event.isDone }
    case 'person.went':
      return { space: event.space, since: at, stays: staysAfter(known, at) }
    case 'person.seenInCall':
      return { isInCall: event.isInCall }
    default:
      event satisfies never
      return {}
  }
}

/** See `evolve`. */
export function evolvePeople(workshop: Workshop, event: PeopleEvent, at: number): Workshop {
  switch (event.type) {
    case 'help.asked': {
      const { ask, name, by } = event
      return { ...workshop, asks: { ...workshop.asks, [ask]: { id: ask, name, by, at } } }
    }
    case 'help.answered':
      return { ...workshop, asks: without(workshop.asks, event.ask) }
    default: {
      const person = personAfter(workshop.people, event, at)
      return person === undefined
        ? workshop
        : { ...workshop, people: { ...workshop.people, [event.person]: person } }
    }
  }
}
