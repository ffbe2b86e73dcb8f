import {
  addFigures,
  addNotes,
  BoardReading,
  clearBoard,
  mergeNotes,
  removeFigures,
  removeNotes,
} from '@moot/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { binItems, hiddenItems, idsIn } from './binned.ts'

let at = 1_000_000
const writerOf = (board: BoardReading, person: string) => ({
  board,
  person,
  now: () => (at += 1),
  newId: () => `${person}${(at += 1)}`,
  origin: {},
})
const stroke = { kind: 'ink', pen: 'pen', points: [0, 0, 10, 10] } as const
const text = { kind: 'text', at: { x: 0, y: 0 }, text: 'Words' } as const

test('what went together is one line of the Bin, newest first, and comes back together', () => {
  const board = new BoardReading(new Y.Doc())
  const ama = writerOf(board, 'ama')
  const bo = writerOf(board, 'bo')
  const strokes = addFigures(ama, [stroke, stroke, stroke, stroke])
  const [words] = addFigures(ama, [text])
  const [note] = addNotes(ama, [{ text: 'A note' }])
  removeFigures(ama, strokes.slice(0, 2))
  at += 60_000
  removeFigures(bo, strokes.slice(2, 3))
  at += 60_000
  clearBoard(bo)
  expect(
    binItems(board)
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual(['figure', 'figure', 'figure', 'note', 'strokes'])
  expect(binItems(board).at(-1)).toMatchObject({ kind: 'strokes', inks: [{}, {}] })
  expect(idsIn(binItems(board))).toEqual({
    notes: [note],
    figures: expect.arrayContaining([...strokes, words]),
  })
})

test('what a facilitator hid is apart, and merged notes are in the Bin', () => {
  const board = new BoardReading(new Y.Doc())
  const ama = writerOf(board, 'ama')
  const [first = '', second = '', third = ''] = addNotes(ama, [
    { text: 'One' },
    { text: 'Two' },
    { text: 'Three' },
  ])
  const [words = ''] = addFigures(ama, [text])
  mergeNotes(ama, [first, second])
  removeNotes(ama, [third], 'hidden')
  removeFigures(ama, [words], 'hidden')
  expect(binItems(board)).toMatchObject([{ kind: 'note', note: { id: second, gone: { how: 'merged' } } }])
  expect(idsIn(hiddenItems(board))).toEqual({ notes: [third], figures: [words] })
})
