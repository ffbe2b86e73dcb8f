/** Main points of a report: the themes of its board with their notes, live (methods §1.6). */
import type { Note, ReadableBoard } from '@moot/board'
import { outline } from '@moot/board'

/** A note as a point. */
export interface Point {
  readonly id: string
  readonly text: string
  /** When it was made, ms since 1970. */
  readonly created: number
}
/** What a board has to say. */
export interface MainPoints {
  /** Themes with at least one note, in their order. */
  readonly themes: readonly {
    readonly id: string
    readonly title: string
    readonly notes: readonly Point[]
  }[]
  /** Notes in no theme. */
  readonly others: readonly Point[]
  /** People whose notes are there; notes that are nobody's name no one. */
  readonly writers: readonly string[]
  /** The board was taken away, and with it what it said. */
  readonly isBoardGone?: true
}

const pointOf = ({ id, text, created }: Note): Point => ({ id, text, created })

/** Reads them off a board, every note in sight once. */
export function mainPoints(board: ReadableBoard): MainPoints {
  const sections = outline(board)
  const themes = sections
    .flatMap((section) => section.themes)
    .filter(({ notes }) => notes.length > 0)
    .map(({ theme, notes }) => ({ id: theme.id, title: theme.title.trim(), notes: notes.map(pointOf) }))
  const all = sections.flatMap((section) => [
    ...section.themes.flatMap(({ notes }) => notes),
    ...section.others,
  ])
  const writers = new Set(all.flatMap(({ by }) => by ?? []))
  return { themes, others: sections.flatMap(({ others }) => others).map(pointOf), writers: [...writers] }
}

/** All of its notes, those in themes first. */
export const allPoints = ({ themes, others }: MainPoints): Point[] => [
  ...themes.flatMap(({ notes }) => notes),
  ...others,
]
