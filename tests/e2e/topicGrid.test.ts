/** The grid of topics: what stays in sight, what the keyboard reaches, and a finger on a tablet. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import { launchBrowser, LAPTOP } from '../support/browser.ts'
import type { Fair } from '../support/fair.ts'
import { cell, placeOf, TABLET, TABLET_UPRIGHT, withFair } from '../support/fair.ts'
import { card } from '../support/openSpaceHands.ts'
import { eventually } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { startServer } from '../support/startServer.ts'

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const withMarket = (work: (it: Fair) => Promise<void>, set?: Parameters<typeof withFair>[2]): Promise<void> =>
  withFair({ browser, url: server.url }, work, set)

/**
 * Offers so many topics, of those who are there in turn; placed from the first cell on, or waiting. Resolves to their ids.
 */
async function offerMany({ them, fair }: Fair, count: number, isPlaced: boolean): Promise<string[]> {
  const { length } = fair.spaces
  const ids: string[] = []
  for (let at = 0; at < count; at += 1)
    ids.push(
      await fair.offer(
        them.people[at % them.people.length] ?? them.farah,
        `Question number ${at + 1}: what kind of leadership does a place need?`,
        isPlaced ? [Math.floor(at / length) + 1, (at % length) + 1] : undefined,
      ),
    )
  return ids
}

/** What lies at a spot: the words of it, or of what it is in. */
const isOnTop = (page: Page, role: string, name: string): Promise<boolean> =>
  page.getByRole(role === 'rowheader' ? 'rowheader' : 'columnheader', { name }).evaluate((head) => {
    const { left, top, width, height } = head.getBoundingClientRect()
    return head.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  })

describe('in sight', () => {
  test('with ten topics to place the first round of the grid is in sight, and every topic can be reached', () =>
    withMarket(async (it) => {
      await offerMany(it, 10, false)
      const { fair, open } = it
      const theo = await open('Theo', LAPTOP, true)
      const waiting = theo.getByRole('region', { name: /^Not placed yet/ })
      for (const size of [LAPTOP, TABLET, TABLET_UPRIGHT]) {
        await theo.setViewportSize(size)
        await eventually(async () => {
          const bottom = await cell(theo, fair, 1, 1).evaluate((it) => it.getBoundingClientRect().bottom)
          const main = await theo.getByRole('main').evaluate((it) => it.getBoundingClientRect().bottom)
          expect(bottom).toBeLessThanOrEqual(main)
        })
        expect(await waiting.getByRole('listitem').count()).toBe(10)
      }
      expect(await seriousFindings(theo)).toEqual([])
    }))

  test('in sixty topics the names of rounds and spaces stay beside what is read, and over it', () =>
    withMarket(
      async (it) => {
        await offerMany(it, 60, true)
        const { fair, open } = it
        const theo = await open('Theo', LAPTOP, true)
        await theo.getByRole('radio', { name: 'Grid' }).check()
        await cell(theo, fair, 5, 8).getByRole('link').focus()
        await eventually(async () => {
          for (const name of ['Space 8', 'Space 7'])
            expect(await isOnTop(theo, 'columnheader', name)).toBe(true)
          expect(await isOnTop(theo, 'rowheader', 'Round 5')).toBe(true)
        })
        // Whatever is scrolled, and however far.
        await theo.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight))
        await theo
          .locator('[data-grid-scroll]')
          .evaluate((box) => box.scrollTo(box.scrollWidth, box.scrollHeight))
        await eventually(async () => {
          expect(await isOnTop(theo, 'columnheader', 'Space 10')).toBe(true)
          expect(await isOnTop(theo, 'rowheader', 'Round 6')).toBe(true)
        })
        expect(await seriousFindings(theo)).toEqual([])
      },
      { rounds: 6, spaces: 10 },
    ))
})

