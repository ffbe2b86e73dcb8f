import { describe, expect, it } from 'vitest'
import { addFigures, addNotes, arrowLine } from '@moot/board'
import { twoSections } from '../testing/boards.ts'
import { arrowFrom } from './sketches.ts'
import { endAt, endsBetween, heldAt } from './stick.ts'

function board() {
  const writer = twoSections()
  const [note = ''] = addNotes(writer, [{ text: 'A', at: { x: 0, y: 0 } }])
  return { writer, note }
}

describe('what an arrow sticks to', () => {
  it('sticks to the topmost of notes, words, outlines and pictures, and to nothing else', () => {
    const { writer, note } = board()
    expect(heldAt(writer.board, { x: 20, y: 20 }, 1)?.on).toEqual({ root: 'notes', id: note })
    const [outline = '', ink = ''] = addFigures(writer, [
      { kind: 'shape', form: 'ellipse', box: { x: 0, y: 0, w: 100, h: 100 } },
      { kind: 'ink', pen: 'pen', points: [0, 0, 200, 200] },
    ])
    expect(ink).not.toBe('')
    expect(heldAt(writer.board, { x: 20, y: 20 }, 1)?.on).toEqual({ root: 'drawings', id: outline })
    expect(heldAt(writer.board, { x: 160, y: 115 }, 1)?.on).toEqual({ root: 'notes', id: note })
    expect(heldAt(writer.board, { x: 900, y: 900 }, 1)).toBeNull()
  })

  it('goes through an empty frame drawn round other things, except at its edge', () => {
    const { writer, note } = board()
    const [frame = ''] = addFigures(writer, [
      { kind: 'shape', form: 'rectangle', box: { x: -200, y: -200, w: 800, h: 800 } },
    ])
    expect(heldAt(writer.board, { x: 20, y: 20 }, 1)?.on).toEqual({ root: 'notes', id: note })
    expect(heldAt(writer.board, { x: 400, y: 400 }, 1)).toBeNull()
    expect(heldAt(writer.board, { x: 595, y: 400 }, 1)?.on).toEqual({ root: 'drawings', id: frame })
  })

  it('snaps to the middle when near it, and else keeps the place within the box', () => {
    const { writer } = board()
    const held = heldAt(writer.board, { x: 20, y: 20 }, 1)
    const middle = held === null ? { x: 0, y: 0 } : { x: held.box.w / 2, y: held.box.h / 2 }
    expect(endAt(held, { x: middle.x + 5, y: middle.y - 4 }, 1)).toMatchObject({ ...middle, at: [0.5, 0.5] })
    expect(endAt(held, { x: middle.x + 5, y: middle.y - 4 }, 1, true).at).not.toEqual([0.5, 0.5])
    // The same distance in canvas px is far on a screen that is near.
    expect(endAt(held, { x: middle.x + 15, y: middle.y }, 4).at).not.toEqual([0.5, 0.5])
    const [x = -1, y = -1] = endAt(held, { x: 17, y: 12 }, 1).at ?? []
    expect([x * (held?.box.w ?? 0), y * (held?.box.h ?? 0)].map(Math.round)).toEqual([17, 12])
    expect(endAt(null, { x: 7, y: 8 }, 1)).toEqual({ x: 7, y: 8 })
  })

  it('draws before it is there the line that is there afterwards', () => {
    const { writer, note } = board()
    const [other = ''] = addNotes(writer, [{ text: 'B', at: { x: 500, y: 300 } }])
    const ends = endsBetween(writer.board, { root: 'notes', id: note }, { root: 'notes', id: other })
    if (ends === null) throw new Error('No ends.')
    const [id = ''] = addFigures(writer, [{ kind: 'arrow', ...ends }])
    const arrow = writer.board.drawings.get(id)
    if (arrow?.kind !== 'arrow') throw new Error('No arrow.')
    const before = arrowLine(writer.board, arrowFrom(ends.start, ends.end, { color: 'ink', size: 'm' }))
    expect(arrowLine(writer.board, arrow)).toEqual(before)
    expect(endsBetween(writer.board, { root: 'notes', id: note }, { root: 'notes', id: note })).toBeNull()
    expect(endsBetween(writer.board, { root: 'notes', id: note }, { root: 'notes', id: 'x' })).toBeNull()
  })
})
