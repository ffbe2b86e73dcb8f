/** What was decided about topics and not carried out on their boards, because the server was killed just then. */
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import type { Figure, Note } from '@moot/board'
import {
  addFigures,
  binnedFigures,
  binnedNotes,
  removeNotes,
  visibleFigures,
  visibleNotes,
} from '@moot/board'
import { topicResult } from '@moot/protocol'
import type { Command } from '@moot/workshop'
import { addNote } from './testing/boards.ts'
import { topicBoards, writerAt } from './testing/topicBoards.ts'
import { aServer, aWorkshop, openBoard } from './testing/workshops.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})
async function bench() {
  const made = await topicBoards()
  ends.push(made.leave)
  /** Somebody writes notes, and they are on disk. */
  const write = async (board: string, person: string, ...texts: string[]): Promise<string[]> => {
    const at = await made.come(board, person)
    const ids = texts.map((text) => addNote(at, person, text))
    await made.clock.advance(50)
    return ids
  }
  return { ...made, write }
}

/** How often boards were written to once the events were on disk, before the server was killed. */
const MOMENTS = [0, 1] as const

test.each(MOMENTS)(
  '[R-126] killed in the middle of joining (%d): the notes of both are on one board, once',
  async (dies) => {
    const { write, merge, restart, textsOn, storage } = await bench()
    await write('data', 'dan', 'About data')
    await write('tenders', 'eve', 'About tenders')
    await merge(dies)
    expect(await textsOn('data')).toEqual(['About data', 'About tenders'])
    const { rows } = await storage.load('doc of data')
    await restart()
    expect(await textsOn('data')).toEqual(['About data', 'About tenders'])
    expect((await storage.load('doc of data')).rows).toEqual(rows)
  },
)

test.each(MOMENTS)(
  '[R-126] killed in the middle of undoing that (%d): what came is in the Bin',
  async (dies) => {
    const { write, merge, unmerge, boardOf, textsOn } = await bench()
    await write('tenders', 'eve', 'About tenders')
    await merge()
    await unmerge(dies)
    expect([await textsOn('data'), await textsOn('tenders')]).toEqual([[], ['About tenders']])
    expect(binnedNotes(await boardOf('data')).map(({ text }) => text)).toEqual(['About tenders'])
  },
)

test.each(MOMENTS)(
  '[R-126] killed in the middle of a split (%d): moved notes are with the child alone',
  async (dies) => {
    const { write, split, textsOn } = await bench()
    const ids = await write('data', 'dan', 'Stays', 'Goes')
    await split(ids.slice(1), true, dies)
    expect([await textsOn('data'), await textsOn('child')]).toEqual([['Stays'], ['Goes']])
  },
)

test('[R-126] what is done is not done again: what people changed since stays as they left it', async () => {
  const { clock, come, write, merge, restart, textsOn } = await bench()
  await write('tenders', 'eve', 'About tenders')
  await merge()
  await write('tenders', 'eve', 'Afterwards')
  const dan = await come('data', 'dan')
  const by = writerAt(dan, 'dan')
  removeNotes(
    by,
    visibleNotes(by.board).map(({ id }) => id),
    'deleted',
  )
  await clock.advance(50)
  await restart()
  expect([await textsOn('data'), await textsOn('tenders')]).toEqual([[], ['About tenders', 'Afterwards']])
})

test('[R-126] joined while the disk could not be read, and undone since: only what was decided last is done', async () => {
  const { write, merge, unmerge, restart, textsOn, storage } = await bench()
  await write('tenders', 'eve', 'About tenders')
  const load = storage.load.bind(storage)
  storage.load = async (doc) => {
    if (doc === 'doc of data') throw new Error('the disk cannot be read')
    return load(doc)
  }
  await merge()
  storage.load = load
  await unmerge()
  await restart()
  expect([await textsOn('data'), await textsOn('tenders')]).toEqual([[], ['About tenders']])
  await merge()
  expect(await textsOn('data')).toEqual(['About tenders'])
})

test('[R-126] what could not be done is done when the workshop is opened the next time', async () => {
  const { write, merge, restart, textsOn, storage, logged } = await bench()
  await write('tenders', 'eve', 'About tenders')
  const load = storage.load.bind(storage)
  storage.load = async (doc) => {
    if (doc === 'doc of data') throw new Error('the disk cannot be read')
    return load(doc)
  }
  expect(await merge()).toMatchObject({ ok: true })
  expect(logged).toContain('notes_stay')
  storage.load = load
  await restart()
  expect(await textsOn('data')).toEqual(['About tenders'])
})

