/** Watching the spaces: who is told what, when, and what never. */
import { afterEach, expect, test } from 'vitest'
import { addTheme, BoardReading, removeNotes } from '@moot/board'
import { applyDigests, MINI_SIDE, parseDown, THEME_MAX } from '@moot/protocol'
import type { BoardDigest } from '@moot/protocol'
import type { Workshop, WorkshopEvent } from '@moot/workshop'
import { evolve, NO_WORKSHOP } from '@moot/workshop'
import { OpenBoards } from './OpenBoards.ts'
import { SpaceWatch } from './SpaceWatch.ts'
import { addNote, HeldStorage, visitorFor } from './testing/boards.ts'
import { FakeClock } from './testing/FakeClock.ts'
import { TestClient } from './testing/TestClient.ts'

const clients: TestClient[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.awareness.destroy()
})

/** Somebody who watches: what they were sent, and what they make of it. */
class Follower {
  isSlow = false
  readonly texts: string[] = []
  digests: Readonly<Record<string, BoardDigest>> = {}
  sendText(text: string): void {
    this.texts.push(text)
    const message = parseDown(text)
    if (message?.type !== 'digests') throw new Error(`unreadable: ${text}`)
    this.digests = applyDigests(this.digests, message)
  }
}

/** A round of so many spaces and the watch over it. */
function bench(spaces = 2) {
  const clock = new FakeClock()
  const storage = new HeldStorage()
  let client = 1_000_000
  const boards = new OpenBoards(
    { storage, clock, log: () => undefined, newClientId: () => (client += 1), count: () => undefined },
    () => undefined,
  )
  let workshop: Workshop = NO_WORKSHOP
  const happen = (...events: WorkshopEvent[]): void => {
    for (const event of events) workshop = evolve(workshop, event, clock.now())
  }
  const numbers = Array.from({ length: spaces }, (_, index) => index + 1)
  happen(
    ...numbers.flatMap((n): WorkshopEvent[] => [
      { type: 'board.added', board: `b${n}`, doc: `d${n}`, title: '', template: 'blank' },
      { type: 'space.added', space: `s${n}`, kind: 'breakout', number: n, isHidden: false, board: null },
    ]),
    {
      type: 'round.opened',
      stage: null,
      fill: 'choose',
      slots: numbers.map((n) => ({ space: `s${n}`, board: `b${n}`, title: '', question: '' })),
    },
  )
  const faults: unknown[] = []
  const watch = new SpaceWatch(
    {
      workshop: () => workshop,
      hold: (doc) => boards.hold(doc),
      onFault: (error) => faults.push(error),
    },
    clock,
  )
  const writer = async (doc: string, person = 'ama'): Promise<TestClient> => {
    const at = new TestClient()
    clients.push(at)
    const board = await boards.open(doc)
    at.join((socket) => board.connect(socket, visitorFor(person, { role: 'facilitator' })))
    await clock.advance(50)
    return at
  }
  return { clock, boards, watch, happen, writer, faults }
}

test('[R-110] all who watch alike are sent one text: first everything, then at most once a second what changed', async () => {
  const { clock, watch, writer, faults } = bench()
  const ama = await writer('d1')
  addNote(ama, 'ama', 'The first line')
  await clock.advance(50)
  const [ben, cleo] = [new Follower(), new Follower()]
  watch.set(ben, 'minis')
  watch.set(cleo, 'minis')
  await clock.advance(10)
  expect(ben.digests['b1']).toMatchObject({ notes: 1, last: { text: 'The first line' } })
  expect(ben.digests['b2']).toMatchObject({ notes: 0, last: null })
  for (let index = 0; index < 50; index += 1) {
    addNote(ama, 'ama', `Note ${index}`)
    await clock.advance(100)
  }
  await clock.advance(1_000)
  expect(ben.digests['b1']).toMatchObject({ notes: 51, last: { text: 'Note 49' } })
  // Six seconds went by; only the board that changed is told of again.
  expect(ben.texts.length).toBeGreaterThan(4)
  expect(ben.texts.length).toBeLessThanOrEqual(7)
  expect(ben.texts.slice(1).join('')).not.toContain('"b2"')
  expect(cleo.texts).toEqual(ben.texts)
  const count = ben.texts.length
  await clock.advance(10_000)
  expect(ben.texts).toHaveLength(count)
  expect(faults).toEqual([])
})

