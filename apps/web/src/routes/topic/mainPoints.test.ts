import { addNotes, addTheme, BoardReading, removeNotes } from '@moot/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { allPoints, mainPoints, writersSince } from './mainPoints.ts'

test('main points are themes with their notes, then every other note, each once; who wrote them is known', () => {
  const doc = new Y.Doc()
  let ids = 0
  const writer = {
    board: new BoardReading(doc),
    person: 'eve',
    now: () => 5,
    newId: () => `id${(ids += 1)}`,
    origin: {},
  }
  const [first = '', second = '', gone = ''] = addNotes(
    writer,
    ['Forms are too long', 'Ask the cooks', 'Not this', 'Shame'].map((text) => ({ text, region: null })),
  )
  addTheme(writer, ' What keeps people away ', [first])
  addTheme(writer, 'Nothing in it', [])
  removeNotes(writer, [gone])
  const points = mainPoints(writer.board)
  expect(points.themes).toEqual([
    {
      id: expect.any(String),
      title: 'What keeps people away',
      notes: [{ id: first, text: 'Forms are too long', created: 5, by: 'eve' }],
    },
  ])
  expect(points.others.map(({ text }) => text)).toEqual(['Ask the cooks', 'Shame'])
  expect(writersSince(points, 0)).toEqual(['eve'])
  // Carried over from a round before: it says nothing of who came to this one.
  expect(writersSince(points, 6)).toEqual([])
  expect(
    allPoints(points)
      .map(({ id }) => id)
      .slice(0, 2),
  ).toEqual([first, second])
})
