/** What an arrow's end sticks to, and where. Pure. */
import type { Box, Figure, NewEnd, Point, ReadableBoard } from '@moot/board'
import { anchorBox, byStack, visibleFigures, visibleNotes } from '@moot/board'
import { contains } from '../placing.ts'

/** How near to the middle an end snaps to it, in px on the screen, and at most this part of the shorter side. */
const MIDDLE_PX = 20
const MIDDLE_PART = 0.25
/** An empty outline with a longer side is a frame round things: only its edge is sticky. In canvas px. */
const FRAME_FROM = 420
/** How near to a frame's edge counts as on it, in px on the screen. */
const EDGE_PX = 14

/** What an end sticks to, with its box in canvas px. */
export interface Held {
  readonly on: NonNullable<NewEnd['on']>
  readonly box: Box
}

const holdsEnds = ({ kind }: Figure): boolean => kind === 'text' || kind === 'shape' || kind === 'picture'

/** Whether an arrow can stick to something: to notes, text boxes, outlines and pictures. */
export function isSticky(board: ReadableBoard, on: Held['on']): boolean {
  return anchorBox(board, { on, at: [0.5, 0.5], x: 0, y: 0 }) !== null
}

function isHit(figure: Figure | null, box: Box, at: Point, zoom: number): boolean {
  if (!contains(box, at)) return false
  if (figure?.kind !== 'shape' || figure.fill || Math.max(box.w, box.h) < FRAME_FROM) return true
  const edge = Math.min(at.x - box.x, box.x + box.w - at.x, at.y - box.y, box.y + box.h - at.y)
  return edge * zoom <= EDGE_PX
}

/** The topmost note, text box, outline or picture under a point; `null` where there is only the board. */
export function heldAt(board: ReadableBoard, at: Point, zoom: number): Held | null {
  const notes = visibleNotes(board).map((note) => ({
    root: 'notes' as const,
    id: note.id,
    z: note.z,
    figure: null,
  }))
  const figures = visibleFigures(board.drawings)
    .filter(holdsEnds)
    .map((figure) => ({ root: 'drawings' as const, id: figure.id, z: figure.z, figure }))
  for (const { root, id, figure } of [...notes, ...figures].toSorted(byStack).toReversed()) {
    const on = { root, id }
    const box = anchorBox(board, { on, at: [0, 0], x: 0, y: 0 })
    if (box !== null && isHit(figure, box, at, zoom)) return { on, box }
  }
  return null
}

/** An end at a point: stuck to what is held there, at its middle when near it (unless `isExact`), else free. */
export function endAt(held: Held | null, at: Point, zoom: number, isExact = false): NewEnd {
  if (held === null) return { x: at.x, y: at.y }
  const { on, box } = held
  const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 }
  const near = Math.min(MIDDLE_PX / zoom, MIDDLE_PART * Math.min(box.w, box.h))
  if (!isExact && Math.hypot(at.x - middle.x, at.y - middle.y) <= near)
    return { ...middle, on, at: [0.5, 0.5] }
  const part = (value: number, from: number, size: number): number =>
    size <= 0 ? 0.5 : Math.round(Math.max(0, Math.min(1, (value - from) / size)) * 1000) / 1000
  return { x: at.x, y: at.y, on, at: [part(at.x, box.x, box.w), part(at.y, box.y, box.h)] }
}

/** Both ends of an arrow that goes from middle to middle of two things; `null` where one is nothing to stick to. */
export function endsBetween(
  board: ReadableBoard,
  from: Held['on'],
  to: Held['on'],
): { readonly start: NewEnd; readonly end: NewEnd } | null {
  const end = (on: Held['on']): NewEnd | null => {
    const box = anchorBox(board, { on, at: [0.5, 0.5], x: 0, y: 0 })
    return box === null ? null : { x: box.x + box.w / 2, y: box.y + box.h / 2, on, at: [0.5, 0.5] }
  }
  const [start, last] = [end(from), end(to)]
  return start === null || last === null || (from.root === to.root && from.id === to.id)
    ? null
    : { start, end: last }
}
