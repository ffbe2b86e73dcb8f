/** One browser for all test files: starting Chromium anew for each costs more than a second and a half of work. */
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { launchOptions } from './browser.ts'

/** Run by vitest before the first file; what it returns, after the last. Without a browser each file says so itself. */
export default async function share({ config }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const path = config.env['MOOT_TEST_BROWSER']
  if (typeof path !== 'string' || path === '') return undefined
  const server = await chromium.launchServer(launchOptions(path))
  process.env['MOOT_TEST_BROWSER_AT'] = server.wsEndpoint()
  return () => server.close()
}
