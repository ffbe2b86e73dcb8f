import { addFigures, addNotes, BoardReading, removeNotes } from '@moot/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import '../../text/inside.ts'
import { arrowSentence, figureName, whatText } from './figureWords.ts'
import { summaryText } from './watching.ts'
import { chosenOf, figureKey } from './chosen.ts'

function board() {
  const reading = new BoardReading(new Y.Doc())
  let count = 0
  const writer = { board: reading, person: 'ama', now: () => 1, newId: () => `i${(count += 1)}`, origin: {} }
  return { reading, writer }
}
const end = (id: string) => ({ on: { root: 'notes', id } as const, x: 0, y: 0 })

test('an arrow is a sentence, and says nothing of words that are hidden, deleted or not there', () => {
  const { reading, writer } = board()
  const [seen = '', deleted = '', hidden = ''] = addNotes(writer, [
    { text: 'Seen' },
    { text: 'Deleted words' },
    { text: 'Hidden words' },
  ])
  const sentenceOf = (from: string, to: string): string => {
    const [id = ''] = addFigures(writer, [{ kind: 'arrow', start: end(from), end: end(to) }])
    const arrow = reading.drawings.get(id)
    return arrow?.kind === 'arrow' ? arrowSentence(reading, arrow) : ''
  }
  removeNotes(writer, [deleted])
  removeNotes(writer, [hidden], 'hidden')
  expect(sentenceOf(seen, deleted)).toBe('Arrow from “Seen” to something that was deleted')
  expect(sentenceOf(hidden, 'never')).toBe(
    'Arrow from something that is hidden to something that is not here any more',
  )
  const [id = ''] = addFigures(writer, [
    { kind: 'arrow', start: { x: 0, y: 0 }, end: end(seen), text: 'leads to' },
  ])
  const arrow = reading.drawings.get(id)
  expect(arrow?.kind === 'arrow' && figureName(reading, arrow)).toBe(
    'Arrow from a free spot to “Seen”: leads to',
  )
})

test('what is chosen counts notes, pictures and drawings in words', () => {
  expect(whatText(2, [{ kind: 'picture' }, { kind: 'ink' }, { kind: 'arrow' }])).toBe(
    '2 notes, 1 picture, and 2 drawings',
  )
  expect(whatText(0, [])).toBe('')
})

test('keys of notes and figures come apart again, without what is out of sight', () => {
  const { reading, writer } = board()
  const [note = '', gone = ''] = addNotes(writer, [{ text: 'One' }, { text: 'Two' }])
  const [figure = ''] = addFigures(writer, [{ kind: 'text', at: { x: 0, y: 0 }, text: 'Words' }])
  removeNotes(writer, [gone])
  expect(chosenOf(reading, [note, gone, figureKey(figure), figureKey(note), 'never'])).toEqual({
    notes: [note],
    figures: [figure],
  })
})

test('what others did is one sentence, notes and drawings together', () => {
  const figures = { added: ['ink', 'ink', 'picture'], changed: ['text'], moved: [], removed: [] } as const
  expect(
    summaryText(
      { added: [{ region: 'r1', count: 2 }], changed: 0, moved: 0, removed: 0, figures },
      () => 'Keep',
    ),
  ).toBe('2 new notes in Keep, 1 picture and 2 drawings added, and 1 drawing changed')
})
