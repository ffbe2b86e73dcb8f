/** The board in reading order: sections, in them themes, in them notes. The list view, the write-up and exports share it. */
import { visibleFigures } from './figureGeometry.ts'
import type { Figure } from './figures.ts'
import type { Note, Region, Theme } from './schema.ts'
import type { ReadableBoard } from './BoardReading.ts'
import { orderedRegions, orderedThemes, visibleNotes } from './BoardReading.ts'
import { byOrder } from './order.ts'

/** A theme and its notes in theme order. */
export interface OutlineTheme {
  readonly theme: Theme
  readonly notes: readonly Note[]
}

/** One section with its themes first, then the notes in no theme. `region` is `null` for what is in no section. */
export interface OutlineSection {
  readonly region: Region | null
  readonly themes: readonly OutlineTheme[]
  readonly others: readonly Note[]
  /** Strokes, words, arrows, outlines and pictures filed here, in order. */
  readonly figures: readonly Figure[]
}

/**
 * Every note in sight, exactly once, under its section and theme (NT-3). A note whose theme is gone counts as
 * unthemed; a theme stands in its own section and takes its notes there; a note whose section does not exist stands
 * with those in no section. The section `null` comes last, and only where there is something in it or nothing else.
 */
export function outline(board: ReadableBoard): OutlineSection[] {
  const regions = orderedRegions(board)
  const known = new Set(regions.map((region) => region.id))
  const home = (region: string | null): string | null =>
    region !== null && known.has(region) ? region : null

  const themes = orderedThemes(board)
  const inTheme = new Map<string, Note[]>(themes.map((theme) => [theme.id, []]))
  const loose = new Map<string | null, Note[]>()
  for (const note of visibleNotes(board).toSorted(byOrder)) {
    const themed = note.theme === null ? undefined : inTheme.get(note.theme)
    if (themed) themed.push(note)
    else {
      const place = home(note.region)
      const there = loose.get(place)
      if (there) there.push(note)
      else loose.set(place, [note])
    }
  }
  const figures = visibleFigures(board.drawings).toSorted(byOrder)
  const section = (region: Region | null): OutlineSection => ({
    region,
    themes: themes
      .filter((theme) => home(theme.region) === (region?.id ?? null))
      .map((theme) => ({ theme, notes: inTheme.get(theme.id) ?? [] })),
    others: loose.get(region?.id ?? null) ?? [],
    figures: figures.filter((figure) => home(figure.region) === (region?.id ?? null)),
  })
  const sections = regions.map(section)
  const rest = section(null)
  if (sections.length === 0 || rest.themes.length > 0 || rest.others.length + rest.figures.length > 0)
    sections.push(rest)
  return sections
}

/** How many notes there are and where: the figures under every list and write-up, which must add up (NT-3). */
export interface Tally {
  /** Notes in sight: themed + unthemed + parked. */
  readonly notes: number
  readonly themed: number
  readonly unthemed: number
  /** In the section tagged `park`, in no theme. */
  readonly parked: number
  /** Out of sight by a facilitator's hand; not among `notes`. */
  readonly hidden: number
  /** Themes with at least one note. */
  readonly themes: number
}

/** Counts an outline, and the hidden notes beside it. */
export function tally(board: ReadableBoard): Tally {
  let themed = 0
  let unthemed = 0
  let parked = 0
  let themes = 0
  for (const section of outline(board)) {
    for (const theme of section.themes) {
      themed += theme.notes.length
      if (theme.notes.length > 0) themes += 1
    }
    if (section.region?.tag === 'park') parked += section.others.length
    else unthemed += section.others.length
  }
  let hidden = 0
  for (const note of board.notes.values()) if (note.gone?.how === 'hidden') hidden += 1
  return { notes: themed + unthemed + parked, themed, unthemed, parked, hidden, themes }
}
