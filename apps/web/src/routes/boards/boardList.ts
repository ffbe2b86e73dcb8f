/** The boards of a workshop as this person has them, in order. */
import type { BoardView, WorkshopView } from '@moot/workshop'
import { t } from '../../text/index.ts'

/** A board with its id. */
export interface ListedBoard extends BoardView {
  readonly id: string
}

const inOrder = (boards: WorkshopView['boards']): ListedBoard[] =>
  Object.entries(boards)
    .map(([id, board]) => ({ id, ...board }))
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

/** Those in sight. */
export function boardsInSight(boards: WorkshopView['boards']): ListedBoard[] {
  return inOrder(boards).filter((board) => board.gone === undefined)
}

/** Those that were removed, the latest first; facilitators are told of them. */
export function removedBoards(boards: WorkshopView['boards']): ListedBoard[] {
  return inOrder(boards)
    .filter((board) => board.gone !== undefined)
    .toSorted((a, b) => (b.gone?.at ?? 0) - (a.gone?.at ?? 0))
}

/** A board's name as people read it. */
export function boardName(board: { readonly title: string } | undefined): string {
  return board?.title.trim() || t('board.untitled')
}

/** How many people are on each board. */
export function peopleByBoard(people: WorkshopView['people']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { at } of Object.values(people))
    if (at?.board != null) counts.set(at.board, (counts.get(at.board) ?? 0) + 1)
  return counts
}

/** The board to go to when one goes away: the one before it, else the one after it. */
export function boardBeside(boards: WorkshopView['boards'], id: string): ListedBoard | undefined {
  const all = inOrder(boards)
  const at = all.findIndex((board) => board.id === id)
  const others = [...all.slice(0, Math.max(0, at)).toReversed(), ...all.slice(at + 1)]
  return others.find((board) => board.gone === undefined)
}
