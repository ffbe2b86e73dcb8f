/** The boards of one workshop over memory: made, copied, taken away and brought back. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BoardReading, outline, visibleNotes } from '@moot/board'
import { CLOSE } from '@moot/protocol'
import type { Command } from '@moot/workshop'
import { boardsInSight } from '@moot/workshop'
import type { WorkshopRecord } from './Storage.ts'
import { MemoryStorage } from './MemoryStorage.ts'
import { addNote, wordsOn } from './testing/boards.ts'
import { FakeClock, atRest } from './testing/FakeClock.ts'
import type { TestClient } from './testing/TestClient.ts'
import { aServer, aWorkshop, Listener, openBoard } from './testing/workshops.ts'

/** A workshop with a facilitator and a participant. */
async function led(from = aServer()) {
  const made = await aWorkshop(from)
  const fay = await made.join('Fay', made.keys.facilitator)
  const pat = await made.join('Pat')
  const { room } = made
  /** Gives a command as Fay; throws where it is refused. */
  const give = async (command: Command): Promise<string> => {
    const answer = await room.command(fay.personId, command)
    if (!answer.ok) throw new Error(answer.code)
    const { result } = answer
    return typeof result === 'object' && result !== null && 'board' in result ? String(result.board) : ''
  }
  const docOf = (board: string): string => room.workshop.boards[board]?.doc ?? ''
  const open = async (doc: string, person: string): Promise<TestClient | null> => {
    const client = await openBoard(room, doc, person)
    await from.clock.advance(30)
    return client
  }
  const titles = (): string[] => boardsInSight(room.workshop.boards).map(({ title }) => title)
  return { ...made, fay, pat, give, docOf, open, titles }
}

const readingOf = async (storage: MemoryStorage, doc: string): Promise<BoardReading> => {
  const into = new Y.Doc()
  for (const row of (await storage.load(doc)).rows) Y.applyUpdate(into, row.update)
  return new BoardReading(into)
}

test('[R-80] a board is added from a template, stored with its event, and there after a restart', async () => {
  const { give, docOf, storage, clock, id, titles, room, fay } = await led()
  const columns = [{ title: 'Keep' }, { title: 'Drop', prompt: 'What goes?' }]
  const board = await give({ type: 'board.add', template: 'columns', columns, title: 'Look back' })
  await give({ type: 'board.add', template: 'three-horizons' })
  await give({ type: 'board.add', template: 'blank' })
  expect(titles()).toEqual(['Retrospective', 'Look back', 'Three horizons', 'Board 4'])
  const sections = outline(await readingOf(storage, docOf(board))).map(({ region }) => region?.title)
  expect(sections).toEqual(['Keep', 'Drop'])
  expect(await room.command(fay.personId, { type: 'board.add', template: 'nothing' })).toMatchObject({
    ok: false,
    code: 'unknown_template',
  })
  expect(titles()).toHaveLength(4)
  const again = await aServer(storage, clock).rooms.find(id)
  expect(again?.workshop).toEqual(room.workshop)
})

test('[R-80] where the disk takes nothing there is no board and no document', async () => {
  class Full extends MemoryStorage {
    isFull = false
    override record(workshop: string, record: WorkshopRecord): Promise<void> {
      return this.isFull ? Promise.reject(new Error('disk is full')) : super.record(workshop, record)
    }
  }
  const storage = new Full()
  const { give, titles, board } = await led(aServer(storage))
  storage.isFull = true
  await expect(give({ type: 'board.add', template: 'blank' })).rejects.toThrow('disk is full')
  await expect(give({ type: 'board.copy', board })).rejects.toThrow('disk is full')
  storage.isFull = false
  expect([titles(), (await storage.list()).length]).toEqual([['Retrospective'], 1])
})

