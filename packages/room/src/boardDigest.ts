/** What those who watch the spaces are told of one board. */
import type { Note, ReadableBoard } from '@moot/board'
import { byStack, NOTE_COLORS, NOTE_HEIGHT, NOTE_WIDTH, orderedThemes, visibleNotes } from '@moot/board'
import type { BoardDigest, Miniature } from '@moot/protocol'
import { LINE_MAX, MINI_NOTES_MAX, MINI_SIDE, THEME_MAX, THEMES_MAX } from '@moot/protocol'

/** Room around what lies on the board, in canvas px. */
const MARGIN = 40
/** The least that a miniature shows, in canvas px: the first note does not fill it. */
const LEAST = { w: 1_200, h: 440 } as const

/**
 * The digest of a board, without `mini`.
 *
 * @param writtenAt - when a note was written, ms since 1970; `undefined` for notes that nobody wrote here
 */
export function digestOfBoard(
  board: ReadableBoard,
  writtenAt: (note: Note) => number | undefined,
): BoardDigest {
  const notes = visibleNotes(board)
  let last: BoardDigest['last'] = null
  for (const note of notes) {
    const at = writtenAt(note)
    if (at === undefined || (last !== null && at < last.at)) continue
    const text = firstLetters(note.text, LINE_MAX)
    if (text !== '') last = { text, at }
  }
  return { notes: notes.length, last, themes: themesOf(board, notes) }
}

/** What a conversation came to so far: themes that have notes, by their titles. */
function themesOf(board: ReadableBoard, notes: readonly Note[]): string[] {
  const used = new Set(notes.map(({ theme }) => theme))
  return orderedThemes(board)
    .filter(({ id }) => used.has(id))
    .map(({ title }) => firstLetters(title, THEME_MAX))
    .filter((title) => title !== '')
    .slice(0, THEMES_MAX)
}

/** The board in small, from what is in sight. */
export function miniatureOf(board: ReadableBoard): Miniature {
  const notes = visibleNotes(board).toSorted(byStack)
  const regions = [...board.regions.values()]
  const boxes = [...regions, ...notes.map(({ x, y }) => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT }))]
  const left = (boxes.length === 0 ? 0 : Math.min(...boxes.map(({ x }) => x))) - MARGIN
  const top = (boxes.length === 0 ? 0 : Math.min(...boxes.map(({ y }) => y))) - MARGIN
  const width = Math.max(LEAST.w, ...boxes.map(({ x, w }) => x + w + MARGIN - left))
  const height = Math.max(LEAST.h, ...boxes.map(({ y, h }) => y + h + MARGIN - top))
  const scale = MINI_SIDE / Math.max(width, height)
  const units = (px: number): number => Math.round(px * scale)
  return {
    size: [units(width), units(height)],
    note: [Math.max(1, units(NOTE_WIDTH)), Math.max(1, units(NOTE_HEIGHT))],
    notes: notes
      .slice(-MINI_NOTES_MAX)
      .flatMap(({ x, y, color }) => [units(x - left), units(y - top), NOTE_COLORS.indexOf(color)]),
    sections: regions.flatMap(({ x, y, w, h }) => [units(x - left), units(y - top), units(w), units(h)]),
  }
}

function firstLetters(text: string, max: number): string {
  const line = text.trim().replace(/\s+/g, ' ')
  // Code points, so that no half of a letter is left.
  return line.length <= max ? line : Array.from(line).slice(0, max).join('')
}
