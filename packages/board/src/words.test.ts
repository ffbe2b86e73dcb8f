import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdit, caretAfter, cut, editBetween, notesFromPaste } from './words.ts'

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '🙂', '🙃', 'é', '\n'), maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

function wordsWith(value: string): Y.Text {
  const words = new Y.Doc().getText('words')
  words.insert(0, value)
  return words
}

describe('the edit between two texts', () => {
  it('[B-50] turns one into the other, wherever the caret is', () => {
    fc.assert(
      fc.property(text, text, fc.nat(20), (before, after, caret) => {
        const edit = editBetween(before, after, caret)
        if (before === after) {
          expect(edit).toBeNull()
          return
        }
        const words = wordsWith(before)
        if (edit) applyEdit(words, edit, null)
        expect(words.toString()).toBe(after)
      }),
      { numRuns: 1_000 },
    )
  })

  it('[B-51] never tears a surrogate pair', () => {
    fc.assert(
      fc.property(text, text, fc.nat(20), (before, after, caret) => {
        const edit = editBetween(before, after, caret)
        if (edit === null) return
        const parts = [
          before.slice(0, edit.index),
          before.slice(edit.index, edit.index + edit.remove),
          edit.insert,
        ]
        for (const part of parts) expect(part).not.toMatch(/\p{Surrogate}/u)
      }),
      { numRuns: 1_000 },
    )
  })

  it('[B-52] among repeated letters is where the caret is', () => {
    expect(editBetween('aaa', 'aaaa', 1)).toEqual({ index: 0, remove: 0, insert: 'a' })
    expect(editBetween('aaa', 'aaaa', 3)).toEqual({ index: 2, remove: 0, insert: 'a' })
    expect(editBetween('aaaa', 'aaa', 1)).toEqual({ index: 1, remove: 1, insert: '' })
    expect(editBetween('🙂🙂', '🙂🙃🙂', 4)).toEqual({ index: 2, remove: 0, insert: '🙃' })
  })

  it('[B-53] half a letter typed or pasted becomes the same on every replica', () => {
    const words = wordsWith('ab')
    applyEdit(words, { index: 1, remove: 0, insert: '\ud83d' }, null)
    const copy = new Y.Doc()
    if (words.doc) Y.applyUpdate(copy, Y.encodeStateAsUpdate(words.doc))
    expect(copy.getText('words').toString()).toBe(words.toString())
    expect(cut('ab🙂', 3)).toBe('ab')
    expect(cut('ab🙂', 4)).toBe('ab🙂')
  })
})

describe('a caret', () => {
  it('[B-54] stays between the same letters when somebody else types', () => {
    fc.assert(
      fc.property(text, fc.nat(20), fc.nat(20), fc.nat(4), text, (value, at, index, remove, insert) => {
        const words = wordsWith(value)
        const caret = at % (value.length + 1)
        const from = index % (value.length + 1)
        const count = Math.min(remove, value.length - from)
        let moved = caret
        words.observe((event) => {
          moved = caretAfter(caret, event.delta)
        })
        applyEdit(words, { index: from, remove: count, insert }, null)
        expect(moved).toBeGreaterThanOrEqual(0)
        expect(moved).toBeLessThanOrEqual(words.length)
        if (from + count < caret) expect(words.toString().slice(moved)).toBe(value.slice(caret))
        if (from > caret) expect(moved).toBe(caret)
      }),
    )
  })
})

describe('notes from what was pasted', () => {
  it.each([
    ['several lines', 'one\ntwo\r\nthree\rfour', ['one', 'two', 'three', 'four']],
    ['blank lines and bullets', '• one\n\n  - two\n* three\n–\tfour\n-\n', ['one', 'two', 'three', 'four']],
    ['a minus that is no bullet', '-5 degrees\n- five', ['-5 degrees', 'five']],
    ['rows of a spreadsheet', 'a\tb\nc\t\td\n\t\n', ['a / b', 'c / d']],
    ['cells with line breaks', 'one\n"two\nlines"\nthree', ['one', 'two\nlines', 'three']],
    [
      'a cell with quotes and a line break',
      '"she said ""no""\nand left"\tx',
      ['she said "no"\nand left / x'],
    ],
    [
      'quotes that somebody typed',
      '"Hello," she said\n"quoted"\n"open\tcell',
      ['"Hello," she said', '"quoted"', '"open / cell'],
    ],
    ['nothing', ' \n\t\n', []],
    ['a character that no text may hold', 'a\u0000b', ['ab']],
  ])('[B-55] %s', (_what, pasted, notes) => {
    expect(notesFromPaste(pasted)).toEqual(notes)
  })

  it('[B-55] loses no letters of plain lines', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '"', '/', '🙂'),
      minLength: 1,
      maxLength: 10,
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const trimmed = lines.map((each) => each.trim()).filter((each) => each !== '')
        // A quote that opens at the start of one line and closes at the end of a later one is a cell of a spreadsheet.
        fc.pre(!lines.some((each) => each.startsWith('"')))
        expect(notesFromPaste(lines.join('\n'))).toEqual(trimmed)
      }),
    )
  })

  it('[B-56] takes no time to speak of on a megabyte of quotes', () => {
    expect(notesFromPaste('"a\n'.repeat(50_000)).length).toBeGreaterThan(0)
  })
})
