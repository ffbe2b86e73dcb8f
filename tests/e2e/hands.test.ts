/** Hands that come, go and change under way: palms beside pens, pointers that the system takes, boards that close. */
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { LAPTOP, launchBrowser, openGuest, PHONE } from '../support/browser.ts'
import type { CanvasPage } from '../support/canvasPage/serve.ts'
import { serveCanvasPage } from '../support/canvasPage/serve.ts'
import { frames } from '../support/canvasHands.ts'

let site: CanvasPage
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveCanvasPage(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function open(device: typeof PHONE, query: string, isStill = true) {
  const { page, context, problems } = await openGuest(browser, device)
  await page.goto(`${site.url}?still=${isStill ? 1 : 0}&template=blank&${query}`)
  await page
    .waitForFunction(() => window.bench?.firstFrame != null)
    .catch(() => expect.fail(`The page did not draw. ${problems.join('; ')}`))
  return { page, hand: await context.newCDPSession(page), close: () => context.close() }
}

type Finger = readonly [number, number]

async function touch(
  hand: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
  at?: Finger,
): Promise<void> {
  const touchPoints = at === undefined ? [] : [{ x: at[0], y: at[1], id: 1 }]
  await hand.send('Input.dispatchTouchEvent', { type, touchPoints })
}

async function pen(
  hand: CDPSession,
  type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
  x: number,
): Promise<void> {
  const y = 300 + (x % 40)
  const pressed = { button: 'left', buttons: 1, clickCount: 1, pointerType: 'pen' } as const
  await hand.send('Input.dispatchMouseEvent', { type, x, y, ...pressed })
}

async function penTo(hand: CDPSession, from: number, to: number): Promise<void> {
  for (let x = from; x <= to; x += 8) await pen(hand, 'mouseMoved', x)
}

/** Strokes in sight, each with how wide it is on the screen. */
const strokes = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const zoom = (window.bench.handle?.state.getState().zoomPercent ?? 100) / 100
    return [...window.bench.writer.board.drawings.values()].flatMap((each) =>
      each.kind === 'ink' && each.gone === null
        ? [Math.round((Math.max(...each.points.filter((_, index) => index % 2 === 0)) * zoom) / 10) * 10]
        : [],
    )
  })
const zoomOf = (page: Page): Promise<number | undefined> =>
  page.evaluate(() => window.bench.handle?.state.getState().zoomPercent)
const isDragging = (page: Page): Promise<boolean | undefined> =>
  page.evaluate(() => window.bench.handle?.state.getState().isDragging)

/** The middle of the first note, where it is drawn. */
async function noteAt(page: Page): Promise<Finger> {
  const box = await page.locator('[data-shape-id^="shape:"]').first().boundingBox()
  if (box === null) throw new Error('No note.')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

describe('a hand beside its pen', () => {
  it.each(['comes after it', 'was there before it'])('C-21 is not heard of when it %s', async (when) => {
    const { page, hand, close } = await open(PHONE, 'notes=2')
    try {
      await page.evaluate(() => window.bench.handle?.setTool('pen'))
      const zoom = await zoomOf(page)
      if (when === 'was there before it') {
        await touch(hand, 'touchStart', [260, 620])
        await touch(hand, 'touchMove', [266, 628])
      }
      await pen(hand, 'mousePressed', 80)
      await penTo(hand, 80, 160)
      await expect.poll(() => strokes(page)).toHaveLength(1)
      if (when === 'comes after it') await touch(hand, 'touchStart', [260, 620])
      await touch(hand, 'touchMove', [250, 600])
      await penTo(hand, 160, 240)
      await touch(hand, 'touchCancel')
      await penTo(hand, 240, 320)
      await pen(hand, 'mouseReleased', 320)
      await expect.poll(() => strokes(page)).toEqual([240])
      expect(await zoomOf(page)).toBe(zoom)

      // Fingers are heard of again: one beside a pen that is up moves the board.
      const before = await noteAt(page)
      await touch(hand, 'touchStart', [200, 600])
      for (let at = 1; at <= 10; at += 1) await touch(hand, 'touchMove', [200, 600 - at * 8])
      await touch(hand, 'touchEnd')
      await expect.poll(async () => (await noteAt(page))[1]).toBeLessThan(before[1] - 40)
      expect(await strokes(page)).toHaveLength(1)
    } finally {
      await close()
    }
  })
})

describe('what is under way', () => {
  it('C-11 goes back when the system takes the finger away', async () => {
    const { page, hand, close } = await open(PHONE, 'notes=2')
    try {
      const [x, y] = await noteAt(page)
      await touch(hand, 'touchStart', [x, y])
      for (let at = 1; at <= 10; at += 1) await touch(hand, 'touchMove', [x + at * 5, y + at * 5])
      await expect.poll(() => isDragging(page)).toBe(true)
      await touch(hand, 'touchCancel')
      await expect.poll(() => isDragging(page)).toBe(false)
      expect(await noteAt(page)).toEqual([x, y])
      expect(await page.evaluate(() => window.bench.updates)).toBe(0)
    } finally {
      await close()
    }
  })

  it('C-11 goes back when the board becomes read-only', async () => {
    const { page, close } = await open(LAPTOP, 'notes=2')
    try {
      const [x, y] = await noteAt(page)
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + 60, y + 60, { steps: 4 })
      await expect.poll(() => isDragging(page)).toBe(true)
      await page.evaluate(() => window.bench.setReadOnly(true))
      await expect.poll(() => isDragging(page)).toBe(false)
      await page.mouse.move(x + 90, y + 60, { steps: 4 })
      await page.mouse.up()
      expect(await noteAt(page)).toEqual([x, y])
      expect(await page.evaluate(() => window.bench.updates)).toBe(0)

      await page.evaluate(() => window.bench.setReadOnly(false))
      await page.evaluate(() => window.bench.handle?.setTool('rectangle'))
      await page.mouse.move(x + 200, y + 200)
      await page.mouse.down()
      await page.mouse.move(x + 300, y + 260, { steps: 4 })
      await page.evaluate(() => window.bench.setReadOnly(true))
      await page.mouse.up()
      expect(await page.evaluate(() => window.bench.writer.board.drawings.size)).toBe(0)
    } finally {
      await close()
    }
  })
})

