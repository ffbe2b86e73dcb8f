/** What splitting, merging and gathering do to the boards of topics: nothing is lost, and everything says where it is from. */
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Figure, Note } from '@moot/board'
import {
  addFigures,
  addTheme,
  applyEdit,
  BoardReading,
  binnedFigures,
  binnedNotes,
  moveFigures,
  moveNotes,
  orderedThemes,
  restyleFigures,
  visibleFigures,
  visibleNotes,
  wordsOf,
} from '@moot/board'
import type { WorkshopEvent } from '@moot/workshop'
import { addNote, HeldStorage } from './testing/boards.ts'
import { added, posted, topicBoards, writerAt } from './testing/topicBoards.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})
async function bench() {
  const made = await topicBoards()
  ends.push(made.leave)
  return made
}

const byText = (board: BoardReading, text: string): Note | undefined =>
  visibleNotes(board).find((note) => note.text === text)

test('[R-120] a split with moved notes: the child has them with writer, time and origin, the Bin of the parent too', async () => {
  const { come, split, boardOf, textsOn } = await bench()
  const dan = await come('data', 'dan')
  const ids = ['One', 'Two', 'Three'].map((text) => addNote(dan, 'dan', text))
  addTheme(writerAt(dan, 'dan'), 'Mine', ids.slice(0, 2))
  expect(await split([...ids.slice(0, 2), 'no such note'], true)).toEqual({
    ok: true,
    result: { topic: 'owners' },
  })
  const child = await boardOf('child')
  expect(visibleNotes(child).map(({ text, by, created, from }) => ({ text, by, created, from }))).toEqual(
    ['One', 'Two'].map((text, index) => ({
      text,
      by: 'dan',
      created: 1,
      from: { board: 'data', item: ids[index] },
    })),
  )
  expect(orderedThemes(child).map(({ title }) => title)).toEqual(['Mine'])
  const parent = await boardOf('data')
  expect(child.regions.size).toBe(parent.regions.size)
  expect(await textsOn('data')).toEqual(['Three'])
  expect(new Set(binnedNotes(parent).map(({ text, gone }) => `${text} by ${gone?.by}`))).toEqual(
    new Set(['One by cy', 'Two by cy']),
  )
})

test('[R-120] copied notes stay where they were, and what is not in sight is not copied', async () => {
  const { come, split, textsOn } = await bench()
  const dan = await come('data', 'dan')
  const ids = ['One', 'Two'].map((text) => addNote(dan, 'dan', text))
  await split(ids, false)
  expect(await textsOn('data')).toEqual(['One', 'Two'])
  expect(await textsOn('child')).toEqual(['One', 'Two'])
})

test('[R-120] what was typed a moment before is in the child, and nothing goes that did not come there', async () => {
  const { come, split, textsOn } = await bench()
  const dan = await come('data', 'dan')
  const first = addNote(dan, 'dan', 'Just now')
  // Not flushed yet.
  await split([first], true)
  expect([await textsOn('data'), await textsOn('child')]).toEqual([[], ['Just now']])
})

test('[R-120] on a damaged board of the parent the notes stay, and the child has what could be read', async () => {
  const { come, split, textsOn, storage, logged, boards, clock } = await bench()
  const dan = await come('data', 'dan')
  const ids = ['One', 'Two'].map((text) => addNote(dan, 'dan', text))
  await clock.advance(50)
  dan.leave()
  await clock.advance(50)
  boards().tick(false)
  const stored = await storage.load('doc of data')
  storage.load = async (doc) =>
    doc === 'doc of data'
      ? { ...stored, damage: 'a byte was changed' }
      : HeldStorage.prototype.load.call(storage, doc)
  expect(await split(ids, true)).toMatchObject({ ok: true })
  expect([await textsOn('data'), await textsOn('child')]).toEqual([
    ['One', 'Two'],
    ['One', 'Two'],
  ])
  expect(logged).toContain('notes_stay')
})

