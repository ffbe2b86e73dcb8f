import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  addFigures,
  addNotes,
  BoardReading,
  removeFigures,
  removeNotes,
  seedBoard,
  visibleFigures,
} from '@moot/board'
import type { ReadableBoard } from '@moot/board'
import { notesCsv } from './csv.ts'
import { writeUpMarkdown } from './markdown.ts'
import { plainText } from './plainText.ts'
import { anyBoard } from './testing/boards.ts'
import { writeUp } from './writeUp.ts'
import type { WriteUp } from './writeUp.ts'

const of = (board: ReadableBoard): WriteUp =>
  writeUp({ title: 'Title', question: '', boards: [{ id: 'b', title: 'Board', board }] })

function aBoard(): { board: BoardReading; writer: Parameters<typeof addNotes>[0] } {
  const board = new BoardReading(new Y.Doc())
  seedBoard(
    board.doc,
    {
      template: 'columns',
      regions: [
        { tag: '', title: 'Left', prompt: '', x: 0, y: 0, w: 600, h: 900 },
        { tag: 'next', title: 'Next steps', prompt: '', x: 700, y: 0, w: 600, h: 900 },
      ],
      furniture: [],
    },
    null,
  )
  let count = 0
  const newId = (): string => `id${(count += 1)}`
  return { board, writer: { board, person: 'p1', now: () => 1, newId, origin: {} } }
}
const box = { x: 100, y: 100, w: 100, h: 50 }
const at = { x: 0, y: 0 }

it('[WU-11] every drawing in sight is there or counted, and nothing else', () => {
  fc.assert(
    fc.property(anyBoard, (board) => {
      const value = of(board)
      const visible = visibleFigures(board.drawings)
      expect(value.drawings).toBe(visible.length)
      const ids = value.boards
        .flatMap((each) => each.sections)
        .flatMap((section) => section.drawings)
        .map((each) => each.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of ids) expect(visible.map((figure) => figure.id)).toContain(id)
      for (const figure of visible)
        if (figure.kind !== 'ink' && figure.text.trim() !== '') expect(ids).toContain(figure.id)
    }),
  )
})

it('[WU-11] drawings read like this, and change neither the figures nor the table', () => {
  const { board, writer } = aBoard()
  const [why = '', how = ''] = addNotes(writer, [
    { text: 'Why we meet', region: 'r1' },
    { text: 'How\nwe meet', region: 'r1' },
  ])
  const before = of(board)
  addFigures(writer, [
    { kind: 'text', at: box, text: 'Two *worlds*' },
    { kind: 'shape', form: 'ellipse', box, text: 'Ours' },
    { kind: 'picture', upload: 'u1', box, text: 'The old hall' },
    { kind: 'picture', upload: 'u2', box, text: '' },
    {
      kind: 'arrow',
      start: { ...at, on: { root: 'notes', id: why } },
      end: { ...at, on: { root: 'notes', id: how } },
      text: 'leads to',
      region: 'r1',
    },
    { kind: 'arrow', start: { ...at, on: { root: 'notes', id: why } }, end: box, region: 'r1' },
    { kind: 'arrow', start: box, end: { x: 200, y: 200 }, text: 'this way' },
    { kind: 'arrow', start: box, end: { x: 200, y: 200 } },
    { kind: 'ink', pen: 'pen', points: [100, 100] },
    { kind: 'ink', pen: 'pen', points: [800, 100] },
  ])
  const value = of(board)
  expect(writeUpMarkdown(value)).toBe(
    [
      '# Title',
      '## Left',
      '- *Why we meet*\n- *How / we meet*',
      '### Drawings',
      [
        '- *Two \\*worlds\\**',
        '- *Ours*',
        '- Picture: *The old hall*',
        '- \\[picture without a description\\]',
        '- *Why we meet* → *How we meet*: *leads to*',
        '- *Why we meet* → …',
        '- *this way*',
      ].join('\n'),
      '2 more drawings without words.',
      '## Next steps',
      '### Drawings',
      '1 drawing without words.',
      '2 notes: 0 in 0 themes, 2 others, 0 parked.\n',
    ].join('\n\n'),
  )
  expect(plainText(value)).toContain(
    [
      'Drawings',
      '– Two *worlds*',
      '– Ours',
      '– Picture: The old hall',
      '– [picture without a description]',
      '– Why we meet → How we meet: leads to',
      '– Why we meet → …',
      '– this way',
      '2 more drawings without words.',
    ].join('\n'),
  )
  expect(value.tally).toEqual(before.tally)
  expect(notesCsv(value)).toBe(notesCsv(before))
})

it('[WU-12] what is hidden or deleted is not told by an arrow either', () => {
  const { board, writer } = aBoard()
  const [secret = '', open = ''] = addNotes(writer, [{ text: 'SECRET' }, { text: 'open' }])
  const [rude = ''] = addFigures(writer, [{ kind: 'text', at, text: 'RUDE' }])
  addFigures(writer, [
    {
      kind: 'arrow',
      start: { ...at, on: { root: 'notes', id: secret } },
      end: { ...at, on: { root: 'notes', id: open } },
    },
    {
      kind: 'arrow',
      start: { ...at, on: { root: 'drawings', id: rude } },
      end: { ...at, on: { root: 'notes', id: secret } },
    },
  ])
  removeNotes(writer, [secret], 'hidden')
  removeFigures(writer, [rude])
  const value = of(board)
  for (const text of [writeUpMarkdown(value), plainText(value), JSON.stringify(value)]) {
    expect(text).not.toContain('SECRET')
    expect(text).not.toContain('RUDE')
  }
  expect(plainText(value)).toContain('… → open')
  expect(value.drawings).toBe(2)
})
