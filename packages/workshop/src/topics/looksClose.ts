/** Topics that look alike: a hint for their conveners, who decide. Nothing is ever joined by it. */
import type { Topic } from './topic.ts'

/** Pairs of topics whose questions look alike, by id; the same for as long as the questions are. */
export function closePairs(_topics: readonly Topic[]): readonly (readonly [string, string])[] {
  return []
}