test('[R-81] a copy has what is in sight, by whom it was, in a document without the history of the other', async () => {
  const { give, docOf, open, doc, board, pat, storage, titles } = await led()
  const client = await open(doc, pat.personId)
  if (client === null) throw new Error('refused')
  const kept = addNote(client, pat.personId, 'Kept')
  const binned = addNote(client, pat.personId, 'Binned')
  const note = client.doc.getMap<Y.Map<unknown>>('notes').get(binned)
  note?.set('gone', { by: pat.personId, at: 1, how: 'deleted' })
  await atRest()
  const copy = await give({ type: 'board.copy', board })
  expect(titles()).toEqual(['Retrospective', 'Retrospective (copy)'])
  const reading = await readingOf(storage, docOf(copy))
  expect([...reading.notes.values()]).toMatchObject([
    { text: 'Kept', by: pat.personId, from: { board, item: kept }, gone: null },
  ])
  expect(reading.notes.has(kept)).toBe(false)
  const { clients } = await storage.load(docOf(copy))
  expect([...clients.values()]).toEqual([''])
  expect([...clients.keys()].some((each) => each === client.doc.clientID)).toBe(false)
  // What is written on one is not on the other.
  addNote(client, pat.personId, 'Later')
  await atRest()
  const there = await open(docOf(copy), pat.personId)
  expect(there === null ? [] : visibleNotes(new BoardReading(there.doc)).map(({ text }) => text)).toEqual([
    'Kept',
  ])
})

test('[R-82] a removed board sends everybody away for good, keeps what they sent, and opens again when it is back', async () => {
  const { give, docOf, open, pat, fay, clock, room, rooms } = await led()
  const board = await give({ type: 'board.add', template: 'blank', title: 'Second' })
  const [client, other] = [await open(docOf(board), pat.personId), await open(docOf(board), fay.personId)]
  if (client === null || other === null) throw new Error('refused')
  const listener = new Listener(room, pat.personId)
  const note = addNote(client, pat.personId, 'Sent just before')
  await give({ type: 'board.remove', board })
  expect([client, other].map(({ socket }) => socket.closed)).toEqual([
    { code: CLOSE.notFound, reason: 'removed' },
    { code: CLOSE.notFound, reason: 'removed' },
  ])
  // Our step 2 and the note: all of it is known to be on disk.
  expect(client.acks.at(-1)).toBe(client.connection.received)
  expect(client.connection.received).toBeGreaterThan(1)
  await clock.advance(200)
  expect(Object.keys(listener.view?.boards ?? {})).toHaveLength(1)
  expect(await open(docOf(board), fay.personId)).toBeNull()
  expect(await rooms.writeUp(room, ({ boards }) => boards.map(({ title }) => title))).toEqual([
    'Retrospective',
  ])
  await give({ type: 'board.restore', board })
  const back = await open(docOf(board), pat.personId)
  expect(back === null ? undefined : wordsOn(back, note)).toBe('Sent just before')
  await clock.advance(200)
  expect(listener.view?.boards[board]).toMatchObject({ title: 'Second' })
})

test('[R-82] removing waits for a disk that takes nothing no longer than one try', async () => {
  class Held extends MemoryStorage {
    isFull = false
    override append(...args: Parameters<MemoryStorage['append']>): Promise<void> {
      return this.isFull ? Promise.reject(new Error('disk is full')) : super.append(...args)
    }
  }
  const storage = new Held()
  const { give, docOf, open, pat, clock } = await led(aServer(storage))
  const board = await give({ type: 'board.add', template: 'blank' })
  const client = await open(docOf(board), pat.personId)
  if (client === null) throw new Error('refused')
  storage.isFull = true
  addNote(client, pat.personId, 'Not saved')
  const removing = give({ type: 'board.remove', board })
  await clock.advance(2_000)
  await removing
  expect(client.socket.closed).toEqual({ code: CLOSE.notFound, reason: 'removed' })
  expect(client.acks.at(-1)).toBeLessThan(client.connection.received)
})

test('[R-82] a board is removed also while somebody opens it in vain', async () => {
  class Unreadable extends MemoryStorage {
    fail: ((error: Error) => void) | null = null
    isBroken = false
    override load(doc: string): ReturnType<MemoryStorage['load']> {
      return this.isBroken ? new Promise((_, reject) => (this.fail = reject)) : super.load(doc)
    }
  }
  const storage = new Unreadable()
  const { give, docOf, open, pat, titles } = await led(aServer(storage))
  const board = await give({ type: 'board.add', template: 'blank', title: 'Second' })
  storage.isBroken = true
  const opening = open(docOf(board), pat.personId)
  const removing = give({ type: 'board.remove', board })
  await atRest()
  storage.fail?.(new Error('cannot be read'))
  await expect(opening).rejects.toThrow('cannot be read')
  await removing
  expect(titles()).not.toContain('Second')
})

