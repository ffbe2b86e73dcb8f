/** A stroke's outline as an SVG path: the same on the canvas and in every picture. */
import type { Ink } from '@moot/board'
import { inkWidth } from '@moot/board'
import { getStroke } from 'perfect-freehand'

/** The path of a stroke, in px from the figure's own origin, to be filled. */
export function inkPath(ink: Pick<Ink, 'pen' | 'size' | 'points'>): string {
  const points: [number, number][] = []
  for (let index = 0; index + 1 < ink.points.length; index += 2)
    points.push([ink.points[index] ?? 0, ink.points[index + 1] ?? 0])
  const isPen = ink.pen === 'pen'
  const edge = getStroke(points, {
    size: inkWidth(ink),
    thinning: isPen ? 0.4 : 0,
    smoothing: 0.5,
    streamline: 0.35,
    simulatePressure: isPen,
    last: true,
  })
  return closed(edge)
}

/** A smooth closed path through points: quadratic curves from middle to middle. */
function closed(edge: readonly (readonly number[])[]): string {
  const at = (index: number): readonly [number, number] => {
    const [x = 0, y = 0] = edge[index % edge.length] ?? []
    return [x, y]
  }
  if (edge.length < 3) return ''
  const tenth = (value: number): string => String(Math.round(value * 10) / 10)
  const middle = (index: number): string => {
    const [ax, ay] = at(index)
    const [bx, by] = at(index + 1)
    return `${tenth((ax + bx) / 2)} ${tenth((ay + by) / 2)}`
  }
  let path = `M${middle(0)}`
  for (let index = 1; index <= edge.length; index += 1) {
    const [x, y] = at(index)
    path += `Q${tenth(x)} ${tenth(y)} ${middle(index)}`
  }
  return `${path}Z`
}
