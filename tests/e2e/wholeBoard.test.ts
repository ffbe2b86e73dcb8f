/** Done when, line 1 of the whole board: every tool once by three people, and all of it there again. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, openGuest, PHONE } from '../support/browser.ts'
import { plainPng } from '../support/pictures.ts'
import { eventually, fitCanvas, joinBy, show, untilSaved, writeInList } from '../support/screens.ts'
import { makeWorkshop, startServer } from '../support/startServer.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
})

/** Takes a drawing tool in hand, the bar opened if need be. */
async function take({ page }: Guest, tool: string): Promise<void> {
  const button = page.getByRole('radio', { name: tool, exact: true })
  if (!(await button.isVisible())) await page.getByRole('button', { name: 'Draw', exact: true }).click()
  await button.click()
}

/** Presses, goes along the way in steps as a hand does, and lets go; places in parts of the canvas's size. */
async function stroke(page: Page, way: readonly (readonly [number, number])[]): Promise<void> {
  const box = await page.locator('.tl-canvas').boundingBox()
  if (box === null) throw new Error('no canvas')
  const at = ([x, y]: readonly [number, number]): [number, number] => [
    box.x + x * box.width,
    box.y + y * box.height,
  ]
  const [first, ...rest] = way
  if (first === undefined) return
  await page.mouse.move(...at(first))
  await page.mouse.down()
  for (const next of rest) await page.mouse.move(...at(next), { steps: 12 })
  await page.mouse.up()
}

/** What a canvas shows, kind by kind. */
async function drawn({ page }: Guest): Promise<Record<string, number>> {
  const count = (selector: string): Promise<number> => page.locator(`.tl-canvas ${selector}`).count()
  return {
    notes: await count('.moot-note'),
    pens: await count('.tl-shape .moot-pen'),
    highlighters: await count('.tl-shape .moot-highlighter'),
    texts: await count('.moot-text'),
    arrows: await count('.tl-shape .moot-arrow'),
    pictures: await count('img.moot-picture'),
  }
}

/** Everything that the list says in its main part, as one text. */
async function listed({ page }: Guest): Promise<string> {
  const text = await page.getByRole('main').innerText()
  return text.replace(/\s+/g, ' ')
}

/** Goes to where the picture is in the list; it is fetched when it comes into view. */
async function seePlan({ page }: Guest): Promise<void> {
  const item = page.getByRole('listitem').filter({ hasText: 'A plan of the hall' })
  await item.scrollIntoViewIfNeeded()
  // Until then a frame stands in its place, under the same name.
  await item.locator('img[src^="blob:"]').waitFor()
}

