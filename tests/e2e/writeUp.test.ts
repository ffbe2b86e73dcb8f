import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '@moot/writeup'
import { contentOf, launchBrowser, openGuest, PHONE } from '../support/browser.ts'
import { comeBack } from '../support/comeBack.ts'
import { eventually } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { makeWorkshop, startServer } from '../support/startServer.ts'

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const QUESTION = 'What helps a place to lead?'

async function words(download: Promise<Download>): Promise<{ readonly name: string; readonly text: string }> {
  const file = await download
  return { name: file.suggestedFilename(), text: (await contentOf(file)).toString('utf8') }
}

async function write(page: Page, section: string, notes: readonly string[]): Promise<void> {
  const field = page.getByRole('textbox', { name: `Write a note in ${section}` })
  for (const note of notes) {
    await field.fill(note)
    await field.press('Enter')
  }
}

describe('the write-up', () => {
  test('shows every note once, follows the board, and goes away as text, Markdown and a table', async () => {
    const made = await makeWorkshop(server.url, {
      title: 'Keep, drop & grow',
      question: QUESTION,
      template: 'columns',
    })
    const [ama, bo] = [await openGuest(browser), await openGuest(browser, PHONE)]
    try {
      for (const [{ page }, link, name] of [
        [ama, `f.${made.keys.facilitator}`, 'Ama'],
        [bo, `j.${made.keys.join}`, 'Bo'],
      ] as const) {
        await comeBack({ page }, `${server.url}/w/${made.id}#${link}`, name)
        await page.getByRole('group', { name: 'How the board is shown' }).waitFor()
      }
      const { page } = bo
      await page.getByRole('link', { name: 'Write-up' }).click()
      await page.getByRole('heading', { level: 1, name: 'Nothing to write up yet' }).waitFor()

      await ama.page.getByRole('radio', { name: 'List', exact: true }).check({ force: true })
      await write(ama.page, 'Keep', ['=1+1', 'two\nlines', 'To be *hidden*', 'Third'])
      await ama.page.getByRole('button', { name: 'More for note: To be *hidden*' }).click()
      await ama.page.getByRole('menuitem', { name: 'Hide' }).click()

      await eventually(async () =>
        expect(await page.locator('article li').allInnerTexts()).toEqual(['=1+1', 'two / lines', 'Third']),
      )
      expect(await page.getByRole('heading').allInnerTexts()).toEqual([QUESTION, 'Keep'])
      const tally = '3 notes: 0 in 0 themes, 3 others, 0 parked. 1 more hidden by a facilitator.'
      expect(await page.locator('article footer').innerText()).toContain(tally)

      const table = words(page.waitForEvent('download'))
      await page.getByRole('button', { name: 'Download CSV' }).click()
      const { name, text } = await table
      expect(name).toBe('keep-drop-grow.csv')
      expect(text).toContain("'=1+1")
      const [header = [], ...rows] = readCsv(text)
      expect(rows.map((row) => row[header.indexOf('text')])).toEqual(['=1+1', 'two\nlines', 'Third'])

      const markdown = words(page.waitForEvent('download'))
      await page.getByRole('button', { name: 'Download Markdown' }).click()
      expect((await markdown).text).toContain('- *two / lines*')

      // A page on a local network has no clipboard API, and some browsers refuse the old way as well.
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined })
        document.execCommand = () => false
      })
      await page.getByRole('button', { name: 'Copy everything' }).click()
      const byHand = page.getByRole('textbox', { name: 'The write-up as plain text' })
      expect(await byHand.inputValue()).toBe(
        `Keep, drop & grow\n${QUESTION}\n\nKeep\nWhat do we want to keep?\n\n• =1+1\n• two / lines\n• Third\n\n${tally}\n`,
      )
      expect(await byHand.evaluate((area) => area === document.activeElement)).toBe(true)

      for (const { problems } of [ama, bo]) expect(problems).toEqual([])
    } finally {
      for (const { context } of [ama, bo]) await context.close()
    }
  })
})
