import { expect, test } from 'vitest'
import { selectionPlace } from './selectionPlace.ts'

const bar = { w: 400, h: 54 }
const room = { w: 1280, h: 600 }

test('the bar stands above what is selected, or below it, clear of a theme’s name', () => {
  expect(selectionPlace(bar, { x: 500, y: 300, w: 180, h: 140 }, room, false)).toEqual({ x: 390, y: 234 })
  expect(selectionPlace(bar, { x: 500, y: 300, w: 180, h: 140 }, room, true)).toEqual({ x: 390, y: 206 })
  expect(selectionPlace(bar, { x: 500, y: 20, w: 180, h: 140 }, room, false)).toEqual({ x: 390, y: 172 })
})

test('whatever is selected, it is whole between the edges and above the toolbars', () => {
  // All of a large board; what is below, above, left and right of what is in view.
  for (const [x, y, w, h] of [
    [-900, -500, 4000, 3000],
    [20, 10, 1240, 640],
    [500, 900, 180, 140],
    [500, -900, 180, 140],
    [-900, 300, 180, 140],
    [2900, 300, 180, 140],
  ] as const) {
    const at = selectionPlace(bar, { x, y, w, h }, room, false)
    expect(at.x).toBeGreaterThanOrEqual(12)
    expect(at.x + bar.w).toBeLessThanOrEqual(1268)
    expect(at.y).toBeGreaterThanOrEqual(12)
    expect(at.y + bar.h).toBeLessThanOrEqual(588)
  }
})
