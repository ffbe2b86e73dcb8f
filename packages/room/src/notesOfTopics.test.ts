/** What splitting, merging and gathering do to the boards of topics: nothing is lost, and everything says where it is from. */
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Note } from '@moot/board'
import {
  addTheme,
  applyEdit,
  BoardReading,
  binnedNotes,
  moveNotes,
  orderedThemes,
  visibleNotes,
  wordsOf,
} from '@moot/board'
import { boardSeed } from '@moot/templates'
import type { Command, Workshop, WorkshopEvent } from '@moot/workshop'
import { evolve, NO_WORKSHOP } from '@moot/workshop'
import { carryOut } from './carryOut.ts'
import { OpenBoards } from './OpenBoards.ts'
import { seededDocument } from './freshBoards.ts'
import { addNote, HeldStorage, visitorFor } from './testing/boards.ts'
import { atRest, FakeClock } from './testing/FakeClock.ts'
import { TestClient } from './testing/TestClient.ts'
import { secrets } from './testing/workshops.ts'

const clients: TestClient[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.awareness.destroy()
})

const posted = (topic: string): WorkshopEvent => ({
  type: 'topic.posted',
  topic,
  question: { id: `${topic}?`, text: `What about ${topic}?` },
  pitch: '',
  convener: 'cy',
  template: '',
  isAction: false,
  by: 'cy',
})
const added = (board: string): WorkshopEvent => ({
  type: 'board.added',
  board,
  doc: `doc of ${board}`,
  title: board,
  template: 'columns',
})

/** Two topics, *data* and *tenders*, with a board each, and what carries out what is decided about them. */
async function bench() {
  const clock = new FakeClock()
  const storage = new HeldStorage()
  const logged: string[] = []
  let count = 0
  let client = 1_000_000
  const env = {
    storage,
    clock,
    secrets,
    log: (_: string, event: string) => void logged.push(event),
    newId: () => `new${(count += 1)}`,
    newClientId: () => (client += 1),
    count: () => undefined,
  }
  const boards = new OpenBoards(env, () => undefined)
  let workshop: Workshop = NO_WORKSHOP
  const happen = (events: readonly WorkshopEvent[]): void => {
    for (const event of events) workshop = evolve(workshop, event, clock.now())
  }
  const documents = async (made: readonly ReturnType<typeof seededDocument>[]): Promise<void> => {
    for (const { doc, append } of made) await storage.append(doc, append)
  }
  const seed = boardSeed('columns')
  if (!seed.ok) throw new Error('no such template')
  for (const topic of ['data', 'tenders']) {
    happen([posted(topic), added(topic), { type: 'topic.started', topic, board: topic, by: 'cy' }])
    await documents([seededDocument(seed.seed, { doc: `doc of ${topic}`, client: env.newClientId(), at: 1 })])
  }
  const come = async (board: string, person: string): Promise<TestClient> => {
    const at = new TestClient()
    clients.push(at)
    const room = await boards.open(`doc of ${board}`)
    at.join((socket) => room.connect(socket, visitorFor(person)))
    await clock.advance(50)
    return at
  }
  const carry = async (command: Command, ...events: WorkshopEvent[]): Promise<unknown> => {
    const means = {
      env,
      boards,
      workshop: () => workshop,
      store: async (more: { documents?: readonly ReturnType<typeof seededDocument>[] } = {}) => {
        await documents(more.documents ?? [])
        happen(events)
      },
    }
    const carried = carryOut(means, { person: 'cy', command, events })
    await clock.advance(50)
    await atRest()
    await clock.advance(50)
    return carried
  }
  /** The board as it is stored. */
  const boardOf = async (board: string): Promise<BoardReading> =>
    (await boards.open(workshop.boards[board]?.doc ?? '')).read()
  const textsOn = async (board: string): Promise<string[]> =>
    visibleNotes(await boardOf(board))
      .map(({ text }) => text)
      .toSorted()
  const split = (notes: readonly string[], isMoved: boolean): Promise<unknown> =>
    carry(
      { type: 'topic.split', topic: 'data', text: 'Who owns it?', notes: [...notes], isMoved },
      added('child'),
      {
        type: 'topic.split',
        topic: 'data',
        child: 'owners',
        question: { id: 'q', text: 'Who owns it?', isTaken: false },
        convener: 'cy',
        board: 'child',
        notes: [...notes],
        isMoved,
        by: 'cy',
      },
    )
  const merge = (): Promise<unknown> =>
    carry(
      { type: 'merge.answer', ask: 'a', isYes: true },
      { type: 'topics.merged', into: 'data', from: 'tenders', main: 'data?', by: 'cy' },
    )
  const unmerge = (): Promise<unknown> =>
    carry({ type: 'topic.unmerge', topic: 'tenders' }, { type: 'topic.unmerged', topic: 'tenders', by: 'cy' })
  return { clock, storage, boards, logged, come, carry, happen, boardOf, textsOn, split, merge, unmerge }
}