test('[R-110] a miniature has every note of its board, whole numbers within its frame, and lines have none', async () => {
  const { clock, watch, writer } = bench()
  const ama = await writer('d1')
  for (let index = 0; index < 21; index += 1) addNote(ama, 'ama', `Note ${index}`)
  await clock.advance(50)
  const [ben, cleo] = [new Follower(), new Follower()]
  watch.set(ben, 'minis')
  watch.set(cleo, 'lines')
  await clock.advance(10)
  const mini = ben.digests['b1']?.mini
  expect(mini?.notes).toHaveLength(21 * 3)
  expect(mini?.notes.every((each) => Number.isInteger(each) && each >= 0 && each <= MINI_SIDE)).toBe(true)
  expect(Math.max(...(mini?.size ?? []))).toBe(MINI_SIDE)
  expect(cleo.digests['b1']).toEqual({ ...ben.digests['b1'], mini: undefined })
  expect(cleo.texts.join('')).not.toContain('mini')
})

test('[R-111] nothing of notes that are out of sight is told', async () => {
  const { clock, watch, writer } = bench()
  const ama = await writer('d1')
  addNote(ama, 'ama', 'Stays')
  const secret = addNote(ama, 'ama', 'Goes away')
  const board = new BoardReading(ama.doc)
  removeNotes({ board, person: 'ama', now: () => 2, newId: () => 'x', origin: {} }, [secret], 'hidden')
  await clock.advance(50)
  const ben = new Follower()
  watch.set(ben, 'minis')
  await clock.advance(10)
  expect(ben.digests['b1']).toMatchObject({ notes: 1, last: { text: 'Stays' } })
  expect(ben.digests['b1']?.mini?.notes).toHaveLength(3)
  const second = addNote(ama, 'ama', 'Shown for a while')
  await clock.advance(1_100)
  expect(ben.digests['b1']?.last?.text).toBe('Shown for a while')
  removeNotes({ board, person: 'ama', now: () => 3, newId: () => 'x', origin: {} }, [second], 'hidden')
  await clock.advance(1_100)
  expect(ben.digests['b1']).toMatchObject({ notes: 1, last: { text: 'Stays' } })
  expect(ben.texts.join('')).not.toContain('Goes away')
  board.dispose()
})

test('[R-111] when a note was written goes by the server’s clock, whatever the writer’s says', async () => {
  const { clock, watch, writer } = bench()
  const ben = new Follower()
  watch.set(ben, 'lines')
  const ama = await writer('d1')
  const before = clock.now()
  addNote(ama, 'ama', 'Written in 1970, by that clock')
  await clock.advance(1_100)
  const at = ben.digests['b1']?.last?.at ?? 0
  expect(at).toBeGreaterThanOrEqual(before)
  expect(at).toBeLessThanOrEqual(clock.now())
})

test('[R-112] boards are open for the watch only while somebody watches', async () => {
  const { clock, boards, watch } = bench(3)
  boards.tick(false)
  expect(boards.size).toBe(0)
  const ben = new Follower()
  watch.set(ben, 'lines')
  await clock.advance(10)
  boards.tick(false)
  expect(boards.size).toBe(3)
  watch.set(ben, 'none')
  boards.tick(false)
  expect(boards.size).toBe(0)
  const heard = ben.texts.length
  await clock.advance(5_000)
  expect([boards.size, ben.texts.length]).toEqual([0, heard])
})

