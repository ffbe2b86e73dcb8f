/** What the write-up's themes.csv has comes back through an import: the same rows, in the same order. */
import { BoardReading, seedBoard } from '@moot/board'
import type { PlannedNote, Writer } from '@moot/board'
import { addPlanned } from '@moot/board'
import { decodeTable, guessColumns, importNotes, planImport, readTable } from '@moot/intake'
import { readCsv, themesCsv, writeUp } from '@moot/writeup'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'

const SECTION = { tag: 'keep', title: 'Keep', prompt: '', x: 0, y: 0, w: 600, h: 900 }

function emptyBoard(): Writer {
  const doc = new Y.Doc()
  seedBoard(doc, { template: 'test', regions: [SECTION], furniture: [] }, 'server')
  let made = 0
  return {
    board: new BoardReading(doc),
    person: 'ama',
    now: () => 1_700_000_000_000,
    newId: () => `i${(made += 1)}`,
    origin: {},
  }
}

const exported = ({ board }: Writer): string =>
  themesCsv(writeUp({ title: 'w', question: '', boards: [{ id: 'b', title: 'b', board }] }))

/** Reads a file and imports it into a fresh board as the dialog proposes it, section chosen or not. */
function imported(file: string, region: string | null): Writer {
  const writer = emptyBoard()
  const decoded = decodeTable(new TextEncoder().encode(file))
  if (!decoded.ok) throw new Error(decoded.code)
  const read = readTable(decoded.text)
  if (!read.ok) throw new Error(read.code)
  const { table } = read
  const columns = guessColumns(table, table.hasHeader)
  const plan = planImport(table, { hasHeader: table.hasHeader, columns, sections: [], region })
  expect(importNotes(writer, plan)).toMatchObject({ ok: true })
  return writer
}

/** Sixteen notes under four themes with what such tables have: quotes, commas, dashes, line breaks, formulas. */
const LIKE_THE_REAL_ONE: readonly PlannedNote[] = [
  ['Walking every street, eg the long one Who is missing? How do we ask them?', 'Being out there'],
  ['meeting people where they are – not where we are', 'Being out there'],
  ['Trust takes years – and goes in a day', '(Neighbours) trusting each other, and us'],
  ['Small things first: benches, lights, a kettle', '(Neighbours) trusting each other, and us'],
  ['“We never heard back” – say what became of it', '(Neighbours) trusting each other, and us'],
  ['Open the hall/kitchen – free of charge', '(Neighbours) trusting each other, and us'],
  ['Let others ‘own’ it', '(Neighbours) trusting each other, and us'],
  ['Time to think, not only to act', 'Learning: slowly, together'],
  ['From ‘reporting’ to telling – say it (more) plainly', 'Learning: slowly, together'],
  ['Judge by what changed', 'Learning: slowly, together'],
  ['She said "try it", so we did', 'Learning: slowly, together'],
  ['One page\nno more', 'Learning: slowly, together'],
  ['Share the chair – ‘front-row’ seats for newcomers', 'Safe to try: people and places'],
  ['Less fear, more trying, kinder words – how do we back those who try?', 'Safe to try: people and places'],
  ['-10 % paper', 'Safe to try: people and places'],
  ['=fairness', 'Safe to try: people and places'],
].map(([text = '', theme = '']) => ({ text, theme, region: 'r1' }))

describe('import and export', () => {
  it('[IN-15] sixteen notes under four themes come back in their order', () => {
    const first = emptyBoard()
    addPlanned(first, LIKE_THE_REAL_ONE, 'imported')
    const file = exported(first)
    expect(readCsv(file)).toEqual([
      ['note', 'theme'],
      ...LIKE_THE_REAL_ONE.map(({ text, theme }) => [text, theme]),
    ])
    for (const region of ['r1', null]) expect(exported(imported(file, region))).toBe(file)
  })

  it('[IN-15] any notes and themes come back exactly', () => {
    const words = fc.oneof(
      fc.string({
        unit: fc.constantFrom('a', 'b', ',', ';', '\t', '"', '\n', '\r', ' ', "'", '=', '-', '@', '–', '🙂'),
      }),
      fc.string({ unit: 'grapheme' }),
    )
    const note = fc.record({
      text: words.filter((text) => text.trim() !== '' && !text.includes('\0')),
      theme: fc.constantFrom('', 'A', "'A", '=B', 'c,"d"\n', ' e '),
      region: fc.constant('r1'),
    })
    fc.assert(
      fc.property(fc.array(note, { minLength: 1, maxLength: 25 }), (notes) => {
        const first = emptyBoard()
        addPlanned(first, notes, 'imported')
        const file = exported(first)
        expect(exported(imported(file, 'r1'))).toBe(file)
      }),
      { numRuns: 300 },
    )
  })
})
