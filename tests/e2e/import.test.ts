import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '@moot/writeup'
import { contentOf, launchBrowser, openGuest, PHONE } from '../support/browser.ts'
import { comeBack } from '../support/comeBack.ts'
import { eventually, fitCanvas, show, untilSaved } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { makeWorkshop, post, startServer } from '../support/startServer.ts'

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

const [WALKS, TRUST, LEARNING, TRYING] = [
  'Being out there',
  '(Neighbours) trusting each other, and us',
  'Learning: slowly, together',
  'Safe to try: people and places',
] as const

/** Sixteen notes under four themes, with what such tables have in them. */
const ROWS: readonly (readonly [string, string])[] = [
  ['Walking every street, eg the long one. Who is missing? How do we ask?', WALKS],
  ['meeting people where they are – not where we are', WALKS],
  ['Trust takes years – and goes in a day', TRUST],
  ['Small things first: benches, lights, a kettle', TRUST],
  ['“We never heard back” – say what became of it', TRUST],
  ['Open the hall/kitchen – free of charge', TRUST],
  ['Let others ‘own’ it', TRUST],
  ['Time to think, not only to act', LEARNING],
  ['From ‘reporting’ to telling – say it (more) plainly', LEARNING],
  ['Judge by what changed', LEARNING],
  ['She said "try it", so we did', LEARNING],
  ['One page, no more', LEARNING],
  ['Share the chair – ‘front-row’ seats for newcomers', TRYING],
  ['Less fear, more trying, kinder words – who backs those who try?', TRYING],
  ['-10 % paper', TRYING],
  ['=fairness', TRYING],
]
const THEMES = [WALKS, TRUST, LEARNING, TRYING]

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const FILE = ['note,theme', ...ROWS.map((row) => row.map(cell).join(','))].join('\n')

const textOf = async (download: Promise<Download>): Promise<string> =>
  (await contentOf(download)).toString('utf8')

async function join(page: Page, workshop: string, fragment: string, name: string): Promise<void> {
  await comeBack({ page }, `${server.url}/w/${workshop}#${fragment}`, name)
  await page.getByRole('group', { name: 'How the board is shown' }).waitFor()
}

async function openMore(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).last().click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page
    .getByLabel('File with notes')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
}

/** Themes and notes as the list has them: theme titles at level two or three, notes in their order. */
function listed(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-note] [dir="auto"]')].map((each) => each.textContent ?? ''),
  )
}

async function exported(page: Page): Promise<string[][]> {
  await page.getByRole('link', { name: 'Write-up' }).click()
  const button = page.getByRole('button', { name: 'Download notes and themes' })
  await button.waitFor()
  const download = page.waitForEvent('download')
  await button.click()
  return readCsv(await textOf(download))
}

