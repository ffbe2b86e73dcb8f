/** What a selected figure can be held by to change it: corners, sides, an arrow's ends. Pure; all in canvas px. */
import type { Box, Figure, Point } from '@moot/board'
import { SIDE_MIN } from '@moot/board'
import type { FigureShape } from './figureRecord.ts'

/** A corner or side of a box by the compass, or an end of an arrow. */
export type Grip = 'nw' | 'ne' | 'se' | 'sw' | 'w' | 'e' | 'start' | 'end'

/** A grip and where it is. */
export interface PlacedGrip extends Point {
  readonly grip: Grip
}

const CORNERS = ['nw', 'ne', 'se', 'sw'] as const
const SIDES = ['w', 'e'] as const

/** How far from a grip's middle a press still takes it, in px on the screen: for a finger 44 px from side to side. */
const REACH = 9
const REACH_TOUCH = 22
/** Part of a small figure's shorter side that grips may take, so that its middle can still be dragged. */
const REACH_PART = 0.3

function at(grip: Grip, { x, y, w, h }: Box): Point {
  const [left, right] = [grip.includes('w'), grip === 'e' || grip.endsWith('e')]
  const [top, bottom] = [grip.startsWith('n'), grip.startsWith('s')]
  return { x: left ? x : right ? x + w : x + w / 2, y: top ? y : bottom ? y + h : y + h / 2 }
}

/** The grips of a figure as it is drawn. Strokes have none. */
export function gripsOf(shape: FigureShape): PlacedGrip[] {
  const { figure, w, h, start, end } = shape.props
  const box = { x: shape.x, y: shape.y, w, h }
  switch (figure.kind) {
    case 'shape':
    case 'picture':
      return CORNERS.map((grip) => ({ grip, ...at(grip, box) }))
    case 'text':
      return SIDES.map((grip) => ({ grip, ...at(grip, box) }))
    case 'arrow':
      return [
        ...(start === null ? [] : [{ grip: 'start' as const, x: start.x + box.x, y: start.y + box.y }]),
        ...(end === null ? [] : [{ grip: 'end' as const, x: end.x + box.x, y: end.y + box.y }]),
      ]
    case 'ink':
      return []
    default:
      return figure satisfies never
  }
}

/** The grip that a press takes, the nearest one. */
export function gripAt(shape: FigureShape, press: Point, zoom: number, isTouch: boolean): Grip | null {
  const { figure, w, h } = shape.props
  const reach = (isTouch ? REACH_TOUCH : REACH) / zoom
  const room = figure.kind === 'arrow' ? Math.hypot(w, h) : Math.min(w, h)
  // Outside a small figure the whole reach counts: it lies in nobody's way there.
  const isInside = press.x > shape.x && press.x < shape.x + w && press.y > shape.y && press.y < shape.y + h
  const most = isInside ? Math.min(reach, Math.max(4 / zoom, room * REACH_PART)) : reach
  let nearest: PlacedGrip | null = null
  let distance = most
  for (const each of gripsOf(shape)) {
    const far = Math.hypot(each.x - press.x, each.y - press.y)
    if (far > distance) continue
    nearest = each
    distance = far
  }
  return nearest?.grip ?? null
}

/** The box of a figure whose grip was brought to a point. `isEven` keeps its proportions; pictures always do. */
export function resizedBox(figure: Figure, box: Box, grip: Grip, to: Point, isEven: boolean): Box {
  const [right, bottom] = [box.x + box.w, box.y + box.h]
  const w = Math.max(SIDE_MIN, grip.includes('w') ? right - to.x : to.x - box.x)
  if (grip === 'w' || grip === 'e') return { ...box, x: grip === 'w' ? right - w : box.x, w }
  const isTop = grip.startsWith('n')
  const h = Math.max(SIDE_MIN, isTop ? bottom - to.y : to.y - box.y)
  const isLeft = grip.endsWith('w')
  const place = (wide: number, high: number): Box => ({
    x: isLeft ? right - wide : box.x,
    y: isTop ? bottom - high : box.y,
    w: wide,
    h: high,
  })
  if (figure.kind !== 'picture' && !isEven) return place(w, h)
  const least = SIDE_MIN / Math.min(box.w, box.h)
  const scale = Math.max(least, w / box.w, h / box.h)
  return place(box.w * scale, box.h * scale)
}

/** What the mouse shows over a grip. */
export function cursorOf(grip: Grip): 'nwse-resize' | 'nesw-resize' | 'ew-resize' | 'grab' {
  switch (grip) {
    case 'nw':
    case 'se':
      return 'nwse-resize'
    case 'ne':
    case 'sw':
      return 'nesw-resize'
    case 'w':
    case 'e':
      return 'ew-resize'
    case 'start':
    case 'end':
      return 'grab'
    default:
      return grip satisfies never
  }
}
