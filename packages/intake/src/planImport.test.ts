import { BoardReading, NOTE_TEXT_MAX, outline } from '@moot/board'
import type { Writer } from '@moot/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ImportChoices, ImportPlan } from './planImport.ts'
import { importNotes, planImport } from './planImport.ts'
import { readTable } from './readTable.ts'

const sections = [
  { id: 'r1', title: 'Keep doing' },
  { id: 'r2', title: 'Stop' },
]
const choices: ImportChoices = { hasHeader: true, columns: { note: 0, theme: 1 }, sections, region: 'r1' }

function planOf(text: string, more: Partial<ImportChoices> = {}): ImportPlan {
  const read = readTable(text)
  if (!read.ok) throw new Error(read.code)
  return planImport(read.table, { ...choices, ...more })
}

function writerOf(client = 7): Writer {
  const doc = new Y.Doc()
  doc.clientID = client
  let made = 0
  return {
    board: new BoardReading(doc),
    person: `p${client}`,
    now: () => 1_700_000_000_000,
    newId: () => `i${client}x${(made += 1)}`,
    origin: {},
  }
}

describe('the plan of an import', () => {
  it('[IN-12] keeps words exactly, and says which rows are left out and why', () => {
    const plan = planOf(
      `note,theme\n" two\n  lines ",A\n,A\n${'x'.repeat(NOTE_TEXT_MAX + 1)},B\nlast, A \nno theme,\n`,
    )
    expect(plan.notes).toEqual([
      { text: ' two\n  lines ', theme: 'A', region: 'r1' },
      { text: 'last', theme: ' A ', region: 'r1' },
      { text: 'no theme', theme: '', region: 'r1' },
    ])
    expect(plan.themes).toEqual(['A'])
    expect(plan.skipped).toEqual([
      { row: 3, reason: 'no_note' },
      { row: 4, reason: 'too_long' },
    ])
    expect(plan.problems).toEqual([])
  })

  it('[IN-13] finds sections by title; unknown ones become none and are named, as are unknown colours', () => {
    const plan = planOf(
      'note,section,colour,theme\na, keep  DOING,Mint,\nb,Nowhere,teal,\nc,,yellow,\nd,Stop,,T\ne,Keep doing,,T\n',
      { columns: { note: 0, section: 1, color: 2, theme: 3 }, region: 'r2' },
    )
    expect(plan.notes.map(({ text, region, color }) => [text, region, color])).toEqual([
      ['a', 'r1', 'mint'],
      ['b', null, undefined],
      ['c', 'r2', 'lemon'],
      ['d', 'r2', undefined],
      ['e', 'r1', undefined],
    ])
    expect(plan.themes).toEqual(['T', 'T'])
    expect(plan.problems).toEqual([
      { code: 'unknown_section', rows: [3], values: ['Nowhere'] },
      { code: 'unknown_color', rows: [3], values: ['teal'] },
    ])
  })

  it('[IN-13] a theme too long for a title is named by its row', () => {
    expect(planOf(`note,theme\na,${'t'.repeat(301)}\n`).problems).toEqual([
      { code: 'long_theme', rows: [2], values: [] },
    ])
  })

  it('[IN-14] is carried out as it is, or not at all', () => {
    const writer = writerOf()
    const plan = planOf('note,theme\na,T\nb,U\nc,T\n', { region: null })
    expect(importNotes(writer, plan)).toMatchObject({ ok: true, newThemes: 2 })
    expect(
      outline(writer.board)[0]?.themes.map(({ theme, notes }) => [
        theme.title,
        ...notes.map(({ text }) => text),
      ]),
    ).toEqual([
      ['T', 'a', 'c'],
      ['U', 'b'],
    ])
    const many = Array.from({ length: 5_001 }, () => ({ text: 'x', theme: '', region: null }))
    let updates = 0
    writer.board.doc.on('update', () => (updates += 1))
    expect(importNotes(writer, { notes: many })).toEqual({ ok: false, code: 'too_many_notes' })
    expect(importNotes(writer, { notes: [] })).toEqual({ ok: false, code: 'nothing' })
    expect(updates).toBe(0)
  })

  it('[IN-14] a board that is full takes nothing', () => {
    const writer = writerOf()
    const many = Array.from({ length: 5_000 }, (_, index) => ({ text: `${index}`, theme: '', region: null }))
    for (let round = 0; round < 4; round += 1) expect(importNotes(writer, { notes: many }).ok).toBe(true)
    expect(importNotes(writer, { notes: many.slice(0, 1) })).toEqual({ ok: false, code: 'board_full' })
  })
})