/** What has the focus, as it is read aloud: a cell, or what is in one. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
  })

describe('by keys', () => {
  test('Tab stops once in a grid of sixty topics, arrows go from place to place, each says round, time, space and topic', () =>
    withMarket(
      async (it) => {
        await offerMany(it, 59, true)
        const theo = await it.open('Theo', LAPTOP, true)
        await theo.getByRole('radio', { name: 'Grid' }).check()
        await theo.keyboard.press('Tab')
        const passed: string[] = []
        while (!(await focused(theo)).startsWith('Round ')) {
          passed.push(await focused(theo))
          await theo.keyboard.press('Tab')
          if (passed.length > 30) throw new Error(`no way into the grid, but past ${passed.join(' | ')}`)
        }
        expect(await focused(theo)).toMatch(
          /^Round 1, \d\d:\d\d–\d\d:\d\d, Space 1: Question number 1: .*Offered by Hana/,
        )
        await theo.getByText('Arrow keys move from place to place').waitFor()

        // What is in that cell comes next, and then what stands under the grid.
        const inside: string[] = []
        await theo.keyboard.press('Tab')
        while (await theo.evaluate(() => document.activeElement?.closest('[role=gridcell]') != null)) {
          inside.push(await focused(theo))
          await theo.keyboard.press('Tab')
        }
        expect(inside).toHaveLength(3)
        expect(inside.every((each) => each.includes('Question number 1:'))).toBe(true)
        await theo.keyboard.press('Shift+Tab')
        expect(await focused(theo)).toBe(inside.at(-1))
        await theo.keyboard.press('Escape')
        expect(await focused(theo)).toMatch(/^Round 1, .*, Space 1:/)

        const presses: readonly (readonly [string, RegExp])[] = [
          ['ArrowRight', /^Round 1, .*, Space 2: Question number 2:/],
          ['End', /^Round 1, .*, Space 10: Question number 10:/],
          ['ArrowRight', /^Round 1, .*, Space 10:/],
          ['ArrowDown', /^Round 2, .*, Space 10: Question number 20:/],
          ['Home', /^Round 2, .*, Space 1: Question number 11:/],
          ['Control+End', /^Round 6, .*, Space 10: –Free$/],
          ['Control+Home', /^Round 1, .*, Space 1:/],
        ]
        for (const [key, words] of presses) {
          await theo.keyboard.press(key)
          expect(await focused(theo)).toMatch(words)
        }

        // The menu of a topic, by the key for it; twice, for once it was made it opens otherwise.
        for (const key of ['ContextMenu', 'Shift+F10']) {
          await theo.keyboard.press(key)
          await eventually(async () =>
            expect(await theo.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('menuitem'),
          )
          await theo.keyboard.press('Escape')
          await theo.getByRole('menu').waitFor({ state: 'detached' })
          await eventually(async () => expect(await focused(theo)).toMatch(/^More for Question number 1:/))
          await theo.keyboard.press('Escape')
          expect(await focused(theo)).toMatch(/^Round 1, .*, Space 1:/)
        }
        expect(await seriousFindings(theo)).toEqual([])
      },
      { rounds: 6, spaces: 10 },
    ))

  test('whatever others move, the focus stays where it is, and no press is for another topic', () =>
    withMarket(async (it) => {
      const [first = '', second = ''] = await offerMany(it, 2, true)
      const { them, fair, open } = it
      const sam = await open('Sam')
      const signUp = cell(sam, fair, 1, 2).getByRole('button', { name: /^Sign up for Question number 2:/ })
      await signUp.focus()
      // Another topic changes places: nothing here does.
      await them.farah.live.give({ type: 'topic.lift', topic: first })
      await eventually(async () => expect(await cell(sam, fair, 1, 1).getByRole('link').count()).toBe(0))
      expect(await focused(sam)).toMatch(/^Sign up for Question number 2:/)
      const place = { round: fair.rounds[1] ?? '', space: fair.spaces[2] ?? '', time: '', where: '' }
      await them.farah.live.give({ type: 'topic.place', topic: first, place })
      await cell(sam, fair, 2, 3).getByRole('link').waitFor()
      expect(await focused(sam)).toMatch(/^Sign up for Question number 2:/)

      // The two are swapped: what has the focus is the place, not a button for the other one.
      await them.farah.live.give({ type: 'topic.swap', topic: first, with: second })
      await cell(sam, fair, 1, 2).getByText('Question number 1:').waitFor()
      await eventually(async () =>
        expect(await focused(sam)).toMatch(/^Round 1, .*, Space 2: Question number 1:/),
      )
      await cell(sam, fair, 1, 2).getByRole('link').focus()
      await them.farah.live.give({ type: 'topic.lift', topic: first })
      await eventually(async () => expect(await focused(sam)).toMatch(/^Round 1, .*, Space 2: –Free$/))
      await sam.keyboard.press('ArrowLeft')
      expect(await focused(sam)).toMatch(/^Round 1, .*, Space 1: –Free$/)
    }))
})

/** A finger on the glass: comes down somewhere, goes in steps as a finger does, and is lifted when told. */
async function fingerOf(page: Page) {
  const hand = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: readonly Point[]): Promise<unknown> =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(([x, y]) => ({ x, y, id: 0 })) })
  return {
    go: async ([fromX, fromY]: Point, [toX, toY]: Point): Promise<void> => {
      await send('touchStart', [fromX, fromY])
      for (let step = 1; step <= 12; step += 1)
        await send('touchMove', [fromX + ((toX - fromX) * step) / 12, fromY + ((toY - fromY) * step) / 12])
    },
    lift: (): Promise<unknown> => send('touchEnd'),
  }
}

