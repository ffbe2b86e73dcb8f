/** Boards of a workshop over real sockets: added, copied, removed under somebody's hands, and there after a power cut. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardResult, CLOSE } from '@moot/protocol'
import { LiveClient } from '../support/liveClient.ts'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, post, startServer } from '../support/startServer.ts'
import type { StockClient } from '../support/stockClient.ts'
import { addPlainNote, stockClient, until, wordsIn } from '../support/stockClient.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
const open: { destroy: () => void }[] = []
afterEach(() => {
  for (const each of open.splice(0)) each.destroy()
})

/** A `/live` connection that is closed with the test, and what it knows of boards. */
class Live extends LiveClient {
  constructor(url: string, workshop: string, secret: string) {
    super(url, workshop, secret)
    open.push(this)
  }
  get titles(): string[] {
    return Object.values(this.view?.boards ?? {})
      .filter((board) => board.gone === undefined)
      .toSorted((a, b) => a.order - b.order)
      .map(({ title }) => title)
  }
  docOf(board: string): string {
    return this.view?.boards[board]?.doc ?? ''
  }
}

async function workshop(at = server) {
  const made = await makeWorkshop(at.url, { title: 'Our year' })
  const { id, keys, boards } = made
  const [fay, finn, pat] = await Promise.all([
    joinAs(at.url, id, keys.facilitator, 'Fay'),
    joinAs(at.url, id, keys.facilitator, 'Finn'),
    joinAs(at.url, id, keys.join, 'Pat'),
  ])
  const ask = (secret: string, command: object) =>
    post(at.url, `/api/workshops/${id}/commands`, command, secret)
  const give = async (command: object, secret = fay.secret): Promise<string> => {
    const { status, json } = await ask(secret, command)
    if (typeof json !== 'object' || json === null || status !== 200) throw new Error(JSON.stringify(json))
    const made = boardResult.safeParse('result' in json ? json.result : undefined)
    return made.success ? made.data.board : ''
  }
  const connect = (doc: string, secret: string): StockClient => {
    const client = stockClient(at.url, id, doc, secret)
    open.push(client)
    return client
  }
  const [first] = boards
  return { id, keys, fay, finn, pat, ask, give, connect, board: first?.id ?? '', doc: first?.doc ?? '' }
}

test('[R-80] thirty boards, two facilitators adding at once: everybody sees one order, and each opens', async () => {
  const { id, fay, finn, pat, give, connect } = await workshop()
  const [f, p] = [new Live(server.url, id, fay.secret), new Live(server.url, id, pat.secret)]
  const made = await Promise.all(
    Array.from({ length: 29 }, (_, index) =>
      give(
        { type: 'board.add', template: index % 3 === 0 ? 'columns' : 'blank', title: `Board ${index}` },
        index % 2 === 0 ? fay.secret : finn.secret,
      ),
    ),
  )
  expect(new Set(made).size).toBe(29)
  await until('both see thirty', () => f.titles.length === 30 && p.titles.length === 30)
  expect(p.titles).toEqual(f.titles)
  const last = made.at(-1) ?? ''
  await give({ type: 'board.move', board: last, to: 0 })
  await until('the last is first', () => p.titles[0] === 'Board 28')
  const client = connect(p.docOf(last), pat.secret)
  await until('it opens', () => client.provider.synced)
  const note = addPlainNote(client.doc, pat.personId, 'Here')
  const other = connect(p.docOf(last), fay.secret)
  await until('the note is there', () => wordsIn(other.doc, note) === 'Here')
})

test('[W-1] nobody but a facilitator does anything to boards', async () => {
  const { id, keys, pat, ask, board } = await workshop()
  const olga = await joinAs(server.url, id, keys.observer, 'Olga')
  for (const { secret } of [pat, olga]) {
    for (const command of [
      { type: 'board.add', template: 'blank' },
      { type: 'board.copy', board },
      { type: 'board.move', board, to: 0 },
      { type: 'board.remove', board },
      { type: 'board.restore', board },
    ])
      expect(await ask(secret, command)).toMatchObject({ status: 403, json: { code: 'not_allowed' } })
  }
})

