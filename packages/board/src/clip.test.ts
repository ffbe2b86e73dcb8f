import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { packClip, pasteClip, readClip } from './clip.ts'
import { duplicateItems } from './copies.ts'
import { arrowLine, isFigure } from './figureGeometry.ts'
import { setArrow } from './figureOperations.ts'
import type { Arrow } from './figures.ts'
import { addFigures } from './newFigures.ts'
import { addNotes, addTheme } from './operations.ts'
import { byStack } from './order.ts'
import { seedBoard } from './seed.ts'
import type { Replica } from './testing/people.ts'
import { makeReplica, SEED } from './testing/people.ts'

function boardOf(name: string, client: number): Replica {
  const replica = makeReplica(name, client)
  seedBoard(replica.doc, SEED, 'server')
  return replica
}

/** A note in a filled rectangle, an arrow from it to another note, a stroke, a picture. */
function somethingOn({ writer }: Replica): { notes: string[]; figures: string[] } {
  const outlines = addFigures(writer, [
    { kind: 'shape', form: 'rectangle', box: { x: 10, y: 70, w: 300, h: 300 }, fill: true, text: 'Ours' },
  ])
  const notes = addNotes(writer, [
    { text: 'one', color: 'rose', at: { x: 40, y: 100 } },
    { text: 'two', at: { x: 700, y: 100 } },
  ])
  const [one = '', two = ''] = notes
  const others = addFigures(writer, [
    {
      kind: 'arrow',
      start: { x: 40, y: 100, on: { root: 'notes', id: one }, at: [0.5, 0.5] },
      end: { x: 700, y: 100, on: { root: 'notes', id: two }, at: [0.25, 0.5] },
      text: 'so',
      color: 'red',
    },
    { kind: 'ink', pen: 'highlighter', points: [100, 100, 120.5, 130, 90, 140], size: 'l' },
    { kind: 'picture', upload: 'u1', box: { x: 400, y: 400, w: 200, h: 100 }, text: 'a cat' },
    { kind: 'text', at: { x: 50, y: 500 }, text: 'words' },
  ])
  return { notes, figures: [...outlines, ...others] }
}

function arrowOn({ board }: Replica, id?: string): Arrow {
  for (const each of board.drawings.values())
    if (each.kind === 'arrow' && (id === undefined || each.id === id)) return each
  throw new Error('no arrow')
}

const here = { workshop: 'w1', board: 'b1' }
const clean = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

it('[B-71] a clip comes through JSON as it was', () => {
  const a = boardOf('ama', 11)
  const ids = somethingOn(a)
  const clip = packClip(a.board, here, ids)
  expect(clip).toMatchObject({ ...here, left: 0 })
  expect(clip.notes).toHaveLength(2)
  expect(clip.figures).toHaveLength(5)
  expect(clean(readClip(clean(clip)))).toEqual(clean(clip))
})

it('[B-72] what is pasted lies as it did, arrows stuck to the copies, in one step of undo', () => {
  const a = boardOf('ama', 11)
  const clip = packClip(a.board, here, somethingOn(a))
  const b = boardOf('bo', 12)
  addNotes(b.writer, [{ text: 'there', at: { x: 0, y: 0 } }])
  b.undo.checkpoint()
  const made = pasteClip(b.writer, clip, { workshop: 'w1', board: 'b2' })
  expect(made.left).toBe(0)
  const [one, two] = made.notes.map((id) => b.board.notes.get(id))
  expect(one).toMatchObject({
    by: 'bo',
    source: 'copied',
    text: 'one',
    color: 'rose',
    x: 40,
    y: 100,
    region: 'r1',
    from: { board: 'b1', item: clip.notes[0]?.id },
  })
  expect(two).toMatchObject({ text: 'two', region: 'r2' })
  const figures = clip.figures.map((each, index) => {
    const figure = b.board.drawings.get(made.figures[index] ?? '')
    expect(figure).toMatchObject({ kind: each.kind, by: 'bo', from: { board: 'b1', item: each.id } })
    return figure
  })
  expect(figures.find((each) => each?.kind === 'arrow')).toMatchObject({
    start: { on: { root: 'notes', id: made.notes[0] }, at: [0.5, 0.5] },
    end: { on: { root: 'notes', id: made.notes[1] }, at: [0.25, 0.5] },
    text: 'so',
    color: 'red',
  })
  expect(figures.find((each) => each?.kind === 'ink')).toMatchObject({
    x: 100,
    y: 100,
    points: [0, 0, 20.5, 30, -10, 40],
    pen: 'highlighter',
    size: 'l',
  })
  // The rectangle lies below the notes in it, and all of it above what was there.
  const pile = [
    ...b.board.notes.values(),
    ...figures.flatMap((each) => (each && isFigure(each) ? [each] : [])),
  ]
    .toSorted(byStack)
    .map((each) => ('text' in each ? each.text : each.kind))
  expect(pile).toEqual(['there', 'Ours', 'one', 'two', 'so', 'ink', 'a cat', 'words'])
  b.undo.undo()
  for (const id of made.notes) expect(b.board.notes.get(id)?.gone?.how).toBe('undone')
  for (const id of made.figures) expect(b.board.drawings.get(id)).toMatchObject({ gone: { how: 'undone' } })
  expect([...b.board.notes.values()].filter((note) => note.gone === null)).toHaveLength(1)
})

