/** The box of an outline while a hand draws it. Pure; all in canvas px. */
import type { Box, Point } from '@moot/board'
import { SIDE_MIN } from '@moot/board'

/** Size of an outline that is put down by a click or by keys. */
export const OUTLINE_W = 200
export const OUTLINE_H = 140

/** The box between two corners, never smaller than an outline may be. `isEven`: as high as wide. */
export function boxBetween(from: Point, to: Point, isEven: boolean): Box {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const longer = Math.max(Math.abs(dx), Math.abs(dy))
  const w = Math.max(SIDE_MIN, isEven ? longer : Math.abs(dx))
  const h = Math.max(SIDE_MIN, isEven ? longer : Math.abs(dy))
  return {
    x: Math.round(dx < 0 ? from.x - w : from.x),
    y: Math.round(dy < 0 ? from.y - h : from.y),
    w: Math.round(w),
    h: Math.round(h),
  }
}

/** The box of a click: the usual size round the point. */
export function boxRound(at: Point): Box {
  return {
    x: Math.round(at.x - OUTLINE_W / 2),
    y: Math.round(at.y - OUTLINE_H / 2),
    w: OUTLINE_W,
    h: OUTLINE_H,
  }
}
