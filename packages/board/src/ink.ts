/**
 * A stroke as words of a `Y.Text`, so that its parts join into one struct: steps of x and y in tenths of a px as
 * whole numbers, a comma within a pair and a space after each. The first pair counts from the figure's own origin.
 */
import { INK_MAX } from './figures.ts'
import { words } from './readValues.ts'
import { FAR, isWords } from './schema.ts'

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

/** A stroke as far as it was read, so that reading on costs no more than what came since. */
interface Reading {
  readonly ink: string
  readonly points: readonly number[]
}

/** Reads an encoded stroke; pairs that make no sense are passed over. Never empty: a stroke without points is a dot. */
export function decodeInk(ink: string): number[] {
  return orDot(decodeOn(ink, []))
}

const orDot = <T extends readonly number[]>(points: T): T | number[] =>
  points.length === 0 ? [0, 0] : points

/** Reads on after `before`; what is there ends with a whole pair. */
function decodeOn(ink: string, before: readonly number[]): number[] {
  const points = [...before]
  let x = Math.round((before.at(-2) ?? 0) * TENTHS)
  let y = Math.round((before.at(-1) ?? 0) * TENTHS)
  for (const [, dx, dy] of ink.matchAll(PAIR)) {
    x = clamp(x + Number(dx))
    y = clamp(y + Number(dy))
    points.push(x / TENTHS, y / TENTHS)
  }
  return points
}

const PAIR = /(-?\d{1,8}),(-?\d{1,8}) /g
const readings = new WeakMap<object, Reading>()

/** Reads the stroke that a group holds, whatever it holds. While it is drawn, only what came since is read again. */
export function inkPoints(group: unknown): readonly number[] {
  const ink = words(group, INK_MAX)
  if (!isWords(group)) return decodeInk(ink)
  const known = readings.get(group)
  if (known?.ink === ink) return orDot(known.points)
  const goesOn = known !== undefined && known.ink.endsWith(' ') && ink.startsWith(known.ink)
  const points = goesOn ? decodeOn(ink.slice(known.ink.length), known.points) : decodeOn(ink, [])
  readings.set(group, { ink, points })
  return orDot(points)
}

function clamp(value: number): number {
  return Math.max(-FAR * TENTHS, Math.min(FAR * TENTHS, value))
}
