import { describe, expect, it } from 'vitest'
import type { SpaceView, StageView } from '@moot/workshop'
import { spaceWith, stageWith, viewWith } from '../../testing/viewWith.ts'
import { currentStep, momentOf } from './moment.ts'

const stage = (order: number, part: string): StageView => stageWith(order, { part })
const space = (kind: SpaceView['kind'], number: number, more: Partial<SpaceView> = {}): SpaceView =>
  spaceWith(number, { kind, isOn: kind === 'breakout', ...more })
const { now } = viewWith({})

describe('the big screen', () => {
  it('shows how to join before the first activity, and the board at once where there is no running order', () => {
    expect(momentOf(viewWith({ stages: { a: stage(0, '') } }))).toEqual({ kind: 'before' })
    expect(momentOf(viewWith({ now: { ...now, board: 'b' } }))).toEqual({ kind: 'board', board: 'b' })
    expect(momentOf(viewWith({ now: { ...now, ended: 1, focus: 'spaces' } }))).toEqual({ kind: 'ended' })
  })

  it('shows the spaces of the round in order, and none that are folded away or take no part', () => {
    const view = viewWith({
      now: { ...now, focus: 'spaces', round: 1 },
      spaces: {
        help: space('help', 0),
        hall: space('hallway', 0),
        two: space('breakout', 2),
        one: space('breakout', 1),
        spare: space('breakout', 3, { isHidden: true, isOn: false }),
        old: space('breakout', 4, { isOn: false }),
      },
    })
    const moment = momentOf(view)
    expect(moment.kind === 'spaces' ? moment.spaces.map(({ id }) => id) : []).toEqual([
      'one',
      'two',
      'hall',
      'help',
    ])
  })

  it('counts steps within their part, and the same title later as another part', () => {
    const stages = {
      a: stage(0, ''),
      b: stage(1, 'Three horizons'),
      c: stage(2, 'Three horizons'),
      d: stage(3, ''),
      e: stage(4, 'Three horizons'),
    }
    const at = (id: string) => {
      const current = currentStep({ stages, now: { ...now, stage: id } })
      return current === undefined ? undefined : [current.number, current.total]
    }
    expect(at('c')).toEqual([2, 2])
    expect(at('e')).toEqual([1, 1])
    expect(at('d')).toEqual([4, 5])
    expect(currentStep({ stages, now })).toBeUndefined()
  })
})
