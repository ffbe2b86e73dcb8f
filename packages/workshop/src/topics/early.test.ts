/** Topics and the times round them: begun before their round, at the end of the workshop, and who was there when. */
import { describe, expect, it } from 'vitest'
import type { Workshop } from '../state.ts'
import { cell, MARKET, RUNNING, topicOf } from '../testing/topics.ts'
import { AT, carryOut, judge } from '../testing/workshops.ts'
import { dueEvents } from './dueEvents.ts'
import { whoTookPart } from './tookPart.ts'

const MINUTE = 60_000
const start = (workshop: Workshop, topic: string, actor: string): Workshop =>
  carryOut(workshop, { type: 'topic.start', topic }, actor)
const goTo = (workshop: Workshop, stage: string, now = AT): Workshop =>
  carryOut(workshop, { type: 'stage.go', stage, from: workshop.stage }, 'farah', { now })
const enter = (workshop: Workshop, person: string, space: string, now = AT): Workshop =>
  carryOut(workshop, { type: 'space.enter', space }, person, { now })
const spaceOf = ({ people }: Workshop, person: string): string | null | undefined => people[person]?.space

describe('a topic that begins early', () => {
  it('[W-98] keeps its board to itself where another is placed in its space for the round that is on', () => {
    const early = start(RUNNING, 'place', 'bo')
    const both = carryOut(early, { type: 'topic.place', topic: 'phone', place: cell(1, 2) }, 'di')
    const boards = ['place', 'phone'].map((id) => topicOf(both, id).board)
    expect(new Set(boards).size).toBe(2)
    expect(boards[0]).toBe(topicOf(early, 'place').board)
  })

  it('[W-44] keeps who is there when its round opens; whoever is elsewhere is in the main room again', () => {
    let workshop = start(MARKET, 'lead', 'ama')
    workshop = enter(enter(workshop, 'sam', 'sp1'), 'di', 'sp2')
    workshop = goTo(workshop, 'r1')
    expect([spaceOf(workshop, 'sam'), spaceOf(workshop, 'di')]).toEqual(['sp1', null])
  })

  it('[W-44] keeps who is there when another round opens that leaves its space alone, and not once it is over', () => {
    let workshop = start(MARKET, 'data', 'cy')
    workshop = carryOut(workshop, { type: 'topic.lift', topic: 'lead' }, 'ama')
    workshop = goTo(enter(workshop, 'sam', 'sp1'), 'r1')
    expect(spaceOf(workshop, 'sam')).toBe('sp1')
    // Of the round before, which has its grace, nobody is left behind.
    workshop = enter(workshop, 'di', 'sp3')
    workshop = goTo(workshop, 'r2', AT + 22 * MINUTE)
    expect([spaceOf(workshop, 'sam'), spaceOf(workshop, 'di')]).toEqual(['sp1', null])
  })

  it('[W-44] keeps who is there where that one alone was given more time than its round', () => {
    let workshop = carryOut(goTo(MARKET, 'r1'), { type: 'topic.extend', topic: 'food', minutes: 10 }, 'hana')
    workshop = enter(enter(workshop, 'sam', 'sp3'), 'di', 'sp2')
    workshop = goTo(workshop, 'r2', AT + 22 * MINUTE)
    expect([spaceOf(workshop, 'sam'), spaceOf(workshop, 'di')]).toEqual(['sp3', null])
  })

  it('A25 [W-80] has its half-time when its round has, not before', () => {
    const workshop = goTo(start(MARKET, 'lead', 'ama'), 'r1', AT + 30 * MINUTE)
    const asked = (minutes: number): boolean =>
      dueEvents(workshop, AT + (30 + minutes) * MINUTE, () => 0).some(
        (event) => event.type === 'topics.nudged' && event.topics.includes('lead'),
      )
    expect([asked(1), asked(10), asked(11)]).toEqual([false, false, true])
  })
})

describe('the end of the workshop', () => {
  const end = (workshop: Workshop, now: number): Workshop =>
    carryOut(workshop, { type: 'workshop.end' }, 'farah', { now })

  it('[W-86] taken back, topics that had time left go on; those that are over by then stay over', () => {
    const ended = end(carryOut(RUNNING, { type: 'topic.start', topic: 'place' }, 'bo'), AT + MINUTE)
    const again = (minutes: number): string[] => {
      const workshop = carryOut(ended, { type: 'workshop.reopen' }, 'theo', { now: AT + minutes * MINUTE })
      return ['lead', 'place'].map((id) => topicOf(workshop, id).state)
    }
    expect([topicOf(ended, 'lead').state, again(2), again(30)]).toEqual([
      'ended',
      ['running', 'running'],
      ['ended', 'running'],
    ])
    const byHand = end(carryOut(RUNNING, { type: 'topic.end', topic: 'lead' }, 'ama'), AT)
    expect(topicOf(carryOut(byHand, { type: 'stage.go', stage: 'r1', from: 'r1' }), 'lead').state).toBe(
      'ended',
    )
  })

  it('[OS-13] closes the marketplace and not what is there', () => {
    const ended = end(MARKET, AT)
    expect(judge(ended, { type: 'topic.offer', question: 'One more?' }, 'sam')).toMatchObject({
      code: 'topic_over',
    })
    expect(judge(ended, { type: 'topic.start', topic: 'lead' }, 'ama')).toMatchObject({ code: 'topic_over' })
    const late = judge(end(RUNNING, AT), { type: 'topic.place', topic: 'phone', place: cell(1, 2) }, 'di')
    expect(late).toMatchObject({ code: 'no_such_place' })
    expect(judge(ended, { type: 'topic.signUp', topic: 'lead', isOn: true }, 'bo')).toMatchObject({
      ok: true,
    })
    expect(
      judge(
        end(RUNNING, AT),
        { type: 'report.write', topic: 'lead', field: 'headline', text: 'It rained', before: '' },
        'ama',
      ),
    ).toMatchObject({ ok: true })
  })
})

describe('who took part', () => {
  it('[OS-12] is nobody who came to the space for what was there in the next round', () => {
    let workshop = carryOut(MARKET, { type: 'topic.place', topic: 'phone', place: cell(2, 2) }, 'di')
    workshop = enter(goTo(workshop, 'r1'), 'cy', 'sp2')
    workshop = goTo(workshop, 'r2', AT + 22 * MINUTE)
    workshop = enter(workshop, 'sam', 'sp2', AT + 22 * MINUTE)
    const later = AT + 30 * MINUTE
    expect(whoTookPart(workshop, topicOf(workshop, 'place'), later)).toEqual(['cy'])
    expect(whoTookPart(workshop, topicOf(workshop, 'phone'), later)).toEqual(['sam'])
  })

  it('[OS-12] is who stayed for the grace where nothing else began', () => {
    let workshop = goTo(goTo(MARKET, 'r1'), 'news', AT + 22 * MINUTE)
    workshop = enter(workshop, 'sam', 'sp2', AT + 22 * MINUTE)
    expect(whoTookPart(workshop, topicOf(workshop, 'place'), AT + 30 * MINUTE)).toEqual(['sam'])
  })
})
