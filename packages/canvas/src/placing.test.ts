import { describe, expect, it } from 'vitest'
import { addFigures, addNotes, addTheme, NOTE_GAP, NOTE_WIDTH } from '@moot/board'
import {
  around,
  cardAt,
  groupDrops,
  meets,
  placeBeside,
  placeForNew,
  regionInView,
  RING,
  ringDistance,
} from './placing.ts'
import { twoSections } from './testing/boards.ts'

const everything = { x: 0, y: 0, w: 1000, h: 700 }

describe('where a new note goes', () => {
  it('into the section last written in while it is in view, else to the centre of view', () => {
    const { board } = twoSections()
    expect(regionInView(board, everything, 'r2')).toBe('r2')
    expect(regionInView(board, { x: 0, y: 0, w: 390, h: 600 }, 'r2')).toBe('r1')
    expect(regionInView(board, { x: 2000, y: 0, w: 400, h: 600 }, 'r2')).toBeNull()
    const outside = placeForNew(board, { x: 2000, y: 0, w: 400, h: 600 }, null)
    expect(outside).toEqual({ x: 2110, y: 230 })
  })

  it('beside the note before, and on the next row where the section ends', () => {
    const writer = twoSections()
    const [first] = addNotes(writer, [{ text: 'one', region: 'r1' }])
    const one = writer.board.notes.get(first ?? '')
    if (one === undefined) throw new Error('no note')
    const beside = placeBeside(writer.board, one)
    expect(beside).toEqual({ x: one.x + NOTE_WIDTH + NOTE_GAP, y: one.y })
    const [second] = addNotes(writer, [{ text: 'two', region: 'r1', at: beside }])
    const two = writer.board.notes.get(second ?? '')
    if (two === undefined) throw new Error('no note')
    const next = placeBeside(writer.board, two)
    expect(next.x).toBe(one.x)
    expect(next.y).toBeGreaterThan(one.y)
  })

  it('not beside the note before where a picture is', () => {
    const writer = twoSections()
    const [first] = addNotes(writer, [{ text: 'one', region: 'r1' }])
    const one = writer.board.notes.get(first ?? '')
    if (one === undefined) throw new Error('no note')
    const box = { x: one.x + NOTE_WIDTH + 20, y: one.y, w: 60, h: 60 }
    addFigures(writer, [{ kind: 'picture', upload: 'u', box, text: '' }])
    const next = placeBeside(writer.board, one)
    expect(meets(cardAt(next), box)).toBe(false)
    expect(meets(cardAt(next), cardAt(one))).toBe(false)
  })

  it('is round all boxes', () => {
    expect(around([])).toBeNull()
    expect(
      around([
        { x: -5, y: 0, w: 5, h: 5 },
        { x: 10, y: 20, w: 1, h: 1 },
      ]),
    ).toEqual({ x: -5, y: 0, w: 16, h: 21 })
  })
})

describe('C-6 themes by dropping', () => {
  const board = () => {
    const writer = twoSections()
    const ids = addNotes(writer, [
      { text: 'a', region: 'r1', at: { x: 20, y: 100 } },
      { text: 'b', region: 'r1', at: { x: 210, y: 100 } },
      { text: 'c', region: 'r2', at: { x: 600, y: 100 } },
    ])
    const [a = '', b = '', c = ''] = ids
    return { writer, a, b, c, theme: addTheme(writer, 'Together', [a, b]) }
  }

  it('joins where it lands, leaves when it lands outside, says nothing where nothing changes', () => {
    const { writer, a, c, theme } = board()
    expect(groupDrops(writer.board, [{ id: c, to: { x: 200, y: 110 } }])).toMatchObject([{ theme }])
    expect(groupDrops(writer.board, [{ id: a, to: { x: 20, y: 400 } }])).toMatchObject([{ theme: null }])
    expect(groupDrops(writer.board, [{ id: c, to: { x: 620, y: 300 } }])).toMatchObject([
      { theme: undefined },
    ])
  })

  it('a theme moved as a whole stays together', () => {
    const { writer, a, b } = board()
    const drops = [
      { id: a, to: { x: 20, y: 400 } },
      { id: b, to: { x: 210, y: 400 } },
    ]
    expect(groupDrops(writer.board, drops)).toEqual([{ theme: undefined, drops }])
  })
})

describe('the ring round a selected note', () => {
  it('stands off the note when near, and never crosses its neighbour’s from afar', () => {
    expect(ringDistance(2)).toBe(3.5)
    for (const zoom of [0.05, 0.2, 0.39, 0.6, 1]) {
      expect(ringDistance(zoom)).toBeGreaterThanOrEqual(0)
      // The outer edges of two neighbours' rings, where there is room for both at all.
      if (NOTE_GAP * zoom > RING)
        expect(2 * (ringDistance(zoom) + RING / 2)).toBeLessThanOrEqual(NOTE_GAP * zoom)
    }
  })
})
