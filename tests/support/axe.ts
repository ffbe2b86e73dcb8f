/** Barriers that can be found by a program. */
import axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds that would keep somebody out: serious and critical, one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // What is still fading in has less contrast than it will have.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
        )
        .map(({ finished }) => finished),
    ),
  )
  // A million and a half letters: once for a page.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe.source)
  // axe puts itself on the page's window; what it returns is plain data. Fetching style sheets again (`preload`) is for
  // rules about films and turned screens, of which none is serious.
  const results = await page.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"], preload: false })',
  )
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
