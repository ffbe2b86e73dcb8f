/** One board over memory: what arrives, what is kept, what is shown and to whom. */
import * as encoding from 'lib0/encoding'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { entities, readNote } from '@moot/board'
import { awarenessMessage, CLOSE, cursorsMessage, MESSAGE, SYNC, syncMessage } from '@moot/protocol'
import type { Role } from '@moot/workshop'
import { aBoard, addNote, HeldStorage, visitorFor, wordsOn } from './testing/boards.ts'
import { atRest } from './testing/FakeClock.ts'
import { TestClient } from './testing/TestClient.ts'

const clients: TestClient[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.awareness.destroy()
})
const kept = (client: TestClient): TestClient => {
  clients.push(client)
  return client
}
const originalOf = (client: TestClient, id: string): string | null | undefined =>
  readNote(id, entities(client.doc, 'notes').get(id))?.original

describe('writing', () => {
  test('[R-1] what one writes the others see, and a newcomer gets', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    const ben = kept(await bench.join('ben'))
    const note = addNote(ada, 'ada', 'Hello')
    await bench.settle()
    expect(wordsOn(ben, note)).toBe('Hello')
    expect(wordsOn(kept(await bench.join('cleo')), note)).toBe('Hello')
  })

  test('[R-2] nothing is shown or acknowledged before it is on disk', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    const ben = kept(await bench.join('ben'))
    bench.storage.hold()
    const note = addNote(ada, 'ada', 'Hello')
    await bench.settle()
    const cleo = kept(new TestClient())
    cleo.join((socket) => bench.board.connect(socket, visitorFor('cleo')))
    await bench.settle()
    expect([wordsOn(ben, note), wordsOn(cleo, note), cleo.isSynced]).toEqual([undefined, undefined, false])
    const acked = ada.acks.at(-1)
    bench.storage.release()
    await bench.settle()
    expect([wordsOn(ben, note), wordsOn(cleo, note)]).toEqual(['Hello', 'Hello'])
    expect(ada.acks.at(-1)).toBeGreaterThan(acked ?? 0)
  })

  test('[R-3] an acknowledgement counts step-2 and update frames, and only clients that ask get one', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    const ben = kept(await bench.join('ben', { extras: false }))
    expect(ada.acks).toEqual([1])
    ada.doc.getMap('notes')
    addNote(ada, 'ada', 'one') // two transactions, two frames
    await bench.settle()
    addNote(ben, 'ben', 'two')
    await bench.settle()
    expect(ada.acks.at(-1)).toBe(3)
    expect(ben.acks).toEqual([])
  })

  test('[R-3] a frame that brings nothing new is acknowledged too', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    addNote(ada, 'ada', 'one')
    await bench.settle()
    const before = ada.acks.at(-1) ?? 0
    const appends = bench.storage.appends
    ada.send(syncMessage(SYNC.update, Y.encodeStateAsUpdate(ada.doc)))
    await bench.settle()
    expect(ada.acks.at(-1)).toBe(before + 1)
    expect(bench.storage.appends).toBe(appends)
  })

  test('[R-4] what many write in one flush leaves as one frame to each', async () => {
    const bench = await aBoard()
    const people = await Promise.all(Array.from({ length: 12 }, (_, index) => bench.join(`p${index}`)))
    people.forEach(kept)
    const before = people.map((client) => client.socket.packets.length)
    people.forEach((client, index) => addNote(client, `p${index}`, `note ${index}`))
    await bench.settle()
    people.forEach((client, index) => {
      const packets = client.socket.packets.slice(before[index])
      const updates = packets.flatMap(({ messages }) => messages).filter((each) => each[0] === MESSAGE.sync)
      // The first message of a quiet moment is flushed at once, everything after it together.
      expect(updates.length).toBeLessThanOrEqual(2)
      expect(entities(client.doc, 'notes').size).toBe(12)
    })
    const [first, second] = people
    expect(
      first?.socket.packets.at(-2) === second?.socket.packets.at(-2) ||
        first?.socket.packets.at(-1) === second?.socket.packets.at(-1),
    ).toBe(true)
  })

  test('[R-5] updates from before the client’s step 2 are judged together with it', async () => {
    const bench = await aBoard()
    const ada = kept(new TestClient())
    const early = addNote(ada, 'ada', 'written offline')
    // A connection whose answer to our step 1 is late: an update that builds on unsent ones comes first.
    const connection = bench.board.connect(ada.socket, visitorFor('ada'))
    await bench.settle()
    const vector = Y.encodeStateVector(ada.doc)
    const late = addNote(ada, 'ada', 'written just now')
    connection.receive(syncMessage(SYNC.update, Y.encodeStateAsUpdate(ada.doc, vector)))
    await bench.settle()
    expect(ada.socket.closed).toBeNull()
    expect(bench.storage.appends).toBe(0)
    connection.receive(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(ada.doc)))
    await bench.settle()
    expect(ada.acks).toEqual([2])
    const ben = kept(await bench.join('ben'))
    expect([wordsOn(ben, early), wordsOn(ben, late)]).toEqual(['written offline', 'written just now'])
  })

  test('[R-6] a refused update closes its connection with the guard’s code and nobody gets any of it', async () => {
    const bench = await aBoard()
    const mallory = kept(await bench.join('mallory'))
    const ben = kept(await bench.join('ben'))
    addNote(mallory, 'ben', 'in the name of Ben')
    await bench.settle()
    expect(mallory.socket.closed).toEqual({ code: CLOSE.refused, reason: 'not_allowed' })
    expect(entities(ben.doc, 'notes').size).toBe(0)
    expect((await bench.storage.load('d')).rows).toEqual([])
  })

  test('[R-6] bytes that are no message cost this one connection', async () => {
    const bench = await aBoard()
    const ben = kept(await bench.join('ben'))
    const bad = [
      [],
      [255],
      [0],
      [0, 9, 0],
      [0, 2, 200, 1],
      [1, 3, 1, 2],
      [99],
      [0, 0, 1, 200],
      [0, 1, 3, 1, 1, 1],
    ]
    for (const bytes of bad) {
      const mallory = kept(await bench.join('mallory'))
      mallory.send(Uint8Array.from(bytes))
      await bench.settle()
      expect(mallory.socket.closed?.code, bytes.join()).toBeGreaterThanOrEqual(4400)
    }
    const note = addNote(ben, 'ben', 'still here')
    await bench.settle()
    expect(wordsOn(kept(await bench.join('ada')), note)).toBe('still here')
  })

  test('[R-7] a client id belongs to whoever used it first, also after a restart', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    addNote(ada, 'ada', 'mine')
    await bench.settle()
    ada.leave()
    const again = await aBoard(bench.storage, bench.clock)
    const forged = new Y.Doc()
    const mallory = kept(await again.join('mallory', { client: new TestClient(forged) }))
    forged.clientID = ada.doc.clientID
    addNote(mallory, 'mallory', 'hers')
    await again.settle()
    expect(mallory.socket.closed).toEqual({ code: CLOSE.refused, reason: 'foreign_client' })
  })
})