it('[B-72] pasted over itself it moves aside; `near` is its middle; notes alone take free places of a section', () => {
  const a = boardOf('ama', 11)
  const ids = somethingOn(a)
  const clip = packClip(a.board, here, ids)
  const again = pasteClip(a.writer, clip, here)
  expect(a.board.notes.get(again.notes[0] ?? '')).toMatchObject({ x: 64, y: 124 })
  const third = pasteClip(a.writer, clip, here)
  expect(a.board.notes.get(third.notes[0] ?? '')).toMatchObject({ x: 88, y: 148 })
  const note = packClip(a.board, here, { notes: ids.notes.slice(0, 1), figures: [] })
  const near = pasteClip(a.writer, note, { ...here, near: { x: 2000, y: 2000 } })
  expect(a.board.notes.get(near.notes[0] ?? '')).toMatchObject({ x: 1910, y: 1930, region: null })
  const filed = pasteClip(a.writer, packClip(a.board, here, { ...ids, figures: [] }), {
    ...here,
    region: 'r2',
  })
  expect(filed.notes.map((id) => a.board.notes.get(id)?.region)).toEqual(['r2', 'r2'])
})

it('[B-72] `isClear`: the whole of it goes right of what is there, or below, whichever is nearer', () => {
  const a = boardOf('ama', 12)
  addNotes(a.writer, [{ text: 'there', color: 'sky', at: { x: 1000, y: 1000 } }])
  const [there] = a.board.notes.keys()
  const clip = packClip(a.board, here, { notes: [there ?? ''], figures: [] })
  const pasted = (near?: { x: number; y: number }) => {
    const made = pasteClip(a.writer, clip, {
      ...here,
      ...(near === undefined ? {} : { near }),
      isClear: true,
    })
    return a.board.notes.get(made.notes[0] ?? '')
  }
  expect(pasted({ x: 3090, y: 3070 })).toMatchObject({ x: 3000, y: 3000 })
  // Over itself: below is nearer than right, then right nearer than below both.
  expect(pasted()).toMatchObject({ x: 1000, y: 1148 })
  expect(pasted()).toMatchObject({ x: 1188, y: 1000 })
  expect(pasted({ x: 1030, y: 1220 })).toMatchObject({ x: 940, y: 1296 })
})

it('[B-73] another workshop gets no pictures and no origin, and is told how many were left', () => {
  const a = boardOf('ama', 11)
  const clip = packClip(a.board, here, somethingOn(a))
  const b = boardOf('bo', 12)
  const made = pasteClip(b.writer, clip, { workshop: 'w2', board: 'b1' })
  expect(made.left).toBe(1)
  expect(made.figures).toHaveLength(4)
  expect(b.board.notes.get(made.notes[0] ?? '')?.from).toBeNull()
  expect([...b.board.drawings.values()].some((each) => each.kind === 'picture')).toBe(false)
})

it('[B-73] an arrow to what is not in the clip ends where it was drawn', () => {
  const a = boardOf('ama', 11)
  const ids = somethingOn(a)
  const arrow = arrowOn(a)
  const line = arrowLine(a.board, arrow)
  const b = boardOf('bo', 12)
  const clip = packClip(a.board, here, { notes: ids.notes.slice(0, 1), figures: [arrow.id] })
  const made = pasteClip(b.writer, clip, { workshop: 'w1', board: 'b2' })
  const copy = arrowOn(b, made.figures[0])
  expect(copy).toMatchObject({ start: { on: { id: made.notes[0] } }, end: { on: null } })
  expect(copy.x + copy.end.x).toBeCloseTo(line.end.x, 0)
  expect(copy.y + copy.end.y).toBeCloseTo(line.end.y, 0)
})