test('[R-83] two facilitators who order at once are taken in turn, and both see one order', async () => {
  const { give, room, join, keys, fay, clock, titles } = await led()
  const finn = await join('Finn', keys.facilitator)
  for (const title of ['Two', 'Three', 'Four']) await give({ type: 'board.add', template: 'blank', title })
  const [, , three = '', four = ''] = boardsInSight(room.workshop.boards).map(({ id }) => id)
  const listeners = [fay, finn].map(({ personId }) => new Listener(room, personId))
  await Promise.all([
    room.command(fay.personId, { type: 'board.move', board: four, to: 0 }),
    room.command(finn.personId, { type: 'board.move', board: three, to: 0 }),
    room.command(finn.personId, { type: 'board.add', template: 'blank', title: 'By Finn' }),
    room.command(fay.personId, { type: 'board.add', template: 'blank', title: 'By Fay' }),
  ])
  expect(titles()).toEqual(['Three', 'Four', 'Retrospective', 'Two', 'By Finn', 'By Fay'])
  await clock.advance(200)
  for (const { view } of listeners) {
    const seen = Object.values(view?.boards ?? {}).toSorted((a, b) => a.order - b.order)
    expect(seen.map(({ title }) => title)).toEqual(titles())
  }
})

test('[R-47] erasing finds the documents of every board there ever was', async () => {
  const clock = new FakeClock()
  const { give, storage, rooms, board, docOf } = await led(aServer(new MemoryStorage(), clock))
  const second = await give({ type: 'board.add', template: 'blank' })
  await give({ type: 'board.copy', board })
  await give({ type: 'board.remove', board: second })
  expect(await storage.list()).toHaveLength(3)
  // Those of rounds, of the hallway, and those that boards had before they began anew.
  await give({ type: 'spaces.open', count: 2, template: 'blank', fill: 'choose' })
  const before = docOf(board)
  await give({ type: 'workshop.reset' })
  expect(docOf(board)).not.toBe(before)
  expect((await storage.list()).map(({ doc }) => doc)).toContain(before)
  expect(await storage.list()).toHaveLength(9)
  for (let minute = 0; minute < 3; minute += 1) {
    await clock.advance(60_000)
    rooms.tick()
  }
  expect(await rooms.eraseUnused(clock.now())).toBe(1)
  expect(await storage.list()).toEqual([])
})

test('[R-84] a round of forty spaces is one step: each board from its template, or nothing happened', async () => {
  let isFull = false
  class FillingStorage extends MemoryStorage {
    readonly records: WorkshopRecord[] = []
    override async record(id: string, record: WorkshopRecord): Promise<void> {
      if (isFull) throw new Error('database or disk is full')
      this.records.push(record)
      await super.record(id, record)
    }
  }
  const storage = new FillingStorage()
  const { give, room, docOf } = await led(aServer(storage))
  const columns = [{ title: 'Now' }, { title: 'Next' }]
  const command = { type: 'spaces.open', count: 40, template: 'columns', columns, fill: 'choose' } as const
  isFull = true
  await expect(give(command)).rejects.toThrow('full')
  expect([room.workshop.rounds, Object.keys(room.workshop.boards).length]).toEqual([[], 1])
  isFull = false
  const before = storage.records.length
  await give(command)
  expect(storage.records.length).toBe(before + 1)
  const boards = room.workshop.rounds[0]?.slots.map(({ board }) => board ?? '') ?? []
  expect(boards).toHaveLength(40)
  const sectionsOf = async (board: string): Promise<unknown> =>
    outline(await readingOf(storage, docOf(board))).map(({ region }) => region?.title)
  for (const board of [boards[0], boards[39]]) expect(await sectionsOf(board ?? '')).toEqual(['Now', 'Next'])
  // One more is laid out like them.
  await give({ type: 'space.add' })
  expect(await sectionsOf(room.workshop.rounds[0]?.slots.at(-1)?.board ?? '')).toEqual(['Now', 'Next'])
})

