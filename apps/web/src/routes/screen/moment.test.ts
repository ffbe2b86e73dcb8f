import { describe, expect, it } from 'vitest'
import type { SpaceView, StageView } from '@moot/workshop'
import { reportWith } from '../../testing/reportWith.ts'
import { topicWith } from '../../testing/topicWith.ts'
import { spaceWith, stageWith, viewWith } from '../../testing/viewWith.ts'
import { currentStep, momentOf } from './moment.ts'
import { offersOf, wallCards } from './openSpace.ts'

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

  it('shows topics while they are offered, and reports while they are read, as long as nobody is in spaces', () => {
    const at = (kind: StageView['kind'], more: Partial<ReturnType<typeof viewWith>> = {}) =>
      momentOf(
        viewWith({ stages: { a: stageWith(0, { kind }) }, now: { ...now, stage: 'a', board: 'b' }, ...more }),
      ).kind
    expect(at('marketplace')).toBe('topics')
    expect(at('news')).toBe('board')
    const reports = { x: reportWith({}) }
    expect([at('news', { reports }), at('harvest', { reports }), at('activity', { reports })]).toEqual([
      'reports',
      'reports',
      'board',
    ])
    const inSpaces = { ...now, stage: 'a', focus: 'spaces' as const, round: 1, roundStage: 'a' }
    expect(at('marketplace', { now: inSpaces })).toBe('spaces')
  })

  it('lists topics by round and space, those that wait for one last, none twice, and names nobody', () => {
    const place = (round: string, space: string) => ({ round, time: '', space, where: '' })
    const view = viewWith({
      stages: {
        r1: stageWith(0, { where: 'round', round: 1 }),
        r2: stageWith(1, { where: 'round', round: 2 }),
      },
      spaces: { s1: spaceWith(1, {}), s2: spaceWith(2, {}) },
      topics: {
        late: topicWith('late', { state: 'scheduled', place: place('r2', 's1') }),
        first: topicWith('first', { state: 'scheduled', place: place('r1', 's2') }),
        loose: topicWith('loose', { state: 'posted' }),
        gone: topicWith('gone', { state: 'withdrawn', place: place('r1', 's1') }),
        before: topicWith('before', { state: 'continued', over: 9 }),
        early: topicWith('early', { state: 'running', started: 9 }),
      },
    })
    expect(offersOf(view).map(({ question, place: where }) => [where, question])).toEqual([
      ['Round 1 · Space 2', 'Question of first'],
      ['Round 2 · Space 1', 'Question of late'],
      ['', 'Question of early'],
      ['Not placed yet', 'Question of loose'],
    ])
    expect(wallCards(viewWith({ ...view, reports: { first: reportWith({ edited: 1 }) } }))).toEqual([
      { id: 'first', place: 'Round 1 · Space 2', question: 'Question of first', headline: '' },
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