test('[R-121] merging puts the notes of both on one board, with writer and origin; those of the other stay on theirs', async () => {
  const { come, merge, boardOf, textsOn } = await bench()
  addNote(await come('data', 'dan'), 'dan', 'About data')
  const eve = await come('tenders', 'eve')
  const id = addNote(eve, 'eve', 'About tenders')
  await merge()
  expect(await textsOn('data')).toEqual(['About data', 'About tenders'])
  expect(await textsOn('tenders')).toEqual(['About tenders'])
  const board = await boardOf('data')
  expect(byText(board, 'About tenders')).toMatchObject({
    by: 'eve',
    created: 1,
    from: { board: 'tenders', item: id },
  })
  expect(byText(board, 'About data')?.from).toBeNull()
})

test('[R-121] undone: copies that nobody changed go to the Bin; reworded, moved, themed ones and those beside them stay', async () => {
  const { come, merge, unmerge, boardOf, textsOn, clock } = await bench()
  const eve = await come('tenders', 'eve')
  const ids = ['Same', 'Reworded', 'Moved', 'Themed'].map((text) => addNote(eve, 'eve', text))
  addTheme(writerAt(eve, 'eve'), 'Of tenders', ids.slice(0, 1))
  await clock.advance(50)
  await merge()
  const dan = await come('data', 'dan')
  const by = writerAt(dan, 'dan')
  addNote(dan, 'dan', 'Written while joined')
  const idOf = (text: string): string => byText(by.board, text)?.id ?? ''
  const words = wordsOf(dan.doc, 'notes', idOf('Reworded'))
  if (words === undefined) throw new Error('no words')
  applyEdit(words, { index: 8, remove: 0, insert: '!' }, null)
  moveNotes(by, [{ id: idOf('Moved'), to: { x: 5, y: 5 } }])
  addTheme(by, 'New', [idOf('Themed')])
  await clock.advance(50)
  await unmerge()
  expect(await textsOn('data')).toEqual(['Moved', 'Reworded!', 'Themed', 'Written while joined'])
  const board = await boardOf('data')
  expect(binnedNotes(board).map(({ text }) => text)).toEqual(['Same'])
  expect(orderedThemes(board).map(({ title }) => title)).toEqual(['New'])
  expect(await textsOn('tenders')).toEqual(['Moved', 'Reworded', 'Same', 'Themed'])
})

test('[R-121] drawings and pictures come with the notes, by whoever made them, and go with them unless somebody touched them', async () => {
  const { come, merge, unmerge, boardOf, clock } = await bench()
  const eve = await come('tenders', 'eve')
  const note = addNote(eve, 'eve', 'About tenders')
  const box = { x: 0, y: 0, w: 90, h: 90 }
  addFigures(writerAt(eve, 'eve'), [
    { kind: 'text', at: { x: 0, y: 0 }, text: 'Same' },
    { kind: 'text', at: { x: 0, y: 90 }, text: 'Reworded' },
    { kind: 'shape', form: 'rectangle', box, text: 'Moved' },
    { kind: 'shape', form: 'ellipse', box, text: 'Coloured' },
    { kind: 'picture', upload: 'photo', box, text: 'A wall of notes' },
    {
      kind: 'arrow',
      start: { x: 0, y: 0, on: { root: 'notes', id: note } },
      end: { x: 9, y: 9 },
      text: 'So',
    },
    { kind: 'ink', pen: 'pen', points: [0, 0, 5, 5] },
  ])
  await clock.advance(50)
  await merge()
  const words = (each: Figure): string => (each.kind === 'ink' ? 'a stroke' : each.text)
  const seen = async (board: string): Promise<string[]> =>
    visibleFigures((await boardOf(board)).drawings)
      .map(words)
      .toSorted()
  const all = ['A wall of notes', 'Coloured', 'Moved', 'Reworded', 'Same', 'So', 'a stroke']
  expect([await seen('data'), await seen('tenders')]).toEqual([all, all])
  const came = visibleFigures((await boardOf('data')).drawings)
  expect(new Set(came.map(({ by, from }) => `${by} ${from?.board}`))).toEqual(new Set(['eve tenders']))
  const dan = await come('data', 'dan')
  const by = writerAt(dan, 'dan')
  const idOf = (text: string): string => came.find((each) => words(each) === text)?.id ?? ''
  wordsOf(dan.doc, 'drawings', idOf('Reworded'))?.insert(8, '!')
  moveFigures(by, [{ id: idOf('Moved'), to: { x: 5, y: 5 } }])
  restyleFigures(by, [idOf('Coloured')], { color: 'red' })
  await clock.advance(50)
  await unmerge()
  expect([await seen('data'), await seen('tenders')]).toEqual([['Coloured', 'Moved', 'Reworded!'], all])
  expect(
    binnedFigures(await boardOf('data'))
      .map(words)
      .toSorted(),
  ).toEqual(['A wall of notes', 'Same', 'So', 'a stroke'])
})

