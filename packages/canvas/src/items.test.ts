import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { itemOf, keyOf, keyOfShape, shapeIdOf } from './items.ts'

describe('keys', () => {
  const item = fc.record({
    root: fc.constantFrom('notes' as const, 'drawings' as const),
    id: fc.oneof(
      fc.string({ minLength: 1, maxLength: 64 }),
      fc.string({ maxLength: 50 }).map((rest) => `figure:${rest}`),
      fc.string({ maxLength: 50 }).map((rest) => `note:${rest}`),
    ),
  })

  it('stand for one note or figure each, whatever its id', () => {
    fc.assert(
      fc.property(item, (one) => {
        expect(itemOf(keyOf(one))).toEqual(one)
      }),
    )
    fc.assert(
      fc.property(item, item, (one, other) => {
        const isSame = one.root === other.root && one.id === other.id
        expect(keyOf(one) === keyOf(other)).toBe(isSame)
      }),
    )
  })

  it('come back from tldraw’s ids', () => {
    fc.assert(
      fc.property(item, (one) => {
        expect(keyOfShape(shapeIdOf(keyOf(one)))).toBe(keyOf(one))
      }),
    )
  })
})
