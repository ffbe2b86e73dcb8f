/** Main points of a report: the themes of its board with their notes, live (methods §1.6). */
import type { Note, ReadableBoard } from '@moot/board'
import { outline } from '@moot/board'

/** A note as a point. */
export interface Point {
  readonly id: string
  readonly text: string
  /** When it was made, ms since 1970. */
  readonly created: number
  /** Who wrote it, or `null`. */
  readonly by: string | null
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
  /** The board was taken away, and with it what it said. */
  readonly isBoardGone?: true
}

const pointOf = ({ id, text, created, by }: Note): Point => ({ id, text, created, by })

/** Reads them off a board, every note in sight once. */
export function mainPoints(board: ReadableBoard): MainPoints {
  const sections = outline(board)
  const themes = sections
    .flatMap((section) => section.themes)
    .filter(({ notes }) => notes.length > 0)
    .map(({ theme, notes }) => ({ id: theme.id, title: theme.title.trim(), notes: notes.map(pointOf) }))
  return { themes, others: sections.flatMap(({ others }) => others).map(pointOf) }
}

/** All of its notes, those in themes first. */
export const allPoints = ({ themes, others }: MainPoints): Point[] => [
  ...themes.flatMap(({ notes }) => notes),
  ...others,
]

/**
 * People who wrote there since a topic began. What was carried over from a round before says nothing of who came to this
 * one, and notes that are nobody's name no one.
 *
 * @param since - ms since 1970
 */
export const writersSince = (points: MainPoints, since: number): string[] => [
  ...new Set(allPoints(points).flatMap(({ by, created }) => (by === null || created < since ? [] : [by]))),
]
