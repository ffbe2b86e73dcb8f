/**
 * A stroke as words of a `Y.Text`, so that its parts join into one struct: steps of x and y in tenths of a px as
 * whole numbers, a comma within a pair and a space after each. The first pair counts from the figure's own origin.
 */
import { FAR } from './schema.ts'

const TENTHS = 10

/** Encodes further points of a stroke; `last` is the point before them (`[0, 0]` at the beginning), all in canvas px. */
export function encodeInk(points: readonly number[], last: readonly [number, number] = [0, 0]): string {
  let [px, py] = last.map((each) => Math.round(each * TENTHS))
  let out = ''
  for (let index = 0; index + 1 < points.length; index += 2) {
    const x = Math.round((points[index] ?? 0) * TENTHS)
    const y = Math.round((points[index + 1] ?? 0) * TENTHS)
    out += `${x - (px ?? 0)},${y - (py ?? 0)} `
    px = x
    py = y
  }
  return out
}

/** An encoded stroke cut to `max` UTF-16 units, after a whole pair. */
export function cutInk(ink: string, max: number): string {
  return ink.length <= max ? ink : ink.slice(0, ink.lastIndexOf(' ', max - 1) + 1)
}

/** Reads a stroke; pairs that make no sense are passed over. Never empty: a stroke without points is a dot. */
export function decodeInk(text: string): number[] {
  const points: number[] = []
  let x = 0
  let y = 0
  for (const [, dx, dy] of text.matchAll(/(-?\d{1,8}),(-?\d{1,8}) /g)) {
    x = clamp(x + Number(dx))
    y = clamp(y + Number(dy))
    points.push(x / TENTHS, y / TENTHS)
  }
  return points.length === 0 ? [0, 0] : points
}

function clamp(value: number): number {
  return Math.max(-FAR * TENTHS, Math.min(FAR * TENTHS, value))
}
