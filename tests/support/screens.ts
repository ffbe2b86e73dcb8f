/** What people do on the screens, by the words that they see there. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Guest } from './browser.ts'

/** How long something may take to appear before a test gives up, in ms. */
const PATIENCE_MS = 15_000

/** Waits until a claim holds; the assertion that failed last is what is reported. */
export function eventually(claim: () => Promise<void> | void, timeoutMs = PATIENCE_MS): Promise<void> {
  return expect
    .poll(
      async () => {
        await claim()
        return true
      },
      { timeout: timeoutMs, interval: 50 },
    )
    .toBe(true)
}

/** Home → *Start a board*: one press. Resolves on the open board. */
export async function startBoard({ page }: Guest, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: 'Start a board' }).click()
  await page.getByRole('button', { name: 'Share', exact: true }).waitFor()
}

/** The link to join, read off the Share dialog. */
export async function joinLink({ page }: Guest): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const link = await page.getByRole('textbox', { name: 'Link to join' }).inputValue()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return link
}

/** Opens a link and types a name into the join screen. Resolves wherever the link leads. (Without the screen: comeBack.) */
export async function comeIn({ page }: Pick<Guest, 'page'>, link: string, name: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('textbox', { name: 'Your name' }).fill(name)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.locator('[data-frame-menu]').waitFor()
}

/** Opens a link and joins under a name. Resolves on the open board. */
export async function joinBy(guest: Pick<Guest, 'page'>, link: string, name: string): Promise<void> {
  await comeIn(guest, link, name)
  await guest.page.getByRole('group', { name: 'How the board is shown' }).waitFor()
}

/** Shows the board as a list or as a canvas. */
export async function show({ page }: Guest, view: 'List' | 'Canvas'): Promise<void> {
  await page.getByRole('radio', { name: view }).check()
  if (view === 'Canvas') await page.locator('.tl-canvas').waitFor()
}

/** Writes notes with the list’s field, Enter after each. */
export async function writeInList(
  { page }: Guest,
  notes: readonly string[],
  field = /^Write a note/,
): Promise<void> {
  const area = page.getByRole('textbox', { name: field }).first()
  for (const note of notes) {
    await area.fill(note)
    await area.press('Enter')
  }
}

/** Writes notes on the canvas: *+ Note*, words, Enter for the next, Esc at the end. */
export async function writeOnCanvas({ page }: Guest, notes: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Add a note' }).click()
  for (const [index, note] of notes.entries()) {
    const editor = page.getByRole('textbox', { name: 'Words of the note' })
    await eventually(async () => expect(await editor.inputValue()).toBe(''))
    await editor.pressSequentially(note)
    await editor.press(index === notes.length - 1 ? 'Escape' : 'Enter')
  }
  await page.getByRole('textbox', { name: 'Words of the note' }).waitFor({ state: 'detached' })
}

/** How things stand by the saved chip: `saved`, `saving`, `reconnecting`, `offline` … */
export function savedState({ page }: Pick<Guest, 'page'>): Promise<string | null> {
  return page.locator('[data-saved]').first().getAttribute('data-saved')
}

/** Waits until the server has acknowledged everything. */
export function untilSaved(guest: Pick<Guest, 'page'>): Promise<void> {
  return eventually(async () => expect(await savedState(guest)).toBe('saved'))
}

/** Brings the whole board into view; notes outside the canvas's view are not drawn. */
export async function fitCanvas({ page }: Guest): Promise<void> {
  await page.getByRole('button', { name: 'Show the whole board' }).click()
}

/** Whether these words stand somewhere on the page, in whichever view. */
export function isShown(page: Page, words: string): Promise<boolean> {
  return page.getByText(words, { exact: true }).first().isVisible()
}
