import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import type { Figure, NewFigure } from '@moot/board'
import { addFigures, isFigure, SIDE_MIN } from '@moot/board'
import type { FigureShape } from './figureRecord.ts'
import { figureRecord } from './figureRecord.ts'
import { gripAt, gripsOf, resizedBox } from './grips.ts'
import { twoSections } from './testing/boards.ts'

function drawn(fresh: NewFigure): FigureShape {
  const writer = twoSections()
  const [id = ''] = addFigures(writer, [fresh])
  const figure = writer.board.drawings.get(id)
  if (figure === undefined || !isFigure(figure)) throw new Error('no figure')
  return figureRecord(writer.board, figure, { dx: 0, dy: 0, z: null, writer: '' })
}

const box = { x: 100, y: 100, w: 200, h: 100 }
const outline = drawn({ kind: 'shape', form: 'rectangle', box })
const picture = drawn({ kind: 'picture', upload: 'u', box, text: '' })

describe('grips', () => {
  it('are the corners of outlines and pictures, the sides of words, the ends of arrows, and none of strokes', () => {
    const names = (shape: FigureShape): string[] => gripsOf(shape).map(({ grip }) => grip)
    expect(names(outline)).toEqual(['nw', 'ne', 'se', 'sw'])
    expect(names(drawn({ kind: 'text', at: box, text: 'a' }))).toEqual(['w', 'e'])
    expect(names(drawn({ kind: 'arrow', start: { x: 0, y: 0 }, end: { x: 9, y: 9 } }))).toEqual([
      'start',
      'end',
    ])
    expect(names(drawn({ kind: 'ink', pen: 'pen', points: [0, 0, 9, 9] }))).toEqual([])
    expect(gripsOf(outline).find(({ grip }) => grip === 'se')).toMatchObject({ x: 300, y: 200 })
  })

  it('give a finger 44 px and leave the middle of something small to be dragged', () => {
    expect(gripAt(outline, { x: 318, y: 200 }, 1, false)).toBeNull()
    expect(gripAt(outline, { x: 318, y: 200 }, 1, true)).toBe('se')
    expect(gripAt(outline, { x: 340, y: 200 }, 0.5, true)).toBe('se')
    const small = drawn({ kind: 'shape', form: 'rectangle', box: { x: 0, y: 0, w: 20, h: 20 } })
    expect(gripAt(small, { x: 10, y: 10 }, 1, true)).toBeNull()
    expect(gripAt(small, { x: 34, y: 34 }, 1, true)).toBe('se')
  })

  it('bring a corner to the hand, and keep the one across where it is', () => {
    const point = fc.record({
      x: fc.integer({ min: -500, max: 900 }),
      y: fc.integer({ min: -500, max: 900 }),
    })
    const corner = fc.constantFrom('nw' as const, 'ne' as const, 'se' as const, 'sw' as const)
    fc.assert(
      fc.property(corner, point, fc.boolean(), (grip, to, isEven) => {
        const after = resizedBox(outline.props.figure, box, grip, to, isEven)
        expect(Math.min(after.w, after.h)).toBeGreaterThanOrEqual(SIDE_MIN)
        const [x, y] = [grip.endsWith('w') ? 'right' : 'left', grip.startsWith('n') ? 'bottom' : 'top']
        expect(x === 'left' ? after.x : after.x + after.w).toBeCloseTo(x === 'left' ? 100 : 300)
        expect(y === 'top' ? after.y : after.y + after.h).toBeCloseTo(y === 'top' ? 100 : 200)
        if (isEven) expect(after.w / after.h).toBeCloseTo(2)
      }),
    )
  })

  it('keep the proportions of pictures, and change words in width alone', () => {
    const even = resizedBox(picture.props.figure, box, 'se', { x: 500, y: 210 }, false)
    expect(even).toEqual({ x: 100, y: 100, w: 400, h: 200 })
    const words: Figure = drawn({ kind: 'text', at: box, w: 200, text: 'a' }).props.figure
    expect(resizedBox(words, box, 'w', { x: 50, y: 900 }, false)).toEqual({ x: 50, y: 100, w: 250, h: 100 })
    expect(resizedBox(words, box, 'e', { x: -900, y: 0 }, false)).toMatchObject({ x: 100, w: SIDE_MIN })
  })
})