describe('reading only', () => {
  test('[R-8] an observer gets everything, is asked for nothing, changes nothing and is told once', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    const note = addNote(ada, 'ada', 'Hello')
    const olga = kept(await bench.join('olga', { role: 'observer' }))
    expect(wordsOn(olga, note)).toBe('Hello')
    const step1 = olga.socket.packets
      .flatMap(({ messages }) => messages)
      .filter((each) => each[0] === 0 && each[1] === SYNC.step1)
    expect(step1).toEqual([])
    expect(olga.denials).toEqual([])
    addNote(olga, 'olga', 'one')
    addNote(olga, 'olga', 'two')
    olga.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(olga.doc)))
    olga.show({ cursor: 1 })
    await bench.settle()
    expect(entities(ada.doc, 'notes').size).toBe(1)
    expect(ada.others.size).toBe(0)
    expect(olga.denials).toHaveLength(1)
    expect(olga.socket.closed).toBeNull()
  })

  test('[R-8] who rises from observer is asked for what they have', async () => {
    const bench = await aBoard()
    let role: Role = 'observer'
    const olga = kept(await bench.join('olga', { role: () => role }))
    role = 'participant'
    bench.board.rightsChanged()
    await bench.settle()
    const note = addNote(olga, 'olga', 'now I may')
    await bench.settle()
    expect(wordsOn(kept(await bench.join('ada')), note)).toBe('now I may')
  })

  test('[R-9] a damaged board is read only, says so, and is never written to', async () => {
    const storage = new HeldStorage()
    const first = await aBoard(storage)
    const ada = kept(await first.join('ada'))
    const note = addNote(ada, 'ada', 'Hello')
    await first.settle()
    const { load } = storage
    storage.load = async (doc) => ({
      ...(await load.call(storage, doc)),
      damage: 'row 2 does not match its checksum',
    })
    const bench = await aBoard(storage, first.clock)
    expect(bench.logged).toContain('board_damaged')
    const ben = kept(await bench.join('ben', { role: 'facilitator' }))
    expect(wordsOn(ben, note)).toBe('Hello')
    const appends = storage.appends
    addNote(ben, 'ben', 'lost?')
    await bench.settle()
    expect(ben.denials).toHaveLength(1)
    expect(storage.appends).toBe(appends)
    await expect(bench.board.change(() => undefined)).rejects.toThrow(/damaged/)
  })
})

