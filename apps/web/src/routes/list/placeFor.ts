/** Where something new of a certain size comes to when no hand put it anywhere. */
import type { Box, ReadableBoard } from '@moot/board'
import {
  figureBox,
  freePlaces,
  NOTE_GAP,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  regionHead,
  visibleFigures,
  visibleNotes,
} from '@moot/board'

/** px between candidates. */
const STEP = 40
/** px kept free along a section's edges. */
const PAD = 16

/**
 * A box of this size in a section (`null`: in none) that covers no note and no drawing, highest and leftmost first; in a
 * full section below what is there, where the next note would come to. Canvas px.
 */
export function placeFor(board: ReadableBoard, regionId: string | null, w: number, h: number): Box {
  const region = regionId === null ? undefined : board.regions.get(regionId)
  const used: Box[] = [
    ...visibleNotes(board).map(({ x, y }) => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })),
    ...visibleFigures(board.drawings).map((figure) => figureBox(board, figure)),
  ]
  const isFree = (x: number, y: number): boolean =>
    !used.some(
      (box) =>
        x < box.x + box.w + NOTE_GAP &&
        box.x < x + w + NOTE_GAP &&
        y < box.y + box.h + NOTE_GAP &&
        box.y < y + h + NOTE_GAP,
    )
  const [next = { x: 0, y: 0 }] = freePlaces(board, regionId, 1)
  if (region === undefined) {
    // The open board has no end: further down there is room.
    for (let y = next.y; ; y += STEP) if (isFree(next.x, y)) return { x: next.x, y, w, h }
  }
  const right = Math.max(region.x + PAD, region.x + region.w - PAD - w)
  for (let y = region.y + regionHead(region); y + h / 2 <= region.y + region.h; y += STEP)
    for (let x = region.x + PAD; x <= right; x += STEP)
      if (isFree(x, y)) return { x: Math.round(x), y: Math.round(y), w, h }
  return { x: Math.round(Math.min(next.x, right)), y: Math.round(next.y), w, h }
}
