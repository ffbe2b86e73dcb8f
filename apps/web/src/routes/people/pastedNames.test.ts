import { cleanLine, NAME_MAX } from '@moot/workshop'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pastedNames } from './pastedNames.ts'

describe('a pasted list of names', () => {
  it('counts new, known, repeated and too long ones', () => {
    const text = ` Ama \nBo\nbo\n\n  \nVery ${'long '.repeat(40)}\nOmar\tomar@example.org\n\t\tGita\r\nOmar`
    const { fresh, ...counts } = pastedNames(text, ['AMA', 'Cy'])
    expect(counts).toEqual({ known: 1, twice: 2, long: 1 })
    expect(fresh.map((name) => name.slice(0, 9))).toEqual(['Bo', 'Very long', 'Omar', 'Gita'])
    expect(Math.max(...fresh.map((name) => name.length))).toBeLessThanOrEqual(NAME_MAX)
  })

  it('of a thousand lines with duplicates is read at once', () => {
    const text = Array.from({ length: 1_000 }, (_, index) => `Person ${index % 700}`).join('\r\n')
    const { fresh, ...counts } = pastedNames(text, ['Person 3'])
    expect(fresh.length).toBe(699)
    expect(counts).toEqual({ known: 1, twice: 300, long: 0 })
  })

  it('counts every line that says anything exactly once, whatever is pasted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 120 })),
        fc.array(fc.string({ maxLength: 4 })),
        (lines, known) => {
          const text = lines.join('\n')
          const said = text
            .split(/\r\n?|[\n\u2028\u2029]/)
            .filter((line) => line.split('\t').some((cell) => cleanLine(cell) !== ''))
          const { fresh, known: old, twice } = pastedNames(text, known)
          expect(fresh.length + old + twice).toBe(said.length)
          expect(new Set(fresh.map((name) => name.toLowerCase())).size).toBe(fresh.length)
        },
      ),
    )
  })
})
