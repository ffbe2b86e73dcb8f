/** What a screen reader was told, and where its focus is. */
import type { Page } from 'playwright-core'

/** Writes down everything that the page's polite live region says from now on. */
export async function listenIn(page: Page): Promise<{ readonly heard: () => Promise<string[]> }> {
  await page.evaluate(() => {
    const region = document.querySelector('[data-announcer]')
    if (region === null) throw new Error('The page has no live region.')
    const lines: string[] = []
    Object.assign(globalThis, { heardLines: lines })
    new MutationObserver(() => {
      for (const line of region.querySelectorAll('[aria-live]')) {
        const words = line.textContent?.trim() ?? ''
        if (words !== '' && lines.at(-1) !== words) lines.push(words)
      }
    }).observe(region, { childList: true, characterData: true, subtree: true })
  })
  // Put there above.
  return { heard: () => page.evaluate<string[]>('globalThis.heardLines') }
}

/** The name of what has the focus, as assistive technology computes it for buttons and fields. */
export function focusName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document
    const label = activeElement instanceof HTMLElement ? activeElement.getAttribute('aria-label') : null
    const byFor =
      activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement
        ? activeElement.labels?.[0]?.textContent
        : null
    return label ?? byFor ?? activeElement?.textContent ?? ''
  })
}

/** Pastes words where the focus is, as the system's clipboard would. */
export function paste(page: Page, text: string): Promise<void> {
  return page.evaluate((words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}
