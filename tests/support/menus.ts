/** Menus, by the keyboard. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { eventually } from './screens.ts'

/** Opens the menu of a button with the keyboard and goes down to an item, from menu to menu. */
export async function chooseByKeys(page: Page, button: string, items: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).focus()
  await page.keyboard.press('Enter')
  for (const [index, item] of items.entries()) {
    const wanted = page.getByRole('menuitem', { name: item, exact: true })
    await untilInMenuOf(wanted)
    while (!(await isFocused(wanted))) await pressAndFollow(page, 'ArrowDown')
    await page.keyboard.press(index === items.length - 1 ? 'Enter' : 'ArrowRight')
  }
}

const isFocused = (item: Locator): Promise<boolean> =>
  item.evaluate((element) => element === document.activeElement)

/** The focus follows the key a moment later; another key before that would go past an item. At the end it stays: an error. */
async function pressAndFollow(page: Page, key: string): Promise<void> {
  const before = await page.evaluateHandle(() => document.activeElement)
  await page.keyboard.press(key)
  await page.waitForFunction((element) => element !== document.activeElement, before)
  await before.dispose()
}

/** A menu that opens takes the focus to its first item a moment later; a key before that would go astray. */
function untilInMenuOf(item: Locator): Promise<void> {
  return eventually(async () => {
    const isThere = await item.evaluate((each) => {
      const menu = each.closest('[role="menu"]')
      return document.activeElement !== menu && menu?.contains(document.activeElement)
    })
    expect(isThere).toBe(true)
  })
}
