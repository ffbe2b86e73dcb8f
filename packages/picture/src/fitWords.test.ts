import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOTE_WIDTH, widthOf } from '@moot/board'
import { endWithDots, fitWords, NOTE_PAD_X, WORD_SIZES, WORDS_SHOWN_MAX } from './fitWords.ts'

describe('C-14 words fit by counting', () => {
  it('gives few words the largest size and many the smallest, then cuts', () => {
    expect(fitWords('Trust')).toMatchObject({ size: 20, lines: ['Trust'] })
    expect(fitWords('Targets that make people game the numbers').size).toBe(20)
    expect(fitWords('word '.repeat(20)).size).toBeLessThan(20)
    expect(fitWords('word '.repeat(100))).toMatchObject({ size: 12, clipped: true })
    expect(fitWords('x'.repeat(WORDS_SHOWN_MAX))).toMatchObject({ clipped: true })
  })

  it('ends in dots where not all is shown', () => {
    expect(fitWords('word '.repeat(100)).lines.at(-1)).toMatch(/…$/)
    expect(fitWords('x'.repeat(WORDS_SHOWN_MAX)).lines.at(-1)).toMatch(/…$/)
    expect(endWithDots('👩‍👩‍👧‍👧👩‍👩‍👧‍👧', 1_000, 12)).toBe('👩‍👩‍👧‍👧👩‍👩‍👧‍👧…')
    expect(endWithDots('wide words', 1, 12)).toBe('…')
  })

  it('breaks words that are wider than a note, and counts line breaks', () => {
    expect(fitWords('M'.repeat(60)).size).toBeLessThan(20)
    expect(fitWords('a\nb\nc\nd\ne').size).toBeLessThan(20)
    expect(fitWords('\n'.repeat(20)).clipped).toBe(true)
  })

  it('never gives more words more room, and answers the same when asked again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 50 }), (words, more) => {
        const one = fitWords(words)
        const both = fitWords(`${words} ${more}`)
        expect(WORD_SIZES).toContain(one.size)
        expect(both.size).toBeLessThanOrEqual(one.size)
        expect(fitWords(words)).toEqual(one)
      }),
    )
  })

  it('gives lines that no card is too narrow for, and loses no letter of words that it shows whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (words) => {
        const { lines, size, clipped } = fitWords(words)
        for (const line of lines) expect(widthOf(line, size)).toBeLessThanOrEqual(NOTE_WIDTH - 2 * NOTE_PAD_X)
        if (!clipped) expect(lines.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''))
      }),
    )
  })
})
