import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { farLine } from './farLine.ts'
import { distanceTo } from './picking.ts'

const read = (path: string): { x: number; y: number }[] =>
  [...path.matchAll(/[ML](-?\d+) (-?\d+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))

describe('a stroke from afar', () => {
  it('keeps its ends and leaves none of its points by more than a few px', () => {
    const value = fc.integer({ min: -1_000, max: 1_000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 80 }), (pairs) => {
        const line = read(farLine(pairs.flat()))
        const [first] = pairs
        const last = pairs.at(-1)
        expect(line[0]).toEqual({ x: first?.[0], y: first?.[1] })
        expect(line.at(-1)).toEqual({ x: last?.[0], y: last?.[1] })
        for (const [x, y] of pairs) {
          const off = line.slice(1).map((b, index) => distanceTo({ x, y }, line[index] ?? b, b))
          expect(Math.min(...off)).toBeLessThan(1_000)
        }
      }),
    )
  })

  it('is short for a stroke that is nearly straight, and a dot for a dot', () => {
    const straight = Array.from({ length: 2_000 }, (_, index) => [index, index % 2]).flat()
    expect(read(farLine(straight))).toHaveLength(2)
    expect(farLine([5, 6])).toBe('M5 6h0')
    expect(farLine([])).toBe('M0 0h0')
  })
})
