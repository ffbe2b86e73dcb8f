import { describe, expect, it } from 'vitest'
import { stageWith } from '../../testing/viewWith.ts'
import { stagesInOrder, stepOf, stepOfPart } from './runningOrder.ts'

describe('the running order', () => {
  const all = stagesInOrder({
    b: stageWith(1, { part: 'Horizons' }),
    a: stageWith(0, {}),
    c: stageWith(2, { part: 'Horizons' }),
    d: stageWith(3, {}),
    e: stageWith(4, { part: 'Horizons' }),
  })

  it('numbers steps within their part, and the same title later is another part', () => {
    expect(all.map(({ id }) => id).join('')).toBe('abcde')
    expect(all.map((each) => stepOfPart(all, each))).toEqual([
      undefined,
      { number: 1, total: 2 },
      { number: 2, total: 2 },
      undefined,
      { number: 1, total: 1 },
    ])
  })

  it('numbers those without a part within the whole', () => {
    expect(all.map((each) => stepOf(all, each).number)).toEqual([1, 1, 2, 4, 1])
    expect(all.map((each) => stepOf(all, each).total)).toEqual([5, 2, 2, 5, 1])
  })
})
