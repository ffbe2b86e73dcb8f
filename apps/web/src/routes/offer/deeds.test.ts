import type { PersonView, TopicView } from '@moot/workshop'
import { describe, expect, it } from 'vitest'
import { topicWith } from '../../testing/topicWith.ts'
import { meWith, viewWith } from '../../testing/viewWith.ts'
import { areAway, courseOf, deedsOf, offeredBy, standingOf } from './deeds.ts'

const HERE = { board: null, note: null }
const person = (parts: Partial<PersonView>): PersonView => ({
  name: 'x',
  role: 'participant',
  at: HERE,
  ...parts,
})
const topic = (id: string, by: string, parts: Partial<TopicView> = {}): TopicView =>
  topicWith(id, {
    questions: [{ id: `${id}q`, text: `${id}?`, origin: id, by }],
    conveners: [by],
    posted: 0,
    ...parts,
  })
const PEOPLE = {
  ama: person({}),
  bo: person({ at: null }),
  hana: person({}),
  bea: person({ at: null, helper: 'hana' }),
  farah: person({ role: 'facilitator' }),
}

describe('as what somebody stands to a topic', () => {
  const as = (me: string, role: PersonView['role'], conveners: string[], assists: string[] = []) =>
    standingOf(viewWith({ people: PEOPLE, me: meWith({ person: me, role, assists }) }), { conveners })

  it('conveners decide, and who writes for one; an observer never does', () => {
    expect(as('ama', 'participant', ['ama'])).toBe('convener')
    expect(as('hana', 'participant', ['bea'], ['bea'])).toBe('convener')
    expect(as('ama', 'observer', ['ama'])).toBe('nobody')
    expect(as('ama', 'participant', ['bo'])).toBe('nobody')
  })

  it('a facilitator stands in only while all of them are away; who is assisted is where their helper is', () => {
    expect(as('farah', 'facilitator', ['bo'])).toBe('standIn')
    expect(as('farah', 'facilitator', ['bo', 'ama'])).toBe('facilitator')
    expect(as('farah', 'facilitator', ['bea'])).toBe('facilitator')
    expect(areAway({ ...PEOPLE, hana: person({ at: null }) }, ['bea'])).toBe(true)
  })
})

describe('what may be done with a topic', () => {
  it('a convener can do everything that its state allows', () => {
    expect(deedsOf(topic('t', 'ama'), 'convener')).toEqual([
      'place',
      'start',
      'edit',
      'join',
      'split',
      'conveners',
      'withdraw',
    ])
    const running = topic('t', 'ama', { state: 'running', ends: 1 })
    expect(deedsOf(running, 'convener')).toEqual(['moreTime', 'end', 'goOn', 'edit', 'split', 'conveners'])
    expect(deedsOf({ ...running, ends: null }, 'convener')).not.toContain('moreTime')
    expect(deedsOf(topic('t', 'ama', { state: 'withdrawn' }), 'convener')).toEqual(['bringBack'])
  })

  it('a facilitator places, lifts, swaps and starts, and touches neither words nor joinings', () => {
    const scheduled = topic('t', 'ama', { state: 'scheduled' })
    expect(deedsOf(scheduled, 'facilitator')).toEqual(['move', 'swap', 'lift', 'start'])
    expect(deedsOf(scheduled, 'standIn')).toContain('join')
    const running = topic('t', 'ama', { state: 'running', ends: 1 })
    expect(deedsOf(running, 'facilitator')).toEqual(['moreTime', 'end'])
  })

  it('a page has the next steps of a course as buttons, whoever may take them, and only what may be done', () => {
    const over = topic('t', 'ama', { state: 'ended' })
    expect(courseOf(over, 'convener')).toEqual(['goOn'])
    expect(courseOf(over, 'standIn')).toEqual(['goOn'])
    expect(courseOf(over, 'facilitator')).toEqual([])
    const withdrawn = topic('t', 'ama', { state: 'withdrawn' })
    expect(courseOf(withdrawn, 'convener')).toEqual(['bringBack'])
    expect(courseOf(topic('t', 'ama', { state: 'running', ends: null }), 'facilitator')).toEqual(['end'])
    expect(courseOf(topic('t', 'ama'), 'convener')).toEqual(['place'])
    expect(courseOf(topic('t', 'ama'), 'facilitator')).toEqual([])
  })

  it('nobody else can do anything, and nothing is done with what lives on in another', () => {
    expect(deedsOf(topic('t', 'ama'), 'nobody')).toEqual([])
    expect(deedsOf(topic('t', 'ama', { state: 'merged' }), 'convener')).toEqual([])
  })
})

describe('how many questions somebody has offered', () => {
  it('counts those that were joined with others, and neither what was withdrawn nor what goes on', () => {
    const topics = {
      a: topic('a', 'ama'),
      b: topic('b', 'ama', { state: 'merged', mergedInto: 'c' }),
      c: topic('c', 'bo', { conveners: ['bo', 'ama'] }),
      d: topic('d', 'ama', { state: 'withdrawn' }),
      e: topic('e', 'ama', { continues: 'a' }),
    }
    expect(offeredBy(topics, 'ama')).toBe(2)
  })
})
