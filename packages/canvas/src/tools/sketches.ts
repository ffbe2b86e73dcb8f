/** Figures that are not on the board yet, for drawing them while they are made. Pure. */
import type { Arrow, Box, DrawColor, DrawSize, NewEnd, Outline } from '@moot/board'

const UNWRITTEN = {
  id: '',
  furniture: false,
  by: null,
  created: 0,
  from: null,
  z: '',
  region: null,
  order: '',
  gone: null,
  text: '',
} as const

interface Look {
  readonly color: DrawColor
  readonly size: DrawSize
}

/** The arrow that two ends, in canvas px, would make. */
export function arrowFrom(start: NewEnd, end: NewEnd, { color, size }: Look): Arrow {
  const own = (each: NewEnd): Arrow['start'] => ({
    on: each.on ?? null,
    at: each.at ?? [0.5, 0.5],
    x: each.x - start.x,
    y: each.y - start.y,
  })
  const { x, y } = start
  return { ...UNWRITTEN, kind: 'arrow', color, size, x, y, start: own(start), end: own(end) }
}

/** The outline that a box would make. */
export function outlineFrom(
  form: Outline['form'],
  { x, y, w, h }: Box,
  { color, size, fill }: Look & { readonly fill: boolean },
): Outline {
  return { ...UNWRITTEN, kind: 'shape', form, color, size, fill, x, y, w, h }
}
