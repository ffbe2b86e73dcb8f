/** Orders that can be split without end (fractional indices), and how ties are broken. */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { isOrder } from './readValues.ts'

/** By order, then by id, so that every replica sorts alike. */
export function byOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** By stacking order, then by id. */
export function byStack(a: { z: string; id: string }, b: { z: string; id: string }): number {
  if (a.z !== b.z) return a.z < b.z ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * `count` fresh orders between two others, either end open with `null`. Where the ends are equal, swapped or absurd
 * (two people may have made the same one), the upper end is let go: the result is still after `below`.
 */
export function ordersBetween(below: string | null, above: string | null, count: number): string[] {
  const low = below !== null && isOrder(below) ? below : null
  const high = above !== null && isOrder(above) && (low === null || above > low) ? above : null
  try {
    return generateNKeysBetween(low, high, count)
  } catch {
    try {
      return generateNKeysBetween(low, null, count)
    } catch {
      return generateNKeysBetween(null, null, count)
    }
  }
}

/**
 * Fresh orders that move one entity of a sorted list a step up (-1) or down (1): usually its own alone. Where its new
 * neighbours have the same order, because two people made them at once, all of that order get fresh ones.
 *
 * @param list - sorted by `byOrder`
 * @returns orders by id; empty where it cannot move
 */
export function ordersAfterStep(
  list: readonly { readonly id: string; readonly order: string }[],
  id: string,
  by: -1 | 1,
): ReadonlyMap<string, string> {
  const from = list.findIndex((each) => each.id === id)
  const moved = list[from]
  const to = from + by
  if (moved === undefined || to < 0 || to >= list.length) return new Map()
  const rest = list.filter((each) => each.id !== id)
  let start = to
  let end = to
  const tied = rest[to - 1]?.order
  if (tied !== undefined && tied === rest[to]?.order) {
    while (start > 0 && rest[start - 1]?.order === tied) start -= 1
    while (end < rest.length && rest[end]?.order === tied) end += 1
  }
  const run = [...rest.slice(start, to), moved, ...rest.slice(to, end)]
  const fresh = ordersBetween(rest[start - 1]?.order ?? null, rest[end]?.order ?? null, run.length)
  return new Map(run.map((each, index) => [each.id, fresh[index] ?? each.order]))
}

/** One fresh order between two others; see `ordersBetween`. */
export function orderBetween(below: string | null, above: string | null): string {
  return ordersBetween(below, above, 1)[0] ?? generateKeyBetween(null, null)
}

/** The greatest of some orders, or `null` where there are none. */
export function lastOrder(orders: Iterable<string>): string | null {
  let last: string | null = null
  for (const each of orders) if (last === null || each > last) last = each
  return last
}
