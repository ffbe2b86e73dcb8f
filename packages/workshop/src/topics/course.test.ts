/** The course of a topic: starting, ending, more time, going on, who convenes it. */
import { describe, expect, it } from 'vitest'
import { project, slotAt, slotsOf } from '../project.ts'
import type { Command } from '../command.ts'
import type { Workshop } from '../state.ts'
import { cell, MARKET, questionsOf, RUNNING, toldTo, topicOf } from '../testing/topics.ts'
import { after, AROUND, AT, carryOut, eventsOf, judge } from '../testing/workshops.ts'

type Course = 'topic.start' | 'topic.end' | 'topic.continue' | 'topic.takeOver'
const course = (type: Course, topic = 'lead'): Command => ({ type, topic })
const extend = (minutes: number): Command => ({ type: 'topic.extend', topic: 'lead', minutes })
const convener = (person: string, isOn = true): Command => ({
  type: 'topic.convener',
  topic: 'lead',
  person,
  isOn,
})
const newest = ({ topics }: Workshop): string => Object.keys(topics).at(-1) ?? ''
const MINUTE = 60_000
/** Round 1 ends 22 minutes after it began. */
const END = AT + 22 * MINUTE

describe('[W-98] starting', () => {
  it('by its convener, early and without a place too: it has a board and a report then', () => {
    const now = carryOut(MARKET, course('topic.start', 'phone'), 'di')
    expect(topicOf(now, 'phone')).toMatchObject({
      state: 'running',
      started: AT,
      place: null,
      report: { people: [] },
    })
    expect(now.boards[topicOf(now, 'phone').board ?? '']).toMatchObject({ title: 'Do phones still matter?' })
    expect(eventsOf(now, course('topic.start', 'phone'), 'di')).toEqual([])
  })

  it('its space takes part in the round that is on, where nothing else does', () => {
    const now = carryOut(RUNNING, course('topic.start', 'place'), 'bo')
    expect(now.rounds.at(-1)?.slots).toMatchObject([
      { space: 'sp1', board: 'lead-board' },
      { space: 'sp2', board: topicOf(now, 'place').board, question: 'How local will it be?' },
    ])
    // Space 1 is taken: Cy's people find theirs by its board.
    const other = carryOut(RUNNING, course('topic.start', 'data'), 'cy')
    expect(other.rounds.at(-1)?.slots).toHaveLength(1)
  })

  it('by a facilitator, which its conveners are told; by nobody else', () => {
    expect(toldTo(carryOut(MARKET, course('topic.start'), 'farah'), 'ama')).toEqual(['acted lead started'])
    for (const type of ['topic.start', 'topic.end'] as const)
      for (const actor of ['sam', 'bo', 'hana', 'olu'])
        expect(judge(RUNNING, course(type), actor).ok).toBe(false)
    expect(topicOf(carryOut(MARKET, course('topic.start', 'food'), 'hana'), 'food').state).toBe('running')
  })
})

describe('[W-99] ending', () => {
  it('A24 early, by who offered it: what was written stays, and its report is still a draft', () => {
    const now = carryOut(RUNNING, course('topic.end'), 'ama', { now: AT + MINUTE })
    expect(topicOf(now, 'lead')).toMatchObject({ state: 'ended', over: AT + MINUTE, board: 'lead-board' })
    expect(eventsOf(now, course('topic.end'), 'ama')).toEqual([])
    expect(judge(now, course('topic.start'), 'ama')).toMatchObject({ code: 'topic_over' })
    expect(judge(MARKET, course('topic.end'), 'ama')).toMatchObject({ code: 'not_yet' })
  })

  it('A31 in the grace after its round it was over when that ended', () => {
    const now = carryOut(RUNNING, course('topic.end'), 'farah', { now: END + MINUTE })
    expect(topicOf(now, 'lead').over).toBe(END)
    expect(toldTo(now, 'ama')).toEqual(['acted lead ended'])
  })

  it('one that began after the end of its round is over when somebody says so', () => {
    const placed = carryOut(RUNNING, { type: 'topic.place', topic: 'phone', place: cell(1, 4) }, 'di', {
      now: END + MINUTE,
    })
    const now = carryOut(placed, course('topic.end', 'phone'), 'di', { now: END + 3 * MINUTE })
    expect(topicOf(now, 'phone')).toMatchObject({ started: END + MINUTE, over: END + 3 * MINUTE })
  })
})