type Point = readonly [x: number, y: number]

/** The middle of something on the screen. */
async function middleOf(it: Locator): Promise<Point> {
  await it.scrollIntoViewIfNeeded()
  const box = await it.boundingBox()
  if (box === null) throw new Error('not on the screen')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

describe('by finger on a tablet', () => {
  test('a topic is taken by its handle, placed, swapped and let go outside; a finger elsewhere scrolls', () =>
    withMarket(
      async (it) => {
        await offerMany(it, 2, true)
        await it.fair.offer(it.them.people[3] ?? it.them.farah, 'Who looks after the carers?')
        const { fair, open } = it
        const theo = await open('Theo', TABLET, true, { hasTouch: true })
        const finger = await fingerOf(theo)
        const gripOf = (question: string) => card(theo, question).locator('[data-grip]')
        const isCarried = () => theo.locator('[data-drag-picture]').count()
        await gripOf('Who looks after the carers?').waitFor()

        // On a card and not on its handle a finger scrolls, and takes nothing along.
        const scrolled = () =>
          theo.evaluate(() =>
            [...document.querySelectorAll('main, [data-grid-scroll]')].reduce(
              (sum, { scrollTop }) => sum + scrollTop,
              0,
            ),
          )
        const [x, y] = await middleOf(card(theo, 'Question number 1:').getByRole('link'))
        await finger.go([x, y], [x, y - 200])
        expect(await isCarried()).toBe(0)
        await finger.lift()
        await eventually(async () => expect(await scrolled()).toBeGreaterThan(100))
        for (const box of await theo.locator('main, [data-grid-scroll]').all())
          await box.evaluate((element) => element.scrollTo(0, 0))

        // From the tray into a free place.
        await finger.go(
          await middleOf(gripOf('Who looks after the carers?')),
          await middleOf(cell(theo, fair, 1, 3)),
        )
        await eventually(async () => expect(await isCarried()).toBe(1))
        await finger.lift()
        await cell(theo, fair, 1, 3).getByText('Who looks after the carers?').waitFor()
        expect(await isCarried()).toBe(0)

        // Onto another topic: the two change places, as by mouse.
        await finger.go(
          await middleOf(gripOf('Who looks after the carers?')),
          await middleOf(cell(theo, fair, 1, 2)),
        )
        await finger.lift()
        await cell(theo, fair, 1, 2).getByText('Who looks after the carers?').waitFor()
        await cell(theo, fair, 1, 3).getByText('Question number 2:').waitFor()

        // Let go outside: nothing happens, and nothing opens.
        await finger.go(await middleOf(gripOf('Who looks after the carers?')), [900, 300])
        await eventually(async () => expect(await isCarried()).toBe(1))
        await finger.lift()
        await eventually(async () => expect(await isCarried()).toBe(0))
        expect(placeOf(it, 'Who looks after the carers?')?.space).toBe(fair.spaces[1])
        expect(new URL(theo.url()).pathname).toMatch(/\/topics$/)
      },
      { rounds: 6, spaces: 4 },
    ))
})
