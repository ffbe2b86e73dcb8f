/** Whatever comes in on a socket: the server goes on, and people in another workshop notice nothing. */
import * as encoding from 'lib0/encoding'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { awarenessMessage, CLOSE, SYNC, syncMessage, SYNC_MESSAGE_MAX } from '@moot/protocol'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, startServer } from '../support/startServer.ts'
import type { StockClient } from '../support/stockClient.ts'
import { addPlainNote, stockClient, until, wordsIn } from '../support/stockClient.ts'
import { seed } from '../support/seed.ts'

let server: RunningServer
/** Two people in another workshop, who must be able to go on writing through all of this. */
let bystanders: { readonly ada: StockClient; readonly ben: StockClient; readonly person: string }
/** Where the attacker has come in, as somebody with an ordinary link. */
let target: {
  readonly id: string
  readonly doc: string
  readonly secret: string
  readonly person: string
  readonly key: string
}

beforeAll(async () => {
  server = await startServer()
  const home = await makeWorkshop(server.url)
  const [ada, ben] = await Promise.all(
    ['Ada', 'Ben'].map((name) => joinAs(server.url, home.id, home.keys.join, name)),
  )
  const doc = home.boards[0]?.doc ?? ''
  bystanders = {
    ada: stockClient(server.url, home.id, doc, ada?.secret ?? ''),
    ben: stockClient(server.url, home.id, doc, ben?.secret ?? ''),
    person: ada?.personId ?? '',
  }
  await until(
    'the bystanders are synchronised',
    () => bystanders.ada.provider.synced && bystanders.ben.provider.synced,
  )
  const made = await makeWorkshop(server.url)
  const mallory = await joinAs(server.url, made.id, made.keys.join, 'Mallory')
  target = {
    id: made.id,
    doc: made.boards[0]?.doc ?? '',
    secret: mallory.secret,
    person: mallory.personId,
    key: made.keys.join,
  }
})
afterAll(async () => {
  bystanders.ada.destroy()
  bystanders.ben.destroy()
  await server.stop()
})

/** The server runs, the bystanders were never disconnected, and a note of one reaches the other. */
async function allIsWell(): Promise<void> {
  expect(server.isRunning()).toBe(true)
  const note = addPlainNote(bystanders.ada.doc, bystanders.person, 'still here')
  await until('the bystanders can write', () => wordsIn(bystanders.ben.doc, note) === 'still here')
  expect([bystanders.ada.closes, bystanders.ben.closes]).toEqual([[], []])
}

interface Attack {
  readonly socket: WebSocket
  /** How it ended, or `null` while it is open. */
  readonly ended: () => number | null
}

function attack(kind: 'sync' | 'live'): Promise<Attack> {
  const path = kind === 'sync' ? `/sync/${target.id}/${target.doc}` : `/live/${target.id}`
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, [
    'moot',
    `bearer.${target.secret}`,
  ])
  let code: number | null = null
  socket.on('close', (closed) => (code = closed))
  socket.on('error', () => undefined)
  return new Promise((resolve) => socket.on('open', () => resolve({ socket, ended: () => code })))
}

/** Sends one message on a connection of its own and waits until the server has read it, whatever comes of it. */
async function sendOne(kind: 'sync' | 'live', message: Uint8Array | string): Promise<void> {
  const { socket } = await attack(kind)
  socket.send(message)
  await new Promise((resolve) => {
    socket.once('pong', resolve)
    socket.once('close', resolve)
    socket.ping()
  })
  socket.terminate()
}

/** Sends one message that must end its connection, and gives the close code. */
async function sendBad(kind: 'sync' | 'live', message: Uint8Array | string): Promise<number | null> {
  const { socket, ended } = await attack(kind)
  socket.send(message)
  await until('it is closed', () => ended() !== null)
  return ended()
}

/** Small, seeded and good enough to make garbage. */
function garbage(start: number): () => number {
  let state = start | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

const update = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return syncMessage(SYNC.step2, encoding.toUint8Array(encoder))
}
const updateOf = (write: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  doc.transact(() => write(doc))
  return syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc))
}
const nested = (depth: number): unknown => {
  let value: unknown = 1
  for (let index = 0; index < depth; index += 1) value = [value]
  return value
}
const withBase = (more: Record<string, unknown>): ((doc: Y.Doc) => void) => {
  return (doc) => {
    const note = new Y.Map<unknown>()
    const base = { kind: 'note', by: target.person, created: 1, source: 'typed' }
    for (const [key, value] of Object.entries({ base, ...more })) note.set(key, value)
    doc.getMap('notes').set('x', note)
  }
}

