import { addFigures, addNotes, BoardReading, figureBox, visibleFigures } from '@moot/board'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boxAbout } from './boxes.ts'
import { boxNear, sizeOnBoard } from './places.ts'

function aBoard() {
  const board = new BoardReading(new Y.Doc())
  let ids = 0
  return { board, person: 'ada', now: () => 1, newId: () => `id${(ids += 1)}`, origin: {} }
}

describe('a new picture', () => {
  it('keeps its proportions, is never larger than it is, nor too small to be seen', () => {
    expect(sizeOnBoard({ width: 2_400, height: 1_600 })).toEqual({ w: 480, h: 320 })
    expect(sizeOnBoard({ width: 600, height: 2_400 })).toEqual({ w: 150, h: 600 })
    expect(sizeOnBoard({ width: 200, height: 100 })).toEqual({ w: 200, h: 100 })
    expect(sizeOnBoard({ width: 1, height: 1 })).toEqual({ w: 32, h: 32 })
    expect(sizeOnBoard({ width: 2_400, height: 1 })).toEqual({ w: 480, h: 32 })
  })

  it('lies about the point where nothing is, else beside what is there', () => {
    const writer = aBoard()
    const size = { w: 400, h: 300 }
    const first = boxNear(writer.board, { x: 0, y: 0 }, size)
    expect(first).toEqual(boxAbout({ x: 0, y: 0 }, size))
    addFigures(writer, [{ kind: 'picture', upload: 'u', text: '', box: first }])
    expect(boxNear(writer.board, { x: 0, y: 0 }, size)).toEqual({ ...first, x: first.x + 424 })
  })

  it('covers nothing, however full it is there', () => {
    const side = fc.integer({ min: 32, max: 600 })
    fc.assert(
      fc.property(
        fc.array(fc.record({ w: side, h: side }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: -900, max: 900 }),
        (sizes, x) => {
          const writer = aBoard()
          addNotes(writer, [{ text: 'a note', at: { x: 0, y: 0 } }])
          for (const size of sizes)
            addFigures(writer, [
              { kind: 'picture', upload: 'u', text: '', box: boxNear(writer.board, { x, y: 0 }, size) },
            ])
          const boxes = [
            { x: 0, y: 0, w: 10, h: 10 },
            ...visibleFigures(writer.board.drawings).map((each) => figureBox(writer.board, each)),
          ]
          for (const [index, a] of boxes.entries())
            for (const b of boxes.slice(index + 1))
              expect(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h).toBe(false)
        },
      ),
      { numRuns: 40 },
    )
  })
})