const writer = (at: TestClient, person: string) => {
  let id = 0
  const newId = (): string => `${person} ${at.doc.clientID} ${(id += 1)}`
  return { board: new BoardReading(at.doc), person, now: () => 2, newId, origin: {} }
}
const byText = (board: BoardReading, text: string): Note | undefined =>
  visibleNotes(board).find((note) => note.text === text)

test('[R-120] a split with moved notes: the child has them with writer, time and origin, the Bin of the parent too', async () => {
  const { come, split, boardOf, textsOn } = await bench()
  const dan = await come('data', 'dan')
  const ids = ['One', 'Two', 'Three'].map((text) => addNote(dan, 'dan', text))
  addTheme(writer(dan, 'dan'), 'Mine', ids.slice(0, 2))
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
  boards.tick(false)
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
  addTheme(writer(eve, 'eve'), 'Of tenders', ids.slice(0, 1))
  await clock.advance(50)
  await merge()
  const dan = await come('data', 'dan')
  const by = writer(dan, 'dan')
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
  happen([{ type: 'topic.unmerged', topic: 'tenders', by: 'cy' }])
  await merge()
  expect(await textsOn('data')).toEqual(['One', 'Two'])
})

test('[R-121] notes that a split took from the other topic are not taken back with a merge of the two', async () => {
  const { come, split, carry, textsOn } = await bench()
  const dan = await come('data', 'dan')
  const ids = ['One', 'Two'].map((text) => addNote(dan, 'dan', text))
  await split(ids.slice(0, 1), false)
  const merged: WorkshopEvent = { type: 'topics.merged', into: 'owners', from: 'data', main: 'q', by: 'cy' }
  await carry({ type: 'merge.answer', ask: 'a', isYes: true }, merged)
  expect(await textsOn('child')).toEqual(['One', 'Two'])
  const unmerged: WorkshopEvent = { type: 'topic.unmerged', topic: 'data', by: 'cy' }
  await carry({ type: 'topic.unmerge', topic: 'data' }, unmerged)
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

test('[R-122] gathered: a note for each headline in the order of the spaces, saying which board it sums up', async () => {
  const { carry, happen, boardOf } = await bench()
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
  const answer = await carry({ type: 'reports.gather' }, {
    ...added('all'),
    template: 'blank',
  } as WorkshopEvent)
  expect(answer).toEqual({ ok: true, result: { board: 'all' } })
  const notes = visibleNotes(await boardOf('all')).toSorted((a, b) => (a.order < b.order ? -1 : 1))
  expect(notes.map(({ text, by, from }) => [text, by, from?.board])).toEqual([
    ['Small lots win', null, 'tenders'],
    ['Ask who learns from it', null, 'data'],
  ])
})

test('[R-84] a template that is none is refused when it is offered, not when the round begins', async () => {
  const { carry } = await bench()
  expect(await carry({ type: 'topic.offer', question: 'Who?', template: 'no-such' })).toMatchObject({
    ok: false,
  })
  expect(await carry({ type: 'topic.edit', topic: 'data', template: 'no-such' })).toMatchObject({ ok: false })
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

/** What people do, in any order; `pick` chooses which notes a split takes. */
const step = fc.record({
  kind: fc.constantFrom('writeData', 'writeTenders', 'merge', 'unmerge', 'split'),
  pick: fc.nat(),
  isMoved: fc.boolean(),
})

test('[R-120] [R-121] [R-122] however topics are merged, taken apart and split, every note ever written is in sight somewhere, once a board', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10, size: 'max' }), async (steps) => {
      const { clock, come, merge, unmerge, split, boardOf, textsOn } = await bench()
      const at = { data: await come('data', 'dan'), tenders: await come('tenders', 'eve') }
      const written: string[] = []
      const write = async (board: 'data' | 'tenders'): Promise<void> => {
        const text = `Note ${written.length}`
        addNote(at[board], board === 'data' ? 'dan' : 'eve', text)
        written.push(text)
        await clock.advance(50)
      }
      await write('data')
      await write('tenders')
      let isMerged = false
      let isSplit = false
      for (const { kind, pick, isMoved } of steps) {
        if (kind === 'writeData') await write('data')
        else if (kind === 'writeTenders') await write('tenders')
        else if (kind === 'merge' && !isMerged) {
          await merge()
          isMerged = true
        } else if (kind === 'unmerge' && isMerged) {
          await unmerge()
          isMerged = false
        } else if (kind === 'split' && !isSplit) {
          const notes = visibleNotes(await boardOf('data')).map(({ id }) => id)
          await split(
            notes.filter((_, index) => ((pick >> (index % 16)) & 1) === 1),
            isMoved,
          )
          isSplit = true
        }
      }
      const boards = ['data', 'tenders', ...(isSplit ? ['child'] : [])]
      const seen = new Set<string>()
      for (const board of boards) {
        const texts = await textsOn(board)
        expect(texts).toHaveLength(new Set(texts).size)
        for (const text of texts) seen.add(text)
      }
      expect([...seen].toSorted()).toEqual(written.toSorted())
    }),
    { numRuns: 40 },
  )
})
