/** Boxes of pictures. */
import type { Box, Point } from '@moot/board'

/** Of a picture's own, in px. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** A box of this size about a point. */
export function boxAbout({ x, y }: Point, { w, h }: { readonly w: number; readonly h: number }): Box {
  return { x: Math.round(x - w / 2), y: Math.round(y - h / 2), w, h }
}
