/** The drawing tools in real browsers: what one draws the others see, undo takes back, a reload keeps. */
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, openGuest, PHONE } from '../support/browser.ts'
import { frames } from '../support/canvasHands.ts'
import { eventually, joinBy, joinLink, show, startBoard, untilSaved } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { startServer } from '../support/startServer.ts'

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop({ keepData: false })
})

const FIGURE = '[data-shape-id^="shape:figure:"]'
const count = (page: Page): Promise<number> => page.locator(FIGURE).count()
const idsOf = (page: Page): Promise<string[]> =>
  page
    .locator(FIGURE)
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-shape-id') ?? '').toSorted())

function seeing(pages: readonly Page[], many: number): Promise<void> {
  return eventually(async () => {
    for (const page of pages) expect(await count(page)).toBe(many)
  })
}

/** Two people on one board, both looking at the canvas; the first has opened the drawing bar. */
async function two(device?: typeof PHONE): Promise<{ ama: Guest; bo: Guest; close: () => Promise<void> }> {
  const [ama, bo] = [await openGuest(browser), await openGuest(browser, device)]
  await startBoard(ama, server.url)
  await joinBy(bo, await joinLink(ama), 'Bo')
  for (const guest of [ama, bo]) await show(guest, 'Canvas')
  await ama.page.getByRole('button', { name: 'Draw', exact: true }).click()
  return { ama, bo, close: async () => void (await Promise.all([ama.context.close(), bo.context.close()])) }
}

const toolOf = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })

async function drag(page: Page, points: readonly (readonly [number, number])[]): Promise<void> {
  const [first = [0, 0], ...rest] = points
  await page.mouse.move(...first)
  await page.mouse.down()
  for (const point of rest) await page.mouse.move(...point, { steps: 6 })
  await page.mouse.up()
}

/** Undo and redo by the bar, until as many figures are there as said. */
async function step(page: Page, way: 'Undo' | 'Redo', until: number): Promise<void> {
  await eventually(async () => {
    if ((await count(page)) !== until)
      await page.getByRole('button', { name: way, exact: true }).click({ timeout: 2_000 })
    expect(await count(page)).toBe(until)
  })
}

