import { describe, expect, it } from 'vitest'
import type { NewFigure } from '@moot/board'
import { addFigures, isFigure } from '@moot/board'
import { twoSections } from '../testing/boards.ts'
import { isTouched } from './erase.ts'

/** Whether an eraser of 8 px going from one point to another touches a figure. */
function touches(fresh: NewFigure, from: readonly [number, number], to = from): boolean {
  const { board, ...rest } = twoSections()
  const [id = ''] = addFigures({ board, ...rest }, [fresh])
  const figure = board.drawings.get(id)
  if (figure === undefined || !isFigure(figure)) throw new Error('No figure.')
  const at = ([x, y]: readonly [number, number]) => ({ x, y })
  return isTouched(board, figure, at(from), at(to), 4)
}

describe('what the eraser touches', () => {
  it('a stroke where its line is, also when the eraser jumps across it', () => {
    const stroke: NewFigure = { kind: 'ink', pen: 'pen', size: 's', points: [0, 0, 100, 0, 100, 100] }
    expect(touches(stroke, [50, 5])).toBe(true)
    expect(touches(stroke, [50, 40])).toBe(false)
    expect(touches(stroke, [150, 50])).toBe(false)
    expect(touches(stroke, [20, 80], [180, 80])).toBe(true)
    expect(touches({ ...stroke, points: [10, 10] }, [13, 12])).toBe(true)
  })

  it('an outline at its edge, and within when it is filled', () => {
    const box = { x: 0, y: 0, w: 200, h: 100 }
    const outline: NewFigure = { kind: 'shape', form: 'ellipse', box }
    expect(touches(outline, [100, 50])).toBe(false)
    expect(touches(outline, [100, 1])).toBe(true)
    expect(touches(outline, [2, 2])).toBe(false)
    expect(touches({ ...outline, form: 'rectangle' }, [2, 2])).toBe(true)
    expect(touches({ ...outline, fill: true }, [100, 50])).toBe(true)
    expect(touches({ ...outline, fill: true }, [4, 4])).toBe(false)
  })

  it('an arrow along its line, a text box where its words are', () => {
    const arrow: NewFigure = { kind: 'arrow', start: { x: 0, y: 0 }, end: { x: 100, y: 100 } }
    expect(touches(arrow, [50, 52])).toBe(true)
    expect(touches(arrow, [80, 20])).toBe(false)
    const text: NewFigure = { kind: 'text', at: { x: 0, y: 0 }, text: 'Hi', w: 320 }
    expect(touches(text, [10, 10])).toBe(true)
    expect(touches(text, [300, 10])).toBe(false)
  })

  it('never a picture', () => {
    const box = { x: 0, y: 0, w: 200, h: 100 }
    expect(touches({ kind: 'picture', upload: 'u', box, text: '' }, [50, 50])).toBe(false)
  })
})
