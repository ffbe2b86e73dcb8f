/** People in real browsers: one Chromium for all test files, a context of its own for each person. */
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Download,
  LaunchOptions,
  Page,
} from 'playwright-core'
import { chromium } from 'playwright-core'

/**
 * What Chromium is not to have. The last two are pages behind the address bar, which no window of a test shows: without
 * them a context costs a third of the work. The others Playwright switches off as well; of two such lists Chromium takes
 * only the last.
 */
const NOT_WANTED = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
]
const FLAGS = [
  `--disable-features=${NOT_WANTED.join(',')}`,
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

/** How to start the browser that is at this path. */
export const launchOptions = (executablePath: string): LaunchOptions => ({ executablePath, args: FLAGS })

/**
 * The browser that all test files share, or where there is none of that kind, one of its own. Closing it closes only
 * what was opened through it. Throws where `npm test` found no browser: a missing browser is a failure, never a skip.
 */
export function launchBrowser(): Promise<Browser> {
  const shared = process.env['MOOT_TEST_BROWSER_AT']
  if (shared !== undefined) return chromium.connect(shared)
  const executablePath = process.env.MOOT_TEST_BROWSER
  if (executablePath === undefined || executablePath === '')
    throw new Error('No browser for the tests was found.')
  return chromium.launch(launchOptions(executablePath))
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

/** How many times slower than this machine every page computes, to find races; see README.md. */
const SLOWNESS = Number(process.env['MOOT_TEST_SLOWNESS'] ?? 1)

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  if (!(SLOWNESS > 1)) return
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS })
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
  await slowDown(context, page)
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

/** What came down. (A shared browser gives no path.) */
export async function contentOf(download: Promise<Download> | Download): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of await (await download).createReadStream()) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
