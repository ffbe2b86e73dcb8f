/** The values of groups, as far as their size and shape go. */
import * as Y from 'yjs'
import { Refused } from './refused.ts'

/** Greatest encoded size of one group, in UTF-16 units of its JSON. */
const GROUP_MAX = 8_192
/** Levels of lists and objects in one group. */
const DEPTH_MAX = 6

/** The JSON values of one struct, in the order in which they were written. Refuses what holds none. */
export function valuesOf(item: Y.Item): readonly unknown[] {
  const { content } = item
  const values: readonly unknown[] =
    content instanceof Y.ContentAny || content instanceof Y.ContentJSON ? content.arr : []
  if (values.length === 0) throw new Refused('wrong_type', 'a group is a JSON value')
  return values
}

/** Refuses a value that is too deep or too large to be a group's. */
export function judgeJson(value: unknown, group: string): void {
  if (depthOf(value, 0) > DEPTH_MAX) throw new Refused('wrong_type', `${group} is nested too deep`)
  if ((JSON.stringify(value)?.length ?? GROUP_MAX + 1) > GROUP_MAX)
    throw new Refused('too_large', `${group} is too large`)
}

function depthOf(value: unknown, above: number): number {
  if (above > DEPTH_MAX || typeof value !== 'object' || value === null) return above
  if (ArrayBuffer.isView(value)) return DEPTH_MAX + 1
  let deepest = above + 1
  for (const each of Object.values(value)) deepest = Math.max(deepest, depthOf(each, above + 1))
  return deepest
}
