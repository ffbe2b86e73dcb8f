import { describe, expect, it } from 'vitest'
import { caretIn } from './keepCaret.ts'

/** The caret as `|` in a text, before and after. */
function move(before: string, after: string): string {
  const at = caretIn(before.replace('|', ''), after, before.indexOf('|'))
  return `${after.slice(0, at)}|${after.slice(at)}`
}

describe('a caret, when others change the words around it', () => {
  it('stays where it is, or moves along', () => {
    expect(move('Buses| and trams', 'Buses and trams at night')).toBe('Buses| and trams at night')
    expect(move('and trams|', 'Buses and trams')).toBe('Buses and trams|')
    expect(move('|', 'Buses')).toBe('|Buses')
  })

  it('stays behind the letters that it was behind, where both sides changed', () => {
    expect(move('Buses and trams| at night', 'More buses and trams at noon')).toBe(
      'More buses and trams| at noon',
    )
  })

  it('stays in its own sentence where others write the same words', () => {
    expect(
      move(
        'Ama: trams. Bo: trams and more buses| Cy: trams',
        'Ama: trams and more buses at night. Bo: trams and more buses Cy: trams too',
      ),
    ).toBe('Ama: trams and more buses at night. Bo: trams and more buses| Cy: trams too')
  })

  it('goes behind what came where the words around it are gone', () => {
    expect(move('one tw|o three', 'one four three')).toBe('one four| three')
  })
})