test(`[R-6] random bytes, cut messages and text on both sockets (seed ${seed})`, async () => {
  const random = garbage(seed)
  const good = updateOf(withBase({ text: new Y.Text('words') }))
  for (let round = 0; round < 60; round += 1) {
    const length = random() % 200
    const bytes = Uint8Array.from({ length }, () => random() & 255)
    const wrapped = syncMessage(random() % 2 === 0 ? SYNC.step2 : SYNC.step1, bytes)
    const cut = good.slice(0, random() % good.length)
    for (const message of [bytes, wrapped, cut]) await sendOne('sync', message)
    await sendOne('live', Buffer.from(bytes).toString('latin1'))
  }
  expect(await sendBad('sync', 'text on a socket for bytes')).toBe(CLOSE.malformed)
  expect(await sendBad('live', Uint8Array.of(1, 2, 3))).toBe(CLOSE.malformed)
  expect(await sendBad('live', '['.repeat(50_000))).toBe(CLOSE.malformed)
  await allIsWell()
}, 60_000)

test('[R-53] what is too large is closed, and only there', async () => {
  expect(await sendBad('sync', new Uint8Array(SYNC_MESSAGE_MAX + 1))).toBe(CLOSE.tooLarge)
  expect(await sendBad('sync', new Uint8Array(40 * 1024 * 1024))).not.toBeNull()
  expect(await sendBad('live', 'x'.repeat(300_000))).toBe(CLOSE.tooLarge)
  expect(await sendBad('live', 'x'.repeat(3_000_000))).not.toBeNull()
  await allIsWell()
})

test('[R-6] updates that lie, nest, forge or announce millions are refused before they are applied', async () => {
  const announced = update((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 33_554_431)
    encoding.writeVarUint(encoder, 7)
    encoding.writeVarUint(encoder, 0)
  })
  const collected = update((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 7)
    encoding.writeVarUint(encoder, 0)
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, 2 ** 50)
    encoding.writeVarUint(encoder, 0)
  })
  const maps = updateOf((doc) => {
    let map = doc.getMap('notes')
    for (let depth = 0; depth < 3_000; depth += 1) {
      const inner = new Y.Map<unknown>()
      map.set('m', inner)
      map = inner
    }
  })
  const attacks: [string, Uint8Array][] = [
    ['33 million announced structs', announced],
    ['a collected range of 2^50', collected],
    ['3,000 maps in one another', maps],
    ['a value 200 levels deep', updateOf(withBase({ style: nested(200) }))],
    ['a list where a map belongs', updateOf((doc) => doc.getArray('notes').push(['x']))],
    ['an unknown top-level name', updateOf((doc) => doc.getMap('evil').set('x', 1))],
    ['__proto__', updateOf((doc) => doc.getMap('__proto__').set('x', 1))],
    ['a sub-document', updateOf((doc) => doc.getMap('notes').set('x', new Y.Doc()))],
    ['meta', updateOf((doc) => doc.getMap('meta').set('template', 'mine'))],
    ['a section by a participant', updateOf((doc) => doc.getMap('regions').set('r1', new Y.Map()))],
    [
      'a note by somebody else',
      updateOf(withBase({ base: { kind: 'note', by: 'ada', created: 1, source: 'typed' } })),
    ],
    ['a wording only the server keeps', updateOf(withBase({ original: 'forged' }))],
    ['megabyte words', updateOf(withBase({ text: new Y.Text('x'.repeat(1_000_000)) }))],
  ]
  for (const [name, message] of attacks) {
    expect(await sendBad('sync', message), name).toBe(CLOSE.refused)
  }
  await allIsWell()
  const reader = stockClient(server.url, target.id, target.doc, target.secret)
  await until('a reader is synchronised', () => reader.provider.synced)
  expect([
    reader.doc.getMap('notes').size,
    reader.doc.getMap('regions').size,
    [...reader.doc.share.keys()].includes('evil'),
  ]).toEqual([0, 0, false])
  reader.destroy()
}, 60_000)

