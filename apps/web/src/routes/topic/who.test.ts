import type { PersonView, TopicView, WorkshopView } from '@moot/workshop'
import { NO_TOPICS_OF_MINE } from '@moot/workshop'
import { describe, expect, it } from 'vitest'
import { meWith, viewWith } from '../../testing/viewWith.ts'
import { handOf, isAlone, suggestedPeople } from './who.ts'

const MEALS: TopicView = {
  id: 'meals',
  questions: [{ id: 'q', text: 'Meals?', origin: 'meals', by: 'eve' }],
  pitch: '',
  conveners: ['eve'],
  state: 'running',
  posted: 0,
  place: { round: 'r1', time: '', space: 's5', where: '' },
  signUps: 0,
  names: [],
  board: 'b5',
  template: '',
  isAction: false,
  started: 1_000,
  ends: null,
  over: null,
  continues: null,
  splitFrom: null,
  mergedInto: null,
  joined: [],
  facts: [],
}
const person = (name: string, more: Partial<PersonView> = {}): PersonView => ({
  name,
  role: 'participant',
  at: null,
  ...more,
})

/** A view of somebody who may fill in the report where `mayFillIn` says so. */
function viewOf(
  who: string,
  { mayFillIn = false, ...more }: Partial<WorkshopView['me']> & { readonly mayFillIn?: boolean } = {},
): WorkshopView {
  return viewWith({
    me: meWith({
      person: who,
      topics: { ...NO_TOPICS_OF_MINE, tookPart: mayFillIn ? { meals: ['eve', 'ama'] } : {} },
      ...more,
    }),
    topics: { meals: MEALS },
    people: {
      eve: person('Eve'),
      ama: person('Ama'),
      olu: person('Olu', { role: 'observer' }),
      theo: person('Theo', { role: 'facilitator', isTrial: true }),
    },
  })
}

describe('who has a hand in a topic', () => {
  it('is its convener, and whoever helps them', () => {
    expect(handOf(viewOf('eve', { mayFillIn: true }), MEALS)).toMatchObject({
      isConvener: true,
      maySubmit: true,
    })
    expect(handOf(viewOf('hana', { assists: ['eve'], mayFillIn: true }), MEALS).isConvener).toBe(true)
  })

  it('is a facilitator on behalf of the conveners, who are told', () => {
    expect(handOf(viewOf('farah', { role: 'facilitator', mayFillIn: true }), MEALS)).toMatchObject({
      isConvener: false,
      isFacilitator: true,
      maySubmit: true,
    })
  })

  it('writes without submitting where somebody only takes notes or writes it up', () => {
    expect(handOf(viewOf('bo', { mayFillIn: true }), MEALS)).toMatchObject({
      mayFillIn: true,
      maySubmit: false,
    })
  })

  it('is nobody else', () => {
    expect(Object.values(handOf(viewOf('gwen'), MEALS))).toEqual([false, false, false, false])
  })
})

describe('who took part', () => {
  it('is suggested from who was there and who wrote, once each, without those who only look on', () => {
    const view = viewOf('eve', { mayFillIn: true })
    expect(suggestedPeople(view, 'meals', ['ama', 'olu', 'theo', 'gone'])).toEqual(['eve', 'ama'])
  })

  it('is the convener alone once nobody has come for five minutes, or it is over', () => {
    const later = 1_000 + 300_000
    expect(isAlone(MEALS, ['eve'], later - 1)).toBe(false)
    expect(isAlone(MEALS, ['eve'], later)).toBe(true)
    expect(isAlone({ ...MEALS, over: 2_000 }, [], 3_000)).toBe(true)
    expect(isAlone(MEALS, ['eve', 'ama'], later)).toBe(false)
  })

  it('is not known of a topic in a place of its own words', () => {
    const place = { round: null, time: '14:10', space: null, where: 'By the window' }
    expect(isAlone({ ...MEALS, place, over: 2_000 }, [], 3_000)).toBe(false)
  })
})
