/** What comes of a text that two people write at the same time. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeText } from './mergeText.ts'

/** Words; of scripts without spaces, letters. A mark on a sign belongs to that and begins no word. */
const wordsOf = (text: string): readonly string[] =>
  text.replaceAll(UNSPACED, ' $& ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/gu
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        ' ',
        '\n',
        'buses',
        'now',
        'we',
        'need',
        'more',
        '家',
        '庭',
        '🙂',
        'é',
        'กา',
        '👩‍👩‍👧',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))

describe('two who write one text at once', () => {
  it.each([
    ['in different places', 'We need buses', 'We need more buses', 'Perhaps we need buses', /more buses$/],
    ['at both ends', 'buses', 'cheap buses', 'buses now', /^cheap buses now$/],
    ['the same word', 'We need buses', 'We need trains', 'We need trams', /^We need trams trains$/],
    ['whole lines', 'One\nTwo\nFour', 'One\n2\nFour', 'One\nzwei\nFour', /^One\nzwei\n2\nFour$/],
    ['inside of one word', 'a cat', 'a cart', 'a coat', /^a coat cart$/],
    ['in an empty field', '', 'More buses', 'Fewer cars', /^Fewer cars\nMore buses$/],
    ['that would run into one word', '家庭', '家y', 'x庭', /^x庭\n家y$/],
    ['without spaces between words', '家庭', '家の庭', '大家庭', /^大家の庭$/],
    [
      'one of them only deletes',
      'We need more buses',
      'We need buses',
      'We need more buses now',
      /^We need buses now$/,
    ],
  ])('keep what both wrote: %s', (_, before, theirs, current, expected) => {
    expect(mergeText(before, theirs, current)).toMatch(expected)
  })

  it('keep words that are given again after a lost answer, once', () => {
    expect(mergeText('', 'More buses', 'More buses')).toBe('More buses')
    expect(mergeText('', 'More buses', 'More buses, and trams')).toBe('More buses, and trams')
    expect(mergeText('', 'More buses', 'Soon: More buses after seven')).toBe('Soon: More buses after seven')
    expect(mergeText('We', 'We need buses ', 'We need buses')).toBe('We need buses ')
  })

  it('lose no word that either typed', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, theirs, current) => {
        const known = new Set(wordsOf(before))
        const merged = mergeText(before, theirs, current)
        const typed = [...wordsOf(theirs), ...wordsOf(current)].filter((word) => !known.has(word))
        expect(wordsOf(merged)).toEqual(expect.arrayContaining(typed))
        // No half of a letter.
        expect(merged).not.toMatch(/\p{Surrogate}/u)
      }),
      { numRuns: 3_000 },
    )
  })

  it('lose no word of the text before that neither of them took away', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, theirs, current) => {
        const merged = mergeText(before, theirs, current)
        const inBoth = wordsOf(theirs).filter((word) => wordsOf(current).includes(word))
        expect(wordsOf(merged)).toEqual(expect.arrayContaining(inBoth))
      }),
      { numRuns: 3_000 },
    )
  })

  it('change nothing by changing nothing, and make the same change once', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, text) => {
        expect(mergeText(before, before, text)).toBe(text)
        expect(mergeText(before, text, before)).toBe(text)
        expect(mergeText(before, text, text)).toBe(text)
      }),
      { numRuns: 2_000 },
    )
  })

  it('make what is given again after a lost answer once, wherever others wrote meanwhile', () => {
    const places = fc.array(fc.nat(12), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.nat(12), places, places, (length, mine, others) => {
        const before = Array.from({ length }, (_, at) => `w${at}`)
        const put = (name: string, at: readonly number[]): string =>
          at.reduce((words, to, index) => words.toSpliced(to, 0, `${name}${index}`), before).join(' ')
        const theirs = put('mine', mine)
        const once = mergeText(before.join(' '), theirs, put('other', others))
        const twice = mergeText(before.join(' '), theirs, once)
        expect(wordsOf(twice).toSorted()).toEqual(wordsOf(once).toSorted())
        expect(wordsOf(once)).toHaveLength(length + mine.length + others.length)
      }),
      { numRuns: 2_000 },
    )
  })
})
