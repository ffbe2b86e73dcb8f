import type { PersonView } from '@moot/workshop'
import { describe, expect, it } from 'vitest'
import { meWith, viewWith } from '../../testing/viewWith.ts'
import { countsOf, isFound, rosterOf } from './roster.ts'

const here = { board: null, note: null }
const person = (name: string, more: Partial<PersonView> = {}): PersonView => ({
  name,
  role: 'participant',
  at: here,
  ...more,
})

describe('the roster', () => {
  it('[A6] of the full day: 42 present of whom 39 are connected and 3 assisted, observers among them by name', () => {
    const people: Record<string, PersonView> = {}
    for (let index = 0; index < 34; index += 1) people[`p${index}`] = person(`P ${index}`)
    for (const name of ['Farah', 'Theo', 'Nadia']) people[name] = person(name, { role: 'facilitator' })
    for (const name of ['Orla', 'Quentin']) people[name] = person(name, { role: 'observer' })
    people['pat'] = person('Pat', { at: null, helper: 'Nadia' })
    people['bea'] = person('Bea', { at: null, helper: 'p0' })
    people['cal'] = person('Cal', { at: null, helper: 'p0' })
    people['late'] = person('Late', { at: null, isExpected: true })
    people['gone'] = person('Gone', { at: null, isGone: true })
    people['try'] = person('Farah (trying)', { isTrial: true })
    const view = viewWith({ me: meWith({ person: 'Farah', role: 'facilitator' }), people })
    expect(countsOf(rosterOf(view))).toEqual({
      present: 42,
      connected: 39,
      assisted: 3,
      facilitators: 3,
      participants: 37,
      observers: 2,
      away: 0,
      expected: 1,
    })
  })

  it('says through whom somebody takes part, and whether their helper is here', () => {
    const people = {
      ama: person('Ama'),
      bo: person('Bo', { at: null }),
      pat: person('Pat', { at: null, helper: 'bo' }),
      vic: person('Vic', { at: null, isExpected: true }),
    }
    const standings = rosterOf(viewWith({ people })).map(({ id, standing }) => [id, standing])
    expect(Object.fromEntries(standings)).toEqual({
      ama: { kind: 'here' },
      bo: { kind: 'away' },
      pat: { kind: 'assisted', helper: 'bo', isHelperHere: false },
      vic: { kind: 'expected' },
    })
    expect(standings.at(-1)?.[0]).toBe('vic')
  })

  it('is looked through without regard to accents and capitals', () => {
    expect(isFound('zoe', ['Zoë Marlow'])).toBe(true)
    expect(isFound('mar zoe', ['Zoë Marlow'])).toBe(true)
    expect(isFound('captions', ['Bo', 'Needs captions'])).toBe(true)
    expect(isFound('ana', ['Bo'])).toBe(false)
    expect(isFound('  ', ['Bo'])).toBe(true)
  })
})
