/** What facilitators do on the list of people, and what everybody does with their own menu. */
import type { Locator } from 'playwright-core'
import type { Guest } from './browser.ts'

/** Chooses something from the frame's menu. */
export async function fromMenu({ page }: Guest, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** *People and roles*, a facilitator's. */
export async function openRoster(guest: Guest): Promise<void> {
  await fromMenu(guest, 'People and roles')
  await guest.page.getByRole('heading', { name: 'People', exact: true }).waitFor()
}

/** Somebody's row on the list. */
export const rowOf = ({ page }: Guest, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })

/** Chooses something from somebody's menu on the list. */
export async function doTo(guest: Guest, name: string, item: string | RegExp): Promise<void> {
  const { page } = guest
  await page.getByRole('button', { name: `What can be done for ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** Puts somebody without a connection on the list. */
export async function addAssisted({ page }: Guest, name: string, helper: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Add somebody without a connection' }).click()
  await page.getByRole('textbox', { name: 'Their name' }).fill(name)
  const choice = page.getByRole('combobox', { name: 'Who helps them?' })
  const label = choice.locator('option').filter({ hasText: helper }).first()
  await choice.selectOption((await label.getAttribute('value')) ?? '')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
