import { describe, expect, it } from 'vitest'
import { addFigures, addNotes, addTheme, removeNotes } from '@moot/board'
import { footOf, neighbour, readingOrder, spoken } from './readingOrder.ts'
import { twoSections } from './testing/boards.ts'

const labels = {
  note: (said: object) => JSON.stringify(said),
  figure: (said: object) => JSON.stringify(said),
  origin: () => '',
}

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
    expect(order.map(({ item }) => item.id)).toEqual([themed, left, right])
    expect(JSON.parse(spoken(labels, order, 0) ?? '')).toEqual({
      words: 'themed',
      place: 1,
      total: 3,
      section: 'left',
      theme: 'Theme',
      color: 'lemon',
      origin: '',
    })
    const note = (id: string) => ({ root: 'notes' as const, id })
    expect(neighbour(order, null, 1)?.item.id).toBe(themed)
    expect(neighbour(order, null, -1)?.item.id).toBe(right)
    expect(neighbour(order, note(left), 1)?.item.id).toBe(right)
    expect(neighbour(order, note(right), 1)).toBeNull()
    expect(neighbour([], null, 1)).toBeNull()
    expect(spoken(labels, order, 9)).toBeNull()
  })

  it('comes to what is drawn in a section after its notes, and counts all together', () => {
    const writer = twoSections()
    const [arrow = '', text = ''] = addFigures(writer, [
      { kind: 'arrow', start: { x: 10, y: 10 }, end: { x: 90, y: 90 }, text: 'leads on' },
      { kind: 'text', at: { x: 600, y: 40 }, text: 'Over here' },
    ])
    const [note = ''] = addNotes(writer, [{ text: 'a note', region: 'r1' }])
    const order = readingOrder(writer.board)
    expect(order.map(({ item }) => item.id)).toEqual([note, arrow, text])
    expect(JSON.parse(spoken(labels, order, 1) ?? '')).toEqual({
      id: arrow,
      kind: 'arrow',
      form: null,
      words: 'leads on',
      place: 2,
      total: 3,
      section: 'left',
    })
  })

  it('[C-26] says of a note that it came late, beside where it comes from', () => {
    const origin = (): string => 'from Space 3'
    const late = { after: 500, words: 'after the round' }
    const from = { board: 'b', item: 'i' }
    expect(footOf({ origin, late }, { from: null, created: 501 })).toBe('after the round')
    expect(footOf({ origin, late }, { from, created: 501 })).toBe('from Space 3 · after the round')
    expect(footOf({ origin, late }, { from, created: 500 })).toBe('from Space 3')
    expect(footOf({ origin }, { from: null, created: 501 })).toBe('')
  })
})
