import { describe, expect, it } from 'vitest'
import { Lasers } from './Lasers.ts'
import { bundleOf, LASER_FADE_MS, LASER_POINTS_MAX, LaserTrail, trailPath } from './LaserTrail.ts'

describe('a laser pointer', () => {
  it('leaves light behind that fades, and stays where it is held', () => {
    const trail = new LaserTrail()
    trail.shine([{ x: 0, y: 0 }], 0)
    trail.shine([{ x: 10, y: 0 }], 100)
    expect(trail.look(100).map(({ left }) => left)).toEqual([1 - 100 / LASER_FADE_MS, 1])
    expect(trail.look(5_000)).toMatchObject([{ x: 10, left: 1 }])
    expect(trail.head(5_000)).toMatchObject({ x: 10, y: 0 })
    trail.off()
    expect(trail.head(5_001)).toBeNull()
    trail.look(5_001 + LASER_FADE_MS)
    expect(trail.look(5_002 + LASER_FADE_MS)).toEqual([])
  })

  it("shows a bundle of somebody else's points one after the other", () => {
    const trail = new LaserTrail()
    trail.shine(
      [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ],
      1_000,
      true,
    )
    expect(trail.look(1_050).map(({ x }) => x)).toEqual([0])
    expect(trail.look(1_100).map(({ x }) => x)).toEqual([0, 10])
  })

  it('burns out', () => {
    const trail = new LaserTrail()
    trail.shine([{ x: 0, y: 0 }], 0)
    trail.off()
    trail.look(LASER_FADE_MS + 1)
    expect(trail.look(LASER_FADE_MS + 2)).toEqual([])
    expect(trail.isAlight).toBe(false)
  })

  it('is a path as wide as its light, and none where it stands still', () => {
    expect(trailPath([{ x: 0, y: 0, left: 1 }], 4)).toBe('')
    expect(
      trailPath(
        [
          { x: 0, y: 0, left: 0 },
          { x: 10, y: 0, left: 1 },
        ],
        4,
      ),
    ).toBe('M0 0L10 4L10 -4L0 0Z')
  })

  it('fits into a message, however quick the hand is', () => {
    const points = Array.from({ length: 500 }, (_, index) => ({ x: index + 0.4, y: -index }))
    const bundle = bundleOf(points)
    expect(bundle).toHaveLength(LASER_POINTS_MAX)
    expect(bundle.at(-1)).toEqual({ x: 499, y: -499 })
    expect(JSON.stringify(bundle).length).toBeLessThan(600)
  })
})

describe("others' laser pointers", () => {
  it('takes what presence repeats for one and the same, and goes out with the person', () => {
    const sent: unknown[] = []
    const lasers = new Lasers((points) => sent.push(points))
    const laser = [{ x: 1, y: 2 }]
    lasers.hear(new Map([[7, { name: 'Bo', laser }]]), 0)
    lasers.hear(new Map([[7, { name: 'Bo', laser: [{ x: 1, y: 2 }], cursor: { x: 1, y: 2 } }]]), 400)
    const [[id, trail] = []] = [...lasers.alight(500)]
    expect(id).toBe('7')
    expect(trail?.look(500)).toHaveLength(1)
    lasers.hear(new Map(), 500)
    expect([...lasers.alight(500 + LASER_FADE_MS)]).toHaveLength(0)
    expect(sent).toEqual([])
  })
})
