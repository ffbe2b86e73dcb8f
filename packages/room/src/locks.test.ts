/** Boards that can only be read for a while, and who writes for whom. */
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNotes, BoardReading } from '@moot/board'
import { assistResult, CLOSE, DENIED, stageResult, SYNC, syncMessage } from '@moot/protocol'
import type { Command } from '@moot/workshop'
import { aBoard, addNote, wordsOn } from './testing/boards.ts'
import { TestClient } from './testing/TestClient.ts'
import { aWorkshop, openBoard } from './testing/workshops.ts'

const clients: TestClient[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.awareness.destroy()
})
const kept = (client: TestClient): TestClient => {
  clients.push(client)
  return client
}

test('[R-86] a lock takes in for five seconds what is on its way, then closes with 4409; facilitators go on', async () => {
  const bench = await aBoard()
  let isLocked = false
  const lock = (to: boolean): void => {
    isLocked = to
    bench.board.rightsChanged()
  }
  const ada = kept(await bench.join('ada', { isLocked: () => isLocked }))
  const ben = kept(await bench.join('ben', { isLocked: () => isLocked }))
  const fay = kept(await bench.join('fay', { role: 'facilitator' }))
  lock(true)
  await bench.clock.advance(4_900)
  const inTime = addNote(ada, 'ada', 'just in time')
  await bench.settle()
  expect(wordsOn(fay, inTime)).toBe('just in time')
  const acked = ada.acks.at(-1) ?? 0
  expect(acked).toBeGreaterThan(1)
  expect(ada.denials).toEqual([])
  await bench.clock.advance(200)
  expect([ada.denials, ben.denials, fay.denials]).toEqual([[DENIED.locked], [DENIED.locked], []])
  const late = addNote(ada, 'ada', 'too late')
  await bench.settle()
  expect(ada.socket.closed).toEqual({ code: CLOSE.locked, reason: 'locked' })
  expect([wordsOn(fay, late), ada.acks.at(-1)]).toEqual([undefined, acked])
  // Who only reads stays, and sees what facilitators do.
  const note = addNote(fay, 'fay', 'from the front')
  await bench.settle()
  expect([wordsOn(ben, note), ben.socket.closed]).toEqual(['from the front', null])
})

test('[R-86] who comes to a locked board is told at once; open again, they write on the same connection', async () => {
  const bench = await aBoard()
  let isLocked = true
  const may = { isLocked: () => isLocked }
  const fay = kept(await bench.join('fay', { role: 'facilitator' }))
  const ada = kept(new TestClient())
  // Written while the line was down.
  const offline = addNote(ada, 'ada', 'offline')
  await bench.join('ada', { ...may, client: ada })
  expect([ada.isSynced, ada.denials]).toEqual([true, [DENIED.locked]])
  ada.show({ cursor: 1 })
  ada.send(syncMessage(SYNC.update, Y.encodeStateAsUpdate(ada.doc)))
  await bench.settle()
  expect([wordsOn(fay, offline), fay.others.size, ada.socket.closed]).toEqual([undefined, 0, null])
  isLocked = false
  bench.board.rightsChanged()
  await bench.settle()
  expect(wordsOn(fay, offline)).toBe('offline')
  // The frame that was passed over counts too: all of it is on disk with the answer to the second step 1.
  expect(ada.acks.at(-1)).toBe(2)
  const later = addNote(ada, 'ada', 'later')
  await bench.settle()
  // A note is two frames: made, then brought into sight.
  expect([wordsOn(fay, later), ada.acks.at(-1)]).toEqual(['later', 4])
})

test('[R-86] unlocked within the five seconds, nobody notices', async () => {
  const bench = await aBoard()
  let isLocked = false
  const ada = kept(await bench.join('ada', { isLocked: () => isLocked }))
  const fay = kept(await bench.join('fay', { role: 'facilitator' }))
  for (const to of [true, false]) {
    isLocked = to
    bench.board.rightsChanged()
    await bench.clock.advance(2_000)
  }
  await bench.clock.advance(10_000)
  const note = addNote(ada, 'ada', 'went on')
  await bench.settle()
  expect([wordsOn(fay, note), ada.denials, ada.socket.closed]).toEqual(['went on', [], null])
})

test('[R-86] whose cursor was on a board that is locked is not seen there any more', async () => {
  const bench = await aBoard()
  let isLocked = false
  const ada = kept(await bench.join('ada', { isLocked: () => isLocked }))
  const fay = kept(await bench.join('fay', { role: 'facilitator' }))
  ada.show({ cursor: 1 })
  await bench.clock.advance(500)
  expect(fay.others.size).toBe(1)
  isLocked = true
  bench.board.rightsChanged()
  await bench.clock.advance(6_000)
  expect(fay.others.size).toBe(0)
})

