/** What was written after its conversation was over: marked, never kept out (methods OS-16). */
import type { WorkshopView } from '@moot/workshop'

/**
 * From when on what is written on a board comes after its round, ms since 1970, server time; `Infinity` on boards of
 * nothing, and while a topic goes on there or is to go on there in another round.
 */
export function overOf({ topics }: Pick<WorkshopView, 'topics'>, board: string): number {
  let over: number | undefined
  for (const topic of Object.values(topics)) {
    if (topic.board !== board || topic.state === 'merged' || topic.state === 'withdrawn') continue
    over = Math.max(over ?? 0, topic.over ?? topic.ends ?? Number.POSITIVE_INFINITY)
  }
  return over ?? Number.POSITIVE_INFINITY
}

/**
 * Whether something that was made at `created` on a board came after its round.
 *
 * @param created - ms since 1970, server time
 */
export function isAfterRound(
  view: Pick<WorkshopView, 'topics'>,
  board: string | null,
  created: number,
): boolean {
  return board !== null && created > overOf(view, board)
}