test('[R-113] spaces that come are told of, and spaces that are folded or removed are told of no more', async () => {
  const { clock, boards, watch, happen } = bench(3)
  const ben = new Follower()
  watch.set(ben, 'lines')
  await clock.advance(10)
  expect(Object.keys(ben.digests)).toEqual(['b1', 'b2', 'b3'])
  happen(
    { type: 'space.removed', space: 's1', by: 'fay' },
    { type: 'space.changed', space: 's2', isHidden: true },
    { type: 'board.added', board: 'b4', doc: 'd4', title: '', template: 'blank' },
    { type: 'space.added', space: 's4', kind: 'breakout', number: 4, isHidden: false, board: null },
    { type: 'slot.added', slot: { space: 's4', board: 'b4', title: '', question: '' } },
  )
  await clock.advance(1_100)
  boards.tick(false)
  expect(Object.keys(ben.digests)).toEqual(['b3', 'b4'])
  expect(boards.size).toBe(2)
})

test('[R-114] a line that is full is told nothing, and everything once it has room', async () => {
  const { clock, watch, writer } = bench()
  const ben = new Follower()
  watch.set(ben, 'lines')
  await clock.advance(10)
  const ama = await writer('d1')
  ben.isSlow = true
  addNote(ama, 'ama', 'Missed')
  await clock.advance(2_000)
  expect(ben.texts).toHaveLength(1)
  ben.isSlow = false
  await clock.advance(1_100)
  expect(ben.digests['b1']?.last?.text).toBe('Missed')
  expect(ben.texts.at(-1)).toContain('"isWhole":true')
})

test('[R-115] a digest has the titles of themes with notes in sight, in their order, and none of those without', async () => {
  const { clock, watch, writer } = bench()
  const ben = new Follower()
  watch.set(ben, 'lines')
  const ama = await writer('d1')
  const [first, second] = [addNote(ama, 'ama', 'One'), addNote(ama, 'ama', 'Two')]
  const board = new BoardReading(ama.doc)
  let id = 0
  const by = { board, person: 'ama', now: () => 2, newId: () => `theme ${(id += 1)}`, origin: {} }
  addTheme(by, 'Nobody was asked', [first])
  addTheme(by, '🜂'.repeat(THEME_MAX + 1), [second])
  addTheme(by, 'Empty', [])
  await clock.advance(1_100)
  expect(ben.digests['b1']?.themes).toEqual(['Nobody was asked', '🜂'.repeat(THEME_MAX)])
  expect(ben.digests['b2']?.themes).toEqual([])
  removeNotes(by, [first], 'deleted')
  await clock.advance(1_100)
  expect(ben.digests['b1']?.themes).toEqual(['🜂'.repeat(THEME_MAX)])
  board.dispose()
})

/** A topic that was placed nowhere and started, with a board. */
const started = (topic: string, board: string): WorkshopEvent[] => [
  { type: 'board.added', board, doc: `doc of ${board}`, title: '', template: 'blank' },
  {
    type: 'topic.posted',
    topic,
    question: { id: `${topic}?`, text: 'Who owns the data?' },
    pitch: '',
    convener: 'cy',
    template: '',
    isAction: false,
    by: 'cy',
  },
  { type: 'topic.started', topic, board, by: 'cy' },
]

test('[R-115] lines follow topics that go on anywhere, and the wall every board that a report is about', async () => {
  const { clock, boards, watch, happen } = bench(1)
  happen(...started('over', 'b8'), ...started('on', 'b9'), {
    type: 'topic.ended',
    topic: 'over',
    over: clock.now(),
    by: 'cy',
  })
  const [ben, cleo, dan] = [new Follower(), new Follower(), new Follower()]
  watch.set(ben, 'lines')
  watch.set(dan, 'minis')
  await clock.advance(10)
  expect(boards.size).toBe(2)
  watch.set(cleo, 'wall')
  await clock.advance(1_100)
  expect(Object.keys(ben.digests).toSorted()).toEqual(['b1', 'b9'])
  expect(Object.keys(dan.digests).toSorted()).toEqual(['b1', 'b9'])
  expect(Object.keys(cleo.digests).toSorted()).toEqual(['b1', 'b8', 'b9'])
  expect(cleo.texts.join('')).not.toContain('mini')
  watch.set(cleo, 'none')
  await clock.advance(1_100)
  boards.tick(false)
  expect(boards.size).toBe(2)
})