test('three people use every tool once; after a reload and a restart all is as it was, on the canvas and in the list', async () => {
  let server = await startServer()
  const data = server.dataDir
  const [ama, bo, cy] = [await openGuest(browser), await openGuest(browser), await openGuest(browser, PHONE)]
  const guests = [ama, bo, cy]
  try {
    const { id, keys } = await makeWorkshop(server.url, {
      title: 'Whole board',
      template: 'columns',
      columns: [{ title: 'Keep' }, { title: 'Change' }],
    })
    await joinBy(ama, `${server.url}/w/${id}#f.${keys.facilitator}`, 'Ama')
    await joinBy(bo, `${server.url}/w/${id}#j.${keys.join}`, 'Bo')
    await joinBy(cy, `${server.url}/w/${id}#j.${keys.join}`, 'Cy')

    // Notes from the list, to have something to point at.
    await show(bo, 'List')
    await writeInList(bo, ['the first thing', 'the second thing'])
    await writeInList(cy, ['said twice', 'said once more'])
    await untilSaved(bo)
    await untilSaved(cy)

    // Ama draws with every tool.
    await show(ama, 'Canvas')
    await fitCanvas(ama)
    await eventually(async () => expect((await drawn(ama))['notes']).toBe(4))
    await take(ama, 'Pen')
    await stroke(ama.page, [
      [0.15, 0.5],
      [0.25, 0.6],
      [0.35, 0.5],
    ])
    await stroke(ama.page, [
      [0.15, 0.66],
      [0.35, 0.66],
    ])
    await take(ama, 'Highlighter')
    await stroke(ama.page, [
      [0.2, 0.56],
      [0.3, 0.56],
    ])
    await eventually(async () => expect(await drawn(ama)).toMatchObject({ pens: 2, highlighters: 1 }))
    await take(ama, 'Eraser')
    await stroke(ama.page, [
      [0.25, 0.72],
      [0.25, 0.62],
    ])
    await eventually(async () => expect(await drawn(ama)).toMatchObject({ pens: 1, highlighters: 1 }))
    await take(ama, 'Text')
    await stroke(ama.page, [[0.55, 0.3]])
    await ama.page.getByRole('textbox', { name: 'Words of the text' }).fill('Words on the board')
    await ama.page.keyboard.press('Escape')
    await take(ama, 'Rectangle')
    await stroke(ama.page, [
      [0.55, 0.5],
      [0.68, 0.62],
    ])
    await ama.page.keyboard.press('Escape')
    await take(ama, 'Ellipse')
    await stroke(ama.page, [
      [0.75, 0.5],
      [0.88, 0.62],
    ])
    await ama.page.keyboard.press('Escape')
    // From one note to another: it sticks to both.
    await take(ama, 'Arrow')
    const [from, to] = [
      await ama.page.locator('.moot-note', { hasText: 'the first thing' }).boundingBox(),
      await ama.page.locator('.moot-note', { hasText: 'the second thing' }).boundingBox(),
    ]
    if (from === null || to === null) throw new Error('notes out of view')
    await ama.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await ama.page.mouse.down()
    await ama.page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 })
    await ama.page.mouse.up()
    await ama.page.keyboard.press('Escape')
    await eventually(async () =>
      expect(await drawn(ama)).toMatchObject({ pens: 1, highlighters: 1, texts: 1, arrows: 1 }),
    )

    // The laser is seen by others, and stays nowhere.
    await show(bo, 'Canvas')
    await fitCanvas(bo)
    await take(ama, 'Laser')
    const canvas = await ama.page.locator('.tl-canvas').boundingBox()
    if (canvas === null) throw new Error('no canvas')
    await ama.page.mouse.move(canvas.x + 300, canvas.y + 300)
    await ama.page.mouse.down()
    let turn = 0
    await eventually(async () => {
      turn += 1
      await ama.page.mouse.move(canvas.x + 300 + (turn % 20) * 8, canvas.y + 300 + (turn % 7) * 8)
      expect(await bo.page.locator('.moot-laser').count()).toBeGreaterThan(0)
    })
    await ama.page.mouse.up()
    await eventually(async () => expect(await bo.page.locator('.moot-laser').count()).toBe(0))
    await take(ama, 'Select')

    // Bo adds a picture and describes it.
    await take(bo, 'Select')
    const chooser = bo.page.waitForEvent('filechooser')
    await bo.page.getByRole('button', { name: 'Picture' }).click()
    const choose = bo.page.getByRole('button', { name: 'Choose a picture…' })
    if (await choose.isVisible()) await choose.click()
    await (await chooser).setFiles({ name: 'plan.png', mimeType: 'image/png', buffer: plainPng(640, 480) })
    await bo.page.getByRole('textbox', { name: 'What does this picture show?' }).fill('A plan of the hall')
    await bo.page.getByRole('button', { name: 'Add picture' }).click()
    await bo.page.getByRole('dialog').waitFor({ state: 'detached' })
    await untilSaved(bo)

    // Everything is on every screen.
    for (const guest of [ama, bo]) {
      await fitCanvas(guest)
      await eventually(async () =>
        expect(await drawn(guest)).toEqual({
          notes: 4,
          pens: 1,
          highlighters: 1,
          texts: 1,
          arrows: 1,
          pictures: 1,
        }),
      )
    }
    await eventually(async () => {
      const words = await listed(cy)
      expect(words).toContain('A plan of the hall')
      expect(words).toContain('Words on the board')
      expect(words).toContain('Arrow from “the first thing” to “the second thing”')
    })

    // Reloaded, and the server started anew on the same data: all is as it was.
    for (const guest of guests) await untilSaved(guest)
    await cy.page.getByRole('button', { name: 'Mark all as seen' }).click()
    await seePlan(cy)
    const before = { canvas: await drawn(bo), list: await listed(cy) }
    const { port } = server
    await server.stop({ keepData: true })
    server = await startServer({ data, args: ['--port', String(port)] })
    for (const { page } of guests) await page.reload()
    for (const guest of guests) await untilSaved(guest)
    await show(bo, 'Canvas')
    await fitCanvas(bo)
    await eventually(async () => expect(await drawn(bo)).toEqual(before.canvas))
    await seePlan(cy)
    await eventually(async () => expect(await listed(cy)).toBe(before.list))
    for (const guest of guests) expect(guest.problems).toEqual([])
    for (const guest of guests)
      expect(
        guest.requests.filter((address) => !/^(blob:|data:|(http|ws):\/\/127\.0\.0\.1:)/.test(address)),
      ).toEqual([])
  } finally {
    for (const { context } of guests) await context.close()
    await server.stop({ keepData: false })
  }
})
