/** Where figures lie and how large they are: for picking, for sections, for pictures of the board. All in canvas px. */
import type { Arrow, ArrowEnd, Figure, Ink, TextBox } from './figures.ts'
import { HIGHLIGHTER_PX, LINE_PX, TEXT_PX } from './figures.ts'
import type { Box, Point } from './layout.ts'
import { breakLines, LINE_HEIGHT } from './lettering.ts'
import type { Drawing, Note } from './schema.ts'
import { NOTE_HEIGHT, NOTE_WIDTH } from './schema.ts'

/** The notes and drawings that arrows may stick to, by id. */
export interface Anchors {
  readonly notes: ReadonlyMap<string, Note>
  readonly drawings: ReadonlyMap<string, Drawing>
}

/** Space between an arrow's tip and what it sticks to, in canvas px. */
const ARROW_GAP = 6

/** Thickness of a stroke's line, in canvas px. */
export function inkWidth(ink: Pick<Ink, 'pen' | 'size'>): number {
  return ink.pen === 'highlighter' ? HIGHLIGHTER_PX[ink.size] : LINE_PX[ink.size]
}

/** The lines of a text box as they are drawn. */
export function textLines(box: Pick<TextBox, 'text' | 'w' | 'size'>): string[] {
  return breakLines(box.text, box.w, TEXT_PX[box.size])
}

/** Height of a text box, in canvas px: as many lines as its words take, at least one. */
export function textHeight(box: Pick<TextBox, 'text' | 'w' | 'size'>): number {
  return Math.ceil(Math.max(1, textLines(box).length) * TEXT_PX[box.size] * LINE_HEIGHT)
}

/** The box round a figure. An arrow's depends on what it sticks to. */
export function figureBox(board: Anchors, figure: Figure): Box {
  const { x, y } = figure
  switch (figure.kind) {
    case 'ink': {
      const half = inkWidth(figure) / 2
      const box = around(figure.points)
      return { x: x + box.x - half, y: y + box.y - half, w: box.w + 2 * half, h: box.h + 2 * half }
    }
    case 'text':
      return { x, y, w: figure.w, h: textHeight(figure) }
    case 'arrow': {
      const { start, end } = arrowLine(board, figure)
      const half = LINE_PX[figure.size] / 2 + 4
      const left = Math.min(start.x, end.x) - half
      const top = Math.min(start.y, end.y) - half
      return {
        x: left,
        y: top,
        w: Math.abs(start.x - end.x) + 2 * half,
        h: Math.abs(start.y - end.y) + 2 * half,
      }
    }
    case 'shape':
    case 'picture':
      return { x, y, w: figure.w, h: figure.h }
    default:
      return figure satisfies never
  }
}

/** The box round points, x, y, x, y …; none but infinities where there are no points. */
export function around(points: readonly number[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = 0; index + 1 < points.length; index += 2) {
    const x = points[index] ?? 0
    const y = points[index + 1] ?? 0
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, w: right - left, h: bottom - top }
}

/**
 * The box that an arrow's end sticks to: a note, a text box, an outline or a picture, where it is or last was; nothing
 * where that was never here or is no such thing, and then the end stands at its own point.
 */
export function anchorBox(board: Anchors, end: ArrowEnd): Box | null {
  if (end.on === null) return null
  if (end.on.root === 'notes') {
    const note = board.notes.get(end.on.id)
    return note === undefined ? null : { x: note.x, y: note.y, w: NOTE_WIDTH, h: NOTE_HEIGHT }
  }
  const drawing = board.drawings.get(end.on.id)
  if (drawing === undefined) return null
  switch (drawing.kind) {
    case 'text':
    case 'shape':
    case 'picture':
      return figureBox(board, drawing)
    default:
      return null
  }
}

/** Both ends of an arrow as they are drawn: at the edge of what they stick to, a little off it. */
export function arrowLine(board: Anchors, arrow: Arrow): { readonly start: Point; readonly end: Point } {
  const startBox = anchorBox(board, arrow.start)
  const endBox = anchorBox(board, arrow.end)
  const start = aimOf(arrow, arrow.start, startBox)
  const end = aimOf(arrow, arrow.end, endBox)
  return { start: leave(startBox, start, end), end: leave(endBox, end, start) }
}

function aimOf(arrow: Arrow, end: ArrowEnd, box: Box | null): Point {
  return box === null
    ? { x: arrow.x + end.x, y: arrow.y + end.y }
    : { x: box.x + end.at[0] * box.w, y: box.y + end.at[1] * box.h }
}

/** Where the way from a point within a box to another one leaves it; the point itself where it never does. */
function leave(box: Box | null, from: Point, to: Point): Point {
  if (box === null) return from
  const dx = to.x - from.x
  const dy = to.y - from.y
  const far = Math.hypot(dx, dy)
  if (far === 0) return from
  const wayX = dx > 0 ? (box.x + box.w - from.x) / dx : dx < 0 ? (box.x - from.x) / dx : Infinity
  const wayY = dy > 0 ? (box.y + box.h - from.y) / dy : dy < 0 ? (box.y - from.y) / dy : Infinity
  const way = Math.min(wayX, wayY) + ARROW_GAP / far
  return way >= 1 ? from : { x: from.x + dx * way, y: from.y + dy * way }
}

/** Where the middle of a figure is: what its section goes by. */
export function figureCentre(board: Anchors, figure: Figure): Point {
  const box = figureBox(board, figure)
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 }
}

/** Figures in sight. */
export function visibleFigures(drawings: ReadonlyMap<string, Drawing>): Figure[] {
  return [...drawings.values()].flatMap((each) => (isFigure(each) && each.gone === null ? [each] : []))
}

/** Whether a drawing is a figure, made by people, and no furniture. */
export function isFigure(drawing: Drawing): drawing is Figure {
  switch (drawing.kind) {
    case 'ink':
    case 'text':
    case 'arrow':
    case 'shape':
    case 'picture':
      return true
    default:
      return false
  }
}