async function aRoom() {
  const made = await aWorkshop()
  const fay = (await made.join('Fay', made.keys.facilitator)).personId
  const pat = (await made.join('Pat')).personId
  const give = async (command: Command, person = fay): Promise<unknown> => {
    const answer = await made.room.command(person, command)
    if (!answer.ok) throw new Error(`${command.type}: ${answer.code} ${answer.message}`)
    return answer.result
  }
  const open = async (board: string, person: string): Promise<TestClient> => {
    const client = await openBoard(made.room, made.room.workshop.boards[board]?.doc ?? '', person)
    if (client === null) throw new Error('no such board')
    await made.clock.advance(30)
    return kept(client)
  }
  return { ...made, fay, pat, give, open }
}

test('[R-86] a stage for reading closes the boards of the main room, and not those of spaces', async () => {
  const { give, open, pat, board, room, clock } = await aRoom()
  await give({ type: 'spaces.open', count: 1, template: 'blank', fill: 'choose' })
  const inSpace = room.workshop.rounds[0]?.slots[0]?.board ?? ''
  const stage = {
    kind: 'harvest',
    title: 'Read',
    prompt: '',
    part: '',
    where: 'main',
    template: '',
    minutes: 0,
    gate: 'none',
    isReadOnly: true,
  } as const
  const { stage: id } = stageResult.parse(await give({ type: 'stage.add', stage }))
  const [main, space] = [await open(board, pat), await open(inSpace, pat)]
  await give({ type: 'stage.go', stage: id, from: null })
  await clock.advance(6_000)
  expect([main.denials, space.denials]).toEqual([[DENIED.locked], []])
  const note = addNote(space, pat, 'goes on')
  await clock.advance(100)
  expect([wordsOn(space, note), space.socket.closed, main.socket.closed]).toEqual(['goes on', null, null])
})

test('[R-86] a lock on a board and its end reach who is there', async () => {
  const { give, open, pat, fay, board, clock } = await aRoom()
  const [p, f] = [await open(board, pat), await open(board, fay)]
  await give({ type: 'board.lock', board, isLocked: true })
  await clock.advance(6_000)
  expect([p.denials, f.denials]).toEqual([[DENIED.locked], []])
  await give({ type: 'board.lock', board, isLocked: false })
  await clock.advance(100)
  const note = addNote(p, pat, 'again')
  await clock.advance(100)
  expect(wordsOn(f, note)).toBe('again')
})

test('[R-86] a facilitator who steps down on a locked board reads like the others', async () => {
  const { give, open, join, keys, board, clock } = await aRoom()
  const finn = (await join('Finn', keys.facilitator)).personId
  const f = await open(board, finn)
  await give({ type: 'board.lock', board, isLocked: true })
  await give({ type: 'person.stepDown' }, finn)
  await clock.advance(6_000)
  expect(f.denials).toEqual([DENIED.locked])
})

/** A note in somebody's name, entered by whoever holds the client. */
function enter(client: TestClient, person: string, by: string, text: string): string {
  const board = new BoardReading(client.doc)
  const id = `${by}-${text}`
  addNotes({ board, person, now: () => 1, newId: () => id, origin: { person } }, [{ text, by }])
  board.dispose()
  return id
}

test('[R-87] a note for somebody is taken from their helper, and from nobody else', async () => {
  const { give, open, pat, fay, board, clock, join } = await aRoom()
  const ben = (await join('Ben')).personId
  const { person: ama } = assistResult.parse(await give({ type: 'person.assist', name: 'Ama', helper: pat }))
  const [p, b, f] = [await open(board, pat), await open(board, ben), await open(board, fay)]
  const note = enter(p, pat, ama, 'said on the phone')
  await clock.advance(100)
  expect(wordsOn(f, note)).toBe('said on the phone')
  const reading = new BoardReading(f.doc)
  expect(reading.notes.get(note)).toMatchObject({ by: ama, via: pat })
  reading.dispose()
  const stolen = enter(b, ben, ama, 'not hers')
  await clock.advance(100)
  expect([wordsOn(f, stolen), b.socket.closed]).toEqual([
    undefined,
    { code: CLOSE.refused, reason: 'not_allowed' },
  ])
  // Not even a facilitator, and no longer than somebody is the helper.
  await give({ type: 'person.setHelper', person: ama, helper: ben })
  enter(p, pat, ama, 'not any more')
  enter(f, fay, ama, 'nor she')
  await clock.advance(100)
  expect([p.socket.closed?.code, f.socket.closed?.code]).toEqual([CLOSE.refused, CLOSE.refused])
})