it('[B-74] reading a clip never throws, and what is read can be pasted', () => {
  const figure = fc.record(
    {
      id: fc.oneof(fc.string({ minLength: 1, maxLength: 3 }), fc.anything()),
      kind: fc.constantFrom('ink', 'text', 'arrow', 'shape', 'picture', 'curve'),
      z: fc.oneof(fc.constant('a0'), fc.anything()),
      ink: fc.oneof(fc.constant('1,2 -3,4 '), fc.anything()),
      text: fc.anything(),
      at: fc.anything(),
      box: fc.anything(),
      upload: fc.anything(),
      start: fc.record({
        x: fc.double(),
        y: fc.anything(),
        on: fc.record({ root: fc.constant('notes'), id: fc.string() }),
      }),
      end: fc.anything(),
    },
    { requiredKeys: [] },
  )
  const anyClip = fc.oneof(
    fc.anything(),
    fc.record({
      moot: fc.constant(1),
      workshop: fc.anything(),
      board: fc.anything(),
      left: fc.anything(),
      notes: fc.oneof(
        fc.anything(),
        fc.array(fc.record({ id: fc.string(), text: fc.anything(), x: fc.double(), y: fc.anything() })),
      ),
      figures: fc.oneof(fc.anything(), fc.array(figure)),
    }),
  )
  const { writer, board } = boardOf('ama', 11)
  fc.assert(
    fc.property(anyClip, fc.constantFrom('w1', ''), (value, workshop) => {
      const clip = readClip(value)
      if (clip === null) return
      const made = pasteClip(writer, clip, { workshop, board: 'b2' })
      for (const id of made.notes) expect(board.notes.get(id)).toBeDefined()
      for (const id of made.figures) expect(board.drawings.get(id)).toBeDefined()
      expect(made.notes).toHaveLength(clip.notes.length)
    }),
    { numRuns: 200 },
  )
})

it('[B-75] a clip holds 500 things and says how many more there were; what is too long is cut', () => {
  const a = boardOf('ama', 11)
  const notes = addNotes(
    a.writer,
    Array.from({ length: 520 }, (_, index) => ({ text: `${index}`, at: { x: index, y: 0 } })),
  )
  const clip = packClip(a.board, here, { notes, figures: [] })
  expect(clip.notes).toHaveLength(500)
  expect(clip.left).toBe(20)
  const forged = readClip({ ...clip, notes: [{ ...clip.notes[0], text: 'x'.repeat(50_000) }] })
  expect(forged?.notes[0]?.text).toHaveLength(20_000)
})

it('[B-76] 5,000 notes go out in messages of at most 500, and are one step of undo', () => {
  const { doc, board, writer, undo } = boardOf('ama', 11)
  const sizes: number[] = []
  doc.on('update', (update: Uint8Array) => {
    sizes.push(
      Y.decodeUpdate(update).structs.filter(({ id, length }) => id.client === 11 && length > 0).length,
    )
  })
  addNotes(
    writer,
    Array.from({ length: 5_000 }, (_, index) => ({ text: `note ${index}`, region: 'r1' })),
  )
  expect(sizes).toHaveLength(11)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500 * 8)
  const isInSight = (): number => [...board.notes.values()].filter((note) => note.gone === null).length
  expect(isInSight()).toBe(5_000)
  undo.undo()
  expect(isInSight()).toBe(0)
})

it('[B-77] copies by hand keep section and theme while they stay there, and arrows among themselves', () => {
  const a = boardOf('ama', 11)
  const ids = somethingOn(a)
  const theme = addTheme(a.writer, 'T', ids.notes.slice(0, 1))
  const arrow = arrowOn(a)
  setArrow(a.writer, arrow.id, { end: { x: 5, y: 5, on: { root: 'drawings', id: ids.figures[0] ?? '' } } })
  const near = duplicateItems(a.writer, ids, 20, 20)
  expect(a.board.notes.get(near.notes[0] ?? '')).toMatchObject({ region: 'r1', theme, source: 'copied' })
  expect(a.board.drawings.get(near.figures[1] ?? '')).toMatchObject({
    start: { on: { id: near.notes[0] } },
    end: { on: { root: 'drawings', id: near.figures[0] } },
  })
  const far = duplicateItems(a.writer, ids, 624, 0)
  expect(a.board.notes.get(far.notes[0] ?? '')).toMatchObject({ region: 'r2', theme: null })
})
