import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkParts } from './links.ts'
import { NOTE_TEXT_MAX } from './schema.ts'

const links = (words: string): (string | null)[] => linkParts(words).flatMap((part) => part.href ?? [])

describe('links in words', () => {
  it('[B-57] finds addresses and leaves the sentence around them alone', () => {
    expect(links('See https://example.org/a_(b), then www.example.org.')).toEqual([
      'https://example.org/a_(b)',
      'https://www.example.org',
    ])
    expect(links('(https://example.org)')).toEqual(['https://example.org'])
    expect(links('mailto:someone@example.org!')).toEqual(['mailto:someone@example.org'])
  })

  it('[B-57] makes no link of anything else', () => {
    for (const words of [
      'javascript:alert(1)',
      'data:text/html,x',
      'http://',
      'file:///etc',
      'a:b',
      'www.',
      '',
    ]) {
      expect(links(words)).toEqual([])
    }
  })

  it('[B-57] is done at once with an address that ends in thousands of brackets', () => {
    // A scan that looks at all of them again for each took three seconds a note: this test would not come to its end.
    for (let note = 0; note < 40; note += 1) {
      expect(links(`https://a${')'.repeat(NOTE_TEXT_MAX - 9)}`)).toEqual(['https://a'])
    }
  })

  it('[B-57] keeps every letter, whatever is typed', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('https://', 'www.', 'mailto:', ').', 'a@b', ' ', '('))
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('')
        const parts = linkParts(text)
        expect(parts.map((part) => part.text).join('')).toBe(text)
        for (const part of parts) if (part.href !== null) expect(part.href).toMatch(/^(https?:|mailto:)/i)
      }),
    )
  })
})