test('[R-126] a workshop whose server was killed between joining and copying is whole before anybody comes in', async () => {
  const { room, join, keys, clock, storage, id } = await aWorkshop()
  const farah = await join('Farah', keys.facilitator)
  const ama = await join('Ama')
  const give = async ({ personId }: { readonly personId: string }, command: Command): Promise<string> => {
    const answer = await room.command(personId, command)
    if (!answer.ok) throw new Error(answer.message)
    return topicResult.safeParse(answer.result).data?.topic ?? ''
  }
  await give(farah, { type: 'market.prepare', rounds: 2, minutes: 20, spaces: 2 })
  const topic = await give(ama, { type: 'topic.offer', question: 'Which data helps people learn?' })
  await give(ama, { type: 'topic.start', topic })
  const boardOf = (of: string, at = room): string => at.workshop.topics[of]?.board ?? ''
  const at = await openBoard(room, room.workshop.boards[boardOf(topic)]?.doc ?? '', ama.personId)
  if (at === null) throw new Error('the board is not there')
  ends.push(() => at.awareness.destroy())
  const notes = ['One', 'Two'].map((text) => addNote(at, ama.personId, text))
  await clock.advance(50)
  const [one, two] = [
    await give(ama, { type: 'topic.split', topic, text: 'Who?', notes: notes.slice(0, 1), isMoved: false }),
    await give(ama, { type: 'topic.split', topic, text: 'When?', notes: notes.slice(1), isMoved: false }),
  ]
  // From here on nothing reaches a board: the events of the joining are the last thing on disk.
  const append = storage.append.bind(storage)
  storage.append = () => new Promise(() => undefined)
  void room.command(ama.personId, { type: 'topic.askMerge', topic: one, other: two })
  await clock.advance(50)
  storage.append = append
  const again = await aServer(storage, clock).rooms.find(id)
  expect(again?.workshop.topics[two]?.mergedInto).toBe(one)
  const texts = await again?.withBoard(boardOf(one, again), ({ room: board }) =>
    visibleNotes(board.read()).map(({ text }) => text),
  )
  expect(texts?.toSorted()).toEqual(['One', 'Two'])
})

/** What people do, in any order; `pick` chooses which notes a split takes; `dies` says when the server is killed in it. */
const step = fc.record({
  kind: fc.constantFrom('writeData', 'writeTenders', 'merge', 'unmerge', 'split', 'restart'),
  pick: fc.nat(),
  isMoved: fc.boolean(),
  dies: fc.constantFrom(undefined, 0, 1, 2),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What is in sight on each board, and in its Bin, when all of that has happened. */
async function after(steps: readonly Step[]) {
  const { clock, come, merge, unmerge, split, restart, boardOf, leave } = await topicBoards()
  const written: string[] = []
  const write = async (board: 'data' | 'tenders'): Promise<void> => {
    const text = `Note ${written.length}`
    const by = board === 'data' ? 'dan' : 'eve'
    const at = await come(board, by)
    addNote(at, by, text)
    const drawn = `Drawn ${written.length}`
    addFigures(writerAt(at, by), [{ kind: 'text', at: { x: 0, y: 0 }, text: drawn }])
    written.push(text, drawn)
    await clock.advance(50)
  }
  await write('data')
  await write('tenders')
  let isMerged = false
  let isSplit = false
  for (const { kind, pick, isMoved, dies } of steps) {
    if (kind === 'writeData') await write('data')
    else if (kind === 'writeTenders') await write('tenders')
    else if (kind === 'restart') await restart()
    else if (kind === 'merge' && !isMerged) {
      await merge(dies)
      isMerged = true
    } else if (kind === 'unmerge' && isMerged) {
      await unmerge(dies)
      isMerged = false
    } else if (kind === 'split' && !isSplit) {
      const notes = visibleNotes(await boardOf('data')).map(({ id }) => id)
      const picked = notes.filter((_, index) => ((pick >> (index % 16)) & 1) === 1)
      await split(picked, isMoved, dies)
      isSplit = true
    }
  }
  const boards: { readonly seen: string[]; readonly binned: string[] }[] = []
  for (const board of ['data', 'tenders', ...(isSplit ? ['child'] : [])]) {
    const reading = await boardOf(board)
    const textOf = (each: Note | Figure): string => ('text' in each ? each.text : '')
    const seen = [...visibleNotes(reading), ...visibleFigures(reading.drawings)].map(textOf)
    const binned = [...binnedNotes(reading), ...binnedFigures(reading)].map(textOf)
    boards.push({ seen: seen.toSorted(), binned: binned.toSorted() })
  }
  leave()
  return { boards, written }
}

test('[R-120] [R-121] [R-126] however topics are merged, taken apart and split, and whenever the server is killed: every note and drawing is in sight somewhere, once a board, and all is as if nothing had happened to the server', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10, size: 'max' }), async (steps) => {
      const { boards, written } = await after(steps)
      for (const { seen } of boards) expect(seen).toHaveLength(new Set(seen).size)
      expect([...new Set(boards.flatMap(({ seen }) => seen))].toSorted()).toEqual(written.toSorted())
      const calm = steps.filter(({ kind }) => kind !== 'restart')
      const undisturbed = await after(calm.map((each) => ({ ...each, dies: undefined })))
      expect(boards).toEqual(undisturbed.boards)
    }),
    { numRuns: 40 },
  )
})
