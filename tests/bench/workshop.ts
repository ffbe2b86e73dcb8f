/**
 * What a large workshop costs: 300 people in 20 spaces, half of them writing, one facilitator with *Spaces* open:
 * `node tests/bench/workshop.ts`. Prints, asserts nothing: the figures depend on the machine and on what else it does.
 * Wanted: the server under half a core, the page under 30 % of one.
 */
import { readFileSync } from 'node:fs'
import { findBrowser } from '../../scripts/bootstrap.mjs'
import type { Browser, CDPSession } from 'playwright-core'
import { launchBrowser, openGuest } from '../support/browser.ts'
import { LiveClient } from '../support/liveClient.ts'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, startServer } from '../support/startServer.ts'
import type { StockClient } from '../support/stockClient.ts'
import { addPlainNote, stockClient, until } from '../support/stockClient.ts'
import * as Y from 'yjs'

const PEOPLE = 300
const SPACES = 20
/** How long is measured, in ms. */
const MEASURED_MS = 20_000
/** Between two letters of somebody who writes, in ms, and letters of a note. */
const LETTER_MS = 300
const NOTE_LETTERS = 40
/** How often somebody looks elsewhere: on average once in this time, in ms. */
const LOOKS_MS = 20_000

interface Member {
  readonly person: string
  readonly live: LiveClient
  readonly board: StockClient
  readonly boardId: string
}

/** CPU time of a process so far, in ms; NaN where the system does not say. */
function cpuMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    // User and system time in hundredths of a second, threads included.
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return NaN
  }
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1_000
}

const share = (ms: number): string => `${((ms / MEASURED_MS) * 100).toFixed(0)} % of a core`

/** Everybody joins, is sent to a space, goes there and opens its board. */
async function gather(server: RunningServer): Promise<{
  readonly id: string
  readonly facilitatorKey: string
  readonly farah: LiveClient
  readonly members: readonly Member[]
}> {
  const { id, keys } = await makeWorkshop(server.url, { title: 'A large workshop' })
  const lead = await joinAs(server.url, id, keys.facilitator, 'Farah')
  const farah = new LiveClient(server.url, id, lead.secret)
  await until('the facilitator is there', () => farah.view !== undefined)
  const people: { readonly person: string; readonly secret: string; readonly live: LiveClient }[] = []
  for (let from = 0; from < PEOPLE; from += 30) {
    const batch = Array.from({ length: 30 }, async (_, at) => {
      const { personId, secret } = await joinAs(server.url, id, keys.join, `Person ${from + at + 1}`)
      people.push({ person: personId, secret, live: new LiveClient(server.url, id, secret) })
    })
    await Promise.all(batch)
  }
  await until('all are there', () => people.every(({ live }) => live.view !== undefined), 60_000)
  await farah.give({ type: 'spaces.open', count: SPACES, template: 'columns', fill: 'random' })
  await until('all were sent', () => people.every(({ live }) => live.view?.me.sent != null), 60_000)
  const members: Member[] = []
  for (const { person, secret, live } of people) {
    const space = live.view?.me.sent?.space ?? ''
    await live.give({ type: 'space.enter', space })
    const boardId = live.view?.spaces[space]?.board ?? ''
    const board = stockClient(server.url, id, live.view?.boards[boardId]?.doc ?? '', secret)
    live.say({ type: 'at', board: boardId, note: null })
    members.push({ person, live, board, boardId })
  }
  await until('all boards are open', () => members.every(({ board }) => board.provider.synced), 60_000)
  return { id, facilitatorKey: keys.facilitator, farah, members }
}

/** Half of the people write, letter by letter; all look elsewhere now and then. Returns how to stop them. */
function busy(members: readonly Member[]): { readonly stop: () => void; readonly letters: () => number } {
  let letters = 0
  const timers = members.map(({ person, live, board, boardId }, index) => {
    let words: Y.Text | undefined
    return setInterval(
      () => {
        if (Math.random() < LETTER_MS / LOOKS_MS)
          live.say({ type: 'at', board: boardId, note: Math.random() < 0.5 ? null : `n${index}` })
        if (index % 2 === 1) return
        if (words === undefined || words.length >= NOTE_LETTERS) {
          const note = board.doc.getMap('notes').get(addPlainNote(board.doc, person, ''))
          const text: unknown = note instanceof Y.Map ? note.get('text') : undefined
          words = text instanceof Y.Text ? text : undefined
        }
        words?.insert(words.length, words.length % 6 === 5 ? ' ' : 'a')
        letters += 1
      },
      LETTER_MS * (0.8 + Math.random() * 0.4),
    )
  })
  return { stop: () => timers.forEach((timer) => clearInterval(timer)), letters: () => letters }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function main(browser: Browser): Promise<void> {
  const server = await startServer()
  try {
    const began = performance.now()
    const { id, facilitatorKey, farah, members } = await gather(server)
    console.log(
      `${PEOPLE} people came, went to ${SPACES} spaces and opened their boards in ${((performance.now() - began) / 1000).toFixed(1)} s`,
    )
    const { page } = await openGuest(browser)
    await page.goto(`${server.url}/w/${id}#f.${facilitatorKey}`)
    await page.getByRole('textbox', { name: 'Your name' }).fill('Theo')
    await page.getByRole('button', { name: 'Join', exact: true }).click()
    await page.getByRole('link', { name: 'Spaces', exact: true }).first().click()
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const writing = busy(members)
    await sleep(3_000)
    const letters = writing.letters()
    const before = { server: cpuMs(server.pid), page: await taskMs(session), here: process.cpuUsage() }
    await sleep(MEASURED_MS)
    const here = process.cpuUsage(before.here)
    console.log(`  letters a second   ${Math.round((writing.letters() - letters) / (MEASURED_MS / 1_000))}`)
    console.log(`  server             ${share(cpuMs(server.pid) - before.server)}`)
    console.log(`  page with Spaces   ${share((await taskMs(session)) - before.page)}`)
    console.log(`  all those people   ${share((here.user + here.system) / 1_000)}`)
    writing.stop()
    for (const { live, board } of members) {
      live.destroy()
      board.destroy()
    }
    farah.destroy()
  } finally {
    await server.stop()
  }
}

process.env.MOOT_TEST_BROWSER ??= findBrowser() ?? ''
// Every provider listens for the end of the process.
process.setMaxListeners(PEOPLE + 10)
const browser = await launchBrowser()
try {
  await main(browser)
} finally {
  await browser.close()
}
