import { expect, it } from 'vitest'
import { arrowJoins, firstWords } from './arrows.ts'
import { removeFigures } from './figureOperations.ts'
import type { Arrow } from './figures.ts'
import { addFigures } from './newFigures.ts'
import { addNotes, removeNotes } from './operations.ts'
import { makeReplica } from './testing/people.ts'

it('[B-78] an arrow is told by what it joins; what is out of sight says nothing', () => {
  const { board, writer } = makeReplica('ama', 11, true)
  const [note = ''] = addNotes(writer, [{ text: 'Why  we\nmeet' }])
  const [box = ''] = addFigures(writer, [{ kind: 'text', at: { x: 0, y: 0 }, text: 'Goals' }])
  const [id = ''] = addFigures(writer, [
    {
      kind: 'arrow',
      start: { x: 0, y: 0, on: { root: 'notes', id: note } },
      end: { x: 0, y: 0, on: { root: 'drawings', id: box } },
    },
  ])
  const arrow = (): Arrow => {
    const found = board.drawings.get(id)
    if (found?.kind !== 'arrow') throw new Error('no arrow')
    return found
  }
  expect(arrowJoins(board, arrow())).toEqual({
    from: { kind: 'note', id: note, words: 'Why we meet', isHere: true },
    to: { kind: 'text', id: box, words: 'Goals', isHere: true },
  })
  removeNotes(writer, [note], 'hidden')
  removeFigures(writer, [box])
  expect(arrowJoins(board, arrow())).toEqual({
    from: { kind: 'note', id: note, words: '', isHere: false },
    to: { kind: 'text', id: box, words: '', isHere: false },
  })
  const free = { ...arrow().end, on: { root: 'notes' as const, id: 'elsewhere' } }
  expect(arrowJoins(board, { ...arrow(), end: free }).to).toEqual({
    kind: 'nothing',
    id: null,
    words: '',
    isHere: false,
  })
})

it('[B-78] first words are whole words, in one line', () => {
  expect(firstWords('short')).toBe('short')
  expect(firstWords('one two three', 8)).toBe('one two…')
  expect(firstWords('x'.repeat(9_000), 5)).toBe('xxxxx…')
  expect(firstWords('👩‍👩‍👧👩‍👩‍👧', 9)).toBe('👩‍👩‍👧…')
})
