import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateKeyBetween } from 'fractional-indexing'
import { byOrder, orderBetween, ordersAfterStep, ordersBetween } from './order.ts'
import { isOrder } from './readValues.ts'

const anyOrder = fc.oneof(
  fc.constantFrom(
    'a0',
    'a1',
    'Zz',
    'b00',
    'a0V',
    'zzzz',
    'A00000000000000000000000000',
    '',
    'a',
    'a00',
    '!',
    'é',
  ),
  fc.string({ maxLength: 5 }),
  fc.string({ unit: fc.constantFrom('0', 'V', 'z', 'a'), maxLength: 4 }).map((tail) => `a${tail}`),
)

describe('orders', () => {
  it('[B-60] between any two ends are sorted, valid, and after the lower end where that is one', () => {
    fc.assert(
      fc.property(fc.option(anyOrder), fc.option(anyOrder), fc.nat(30), (below, above, count) => {
        const orders = ordersBetween(below, above, count)
        expect(orders).toHaveLength(count)
        expect(orders).toEqual([...new Set(orders)].toSorted((a, b) => (a < b ? -1 : 1)))
        const low = isOrder(below) ? below : null
        for (const order of orders) {
          expect(isOrder(order)).toBe(true)
          if (low !== null) expect(order > low).toBe(true)
          if (isOrder(above) && (low === null || above > low)) expect(order < above).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('[B-61] count as orders exactly where the library can go on from them', () => {
    const canGoOn = (order: string): boolean => {
      try {
        generateKeyBetween(order, null)
        return true
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(anyOrder, (order) => {
        // The library lets letters through that it never makes.
        fc.pre(/^[0-9A-Za-z]*$/.test(order))
        expect(isOrder(order)).toBe(canGoOn(order))
      }),
      { numRuns: 2_000 },
    )
  })

  it('[B-62] a step up or down moves exactly one place, also among equal orders', () => {
    const list = fc
      .array(fc.constantFrom('a0', 'a1', 'a1V', 'a2'), { minLength: 2, maxLength: 8 })
      .map((orders) => orders.map((order, index) => ({ id: `n${index}`, order })).toSorted(byOrder))
    fc.assert(
      fc.property(list, fc.nat(7), fc.constantFrom(1 as const, -1 as const), (entries, at, by) => {
        const from = at % entries.length
        const moved = entries[from]
        if (moved === undefined) return
        const fresh = ordersAfterStep(entries, moved.id, by)
        const after = entries
          .map((each) => ({ id: each.id, order: fresh.get(each.id) ?? each.order }))
          .toSorted(byOrder)
        const expected = entries.filter((each) => each !== moved)
        const to = Math.max(0, Math.min(entries.length - 1, from + by))
        expected.splice(to, 0, moved)
        expect(after.map((each) => each.id)).toEqual(expected.map((each) => each.id))
        if (new Set(entries.map((each) => each.order)).size === entries.length)
          expect(fresh.size).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1_000 },
    )
  })

  it('[B-60] a thousand times between the same two still sorts', () => {
    let low = 'a0'
    for (let round = 0; round < 500; round += 1) {
      const next = orderBetween(low, 'a1')
      expect(next > low && next < 'a1').toBe(true)
      low = next
    }
  })
})