test('[R-84] the board of an activity is set out when it begins; a template that is none is refused when planned', async () => {
  const { give, room, docOf, storage, fay } = await led()
  const stage = {
    kind: 'activity',
    title: 'Look ahead',
    prompt: '',
    part: '',
    where: 'main',
    template: 'three-horizons',
    minutes: 30,
    gate: 'none',
    isReadOnly: false,
  } as const
  const wrong = { ...stage, template: 'nothing' }
  const refused: readonly Command[] = [
    { type: 'plan.set', stages: [stage, wrong] },
    { type: 'stage.add', stage: wrong },
  ]
  for (const command of refused)
    expect(await room.command(fay.personId, command)).toMatchObject({ ok: false, code: 'unknown_template' })
  await give({ type: 'plan.set', stages: [stage] })
  const id = room.workshop.stages[0]?.id ?? ''
  expect(
    await room.command(fay.personId, { type: 'stage.change', stage: id, change: { template: 'nothing' } }),
  ).toMatchObject({ ok: false, code: 'unknown_template' })
  await give({ type: 'stage.go', stage: id, from: null })
  const board = room.workshop.stages[0]?.board ?? ''
  expect([...(await readingOf(storage, docOf(board))).regions.values()].map(({ tag }) => tag)).toContain('h3')
})

test('[R-85] a reset while people write: what reached the server is kept as it was, and none of it is on the new board', async () => {
  const { give, docOf, open, pat, fay, board, storage, clock, room } = await led()
  const [ama, front] = [await open(docOf(board), pat.personId), await open(docOf(board), fay.personId)]
  if (ama === null || front === null) throw new Error('no such board')
  const old = docOf(board)
  // Between two letters, on every side of it.
  const early = addNote(ama, pat.personId, 'just before')
  const resetting = give({ type: 'workshop.reset' })
  const during = addNote(ama, pat.personId, 'in the middle')
  await resetting
  const late = addNote(ama, pat.personId, 'too late')
  await clock.advance(100)
  for (const { socket } of [ama, front])
    expect(socket.closed).toEqual({ code: CLOSE.superseded, reason: 'superseded' })
  const kept = (await readingOf(storage, old)).notes
  expect([kept.has(early), kept.has(late)]).toEqual([true, false])
  // What was not acknowledged is still in the writer’s hands, to be offered for adding again.
  expect(ama.acks.at(-1)).toBe(kept.has(during) ? 5 : 3)
  expect((await readingOf(storage, docOf(board))).notes.size).toBe(0)
  const again = await open(docOf(board), pat.personId)
  if (again === null) throw new Error('no such board')
  addNote(again, pat.personId, 'anew')
  await clock.advance(100)
  expect((await readingOf(storage, docOf(board))).notes.size).toBe(1)
  expect(room.workshop.people[pat.personId]?.gone).toBeNull()
})

test('[R-85] a reset gives boards a document with their set-up alone, and sends who is there to it', async () => {
  const { give, docOf, open, pat, fay, storage, clock, room } = await led()
  const board = await give({ type: 'board.add', template: 'three-horizons' })
  const old = docOf(board)
  const before = await readingOf(storage, old)
  const writer = await open(old, pat.personId)
  if (writer === null) throw new Error('no such board')
  const note = addNote(writer, pat.personId, 'rehearsed')
  await give({ type: 'workshop.reset' })
  expect(writer.socket.closed).toEqual({ code: CLOSE.superseded, reason: 'superseded' })
  // What had arrived was saved and acknowledged.
  expect(writer.acks.at(-1)).toBe(3)
  expect((await readingOf(storage, old)).notes.has(note)).toBe(true)
  const fresh = docOf(board)
  expect(fresh).not.toBe(old)
  expect(await open(old, fay.personId)).toBeNull()
  const after = await readingOf(storage, fresh)
  expect([...after.regions]).toEqual([...before.regions])
  expect([...after.drawings]).toEqual([...before.drawings])
  expect(after.notes.size).toBe(0)
  const again = await open(fresh, pat.personId)
  await clock.advance(100)
  expect(again?.isSynced).toBe(true)
  expect(room.workshop.boards[board]?.gone).toBeNull()
})
