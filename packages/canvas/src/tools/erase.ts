/** What an eraser goes over: strokes, arrows, outlines and text boxes; never notes, pictures or furniture. Pure. */
import type { Anchors, Box, Figure, Point } from '@moot/board'
import { arrowLine, figureBox, inkWidth, LINE_PX, TEXT_PX, textLines, widthOf } from '@moot/board'
import { contains } from '../placing.ts'
import { offStretch } from './thin.ts'

/** Whether two stretches cross each other. */
function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point): number =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x))
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
}

/** Least distance between two stretches. */
function apart(a: Point, b: Point, c: Point, d: Point): number {
  if (cross(a, b, c, d)) return 0
  return Math.min(offStretch(a, c, d), offStretch(b, c, d), offStretch(c, a, b), offStretch(d, a, b))
}

function meetsLine(line: readonly Point[], from: Point, to: Point, reach: number): boolean {
  const [only] = line
  if (only !== undefined && line.length === 1) return offStretch(only, from, to) <= reach
  return line.some((point, index) => {
    const next = line[index + 1]
    return next !== undefined && apart(point, next, from, to) <= reach
  })
}

/** A box's edge, once round. */
const corners = ({ x, y, w, h }: Box): Point[] => [
  { x, y },
  { x: x + w, y },
  { x: x + w, y: y + h },
  { x, y: y + h },
  { x, y },
]

/** Corners of an ellipse's outline, enough of them that no eye and no eraser sees the difference. */
const CORNERS = 48

function edgeOf(figure: Extract<Figure, { kind: 'shape' }>): Point[] {
  const { x, y, w, h } = figure
  if (figure.form === 'rectangle') return corners(figure)
  return Array.from({ length: CORNERS + 1 }, (_, index) => {
    const turn = (index / CORNERS) * 2 * Math.PI
    return { x: x + (w / 2) * (1 + Math.cos(turn)), y: y + (h / 2) * (1 + Math.sin(turn)) }
  })
}

function isWithin(figure: Extract<Figure, { kind: 'shape' }>, at: Point): boolean {
  if (figure.form === 'rectangle') return contains(figure, at)
  const dx = (at.x - figure.x - figure.w / 2) / (figure.w / 2)
  const dy = (at.y - figure.y - figure.h / 2) / (figure.h / 2)
  return dx * dx + dy * dy <= 1
}

function pointsOf(figure: Extract<Figure, { kind: 'ink' }>): Point[] {
  const line: Point[] = []
  for (let index = 0; index + 1 < figure.points.length; index += 2)
    line.push({ x: figure.x + (figure.points[index] ?? 0), y: figure.y + (figure.points[index + 1] ?? 0) })
  return line
}

/**
 * Whether an eraser on its way between two points touches a figure.
 *
 * @param reach - half the eraser's width, in canvas px
 */
export function isTouched(board: Anchors, figure: Figure, from: Point, to: Point, reach: number): boolean {
  if (figure.kind === 'picture') return false
  const box = figureBox(board, figure)
  const isNear =
    Math.min(from.x, to.x) <= box.x + box.w + reach &&
    Math.max(from.x, to.x) >= box.x - reach &&
    Math.min(from.y, to.y) <= box.y + box.h + reach &&
    Math.max(from.y, to.y) >= box.y - reach
  if (!isNear) return false
  switch (figure.kind) {
    case 'ink':
      return meetsLine(pointsOf(figure), from, to, reach + inkWidth(figure) / 2)
    case 'arrow': {
      const { start, end } = arrowLine(board, figure)
      return apart(start, end, from, to) <= reach + LINE_PX[figure.size] / 2
    }
    case 'shape':
      if (figure.fill && (isWithin(figure, from) || isWithin(figure, to))) return true
      return meetsLine(edgeOf(figure), from, to, reach + LINE_PX[figure.size] / 2)
    case 'text': {
      // The words themselves: the empty right half of a wide box is board.
      const words = Math.max(...textLines(figure).map((line) => widthOf(line, TEXT_PX[figure.size])))
      const written = { ...box, w: words > 0 ? Math.min(box.w, words) : box.w }
      return contains(written, from) || contains(written, to) || meetsLine(corners(written), from, to, reach)
    }
    default:
      return figure satisfies never
  }
}
