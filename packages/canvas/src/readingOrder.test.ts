import { describe, expect, it } from 'vitest'
import { addNotes, addTheme, removeNotes } from '@moot/board'
import { describe as said, neighbour, readingOrder } from './readingOrder.ts'
import { twoSections } from './testing/boards.ts'

describe('reading order', () => {
  it('goes by section, theme and order, and leaves out what is out of sight', () => {
    const writer = twoSections()
    const [right = '', left = '', themed = '', gone = ''] = addNotes(writer, [
      { text: 'right', region: 'r2' },
      { text: 'left', region: 'r1' },
      { text: 'themed', region: 'r1' },
      { text: 'gone', region: 'r1' },
    ])
    addTheme(writer, 'Theme', [themed])
    removeNotes(writer, [gone])
    const order = readingOrder(writer.board)
    expect(order.map(({ note }) => note.id)).toEqual([themed, left, right])
    expect(said(order, 0)).toEqual({
      words: 'themed',
      place: 1,
      total: 3,
      section: 'left',
      theme: 'Theme',
      color: 'lemon',
    })
    expect(neighbour(order, null, 1)?.note.id).toBe(themed)
    expect(neighbour(order, null, -1)?.note.id).toBe(right)
    expect(neighbour(order, left, 1)?.note.id).toBe(right)
    expect(neighbour(order, right, 1)).toBeNull()
    expect(neighbour([], null, 1)).toBeNull()
  })
})
