/** What was written after its conversation was over: marked, never kept out (methods OS-16). */
import type { WorkshopView } from '@moot/workshop'
import { overOf as overAmong } from '@moot/workshop'

/** From when on what is written on a board comes after its round: `overOf` of the workshop's rules. */
export function overOf({ topics }: Pick<WorkshopView, 'topics'>, board: string): number {
  return overAmong(Object.values(topics), board)
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
