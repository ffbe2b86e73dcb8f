/** What lies behind the notes: sections, curves, frames, printed words and the outlines of themes. Never a shape (C-3). */
import type {
  Backdrop,
  BezierSegment,
  Box,
  Curve,
  Drawing,
  Frame,
  Label,
  Note,
  ReadableBoard,
  Region,
} from '@moot/board'
import { orderedRegions, orderedThemes, themeBox, visibleNotes } from '@moot/board'

/** A theme's outline, from where its notes are now. */
export interface ThemeOutline {
  readonly id: string
  readonly title: string
  readonly box: Box
}

/** Everything behind the notes, as it is drawn. */
export interface FurnitureView {
  /** Pictures behind everything. */
  readonly backdrops: readonly Backdrop[]
  readonly regions: readonly Region[]
  readonly frames: readonly Frame[]
  readonly curves: readonly Curve[]
  readonly labels: readonly Label[]
  readonly themes: readonly ThemeOutline[]
}

/** Pieces of each kind that are drawn; a document with more is not one that people made. */
const DRAWN_MAX = 400
/** Pictures behind a board that are fetched. */
const BACKDROPS_MAX = 12

/** Sections and drawings as they are drawn, of a board or of plain maps. */
export function furnitureOf(
  board: ReadableBoard & { readonly drawings: ReadonlyMap<string, Drawing> },
): FurnitureView {
  const drawings = [...board.drawings.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    backdrops: drawings
      .flatMap((piece) => (piece.kind === 'backdrop' && piece.gone === null ? [piece] : []))
      .slice(0, BACKDROPS_MAX),
    regions: orderedRegions(board).slice(0, DRAWN_MAX),
    frames: drawings.filter((piece) => piece.kind === 'frame').slice(0, DRAWN_MAX),
    curves: drawings.filter((piece) => piece.kind === 'curve').slice(0, DRAWN_MAX),
    labels: drawings.filter((piece) => piece.kind === 'label').slice(0, DRAWN_MAX),
    themes: themeOutlines(board),
  }
}

/** Outlines of the themes that have notes in sight. */
export function themeOutlines(board: ReadableBoard): ThemeOutline[] {
  const themes = orderedThemes(board).slice(0, DRAWN_MAX)
  if (themes.length === 0) return []
  const members = new Map<string, Note[]>(themes.map((theme) => [theme.id, []]))
  for (const note of visibleNotes(board)) if (note.theme !== null) members.get(note.theme)?.push(note)
  return themes.flatMap((theme) => {
    const box = themeBox(members.get(theme.id) ?? [])
    return box === null ? [] : [{ id: theme.id, title: theme.title, box }]
  })
}

/** Whether two lists of outlines look alike. */
export function sameOutlines(a: readonly ThemeOutline[], b: readonly ThemeOutline[]): boolean {
  return (
    a.length === b.length &&
    a.every((each, index) => {
      const other = b[index]
      return (
        other !== undefined &&
        each.id === other.id &&
        each.title === other.title &&
        each.box.x === other.box.x &&
        each.box.y === other.box.y &&
        each.box.w === other.box.w &&
        each.box.h === other.box.h
      )
    })
  )
}

/** A curve as an SVG path. */
export function pathOf(segments: readonly BezierSegment[]): string {
  let [atX, atY] = [Number.NaN, Number.NaN]
  return segments
    .map(([x, y, ax, ay, bx, by, toX, toY]) => {
      const start = x === atX && y === atY ? '' : `M${x} ${y}`
      ;[atX, atY] = [toX, toY]
      return `${start}C${ax} ${ay} ${bx} ${by} ${toX} ${toY}`
    })
    .join('')
}

/** The ground a board covers: furniture and notes together, or `null` for an empty one. */
export function groundOf(furniture: FurnitureView, cards: readonly Box[]): Box[] {
  const curves = furniture.curves.flatMap((curve) =>
    curve.segments.map(([x, y, , , , , toX, toY]) => ({
      x: Math.min(x, toX),
      y: Math.min(y, toY),
      w: Math.abs(toX - x),
      h: Math.abs(toY - y),
    })),
  )
  const labels = furniture.labels.map((label) => ({ x: label.x, y: label.y, w: 0, h: 30 }))
  return [...furniture.backdrops, ...furniture.regions, ...furniture.frames, ...curves, ...labels, ...cards]
}
