/** The board as it is read out: what every form of the write-up (page, Markdown, plain text, CSV) is made from. */
import type { Note, NoteColor, NoteSource, ReadableBoard, Tally } from '@moot/board'
import { outline, tally } from '@moot/board'
import type { WriteUpDrawing } from './drawings.ts'
import { drawingsOf } from './drawings.ts'

/** A note in a write-up. `text` is exactly what was written, line breaks included. */
export interface WriteUpNote {
  readonly id: string
  readonly text: string
  /** Its writer's last wording before somebody else changed it, or `null`. */
  readonly original: string | null
  readonly source: NoteSource
  readonly color: NoteColor
  /** When it was made, in ms since 1970; 0 where unknown. */
  readonly created: number
  /** Where it was promoted from, such as *R1·3 Leadership*, or ''. */
  readonly origin: string
  /** The note that it is a copy of, or ''. */
  readonly copyOf: string
  /** Whether it was made after the round of its board. */
  readonly isLate: boolean
}

/** A theme with at least one note, in theme order. */
export interface WriteUpTheme {
  readonly id: string
  readonly title: string
  readonly notes: readonly WriteUpNote[]
}

/** A section: its themes, the notes in none, then what is drawn there. `id` is `null` for what is in no section. */
export interface WriteUpSection {
  readonly id: string | null
  readonly tag: string
  readonly title: string
  readonly prompt: string
  readonly themes: readonly WriteUpTheme[]
  readonly others: readonly WriteUpNote[]
  /** Drawings that say something, and pictures. */
  readonly drawings: readonly WriteUpDrawing[]
  /** How many drawings without words there are besides. */
  readonly wordless: number
}

/** What a group wrote about its topic, beside its notes. Names are in it only where the group wrote them. */
export interface WriteUpReport {
  readonly id: string
  /** The board of its topic, or `null` where it has none in sight. */
  readonly board: string | null
  /** Its heading, such as *Report*, or *Report, a draft*. */
  readonly title: string
  /** What was typed, in the order of the form; `text` is exactly that. Empty ones are left out. */
  readonly parts: readonly { readonly title: string; readonly text: string }[]
}

/** One board: what was reported of it, its sections that have something to say, in template order, and the figures, which add up. */
export interface WriteUpBoard {
  readonly id: string
  readonly title: string
  /** Of topics that were talked about on it. */
  readonly reports: readonly WriteUpReport[]
  readonly sections: readonly WriteUpSection[]
  readonly tally: Tally
}

/** A whole write-up. It holds every note in sight exactly once (NT-3), and nothing that people did not write (NT-7). */
export interface WriteUp {
  readonly title: string
  /** The main question, or ''. */
  readonly question: string
  readonly boards: readonly WriteUpBoard[]
  /** Reports whose board is not here. */
  readonly reports: readonly WriteUpReport[]
  /** The boards' figures together. */
  readonly tally: Tally
  /** Drawings in sight, those without words included; no notes, and not among the figures. */
  readonly drawings: number
}

/** What a write-up is made from. */
export interface WriteUpSource {
  readonly title: string
  readonly question: string
  readonly boards: readonly { readonly id: string; readonly title: string; readonly board: ReadableBoard }[]
  /** Reports that say something, in the order in which they are to stand. */
  readonly reports?: readonly WriteUpReport[]
  /**
   * What a board of a space was called when something was said on it (ms since 1970), such as *R1·3 Leadership*, also of those
   * that are not here any more; '' for other boards.
   */
  readonly originOf?: (board: string, said: number) => string
  /** From when on (ms since 1970) what is written on a board comes after its round; `Infinity` on boards of none. */
  readonly overOf?: (board: string) => number
}

/** Tag of the section whose emptiness is itself worth saying (NT-4). */
export const NEXT_STEPS = 'next'

/** Reads the boards as they are at this moment. Empty sections and themes are left out, *Next steps* excepted (NT-4). */
export function writeUp(source: WriteUpSource): WriteUp {
  const reports = source.reports ?? []
  const here = new Set(source.boards.map(({ id }) => id))
  const boards = source.boards.map(({ id, title, board }) => {
    const over = source.overOf?.(id) ?? Number.POSITIVE_INFINITY
    const originOf = ({ from, created }: Note): string =>
      from === null || from.board === id ? '' : (source.originOf?.(from.board, from.at ?? created) ?? '')
    const noteOf = (note: Note): WriteUpNote => {
      const { id: item, text, original, source: how, color, created, from } = note
      const copyOf = from?.item ?? ''
      const isLate = created > over
      return { id: item, text, original, source: how, color, created, origin: originOf(note), copyOf, isLate }
    }
    const ofBoard = reports.filter((report) => report.board === id)
    return { id, title, reports: ofBoard, sections: sectionsOf(board, noteOf), tally: tally(board) }
  })
  return {
    title: source.title,
    question: source.question,
    boards,
    reports: reports.filter(({ board }) => board === null || !here.has(board)),
    tally: together(boards.map((each) => each.tally)),
    drawings: boards
      .flatMap((board) => board.sections)
      .reduce((sum, section) => sum + section.drawings.length + section.wordless, 0),
  }
}

function sectionsOf(board: ReadableBoard, noteOf: (note: Note) => WriteUpNote): WriteUpSection[] {
  return outline(board)
    .map(({ region, themes, others, figures }) => ({
      id: region?.id ?? null,
      tag: region?.tag ?? '',
      title: region?.title ?? '',
      prompt: region?.prompt ?? '',
      themes: themes
        .filter(({ notes }) => notes.length > 0)
        .map(({ theme, notes }) => ({ id: theme.id, title: theme.title, notes: notes.map(noteOf) })),
      others: others.map(noteOf),
      ...drawingsOf(board, figures),
    }))
    .filter((section) => section.tag === NEXT_STEPS || !isBlank(section))
}

/** Whether nothing is in a section, neither notes nor drawings. */
export function isBlank({ themes, others, drawings, wordless }: WriteUpSection): boolean {
  return themes.length + others.length + drawings.length + wordless === 0
}

function together(tallies: readonly Tally[]): Tally {
  const sum = (figure: keyof Tally): number => tallies.reduce((total, each) => total + each[figure], 0)
  return {
    notes: sum('notes'),
    themed: sum('themed'),
    unthemed: sum('unthemed'),
    parked: sum('parked'),
    hidden: sum('hidden'),
    themes: sum('themes'),
  }
}

/** The lines of a report's text, each a paragraph; blank ones part nothing that needs more. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/[\r\n\v\f\u0085\u2028\u2029]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A note and where it stands: one row of an export. `position` counts from 1 within its theme, or among the others. */
export interface PlacedNote {
  readonly board: WriteUpBoard
  readonly section: WriteUpSection
  readonly theme: WriteUpTheme | null
  readonly position: number
  readonly note: WriteUpNote
}

/** Every note of a write-up, once, in reading order. */
export function placedNotes(value: WriteUp): PlacedNote[] {
  return value.boards.flatMap((board) =>
    board.sections.flatMap((section) => [
      ...section.themes.flatMap((theme) =>
        theme.notes.map((note, index) => ({ board, section, theme, position: index + 1, note })),
      ),
      ...section.others.map((note, index) => ({ board, section, theme: null, position: index + 1, note })),
    ]),
  )
}
