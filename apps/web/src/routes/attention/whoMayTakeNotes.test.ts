import type { PersonView } from '@moot/workshop'
import { expect, it } from 'vitest'
import { viewWith } from '../../testing/viewWith.ts'
import { whoMayTakeNotes } from './whoMayTakeNotes.ts'

const person = (name: string, parts: Partial<PersonView> = {}): PersonView => ({
  name,
  role: 'participant',
  at: { board: 'b', note: null },
  ...parts,
})

it('[A25] names those who look at the board of the space and can write there; oneself has a button of one’s own', () => {
  const view = viewWith({
    people: {
      ama: person('Ama'),
      uma: person('Uma'),
      cy: person('Cy', { at: { board: 'other', note: null } }),
      olu: person('Olu', { role: 'observer' }),
      pat: person('Pat', { at: null, helper: 'uma' }),
      zoe: person('Zoe', {
        at: { board: null, note: null },
        place: { space: 's', sent: null, isInCall: false },
      }),
    },
  })
  expect(whoMayTakeNotes(view, { id: 's', board: 'b' }).map(({ name }) => name)).toEqual(['Uma', 'Zoe'])
  // Without a board nobody but facilitators knows who is there.
  expect(whoMayTakeNotes(view, { id: 'x', board: null })).toEqual([])
})
