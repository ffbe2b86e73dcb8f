import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileName } from './fileName.ts'

describe('fileName', () => {
  it('keeps letters and digits of any script', () => {
    expect(fileName('Keep, drop & grow: 2026!', 'md')).toBe('keep-drop-grow-2026.md')
    expect(fileName('مستقبل المكان', 'csv')).toBe('مستقبل-المكان.csv')
  })

  it('has a name where the title has none', () => {
    expect(fileName(' … ', 'md')).toBe('write-up.md')
  })

  it('never holds anything but letters, digits and dashes, and never grows long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const name = fileName(title, 'md')
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}-]+\.md$/u)
        expect(Array.from(new Intl.Segmenter().segment(name)).length).toBeLessThanOrEqual(63)
      }),
    )
  })
})
