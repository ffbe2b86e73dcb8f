import { describe, expect, it } from 'vitest'
import { addFigures, addNotes, removeFigures, setArrow } from '@moot/board'
import { ArrowIndex } from './ArrowIndex.ts'
import { figureKey } from './items.ts'
import { twoSections } from './testing/boards.ts'

describe('arrows by what they stick to', () => {
  it('come along with it, until they stick elsewhere or are gone', () => {
    const writer = twoSections()
    const [a = '', b = ''] = addNotes(writer, [{ text: 'a' }, { text: 'b' }])
    const on = (id: string) => ({ x: 0, y: 0, on: { root: 'notes' as const, id } })
    const [arrow = ''] = addFigures(writer, [{ kind: 'arrow', start: on(a), end: on(a) }])
    const index = new ArrowIndex(writer.board)
    writer.board.onChange((change) => index.update(change.drawings))
    expect([...index.along([a])]).toEqual([a, figureKey(arrow)])
    expect([...index.along([b])]).toEqual([b])
    setArrow(writer, arrow, { end: on(b) })
    expect([...index.along([b])]).toEqual([b, figureKey(arrow)])
    setArrow(writer, arrow, { start: { x: 5, y: 5 } })
    expect([...index.along([a])]).toEqual([a])
    removeFigures(writer, [arrow])
    expect([...index.along([b])]).toEqual([b])
  })
})