test('[R-6] twenty announcements of millions of structs hold nobody up', async () => {
  const announced = update((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 33_554_431)
    encoding.writeVarUint(encoder, 7)
    encoding.writeVarUint(encoder, 0)
  })
  await Promise.all(Array.from({ length: 20 }, () => sendOne('sync', announced)))
  await allIsWell()
})

test('[R-11] forged, frozen, countless and deeply nested presence', async () => {
  const victim = await joinAs(server.url, target.id, target.key, 'Victim')
  const watcher = stockClient(server.url, target.id, target.doc, victim.secret)
  await until('the victim is synchronised', () => watcher.provider.synced)
  watcher.provider.awareness.setLocalState({ name: 'Victim' })
  const { socket, ended } = await attack('sync')
  const id = watcher.doc.clientID
  socket.send(awarenessMessage([{ client: 77, clock: 1, state: '{"name":"Mallory"}' }]))
  socket.send(awarenessMessage([{ client: id, clock: 2 ** 50, state: 'null' }]))
  socket.send(awarenessMessage([{ client: id, clock: 2 ** 50, state: '{"name":"Fool"}' }]))
  socket.send(
    awarenessMessage(
      Array.from({ length: 20_000 }, (_, index) => ({ client: 1_000 + index, clock: 1, state: '{"g":1}' })),
    ),
  )
  socket.send(awarenessMessage([{ client: 77, clock: 2, state: '['.repeat(6_000) + ']'.repeat(6_000) }]))
  socket.send(awarenessMessage([{ client: 77, clock: 3, state: 'no json' }]))
  await until('the watcher sees Mallory', () => watcher.provider.awareness.getStates().has(77))
  const late = stockClient(server.url, target.id, target.doc, victim.secret)
  await until('a latecomer sees both', () => late.provider.awareness.getStates().size >= 3)
  const states = late.provider.awareness.getStates()
  expect([states.get(77), states.get(id), states.size]).toEqual([{ name: 'Mallory' }, { name: 'Victim' }, 3])
  expect(ended()).toBeNull()
  socket.terminate()
  await until('Mallory is gone', () => !watcher.provider.awareness.getStates().has(77))
  for (const client of [watcher, late]) client.destroy()
  await allIsWell()
})

test('[R-53] frames that break the WebSocket protocol end their own connection', async () => {
  const frames: [string, number[]][] = [
    ['reserved bits', [0xf2, 0x80, 0, 0, 0, 0]],
    ['a reserved opcode', [0x8b, 0x80, 0, 0, 0, 0]],
    ['a close code that does not exist', [0x88, 0x82, 0, 0, 0, 0, 0, 1]],
    ['a length of 2^53', [0x82, 0xff, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['no mask', [0x82, 0x01, 0x00]],
    ['bad UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]],
    ['endless fragments', Array.from({ length: 3_000 }, () => [0x00, 0x81, 0, 0, 0, 0, 7]).flat()],
  ]
  for (const kind of ['sync', 'live'] as const) {
    for (const [name, bytes] of frames) {
      const path = kind === 'sync' ? `/sync/${target.id}/${target.doc}` : `/live/${target.id}`
      const ended = await new Promise<boolean>((resolve) => {
        const socket = connect(server.port, '127.0.0.1', () => {
          socket.write(
            `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\n` +
              `sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\nsec-websocket-protocol: moot, bearer.${target.secret}\r\n\r\n`,
          )
        })
        socket.once('data', () => socket.write(Uint8Array.from(bytes)))
        socket.on('close', () => resolve(true))
        socket.on('error', () => resolve(true))
        socket.resume()
      })
      expect(ended, `${kind}: ${name}`).toBe(true)
    }
  }
  await allIsWell()
}, 60_000)

test('[R-53] what is not HTTP, and upgrades to nowhere, are answered and forgotten', async () => {
  const answers = await Promise.all(
    [
      'GARBAGE\r\n\r\n',
      'GET /nowhere HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    ].map(
      (text) =>
        new Promise<string>((resolve) => {
          let heard = ''
          const socket = connect(server.port, '127.0.0.1', () => socket.write(text))
          socket.on('data', (data: Buffer) => (heard += data.toString('latin1')))
          socket.on('close', () => resolve(heard))
        }),
    ),
  )
  expect(answers.map((each) => each.slice(9, 12))).toEqual(['400', '404'])
  await allIsWell()
})
