/** What the clock does by itself to topics that are on. */
import { describe, expect, it } from 'vitest'
import type { Workshop } from '../state.ts'
import { after, AT, carryOut, spaceId } from '../testing/workshops.ts'
import { go, MARKET, offer, place, topicOf } from '../testing/openSpace.ts'
import { dueEvents } from './dueEvents.ts'

const MINUTE = 60_000
/** Round 1 of 22 minutes, with Uma in space 4 and Cy in space 2. */
const ROUND = ((): Workshop => {
  const offered = offer(offer(MARKET, 'uma', 'Staff safety?'), 'cy', 'Which data?')
  return go(place(place(offered, 'Staff safety?', 1, 4), 'Which data?', 1, 2), 1)
})()
const UMA = topicOf(ROUND, 'Staff safety?')
const CY = topicOf(ROUND, 'Which data?')
const END = AT + 22 * MINUTE

const many = (): number => 9
const at = (
  workshop: Workshop,
  now: number,
  notesOn: (board: string) => number | undefined = many,
): Workshop => after(dueEvents(workshop, now, notesOn), workshop, now)
const stateAt = (now: number): string => topicOf(at(ROUND, now), 'Staff safety?').state

describe('the end of a round', () => {
  it('A31 [W-79] topics are over when their time is up, and go on for two minutes of grace first', () => {
    expect([stateAt(END), stateAt(END + 2 * MINUTE - 1), stateAt(END + 2 * MINUTE)]).toEqual([
      'running',
      'running',
      'ended',
    ])
    expect(topicOf(at(ROUND, END + 2 * MINUTE), 'Staff safety?').over).toBe(END)
  })

  it('[W-79] after a night’s sleep they were over when their time was up, and it is said once', () => {
    const next = at(ROUND, END + 600 * MINUTE, () => 0)
    expect(topicOf(next, 'Staff safety?')).toMatchObject({ state: 'ended', over: END, isNudged: false })
    expect(dueEvents(next, END + 601 * MINUTE, () => 0)).toEqual([])
  })

  it('[W-79] more time for all moves the end; more time for one moves that one’s', () => {
    const longer = carryOut(ROUND, { type: 'timer.extend', minutes: 5 }, 'farah', { now: AT + MINUTE })
    const alone = after([{ type: 'topic.extended', topic: CY.id, ms: 3 * MINUTE, by: 'cy' }], longer)
    const then = at(alone, END + 7 * MINUTE)
    expect(topicOf(then, 'Staff safety?').over).toBe(END + 5 * MINUTE)
    expect(topicOf(then, 'Which data?').state).toBe('running')
    expect(topicOf(at(then, END + 10 * MINUTE), 'Which data?').over).toBe(END + 8 * MINUTE)
  })

  it('[W-79] going on early ends the round then, with its grace', () => {
    const gone = go(ROUND, 2, AT + 10 * MINUTE)
    expect(topicOf(at(gone, AT + 11 * MINUTE), 'Staff safety?').state).toBe('running')
    expect(topicOf(at(gone, AT + 12 * MINUTE), 'Staff safety?').over).toBe(AT + 10 * MINUTE)
  })

  it('[W-79] gone on by mistake and back again: the round has its time anew', () => {
    const there = go(ROUND, 2, AT + 10 * MINUTE)
    const back = go(there, 1, AT + 11 * MINUTE)
    expect(back.rounds).toHaveLength(1)
    expect(topicOf(at(back, AT + 30 * MINUTE), 'Staff safety?').state).toBe('running')
  })
})

describe('half-time', () => {
  const notes = (few: number) => (board: string) => (board === UMA.board ? few : 9)

  it('A25 [W-80] where there are fewer than three notes, those in the space are asked who takes them, once', () => {
    expect(dueEvents(ROUND, AT + 11 * MINUTE - 1, notes(2))).toEqual([])
    const asked = at(ROUND, AT + 11 * MINUTE, notes(2))
    expect(asked.announcements).toMatchObject([{ kind: 'nudge', text: '', to: [spaceId(ROUND, 4)] }])
    expect(dueEvents(asked, AT + 12 * MINUTE, notes(0))).toEqual([])
  })

  it('[W-80] whoever has submitted a report is asked nothing', () => {
    const written = after(
      [
        { type: 'report.written', topic: UMA.id, field: 'headline', text: 'Call each other', by: 'uma' },
        { type: 'report.submitted', topic: UMA.id, by: 'uma' },
      ],
      ROUND,
    )
    expect(dueEvents(written, AT + 11 * MINUTE, notes(0))).toEqual([])
  })

  it('[W-80] three notes are enough, and what is not known yet is asked later', () => {
    expect(dueEvents(ROUND, AT + 11 * MINUTE, notes(3))).toEqual([])
    expect(dueEvents(ROUND, AT + 11 * MINUTE, () => undefined)).toEqual([])
    expect(dueEvents(ROUND, AT + 12 * MINUTE, notes(0))).toHaveLength(2)
  })
})
