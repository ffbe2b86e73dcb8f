import { describe, expect, it } from 'vitest'
import { reportWith } from '../../testing/reportWith.ts'
import { topicsById, topicWith } from '../../testing/topicWith.ts'
import { spaceWith, viewWith } from '../../testing/viewWith.ts'
import { isPenAsked } from './isPenAsked.ts'

const space = { id: 's', ...spaceWith(1, { board: 'b' }) }
const { now } = viewWith({})
const talking = viewWith({
  now: { ...now, focus: 'spaces' },
  topics: topicsById(topicWith('t', { state: 'running', board: 'b', started: 100 })),
  reports: { t: reportWith({}) },
})
const few = { at: 200, notes: 2, isUp: false }

describe('[A25] who holds the pen', () => {
  it('is a question while they talk with few notes and nobody takes them', () => {
    expect(isPenAsked(talking, space, few)).toBe(true)
    expect(isPenAsked(talking, space, { ...few, notes: undefined })).toBe(true)
    // In a round without topics too.
    expect(isPenAsked({ ...talking, topics: {}, reports: {} }, space, few)).toBe(true)
  })

  it('is none once there are three notes, or the time is up, or everybody is in the main room', () => {
    expect(isPenAsked(talking, space, { ...few, notes: 3 })).toBe(false)
    expect(isPenAsked(talking, space, { ...few, isUp: true })).toBe(false)
    expect(isPenAsked({ ...talking, now }, space, few)).toBe(false)
  })

  it('is none once somebody takes notes, named at the space or in the report', () => {
    expect(isPenAsked(talking, { ...space, noteTaker: 'uma' }, few)).toBe(false)
    expect(isPenAsked({ ...talking, reports: { t: reportWith({ noteTaker: 'uma' }) } }, space, few)).toBe(
      false,
    )
  })

  it('is none for those who came after: the conversation that was asked is over', () => {
    expect(isPenAsked(talking, space, { ...few, at: 50 })).toBe(false)
    const ended = topicsById(topicWith('t', { state: 'ended', board: 'b', started: 100, over: 300 }))
    expect(isPenAsked({ ...talking, topics: ended }, space, few)).toBe(false)
  })
})
