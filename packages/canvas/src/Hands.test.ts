import { describe, expect, it } from 'vitest'
import { addFigures, addNotes, arrowLine, isFigure, removeNotes } from '@moot/board'
import { Hands } from './Hands.ts'
import { figureKey, noteKey } from './items.ts'
import { twoSections } from './testing/boards.ts'

function made() {
  const writer = twoSections()
  const [note = ''] = addNotes(writer, [{ text: 'a', at: { x: 0, y: 0 } }])
  const [text = '', arrow = ''] = addFigures(writer, [
    { kind: 'text', at: { x: 600, y: 0 }, text: 'words' },
    {
      kind: 'arrow',
      start: { x: 0, y: 0, on: { root: 'notes', id: note } },
      end: { x: 0, y: 600 },
    },
  ])
  const found = writer.board.drawings.get(arrow)
  if (found === undefined || !isFigure(found) || found.kind !== 'arrow') throw new Error('no arrow')
  return { writer, note, text, arrow: found, hands: new Hands(writer.board) }
}

describe('C-2 what a hand holds', () => {
  it('is notes and figures together, above all others, and comes down where it was let go', () => {
    const { note, text, hands, writer } = made()
    hands.drag([noteKey(note), figureKey(text)], 10.4, 20)
    expect(hands.held(noteKey(note))).toMatchObject({ dx: 10, dy: 20 })
    const stacks = [noteKey(note), figureKey(text)].map((key) => hands.held(key).z ?? '')
    const others = [...writer.board.drawings.values()].flatMap((each) =>
      isFigure(each) && each.id !== text ? [each.z] : [],
    )
    expect(stacks.every((z) => others.every((other) => z > other))).toBe(true)
    const { drops } = hands.letGo()
    expect(drops.map(({ key, to }) => ({ key, to }))).toEqual([
      { key: noteKey(note), to: { x: 10, y: 20 } },
      { key: figureKey(text), to: { x: 610, y: 20 } },
    ])
    expect(hands.letGo()).toEqual({ keys: [], drops: [] })
  })

  it('that was not moved, or went meanwhile, is not dropped', () => {
    const { note, text, hands, writer } = made()
    hands.drag([noteKey(note), figureKey(text)], 0, 0)
    expect(hands.letGo().drops).toEqual([])
    hands.drag([noteKey(note), figureKey(text)], 5, 5)
    removeNotes(writer, [note])
    expect(hands.letGo().drops.map(({ key }) => key)).toEqual([figureKey(text)])
  })
})

describe('arrows', () => {
  it('follow what they stick to in one’s own hand and in another’s', () => {
    const { note, arrow, hands, writer } = made()
    const startX = (): number => arrowLine(hands.anchors(arrow), arrow).start.x
    const before = startX()
    expect(hands.anchors(arrow)).toBe(writer.board)
    hands.drag([noteKey(note)], 100, 0)
    expect(startX()).toBeGreaterThan(before + 50)
    hands.letGo()
    expect(startX()).toBe(before)
    hands.hear(new Map([[1, { name: 'Sam', drag: { ids: [note], dx: 200, dy: 0 } }]]), 0, false)
    expect(startX()).toBeGreaterThan(before + 100)
  })

  it('follow an outline while it is being resized', () => {
    const { arrow, hands, writer } = made()
    const [outline = ''] = addFigures(writer, [
      { kind: 'shape', form: 'rectangle', box: { x: 0, y: 0, w: 100, h: 100 } },
    ])
    const found = writer.board.drawings.get(outline)
    if (found?.kind !== 'shape') throw new Error('no outline')
    const to = {
      ...arrow,
      end: { on: { root: 'drawings' as const, id: outline }, at: [1, 1] as const, x: 0, y: 0 },
    }
    const before = arrowLine(hands.anchors(to), to).end
    hands.reshape({ ...found, w: 500 })
    expect(arrowLine(hands.anchors(to), to).end.x).toBeGreaterThan(before.x + 100)
    hands.reshape(null)
    expect(arrowLine(hands.anchors(to), to).end).toEqual(before)
  })
})
