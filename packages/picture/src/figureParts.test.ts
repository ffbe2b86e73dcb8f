import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrowLabel, arrowShape, outlineLabel, outlinePath } from './figureParts.ts'

const point = fc.record({
  x: fc.integer({ min: -5_000, max: 5_000 }),
  y: fc.integer({ min: -5_000, max: 5_000 }),
})
const size = fc.constantFrom('s', 'm', 'l' as const)

describe('parts of figures', () => {
  it('an arrow points at its end, wherever its ends are, and its line stays between them', () => {
    fc.assert(
      fc.property(point, point, size, (start, end, thick) => {
        const { shaft, head } = arrowShape({ start, end }, thick)
        expect(head[0]).toEqual(end)
        const far = Math.hypot(end.x - start.x, end.y - start.y)
        for (const { x, y } of [...shaft, ...head]) expect(Number.isFinite(x + y)).toBe(true)
        if (far > 50) expect(Math.hypot(shaft[1].x - start.x, shaft[1].y - start.y)).toBeLessThan(far)
      }),
    )
  })

  it('words stay within an outline, or are left out where there is no room for a line', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('rectangle', 'ellipse' as const),
        fc.integer({ min: 16, max: 600 }),
        fc.integer({ min: 16, max: 600 }),
        size,
        fc.string({ maxLength: 300 }),
        (form, w, h, thick, text) => {
          const label = outlineLabel({ form, x: 0, y: 0, w, h, size: thick, text })
          if (label === null) return
          expect(label.w).toBeLessThanOrEqual(w)
          expect(label.top).toBeGreaterThanOrEqual(0)
          expect(label.top + label.h).toBeLessThanOrEqual(h)
        },
      ),
    )
    expect(outlineLabel({ form: 'ellipse', x: 0, y: 0, w: 16, h: 16, size: 's', text: 'a' })).toBeNull()
  })

  it('says nothing where nothing is written', () => {
    expect(arrowLabel({ start: { x: 0, y: 0 }, end: { x: 9, y: 9 } }, ' \n ')).toBeNull()
    expect(arrowLabel({ start: { x: 0, y: 0 }, end: { x: 90, y: 10 } }, 'leads to')).toMatchObject({
      lines: ['leads to'],
      x: 45,
    })
    expect(
      arrowLabel({ start: { x: 0, y: 0 }, end: { x: 9, y: 9 } }, 'word '.repeat(200))?.lines,
    ).toHaveLength(4)
  })

  it('an outline of any size has a path without absurd numbers', () => {
    expect(outlinePath({ form: 'rectangle', w: 100, h: 50 })).toMatch(/^M8 0H92A8 8/)
    expect(outlinePath({ form: 'rectangle', w: 4, h: 4 })).not.toMatch(/-|NaN/)
    expect(outlinePath({ form: 'ellipse', w: 100, h: 50 })).toBe('M0 25A50 25 0 1 1 100 25A50 25 0 1 1 0 25Z')
  })
})