describe('[W-100] more time for one', () => {
  it('is for that one alone, less never ends before now, and time that is up is given anew', () => {
    const extra = (minutes: number, at: number): number =>
      topicOf(carryOut(RUNNING, extend(minutes), 'ama', { now: at }), 'lead').extra
    expect(extra(5, AT)).toBe(5 * MINUTE)
    expect(extra(-5, AT)).toBe(-5 * MINUTE)
    expect(extra(-30, END - MINUTE)).toBe(-MINUTE)
    expect(extra(5, END + MINUTE)).toBe(6 * MINUTE)
    expect(carryOut(RUNNING, extend(5), 'ama').timer).toEqual(RUNNING.timer)
    expect(toldTo(carryOut(RUNNING, extend(5), 'theo'), 'ama')).toEqual(['acted lead extended'])
  })

  it('takes minutes, a topic that is on, and an end', () => {
    for (const minutes of [Number.NaN, Infinity, 601, -601])
      expect(judge(RUNNING, extend(minutes), 'ama')).toMatchObject({ code: 'bad_minutes' })
    expect(eventsOf(RUNNING, extend(0), 'ama')).toEqual([])
    expect(judge(MARKET, extend(5), 'ama')).toMatchObject({ code: 'not_yet' })
    const endless = carryOut(MARKET, course('topic.start', 'phone'), 'di')
    expect(judge(endless, { ...extend(5), topic: 'phone' } as Command, 'di')).toMatchObject({
      code: 'no_timer',
    })
  })
})

describe('[W-101] going on in another round', () => {
  it('as another topic with the same board, questions and conveners; what it was here stays with its report', () => {
    const now = carryOut(RUNNING, { type: 'topic.continue', topic: 'lead', place: cell(2, 4) }, 'ama', {
      now: AT + MINUTE,
    })
    expect(topicOf(now, 'lead')).toMatchObject({
      state: 'continued',
      over: AT + MINUTE,
      report: { edited: 0 },
    })
    expect(topicOf(now, newest(now))).toMatchObject({
      state: 'scheduled',
      place: cell(2, 4),
      board: 'lead-board',
      conveners: ['ama'],
      continues: 'lead',
      signUps: [],
      report: null,
    })
    expect(questionsOf(now, newest(now))).toEqual(questionsOf(now, 'lead'))
    expect(judge(now, course('topic.continue'), 'ama')).toMatchObject({ code: 'topic_over' })
  })

  it('also once it is over; not before it began; not by others', () => {
    const over = carryOut(RUNNING, course('topic.end'), 'ama', { now: AT + MINUTE })
    const now = carryOut(over, course('topic.continue'), 'ama', { now: AT + 9 * MINUTE })
    expect(topicOf(now, 'lead')).toMatchObject({ state: 'continued', over: AT + MINUTE })
    expect(topicOf(now, newest(now))).toMatchObject({ state: 'posted', place: null })
    expect(judge(MARKET, course('topic.continue'), 'ama')).toMatchObject({ code: 'not_yet' })
    for (const actor of ['sam', 'farah', 'olu'])
      expect(judge(RUNNING, course('topic.continue'), actor).ok).toBe(false)
  })

  it('keeps its board when the round of the other begins', () => {
    const next = carryOut(RUNNING, { type: 'topic.continue', topic: 'lead', place: cell(2, 4) }, 'ama')
    const now = carryOut(next, { type: 'stage.go', stage: 'r2', from: 'r1' })
    expect(topicOf(now, newest(next))).toMatchObject({ state: 'running', board: 'lead-board' })
  })

  it('[W-116] what was said on its board before is of the round in which it was said', () => {
    const next = carryOut(RUNNING, { type: 'topic.continue', topic: 'lead', place: cell(2, 4) }, 'ama')
    expect(slotsOf(next)['lead-board']).not.toHaveProperty('earlier')
    const begins = AT + 30 * MINUTE
    const now = carryOut(next, { type: 'stage.go', stage: 'r2', from: 'r1' }, 'farah', { now: begins })
    const slot = project(now, 'sam', AROUND)?.slots['lead-board']
    expect(slot).toMatchObject({ round: 2, number: 4 })
    if (slot === undefined) throw new Error('no slot')
    expect([begins - 1, begins].map((said) => slotAt(slot, said))).toMatchObject([
      { round: 1, number: 1 },
      { round: 2, number: 4 },
    ])
  })
})