describe('drawing together', () => {
  test('every tool by mouse: the other sees it, undo takes it back, redo brings it again, a reload keeps it', async () => {
    const { ama, bo, close } = await two()
    const { page } = ama
    const tools: readonly { readonly name: string; readonly draw: () => Promise<void> }[] = [
      {
        name: 'Pen',
        draw: () =>
          drag(page, [
            [120, 200],
            [200, 260],
            [280, 200],
            [340, 270],
          ]),
      },
      {
        name: 'Highlighter',
        draw: () =>
          drag(page, [
            [120, 320],
            [340, 330],
          ]),
      },
      {
        name: 'Rectangle',
        draw: async () => {
          await drag(page, [
            [480, 180],
            [680, 300],
          ])
          // Open for words at once; without any it stays an outline.
          await page.keyboard.press('Escape')
        },
      },
      {
        name: 'Ellipse',
        draw: async () => {
          await page.mouse.click(950, 240)
          await page.keyboard.press('Escape')
        },
      },
      {
        name: 'Arrow',
        draw: () =>
          drag(page, [
            [580, 240],
            [900, 240],
          ]),
      },
      {
        name: 'Text',
        draw: async () => {
          await page.mouse.click(150, 450)
          await page.keyboard.type('Words on the board')
          await page.keyboard.press('Escape')
        },
      },
    ]
    try {
      for (const [index, { name, draw }] of tools.entries()) {
        await toolOf(page, name).click()
        await draw()
        await seeing([page, bo.page], index + 1)
        await step(page, 'Undo', index)
        await seeing([bo.page], index)
        await step(page, 'Redo', index + 1)
        await seeing([bo.page], index + 1)
      }
      await page.mouse.dblclick(580, 240)
      await page.keyboard.type('In a box')
      await page.keyboard.press('Escape')
      for (const words of ['In a box', 'Words on the board'])
        await eventually(async () => expect(await bo.page.getByText(words).count()).toBe(1))
      // The pen stays in hand, what is put once does not.
      expect(await toolOf(page, 'Select').getAttribute('aria-checked')).toBe('true')

      // The eraser goes over the pen's stroke and the words, and takes both in one step.
      await toolOf(page, 'Eraser').click()
      await drag(page, [
        [240, 180],
        [240, 280],
        [430, 285],
        [430, 400],
        [200, 455],
      ])
      await seeing([page, bo.page], 4)
      await page.keyboard.press('Control+z')
      await seeing([page, bo.page], 6)

      // Called off, nothing is erased.
      await page.mouse.move(240, 180)
      await page.mouse.down()
      await page.mouse.move(240, 290, { steps: 6 })
      await page.keyboard.press('Escape')
      await page.mouse.up()
      await seeing([page, bo.page], 6)
      await page.keyboard.press('Escape')
      await eventually(async () =>
        expect(await toolOf(page, 'Select').getAttribute('aria-checked')).toBe('true'),
      )

      for (const guest of [ama, bo]) await untilSaved(guest)
      const ids = await idsOf(page)
      await bo.page.reload()
      await bo.page.locator('.tl-canvas').waitFor()
      await eventually(async () => expect(await idsOf(bo.page)).toEqual(ids))
      for (const guest of [ama, bo]) expect(guest.problems).toEqual([])
    } finally {
      await close()
    }
  })

  test('a stroke is seen while it grows, and called off leaves nothing, not even a step of undo', async () => {
    const { ama, bo, close } = await two()
    const { page } = ama
    try {
      await toolOf(page, 'Pen').click()
      await drag(page, [
        [150, 200],
        [300, 260],
      ])
      await seeing([page, bo.page], 1)
      await page.mouse.move(200, 400)
      await page.mouse.down()
      await page.mouse.move(400, 380, { steps: 10 })
      await page.mouse.move(600, 420, { steps: 10 })
      await seeing([bo.page], 2)
      await page.keyboard.press('Escape')
      await page.mouse.move(700, 300, { steps: 3 })
      await page.mouse.up()
      await seeing([page, bo.page], 1)
      expect(await page.locator('.moot-ink-in-hand').count()).toBe(0)
      await page.keyboard.press('Control+z')
      await seeing([page, bo.page], 0)
      await page.keyboard.press('Control+y')
      await seeing([page, bo.page], 1)
      await page.keyboard.press('Control+y')
      await untilSaved(ama)
      await seeing([page, bo.page], 1)
    } finally {
      await close()
    }
  })

  test('a laser pointer is seen by the other while it shines, and writes nothing', async () => {
    const { ama, bo, close } = await two()
    const { page } = ama
    const lit = (): Promise<number> => bo.page.locator('.moot-laser circle:not([r="0"])').count()
    try {
      await toolOf(page, 'Laser').click()
      await page.mouse.move(300, 300)
      await page.mouse.down()
      await page.mouse.move(500, 320, { steps: 12 })
      await eventually(async () => expect(await lit()).toBe(1))
      await page.mouse.move(700, 300, { steps: 12 })
      await page.mouse.up()
      await eventually(async () => {
        expect(await lit()).toBe(0)
        expect(await bo.page.locator('.moot-laser').count()).toBe(0)
      })
      expect(await count(bo.page)).toBe(0)
      expect(
        await page.getByRole('button', { name: 'Undo', exact: true }).getAttribute('aria-disabled'),
      ).toBe('true')
    } finally {
      await close()
    }
  })

  test('keys alone put text, outlines and an arrow between two selected things; empty words leave nothing', async () => {
    const { ama, bo, close } = await two()
    const { page } = ama
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const editor = page.locator('.moot-editing textarea')
    try {
      await page.locator('.tl-container').focus()
      for (const [index, [key, words]] of (
        [
          ['r', 'First'],
          ['o', 'Second'],
        ] as const
      ).entries()) {
        await press(key, 'Enter')
        await editor.waitFor()
        await page.keyboard.type(words)
        await press('Escape')
        await editor.waitFor({ state: 'detached' })
        await seeing([bo.page], index + 1)
      }
      const outlines = await idsOf(page)
      await press('Control+a', 'a', 'Enter')
      await seeing([page, bo.page], 3)
      // It sticks to both: it follows when the other person moves one of them.
      const arrow = (await idsOf(page)).find((id) => !outlines.includes(id)) ?? ''
      const placeOf = () => page.locator(`[data-shape-id="${arrow}"]`).boundingBox()
      const before = await placeOf()
      const words = await bo.page.getByText('Second').boundingBox()
      if (words === null) throw new Error('No words.')
      const [x, y] = [words.x + words.width / 2, words.y + words.height / 2]
      await drag(bo.page, [
        [x, y],
        [x + 30, y + 90],
      ])
      await eventually(async () => expect(await placeOf()).not.toEqual(before))

      await press('t', 'Enter')
      await editor.waitFor()
      await press('Escape')
      await editor.waitFor({ state: 'detached' })
      await seeing([page, bo.page], 3)
      await press('Control+z')
      await seeing([page, bo.page], 2)
    } finally {
      await close()
    }
  })

  test('a finger draws on a phone, two fingers zoom and leave no stroke; beside a pen a finger moves the board', async () => {
    const { ama, bo, close } = await two(PHONE)
    const { page } = bo
    try {
      await page.getByRole('button', { name: 'Draw', exact: true }).tap()
      await toolOf(page, 'Pen').tap()
      const hand = await page.context().newCDPSession(page)
      await touch(hand, 'touchStart', [60, 300])
      for (let at = 1; at <= 30; at += 1) await touch(hand, 'touchMove', [60 + at * 7, 300 + (at % 6) * 8])
      await touch(hand, 'touchEnd')
      await seeing([page, ama.page], 1)

      const zoomOf = (): Promise<string> =>
        page
          .locator('.tl-html-layer')
          .first()
          .evaluate((layer) => getComputedStyle(layer).transform)
      const before = await zoomOf()
      await touch(hand, 'touchStart', [150, 400])
      await touch(hand, 'touchStart', [150, 400], [240, 400])
      for (let at = 1; at <= 20; at += 1)
        await touch(hand, 'touchMove', [150 - at * 3, 400], [240 + at * 3, 400])
      await touch(hand, 'touchEnd')
      await eventually(async () => expect(await zoomOf()).not.toBe(before))
      // tldraw ends a pinch a frame after the fingers have gone, and takes no pointer before that.
      await frames(page)
      await untilSaved(bo)
      expect([await count(page), await count(ama.page)]).toEqual([1, 1])

      // Once a pen was seen, the pen draws and a finger moves the board.
      await pen(hand, 'mousePressed', 80, 350)
      for (let at = 1; at <= 20; at += 1) await pen(hand, 'mouseMoved', 80 + at * 8, 350 + (at % 5) * 6)
      await pen(hand, 'mouseReleased', 240, 350)
      await seeing([page, ama.page], 2)
      const still = await zoomOf()
      await touch(hand, 'touchStart', [100, 250])
      for (let at = 1; at <= 10; at += 1) await touch(hand, 'touchMove', [100 + at * 6, 250 + at * 4])
      await touch(hand, 'touchEnd')
      await eventually(async () => expect(await zoomOf()).not.toBe(still))
      await untilSaved(bo)
      expect([await count(page), await count(ama.page)]).toEqual([2, 2])

      await step(page, 'Undo', 0)
      await seeing([ama.page], 0)
    } finally {
      await close()
    }
  })
})

type Touch = 'touchStart' | 'touchMove' | 'touchEnd'

async function touch(
  hand: CDPSession,
  type: Touch,
  ...fingers: (readonly [number, number])[]
): Promise<void> {
  const touchPoints = fingers.map(([x, y], id) => ({ x, y, id }))
  await hand.send('Input.dispatchTouchEvent', { type, touchPoints })
}

async function pen(
  hand: CDPSession,
  type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
  x: number,
  y: number,
): Promise<void> {
  const button = 'left'
  await hand.send('Input.dispatchMouseEvent', {
    type,
    x,
    y,
    button,
    buttons: 1,
    clickCount: 1,
    pointerType: 'pen',
  })
}
