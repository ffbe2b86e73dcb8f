/** What people do on the screens of an open space, by the words that they see there. */
import type { Locator, Page } from 'playwright-core'
import { focusName } from './heard.ts'

/** A button by its whole name, or a part of it. */
export const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true })

/** The card of a topic on *Topics*. */
export const card = (page: Page, question: string): Locator =>
  page.locator('main [data-topic]', { hasText: question }).filter({ visible: true }).first()

/** A line under the bar that tells everybody something. */
export const told = (page: Page, words: string | RegExp): Locator =>
  page.locator('[data-notice]').filter({ hasText: words })

/** What concerns one's own topics alone, under the bar. */
export const strip = (page: Page): Locator => page.locator('[data-topic-strip]')

/** One of the places that the bar leads to. */
export const goTo = (page: Page, place: 'Now' | 'Topics' | 'Spaces'): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Parts of the workshop' })
    .getByRole('link', { name: place })
    .filter({ visible: true })
    .first()
    .click()

/** Presses Tab until what has this name has the focus, as who uses no pointer does. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const isIt = (words: string): boolean =>
    typeof name === 'string' ? words.trim() === name : name.test(words.trim())
  const passed: string[] = []
  for (let count = 0; count < 200; count += 1) {
    await page.keyboard.press('Tab')
    const words = await focusName(page)
    if (isIt(words)) return
    passed.push(words.trim().slice(0, 30))
  }
  throw new Error(`Tab leads to no ${String(name)}, but past ${passed.slice(0, 60).join(' | ')}`)
}

/** *Offer a topic*, typed and handed in; the dialog says that it is, and stays. */
export async function offer(
  page: Page,
  question: string,
  { for: owner }: { for?: string } = {},
): Promise<void> {
  await button(page.getByRole('main'), 'Offer a topic').click()
  const dialog = page.getByRole('dialog')
  if (owner !== undefined)
    await dialog.getByRole('combobox', { name: 'Whose topic is it?' }).selectOption({ label: owner })
  const field = dialog.getByRole('textbox', {
    name: owner === undefined ? 'Your question' : `The question of ${owner}`,
  })
  await field.pressSequentially(question)
  await dialog.getByText('Kept. Only you see it so far.').waitFor()
  await field.press('Enter')
  await button(dialog, 'Done').waitFor()
}

/** Closes the dialog that says that it is done. */
export async function done(page: Page): Promise<void> {
  await button(page.getByRole('dialog'), 'Done').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Puts a topic of one's own into its place, from its card. */
export async function place(page: Page, question: string, round: number, space: number): Promise<void> {
  await button(card(page, question), `Place ${question}…`).click()
  await button(page.getByRole('dialog'), `Round ${round} · Space ${space}`).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await button(card(page, question), `Move ${question}…`).waitFor()
}

/** Takes a card by the mouse, once it lies still, and holds it over a cell or the tray of what has no place. */
export async function hold(page: Page, question: string, over: Locator): Promise<void> {
  await over.scrollIntoViewIfNeeded()
  await card(page, question).hover({ position: { x: 20, y: 12 } })
  const to = await over.boundingBox()
  if (to === null) throw new Error(`where ${question} goes is not on the screen`)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + Math.min(40, to.height / 2), { steps: 6 })
}

/** Chooses from the ⋯ of a topic. */
export async function fromTopicMenu(page: Page, question: string, item: string): Promise<void> {
  await button(page, `More for ${question}`).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** A facilitator goes on to the next step. */
export async function leadOn(page: Page, title: string): Promise<void> {
  await button(page, new RegExp(`^(Next|Start): ${title}$`)).click()
  await page.locator('#run-step').getByText(title).waitFor()
}

/** A facilitator sets the time that is left. */
export async function setTime(page: Page, minutes: number): Promise<void> {
  await button(page, 'More about the time').click()
  await page.getByRole('menuitem', { name: 'Set the time…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Minutes from now' }).fill(String(minutes))
  await button(dialog, 'Set it').click()
  await dialog.waitFor({ state: 'detached' })
}

/** A facilitator tells everybody something. */
export async function say(page: Page, words: string): Promise<void> {
  await button(page, 'Announce…').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'What do you want to say?' }).fill(words)
  await button(dialog, 'Announce').click()
  await dialog.waitFor({ state: 'detached' })
}

/** From *Now* to a space of the round, whoever one is: to the board that one belongs to, or by its place among all. */
export async function enterSpace(page: Page, number: number): Promise<void> {
  await goTo(page, 'Spaces')
  await button(page, new RegExp(`^(Go there|Open the board): Space ${number}\\b`)).click()
  await page.locator('[data-board-topic]').waitFor()
}

/** Headings of the screen in their order: level and words. */
export const outline = (page: Page): Promise<string[]> =>
  page
    .locator('main')
    .locator('h1, h2, h3, h4')
    .evaluateAll((all) => all.map((each) => `${each.tagName[1] ?? ''} ${each.textContent ?? ''}`))