test('[R-121] joined, undone and joined again, each note is there once', async () => {
  const { come, merge, unmerge, textsOn, happen } = await bench()
  const eve = await come('tenders', 'eve')
  for (const text of ['One', 'Two']) addNote(eve, 'eve', text)
  await merge()
  await unmerge()
  expect(await textsOn('data')).toEqual([])
  await merge()
  expect(await textsOn('data')).toEqual(['One', 'Two'])
  // The same once more, as if nothing of it had been stored.
  happen([{ type: 'topic.unmerged', topic: 'tenders', by: 'cy', errand: 'e1' }])
  await merge()
  expect(await textsOn('data')).toEqual(['One', 'Two'])
})

test('[R-121] three joined with a topic that had no board; the one whose board it was comes out: the others stay together', async () => {
  const { come, split, carry, happen, textsOn, boardOf, restart } = await bench()
  const dan = await come('data', 'dan')
  const copied = addNote(dan, 'dan', 'One')
  addNote(await come('tenders', 'eve'), 'eve', 'About tenders')
  await split([copied], true)
  addNote(dan, 'dan', 'About data')
  happen([posted('plain')])
  const [merges, unmerges] = [
    { type: 'merge.answer', ask: 'a', isYes: true },
    { type: 'topic.unmerge', topic: 'data' },
  ] as const
  for (const from of ['data', 'tenders', 'owners'])
    await carry(merges, [
      { type: 'topics.merged', into: 'plain', from, main: 'plain?', by: 'cy', errand: `e ${from}` },
    ])
  expect(await textsOn('data')).toEqual(['About data', 'About tenders', 'One'])
  await carry(unmerges, [{ type: 'topic.unmerged', topic: 'data', by: 'cy', errand: 'e undone' }], 1)
  expect([await textsOn('data'), await textsOn('tenders'), await textsOn('child')]).toEqual([
    ['About data'],
    ['About tenders', 'One'],
    ['One'],
  ])
  expect(byText(await boardOf('tenders'), 'One')?.from?.board).toBe('child')
  // The next one, too; and what is left is on its own board.
  await carry(unmerges, [{ type: 'topic.unmerged', topic: 'tenders', by: 'cy', errand: 'e too' }])
  await restart()
  expect([await textsOn('data'), await textsOn('tenders'), await textsOn('child')]).toEqual([
    ['About data'],
    ['About tenders'],
    ['One'],
  ])
})

test('[R-121] notes that a split took from the other topic are not taken back with a merge of the two', async () => {
  const { come, split, carry, textsOn } = await bench()
  const dan = await come('data', 'dan')
  const ids = ['One', 'Two'].map((text) => addNote(dan, 'dan', text))
  await split(ids.slice(0, 1), false)
  const merged: WorkshopEvent = {
    type: 'topics.merged',
    into: 'owners',
    from: 'data',
    main: 'q',
    by: 'cy',
    errand: 'e1',
  }
  await carry({ type: 'merge.answer', ask: 'a', isYes: true }, [merged])
  expect(await textsOn('child')).toEqual(['One', 'Two'])
  const unmerged: WorkshopEvent = { type: 'topic.unmerged', topic: 'data', by: 'cy', errand: 'e2' }
  await carry({ type: 'topic.unmerge', topic: 'data' }, [unmerged])
  expect(await textsOn('child')).toEqual(['One'])
})

