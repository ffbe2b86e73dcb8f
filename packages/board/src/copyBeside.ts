/** Notes of one board put beside what is on another: what two topics that become one bring along. */
import * as Y from 'yjs'
import type { ReadableBoard } from './BoardReading.ts'
import { BoardReading, orderedThemes, visibleNotes } from './BoardReading.ts'
import { noteGroups, themeGroups } from './copyBoard.ts'
import { figureBox, isFigure, visibleFigures } from './figureGeometry.ts'
import type { Box } from './layout.ts'
import { byOrder, byStack, lastOrder, ordersBetween } from './order.ts'
import type { EntityRoot, Groups } from './schema.ts'
import { entities, NOTE_HEIGHT, NOTE_WIDTH } from './schema.ts'
import { topStack } from './writer.ts'

/** Between what is there and what comes beside it, in canvas px. */
const BESIDE = 200

/** What notes are brought with. */
export interface BesideMeans {
  /** The board that they come from: its id, which each keeps, and what it holds. */
  readonly board: string
  readonly reading: ReadableBoard
  /** A fresh id, unique on the board that they come to. */
  readonly newId: () => string
}

/**
 * Writes copies of all notes in sight into another board, right of everything there, lying to one another as they did, in
 * no section; with their themes, and with who wrote what and when. A note whose copy is in sight there already does not
 * come again. To be called inside a transaction.
 *
 * @returns how many came
 */
export function copyBeside(target: Y.Doc, { board, reading, newId }: BesideMeans): number {
  const there = new BoardReading(target)
  try {
    const known = new Set(
      visibleNotes(there).flatMap(({ from }) => (from?.board === board ? [from.item] : [])),
    )
    const notes = visibleNotes(reading).filter(({ id }) => !known.has(id))
    if (notes.length === 0) return 0
    const put = (root: EntityRoot, id: string, made: Readonly<Record<string, unknown>>): void => {
      const groups: Groups = new Y.Map<unknown>()
      for (const [name, value] of Object.entries(made)) groups.set(name, value)
      entities(target, root).set(id, groups)
    }
    const wanted = new Set(notes.map(({ theme }) => theme))
    const themes = orderedThemes(reading).filter(({ id }) => wanted.has(id))
    const themeOrders = ordersBetween(lastOrder(ordersOf(there.themes)), null, themes.length)
    const copies = new Map<string, string>()
    for (const [index, theme] of themes.entries()) {
      const id = newId()
      copies.set(theme.id, id)
      put('themes', id, themeGroups({ ...theme, order: themeOrders[index] ?? theme.order }, null))
    }
    const orders = ordersBetween(lastOrder(ordersOf(there.notes)), null, notes.length)
    const places = new Map(notes.toSorted(byOrder).map(({ id }, index) => [id, orders[index]]))
    const stacks = ordersBetween(topStack(there), null, notes.length)
    const move = wayBeside(there, notes)
    for (const [index, note] of notes.toSorted(byStack).entries()) {
      const { x, y } = note
      const moved = {
        ...note,
        x: Math.round(x + move.x),
        y: Math.round(y + move.y),
        z: stacks[index] ?? note.z,
        order: places.get(note.id) ?? note.order,
      }
      const theme = note.theme === null ? null : (copies.get(note.theme) ?? null)
      put('notes', newId(), noteGroups(moved, { region: null, theme, from: { board, item: note.id } }))
    }
    return notes.length
  } finally {
    there.dispose()
  }
}

const ordersOf = (all: ReadonlyMap<string, { readonly order: string }>): string[] =>
  Array.from(all.values(), ({ order }) => order)

/** How far notes move so that they stand right of everything on a board, level with its top. */
function wayBeside(
  there: ReadableBoard,
  notes: readonly { readonly x: number; readonly y: number }[],
): { readonly x: number; readonly y: number } {
  const drawn = [...there.drawings.values()].flatMap((each) =>
    !isFigure(each) && 'w' in each && !('gone' in each && each.gone !== null) ? [each] : [],
  )
  const boxes: Box[] = [
    ...there.regions.values(),
    ...drawn,
    ...visibleFigures(there.drawings).map((figure) => figureBox(there, figure)),
    ...visibleNotes(there).map(({ x, y }) => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })),
  ]
  if (boxes.length === 0) return { x: 0, y: 0 }
  const left = Math.min(...notes.map(({ x }) => x))
  const top = Math.min(...notes.map(({ y }) => y))
  return {
    x: Math.max(...boxes.map(({ x, w }) => x + w)) + BESIDE - left,
    y: Math.min(...boxes.map(({ y }) => y)) - top,
  }
}