describe('presence', () => {
  const entry = (client: number, clock: number, state: string): Uint8Array =>
    awarenessMessage([{ client, clock, state }])

  test('[R-10] others see a state, a newcomer too, and see it end with the connection', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    const ben = kept(await bench.join('ben'))
    ada.show({ at: [1, 2] })
    await bench.settle()
    const cleo = kept(await bench.join('cleo'))
    expect([ben.others.get(ada.doc.clientID), cleo.others.get(ada.doc.clientID)]).toEqual([
      { at: [1, 2] },
      { at: [1, 2] },
    ])
    ada.leave()
    await bench.settle()
    expect([ben.others.size, cleo.others.size]).toEqual([0, 0])
  })

  test('[R-11] nobody speaks under a client id of somebody else', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    const ben = kept(await bench.join('ben'))
    const mallory = kept(await bench.join('mallory'))
    ada.show({ name: 'Ada' })
    addNote(ben, 'ben', 'so that his id is bound')
    mallory.show({ name: 'Mallory' })
    await bench.settle()
    mallory.send(entry(ada.doc.clientID, 2 ** 40, '{"name":"forged"}'))
    mallory.send(entry(ada.doc.clientID, 2 ** 40, 'null'))
    await bench.settle()
    expect(ben.others.get(ada.doc.clientID)).toEqual({ name: 'Ada' })
    // Nor by being there first: an id that has written belongs to its writer, one that was seen to whoever showed it.
    const second = kept(await bench.join('mallory'))
    second.send(entry(ben.doc.clientID, 1, '{"name":"forged"}'))
    ada.leave()
    second.send(entry(ada.doc.clientID, 2 ** 41, '{"name":"ghost"}'))
    await bench.settle()
    expect([...ben.others.values()]).toEqual([{ name: 'Mallory' }])
    expect([mallory.socket.closed, second.socket.closed]).toEqual([null, null])
  })

  test('[R-11] states that are too long, go back in time or are no JSON are passed over', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    const ben = kept(await bench.join('ben'))
    const id = ada.doc.clientID
    for (const state of ['{"at":1}', `"${'x'.repeat(2_100)}"`, `"${'é'.repeat(1_500)}"`, '{', '[[['])
      ada.send(entry(id, 10, state))
    ada.send(entry(id, 9, '{"at":0}'))
    ada.send(entry(id, 2 ** 60, '{"at":9}'))
    await bench.settle()
    expect(ben.others.get(id)).toEqual({ at: 1 })
    ada.send(entry(id, 10, 'null'))
    await bench.settle()
    expect(ben.others.size).toBe(0)
    expect(ada.socket.closed).toBeNull()
  })

  test('[R-12] a connection that wants no cursors gets none until it wants them', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    const list = kept(await bench.join('ben'))
    list.send(cursorsMessage(false))
    ada.show({ at: 1 })
    await bench.settle()
    expect(list.others.size).toBe(0)
    const note = addNote(ada, 'ada', 'seen anyway')
    await bench.settle()
    expect(wordsOn(list, note)).toBe('seen anyway')
    list.send(cursorsMessage(true))
    await bench.settle()
    expect(list.others.size).toBe(1)
  })
})

