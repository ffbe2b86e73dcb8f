import { describe, expect, it } from 'vitest'
import { inkPath } from '@moot/picture'
import { GrowingPath } from './GrowingPath.ts'

const look = { pen: 'pen', size: 'm' } as const
/** A wavy line of so many points. */
const wave = (many: number): number[] =>
  Array.from({ length: many }, (_, index) => [index * 5, Math.sin(index / 4) * 30]).flat()

describe('a stroke that grows', () => {
  it('is drawn as it will be, as long as it is short', () => {
    const path = new GrowingPath(look)
    expect(path.paths(wave(40))).toEqual([inkPath({ ...look, points: wave(40) })])
    expect(path.paths(wave(600))).toEqual([inkPath({ ...look, points: wave(600) })])
  })

  it('keeps the beginning of a long one as it was drawn, and draws only the end anew', () => {
    const path = new GrowingPath(look)
    const long = path.paths(wave(4_000))
    const longer = path.paths(wave(4_100))
    expect(long.length).toBeGreaterThan(3)
    expect(longer.slice(0, long.length - 1)).toEqual(long.slice(0, -1))
    expect(longer.at(-1)).not.toBe(long.at(-1))
  })

  it('begins afresh with a new record', () => {
    const path = new GrowingPath(look)
    path.paths(wave(4_000))
    expect(path.paths(wave(10))).toEqual([inkPath({ ...look, points: wave(10) })])
  })
})
