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
