/** The fading light of a laser pointer: where it was a moment ago, and how it looks. Pure. */
import type { Point } from '@moot/board'

/** How long light stays, in ms. */
export const LASER_FADE_MS = 800
/** Others' points come in bundles; they are shown one after the other over this time, in ms. */
const BUNDLE_MS = 100
/** Most points in one message: awareness carries 2 kB. */
export const LASER_POINTS_MAX = 16

interface Spot extends Point {
  readonly at: number
}

/** One person's light. Times are ms of any clock that runs forward. */
export class LaserTrail {
  #spots: Spot[] = []
  #isOn = false

  /** The light went through these points: just now, or (a bundle from somebody else) over the next moment. */
  shine(points: readonly Point[], now: number, isBundle = false): void {
    this.#isOn = true
    const from = Math.max(now, this.#spots.at(-1)?.at ?? now)
    points.forEach(({ x, y }, index) => {
      const wait = isBundle ? ((index + 1) / points.length) * BUNDLE_MS : 0
      this.#spots.push({ x, y, at: Math.min(from + wait, now + 2 * BUNDLE_MS) })
    })
  }

  /** The light is off; what is left of it fades. */
  off(): void {
    this.#isOn = false
  }

  /** Where it is now and was lately, oldest first, with how much of its light is left (0 to 1). */
  look(now: number): (Point & { readonly left: number })[] {
    const latest = this.#spots.findLast(({ at }) => at <= now)
    this.#spots = this.#spots.filter(
      (spot) => (this.#isOn && spot === latest) || spot.at > now - LASER_FADE_MS,
    )
    return this.#spots.flatMap(({ x, y, at }) => {
      if (at > now) return []
      const left = this.#isOn && latest?.at === at ? 1 : Math.max(0, 1 - (now - at) / LASER_FADE_MS)
      return left === 0 ? [] : [{ x, y, left }]
    })
  }

  /** Whether anything is to be drawn, now or a little later. */
  get isAlight(): boolean {
    return this.#isOn || this.#spots.length > 0
  }

  /** Where the light itself is; `null` when it is off. */
  head(now: number): Point | null {
    return this.#isOn ? (this.#spots.findLast(({ at }) => at <= now) ?? this.#spots[0] ?? null) : null
  }
}

/** The outline of a trail, as thin as its light is faint, for an SVG path; '' where there is no way to draw. */
export function trailPath(spots: readonly (Point & { readonly left: number })[], halfWidth: number): string {
  if (spots.length < 2) return ''
  const [one, other]: string[][] = [[], []]
  spots.forEach((spot, index) => {
    const before = spots[index - 1] ?? spot
    const after = spots[index + 1] ?? spot
    const [dx, dy] = [after.x - before.x, after.y - before.y]
    const far = Math.hypot(dx, dy)
    const half = far === 0 ? 0 : (halfWidth * spot.left) / far
    const tenth = (value: number): number => Math.round(value * 10) / 10
    one?.push(`${tenth(spot.x - dy * half)} ${tenth(spot.y + dx * half)}`)
    other?.unshift(`${tenth(spot.x + dy * half)} ${tenth(spot.y - dx * half)}`)
  })
  return `M${[...(one ?? []), ...(other ?? [])].join('L')}Z`
}

/** At most so many of the points, the first left out last, spread evenly; whole px, for a message. */
export function bundleOf(points: readonly Point[]): Point[] {
  const round = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) })
  if (points.length <= LASER_POINTS_MAX) return points.map(round)
  return Array.from({ length: LASER_POINTS_MAX }, (_, index) => {
    const at = points[Math.round(((index + 1) / LASER_POINTS_MAX) * points.length) - 1]
    return round(at ?? { x: 0, y: 0 })
  })
}
