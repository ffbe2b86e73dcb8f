import { addFigures, addNotes, BoardReading, orderedRegions } from '@moot/board'
import type { Writer } from '@moot/board'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, LAPTOP, openGuest, PHONE } from '../support/browser.ts'
import { comeBack } from '../support/comeBack.ts'
import { focusName } from '../support/heard.ts'
import { chooseByKeys } from '../support/menus.ts'
import { eventually, isShown, untilSaved } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, startServer } from '../support/startServer.ts'
import { stockClient, until } from '../support/stockClient.ts'

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

/** A board with one of everything, made by Bo; Ama, a facilitator, looks at it as a list. */
async function oneOfEverything(device: typeof LAPTOP): Promise<Guest> {
  const { id, keys, boards } = await makeWorkshop(server.url, { title: 'Keep and grow', template: 'columns' })
  const bo = await joinAs(server.url, id, keys.join, 'Bo')
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#3377aa' } })
    .png()
    .toBuffer()
  const sent = await fetch(`${server.url}/api/workshops/${id}/uploads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bo.secret}`, 'content-type': 'image/png' },
    body: new Uint8Array(picture),
  })
  const { upload } = (await sent.json()) as { upload: string } // what `uploadResponse` of the protocol says
  const client = stockClient(server.url, id, boards[0]?.doc ?? '', bo.secret)
  await until('the board is there', () => client.provider.synced)
  let count = 0
  const board = new BoardReading(client.doc)
  const writer: Writer = {
    board,
    person: bo.personId,
    now: Date.now,
    newId: () => `bo${(count += 1)}`,
    origin: {},
  }
  const [keep] = orderedRegions(board)
  const region = keep?.id ?? null
  const [one = '', two = ''] = addNotes(writer, [
    { text: 'Listen first', region },
    { text: 'Then act', region },
  ])
  const box = { x: 40, y: 500, w: 200, h: 100 }
  const [text = ''] = addFigures(writer, [
    { kind: 'text', at: { x: 40, y: 400 }, text: 'Our two rules', region },
    { kind: 'shape', form: 'rectangle', box, text: 'Do this', fill: true, color: 'orange', region },
    { kind: 'shape', form: 'ellipse', box, color: 'purple', region },
    { kind: 'picture', upload, box, text: '', region },
  ])
  const end = (root: 'notes' | 'drawings', item: string) => ({ on: { root, id: item }, x: 0, y: 0 })
  addFigures(writer, [
    { kind: 'arrow', start: end('notes', one), end: end('drawings', text), text: 'so', region },
    { kind: 'arrow', start: { x: 0, y: 0 }, end: end('notes', two), region },
    ...Array.from({ length: 12 }, (_, index) => ({
      kind: 'ink' as const,
      pen: index === 0 ? ('highlighter' as const) : ('pen' as const),
      points: [0, index, 30, 20 + index, 60, index],
      region,
    })),
  ])

  const guest = await openGuest(browser, device)
  const { page } = guest
  await comeBack(guest, `${server.url}/w/${id}#f.${keys.facilitator}`, 'Ama')
  await page.getByRole('radio', { name: 'List', exact: true }).check({ force: true })
  await page.getByText('12 drawn lines by Bo').waitFor()
  client.destroy()
  return guest
}

/** The list as it is heard: headings, and the words of each item; `[…]` are pictures by what they are called. */
function read(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main h2, main h3, main [data-item]')].map((each) => {
      if (each instanceof HTMLHeadingElement) return `${each.localName} ${each.textContent}`
      const heard = each.cloneNode(true)
      if (!(heard instanceof HTMLElement)) return ''
      for (const silent of heard.querySelectorAll('[aria-hidden="true"], [role="img"] > *')) silent.remove()
      const parts = [...heard.querySelectorAll('p, [role="img"]')].map((part) =>
        part.role === 'img' ? `[${part.ariaLabel}]` : (part.textContent ?? '').trim(),
      )
      return `- ${parts.join(' | ')}`
    }),
  )
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
const NOT_DESCRIBED = 'Picture: No description yet'

