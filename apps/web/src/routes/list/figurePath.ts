/** Strokes as the outline of an SVG path, coarse enough for a picture of a few dozen px. */
import type { Ink } from '@moot/board'

/** Points of one stroke that its small picture keeps. */
const POINTS = 48

/** Path of a stroke in canvas px; the same text for the same stroke, so that 300 of them are counted once. */
export function inkPath(ink: Ink): string {
  const known = paths.get(ink)
  if (known !== undefined) return known
  const count = ink.points.length / 2
  const every = Math.max(1, Math.ceil(count / POINTS))
  let path = ''
  for (let index = 0; index < count; index += 1) {
    if (index % every !== 0 && index !== count - 1) continue
    const x = Math.round(ink.x + (ink.points[2 * index] ?? 0))
    const y = Math.round(ink.y + (ink.points[2 * index + 1] ?? 0))
    path += `${path === '' ? 'M' : 'L'}${x} ${y}`
  }
  // A dot is a line to itself, or nothing would be drawn.
  if (count === 1) path += `l0 0`
  paths.set(ink, path)
  return path
}

const paths = new WeakMap<Ink, string>()
