/** Who writes on a board, and the few means that all operations share. */
import type { BoardReading } from './BoardReading.ts'
import type { EntityRoot, Gone, GoneHow, Groups } from './schema.ts'
import { entities, isGroups } from './schema.ts'

/** Who writes, where, and with which clock and ids. */
export interface Writer {
  readonly board: BoardReading
  /** Person id written into `base.by` and `gone.by`. */
  readonly person: string
  /** Now, in ms since 1970. */
  readonly now: () => number
  /** A fresh id, unique on the board. */
  readonly newId: () => string
  /** Origin of this writer's transactions: what their undo tracks. */
  readonly origin: object
}

/** Whether a note or figure is a person's own: made by them, or entered by them for somebody whom they assist. */
export function isOwn(
  item: { readonly by: string | null; readonly via?: string | null },
  person: string,
): boolean {
  return item.by === person || item.via === person
}

/** Origin of the half of a step that must not be undone by itself; see `addNotes` and `restoreNotes`. */
export const CREATION = Object.freeze({ creation: true })

/** The groups of an entity that is there. */
export function groupsOf(writer: Writer, root: EntityRoot, id: string): Groups | undefined {
  const groups = entities(writer.board.doc, root).get(id)
  return isGroups(groups) ? groups : undefined
}

/** One transaction of this writer's: one step of their undo, one frame on the wire. */
export function write(writer: Writer, work: () => void): void {
  writer.board.doc.transact(work, writer.origin)
}

/** Out of sight from now on, by this writer. */
export const goneNow = (writer: Writer, how: GoneHow): Gone => ({ by: writer.person, at: writer.now(), how })

/** The highest stacking order on the board, notes and figures together, those out of sight included. */
export function topStack(board: BoardReading): string | null {
  let top: string | null = null
  for (const note of board.notes.values()) if (top === null || note.z > top) top = note.z
  for (const drawing of board.drawings.values())
    if ('z' in drawing && (top === null || drawing.z > top)) top = drawing.z
  return top
}

/** Notes and figures together, by id. */
export interface Items {
  readonly notes: readonly string[]
  readonly figures: readonly string[]
}

/** Brings what was made under `CREATION` into sight: the one step that undo takes back. */
export function inSight(writer: Writer, items: Items): void {
  if (items.notes.length + items.figures.length === 0) return
  write(writer, () => {
    for (const id of items.notes) groupsOf(writer, 'notes', id)?.delete('gone')
    for (const id of items.figures) groupsOf(writer, 'drawings', id)?.delete('gone')
  })
}

/** What one transaction of making holds at most, so that no message becomes larger than a server takes. */
const PART_ITEMS = 500
const PART_LETTERS = 500_000

/** Cuts a long list into parts that one transaction each can hold: `work` gets the first index and the one after the last. */
export function inParts<T>(
  list: readonly T[],
  lettersOf: (each: T) => number,
  work: (from: number, to: number) => void,
): void {
  let from = 0
  let letters = 0
  list.forEach((each, index) => {
    const more = lettersOf(each)
    if (index > from && (index - from >= PART_ITEMS || letters + more > PART_LETTERS)) {
      work(from, index)
      from = index
      letters = 0
    }
    letters += more
  })
  if (from < list.length) work(from, list.length)
}
