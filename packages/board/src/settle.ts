/** Groups put right where they are not: each returns how many it wrote, 0 or 1. */
import * as Y from 'yjs'
import type { Gone, Groups } from './schema.ts'
import { isWords } from './schema.ts'

/** Whether two values are the same JSON. What is no JSON at all is the same as nothing. */
function same(a: unknown, b: unknown): boolean {
  try {
    return JSON.stringify(a) === JSON.stringify(b)
  } catch {
    return false
  }
}

/** Writes a group of one value where it is not this one. */
export function settle(groups: Groups, key: string, value: unknown): number {
  if (same(groups.get(key), value)) return 0
  groups.set(key, value)
  return 1
}

/** Makes a group words of at most `max` UTF-16 units. */
export function settleWords(groups: Groups, key: string, max: number): number {
  const words = groups.get(key)
  if (!isWords(words)) {
    groups.set(key, new Y.Text(typeof words === 'string' ? words.slice(0, max) : ''))
    return 1
  }
  if (words.length <= max) return 0
  words.delete(max, words.length - max)
  return 1
}

/** Writes who took it out of sight, or takes that away. */
export function settleGone(groups: Groups, gone: Gone | null): number {
  if (gone === null) {
    if (!groups.has('gone')) return 0
    groups.delete('gone')
    return 1
  }
  return settle(groups, 'gone', { by: gone.by, at: gone.at, how: gone.how })
}
