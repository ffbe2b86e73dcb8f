import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { BoardReading, orderedThemes, visibleNotes } from './BoardReading.ts'
import { copyBeside } from './copyBeside.ts'
import { copyBoard } from './copyBoard.ts'
import { addNotes, addTheme, removeNotes } from './operations.ts'
import { outline } from './outline.ts'
import { repair } from './repair.ts'
import { seedBoard } from './seed.ts'
import type { Replica } from './testing/people.ts'
import { makeReplica, SEED } from './testing/people.ts'

function aBoard(person: string, client: number): Replica {
  const replica = makeReplica(person, client, true)
  seedBoard(replica.doc, SEED, 'seed')
  return replica
}

/** A board of five notes, three of them in a theme and one out of sight, and one with two notes and a theme. */
function bench() {
  const from = aBoard('bo', 7)
  const to = aBoard('ama', 8)
  const ids = addNotes(
    from.writer,
    ['One', 'Two', 'Three', 'Four', 'Gone'].map((text) => ({ text })),
  )
  addTheme(from.writer, 'Nobody was asked', ids.slice(0, 3), null)
  removeNotes(from.writer, ids.slice(4), 'deleted')
  addNotes(to.writer, [{ text: 'There' }, { text: 'Too' }])
  addTheme(to.writer, 'Ours', [], null)
  let count = 0
  const bring = (): number =>
    to.doc.transact(() =>
      copyBeside(to.doc, { board: 'from', reading: from.writer.board, newId: () => `new${(count += 1)}` }),
    )
  return { from, to, ids, bring }
}

it('[B-111] every note in sight comes, right of everything there, with its words, writer, time, theme and origin', () => {
  const { from, to, ids, bring } = bench()
  const before = visibleNotes(to.writer.board)
  const edge = Math.max(...[...to.writer.board.regions.values()].map(({ x, w }) => x + w))
  expect(bring()).toBe(4)
  const came = visibleNotes(to.writer.board).filter(({ from: origin }) => origin?.board === 'from')
  expect(new Set(came.map((note) => note.from?.item))).toEqual(new Set(ids.slice(0, 4)))
  for (const copy of came) {
    const original = from.writer.board.notes.get(copy.from?.item ?? '')
    const { text, by, created, color } = copy
    expect(original).toMatchObject({ text, by, created, color })
    expect(copy.x).toBeGreaterThan(edge)
    expect(copy.region).toBeNull()
  }
  // They lie to one another as they did, and those that were there lie where they lay.
  const wayOf = ({ x, y, from: origin }: (typeof came)[number]): string => {
    const original = from.writer.board.notes.get(origin?.item ?? '')
    return `${x - (original?.x ?? 0)} ${y - (original?.y ?? 0)}`
  }
  expect(new Set(came.map(wayOf)).size).toBe(1)
  for (const note of before) expect(to.writer.board.notes.get(note.id)).toEqual(note)
  expect(orderedThemes(to.writer.board).map(({ title }) => title)).toEqual(['Ours', 'Nobody was asked'])
  const themed = outline(to.writer.board).flatMap(({ themes }) => themes)
  expect(
    themed.find(({ theme }) => theme.title === 'Nobody was asked')?.notes.map(({ text }) => text),
  ).toEqual(['One', 'Two', 'Three'])
  const clean = Y.encodeStateAsUpdate(to.doc)
  repair(to.doc, 'repair')
  expect(Y.encodeStateAsUpdate(to.doc)).toEqual(clean)
})

it('[B-111] twice is once: what is in sight there does not come again, what was written meanwhile does', () => {
  const { from, to, bring } = bench()
  bring()
  expect(bring()).toBe(0)
  addNotes(from.writer, [{ text: 'Late' }])
  expect(bring()).toBe(1)
  expect(
    visibleNotes(to.writer.board)
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(['There', 'Too', 'One', 'Two', 'Three', 'Four', 'Late'].toSorted())
})

it('[B-111] on an empty board they lie as they did', () => {
  const { from } = bench()
  const empty = makeReplica('cy', 9, true)
  let count = 0
  copyBeside(empty.doc, { board: 'from', reading: from.writer.board, newId: () => `new${(count += 1)}` })
  const places = (board: BoardReading): string[] =>
    visibleNotes(board)
      .map(({ x, y, text }) => `${text} ${x} ${y}`)
      .toSorted()
  expect(places(empty.writer.board)).toEqual(places(from.writer.board))
})

it('[B-112] of chosen notes a board is made with the set-up, themes that go as a whole, and nothing else', () => {
  const { from, ids } = bench()
  const [one = '', two = '', three = '', four = '', gone = ''] = ids
  const copyOf = (...chosen: string[]): BoardReading => {
    const doc = new Y.Doc()
    let count = 0
    copyBoard(from.writer.board, doc, {
      board: 'from',
      template: 'columns',
      newId: () => `new${(count += 1)}`,
      origin: null,
      notes: new Set(chosen),
    })
    return new BoardReading(doc)
  }
  const part = copyOf(one, four, gone, 'no such note')
  expect(
    visibleNotes(part)
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(['Four', 'One'])
  expect(visibleNotes(part).every(({ by, from: origin }) => by === 'bo' && origin?.board === 'from')).toBe(
    true,
  )
  expect([...part.themes.values()]).toEqual([])
  expect([...part.regions.keys()]).toEqual([...from.writer.board.regions.keys()])
  const whole = copyOf(one, two, three)
  expect([...whole.themes.values()].map(({ title }) => title)).toEqual(['Nobody was asked'])
  expect(new Set(visibleNotes(whole).map(({ theme }) => theme)).size).toBe(1)
  expect(visibleNotes(copyOf())).toEqual([])
})