test('[R-12] on a full board presence comes more rarely: at most 40 kB/s to each', async () => {
  const bench = await aBoard()
  const people: TestClient[] = []
  for (let index = 0; index < 40; index += 1) people.push(kept(await bench.join(`p${index}`)))
  const [watcher] = people
  const bytes = (): number =>
    (watcher?.socket.packets ?? [])
      .flatMap(({ messages }) => messages)
      .filter((each) => each[0] === MESSAGE.awareness)
      .reduce((sum, each) => sum + each.length, 0)
  const before = bytes()
  for (let step = 0; step < 40; step += 1) {
    for (const client of people) client.show({ step, filler: 'x'.repeat(200) })
    await bench.clock.advance(50)
  }
  expect(bytes() - before).toBeLessThan(2_000 * 40 + 12_000)
  expect(bytes() - before).toBeGreaterThan(2_000 * 20)
  await bench.clock.advance(1_000)
  expect(
    [...(watcher?.others.values() ?? [])].every((state) => JSON.stringify(state).includes('"step":39')),
  ).toBe(true)
})

describe('sockets', () => {
  test('[R-13] a quiet connection hears something at least every fifteen seconds', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    for (let round = 0; round < 4; round += 1) {
      const before = ada.socket.packets.length
      for (let tick = 0; tick < 3; tick += 1) {
        await bench.clock.advance(5_000)
        bench.board.tick()
      }
      expect(ada.socket.packets.length).toBeGreaterThan(before)
    }
    expect(ada.others.size).toBe(0)
  })

  test('[R-14] a socket that does not drain is not queued without bound and catches up in one diff', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    const slow = kept(await bench.join('slow'))
    slow.socket.buffered = 9 * 1024 * 1024
    const notes: string[] = []
    for (let index = 0; index < 20; index += 1) {
      notes.push(addNote(ada, 'ada', `note ${index}`))
      await bench.settle()
    }
    expect(notes.filter((id) => wordsOn(slow, id) !== undefined)).toEqual([])
    const packets = slow.socket.packets.length
    slow.socket.buffered = 0
    bench.board.tick()
    await bench.settle()
    expect(notes.filter((id) => wordsOn(slow, id) === undefined)).toEqual([])
    expect(slow.socket.packets.length - packets).toBeLessThanOrEqual(2)
  })

  test('[R-14] one that never drains is closed in the end', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    const slow = kept(await bench.join('slow'))
    slow.socket.buffered = 9 * 1024 * 1024
    addNote(ada, 'ada', 'one')
    await bench.settle()
    for (let tick = 0; tick < 14; tick += 1) {
      await bench.clock.advance(5_000)
      bench.board.tick()
    }
    expect(slow.socket.closed).toEqual({ code: CLOSE.tryLater, reason: 'too_slow' })
    expect(ada.socket.closed).toBeNull()
  })

  test('[R-14] hundreds of step 1 without reading are answered once', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    addNote(ada, 'ada', 'x'.repeat(15_000))
    await bench.settle()
    const greedy = kept(await bench.join('greedy'))
    const before = greedy.socket.packets.length
    greedy.socket.buffered = 2 * 1024 * 1024
    for (let index = 0; index < 300; index += 1) greedy.send(syncMessage(SYNC.step1, Uint8Array.of(0)))
    await bench.settle()
    expect(greedy.socket.packets.length).toBe(before)
    greedy.socket.buffered = 0
    bench.board.tick()
    await bench.settle()
    expect(greedy.socket.packets.length).toBe(before + 1)
  })
})