describe('importing a spreadsheet', () => {
  test.each(['List', 'Canvas'] as const)(
    'sixteen notes come under four themes in both views, and go out again in their order (%s)',
    async (view) => {
      const made = await makeWorkshop(server.url, { title: 'Import' })
      const ama = await openGuest(browser)
      const { page } = ama
      try {
        await join(page, made.id, `f.${made.keys.facilitator}`, 'Ama')
        await show(ama, view)
        await openMore(page, /^Import a spreadsheet/)
        await choose(page, 'notes.csv', FILE)
        await page.getByText('16 notes, 4 themes', { exact: true }).waitFor()
        expect(
          await page.getByRole('checkbox', { name: 'The first row names the columns' }).isChecked(),
        ).toBe(true)
        expect(await page.getByRole('region', { name: 'The first rows' }).getByRole('row').count()).toBe(9)
        await page.getByRole('button', { name: 'Add 16 notes' }).click()
        await page.getByRole('dialog').waitFor({ state: 'detached' })
        await untilSaved(ama)

        await show(ama, 'Canvas')
        await fitCanvas(ama)
        for (const theme of THEMES) await page.getByText(theme, { exact: true }).first().waitFor()
        for (const [words] of ROWS) await page.getByText(words, { exact: true }).first().waitFor()
        await show(ama, 'List')
        for (const theme of THEMES) await page.getByRole('heading', { name: theme }).waitFor()
        await eventually(async () => expect(await listed(page)).toEqual(ROWS.map(([words]) => words)))

        expect(await exported(page)).toEqual([['note', 'theme'], ...ROWS])
        const { secret } = await post(server.url, `/api/workshops/${made.id}/people`, {
          key: made.keys.observer,
          name: 'Obi',
        }).then(({ json }) => json as { secret: string })
        const table = await fetch(`${server.url}/api/workshops/${made.id}/themes.csv`, {
          headers: { authorization: `Bearer ${secret}` },
        })
        expect(readCsv(await table.text())).toEqual([['note', 'theme'], ...ROWS])

        // All of it is one step of undo.
        await page.getByRole('link', { name: 'Board' }).click()
        await show(ama, 'List')
        await page.getByRole('button', { name: 'Undo', exact: true }).click()
        await eventually(async () => expect(await listed(page)).toEqual([]))
        expect(ama.problems).toEqual([])
      } finally {
        await ama.context.close()
      }
    },
  )

  test('a bad file says what and where, and changes nothing; choices of columns change the plan', async () => {
    const made = await makeWorkshop(server.url, { template: 'columns', title: 'Choices' })
    const bo = await openGuest(browser, PHONE)
    const { page } = bo
    try {
      await join(page, made.id, `j.${made.keys.join}`, 'Bo')
      await openMore(page, /^Import a spreadsheet/)
      const alert = page.getByRole('alert')
      for (const [name, content, words] of [
        ['open.csv', 'note,theme\na,b\n"c,d\n', 'in row 3'],
        ['book.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), 'save the sheet as CSV'],
        [
          'photo.csv',
          Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 1, 0, 0, 2]),
          'something other than text',
        ],
        ['empty.csv', '\n\n', 'no word in it'],
        ['long.csv', 'x\n'.repeat(5_002), 'at most 5,000'],
      ] as const) {
        await choose(page, name, content)
        await alert.filter({ hasText: words }).waitFor()
      }
      await page
        .getByRole('textbox', { name: 'Or paste cells or lines here' })
        .fill('First thought\tKeep\nSecond thought\tNowhere\n\nThird\tKeep\n')
      await page.getByRole('button', { name: 'Show the preview' }).click()
      await page
        .getByText('3 notes, 1 theme; 1 empty row left out')
        .or(page.getByText('3 notes, 2 themes; 1 empty row left out'))
        .waitFor()
      await page.getByRole('combobox', { name: 'Themes are in' }).selectOption({ label: 'No column' })
      await page.getByRole('combobox', { name: 'Sections are in' }).selectOption({ label: 'Column 2' })
      await page.getByText('3 notes, 0 themes; 1 empty row left out').waitFor()
      await page.getByText(/“Nowhere” \(row 2\)/).waitFor()
      await page.getByRole('checkbox', { name: 'The first row names the columns' }).check()
      await page.getByRole('button', { name: 'Add 2 notes' }).waitFor()
      await page.getByRole('checkbox', { name: 'The first row names the columns' }).uncheck()
      await page.getByRole('button', { name: 'Add 3 notes' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await eventually(async () => expect((await listed(page)).length).toBe(3))
      const keep = page.locator('section').filter({ has: page.getByRole('heading', { name: /^Keep/ }) })
      await eventually(async () => expect(await keep.locator('[data-note]').count()).toBe(2))
      expect(bo.problems).toEqual([])
    } finally {
      await bo.context.close()
    }
  })

  test('too many lines pasted on the canvas open the preview', async () => {
    const made = await makeWorkshop(server.url)
    const ama = await openGuest(browser)
    const { page } = ama
    try {
      await join(page, made.id, `f.${made.keys.facilitator}`, 'Ama')
      await show(ama, 'Canvas')
      await page.locator('.tl-container').focus()
      await page.evaluate(
        (text) => {
          const data = new DataTransfer()
          data.setData('text/plain', text)
          document.activeElement?.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
          )
        },
        Array.from({ length: 700 }, (_, index) => `line ${index}`).join('\n'),
      )
      await page.getByText('700 notes, 0 themes', { exact: true }).waitFor()
      await page.getByRole('button', { name: 'Add 700 notes' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await untilSaved(ama)
      expect(ama.problems).toEqual([])
    } finally {
      await ama.context.close()
    }
  })
})

describe('finding, sorting and tidying up', () => {
  test('words are found in this board and in others, by keyboard, and one goes there', async () => {
    const made = await makeWorkshop(server.url, { title: 'Find' })
    const ama = await openGuest(browser)
    const { page } = ama
    try {
      await join(page, made.id, `f.${made.keys.facilitator}`, 'Ama')
      await show(ama, 'List')
      const field = page.getByRole('textbox', { name: /^Write a note/ }).first()
      for (const words of ['The Café in the garden', 'A garden gate', 'Something else']) {
        await field.fill(words)
        await field.press('Enter')
      }
      await untilSaved(ama)
      const person = await post(server.url, `/api/workshops/${made.id}/people`, {
        key: made.keys.facilitator,
        name: 'Kim',
      }).then(({ json }) => json as { secret: string })
      const command = { type: 'board.copy', board: made.boards[0]?.id, title: 'The other one' }
      await post(server.url, `/api/workshops/${made.id}/commands`, command, person.secret)
      await page
        .getByRole('button', { name: /The other one|2/ })
        .first()
        .waitFor()

      // In a field the browser's own search stays; on a note it is ours.
      await field.press('/')
      expect(await field.inputValue()).toBe('/')
      await field.fill('')
      await page.locator('[data-edit]').first().focus()
      await page.keyboard.press('Control+f')
      const search = page.getByRole('searchbox', { name: 'Words to look for' })
      await search.fill('GARDEN cafe')
      await page.getByRole('heading', { name: 'In this board (1)' }).waitFor()
      await page.getByRole('heading', { name: 'In other boards (1)' }).waitFor()
      await search.fill('gate')
      await page.getByRole('button', { name: /A garden gate Note$/ }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      const focused = () =>
        page.evaluate(() => document.activeElement?.closest('[data-note]')?.textContent ?? '')
      await eventually(async () => expect(await focused()).toContain('A garden gate'))

      await page.keyboard.press('/')
      await search.fill('cafe')
      await page.getByRole('heading', { name: 'In other boards (1)' }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await eventually(async () => expect(await focused()).toContain('The Café in the garden'))
      expect(page.url()).not.toContain(made.boards[0]?.id ?? '')
      expect(ama.problems).toEqual([])
    } finally {
      await ama.context.close()
    }
  })

  test('a section is sorted from the list and tidied up from the canvas', async () => {
    const made = await makeWorkshop(server.url, { title: 'Sort' })
    const ama = await openGuest(browser)
    const { page } = ama
    try {
      await join(page, made.id, `f.${made.keys.facilitator}`, 'Ama')
      await show(ama, 'List')
      const field = page.getByRole('textbox', { name: /^Write a note/ }).first()
      for (const words of ['pears', 'Äpfel', 'quinces']) {
        await field.fill(words)
        await field.press('Enter')
      }
      await page.getByRole('button', { name: 'More', exact: true }).last().click()
      // By keyboard: a mouse that jumps from a menu into its submenu has left both.
      await page.getByRole('menuitem', { name: 'Sort by' }).press('ArrowRight')
      await page.getByRole('menuitem', { name: 'Words, A to Z' }).press('Enter')
      await eventually(async () => expect(await listed(page)).toEqual(['Äpfel', 'pears', 'quinces']))
      await page.getByRole('button', { name: 'Undo', exact: true }).click()
      await eventually(async () => expect(await listed(page)).toEqual(['pears', 'Äpfel', 'quinces']))
      await show(ama, 'Canvas')
      await openMore(page, 'Tidy up')
      await page.getByText(/moved to|tidy already/).waitFor({ state: 'attached' })
      expect(ama.problems).toEqual([])
    } finally {
      await ama.context.close()
    }
  })
})
