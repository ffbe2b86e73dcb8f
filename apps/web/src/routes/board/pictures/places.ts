/** How large a picture is on the board, and where there is room for it. */
import type { Box, Point, ReadableBoard } from '@moot/board'
import { figureBox, NOTE_HEIGHT, NOTE_WIDTH, visibleFigures, visibleNotes } from '@moot/board'
import type { Size } from './boxes.ts'
import { boxAbout } from './boxes.ts'

/** Largest sides of a picture that nobody has sized, in canvas px: two notes and a half beside the notes. */
const PICTURE = { w: 480, h: 600 }
const PICTURE_LEAST = 32
/** The size of a new picture on the board, in canvas px; never larger than it is. */
export function sizeOnBoard({ width, height }: Size): { readonly w: number; readonly h: number } {
  const scale = Math.min(1, PICTURE.w / width, PICTURE.h / height)
  const side = (px: number): number => Math.max(PICTURE_LEAST, Math.round(px * scale))
  return { w: side(width), h: side(height) }
}

/** Half steps from a point that are tried one after the other: beside it before below and above, right before left. */
const REACH = Array.from({ length: 25 }, (_, index) => index - 12)
const costOf = ([column, row]: readonly [number, number]): number =>
  Math.abs(column) + 1.5 * Math.abs(row) + (column < 0 ? 0.2 : 0) + (row < 0 ? 0.1 : 0)
const AROUND = REACH.flatMap((row) => REACH.map((column) => [column, row] as const)).toSorted(
  (a, b) => costOf(a) - costOf(b),
)
const GAP = 24

/** A box of this size about a point or, where something lies there, as near to it as nothing does. */
export function boxNear(
  board: ReadableBoard,
  about: Point,
  size: { readonly w: number; readonly h: number },
): Box {
  const used: Box[] = [
    ...visibleNotes(board).map(({ x, y }) => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })),
    ...visibleFigures(board.drawings).map((figure) => figureBox(board, figure)),
  ]
  const first = boxAbout(about, size)
  const isFree = (box: Box): boolean =>
    !used.some(
      (other) =>
        box.x < other.x + other.w &&
        other.x < box.x + box.w &&
        box.y < other.y + other.h &&
        other.y < box.y + box.h,
    )
  const [stepX, stepY] = [(size.w + GAP) / 2, (size.h + GAP) / 2]
  for (const [column, row] of AROUND) {
    const box = {
      ...first,
      x: Math.round(first.x + column * stepX),
      y: Math.round(first.y + row * stepY),
    }
    if (isFree(box)) return box
  }
  return first
}
