/** Finding words in all boards of a workshop, for people who have only one of them open. */
import type { ReadableBoard } from '@moot/board'
import { findItems, snippetOf } from '@moot/board'
import type { FindResponse } from '@moot/protocol'
import { FIND_MAX } from '@moot/protocol'

/** What is searched: every board as everybody in the workshop sees it. */
export interface Searched {
  readonly boards: readonly { readonly id: string; readonly board: ReadableBoard }[]
}

/**
 * Matches in all boards, in board and reading order; hidden and binned things are in none. Only so many are listed.
 *
 * @param except - a board to leave out
 */
export function findInBoards({ boards }: Searched, query: string, except?: string): FindResponse {
  const found = boards
    .filter(({ id }) => id !== except)
    .flatMap(({ id, board }) => findItems(board, query).map((item) => ({ id, board, item })))
  return {
    total: found.length,
    matches: found.slice(0, FIND_MAX).map(({ id, board, item }) => ({
      board: id,
      kind: item.kind,
      id: item.id,
      text: snippetOf(item.text, query).text,
      section: item.section === null ? null : (board.regions.get(item.section)?.title ?? null),
      goTo: item.goTo,
    })),
  }
}
