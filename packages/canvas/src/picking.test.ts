import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import type { Box, NewFigure, Point } from '@moot/board'
import { addFigures, isFigure } from '@moot/board'
import type { FigureShape } from './figureRecord.ts'
import { figureRecord } from './figureRecord.ts'
import { crosses, distanceTo, framed, picks } from './picking.ts'
import { contains } from './placing.ts'
import { twoSections } from './testing/boards.ts'

function drawn(fresh: NewFigure): FigureShape {
  const writer = twoSections()
  const [id = ''] = addFigures(writer, [fresh])
  const figure = writer.board.drawings.get(id)
  if (figure === undefined || !isFigure(figure)) throw new Error('no figure')
  return figureRecord(writer.board, figure, { dx: 0, dy: 0, z: null, writer: '' })
}

const at = (x: number, y: number): Point => ({ x, y })

describe('a point picks', () => {
  it('a stroke by its line, not by its box', () => {
    const corner = drawn({ kind: 'ink', pen: 'pen', points: [0, 0, 200, 0, 200, 200] })
    expect(picks(corner, at(100, 4), 6)).toBe(true)
    expect(picks(corner, at(100, 100), 6)).toBe(false)
    expect(picks(drawn({ kind: 'ink', pen: 'pen', points: [50, 50] }), at(52, 53), 6)).toBe(true)
  })

  it('an empty outline by its edge and its words, a filled one anywhere in it', () => {
    const box = { x: 0, y: 0, w: 400, h: 300 }
    const empty = drawn({ kind: 'shape', form: 'rectangle', box, text: 'Here' })
    expect(picks(empty, at(3, 100), 6)).toBe(true)
    expect(picks(empty, at(60, 60), 6)).toBe(false)
    expect(picks(empty, at(200, 150), 6)).toBe(true)
    const ellipse = { kind: 'shape' as const, form: 'ellipse' as const, box }
    expect(picks(drawn({ ...ellipse, fill: true }), at(60, 100), 6)).toBe(true)
    expect(picks(drawn({ ...ellipse, fill: true }), at(10, 10), 6)).toBe(false)
    expect(picks(drawn(ellipse), at(200, 2), 6)).toBe(true)
  })

  it('an arrow by its line and its words; words and pictures by their box', () => {
    const arrow = drawn({ kind: 'arrow', start: at(0, 0), end: at(300, 300), text: 'leads to' })
    expect(picks(arrow, at(60, 63), 6)).toBe(true)
    expect(picks(arrow, at(60, 100), 6)).toBe(false)
    expect(picks(arrow, at(170, 150), 6)).toBe(true)
    expect(picks(drawn({ kind: 'text', at: at(0, 0), text: 'Hi' }), at(300, 10), 6)).toBe(true)
  })
})

describe('a frame picks', () => {
  const frame = { x: 50, y: 50, w: 100, h: 100 }
  it('what it meets of a line, and nothing that it lies empty within', () => {
    const around = { x: 0, y: 0, w: 400, h: 300 }
    expect(framed(drawn({ kind: 'shape', form: 'rectangle', box: around }), frame)).toBe(false)
    expect(framed(drawn({ kind: 'shape', form: 'rectangle', box: around, fill: true }), frame)).toBe(true)
    const bow = drawn({ kind: 'ink', pen: 'pen', points: [0, 0, 300, 0, 300, 300] })
    expect(framed(bow, frame)).toBe(false)
    expect(framed(drawn({ kind: 'ink', pen: 'pen', points: [0, 100, 300, 100] }), frame)).toBe(true)
    expect(framed(drawn({ kind: 'arrow', start: at(0, 0), end: at(300, 300) }), frame)).toBe(true)
  })

  it('a line exactly where some point of it lies in the frame', () => {
    const number = fc.integer({ min: -50, max: 50 })
    const point = fc.record({ x: number, y: number })
    const box = fc
      .record({
        x: number,
        y: number,
        w: fc.integer({ min: 1, max: 40 }),
        h: fc.integer({ min: 1, max: 40 }),
      })
      .map((each): Box => each)
    fc.assert(
      fc.property(point, point, box, (a, b, within) => {
        const steps = Array.from({ length: 401 }, (_, index) => index / 400)
        const isIn = steps.some((part) =>
          contains(within, { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }),
        )
        if (isIn) expect(crosses(a, b, within)).toBe(true)
        // A corner may be cut between two of the steps; nothing far off is ever met.
        if (crosses(a, b, within)) {
          const near = steps.some((part) => {
            const on = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }
            return contains({ x: within.x - 1, y: within.y - 1, w: within.w + 2, h: within.h + 2 }, on)
          })
          expect(near).toBe(true)
        }
      }),
    )
  })

  it('measures distance to the nearest point of a piece, ends included', () => {
    expect(distanceTo(at(5, 5), at(0, 0), at(10, 0))).toBe(5)
    expect(distanceTo(at(-3, 4), at(0, 0), at(10, 0))).toBe(5)
    expect(distanceTo(at(3, 4), at(0, 0), at(0, 0))).toBe(5)
  })
})
