/** The grid of topics: what stays in sight, what the keyboard reaches, and a finger on a tablet. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import { launchBrowser, LAPTOP } from '../support/browser.ts'
import type { Fair } from '../support/fair.ts'
import { cell, TABLET, TABLET_UPRIGHT, withFair } from '../support/fair.ts'
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

/** Offers so many topics, of those who are there in turn; placed from the first cell on, or waiting. */
async function offerMany({ them, fair }: Fair, count: number, isPlaced: boolean): Promise<void> {
  const { length } = fair.spaces
  for (let at = 0; at < count; at += 1)
    await fair.offer(
      them.people[at % them.people.length] ?? them.farah,
      `Question number ${at + 1}: what kind of leadership does a place need?`,
      isPlaced ? [Math.floor(at / length) + 1, (at % length) + 1] : undefined,
    )
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
