/** A marketplace that people look at in browsers: a crowd at bare connections offers, whoever is needed comes by screen. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Guest } from './browser.ts'
import { LAPTOP, openGuest } from './browser.ts'
import { comeBack } from './comeBack.ts'
import type { Crowd } from './crowd.ts'
import { crowd } from './crowd.ts'
import type { Market } from './market.ts'
import { market } from './market.ts'
import { linkFor } from './startServer.ts'

/** The main question, which is the heading of *Topics*. */
const QUESTION = 'What should we keep, drop and grow?'

/** A tablet on its side and upright, in CSS px. */
export const TABLET = { width: 1024, height: 768 }
export const TABLET_UPRIGHT = { width: 768, height: 1024 }

/** A marketplace, and a way to look at it. */
export interface Fair {
  readonly them: Crowd
  readonly fair: Market
  /** Somebody comes to *Topics*. */
  readonly open: (
    name: string,
    device?: typeof LAPTOP,
    isFacilitator?: boolean,
    options?: BrowserContextOptions,
  ) => Promise<Page>
}

/** Makes one, and takes it down again; afterwards nothing may have gone wrong in any browser. */
export async function withFair(
  { browser, url }: { readonly browser: Browser; readonly url: string },
  work: (it: Fair) => Promise<void>,
  set: Parameters<typeof market>[1] = {},
  body: object = {},
): Promise<void> {
  const them = await crowd(url, 20, { question: QUESTION, ...body })
  const guests: Guest[] = []
  const open: Fair['open'] = async (name, device = LAPTOP, isFacilitator = false, options = {}) => {
    const guest = await openGuest(browser, device, options)
    guests.push(guest)
    const { page } = guest
    await comeBack(guest, linkFor(url, them, isFacilitator ? 'facilitator' : 'join', '/topics'), name)
    await page.getByRole('heading', { level: 1, name: QUESTION }).waitFor()
    return page
  }
  try {
    await work({ them, fair: await market(them, set), open })
    for (const { problems } of guests) expect(problems).toEqual([])
  } finally {
    them.leave()
    for (const { context } of guests) await context.close()
  }
}

/** The cell of a round and a space, both from 1. */
export const cell = (page: Page, { rounds, spaces }: Market, round: number, space: number): Locator =>
  page.locator(`[data-cell='${JSON.stringify([rounds[round - 1], spaces[space - 1]])}']`)

/** Where a topic is, as the server has it. */
export const placeOf = ({ them }: Pick<Fair, 'them'>, question: string) =>
  Object.values(them.farah.live.view?.topics ?? {}).find(({ questions }) => questions[0]?.text === question)
    ?.place ?? null
