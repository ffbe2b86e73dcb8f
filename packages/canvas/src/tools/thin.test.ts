import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '@moot/board'
import { offStretch, Thinner } from './thin.ts'

function thinned(points: readonly Point[], zoom: number): Point[] {
  const [first, ...rest] = points
  if (first === undefined) return []
  const thinner = new Thinner(first, zoom)
  return [first, ...rest.flatMap((point) => thinner.add(point)), ...thinner.end()]
}

function offLine(at: Point, line: readonly Point[]): number {
  const [only] = line
  if (line.length === 1 && only !== undefined) return offStretch(at, only, only)
  return Math.min(...line.slice(1).map((to, index) => offStretch(at, line[index] ?? to, to)))
}

/** A hand's way: steps of some px on the screen. */
const ways = fc
  .tuple(
    fc.constantFrom(0.1, 0.35, 1, 2, 4),
    fc.constantFrom(1, 3, 12),
    fc.array(fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: -100, max: 100 })), {
      minLength: 1,
      maxLength: 120,
    }),
  )
  .map(([zoom, quick, steps]) => {
    let [x, y] = [0, 0]
    const points = [{ x, y }]
    for (const [dx, dy] of steps) {
      x += (dx * quick) / 100 / zoom
      y += (dy * quick) / 100 / zoom
      points.push({ x, y })
    }
    return { zoom, points }
  })

describe('thinning a stroke', () => {
  it('keeps the line within 1 px on the screen of every point that the hand went through', () => {
    fc.assert(
      fc.property(ways, ({ zoom, points }) => {
        const line = thinned(points, zoom)
        for (const point of points) expect(offLine(point, line) * zoom).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('keeps points of the hand only, from near the first to near the last, in their order', () => {
    fc.assert(
      fc.property(ways, ({ zoom, points }) => {
        const line = thinned(points, zoom)
        let from = 0
        for (const point of line) {
          const found = points.findIndex(
            (each, index) => index >= from && each.x === point.x && each.y === point.y,
          )
          expect(found).toBeGreaterThanOrEqual(from)
          from = found
        }
        expect(line[0]).toEqual(points[0])
        const [drawn, wanted] = [line.at(-1), points.at(-1)]
        expect(
          Math.hypot((drawn?.x ?? 0) - (wanted?.x ?? 0), (drawn?.y ?? 0) - (wanted?.y ?? 0)) * zoom,
        ).toBeLessThan(1)
      }),
    )
  })

  it('keeps a straight line of a thousand points small', () => {
    const points = Array.from({ length: 1000 }, (_, index) => ({ x: index, y: index / 2 }))
    expect(thinned(points, 1).length).toBeLessThan(170)
  })

  it('keeps a dot a dot', () => {
    expect(thinned([{ x: 3, y: 4 }], 1)).toEqual([{ x: 3, y: 4 }])
    expect(
      thinned(
        [
          { x: 3, y: 4 },
          { x: 3.1, y: 4 },
          { x: 3, y: 4 },
        ],
        1,
      ).length,
    ).toBeLessThan(3)
  })
})
