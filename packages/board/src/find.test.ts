import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findItems, snippetOf } from './find.ts'
import { addFigures } from './newFigures.ts'
import { addNotes, addTheme, removeNotes } from './operations.ts'
import { seedBoard } from './seed.ts'
import type { Replica } from './testing/people.ts'
import { makeReplica, SEED } from './testing/people.ts'

function boardWith(): Replica {
  const replica = makeReplica('ama', 11)
  seedBoard(replica.doc, SEED, 'server')
  return replica
}

describe('finding words', () => {
  it('[B-100] finds notes, drawings with words, themes and sections, in reading order', () => {
    const { board, writer } = boardWith()
    const [parked = '', kept = '', themed = ''] = addNotes(writer, [
      { text: 'keep the garden', region: 'r2' },
      { text: 'the garden we KEEP', region: 'r1' },
      { text: 'upkeep of the garden', region: 'r1' },
      { text: 'something else', region: 'r1' },
    ])
    const theme = addTheme(writer, 'Keeping', [themed])
    const [drawn = ''] = addFigures(writer, [
      {
        kind: 'picture',
        upload: 'u1',
        box: { x: 0, y: 0, w: 50, h: 50 },
        text: 'Kids keeping bees',
        region: 'r1',
      },
      { kind: 'ink', pen: 'pen', points: [0, 0, 5, 5] },
    ])
    expect(findItems(board, 'keep').map(({ kind, id, section }) => [kind, id, section])).toEqual([
      ['section', 'r1', 'r1'],
      ['theme', theme, 'r1'],
      ['note', themed, 'r1'],
      ['note', kept, 'r1'],
      ['figure', drawn, 'r1'],
      ['note', parked, 'r2'],
    ])
    expect(findItems(board, 'keeping').map(({ goTo }) => goTo)).toEqual([
      { kind: 'note', id: themed },
      { kind: 'figure', id: drawn },
    ])
    const empty = addTheme(writer, 'Unused', [], 'r2')
    expect(findItems(board, 'unused')).toMatchObject([{ id: empty, goTo: { kind: 'section', id: 'r2' } }])
    expect(findItems(board, ' garden   keep ').map(({ id }) => id)).toEqual([themed, kept, parked])
    expect(findItems(board, 'keep nowhere')).toEqual([])
    expect(findItems(board, '  ')).toEqual([])
  })

  it('[B-100] case, accents, ligatures, quotation marks and dashes make no difference', () => {
    const { board, writer } = boardWith()
    addNotes(writer, [{ text: 'Café Łódź – ‘fixing’ the Straße ﬁrst' }, { text: 'ΣΊΣΥΦΟΣ İstanbul' }])
    for (const query of [
      'cafe',
      'CAFÉ',
      'cafe\u0301',
      'lodz',
      "'fixing'",
      'strasse',
      'first',
      '-',
      'σίσυφος',
      'istanbul',
    ])
      expect(findItems(board, query), query).toHaveLength(1)
  })

  it('[B-100] finds nothing that is out of sight', () => {
    const { board, writer } = boardWith()
    removeNotes(writer, addNotes(writer, [{ text: 'secret' }]), 'hidden')
    removeNotes(writer, addNotes(writer, [{ text: 'secret' }]))
    expect(findItems(board, 'secret')).toEqual([])
  })

  it('[B-100] keeps up with what is typed', () => {
    const { board, writer } = boardWith()
    addNotes(writer, [{ text: 'one' }])
    expect(findItems(board, 'two')).toEqual([])
    addNotes(writer, [{ text: 'two' }])
    expect(findItems(board, 'two')).toHaveLength(1)
  })
})

describe('snippets', () => {
  it('[B-101] mark what was found and are never long', () => {
    expect(snippetOf('Größe zählt', 'grosse')).toEqual({ text: 'Größe zählt', marks: [[0, 5]] })
    expect(snippetOf('a  b\nb', 'b a')).toEqual({
      text: 'a b b',
      marks: [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
    })
    const long = snippetOf(`${'word '.repeat(100)}needle ${'more '.repeat(100)}`, 'needle')
    expect(long.text).toMatch(/^… word .*needle .*…$/)
    expect(long.marks.map(([from, to]) => long.text.slice(from, to))).toEqual(['needle'])
  })

  it('[B-101] hold for any words: marks lie inside, in order, and no letter is torn', () => {
    const letters = fc.string({ unit: 'grapheme', maxLength: 400 })
    fc.assert(
      fc.property(letters, fc.string({ unit: 'grapheme', maxLength: 3 }), (text, query) => {
        const { text: shown, marks } = snippetOf(text, query)
        expect(shown.length).toBeLessThanOrEqual(150)
        expect(/\p{Surrogate}/u.test(shown)).toBe(/\p{Surrogate}/u.test(text))
        let last = 0
        for (const [from, to] of marks) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(shown.length)
          last = to
        }
      }),
    )
  })
})
