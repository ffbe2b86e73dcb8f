/** A figure as the record that tldraw draws. Records are made here from what the board says and from nothing else. */
import type { RecordProps, TLBaseShape } from '@tldraw/editor'
import { T } from '@tldraw/editor'
import type { Anchors, Box, Figure, Point } from '@moot/board'
import { arrowLine, figureBox } from '@moot/board'
import { figureKey, shapeIdOf } from './items.ts'
import type { Shown } from './noteRecord.ts'
import { indexOf, PAGE_ID } from './noteRecord.ts'

export const FIGURE_TYPE = 'moot-figure'

/** What a figure shows; all of it comes from the board, or from the hand that holds it. */
export interface FigureShapeProps {
  /** The board's own value: while it is the same object, nothing about it has changed. */
  figure: Figure
  w: number
  h: number
  /** The figure's origin within its box. */
  ox: number
  oy: number
  /** An arrow's ends within its box; `null` for all other kinds. */
  start: Point | null
  end: Point | null
  /** Name of somebody else who is writing in it, or ''. */
  writer: string
}
export type FigureShape = TLBaseShape<typeof FIGURE_TYPE, FigureShapeProps>

const point = T.object({ x: T.number, y: T.number }).nullable()

/** tldraw checks every record against these before it is kept. A figure itself was read by packages/board. */
export const figureShapeProps: RecordProps<FigureShape> = {
  // The reader gives every value its kind and bounds; checking six thousand points again would take a frame.
  figure: T.any,
  w: T.number,
  h: T.number,
  ox: T.number,
  oy: T.number,
  start: point,
  end: point,
  writer: T.string,
}

/** Boxes of strokes and words, whose making costs something, by the board's own value. */
const boxes = new WeakMap<Figure, Box>()

function boxOf(anchors: Anchors, figure: Figure): Box {
  if (figure.kind === 'arrow') return figureBox(anchors, figure)
  const known = boxes.get(figure)
  if (known !== undefined) return known
  const box = figureBox(anchors, figure)
  boxes.set(figure, box)
  return box
}

/** The record of one figure; `anchors` are what its ends stick to, as they are drawn now. */
export function figureRecord(
  anchors: Anchors,
  figure: Figure,
  shown: Shown,
  before?: FigureShape,
): FigureShape {
  const moved =
    shown.dx === 0 && shown.dy === 0 ? figure : { ...figure, x: figure.x + shown.dx, y: figure.y + shown.dy }
  const isArrow = moved.kind === 'arrow'
  const box = isArrow ? boxOf(anchors, moved) : boxOf(anchors, figure)
  const [x, y] = isArrow ? [box.x, box.y] : [box.x + shown.dx, box.y + shown.dy]
  const line = isArrow ? arrowLine(anchors, moved) : null
  const within = (at: Point): Point => ({ x: at.x - x, y: at.y - y })
  const props: FigureShapeProps = {
    figure,
    w: box.w,
    h: box.h,
    ox: moved.x - x,
    oy: moved.y - y,
    start: line === null ? null : within(line.start),
    end: line === null ? null : within(line.end),
    writer: shown.writer,
  }
  return {
    id: shapeIdOf(figureKey(figure.id)),
    typeName: 'shape',
    type: FIGURE_TYPE,
    parentId: PAGE_ID,
    x,
    y,
    rotation: 0,
    index: indexOf(shown.z ?? figure.z),
    isLocked: false,
    opacity: 1,
    // The same object while nothing in it changed: moving a figure renders nothing.
    props: before !== undefined && sameProps(before.props, props) ? before.props : props,
    meta: {},
  }
}

const samePoint = (a: Point | null, b: Point | null): boolean => a?.x === b?.x && a?.y === b?.y

function sameProps(a: FigureShapeProps, b: FigureShapeProps): boolean {
  return (
    a.figure === b.figure &&
    a.w === b.w &&
    a.h === b.h &&
    a.ox === b.ox &&
    a.oy === b.oy &&
    a.writer === b.writer &&
    samePoint(a.start, b.start) &&
    samePoint(a.end, b.end)
  )
}

/** Whether two records of one figure look alike, so that the second need not be written. */
export function sameFigureRecord(a: FigureShape, b: FigureShape): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.index === b.index &&
    a.parentId === b.parentId &&
    a.rotation === b.rotation &&
    sameProps(a.props, b.props)
  )
}
