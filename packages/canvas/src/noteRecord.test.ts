import { describe, expect, it } from 'vitest'
import type { Note } from '@moot/board'
import { noteRecord, sameRecord } from './noteRecord.ts'

const note: Note = {
  id: 'n1',
  by: 'ama',
  via: null,
  created: 1,
  from: null,
  source: 'typed',
  x: 10,
  y: 20,
  z: 'a5',
  text: 'words',
  color: 'sky',
  region: null,
  theme: null,
  order: 'a0',
  gone: null,
  original: null,
}
const still = { dx: 0, dy: 0, z: null, writer: '' }

describe('a note as a record', () => {
  it('is where the note is, and where a hand holds it', () => {
    expect(noteRecord(note, still)).toMatchObject({
      x: 10,
      y: 20,
      index: 'a5',
      props: { words: 'words', color: 'sky' },
    })
    expect(noteRecord(note, { dx: 5, dy: -5, z: 'b05', writer: 'Sam' })).toMatchObject({
      x: 15,
      y: 15,
      props: { writer: 'Sam' },
    })
  })

  it('never carries an order that tldraw refuses, nor megabytes', () => {
    expect(noteRecord({ ...note, z: 'zz' }, still).index).toBe('a0')
    expect(noteRecord({ ...note, text: 'x'.repeat(20_000) }, still).props.words.length).toBeLessThan(1_000)
  })

  it('is the same only where it looks the same', () => {
    const record = noteRecord(note, still)
    expect(sameRecord(record, noteRecord({ ...note, region: 'r1', order: 'b0' }, still))).toBe(true)
    expect(sameRecord(record, noteRecord(note, still, 'from Space 3'))).toBe(false)
    for (const other of [{ x: 11 }, { z: 'a6' }, { text: 'w' }, { color: 'mint' as const }]) {
      expect(sameRecord(record, noteRecord({ ...note, ...other }, still))).toBe(false)
    }
  })
})