describe('disk', () => {
  test('[R-15] while the disk refuses, edits are shown but not acknowledged; they are saved when there is room', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    const ben = kept(await bench.join('ben'))
    const acked = ada.acks.at(-1)
    bench.storage.isFull = true
    const note = addNote(ada, 'ada', 'no room')
    await bench.settle()
    expect(wordsOn(ben, note)).toBe('no room')
    expect(ada.acks.at(-1)).toBe(acked)
    expect(bench.board.isIdle).toBe(false)
    expect((await bench.storage.load('d')).rows).toEqual([])
    bench.storage.isFull = false
    await bench.clock.advance(1_100)
    expect(ada.acks.at(-1)).toBe((acked ?? 0) + 2)
    const again = await aBoard(bench.storage, bench.clock)
    expect(wordsOn(kept(await again.join('cleo')), note)).toBe('no room')
  })

  test('[R-18] a change of the server’s own that fails is answered, even where the board cannot be read again just then', async () => {
    const bench = await aBoard()
    const load = bench.storage.load.bind(bench.storage)
    bench.storage.load = () => Promise.reject(new Error('not just now'))
    const answers: string[] = []
    const asked = bench.board
      .change(() => {
        throw new Error('no such note')
      })
      .catch((error: unknown) => answers.push(String(error)))
    await bench.settle()
    expect(answers).toEqual(['Error: no such note'])
    await asked
    bench.storage.load = load
    await bench.clock.advance(1_100)
    const ada = kept(await bench.join('ada'))
    const note = addNote(ada, 'ada', 'afterwards')
    await bench.settle()
    expect(wordsOn(kept(await bench.join('ben')), note)).toBe('afterwards')
  })

  test('[R-16] a board that everybody has left is idle, and opens as it was', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    const notes: string[] = []
    for (let index = 0; index < 120; index += 1) {
      notes.push(addNote(ada, 'ada', `note ${index}`))
      await bench.settle()
    }
    ada.leave()
    await bench.settle()
    expect(bench.board.isIdle).toBe(true)
    bench.board.tidy()
    expect(bench.board.isIdle).toBe(false)
    await atRest()
    expect(bench.board.isIdle).toBe(true)
    expect((await bench.storage.load('d')).snapshot).not.toBeNull()
    const again = await aBoard(bench.storage, bench.clock)
    const ben = kept(await again.join('ben'))
    expect(notes.map((id) => wordsOn(ben, id))).toEqual(notes.map((_, index) => `note ${index}`))
    addNote(ben, 'ben', 'goes on')
    await again.settle()
    expect(ben.acks.at(-1)).toBe(3)
  })
})

describe('originals', () => {
  const reword = (client: TestClient, id: string, text: string): void => {
    const groups = entities(client.doc, 'notes').get(id)
    const words = groups?.get('text')
    if (!(words instanceof Y.Text)) throw new Error('no words')
    client.doc.transact(() => {
      words.delete(0, words.length)
      words.insert(0, text)
    })
  }

  test('[R-17] the author’s last wording is kept when somebody else changes it, and only then', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    const ben = kept(await bench.join('ben'))
    const note = addNote(ada, 'ada', 'first')
    await bench.settle()
    reword(ada, note, 'second')
    await bench.settle()
    expect(originalOf(ben, note)).toBeNull()
    reword(ben, note, 'by Ben')
    await bench.settle()
    expect([originalOf(ada, note), wordsOn(ada, note)]).toEqual(['second', 'by Ben'])
    reword(ben, note, 'by Ben again')
    await bench.settle()
    expect(originalOf(ada, note)).toBe('second')
    reword(ada, note, 'by Ada again')
    await bench.settle()
    reword(ben, note, 'by Ben at last')
    await bench.settle()
    expect([originalOf(ada, note), wordsOn(ada, note)]).toEqual(['by Ada again', 'by Ben at last'])
  })

  test('[R-17] after a restart it is still known whose words they are', async () => {
    const bench = await aBoard()
    const ada = kept(await bench.join('ada'))
    const mine = addNote(ada, 'ada', 'mine')
    const ours = addNote(ada, 'ada', 'ours')
    await bench.settle()
    const ben = kept(await bench.join('ben'))
    reword(ben, ours, 'changed')
    await bench.settle()
    const again = await aBoard(bench.storage, bench.clock)
    const cleo = kept(await again.join('cleo'))
    reword(cleo, mine, 'by Cleo')
    reword(cleo, ours, 'by Cleo too')
    await again.settle()
    expect([originalOf(cleo, mine), originalOf(cleo, ours)]).toEqual(['mine', 'ours'])
  })
})

test('[R-6] an encoder that lies about lengths is closed before anything is applied', async () => {
  const bench = await aBoard()
  const mallory = kept(await bench.join('mallory'))
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, 1)
  encoding.writeVarUint(update, 33_554_431)
  encoding.writeVarUint(update, 7)
  encoding.writeVarUint(update, 0)
  mallory.send(syncMessage(SYNC.update, encoding.toUint8Array(update)))
  await bench.settle()
  expect(mallory.socket.closed?.code).toBe(CLOSE.refused)
})
