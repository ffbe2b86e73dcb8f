/** Notes in the order in which they are read: sections, in them themes, in them notes. */
import type { Note, ReadableBoard } from '@moot/board'
import { outline } from '@moot/board'
import type { NoteDescription } from './props.ts'

/** A note with the names of where it stands. */
export interface Placed {
  readonly note: Note
  readonly section: string | null
  readonly theme: string | null
}

/** Every note in sight, once, in reading order. */
export function readingOrder(board: ReadableBoard): Placed[] {
  return outline(board).flatMap(({ region, themes, others }) => {
    const section = region?.title ?? null
    return [
      ...themes.flatMap(({ theme, notes }) => notes.map((note) => ({ note, section, theme: theme.title }))),
      ...others.map((note) => ({ note, section, theme: null })),
    ]
  })
}

/** The note `by` places after (before, if negative) the given one; from none, the first or last; `null` past the end. */
export function neighbour(order: readonly Placed[], id: string | null, by: 1 | -1): Placed | null {
  if (order.length === 0) return null
  const at = id === null ? -1 : order.findIndex((placed) => placed.note.id === id)
  if (at < 0) return order.at(by === 1 ? 0 : -1) ?? null
  return order[at + by] ?? null
}

/** Longest words that are read out for one note, in UTF-16 units. */
const SAID_MAX = 400

/** What is said of the note at `index`. */
export function describe(order: readonly Placed[], index: number): NoteDescription | null {
  const placed = order[index]
  if (placed === undefined) return null
  const { note, section, theme } = placed
  return {
    words: note.text.slice(0, SAID_MAX),
    place: index + 1,
    total: order.length,
    section,
    theme,
    color: note.color,
  }
}