test('[R-121] on a damaged board nothing is brought, the topics are joined all the same, and the notes are where they were', async () => {
  const { come, merge, textsOn, storage, logged } = await bench()
  addNote(await come('tenders', 'eve'), 'eve', 'About tenders')
  const stored = await storage.load('doc of data')
  storage.load = async (doc) =>
    doc === 'doc of data'
      ? { ...stored, damage: 'a byte was changed' }
      : HeldStorage.prototype.load.call(storage, doc)
  expect(await merge()).toMatchObject({ ok: true })
  expect([await textsOn('data'), await textsOn('tenders')]).toEqual([[], ['About tenders']])
  expect(logged).toContain('notes_stay')
})

test('[R-121] a board that was removed gives nothing and gets nothing', async () => {
  const { come, merge, happen, textsOn } = await bench()
  addNote(await come('tenders', 'eve'), 'eve', 'About tenders')
  happen([{ type: 'board.removed', board: 'tenders', by: 'farah' }])
  expect(await merge()).toMatchObject({ ok: true })
  expect([await textsOn('data'), await textsOn('tenders')]).toEqual([[], ['About tenders']])
})

test('[R-122] gathered: a note for each headline in the order of the spaces, saying which board it sums up, and when that was begun', async () => {
  const { carry, happen, boardOf, clock } = await bench()
  const begun = clock.now()
  await clock.advance(60_000)
  const report = (topic: string, text: string): WorkshopEvent => ({
    type: 'report.written',
    topic,
    field: 'headline',
    text,
    by: 'cy',
  })
  const place = (topic: string, space: string): WorkshopEvent => ({
    type: 'topic.placed',
    topic,
    place: { round: null, time: 'now', space, where: '' },
    by: 'cy',
  })
  const space = (id: string, number: number): WorkshopEvent => ({
    type: 'space.added',
    space: id,
    kind: 'breakout',
    number,
    isHidden: false,
    board: null,
  })
  happen([
    space('s1', 1),
    space('s2', 2),
    place('data', 's2'),
    place('tenders', 's1'),
    posted('no report'),
    report('data', ' Ask who learns from it '),
    report('tenders', 'Small lots win'),
  ])
  const answer = await carry({ type: 'reports.gather' }, [{ ...added('all'), template: 'blank' }])
  expect(answer).toEqual({ ok: true, result: { board: 'all' } })
  const notes = visibleNotes(await boardOf('all')).toSorted((a, b) => (a.order < b.order ? -1 : 1))
  expect(notes.map(({ text, by, from }) => [text, by, from?.board, from?.at])).toEqual([
    ['Small lots win', null, 'tenders', begun],
    ['Ask who learns from it', null, 'data', begun],
  ])
})

test('[R-84] a template that is none is refused when it is offered, not when the round begins', async () => {
  const { carry } = await bench()
  expect(await carry({ type: 'topic.offer', question: 'Who?', template: 'no-such' }, [])).toMatchObject({
    ok: false,
  })
  expect(await carry({ type: 'topic.edit', topic: 'data', template: 'no-such' }, [])).toMatchObject({
    ok: false,
  })
})

test('what was written by a merge is the server’s, row by row', async () => {
  const { come, merge, storage } = await bench()
  addNote(await come('tenders', 'eve'), 'eve', 'About tenders')
  await merge()
  const { rows, clients: owners } = await storage.load('doc of data')
  expect(rows.map(({ person }) => person)).toEqual(['', ''])
  expect(new Set(Array.from(owners, ([, person]) => person))).toEqual(new Set(['']))
  const doc = new Y.Doc()
  for (const { update } of rows) Y.applyUpdate(doc, update)
  expect(visibleNotes(new BoardReading(doc)).map(({ text }) => text)).toEqual(['About tenders'])
})
