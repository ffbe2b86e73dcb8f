import type { PersonView } from '@moot/workshop'
import { describe, expect, it } from 'vitest'
import { meWith, viewWith } from '../../testing/viewWith.ts'
import { peopleHere, peopleInOrder } from './peopleHere.ts'

const here = { board: null, note: null }
const person = (name: string, role: PersonView['role'], at: PersonView['at'] = here): PersonView => ({
  name,
  role,
  at,
})

const view = viewWith({
  me: meWith({ person: 'z' }),
  people: {
    a: person('Bo', 'participant'),
    b: person('Ama', 'participant', null),
    c: person('Zed', 'facilitator'),
    d: person('Bo', 'observer'),
    z: person('Yan', 'participant'),
  },
})

describe('the People list', () => {
  it('begins with oneself and the facilitators, then goes by name; equal names keep their order', () => {
    expect(peopleInOrder(view).map((each) => each.id)).toEqual(['z', 'c', 'b', 'a', 'd'])
  })

  it('counts as here only who has a connection', () => {
    expect(peopleHere(view).map((each) => each.id)).toEqual(['z', 'c', 'a', 'd'])
  })
})
