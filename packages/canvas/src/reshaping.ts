/** Changing one selected figure by its grips: shown while the hand moves, written once when it lets go (C-2). */
import type { ArrowEnd, Box, Figure, NewEnd, Point } from '@moot/board'
import { isFigure, resizeFigure, setArrow } from '@moot/board'
import { step } from './actions.ts'
import type { CanvasSession } from './CanvasSession.ts'
import type { FigureShape } from './figureRecord.ts'
import { FIGURE_TYPE } from './figureRecord.ts'
import type { Grip } from './grips.ts'
import { gripAt, gripsOf, resizedBox } from './grips.ts'
import { itemOf, shapeIdOf } from './items.ts'
import { endAt, heldAt } from './tools/stick.ts'

/** A figure held by one of its grips. */
export interface GripHold {
  /** As the document had it when it was taken. */
  readonly figure: Figure
  readonly grip: Grip
  readonly box: Box
  /** From the grip to where it was taken, so that nothing jumps. */
  readonly off: Point
}

/** The record of the one figure that is selected alone and may be changed; `null` in every other case. */
export function changeable(session: CanvasSession): FigureShape | null {
  const [key, more] = session.selectedKeys()
  if (session.readOnly || key === undefined || more !== undefined) return null
  if (itemOf(key).root !== 'drawings') return null
  const shape = session.store.get(shapeIdOf(key))
  // Every shape of this type was put there by the projection.
  return shape?.typeName === 'shape' && shape.type === FIGURE_TYPE ? (shape as FigureShape) : null
}

/** The grip under a point, if the one selected figure has one there. */
export function gripUnder(session: CanvasSession, at: Point): GripHold | null {
  const shape = changeable(session)
  const zoom = session.editor?.getZoomLevel() ?? 1
  const grip = shape === null ? null : gripAt(shape, at, zoom, session.isTouch)
  if (shape === null || grip === null) return null
  const { figure, w, h } = shape.props
  const place = gripsOf(shape).find((each) => each.grip === grip) ?? at
  return {
    figure,
    grip,
    box: { x: shape.x, y: shape.y, w, h },
    off: { x: at.x - place.x, y: at.y - place.y },
  }
}

const rounded = (box: Box): Box => ({
  x: Math.round(box.x),
  y: Math.round(box.y),
  w: Math.round(box.w),
  h: Math.round(box.h),
})

function newEnd(session: CanvasSession, at: Point, isExact: boolean): NewEnd {
  const zoom = session.editor?.getZoomLevel() ?? 1
  return endAt(heldAt(session.board, at, zoom), at, zoom, isExact)
}

/** What a hold has made of its figure by now. */
type Change =
  | { readonly kind: 'box'; readonly box: Box }
  | { readonly kind: 'end'; readonly grip: 'start' | 'end'; readonly end: NewEnd }

function changeOf(session: CanvasSession, hold: GripHold, hand: Point, isEven: boolean): Change {
  const { figure, grip, box, off } = hold
  const to = { x: hand.x - off.x, y: hand.y - off.y }
  // An end goes where the hand is, not where it was taken: what is under the pointer is what it sticks to.
  if (grip === 'start' || grip === 'end') return { kind: 'end', grip, end: newEnd(session, hand, isEven) }
  return { kind: 'box', box: rounded(resizedBox(figure, box, grip, to, isEven)) }
}

function changed(figure: Figure, change: Change): Figure {
  if (change.kind === 'box') {
    const { x, y, w, h } = change.box
    switch (figure.kind) {
      case 'text':
        return { ...figure, x, w }
      case 'shape':
      case 'picture':
        return { ...figure, x, y, w, h }
      default:
        return figure
    }
  }
  if (figure.kind !== 'arrow') return figure
  const { end } = change
  const stuck: ArrowEnd = {
    on: end.on ?? null,
    at: end.at ?? [0.5, 0.5],
    x: end.x - figure.x,
    y: end.y - figure.y,
  }
  return change.grip === 'start' ? { ...figure, start: stuck } : { ...figure, end: stuck }
}

/** Shows what letting go here would make of the figure. `isEven` keeps proportions, or an arrow's end from snapping. */
export function reshapeTo(session: CanvasSession, hold: GripHold, hand: Point, isEven: boolean): void {
  const change = changeOf(session, hold, hand, isEven)
  session.reshape(changed(hold.figure, change))
  if (change.kind === 'end') session.target(change.end.on ?? null)
}

/** Lets go without writing. */
export function cancelReshape(session: CanvasSession): void {
  session.target(null)
  session.reshape(null)
}

/** Lets go: one step, one transaction; nothing where nothing changed or the figure is gone by now. */
export function dropReshape(session: CanvasSession, hold: GripHold, hand: Point, isEven: boolean): void {
  const { writer, board } = session
  const { id } = hold.figure
  const change = changeOf(session, hold, hand, isEven)
  const now = board.drawings.get(id)
  if (now !== undefined && isFigure(now) && now.gone === null) {
    if (change.kind === 'box') {
      const { x, y, w, h } = hold.box
      const { box } = change
      if (box.x !== x || box.y !== y || box.w !== w || box.h !== h)
        step(session, () => resizeFigure(writer, id, box))
    } else if (now.kind === 'arrow') {
      const ends = change.grip === 'start' ? { start: change.end } : { end: change.end }
      step(session, () => setArrow(writer, id, ends))
    }
  }
  cancelReshape(session)
}
