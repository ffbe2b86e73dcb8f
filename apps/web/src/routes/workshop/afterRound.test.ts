import type { TopicView } from '@moot/workshop'
import { describe, expect, it } from 'vitest'
import { topicsById, topicWith } from '../../testing/topicWith.ts'
import { isAfterRound } from './afterRound.ts'

const view = (...topics: readonly TopicView[]) => ({ topics: topicsById(...topics) })
const over = topicWith('t', { state: 'ended', board: 'b', started: 100, over: 500 })

describe('what comes after the round', () => {
  it('[A31] is what was written later than its topic was over', () => {
    expect([500, 501].map((created) => isAfterRound(view(over), 'b', created))).toEqual([false, true])
    const reported = topicWith('t', { ...over, state: 'reported' })
    expect(isAfterRound(view(reported), 'b', 501)).toBe(true)
  })

  it('counts from the end on, also in the minutes of grace, and moves with it', () => {
    const running = topicWith('t', { state: 'running', board: 'b', started: 100, ends: 500 })
    expect(isAfterRound(view(running), 'b', 501)).toBe(true)
    expect(isAfterRound(view(topicWith('t', { ...running, ends: 900 })), 'b', 501)).toBe(false)
    expect(isAfterRound(view(topicWith('t', { ...running, ends: null })), 'b', 501)).toBe(false)
  })

  it('is nothing on a board that goes on in a later round, before that is over as well', () => {
    const first = topicWith('t', { ...over, state: 'continued' })
    const next = topicWith('u', { state: 'scheduled', board: 'b', continues: 't' })
    expect(isAfterRound(view(first, next), 'b', 501)).toBe(false)
    const done = topicWith('u', { ...next, state: 'ended', over: 900 })
    expect([501, 901].map((created) => isAfterRound(view(first, done), 'b', created))).toEqual([false, true])
    // It was thought better of.
    expect(isAfterRound(view(first, topicWith('u', { ...next, state: 'withdrawn' })), 'b', 501)).toBe(true)
  })

  it('is nothing on boards of no topic', () => {
    expect(isAfterRound(view(over), 'other', 900)).toBe(false)
    expect(isAfterRound(view(topicWith('t')), null, 900)).toBe(false)
  })
})