const EVERYTHING = [
  'h2 Leave behind 2 notes',
  '- Listen first',
  '- Then act',
  'h3 Drawings and pictures 18 items',
  '- Text | Our two rules',
  '- Rectangle | Do this',
  '- Ellipse',
  '- Picture | [No description yet] | Describe it',
  '- Arrow from “Listen first” to “Our two rules” | so',
  '- Arrow from a free spot to “Then act”',
  '- 12 drawn lines by Bo',
  'h2 Keep 0 notes',
  'h2 Do differently 0 notes',
]

describe('drawings and pictures in the list', () => {
  test('one of everything is heard, changed, moved, merged, removed and brought back by keys alone', async () => {
    const guest = await oneOfEverything(LAPTOP)
    const { page, context, problems } = guest
    const heard = () => read(page)
    await eventually(async () => expect(await heard()).toEqual(EVERYTHING))
    expect(await seriousFindings(page)).toEqual([])

    // A description, and the words of a text.
    await button(page, `Describe: ${NOT_DESCRIBED}`).focus()
    await page.keyboard.press('Enter')
    await eventually(async () => expect(await focusName(page)).toBe('Description of the picture'))
    await page.keyboard.type('Two hills')
    await page.keyboard.press('Enter')
    await eventually(async () => expect(await focusName(page)).toBe('Describe: Picture: Two hills'))
    expect(await page.getByRole('img', { name: 'Two hills' }).count()).toBe(1)

    // Into another section, the focus with it.
    await chooseByKeys(page, 'More for: Picture: Two hills', ['Move to section', 'Keep'])
    await eventually(async () => expect(await focusName(page)).toBe('More for: Picture: Two hills'))
    await eventually(async () =>
      expect((await heard()).slice(-3)).toEqual([
        'h3 Drawings and pictures 1 item',
        '- Picture | [Two hills]',
        'h2 Do differently 0 notes',
      ]),
    )

    // An arrow leads to its ends, and somewhere else when it is told to.
    await button(page, 'Go to: “Listen first”').focus()
    await page.keyboard.press('Enter')
    await eventually(async () => expect(await focusName(page)).toBe('Edit: Listen first'))
    await chooseByKeys(page, 'More for: Arrow from a free spot to “Then act”', ['Change where it points…'])
    const dialog = page.getByRole('dialog', { name: 'Where the arrow points' })
    await dialog.getByRole('button', { name: 'Change where it begins' }).press('Enter')
    await dialog.getByRole('searchbox', { name: 'From: Search by words' }).fill('hills')
    await dialog.getByRole('radio', { name: /Picture: Two hills/ }).check()
    await dialog.getByRole('button', { name: 'Save' }).press('Enter')
    const redirected = 'Arrow from “Picture: Two hills” to “Then act”'
    await eventually(async () => expect(await focusName(page)).toBe(`Edit words: ${redirected}`))

    // A new arrow and a text, without a hand on the canvas.
    await chooseByKeys(page, 'Add something else to Keep', ['Text…'])
    await page.getByRole('textbox', { name: 'Words of the text' }).fill('From the list')
    await page.getByRole('button', { name: 'Add', exact: true }).press('Enter')
    await eventually(async () => expect(await focusName(page)).toBe('Edit words: Text: From the list'))
    await chooseByKeys(page, 'More for note: Then act', ['Arrow to…'])
    const arrow = page.getByRole('dialog', { name: 'New arrow' })
    await arrow.getByRole('radio', { name: /Text: From the list/ }).check()
    await arrow.getByRole('textbox', { name: /Words on the arrow/ }).fill('leads to')
    await arrow.getByRole('button', { name: 'Add the arrow' }).press('Enter')
    await eventually(async () =>
      expect(await focusName(page)).toBe(
        'Edit words: Arrow from “Then act” to “Text: From the list”: leads to'.replace(
          '“Text: From the list”',
          '“From the list”',
        ),
      ),
    )

    // Two notes by somebody else into one, and apart again.
    await button(page, 'Select').press('Enter')
    for (const note of ['Listen first', 'Then act'])
      await page.getByRole('checkbox', { name: `Select: ${note}` }).press('Space')
    await chooseByKeys(page, 'More: What is selected', ['Merge 2 notes into one'])
    await page.getByRole('alertdialog').getByRole('button', { name: 'Merge 2 notes into one' }).press('Enter')
    await eventually(async () => expect(await heard()).toContain('- Listen first\n\nThen act'))
    await button(page, 'Undo').press('Enter')
    await eventually(async () => expect(await heard()).toContain('- Then act'))
    await button(page, 'Done selecting').press('Enter')

    // Away with an arrow of somebody else's, and back out of the Bin.
    await chooseByKeys(page, `More for: ${redirected}`, ['Delete'])
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete 1 drawing' }).press('Enter')
    await eventually(async () => expect(await heard()).not.toContain(`- ${redirected}`))
    await chooseByKeys(page, 'More', ['Bin'])
    await page.getByRole('button', { name: `Restore: ${redirected}` }).press('Enter')
    await page.keyboard.press('Escape')
    await eventually(async () => expect(await heard()).toContain(`- ${redirected}`))

    await untilSaved(guest)
    const before = await heard()
    await page.reload()
    await page.getByText('12 drawn lines by Bo').waitFor()
    await eventually(async () => expect(await heard()).toEqual(before))
    expect(await seriousFindings(page)).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  })

  test('on a phone: a picture described, strokes removed and restored together, an arrow drawn by words', async () => {
    const guest = await oneOfEverything(PHONE)
    const { page, context, problems } = guest
    expect(await seriousFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)

    await button(page, 'Describe it').tap()
    await page.getByRole('textbox', { name: 'Description of the picture' }).fill('Two hills')
    await page.getByRole('textbox', { name: 'Description of the picture' }).press('Enter')
    await page.getByRole('img', { name: 'Two hills' }).waitFor()

    await button(page, /^Other things to add to/).tap()
    await page.getByRole('menuitem', { name: 'Arrow…' }).tap()
    const dialog = page.getByRole('dialog', { name: 'New arrow' })
    await dialog
      .getByRole('group', { name: 'From' })
      .getByRole('radio', { name: /Then act/ })
      .check()
    await dialog
      .getByRole('group', { name: 'To' })
      .getByRole('radio', { name: /Rectangle: Do this/ })
      .check()
    await dialog.getByRole('button', { name: 'Add the arrow' }).tap()
    await page.getByRole('button', { name: 'More for: Arrow from “Then act” to “Do this”' }).waitFor()

    await button(page, 'Show each').tap()
    await eventually(async () =>
      expect(await page.getByText('Drawing: Ink', { exact: true }).count()).toBe(11),
    )
    await button(page, 'Show together').tap()
    await button(page, 'Select').tap()
    await page.getByRole('checkbox', { name: 'Select: 12 drawn lines by Bo' }).check()
    await button(page, 'Delete 12 items').tap()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete 12 drawings' }).tap()
    await eventually(async () => expect(await isShown(page, '12 drawn lines by Bo')).toBe(false))
    await button(page, 'Done selecting').tap()
    await page.getByRole('button', { name: /^More/ }).first().tap()
    await page.getByRole('menuitem', { name: 'Bin' }).tap()
    await page.getByRole('button', { name: 'Restore: 12 drawn lines' }).tap()
    await page.keyboard.press('Escape')
    await page.getByText('12 drawn lines by Bo').waitFor()
    await untilSaved(guest)
    expect(await seriousFindings(page)).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  })
})
