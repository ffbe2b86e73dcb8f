import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitWords, WORD_SIZES, WORDS_SHOWN_MAX } from './fitWords.ts'

describe('C-14 words fit by counting', () => {
  it('gives few words the largest size and many the smallest, then cuts', () => {
    expect(fitWords('Trust').size).toBe(20)
    expect(fitWords('Targets that make people game the numbers').size).toBe(20)
    expect(fitWords('word '.repeat(20)).size).toBeLessThan(20)
    expect(fitWords('word '.repeat(100))).toMatchObject({ size: 12, clipped: true })
    expect(fitWords('x'.repeat(WORDS_SHOWN_MAX))).toMatchObject({ clipped: true })
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
})