describe('what is written in', () => {
  it('C-7 is let go of when somebody else removes it, and the canvas has the keyboard', async () => {
    const { page, close } = await open(LAPTOP, 'notes=1')
    try {
      await page.locator('.tl-container').focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.locator('.moot-editing textarea').waitFor()
      await page.evaluate(() => {
        const { otherDoc, otherWriter } = window.bench
        const [id = ''] = otherWriter.board.notes.keys()
        const note = otherDoc.getMap<Y.Map<unknown>>('notes').get(id)
        note?.set('gone', { by: 'sam', at: 1, how: 'deleted' })
      })
      await page.locator('.moot-editing').waitFor({ state: 'detached' })
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.classList.contains('tl-container')))
        .toBe(true)
      await expect
        .poll(() => page.evaluate(() => window.bench.shown.findLast((part) => 'editing' in part)?.editing))
        .toBe(null)
    } finally {
      await close()
    }
  })
})

describe('a paste', () => {
  it('C-12 is taken beside the canvas too, but not in a dialog or a field, and gives the canvas the focus', async () => {
    const { page, close } = await open(LAPTOP, 'notes=1')
    const pasteAt = (place: string): Promise<number> =>
      page.evaluate((markup) => {
        const holder = document.createElement('div')
        holder.innerHTML = markup
        document.body.append(holder)
        const at = holder.querySelector<HTMLElement>('.at')
        if (at === null && document.activeElement instanceof HTMLElement) document.activeElement.blur()
        at?.focus()
        const data = new DataTransfer()
        data.setData('text/plain', 'Pasted')
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
        document.activeElement?.dispatchEvent(event)
        const isOnCanvas = document.activeElement?.classList.contains('tl-container') === true
        holder.remove()
        return Number(event.defaultPrevented) + Number(isOnCanvas)
      }, place)
    for (const place of ['', '<button class="at">Next</button>', '<a class="at" href="#a">Board</a>'])
      expect(await pasteAt(place)).toBe(2)
    for (const place of [
      '<input class="at">',
      '<div role="dialog"><button class="at">Save</button></div>',
      '<div role="menu"><button class="at">Copy</button></div>',
      '<div class="at" contenteditable="true">words</div>',
    ])
      expect(await pasteAt(place)).toBe(0)
    expect(await page.evaluate(() => window.bench.otherWriter.board.notes.size)).toBe(4)
    await close()
  })
})

describe('what a link leads to', () => {
  it('is brought so near that it can be read, and no farther away than it was', async () => {
    const { page, close } = await open(LAPTOP, 'notes=600')
    const percent = (): Promise<number> =>
      page.evaluate(() => window.bench.handle?.state.getState().zoomPercent ?? 0)
    const focusLast = (): Promise<void> =>
      page.evaluate(() => {
        const id = [...window.bench.otherWriter.board.notes.keys()].at(-1) ?? ''
        window.bench.handle?.focusItem({ root: 'notes', id })
      })
    await page.evaluate(() => window.bench.handle?.fitBoard())
    await expect.poll(percent).toBeLessThan(60)
    await focusLast()
    await expect.poll(percent).toBe(60)
    await page.evaluate(() => window.bench.handle?.zoomReset())
    await expect.poll(percent).toBe(100)
    await focusLast()
    await expect.poll(percent).toBe(100)
    await close()
  })
})

describe('being led', () => {
  it('C-27 is nobody’s own move however slowly frames come; a wheel turned on the way is', async () => {
    const { page, close } = await open(LAPTOP, 'notes=2', false)
    /** Leads to the right, frames coming every 140 ms: whether each move counted as that, until one did not or it is there. */
    const lead = (turnsWheel: boolean): Promise<boolean[]> =>
      page.evaluate(
        (turns) =>
          new Promise((done) => {
            const { handle } = window.bench
            if (handle === null) return
            const goal = { ...handle.view(), x: handle.view().x + 4_000 }
            const moves: boolean[] = []
            let isOver = false
            const stop = handle.onView((isLed) => {
              moves.push(isLed)
              if (isLed && Math.abs(handle.view().x - goal.x) > 1) return
              isOver = true
              stop()
              done(moves)
            })
            handle.lead(goal)
            if (turns) {
              const wheel = { clientX: 500, clientY: 400, deltaY: 40, bubbles: true, cancelable: true }
              document.querySelector('.tl-canvas')?.dispatchEvent(new WheelEvent('wheel', wheel))
            }
            const toil = (): void => {
              const until = performance.now() + 140
              while (performance.now() < until);
              if (!isOver) requestAnimationFrame(toil)
            }
            toil()
          }),
        turnsWheel,
      )
    expect(await lead(false)).not.toContain(false)
    await frames(page)
    expect((await lead(true)).at(-1)).toBe(false)
    await close()
  })
})