describe('who convenes it', () => {
  /** Ama never came to space 1; Sam has been there since the start. */
  const THERE = after([{ type: 'person.went', person: 'sam', space: 'sp1' }], RUNNING)
  const at = (minutes: number) => ({ now: AT + minutes * MINUTE })

  it('[W-107] anybody there takes over after three minutes without those who offered it, who stay and are told', () => {
    expect(judge(THERE, course('topic.takeOver'), 'sam', at(2.9))).toMatchObject({ code: 'not_yet' })
    const now = carryOut(THERE, course('topic.takeOver'), 'sam', at(3))
    expect(topicOf(now, 'lead').conveners).toEqual(['ama', 'sam'])
    expect(toldTo(now, 'ama')).toEqual(['tookOver lead'])
    expect(judge(THERE, course('topic.takeOver'), 'mo', at(5))).toMatchObject({ code: 'not_yet' })
    expect(judge(THERE, course('topic.takeOver'), 'olu', at(5))).toMatchObject({ code: 'not_allowed' })
    const come = after([{ type: 'person.went', person: 'ama', space: 'sp1' }], THERE)
    expect(judge(come, course('topic.takeOver'), 'sam', at(9))).toMatchObject({ code: 'not_yet' })
    expect(judge(MARKET, course('topic.takeOver'), 'sam', at(9))).toMatchObject({ code: 'not_yet' })
  })

  it('[W-102] they make others conveners, those without a connection too, and leave while another stays', () => {
    const now = carryOut(carryOut(MARKET, convener('bo'), 'ama'), convener('bea'), 'ama')
    expect(topicOf(now, 'lead').conveners).toEqual(['ama', 'bo', 'bea'])
    expect(toldTo(now, 'bo')).toEqual(['convened lead'])
    expect(topicOf(carryOut(now, convener('bea', false), 'hana'), 'lead').conveners).toEqual(['ama', 'bo'])
    expect(judge(now, convener('bo', false), 'ama')).toMatchObject({ code: 'not_convener' })
    expect(judge(MARKET, convener('ama', false), 'ama')).toMatchObject({ code: 'last_convener' })
    expect(judge(MARKET, convener('olu'), 'ama')).toMatchObject({ code: 'no_connection' })
    expect(judge(MARKET, convener('nobody'), 'ama')).toMatchObject({ code: 'no_such_person' })
    expect(judge(MARKET, convener('sam'), 'sam')).toMatchObject({ code: 'not_convener' })
  })

  it('[W-102] for one who left for good, a facilitator names another', () => {
    expect(judge(MARKET, convener('sam'), 'farah')).toMatchObject({ code: 'not_convener' })
    const here = new Set(Object.keys(MARKET.people).filter((id) => id !== 'ama'))
    const now = carryOut(MARKET, convener('sam'), 'farah', { here, left: new Map([['ama', AT]]) })
    expect(topicOf(now, 'lead').conveners).toEqual(['ama', 'sam'])
    expect(toldTo(now, 'ama')).toEqual(['acted lead convened'])
  })
})
