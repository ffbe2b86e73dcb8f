/** The server is cut off in the middle of a round, while people in two spaces write: drill 2 of the methods. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, LAPTOP, openGuest, PHONE } from '../support/browser.ts'
import {
  breakoutsOf,
  go,
  openSpaces,
  OPENING,
  plan,
  ROUND,
  seconds,
  timeLeft,
  viewOf,
} from '../support/led.ts'
import { LiveClient } from '../support/liveClient.ts'
import { eventually, savedState, show, untilSaved, writeInList, writeOnCanvas } from '../support/screens.ts'
import { joinAs, makeWorkshop, startServer } from '../support/startServer.ts'
import { stockClient, until } from '../support/stockClient.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Words of all notes in a document, in no order. */
const wordsOf = (doc: Y.Doc): string[] =>
  [...doc.getMap('notes').values()].flatMap((note) =>
    note instanceof Y.Map && !note.has('gone') ? [String(note.get('text'))] : [],
  )

test('[drill 2] a power cut in a round: people keep writing, and find place, timer, announcement and every note again', async () => {
  const data = mkdtempSync(join(tmpdir(), 'moot-drill-2-'))
  let server = await startServer({ data })
  const { url, port } = server
  const made = await makeWorkshop(url, { title: 'Keep and grow', template: 'columns' })
  const lead = await joinAs(url, made.id, made.keys.facilitator, 'Farah')
  let farah = new LiveClient(url, made.id, lead.secret)
  const guests: Guest[] = []

  /** Joins in a browser. */
  const comeTo = async (name: string, device: typeof LAPTOP): Promise<Guest> => {
    const guest = await openGuest(browser, device)
    guests.push(guest)
    await guest.page.goto(`${url}/w/${made.id}#j.${made.keys.join}`)
    await guest.page.getByRole('textbox', { name: 'Your name' }).fill(name)
    await guest.page.getByRole('button', { name: 'Join', exact: true }).click()
    await guest.page.getByRole('button', { name: 'Menu', exact: true }).waitFor()
    return guest
  }
  const idOf = (name: string): string =>
    Object.entries(viewOf(farah).people).find(([, person]) => person.name === name)?.[0] ?? ''
  const placeOf = (name: string) => viewOf(farah).people[idOf(name)]?.place
  /** Writes notes in the view that they have open. */
  const typed = async (guest: Guest, view: 'Canvas' | 'List', notes: readonly string[]): Promise<void> =>
    view === 'Canvas' ? writeOnCanvas(guest, notes) : writeInList(guest, notes)

  try {
    await until('Farah has a view', () => farah.view !== undefined)
    await plan(farah, [OPENING, ROUND])
    const ama = await comeTo('Ama', LAPTOP)
    const mo = await comeTo('Mo', PHONE)
    await go(farah, 'Round 1')
    await openSpaces(farah, ['Leadership', 'Data'], 'choose')
    const [[first, one] = [''], [second, two] = ['']] = breakoutsOf(farah)
    const places = [
      { person: idOf('Ama'), space: first },
      { person: idOf('Mo'), space: second },
    ]
    await farah.give({ type: 'people.send', places })
    await farah.give({ type: 'announce', text: 'Coffee is outside the door' })
    for (const { page } of [ama, mo]) {
      await page.getByRole('main').getByRole('button', { name: 'Open the board' }).click()
      await page.getByRole('group', { name: 'How the board is shown' }).waitFor()
    }
    await show(ama, 'Canvas')
    await show(mo, 'List')
    await typed(ama, 'Canvas', ['Ama before'])
    await typed(mo, 'List', ['Mo before'])
    for (const guest of guests) await untilSaved(guest)
    await eventually(() => expect([placeOf('Ama')?.space, placeOf('Mo')?.space]).toEqual([first, second]))
    const timer = viewOf(farah).now.timer
    const addresses = guests.map(({ page }) => page.url())

    // Between two letters, and nobody stops typing.
    const late = { ama: ['Ama while it is off', 'Ama once more'], mo: ['Mo while it is off', 'Mo once more'] }
    const typing = Promise.all([typed(ama, 'Canvas', late.ama), typed(mo, 'List', late.mo)])
    await server.kill9()
    await typing
    farah.destroy()
    await ama.page.getByText('Reconnecting, keep writing', { exact: true }).first().waitFor()
    await eventually(async () => expect(['reconnecting', 'offline']).toContain(await savedState(mo)))
    await typed(mo, 'List', ['Mo in the dark'])
    // The time left goes on by itself.
    const dark = seconds(await timeLeft(ama))
    expect(Math.abs(dark - ((timer?.ends ?? NaN) - Date.now()) / 1_000)).toBeLessThan(5)

    server = await startServer({ data, args: ['--port', String(port)] })
    for (const guest of guests) await untilSaved(guest)
    // Nobody was moved, on the screen or in the books.
    expect(guests.map(({ page }) => page.url())).toEqual(addresses)
    farah = new LiveClient(url, made.id, lead.secret)
    await until('Farah is back', () => farah.view !== undefined)
    expect(viewOf(farah).now).toMatchObject({ timer, round: 1, focus: 'spaces' })
    expect([placeOf('Ama'), placeOf('Mo')]).toEqual(
      [first, second].map((space) => ({ space, sent: space, isInCall: false })),
    )
    expect(Math.abs(seconds(await timeLeft(ama)) - ((timer?.ends ?? NaN) - Date.now()) / 1_000)).toBeLessThan(
      5,
    )

    // Every note is on its board, once, for somebody who comes now.
    const wanted = [
      [one?.board, ['Ama before', ...late.ama]],
      [two?.board, ['Mo before', ...late.mo, 'Mo in the dark']],
    ] as const
    for (const [board, words] of wanted) {
      const reader = stockClient(url, made.id, viewOf(farah).boards[board ?? '']?.doc ?? '', lead.secret)
      await until('the board is there', () => reader.provider.synced)
      const found = wordsOf(reader.doc)
      expect([found.length, new Set(found)]).toEqual([words.length, new Set<string>(words)])
      reader.destroy()
    }
    for (const { page } of guests) {
      await page.getByRole('link', { name: 'Now' }).first().click()
      const main = page.getByRole('main')
      await main.getByText('Coffee is outside the door').first().waitFor()
      await main.getByText(/You are in\s+Space/).waitFor()
    }
    for (const { problems } of guests) expect(problems).toEqual([])
  } finally {
    farah.destroy()
    for (const { context } of guests) await context.close()
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
})
