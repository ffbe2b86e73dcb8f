/** What a write-up says of a note besides its words: where it is from, and that it came late. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNotes, BoardReading, seedBoard } from '@moot/board'
import type { Origin } from '@moot/board'
import { notesCsv, readCsv, themesCsv } from './csv.ts'
import { writeUpMarkdown } from './markdown.ts'
import { plainText } from './plainText.ts'
import { writeUp } from './writeUp.ts'
import type { WriteUp } from './writeUp.ts'

describe('promoted notes', () => {
  const doc = new Y.Doc()
  seedBoard(doc, { template: 'blank', regions: [], furniture: [] }, 'server')
  const board = new BoardReading(doc)
  const writer = { board, person: 'ama', now: () => 1, newId: () => `n${(made += 1)}`, origin: {} }
  let made = 0
  addNotes(writer, [
    { text: 'from a space', from: { board: 'room', item: 'original' } },
    { text: 'a plain copy', from: { board: 'other', item: 'x' } },
    { text: 'from here', from: { board: 'main', item: 'y' } },
  ])
  const value = writeUp({
    title: 'Title',
    question: '',
    boards: [{ id: 'main', title: 'Main', board }],
    originOf: (of) => (of === 'room' ? 'R1·3 Leadership' : of === 'main' ? 'R1·1' : ''),
  })

  it('[WU-13] say which space they are from, on every form, and others say nothing', () => {
    expect(writeUpMarkdown(value)).toContain(
      '- *from a space* \\[from R1·3 Leadership\\]\n- *a plain copy*\n',
    )
    expect(plainText(value)).toContain('• from a space [from R1·3 Leadership]\n• a plain copy\n• from here\n')
    const [head = [], ...rows] = readCsv(notesCsv(value))
    const at = head.indexOf('promoted_from')
    expect(rows.map((row) => row[at])).toEqual(['original', '', ''])
  })
})

describe('notes that were written after their round', () => {
  const board = new BoardReading(new Y.Doc())
  let [made, now] = [0, 0]
  const origin = {}
  const writer = { board, person: 'ama', now: () => now, newId: () => `n${(made += 1)}`, origin }
  const at = (created: number, text: string, from: Origin | null = null): void => {
    now = created
    addNotes(writer, [{ text, from }])
  }
  at(500, 'at the end')
  at(501, 'late')
  at(502, 'late from elsewhere', { board: 'room', item: 'x' })
  const valueOf = (over: number): WriteUp =>
    writeUp({
      title: 'Title',
      question: '',
      boards: [{ id: 'main', title: 'Main', board }],
      originOf: () => 'R1·3 Leadership',
      overOf: (of) => (of === 'main' ? over : 0),
    })

  it('[WU-15] say so on every form, and count as all others', () => {
    const value = valueOf(500)
    expect(writeUpMarkdown(value)).toContain(
      '- *at the end*\n- *late* \\[after the round\\]\n- *late from elsewhere* \\[from R1·3 Leadership\\] \\[after the round\\]\n',
    )
    expect(plainText(value)).toContain(
      '• at the end\n• late [after the round]\n• late from elsewhere [from R1·3 Leadership] [after the round]\n',
    )
    const [head = [], ...rows] = readCsv(notesCsv(value))
    expect(rows.map((row) => row[head.indexOf('after_round')])).toEqual(['', 'yes', 'yes'])
    expect(themesCsv(value)).not.toContain('after the round')
    expect(value.tally.notes).toBe(3)
  })

  it('[WU-15] on a board of no round none is late', () => {
    for (const form of [writeUpMarkdown, plainText])
      expect(form(valueOf(Number.POSITIVE_INFINITY))).not.toContain('after the round')
  })
})
