/**
 * What a full house costs: 300 people in 20 spaces, half of them writing, and one facilitator who has *Spaces* open in a
 * real browser: `node tests/bench/spaces.ts`. Prints, asserts nothing: the figures depend on the machine. Wanted: the
 * server under half a core, the page under 30 % of one. The people are bare sockets in processes of their own.
 */
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { PROTOCOL_VERSION, SYNC, syncMessage } from '@moot/protocol'
import { findBrowser } from '../../scripts/bootstrap.mjs'
import { LAPTOP, launchBrowser } from '../support/browser.ts'
import { LiveClient } from '../support/liveClient.ts'
import { joinAs, makeWorkshop, startServer } from '../support/startServer.ts'
import { until } from '../support/stockClient.ts'
import type { Task } from './measuring.ts'
import { beCrowd, busyTime, crowd, processorSeconds } from './measuring.ts'

const PEOPLE = 300
const SPACES = 20
/** A quick typist: 36 words a minute. */
const LETTERS_PER_SECOND = 3
const LETTERS_PER_NOTE = 45
/** How long it settles, and is measured, in ms. */
const SETTLE_MS = 8_000
const MEASURE_MS = 20_000

/** One simulated person. */
interface Simulated {
  readonly person: string
  readonly secret: string
  readonly space: string
  readonly board: string
  readonly doc: string
  readonly isWriting: boolean
}

/** Connects somebody as a browser would, and lets them write. Nothing that arrives is looked at. */
async function simulate({ url, id }: Task<Simulated>, who: Simulated): Promise<void> {
  const open = async (path: string): Promise<WebSocket> => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, ['moot', `bearer.${who.secret}`])
    socket.on('error', () => undefined)
    socket.on('message', () => undefined)
    await once(socket, 'open')
    return socket
  }
  const live = await open(`/live/${id}`)
  const say = (message: object): void => live.send(JSON.stringify(message))
  say({ type: 'hello', v: PROTOCOL_VERSION })
  say({ type: 'command', id: 1, command: { type: 'space.enter', space: who.space } })
  say({ type: 'at', board: who.board, note: null })
  const sync = await open(`/sync/${id}/${who.doc}`)
  const doc = new Y.Doc()
  sync.send(syncMessage(SYNC.step1, Y.encodeStateVector(doc)))
  sync.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc)))
  if (!who.isWriting) return
  doc.on('update', (update: Uint8Array) => sync.send(syncMessage(SYNC.update, update)))
  write(doc, who, (note) => say({ type: 'at', board: who.board, note }))
}

/** Writes note after note, a letter at a time. */
function write(doc: Y.Doc, { person }: Simulated, atNote: (note: string) => void): void {
  let count = 0
  let words: Y.Text | undefined
  const begin = (): void => {
    const noteId = `${person}${count}`
    words = new Y.Text()
    const text = words
    doc.transact(() => {
      const note = new Y.Map<unknown>()
      note.set('base', { kind: 'note', by: person, created: Date.now(), source: 'typed' })
      note.set('pos', [Math.floor(Math.random() * 2_000), Math.floor(Math.random() * 900), 'a0'])
      note.set('text', text)
      note.set('style', { color: 'mint' })
      note.set('member', { region: null, theme: null, order: 'a0' })
      doc.getMap('notes').set(noteId, note)
    })
    count += 1
    atNote(noteId)
  }
  const letter = (): void => {
    if (words === undefined || words.length >= LETTERS_PER_NOTE) begin()
    else words.insert(words.length, words.length % 6 === 5 ? ' ' : 'e')
  }
  // Not all at the same moment.
  setTimeout(() => setInterval(letter, 1_000 / LETTERS_PER_SECOND), Math.random() * 1_000)
}

async function main(): Promise<void> {
  process.env['MOOT_TEST_BROWSER'] ??= findBrowser() ?? ''
  const server = await startServer()
  const browser = await launchBrowser()
  let stop = (): void => undefined
  try {
    const { id, keys } = await makeWorkshop(server.url, { title: 'A full house' })
    const theo = await joinAs(server.url, id, keys.facilitator, 'Theo')
    const live = new LiveClient(server.url, id, theo.secret)
    await until('Theo is there', () => live.view !== undefined)
    await live.give({ type: 'spaces.open', count: SPACES, template: 'blank', fill: 'choose' })
    const spaces = () => Object.entries(live.view?.spaces ?? {}).filter(([, { isOn }]) => isOn)
    await until('the spaces are open', () => spaces().length === SPACES)
    const people: Simulated[] = []
    for (let index = 0; index < PEOPLE; index += 1) {
      const [space, view] = spaces()[index % SPACES] ?? []
      const board = view?.board ?? ''
      const { personId, secret } = await joinAs(server.url, id, keys.join, `Guest ${index + 1}`)
      const doc = live.view?.boards[board]?.doc ?? ''
      const isWriting = (Math.floor(index / SPACES) + index) % 2 === 0
      people.push({ person: personId, secret, space: space ?? '', board, doc, isWriting })
    }
    live.destroy()
    const page = await (await browser.newContext({ viewport: LAPTOP })).newPage()
    await page.goto(`${server.url}/w/${id}/spaces#f.${keys.facilitator}`)
    await page.getByRole('textbox', { name: 'Your name' }).fill('Farah')
    await page.getByRole('button', { name: 'Join', exact: true }).click()
    await page.getByRole('banner').waitFor()
    stop = (await crowd(fileURLToPath(import.meta.url), { url: server.url, id, people })).stop
    await page.goto(`${server.url}/w/${id}/spaces`)
    await page.locator('[data-space="20"]').waitFor()
    await page.waitForTimeout(SETTLE_MS)
    const began = performance.now()
    const [before, busy] = [processorSeconds(server.pid), await busyTime(page)]
    await page.waitForTimeout(MEASURE_MS)
    const [used, busySeconds] = [processorSeconds(server.pid) - before, await busy()]
    const seconds = (performance.now() - began) / 1_000
    const shown = await page.locator('[data-space="1"]').innerText()
    const share = (ofTime: number): string => `${((ofTime / seconds) * 100).toFixed(0)} % of a core`
    const writers = people.filter(({ isWriting }) => isWriting).length
    console.log(
      `${PEOPLE} people in ${SPACES} spaces, ${writers} writing ${LETTERS_PER_SECOND} letters a second each; Spaces open`,
    )
    console.log(`space 1 after it: ${shown.replaceAll(/\s*\n\s*/g, ' · ')}`)
    console.log(`server  ${share(used)} (wanted: under 50 %)`)
    console.log(`page    ${share(busySeconds)} (wanted: under 30 %)`)
  } finally {
    stop()
    await browser.close()
    await server.stop()
  }
}

if (process.argv[2] === 'people') await beCrowd(simulate)
else await main()
