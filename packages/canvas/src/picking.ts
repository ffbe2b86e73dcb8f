/**
 * What a point or a frame picks: strokes and arrows by their line, outlines that are not filled by their edge and their
 * words, everything else by its box. Pure; all in canvas px.
 */
import type { Box, Outline, Point } from '@moot/board'
import { inkWidth, LINE_PX } from '@moot/board'
import { arrowLabel, outlineLabel } from '@moot/picture'
import type { FigureShape } from './figureRecord.ts'
import { contains, meets } from './placing.ts'

/** Distance of a point from a piece of a line. */
export function distanceTo(at: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const far = dx * dx + dy * dy
  const part = far === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / far))
  return Math.hypot(at.x - a.x - part * dx, at.y - a.y - part * dy)
}

/** Whether a piece of a line and a box share a point. */
export function crosses(a: Point, b: Point, box: Box): boolean {
  // Liang and Barsky: the part of the line that is within each of the four edges.
  let [from, to] = [0, 1]
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  for (const [way, room] of [
    [-dx, a.x - box.x],
    [dx, box.x + box.w - a.x],
    [-dy, a.y - box.y],
    [dy, box.y + box.h - a.y],
  ] as const) {
    if (way === 0) {
      if (room < 0) return false
      continue
    }
    const part = room / way
    if (way < 0) from = Math.max(from, part)
    else to = Math.min(to, part)
    if (from > to) return false
  }
  return true
}

const grown = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  w: box.w + 2 * by,
  h: box.h + 2 * by,
})

const boxOf = ({ x, y, props }: FigureShape): Box => ({ x, y, w: props.w, h: props.h })

/** Walks a stroke piece by piece until `found` says yes. A dot is one piece of no length. */
function somePiece(
  shape: FigureShape,
  points: readonly number[],
  found: (a: Point, b: Point) => boolean,
): boolean {
  const [x, y] = [shape.x + shape.props.ox, shape.y + shape.props.oy]
  let a: Point = { x: x + (points[0] ?? 0), y: y + (points[1] ?? 0) }
  if (points.length <= 2) return found(a, a)
  for (let index = 2; index + 1 < points.length; index += 2) {
    const b = { x: x + (points[index] ?? 0), y: y + (points[index + 1] ?? 0) }
    if (found(a, b)) return true
    a = b
  }
  return false
}

/** Corners of an outline's edge, as a closed line. */
function edgeOf(form: Outline['form'], box: Box): Point[] {
  if (form === 'rectangle') {
    const [right, bottom] = [box.x + box.w, box.y + box.h]
    return [
      { x: box.x, y: box.y },
      { x: right, y: box.y },
      { x: right, y: bottom },
      { x: box.x, y: bottom },
      { x: box.x, y: box.y },
    ]
  }
  const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 }
  return Array.from({ length: 49 }, (_, index) => {
    const turn = (index / 48) * 2 * Math.PI
    return { x: middle.x + (Math.cos(turn) * box.w) / 2, y: middle.y + (Math.sin(turn) * box.h) / 2 }
  })
}

function someEdge(line: readonly Point[], found: (a: Point, b: Point) => boolean): boolean {
  return line.some((a, index) => {
    const b = line[index + 1]
    return b !== undefined && found(a, b)
  })
}

function insideOf(form: Outline['form'], box: Box, at: Point): boolean {
  if (form === 'rectangle') return contains(box, at)
  const [across, down] = [(at.x - box.x - box.w / 2) / (box.w / 2), (at.y - box.y - box.h / 2) / (box.h / 2)]
  return across * across + down * down <= 1
}

/** Where an outline's or an arrow's words stand, or `null`. */
export function wordsBox(shape: FigureShape): Box | null {
  const { figure, start, end, w, h } = shape.props
  const label =
    figure.kind === 'shape'
      ? outlineLabel({ ...figure, x: 0, y: 0, w, h })
      : figure.kind === 'arrow' && start !== null && end !== null
        ? arrowLabel({ start, end }, figure.text)
        : null
  return label === null
    ? null
    : { x: shape.x + label.x - label.w / 2, y: shape.y + label.top, w: label.w, h: label.h }
}

/** Whether a point picks a figure; `margin` is how far beside its line still counts. */
export function picks(shape: FigureShape, at: Point, margin: number): boolean {
  const { figure, start, end } = shape.props
  const box = boxOf(shape)
  const near = (line: number) => (a: Point, b: Point) => distanceTo(at, a, b) <= Math.max(line / 2, margin)
  const inWords = (): boolean => {
    const words = wordsBox(shape)
    return words !== null && contains(words, at)
  }
  if (figure.kind !== 'arrow' && !contains(grown(box, margin + LINE_PX.l), at)) return false
  switch (figure.kind) {
    case 'ink':
      return somePiece(shape, figure.points, near(inkWidth(figure)))
    case 'arrow': {
      const [a, b] = [start ?? { x: 0, y: 0 }, end ?? { x: 0, y: 0 }]
      const line = near(LINE_PX[figure.size])
      const out = { x: shape.x, y: shape.y }
      return line({ x: a.x + out.x, y: a.y + out.y }, { x: b.x + out.x, y: b.y + out.y }) || inWords()
    }
    case 'shape':
      if (figure.fill && insideOf(figure.form, box, at)) return true
      return someEdge(edgeOf(figure.form, box), near(LINE_PX[figure.size])) || inWords()
    case 'text':
    case 'picture':
      return contains(box, at)
    default:
      return figure satisfies never
  }
}

/** Whether a frame picks a figure: it meets its line, or what is filled of it. */
export function framed(shape: FigureShape, frame: Box): boolean {
  const { figure, start, end } = shape.props
  const box = boxOf(shape)
  if (!meets(grown(box, 0.01), frame)) return false
  switch (figure.kind) {
    case 'ink':
      return somePiece(shape, figure.points, (a, b) => crosses(a, b, frame))
    case 'arrow':
      return (
        start !== null &&
        end !== null &&
        crosses(
          { x: start.x + shape.x, y: start.y + shape.y },
          { x: end.x + shape.x, y: end.y + shape.y },
          frame,
        )
      )
    case 'shape':
      if (someEdge(edgeOf(figure.form, box), (a, b) => crosses(a, b, frame))) return true
      return figure.fill && insideOf(figure.form, box, { x: frame.x, y: frame.y })
    case 'text':
    case 'picture':
      return true
    default:
      return figure satisfies never
  }
}

/** Whether a point is anywhere within an outline, filled or not. */
export function isInside(shape: FigureShape, at: Point): boolean {
  const { figure } = shape.props
  return figure.kind === 'shape' ? insideOf(figure.form, boxOf(shape), at) : contains(boxOf(shape), at)
}
