/** What an observer's stock client can do, and who may open a socket at all. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { CLOSE } from '@moot/protocol'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, startServer } from '../support/startServer.ts'
import type { StockClient } from '../support/stockClient.ts'
import { addPlainNote, stockClient, until, wordsIn } from '../support/stockClient.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
const open: StockClient[] = []
afterEach(() => {
  for (const client of open.splice(0)) client.destroy()
})
const keep = (client: StockClient): StockClient => {
  open.push(client)
  return client
}

/** How a bare socket ended. */
function ending(
  path: string,
  protocols: string[],
  headers: Record<string, string> = {},
): Promise<{ code: number; reason: string }> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, protocols, { headers })
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
    socket.on('error', () => undefined)
  })
}

test('[R-8] an observer’s stock client reads everything, changes nothing and is told once', async () => {
  const { id, keys, boards } = await makeWorkshop(server.url, { template: 'columns' })
  const doc = boards[0]?.doc ?? ''
  const ada = await joinAs(server.url, id, keys.join, 'Ada')
  const olga = await joinAs(server.url, id, keys.observer, 'Olga')
  const a = keep(stockClient(server.url, id, doc, ada.secret))
  const o = keep(stockClient(server.url, id, doc, olga.secret))
  const told: string[] = []
  const { warn } = console
  console.warn = (text: string) => told.push(text)
  try {
    await until('both are synchronised', () => a.provider.synced && o.provider.synced)
    const note = addPlainNote(a.doc, ada.personId, 'Hello')
    await until('the observer sees the note', () => wordsIn(o.doc, note) === 'Hello')
    o.provider.awareness.setLocalState({ name: 'Olga was here' })
    const hers = [addPlainNote(o.doc, olga.personId, 'one'), addPlainNote(o.doc, olga.personId, 'two')]
    o.doc.getMap('notes').delete(note)
    await until('she is told', () => told.length > 0)
    const after = addPlainNote(a.doc, ada.personId, 'after')
    await until('a later note arrives', () => wordsIn(o.doc, after) === 'after')
    const fresh = keep(stockClient(server.url, id, doc, ada.secret))
    await until('a newcomer is synchronised', () => fresh.provider.synced)
    expect(hers.map((each) => [wordsIn(a.doc, each), wordsIn(fresh.doc, each)])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
    expect([wordsIn(a.doc, note), wordsIn(fresh.doc, note)]).toEqual(['Hello', 'Hello'])
    expect([...a.provider.awareness.getStates().values()].filter((state) => 'name' in state)).toEqual([])
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('Observers see everything')
    expect(o.closes).toEqual([])
  } finally {
    console.warn = warn
  }
})

test('[R-50] who may not come in is told so by a close code after the upgrade', async () => {
  const { id, keys, boards } = await makeWorkshop(server.url)
  const doc = boards[0]?.doc ?? ''
  const { secret } = await joinAs(server.url, id, keys.join, 'Ada')
  const other = await makeWorkshop(server.url)
  const mine = ['moot', `bearer.${secret}`]
  const cases: [string, string[], number][] = [
    [`/sync/${id}/${doc}`, ['moot'], CLOSE.unknownPerson],
    [`/sync/${id}/${doc}`, ['moot', 'bearer.wrong'], CLOSE.unknownPerson],
    [`/live/${id}`, ['moot', `bearer.${keys.facilitator}`], CLOSE.unknownPerson],
    [`/live/${other.id}`, mine, CLOSE.unknownPerson],
    ['/live/nowhere', mine, CLOSE.notFound],
    [`/sync/${id}/nothing`, mine, CLOSE.notFound],
    [`/sync/${id}/${other.boards[0]?.doc ?? ''}`, mine, CLOSE.notFound],
  ]
  for (const [path, protocols, code] of cases) expect((await ending(path, protocols)).code, path).toBe(code)
})

test('[R-51] a page of another site may not open a socket or ask anything', async () => {
  const { id, keys, boards } = await makeWorkshop(server.url)
  const { secret } = await joinAs(server.url, id, keys.join, 'Ada')
  const mine = ['moot', `bearer.${secret}`]
  const evil = { origin: 'https://evil.example' }
  expect(await ending(`/live/${id}`, mine, evil)).toEqual({ code: CLOSE.refused, reason: 'origin' })
  expect(await ending(`/sync/${id}/${boards[0]?.doc ?? ''}`, mine, evil)).toEqual({
    code: CLOSE.refused,
    reason: 'origin',
  })
  const answer = await fetch(`${server.url}/api/workshops`, {
    method: 'POST',
    headers: { ...evil, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(answer.status).toBe(403)
  const own = new WebSocket(`${server.url.replace('http', 'ws')}/live/${id}`, mine, {
    headers: { origin: server.url },
  })
  await new Promise((resolve, reject) => {
    own.on('message', resolve)
    own.on('close', reject)
    own.on('open', () => own.send(JSON.stringify({ type: 'hello', v: 1 })))
  })
  expect(own.protocol).toBe('moot')
  own.close()
})

test('[R-51] the public address is a home too', async () => {
  const behind = await startServer({ args: ['--public-url', 'https://moot.example.org'] })
  const socket = new WebSocket(`${behind.url.replace('http', 'ws')}/live/nowhere`, ['moot', 'bearer.x'], {
    headers: { origin: 'https://moot.example.org' },
  })
  const code = await new Promise((resolve) => socket.on('close', resolve))
  expect(code).toBe(CLOSE.notFound)
  expect(behind.output()).toContain('Moot is ready: https://moot.example.org')
  await behind.stop()
})

test(
  '[R-13] three stock clients with presence stay connected, and see one another',
  { timeout: 120_000 },
  async () => {
    const { id, keys, boards } = await makeWorkshop(server.url)
    const doc = boards[0]?.doc ?? ''
    const people = await Promise.all(
      ['Ada', 'Ben', 'Cleo'].map((name) => joinAs(server.url, id, keys.join, name)),
    )
    const clients = people.map(({ secret }) => keep(stockClient(server.url, id, doc, secret)))
    // A fourth is alone on a board of its own and says nothing at all: it must not be dropped either.
    const lonely = await makeWorkshop(server.url)
    const lone = await joinAs(server.url, lonely.id, lonely.keys.join, 'Lone')
    const silent = keep(
      stockClient(server.url, lonely.id, lonely.boards[0]?.doc ?? '', lone.secret, { connect: false }),
    )
    silent.provider.awareness.setLocalState(null)
    silent.provider.connect()
    await until('all are synchronised', () => [...clients, silent].every(({ provider }) => provider.synced))
    clients.forEach(({ provider }, index) => provider.awareness.setLocalState({ name: people[index]?.name }))
    const seen = (client: StockClient): string[] =>
      [...client.provider.awareness.getStates().values()].map((state) => String(state['name'])).toSorted()
    const started = Date.now()
    while (Date.now() - started < 61_000) {
      await until('everybody sees everybody', () =>
        clients.every((client) => seen(client).join() === 'Ada,Ben,Cleo'),
      )
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
    expect([...clients, silent].map(({ closes, provider }) => [closes, provider.wsconnected])).toEqual(
      [...clients, silent].map(() => [[], true]),
    )
    clients[2]?.provider.destroy()
    await until('the one who left is gone at once', () =>
      clients.slice(0, 2).every((client) => seen(client).join() === 'Ada,Ben'),
    )
  },
)

test('[R-7] a forged client id and an update with a hole are refused and reach nobody', async () => {
  const { id, keys, boards } = await makeWorkshop(server.url)
  const doc = boards[0]?.doc ?? ''
  const ada = await joinAs(server.url, id, keys.join, 'Ada')
  const mallory = await joinAs(server.url, id, keys.join, 'Mallory')
  const a = keep(stockClient(server.url, id, doc, ada.secret))
  await until('Ada is synchronised', () => a.provider.synced)
  const first = addPlainNote(a.doc, ada.personId, 'first')

  const forged = keep(stockClient(server.url, id, doc, mallory.secret))
  await until('Mallory has the note', () => wordsIn(forged.doc, first) === 'first')
  const own = forged.doc.clientID
  forged.doc.clientID = a.doc.clientID
  addPlainNote(forged.doc, mallory.personId, 'under the id of Ada')
  forged.doc.clientID = own
  await until('Mallory is closed', () => forged.closes.length > 0)
  expect(forged.closes).toEqual([{ code: CLOSE.refused, reason: 'foreign_client' }])

  const holed = keep(stockClient(server.url, id, doc, mallory.secret))
  await until('Mallory is back', () => holed.provider.synced)
  const apart = new Y.Doc()
  addPlainNote(apart, mallory.personId, 'never sent')
  const before = Y.encodeStateVector(apart)
  addPlainNote(apart, mallory.personId, 'builds on it')
  const socket = holed.provider.ws
  socket?.send(Uint8Array.from([0, 2, ...varBytes(Y.encodeStateAsUpdate(apart, before))]))
  await until('Mallory is closed again', () => holed.closes.length > 0)
  expect(holed.closes).toEqual([{ code: CLOSE.refused, reason: 'unresolved' }])

  const second = addPlainNote(a.doc, ada.personId, 'second')
  const fresh = keep(stockClient(server.url, id, doc, ada.secret))
  await until('a newcomer has what Ada wrote', () => wordsIn(fresh.doc, second) === 'second')
  expect(fresh.doc.getMap('notes').size).toBe(2)
  expect(fresh.doc.store.pendingStructs).toBeNull()
})

function varBytes(bytes: Uint8Array): number[] {
  const length: number[] = []
  let rest = bytes.length
  while (rest > 127) {
    length.push((rest & 127) | 128)
    rest >>>= 7
  }
  return [...length, rest, ...bytes]
}
