import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOTE_COLORS, notesFromPaste } from '@moot/board'
import { linesOf, packNotes, unpackNotes } from './clipboard.ts'

describe('copied notes', () => {
  it('keep words and colours among our own, whatever the words', () => {
    const note = fc.record({ text: fc.string(), color: fc.constantFrom(...NOTE_COLORS) })
    fc.assert(
      fc.property(fc.array(note, { minLength: 1, maxLength: 20 }), (notes) => {
        expect(unpackNotes(packNotes(notes))).toEqual(notes)
      }),
    )
  })

  it('are one line each for other programs', () => {
    expect(linesOf([{ text: 'one\n two' }, { text: ' ' }, { text: 'three' }])).toBe('one two\nthree')
    expect(notesFromPaste(linesOf([{ text: 'one\ntwo' }, { text: 'three' }]))).toEqual(['one two', 'three'])
  })

  it('are refused where somebody else wrote them', () => {
    for (const packed of ['', '{}', '[]', '[1,null]', 'null', '[{"text":5}]', '{"length":3}']) {
      expect(unpackNotes(packed)).toBeNull()
    }
    expect(unpackNotes('[{"text":"a","color":"black"}]')).toEqual([{ text: 'a', color: 'lemon' }])
  })
})