test('[R-81] a copy over the wire: notes with where they came from, and none of the deleted ones', async () => {
  const { id, fay, pat, give, connect, board, doc } = await workshop()
  const client = connect(doc, pat.secret)
  await until('Pat is there', () => client.provider.synced)
  const kept = addPlainNote(client.doc, pat.personId, 'Kept words')
  const binned = addPlainNote(client.doc, pat.personId, 'Binned words')
  const groups = client.doc.getMap<Y.Map<unknown>>('notes').get(binned)
  groups?.set('gone', { by: pat.personId, at: 1, how: 'deleted' })
  const witness = connect(doc, fay.secret)
  await until(
    'it is saved',
    () => witness.doc.getMap<Y.Map<unknown>>('notes').get(binned)?.has('gone') === true,
  )
  const copy = await give({ type: 'board.copy', board })
  const live = new Live(server.url, id, pat.secret)
  await until('the copy is seen', () => live.docOf(copy) !== '')
  expect(live.titles).toEqual(['Our year', 'Our year (copy)'])
  const there = connect(live.docOf(copy), pat.secret)
  await until('the copy opens', () => there.provider.synced)
  const notes = [...there.doc.getMap<Y.Map<unknown>>('notes').values()]
  expect(notes.map((note) => [String(note.get('text')), note.get('base')])).toEqual([
    ['Kept words', expect.objectContaining({ by: pat.personId, from: { board, item: kept } })],
  ])
  expect(Buffer.from(Y.encodeStateAsUpdate(there.doc)).toString('latin1')).not.toContain('Binned')
})

test('[R-82] a board removed under somebody’s hands: closed for good, saved, invisible, and back as it was', async () => {
  const { id, fay, pat, ask, give, connect, board } = await workshop()
  const second = await give({ type: 'board.add', template: 'blank', title: 'Second' })
  const [f, p] = [new Live(server.url, id, fay.secret), new Live(server.url, id, pat.secret)]
  await until('both see two', () => f.titles.length === 2 && p.titles.length === 2)
  const doc = p.docOf(second)
  const [a, b] = [connect(doc, pat.secret), connect(doc, fay.secret)]
  await until('both are there', () => a.provider.synced && b.provider.synced)
  const note = addPlainNote(a.doc, pat.personId, 'Seen, so saved')
  await until('the other sees it', () => wordsIn(b.doc, note) !== undefined)
  await give({ type: 'board.remove', board: second })
  await until('both are sent away', () => a.closes.length > 0 && b.closes.length > 0)
  expect([a.closes, b.closes]).toEqual([
    [{ code: CLOSE.notFound, reason: 'removed' }],
    [{ code: CLOSE.notFound, reason: 'removed' }],
  ])
  // A code of the 44s: the stock client does not come back by itself.
  expect(a.provider.shouldConnect).toBe(false)
  await until('only one is left', () => p.titles.length === 1)
  expect(p.view?.boards[second]).toBeUndefined()
  expect(f.view?.boards[second]).toMatchObject({ title: 'Second', gone: { by: fay.personId } })
  const late = connect(doc, pat.secret)
  await until('nobody gets in', () => late.closes.length > 0)
  expect(late.closes[0]?.code).toBe(CLOSE.notFound)
  const markdown = await fetch(`${server.url}/api/workshops/${id}/write-up.md`, {
    headers: { authorization: `Bearer ${pat.secret}` },
  })
  expect(await markdown.text()).not.toContain('Seen, so saved')
  expect(await ask(fay.secret, { type: 'board.remove', board })).toMatchObject({
    status: 422,
    json: { code: 'last_board', message: expect.stringContaining('only board') },
  })
  await give({ type: 'board.restore', board: second })
  await until('it is back', () => p.docOf(second) === doc)
  const again = connect(doc, pat.secret)
  await until('its note is there', () => wordsIn(again.doc, note) === 'Seen, so saved')
})

test('[R-80] kill -9 right after adding and copying: what was answered is there, and opens', async () => {
  let mine = await startServer()
  const { id, fay, pat, give, board } = await workshop(mine)
  const made = [
    await give({ type: 'board.add', template: 'columns', title: 'Added' }),
    await give({ type: 'board.copy', board }),
  ]
  await mine.kill9()
  mine = await startServer({ data: mine.dataDir })
  const live = new Live(mine.url, id, fay.secret)
  await until('the workshop is back', () => live.view !== undefined)
  expect(live.titles).toEqual(['Our year', 'Our year (copy)', 'Added'])
  for (const each of made) {
    const client = stockClient(mine.url, id, live.docOf(each), pat.secret)
    open.push(client)
    await until('it opens', () => client.provider.synced)
    expect(client.doc.getMap('meta').get('schema')).toBe(1)
  }
  for (const each of open.splice(0)) each.destroy()
  await mine.stop({ keepData: false })
})
