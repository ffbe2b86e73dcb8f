import type { TLStore } from '@tldraw/editor'
import { createTLStore, getIndices, PageRecordType } from '@tldraw/editor'
import { describe, expect, it, vi } from 'vitest'
import type { Note } from '@moot/board'
import { addNotes, fileInTheme, moveNotes, recolour, removeNotes } from '@moot/board'
import type { Shown } from './noteRecord.ts'
import { PAGE_ID, shapeIdOf } from './noteRecord.ts'
import { noteShapeUtil } from './NoteShapeUtil.tsx'
import { Projection } from './Projection.ts'
import { twoSections } from './testing/boards.ts'

const still: Shown = { dx: 0, dy: 0, z: null, writer: '' }

function made(shown: (note: Note) => Shown = () => still) {
  const writer = twoSections()
  const store: TLStore = createTLStore({ shapeUtils: [noteShapeUtil((name) => name)], bindingUtils: [] })
  const [index] = getIndices(1)
  if (index === undefined) throw new Error('no index')
  store.put([PageRecordType.create({ id: PAGE_ID, name: 'board', index })])
  const frames: (() => void)[] = []
  const projection = new Projection(store, writer.board, shown, (callback) => {
    frames.push(callback)
    return () => void frames.splice(frames.indexOf(callback), 1)
  })
  writer.board.onChange((change) => projection.mark(change.notes))
  const merges = vi.spyOn(store, 'mergeRemoteChanges')
  const puts = vi.spyOn(store, 'put')
  const tick = (): void => {
    for (const work of frames.splice(0)) work()
  }
  return { writer, store, projection, merges, puts, frames, tick }
}

describe('C-1 the store is a picture of the board', () => {
  it('takes all of a frame in one merge, and nothing where nothing looks different', () => {
    const { writer, store, merges, puts, frames, tick } = made()
    const [a = '', b = ''] = addNotes(writer, [
      { text: 'a', at: { x: 0, y: 0 } },
      { text: 'b', at: { x: 9, y: 9 } },
    ])
    moveNotes(writer, [{ id: a, to: { x: 50, y: 60 } }])
    removeNotes(writer, [b])
    expect(frames).toHaveLength(1)
    tick()
    expect(merges).toHaveBeenCalledTimes(1)
    expect(store.get(shapeIdOf(a))).toMatchObject({ x: 50, y: 60 })
    expect(store.get(shapeIdOf(b))).toBeUndefined()

    puts.mockClear()
    fileInTheme(writer, [a], null)
    recolour(writer, [a], 'lemon')
    moveNotes(writer, [{ id: a, to: { x: 50, y: 60 } }])
    tick()
    expect(puts).not.toHaveBeenCalled()
  })

  it('leaves out one bad record and keeps the others', () => {
    let bad = ''
    const { writer, store, projection, tick } = made((note) =>
      note.id === bad ? { ...still, dx: Number.NaN } : still,
    )
    const [a = '', b = ''] = addNotes(writer, [{ text: 'a' }, { text: 'b' }])
    bad = a
    tick()
    expect(store.get(shapeIdOf(a))).toBeUndefined()
    expect(store.get(shapeIdOf(b))).toBeDefined()
    expect(projection.refused).toBe(1)
  })

  it('puts back what tldraw changed by itself, and writes none of it into the document', async () => {
    const { writer, store, projection, tick, frames } = made()
    const [a = '', b = ''] = addNotes(writer, [{ text: 'a', at: { x: 5, y: 5 } }, { text: 'b' }])
    tick()
    const stop = projection.guard()
    const written = vi.fn<() => void>()
    writer.board.doc.on('update', written)
    const shape = store.get(shapeIdOf(a))
    if (shape?.typeName !== 'shape') throw new Error('no shape')
    store.put([{ ...shape, x: 999 }])
    store.remove([shapeIdOf(b)])
    await expect.poll(() => frames.length).toBe(1)
    tick()
    expect(store.get(shapeIdOf(a))).toMatchObject({ x: 5 })
    expect(store.get(shapeIdOf(b))).toBeDefined()
    expect(written).not.toHaveBeenCalled()
    stop()
  })
})
