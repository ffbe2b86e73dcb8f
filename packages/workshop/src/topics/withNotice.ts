/** Which notices are kept: as many as there is room for, and what nobody has seen yet the longest. */
import type { Notice } from './topic.ts'
import { NOTICES_KEPT } from './topic.ts'

/** Notices with one more. What is told once more takes the place of the same that nobody else waits for. */
export function withNotice(notices: readonly Notice[], given: Notice): readonly Notice[] {
  const isTheSame = (each: Notice): boolean =>
    each.kind === given.kind &&
    each.topic === given.topic &&
    each.other === given.other &&
    each.by === given.by &&
    each.text === given.text &&
    each.unseen.length > 0 &&
    each.unseen.every((person) => given.to.includes(person))
  const all = [...notices.filter((each) => !isTheSame(each)), given]
  if (all.length <= NOTICES_KEPT) return all
  const seen = all.findIndex(({ unseen }) => unseen.length === 0)
  return all.toSpliced(Math.max(seen, 0), 1)
}
