/** Watching the spaces over real sockets: one text for all, nothing for nobody, and never what is hidden. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { BoardReading, removeNotes } from '@moot/board'
import { WorkshopReplica } from '@moot/client'
import { applyDigests, parseDown, spacesResult } from '@moot/protocol'
import type { BoardDigest } from '@moot/protocol'
import { LiveClient } from '../support/liveClient.ts'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, startServer } from '../support/startServer.ts'
import { addPlainNote, stockClient, until } from '../support/stockClient.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
const open: { destroy: () => void }[] = []
afterEach(() => {
  for (const client of open.splice(0)) client.destroy()
})
const kept = <T extends { destroy: () => void }>(client: T): T => {
  open.push(client)
  return client
}

/** What somebody was told of the boards, message by message and as it stands. */
function told(live: LiveClient): { texts: string[]; digests: Readonly<Record<string, BoardDigest>> } {
  const texts = live.raw.filter((text) => text.startsWith('{"type":"digests"'))
  let digests: Readonly<Record<string, BoardDigest>> = {}
  for (const text of texts) {
    const message = parseDown(text)
    if (message?.type === 'digests') digests = applyDigests(digests, message)
  }
  return { texts, digests }
}

/** A round of two spaces, a facilitator who is connected, and somebody who writes in the first one. */
async function aRound() {
  const { id, keys } = await makeWorkshop(server.url)
  const come = async (key: string, name: string) => {
    const person = await joinAs(server.url, id, key, name)
    const live = kept(new LiveClient(server.url, id, person.secret))
    await until(`${name} is here`, () => live.view !== undefined)
    return { ...person, live }
  }
  const theo = await come(keys.facilitator, 'Theo')
  const result = await theo.live.give({
    type: 'spaces.open',
    count: 2,
    template: 'blank',
    fill: 'choose',
  })
  const { spaces } = spacesResult.parse(result)
  await until('the round is in the view', () => theo.live.view?.now.round === 1)
  const boards = spaces.map((space) => theo.live.view?.spaces[space]?.board ?? '')
  const client = kept(
    stockClient(server.url, id, theo.live.view?.boards[boards[0] ?? '']?.doc ?? '', theo.secret),
  )
  await until('the writer is synchronised', () => client.provider.synced)
  return { id, keys, come, theo, boards, client }
}

test('[R-110] two who watch get the same text, at most one a second; who does not watch gets nothing', async () => {
  const { keys, come, theo, boards, client } = await aRound()
  const [first = ''] = boards
  const [ama, bo, cy] = [
    await come(keys.facilitator, 'Farah'),
    await come(keys.join, 'Bo'),
    await come(keys.join, 'Cy'),
  ]
  ama.live.say({ type: 'watch', what: 'minis' })
  bo.live.say({ type: 'watch', what: 'minis' })
  await until('both have seen the empty boards', () =>
    [ama, bo].every(({ live }) => told(live).digests[first]?.notes === 0),
  )
  const began = Date.now()
  for (let index = 0; index < 30; index += 1) {
    addPlainNote(client.doc, theo.personId, `Thought ${index}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await until('both have all of it', () =>
    [ama, bo].every(({ live }) => told(live).digests[first]?.notes === 30),
  )
  const seconds = (Date.now() - began) / 1_000
  const [hers, his] = [told(ama.live).texts, told(bo.live).texts]
  expect(his.at(-1)).toBe(hers.at(-1))
  expect(hers.length).toBeLessThanOrEqual(Math.ceil(seconds) + 3)
  expect(told(ama.live).digests[first]?.mini?.notes).toHaveLength(90)
  expect(told(cy.live).texts).toEqual([])
  // Who stops watching hears no more.
  bo.live.say({ type: 'watch', what: 'none' })
  addPlainNote(client.doc, theo.personId, 'After he left')
  await until('she sees the next', () => told(ama.live).digests[first]?.last?.text === 'After he left')
  expect(told(bo.live).texts).toHaveLength(his.length)
})

test('[R-111] hidden notes are in no digest, whoever watches', async () => {
  const { id, keys, come, theo, boards, client } = await aRound()
  const [first = ''] = boards
  addPlainNote(client.doc, theo.personId, 'May be seen')
  const hidden = addPlainNote(client.doc, theo.personId, 'Must not be seen')
  const board = new BoardReading(client.doc)
  removeNotes(
    { board, person: theo.personId, now: Date.now, newId: () => 'x', origin: {} },
    [hidden],
    'hidden',
  )
  const bo = await come(keys.observer, 'Olu')
  const doc = theo.live.view?.boards[first]?.doc ?? ''
  const other = kept(stockClient(server.url, id, doc, bo.secret))
  await until('it is hidden for all', () => {
    const gone = new BoardReading(other.doc).notes.get(hidden)?.gone
    return gone?.how === 'hidden'
  })
  bo.live.say({ type: 'watch', what: 'minis' })
  await until('he sees the board', () => told(bo.live).digests[first] !== undefined)
  expect(told(bo.live).digests[first]).toMatchObject({ notes: 1, last: { text: 'May be seen' } })
  expect(bo.live.raw.join('')).not.toContain('Must not be seen')
  board.dispose()
})

test('[CL-14] a browser follows what asks most, nothing when nobody asks, and goes on after a lost connection', async () => {
  const own = await startServer()
  const { id, keys } = await makeWorkshop(own.url)
  const { secret, personId } = await joinAs(own.url, id, keys.facilitator, 'Theo')
  const replica = new WorkshopReplica({ workshopId: id, secret, origin: own.url })
  const digests = () => Object.values(replica.digests.getState())
  const view = () => replica.store.getState().view
  await until('the view is there', () => view() !== undefined)
  await replica.command({ type: 'spaces.open', count: 2, template: 'blank', fill: 'choose' })
  await until('the spaces are there', () => Object.values(view()?.spaces ?? {}).some(({ isOn }) => isOn))
  const stopLines = replica.watch('lines')
  await until('lines come', () => digests().length > 0)
  expect(digests().some(({ mini }) => mini !== undefined)).toBe(false)
  const stopMinis = replica.watch('minis')
  await until('miniatures come', () => digests().every(({ mini }) => mini !== undefined))
  stopLines()
  await own.stop({ keepData: true })
  const again = await startServer({ data: own.dataDir, args: ['--port', String(own.port)] })
  try {
    await until('it is connected again', () => replica.store.getState().connection.state === 'open', 20_000)
    const space = Object.values(view()?.spaces ?? {}).find(({ isOn }) => isOn)
    const doc = view()?.boards[space?.board ?? '']?.doc ?? ''
    const client = kept(stockClient(again.url, id, doc, secret))
    await until('the writer is synchronised', () => client.provider.synced)
    addPlainNote(client.doc, personId, 'After the restart')
    await until('it is told of', () => digests().some(({ last }) => last?.text === 'After the restart'))
    stopMinis()
    addPlainNote(client.doc, personId, 'Nobody watches')
    const watcher = kept(new LiveClient(again.url, id, secret))
    await until('another is there', () => watcher.view !== undefined)
    watcher.say({ type: 'watch', what: 'lines' })
    await until('that one is told', () =>
      Object.values(told(watcher).digests).some(({ last }) => last?.text === 'Nobody watches'),
    )
    expect(digests().some(({ last }) => last?.text === 'Nobody watches')).toBe(false)
  } finally {
    replica.dispose()
    await again.stop({ keepData: false })
  }
})
