import { addFigures, addNotes, BoardReading, NOTE_HEIGHT, NOTE_WIDTH, seedBoard } from '@moot/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import '../../text/inside.ts'
import { arrowTargets, endAt, searchTargets } from './arrowTargets.ts'
import { placeFor } from './placeFor.ts'

function board() {
  const doc = new Y.Doc()
  const section = (title: string, x: number) => ({ tag: 'keep', title, prompt: '', x, y: 0, w: 800, h: 600 })
  seedBoard(
    doc,
    { template: 'columns', regions: [section('Keep', 0), section('Drop', 900)], furniture: [] },
    'seed',
  )
  const reading = new BoardReading(doc)
  let count = 0
  const writer = { board: reading, person: 'ama', now: () => 1, newId: () => `i${(count += 1)}`, origin: {} }
  return { reading, writer }
}

test('an arrow may begin and end at notes, texts, outlines and pictures, found by any of their words', () => {
  const { reading, writer } = board()
  const [note = ''] = addNotes(writer, [{ text: 'Café in the morning', region: 'r1' }])
  const [text = ''] = addFigures(writer, [
    { kind: 'text', at: { x: 0, y: 300 }, text: 'Our rules', region: 'r2' },
    { kind: 'ink', pen: 'pen', points: [0, 0, 5, 5], region: 'r2' },
  ])
  const targets = arrowTargets(reading)
  expect(targets.map(({ on }) => on.id)).toEqual([note, text])
  expect(searchTargets(targets, 'cafe MORN').map(({ on }) => on.id)).toEqual([note])
  expect(searchTargets(targets, 'drop').map(({ on }) => on.id)).toEqual([text])
  expect(searchTargets(targets, ' ')).toHaveLength(2)
  expect(endAt(reading, { root: 'notes', id: 'never' })).toBeUndefined()
  const at = reading.notes.get(note)
  expect(endAt(reading, { root: 'notes', id: note })).toMatchObject({
    x: (at?.x ?? 0) + NOTE_WIDTH / 2,
    y: (at?.y ?? 0) + NOTE_HEIGHT / 2,
  })
})

test('what is added by menu covers nothing while its section has room, and lies in it', () => {
  const { reading, writer } = board()
  addNotes(
    writer,
    Array.from({ length: 5 }, (_, index) => ({ text: `Note ${index}`, region: 'r1' })),
  )
  const boxes: ReturnType<typeof placeFor>[] = []
  for (let index = 0; index < 3; index += 1) {
    const box = placeFor(reading, 'r1', 240, 80)
    addFigures(writer, [{ kind: 'shape', form: 'rectangle', box }])
    boxes.push(box)
  }
  const used = [...reading.notes.values()].map(({ x, y }) => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT }))
  const meets = (a: (typeof used)[number], b: (typeof used)[number]): boolean =>
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
  boxes.forEach((box, index) => {
    for (const other of [...used, ...boxes.slice(index + 1)]) expect(meets(box, other)).toBe(false)
  })
  for (const figure of reading.drawings.values())
    if (figure.kind === 'shape') expect(figure).toMatchObject({ region: 'r1' })
  // No section, and a full one: still some place.
  expect(placeFor(reading, null, 100, 100)).toMatchObject({ w: 100, h: 100 })
  addNotes(
    writer,
    Array.from({ length: 80 }, (_, index) => ({ text: `More ${index}`, region: 'r1' })),
  )
  const late = placeFor(reading, 'r1', 240, 80)
  expect(Number.isFinite(late.x + late.y)).toBe(true)
})
