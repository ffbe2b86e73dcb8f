/** The boards of a workshop in their order. */
import type { BoardInfo } from './state.ts'

type Boards = Readonly<Record<string, BoardInfo>>

/** By place; where two have the same, which only a damaged record leads to, by id. */
const byOrder = (a: BoardInfo, b: BoardInfo): number => a.order - b.order || (a.id < b.id ? -1 : 1)

/** The boards that people see, in order. */
export function boardsInSight(boards: Boards): BoardInfo[] {
  return Object.values(boards)
    .filter((board) => board.gone === null)
    .toSorted(byOrder)
}

/** The boards with one moved to a place among those in sight, from 0; a place beyond the end is the end. */
export function withBoardAt(boards: Boards, id: string, to: number): Boards {
  const moved = Object.hasOwn(boards, id) ? boards[id] : undefined
  if (moved === undefined) return boards
  const rest = Object.values(boards)
    .filter((board) => board.id !== id)
    .toSorted(byOrder)
  const inSight = rest.filter((board) => board.gone === null)
  const place = Number.isFinite(to) ? Math.max(0, Math.trunc(to)) : inSight.length
  const next = inSight[place]
  const at = next === undefined ? rest.length : rest.indexOf(next)
  const ordered = [...rest.slice(0, at), moved, ...rest.slice(at)]
  return Object.fromEntries(ordered.map((board, order) => [board.id, { ...board, order }]))
}
