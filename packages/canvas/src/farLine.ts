/** A stroke as it is drawn from afar: a bent line through the few of its points that can still be told apart there. */

/** How far a point may lie beside the line without being missed, in canvas px: less than one on the screen. */
const OFF = 3

/** The indices of the points that are kept, by the distance of the others from the lines between them. */
function kept(points: readonly number[], count: number): boolean[] {
  const keep = Array.from({ length: count }, () => false)
  keep[0] = true
  keep[count - 1] = true
  // A list instead of calls within calls: strokes have thousands of points.
  const spans: [number, number][] = [[0, count - 1]]
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [first, last] = span
    const [ax, ay] = [points[2 * first] ?? 0, points[2 * first + 1] ?? 0]
    const [dx, dy] = [(points[2 * last] ?? 0) - ax, (points[2 * last + 1] ?? 0) - ay]
    const far = Math.hypot(dx, dy)
    let worst = OFF
    let at = -1
    for (let index = first + 1; index < last; index += 1) {
      const [x, y] = [(points[2 * index] ?? 0) - ax, (points[2 * index + 1] ?? 0) - ay]
      const off = far === 0 ? Math.hypot(x, y) : Math.abs(x * dy - y * dx) / far
      if (off > worst) {
        worst = off
        at = index
      }
    }
    if (at < 0) continue
    keep[at] = true
    spans.push([first, at], [at, last])
  }
  return keep
}

/** The line as an SVG path, in px from the figure's own origin. A dot is a line of no length. */
export function farLine(points: readonly number[]): string {
  const count = Math.max(1, Math.floor(points.length / 2))
  const keep = kept(points, count)
  let path = ''
  for (let index = 0; index < count; index += 1) {
    if (keep[index] !== true) continue
    path += `${path === '' ? 'M' : 'L'}${Math.round(points[2 * index] ?? 0)} ${Math.round(points[2 * index + 1] ?? 0)}`
  }
  return count === 1 ? `${path}h0` : path
}
