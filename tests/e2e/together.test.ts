import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, openGuest, PHONE } from '../support/browser.ts'
import {
  eventually,
  fitCanvas,
  isShown,
  joinBy,
  joinLink,
  savedState,
  show,
  startBoard,
  untilSaved,
  writeInList,
  writeOnCanvas,
} from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { startServer } from '../support/startServer.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
})

const numbered = (who: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${who} thinks of ${index + 1}`)

async function expectAll(guests: readonly Guest[], notes: readonly string[]): Promise<void> {
  for (const { page } of guests) {
    await eventually(async () => {
      const missing: string[] = []
      for (const note of notes) if (!(await isShown(page, note))) missing.push(note)
      expect(missing).toEqual([])
    })
  }
}

const placesOf = async ({ page }: Guest): Promise<Set<string>> =>
  new Set(
    await page.locator('.moot-note').evaluateAll((notes) =>
      notes.map((note) => {
        const { x, y } = note.getBoundingClientRect()
        return `${x} ${y}`
      }),
    ),
  )

describe('a group writing together', () => {
  test('start a board, two join, twenty notes by three at once, and the server is killed while they type', async () => {
    let server: RunningServer = await startServer()
    const data = server.dataDir
    const [ama, bo, cy] = [
      await openGuest(browser),
      await openGuest(browser),
      await openGuest(browser, PHONE),
    ]
    const guests = [ama, bo, cy]
    try {
      await startBoard(ama, server.url)
      const link = await joinLink(ama)
      await joinBy(bo, link, 'Bo')
      await joinBy(cy, link, 'Cy')
      await show(bo, 'List')

      const [amas, bos, cys] = [numbered('Ama', 6), numbered('Bo', 7), numbered('Cy', 7)]
      await Promise.all([writeOnCanvas(ama, amas), writeInList(bo, bos), writeInList(cy, cys)])
      await fitCanvas(ama)
      await expectAll(guests, [...amas, ...bos, ...cys])
      for (const guest of guests) await untilSaved(guest)

      // Killed between two letters of three people; nobody stops typing.
      const { port } = server
      const late = { ama: numbered('Late Ama', 2), bo: numbered('Late Bo', 3), cy: numbered('Late Cy', 3) }
      const typing = Promise.all([
        writeOnCanvas(ama, late.ama),
        writeInList(bo, late.bo),
        writeInList(cy, late.cy),
      ])
      await server.kill9()
      await typing
      await eventually(async () => expect(['reconnecting', 'offline']).toContain(await savedState(bo)))

      server = await startServer({ data, args: ['--port', String(port)] })
      for (const guest of guests) await untilSaved(guest)
      const all = [...amas, ...bos, ...cys, ...late.ama, ...late.bo, ...late.cy]
      await fitCanvas(ama)
      await expectAll(guests, all)
      // Nobody's note lies under that of another who wrote at the same moment.
      await eventually(async () => expect((await placesOf(ama)).size).toBe(all.length))

      // What is on disk is what they see: a newcomer reads the same.
      const dee = await openGuest(browser)
      await joinBy(dee, link, 'Dee')
      await show(dee, 'List')
      await expectAll([dee], all)
      expect(await dee.page.getByRole('listitem').filter({ hasText: 'thinks of' }).count()).toBe(all.length)
      for (const guest of [...guests, dee]) expect(guest.problems).toEqual([])
      await dee.context.close()
    } finally {
      for (const { context } of guests) await context.close()
      await server.stop({ keepData: false })
    }
  })

  test('words typed without a connection survive a reload, and arrive once', async () => {
    let server = await startServer()
    const ama = await openGuest(browser)
    try {
      await startBoard(ama, server.url)
      await show(ama, 'List')
      const { port, dataDir } = server
      await ama.page.evaluate(() => document.fonts.ready)
      await server.kill9()
      await eventually(async () => expect(['reconnecting', 'offline']).toContain(await savedState(ama)))
      await writeInList(ama, ['written in the dark'])
      await eventually(async () => expect(await savedState(ama)).toBe('offline'))
      // The page can only be loaded again from a server: it comes back first, and the page's own words after it.
      const address = ama.page.url()
      await ama.page.goto('about:blank')
      server = await startServer({ data: dataDir, args: ['--port', String(port)] })
      await ama.page.goto(address)
      await eventually(async () => expect(await isShown(ama.page, 'written in the dark')).toBe(true))
      await untilSaved(ama)
      await ama.page.reload()
      await eventually(async () => expect(await isShown(ama.page, 'written in the dark')).toBe(true))
      expect(await ama.page.getByText('written in the dark', { exact: true }).count()).toBe(1)
    } finally {
      await ama.context.close()
      await server.stop({ keepData: false })
    }
  })
})
