/** One event further, where it is about people. */
import type { WorkshopEvent } from './event.ts'
import { changePerson, given, without } from './changed.ts'
import { entryOf } from './decision.ts'
import type { Person, Role, Way, Workshop } from './state.ts'

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
    sent: null,
    isInCall: false,
    isDone: false,
    gone: null,
  }
}

/** See `evolve`. */
export function evolvePeople(workshop: Workshop, event: PeopleEvent, at: number): Workshop {
  switch (event.type) {
    case 'person.joined': {
      const { person, name, role, way = { kind: 'self' } } = event
      const people = { ...workshop.people, [person]: newPerson(person, name, role, way, at) }
      return { ...workshop, people }
    }
    case 'person.arrived':
      return changePerson(workshop, event.person, { name: event.name, way: { kind: 'self' }, joined: at })
    case 'person.renamed':
      return changePerson(workshop, event.person, { name: event.name })
    case 'person.described': {
      const { type: _, person, ...said } = event
      const known = entryOf(workshop.people, person)
      return known === undefined
        ? workshop
        : changePerson(workshop, person, { about: { ...known.about, ...given(said) } })
    }
    case 'person.appointed':
      return changePerson(workshop, event.person, { role: event.role })
    case 'person.helped':
      return changePerson(workshop, event.person, { way: { kind: 'assisted', helper: event.helper } })
    case 'person.removed':
      return changePerson(workshop, event.person, {
        gone: { by: event.by, at },
        space: null,
        sent: null,
        isInCall: false,
        isDone: false,
      })
    case 'person.finished':
      return changePerson(workshop, event.person, { isDone: event.isDone })
    case 'person.went':
      return changePerson(workshop, event.person, { space: event.space })
    case 'person.seenInCall':
      return changePerson(workshop, event.person, { isInCall: event.isInCall })
    case 'help.asked': {
      const { ask, name, by } = event
      return { ...workshop, asks: { ...workshop.asks, [ask]: { id: ask, name, by, at } } }
    }
    case 'help.answered':
      return { ...workshop, asks: without(workshop.asks, event.ask) }
    default:
      event satisfies never
      return workshop
  }
}
