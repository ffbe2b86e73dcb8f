import type { PersonView } from '@moot/workshop'
import { describe, expect, it } from 'vitest'
import { meWith, viewWith } from '../../testing/viewWith.ts'
import { peopleHere, peopleInOrder, writersInOrder } from './peopleHere.ts'

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

  it('[A34] counts as here who has a connection or a helper, and no observers', () => {
    expect(peopleHere(view).map((each) => each.id)).toEqual(['z', 'c', 'a'])
    const pat = { ...person('Pat', 'participant', null), helper: 'z' }
    const withPat = viewWith({ me: view.me, people: { ...view.people, pat } })
    expect(peopleHere(withPat).map((each) => each.id)).toEqual(['z', 'c', 'a', 'pat'])
  })

  it('leaves out who was taken off the roster, and who only tries the workshop', () => {
    const people = {
      ...view.people,
      g: { ...person('Gil', 'participant', null), isGone: true as const },
      t: { ...person('Zed (trying)', 'participant'), isTrial: true as const },
    }
    expect(peopleInOrder(viewWith({ me: view.me, people })).map((each) => each.id)).toEqual(
      peopleInOrder(view).map((each) => each.id),
    )
    // What was written before can still be undone.
    expect(writersInOrder(viewWith({ me: view.me, people })).map((each) => each.id)).toContain('g')
  })
})
