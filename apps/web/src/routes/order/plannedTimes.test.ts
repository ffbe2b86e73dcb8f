import type { StageView } from '@moot/workshop'
import { describe, expect, it } from 'vitest'
import { stageWith, viewWith } from '../../testing/viewWith.ts'
import { plannedTimes } from './plannedTimes.ts'

const MIN = 60_000
const NOW = 1_000 * MIN

const stage = (order: number, minutes: number, more: Partial<StageView> = {}): StageView =>
  stageWith(order, { minutes, ...more })
const NOTHING = viewWith({})
const plan = (stages: Record<string, StageView>, now: Partial<typeof NOTHING.now> = {}, starts = 0) =>
  viewWith({ stages, now: { ...NOTHING.now, ...now }, workshop: { ...NOTHING.workshop, starts } })

describe('planned times', () => {
  it('before the start hang on the planned one, else on now', () => {
    const stages = { b: stage(1, 5), a: stage(0, 10) }
    const planned = plannedTimes(plan(stages, {}, NOW + 60 * MIN), NOW)
    expect(planned).toMatchObject({ ends: NOW + 75 * MIN, minutes: 15, isIfNow: false })
    expect(planned.begins.get('b')).toBe(NOW + 70 * MIN)
    expect(plannedTimes(plan(stages), NOW)).toMatchObject({ ends: NOW + 15 * MIN, isIfNow: true })
    // A planned start that has passed: as if it began now.
    expect(plannedTimes(plan(stages, {}, NOW - MIN), NOW)).toMatchObject({
      ends: NOW + 15 * MIN,
      isIfNow: true,
    })
  })

  it('while running count from the timer of the current step, and never end in the past', () => {
    const stages = {
      a: stage(0, 10, { started: NOW - 12 * MIN, ended: NOW - 4 * MIN }),
      skipped: stage(1, 30),
      c: stage(2, 4, { started: NOW - 4 * MIN }),
      d: stage(3, 6),
    }
    const timer = { started: NOW - 4 * MIN, ends: NOW + 2 * MIN }
    const running = plannedTimes(plan(stages, { stage: 'c', timer }), NOW)
    expect(running.ends).toBe(NOW + 8 * MIN)
    expect(Object.fromEntries(running.begins)).toEqual({
      a: NOW - 12 * MIN,
      c: NOW - 4 * MIN,
      d: NOW + 2 * MIN,
    })
    expect(plannedTimes(plan(stages, { stage: 'c' }), NOW + 9 * MIN).ends).toBe(NOW + 15 * MIN)
  })

  it('after the end are when it was ended', () => {
    expect(plannedTimes(plan({ a: stage(0, 10) }, { stage: 'a', ended: NOW - MIN }), NOW).ends).toBe(
      NOW - MIN,
    )
  })
})
