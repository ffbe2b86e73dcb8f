/** What arrows and outlines are made of: the canvas and every picture draw these same parts. All in canvas px. */
import type { DrawSize, Outline, Point } from '@moot/board'
import { LABEL_PX, LINE_HEIGHT, LINE_PX, widthOf } from '@moot/board'
import { shownLines } from './shownLines.ts'

/** How much of its ground the filling of an outline covers. */
export const FILL_OPACITY = 0.16
/** Rounding of a rectangle's corners. */
export const OUTLINE_RADIUS = 8
/** Space between an outline's edge and its words, beside the line itself. */
const LABEL_PAD = 8
/** Part of an ellipse's width and height that words keep to. */
const ELLIPSE_ROOM = 0.72
/** Widest words on an arrow, and the most lines of them. */
const ARROW_LABEL_WIDTH = 220
const ARROW_LABEL_LINES = 4
const LABEL_LINE = LABEL_PX * LINE_HEIGHT

/** Length of an arrow's head, from tip to foot. */
const HEAD_PX: Readonly<Record<DrawSize, number>> = { s: 14, m: 22, l: 36 }

/** A straight line that ends in a filled head. */
export interface ArrowShape {
  /** From start to the head's foot, to be stroked with `LINE_PX` and round ends. */
  readonly shaft: readonly [Point, Point]
  /** Tip, one corner, the other; to be filled. */
  readonly head: readonly [Point, Point, Point]
}

/** Line and head of an arrow whose ends are known. A short arrow has a short head. */
export function arrowShape(line: { readonly start: Point; readonly end: Point }, size: DrawSize): ArrowShape {
  const { start, end } = line
  const far = Math.hypot(end.x - start.x, end.y - start.y)
  const [ux, uy] = far === 0 ? [1, 0] : [(end.x - start.x) / far, (end.y - start.y) / far]
  const long = Math.min(HEAD_PX[size], Math.max(far, LINE_PX[size]))
  const half = long * 0.5
  const foot = { x: end.x - ux * long, y: end.y - uy * long }
  // A little into the head, so that no gap shows between them.
  const into = { x: end.x - ux * long * 0.8, y: end.y - uy * long * 0.8 }
  return {
    shaft: [start, far > long ? into : foot],
    head: [
      end,
      { x: foot.x - uy * half, y: foot.y + ux * half },
      { x: foot.x + uy * half, y: foot.y - ux * half },
    ],
  }
}

/** Words on an arrow or in an outline: lines of `LABEL_PX`, each centred on `x`; `top` is the upper edge of the first. */
export interface FigureLabel {
  readonly lines: readonly string[]
  readonly x: number
  readonly top: number
  /** Of the widest line. */
  readonly w: number
  readonly h: number
}

function labelAt(lines: readonly string[], x: number, y: number): FigureLabel | null {
  if (lines.length === 0) return null
  const h = lines.length * LABEL_LINE
  const w = Math.max(...lines.map((line) => widthOf(line, LABEL_PX)))
  return { lines, x, top: y - h / 2, w, h }
}

/** An arrow's words, at the middle of its line; `null` where it has none. They stand on a patch of the ground. */
export function arrowLabel(
  line: { readonly start: Point; readonly end: Point },
  text: string,
): FigureLabel | null {
  const lines = shownLines(text, ARROW_LABEL_WIDTH, LABEL_PX, ARROW_LABEL_LINES)
  return labelAt(lines, (line.start.x + line.end.x) / 2, (line.start.y + line.end.y) / 2)
}

/** An outline's words, in its middle; `null` where it has none, or where not one line has room. */
export function outlineLabel(
  outline: Pick<Outline, 'form' | 'x' | 'y' | 'w' | 'h' | 'size' | 'text'>,
): FigureLabel | null {
  const { form, x, y, w, h, size, text } = outline
  const part = form === 'ellipse' ? ELLIPSE_ROOM : 1
  const edge = LINE_PX[size] / 2 + LABEL_PAD
  const width = w * part - 2 * edge
  const height = h * part - 2 * edge
  if (width < LABEL_PX) return null
  return labelAt(shownLines(text, width, LABEL_PX, Math.floor(height / LABEL_LINE)), x + w / 2, y + h / 2)
}

/** The edge of an outline as an SVG path from its own top left; its line is stroked along it, half to each side. */
export function outlinePath({ form, w, h }: Pick<Outline, 'form' | 'w' | 'h'>): string {
  const [rx, ry] = [w / 2, h / 2]
  if (form === 'ellipse') return `M0 ${ry}A${rx} ${ry} 0 1 1 ${w} ${ry}A${rx} ${ry} 0 1 1 0 ${ry}Z`
  const r = Math.min(OUTLINE_RADIUS, rx, ry)
  return `M${r} 0H${w - r}A${r} ${r} 0 0 1 ${w} ${r}V${h - r}A${r} ${r} 0 0 1 ${w - r} ${h}H${r}A${r} ${r} 0 0 1 0 ${h - r}V${r}A${r} ${r} 0 0 1 ${r} 0Z`
}
