/** Several notes put into one: for the same thing written twice, or a thought in two parts. */
import type { ReadableBoard } from './BoardReading.ts'
import { outline } from './outline.ts'
import { wordsOf } from './read.ts'
import type { Note } from './schema.ts'
import { NOTE_TEXT_MAX } from './schema.ts'
import type { Writer } from './writer.ts'
import { goneNow, groupsOf, write } from './writer.ts'

/** Stands between the words of notes that became one. */
const BETWEEN = '\n\n'

/** What came of merging: the note that is left, or why nothing was done. */
export type Merged =
  | { readonly ok: true; readonly id: string }
  /** `too_few`: fewer than two of them are in sight. `too_long`: together they are more than one note holds. */
  | { readonly ok: false; readonly code: 'too_few' | 'too_long' }

/** Notes in sight in reading order, out of these. */
function inReadingOrder(board: ReadableBoard, ids: readonly string[]): Note[] {
  const wanted = new Set(ids)
  return outline(board)
    .flatMap(({ themes, others }) => [...themes.flatMap(({ notes }) => notes), ...others])
    .filter(({ id }) => wanted.has(id))
}

/**
 * Merges notes into the first of them in reading order: it keeps its place, section, theme and colour, and gets the
 * words of the others after its own, a blank line between. The others lie in the Bin then, words and all. Words are
 * added and never replaced, so that what somebody types meanwhile stays, and the first writer's original is kept.
 * One step of undo; nothing is done where it is not possible.
 */
export function mergeNotes(writer: Writer, ids: readonly string[]): Merged {
  const { board } = writer
  const [first, ...rest] = inReadingOrder(board, ids)
  if (first === undefined || rest.length === 0) return { ok: false, code: 'too_few' }
  const words = wordsOf(board.doc, 'notes', first.id)
  if (words === undefined) return { ok: false, code: 'too_few' }
  const more = rest.map(({ text }) => text).filter((text) => text.trim() !== '')
  const added = more.map((text, index) =>
    index === 0 && words.toString().trim() === '' ? text : `${BETWEEN}${text}`,
  )
  const insert = added.join('')
  if (words.length + insert.length > NOTE_TEXT_MAX) return { ok: false, code: 'too_long' }
  write(writer, () => {
    if (insert !== '') words.insert(words.length, insert)
    for (const { id } of rest) groupsOf(writer, 'notes', id)?.set('gone', goneNow(writer, 'merged'))
  })
  return { ok: true, id: first.id }
}
