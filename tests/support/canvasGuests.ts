/** Somebody alone with the canvas page, in a browser that the tests of one file share. */
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Guest } from './browser.ts'
import { LAPTOP, launchBrowser, openGuest } from './browser.ts'
import type { CanvasPage } from './canvasPage/serve.ts'
import { serveCanvasPage } from './canvasPage/serve.ts'

/** Opens the canvas page with a query; `timeout` is how long its first frame may take, in ms. */
export type OpenCanvas = (query: string, device?: typeof LAPTOP, timeout?: number) => Promise<Guest>

/** To be called once in a test file: serves the page, starts the browser, and puts everything away after each test. */
export function canvasGuests(): { readonly open: OpenCanvas; readonly site: () => CanvasPage } {
  let site: CanvasPage
  let browser: Browser
  const contexts: BrowserContext[] = []

  beforeAll(async () => {
    ;[site, browser] = await Promise.all([serveCanvasPage(), launchBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })

  const open: OpenCanvas = async (query, device = LAPTOP, timeout = 20_000) => {
    const guest = await openGuest(browser, device)
    contexts.push(guest.context)
    await guest.page.goto(`${site.url}?still=1&${query}`)
    await guest.page
      .waitForFunction(() => window.bench?.firstFrame != null, null, { timeout })
      .catch(() => expect.fail(`The page did not draw. ${guest.problems.join('; ')}`))
    return guest
  }
  return { open, site: () => site }
}
