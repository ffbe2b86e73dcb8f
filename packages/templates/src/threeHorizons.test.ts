import { describe, expect, it } from 'vitest'
import type { BezierSegment } from '@moot/board'
import { PLOT_HEIGHT, PLOT_WIDTH, threeHorizons } from './threeHorizons.ts'

const curves = threeHorizons.furniture.flatMap((piece) => (piece.kind === 'curve' ? [piece] : []))
const [h1 = [], h2 = [], h3 = []] = curves.map((curve) => curve.segments)

const bezier = (a: number, b: number, c: number, d: number, t: number): number =>
  (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d

/** The curve as many points of the method's plot: x to the right, y up, both 0–1. */
function points(segments: readonly BezierSegment[]): { x: number; y: number }[] {
  return segments.flatMap(([x0, y0, x1, y1, x2, y2, x3, y3]) =>
    Array.from({ length: 2001 }, (_, step) => ({
      x: bezier(x0, x1, x2, x3, step / 2000) / PLOT_WIDTH,
      y: 1 - bezier(y0, y1, y2, y3, step / 2000) / PLOT_HEIGHT,
    })),
  )
}

function heightAt(segments: readonly BezierSegment[], x: number): number {
  const nearest = points(segments).reduce((best, point) =>
    Math.abs(point.x - x) < Math.abs(best.x - x) ? point : best,
  )
  return nearest.y
}

function crossing(
  one: readonly BezierSegment[],
  other: readonly BezierSegment[],
  from: number,
  to: number,
): { x: number; y: number } {
  let [low, high] = [from, to]
  const before = Math.sign(heightAt(one, low) - heightAt(other, low))
  for (let round = 0; round < 12; round += 1) {
    const middle = (low + high) / 2
    if (Math.sign(heightAt(one, middle) - heightAt(other, middle)) === before) low = middle
    else high = middle
  }
  return { x: low, y: heightAt(one, low) }
}

describe('three horizons (methods §2.2, §2.3)', () => {
  it.each([
    ['H1', h1, [0.86, 0.83, 0.59, 0.43, 0.29, 0.11, 0.06]],
    ['H2', h2, [0.1, 0.26, 0.56, 0.62, 0.59, 0.27, 0.13]],
    ['H3', h3, [0.04, 0.09, 0.28, 0.42, 0.58, 0.83, 0.91]],
  ] as const)('[T-7] %s has the heights of the method’s table', (_name, segments, heights) => {
    const at = [0, 0.2, 0.4, 0.5, 0.6, 0.8, 1]
    at.forEach((x, index) =>
      expect(Math.abs(heightAt(segments, x) - (heights[index] ?? 0))).toBeLessThan(0.01),
    )
  })

  it('[T-7] the curves cross where the method says', () => {
    const expected = [
      [crossing(h1, h2, 0.3, 0.5), 0.41, 0.57],
      [crossing(h1, h3, 0.4, 0.6), 0.5, 0.43],
      [crossing(h2, h3, 0.52, 0.7), 0.6, 0.59],
    ] as const
    for (const [found, x, y] of expected) {
      expect(Math.abs(found.x - x)).toBeLessThan(0.01)
      expect(Math.abs(found.y - y)).toBeLessThan(0.01)
    }
  })

  it('[T-7] x always increases along a curve, and y stays in the plot', () => {
    for (const segments of [h1, h2, h3]) {
      const all = points(segments)
      all.forEach((point, index) => {
        expect(point.y).toBeGreaterThanOrEqual(0)
        expect(point.y).toBeLessThanOrEqual(1)
        if (index > 0) expect(point.x).toBeGreaterThanOrEqual((all[index - 1]?.x ?? 0) - 1e-9)
      })
      expect([all[0]?.x, all.at(-1)?.x]).toEqual([0, 1])
    }
  })

  it('[T-8] every curve has a name, a dash and a colour of its own', () => {
    expect(curves.map(({ label, dash, hue }) => [label, dash, hue])).toEqual([
      ['1 fading', 'solid', 'h1'],
      ['2 change under way', 'dashed', 'h2'],
      ['3 emerging', 'dotted', 'h3'],
    ])
  })

  it('[T-8] names and axis labels stand in no section', () => {
    const places = threeHorizons.furniture.flatMap((piece) =>
      piece.kind === 'curve' ? [piece.labelAt] : piece.kind === 'label' ? [[piece.x, piece.y] as const] : [],
    )
    expect(places).toHaveLength(5)
    for (const [x, y] of places) {
      for (const region of threeHorizons.regions) {
        const inside = x >= region.x && x <= region.x + region.w && y >= region.y && y <= region.y + region.h
        expect(inside, region.title).toBe(false)
      }
    }
  })

  it('[T-9] the sections are those of the method, in its outline order and places', () => {
    const place = ({ x, y, w, h }: (typeof threeHorizons.regions)[number]): number[] =>
      [x / PLOT_WIDTH, (x + w) / PLOT_WIDTH, 1 - (y + h) / PLOT_HEIGHT, 1 - y / PLOT_HEIGHT].map(
        (each) => Number(each.toFixed(2)) + 0,
      )
    expect(threeHorizons.regions.map((region) => [region.tag, ...place(region)])).toEqual([
      ['h1', 0.02, 0.28, 0.48, 0.92],
      ['h3', 0.74, 0.98, 0.5, 0.9],
      ['pocket', 0.02, 0.28, 0.02, 0.3],
      ['h2', 0.36, 0.66, 0.66, 0.9],
      ['h2minus', 0.31, 0.49, 0.08, 0.52],
      ['h2plus', 0.51, 0.71, 0.08, 0.52],
      ['keep', 0.74, 0.98, 0.02, 0.3],
      ['barrier', 0.02, 0.49, -0.26, -0.06],
      ['values', 0.51, 0.98, -0.26, -0.06],
      ['next', 0.02, 0.72, -0.46, -0.3],
      ['park', 0.74, 0.98, -0.46, -0.3],
    ])
    for (const region of threeHorizons.regions) expect(region.prompt === '').toBe(region.tag === 'park')
  })
})
