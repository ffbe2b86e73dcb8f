/** What is on one board put beside what is on another: what two topics that become one bring along. */
import * as Y from 'yjs'
import type { ReadableBoard } from './BoardReading.ts'
import { BoardReading, orderedThemes, visibleNotes } from './BoardReading.ts'
import { figureGroups, noteGroups, themeGroups } from './copyBoard.ts'
import { figureBox, isFigure, visibleFigures } from './figureGeometry.ts'
import type { Figure } from './figures.ts'
import type { Box, Point } from './layout.ts'
import { byOrder, byStack, lastOrder, ordersBetween } from './order.ts'
import type { EntityRoot, Groups, Note } from './schema.ts'
import { ENTITIES_MAX, entities, NOTE_HEIGHT, NOTE_WIDTH } from './schema.ts'
import { topStack } from './writer.ts'

/** Between what is there and what comes beside it, in canvas px. */
const BESIDE = 200

/** What things are brought with. */
export interface BesideMeans {
  /** The board that they come from: its id, which each keeps, and what it holds. */
  readonly board: string
  readonly reading: ReadableBoard
  /** A fresh id, unique on the board that they come to. */
  readonly newId: () => string
}

/**
 * Writes copies of all notes and figures in sight into another board, right of everything there, lying to one another as
 * they did, in no section; with their themes, and with who made what and when. What has its copy in sight there already
 * does not come again, and what a board cannot hold stays where it is. To be called inside a transaction.
 *
 * @returns how many came
 */
export function copyBeside(target: Y.Doc, { board, reading, newId }: BesideMeans): number {
  const there = new BoardReading(target)
  try {
    /** Ids of copies by what they are copies of: those that are there, and those that come. */
    const copies = copiesThere(there, board)
    const isNew = ({ id }: { readonly id: string }): boolean => !copies.has(id)
    const roomFor = (root: EntityRoot): number => Math.max(0, ENTITIES_MAX - entities(target, root).size)
    const notes = visibleNotes(reading).filter(isNew).toSorted(byOrder).slice(0, roomFor('notes'))
    const figures = visibleFigures(reading.drawings)
      .filter(isNew)
      .toSorted(byOrder)
      .slice(0, roomFor('drawings'))
    if (notes.length + figures.length === 0) return 0
    const wanted = new Set(notes.map(({ theme }) => theme))
    const themes = orderedThemes(reading)
      .filter(({ id }) => wanted.has(id))
      .slice(0, roomFor('themes'))
    for (const { id } of [...themes, ...notes, ...figures]) copies.set(id, newId())
    const put = (root: EntityRoot, id: string, made: Readonly<Record<string, unknown>>): void => {
      const groups: Groups = new Y.Map<unknown>()
      for (const [name, value] of Object.entries(made)) groups.set(name, value)
      entities(target, root).set(copies.get(id) ?? newId(), groups)
    }
    const move = wayBeside(there, [...notes.map(noteBox), ...figures.map((each) => figureBox(reading, each))])
    const moved = ({ x, y }: Point): Point => ({ x: Math.round(x + move.x), y: Math.round(y + move.y) })
    const stacks = placesAfter(topStack(there), [...notes, ...figures].toSorted(byStack))
    const from = (item: string) => ({ board, item })

    const themePlaces = placesAfter(lastOrder(ordersOf(there.themes)), themes)
    for (const theme of themes)
      put('themes', theme.id, themeGroups({ ...theme, order: themePlaces(theme) }, null))
    const notePlaces = placesAfter(lastOrder(ordersOf(there.notes)), notes)
    for (const note of notes) {
      const theme = note.theme === null ? null : (copies.get(note.theme) ?? null)
      const made = { ...note, ...moved(note), z: stacks(note), order: notePlaces(note) }
      put('notes', note.id, noteGroups(made, { region: null, theme, from: from(note.id) }))
    }
    const figurePlaces = placesAfter(lastOrder(ordersOf(figuresOf(there))), figures)
    for (const figure of figures) {
      const { x, y } = moved(figure)
      put('drawings', figure.id, {
        ...figureGroups(reading, figure, { region: null, from: from(figure.id), copies }),
        pos: [x, y, stacks(figure)],
        member: { region: null, order: figurePlaces(figure) },
      })
    }
    return notes.length + figures.length
  } finally {
    there.dispose()
  }
}

/** Copies in sight of what is on another board: their ids, by those of what they are copies of. */
function copiesThere(there: ReadableBoard, board: string): Map<string, string> {
  const copies: readonly (Note | Figure)[] = [...visibleNotes(there), ...visibleFigures(there.drawings)]
  return new Map(copies.flatMap(({ id, from }) => (from?.board === board ? [[from.item, id]] : [])))
}

const figuresOf = (board: ReadableBoard): ReadonlyMap<string, Figure> =>
  new Map([...board.drawings].flatMap(([id, each]) => (isFigure(each) ? [[id, each]] : [])))

const ordersOf = (all: ReadonlyMap<string, { readonly order: string }>): string[] =>
  Array.from(all.values(), ({ order }) => order)

/** Fresh orders behind all that are there, for some things in the order in which they are to be. */
function placesAfter<T extends object>(last: string | null, sorted: readonly T[]): (of: T) => string {
  const orders = ordersBetween(last, null, sorted.length)
  const places = new Map(sorted.map((each, index) => [each, orders[index] ?? '']))
  return (of) => places.get(of) ?? ''
}

const noteBox = ({ x, y }: Point): Box => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })

/** How far things move so that they stand right of everything on a board, level with its top. */
function wayBeside(there: ReadableBoard, things: readonly Box[]): Point {
  const furniture = [...there.drawings.values()].flatMap((each) =>
    !isFigure(each) && 'w' in each && !('gone' in each && each.gone !== null) ? [each] : [],
  )
  const boxes: Box[] = [
    ...there.regions.values(),
    ...furniture,
    ...visibleFigures(there.drawings).map((figure) => figureBox(there, figure)),
    ...visibleNotes(there).map(noteBox),
  ]
  if (boxes.length === 0) return { x: 0, y: 0 }
  return {
    x: Math.max(...boxes.map(({ x, w }) => x + w)) + BESIDE - Math.min(...things.map(({ x }) => x)),
    y: Math.min(...boxes.map(({ y }) => y)) - Math.min(...things.map(({ y }) => y)),
  }
}
