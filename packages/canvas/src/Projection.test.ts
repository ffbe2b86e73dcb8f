import type { TLStore } from '@tldraw/editor'
import { createTLStore, getIndices, PageRecordType } from '@tldraw/editor'
import { describe, expect, it, vi } from 'vitest'
import type { Figure, Note } from '@moot/board'
import {
  addBackdrop,
  addFigures,
  addNotes,
  fileInTheme,
  moveNotes,
  recolour,
  removeNotes,
  restyleFigures,
} from '@moot/board'
import { figureShapeUtil } from './FigureShapeUtil.tsx'
import { figureKey, keysOf, shapeIdOf } from './items.ts'
import type { Shown } from './noteRecord.ts'
import { PictureSources } from './PictureSources.ts'
import { PAGE_ID } from './noteRecord.ts'
import { noteShapeUtil } from './NoteShapeUtil.tsx'
import { Projection } from './Projection.ts'
import { twoSections } from './testing/boards.ts'

const view = {
  writing: String,
  pictureLoading: () => '',
  pictureMissing: () => '',
  pictures: new PictureSources(() => () => Promise.resolve(null)),
}
const still: Shown = { dx: 0, dy: 0, z: null, writer: '' }

function made(shown: (note: Note) => Shown = () => still) {
  const writer = twoSections()
  const store: TLStore = createTLStore({
    shapeUtils: [noteShapeUtil(String), figureShapeUtil(view)],
    bindingUtils: [],
  })
  const [index] = getIndices(1)
  if (index === undefined) throw new Error('no index')
  store.put([PageRecordType.create({ id: PAGE_ID, name: 'board', index })])
  const frames: (() => void)[] = []
  const beyond = {
    note: shown,
    figure: () => still,
    instead: (figure: Figure) => figure,
    anchors: () => writer.board,
    isHidden: () => false,
  }
  const projection = new Projection(store, writer.board, beyond, (callback) => {
    frames.push(callback)
    return () => void frames.splice(frames.indexOf(callback), 1)
  })
  writer.board.onChange(({ notes, drawings }) =>
    projection.mark(keysOf({ notes: [...notes], figures: [...drawings] })),
  )
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

  it('draws figures beside notes, never furniture, and keeps one record’s props while it only moves', () => {
    const { writer, store, puts, tick } = made()
    const [text = '', ink = ''] = addFigures(writer, [
      { kind: 'text', at: { x: 10, y: 20 }, text: 'Words' },
      { kind: 'ink', pen: 'pen', points: [100, 100, 40, 160] },
    ])
    const backdrop = addBackdrop(writer, { upload: 'u1', box: { x: 0, y: 0, w: 90, h: 90 }, text: '' })
    tick()
    expect(store.get(shapeIdOf(figureKey(text)))).toMatchObject({ x: 10, y: 20, props: { w: 320 } })
    // A stroke's box begins left of its first point.
    expect(store.get(shapeIdOf(figureKey(ink)))).toMatchObject({ x: 37, y: 97, props: { ox: 63, oy: 3 } })
    expect(store.get(shapeIdOf(figureKey(backdrop)))).toBeUndefined()
    puts.mockClear()
    restyleFigures(writer, [text], { color: 'ink' })
    tick()
    expect(store.get(shapeIdOf(figureKey(text)))).toMatchObject({ x: 10 })
  })
})
