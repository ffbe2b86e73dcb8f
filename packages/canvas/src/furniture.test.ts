import { describe, expect, it } from 'vitest'
import { inkOn } from './cursors.ts'
import { groundOf, pathOf, sameOutlines } from './furniture.ts'

describe('furniture', () => {
  it('draws joined segments as one stroke, so that dashes run on', () => {
    expect(
      pathOf([
        [0, 0, 1, 1, 2, 2, 3, 3],
        [3, 3, 4, 4, 5, 5, 6, 6],
        [9, 9, 1, 1, 2, 2, 3, 3],
      ]),
    ).toBe('M0 0C1 1 2 2 3 3C4 4 5 5 6 6M9 9C1 1 2 2 3 3')
  })

  it('takes the ground of what is there', () => {
    const none = { backdrops: [], regions: [], frames: [], curves: [], labels: [], themes: [] }
    expect(groundOf(none, [])).toEqual([])
    expect(groundOf(none, [{ x: 1, y: 2, w: 3, h: 4 }])).toHaveLength(1)
  })

  it('sees when an outline moved', () => {
    const outline = { id: 't', title: 'T', box: { x: 0, y: 0, w: 1, h: 1 } }
    expect(sameOutlines([outline], [{ ...outline, box: { ...outline.box } }])).toBe(true)
    expect(sameOutlines([outline], [{ ...outline, title: 'U' }])).toBe(false)
    expect(sameOutlines([outline], [])).toBe(false)
  })

  it('puts dark ink on light flags and white on dark ones', () => {
    expect(inkOn('#FFEFA3')).toBe('#1b2430')
    expect(inkOn('#8A4B00')).toBe('#ffffff')
    expect(inkOn('oklch(0 0 0)')).toBe('#ffffff')
  })
})
