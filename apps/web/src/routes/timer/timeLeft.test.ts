import { describe, expect, it } from 'vitest'
import { clockOf, hasTwoMinutes, timerStands, untilItStandsOtherwise } from './timeLeft.ts'

const MINUTE = 60_000

describe('the time left', () => {
  it('is minutes and seconds, from an hour on hours as well, and never less than nothing', () => {
    expect([862_000, 7_000, 6_001, 0, -5_000, 59 * MINUTE + 59_999, 65 * MINUTE].map(clockOf)).toEqual([
      '14:22',
      '0:07',
      '0:07',
      '0:00',
      '0:00',
      '1:00:00',
      '1:05:00',
    ])
  })

  it('is nearly up for two minutes, then up', () => {
    const timer = { started: 0, ends: 10 * MINUTE }
    expect(
      [0, 8 * MINUTE - 1, 8 * MINUTE, 10 * MINUTE - 1, 10 * MINUTE].map((at) => timerStands(timer, at)),
    ).toEqual(['running', 'running', 'nearlyUp', 'nearlyUp', 'up'])
  })

  it('knows when it will stand otherwise', () => {
    const timer = { started: 0, ends: 10 * MINUTE }
    expect([0, 8 * MINUTE, 10 * MINUTE].map((at) => untilItStandsOtherwise(timer, at))).toEqual([
      8 * MINUTE,
      2 * MINUTE,
      undefined,
    ])
  })

  it('says *two minutes left* of no timer that was no longer to begin with', () => {
    expect(hasTwoMinutes({ started: 0, ends: 2 * MINUTE })).toBe(false)
    expect(hasTwoMinutes({ started: 0, ends: 3 * MINUTE })).toBe(true)
  })
})
