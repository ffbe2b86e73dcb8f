/** People in real browsers: one Chromium for a test file, a context of its own for each person. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { chromium } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A laptop and a phone, in CSS px. */
export const LAPTOP = { width: 1280, height: 800 }
export const PHONE = { width: 390, height: 844 }

/** Starts the browser that `npm test` found. Throws where it found none: a missing browser is a failure, never a skip. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.MOOT_TEST_BROWSER
  if (executablePath === undefined || executablePath === '')
    throw new Error('No browser for the tests was found.')
  return chromium.launch({ executablePath, args: FLAGS })
}

/** Somebody at a device of their own, and everything that went wrong in their browser. */
export interface Guest {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors thrown in the page, and console errors. */
  readonly problems: string[]
  /** Every address that the page asked for. */
  readonly requests: string[]
}

/** Opens a device with nothing on it. @param options - such as the time zone that it is in */
export async function openGuest(
  browser: Browser,
  device: typeof LAPTOP = LAPTOP,
  options: BrowserContextOptions = {},
): Promise<Guest> {
  const isPhone = device.width <= 640
  const context = await browser.newContext({
    viewport: device,
    hasTouch: isPhone,
    isMobile: isPhone,
    locale: 'en-GB',
    ...options,
  })
  const page = await context.newPage()
  const problems: string[] = []
  const requests: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    // A connection that is cut on purpose is reported by the browser itself; that is no fault of the page.
    if (
      message.type() === 'error' &&
      !/WebSocket connection|ERR_CONNECTION|ERR_INTERNET/.test(message.text())
    ) {
      problems.push(message.text())
    }
  })
  page.on('request', (request) => requests.push(request.url()))
  page.on('websocket', (socket) => requests.push(socket.url()))
  return { context, page, problems, requests }
}
