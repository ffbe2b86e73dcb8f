import { describe, expect, test } from 'vitest'
import { LAPTOP } from '../support/browser.ts'
import { listenIn } from '../support/heard.ts'
import {
  breakoutsOf,
  destinations,
  go,
  ledWorkshops,
  notice,
  openSpaces,
  OPENING,
  plan,
  seconds,
  SMALL_PHONE,
  timeLeft,
  viewOf,
} from '../support/led.ts'
import { eventually } from '../support/screens.ts'

const { arrive, lead, url } = ledWorkshops()

describe('the simple case', () => {
  test('with one board and no running order there is a board and a write-up, and a timer or an announcement changes nothing of that', async () => {
    const { made, farah } = await lead()
    const ama = await arrive(made, 'join', 'Ama')
    const { page } = ama
    await page.getByRole('group', { name: 'How the board is shown' }).waitFor()
    expect(page.url()).toContain('/b/')
    expect(await destinations(ama)).toEqual(['Board', 'Write-up'])
    expect(await page.getByRole('timer').count()).toBe(0)

    await farah.give({ type: 'timer.start', minutes: 5 })
    await farah.give({ type: 'announce', text: 'Tea is ready.' })
    await page.getByRole('timer').waitFor()
    await notice(ama, 'Tea is ready.').waitFor()
    expect(await destinations(ama)).toEqual(['Board', 'Write-up'])
    await page.goto(`${url()}/w/${made.id}`)
    await page.getByRole('group', { name: 'How the board is shown' }).waitFor()
    expect(page.url()).toContain('/b/')
    expect(Object.keys(viewOf(farah).stages)).toEqual([])

    // Breakouts need no running order either; they bring what leads to them.
    await openSpaces(farah, ['', ''], 'choose')
    await eventually(async () =>
      expect(await destinations(ama)).toEqual(['Now', 'Board', 'Spaces', 'Write-up']),
    )
    expect(page.url()).toContain('/b/')
    expect(Object.keys(viewOf(farah).stages)).toEqual([])
  })
})

describe('the time left', () => {
  test('[drill 8] agrees on a laptop whose clock is four minutes wrong', async () => {
    const { made, farah } = await lead()
    const ama = await arrive(made, 'join', 'Ama')
    const wrong = await arrive(made, 'join', 'Bo', LAPTOP, {
      before: ({ page }) =>
        page.addInitScript(() => {
          const real = Date.now
          Date.now = () => real() + 4 * 60_000
        }),
    })
    expect(Math.abs((await wrong.page.evaluate(() => Date.now())) - Date.now())).toBeGreaterThan(230_000)
    await farah.give({ type: 'timer.start', minutes: 10 })
    await Promise.all([ama, wrong].map(({ page }) => page.getByRole('timer').waitFor()))
    const [a, b] = await Promise.all([timeLeft(ama), timeLeft(wrong)])
    expect(seconds(a)).toBeGreaterThan(590)
    expect(Math.abs(seconds(a) - seconds(b))).toBeLessThanOrEqual(1)
    // And it goes on from the server's clock when more time is given.
    await farah.give({ type: 'timer.extend', minutes: 2 })
    await eventually(async () => expect(seconds(await timeLeft(wrong))).toBeGreaterThan(700))
    const [c, d] = await Promise.all([timeLeft(ama), timeLeft(wrong)])
    expect(Math.abs(seconds(c) - seconds(d))).toBeLessThanOrEqual(1)
  })

  test('[A30] two minutes before the end a banner says so politely, and nobody who is writing is cut off', async () => {
    const { made, farah } = await lead()
    const ama = await arrive(made, 'join', 'Ama', SMALL_PHONE)
    const { page } = ama
    const field = page.getByRole('textbox', { name: /^Write a note/ }).first()
    await field.fill('Half a sent')
    await farah.give({ type: 'timer.start', minutes: 2 + 3 / 60 })
    await page.getByRole('timer').waitFor()
    const { heard } = await listenIn(page)
    expect(await notice(ama, 'Two minutes left').count()).toBe(0)
    await notice(ama, 'Two minutes left. Nobody is cut off.').waitFor()
    await eventually(async () => expect(await heard()).toContain('Two minutes left.'))
    expect((await heard()).filter((line) => line.includes('Two minutes'))).toHaveLength(1)
    // It interrupts nobody: no alert, no focus taken, the words are there.
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(await field.inputValue()).toBe('Half a sent')
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.locator('[data-timer]').getAttribute('data-timer')).toBe('nearlyUp')

    await farah.give({ type: 'timer.extend', minutes: -(2 - 2 / 60) })
    await page.getByText('Time is up', { exact: true }).first().waitFor()
    await eventually(async () => expect(await heard()).toContain('Time is up'))
    await field.pressSequentially('ence')
    await field.press('Enter')
    await page.getByText('Half a sentence').waitFor()
  })

  test('sounds only where somebody chose it, on that device', async () => {
    const { made, farah } = await lead()
    const ama = await arrive(made, 'join', 'Ama')
    const { page } = ama
    await farah.give({ type: 'timer.start', minutes: 5 })
    await page.getByRole('button', { name: /^Time left/ }).click()
    const choice = page.getByRole('checkbox', { name: /^Soft sound/ })
    expect(await choice.isChecked()).toBe(false)
    await choice.check()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    expect(
      await page
        .getByRole('menuitemcheckbox', { name: 'Sound when time is nearly up' })
        .getAttribute('aria-checked'),
    ).toBe('true')
  })
})

describe('what everybody is told', () => {
  test('an announcement stands on every screen, is heard once, is put away on one device, and is kept on Now', async () => {
    const { made, farah } = await lead()
    await plan(farah, [OPENING])
    await go(farah, 'Opening')
    const ama = await arrive(made, 'join', 'Ama')
    const bo = await arrive(made, 'join', 'Bo', SMALL_PHONE)
    const { page } = ama
    await page.getByRole('link', { name: 'Write-up' }).first().click()
    const { heard } = await listenIn(page)
    await farah.give({ type: 'announce', text: 'The news wall is open.' })
    for (const guest of [ama, bo]) await notice(guest, 'The news wall is open.').waitFor()
    await eventually(async () => expect(await heard()).toContain('The news wall is open.'))
    await page.getByRole('link', { name: 'Board' }).first().click()
    await notice(ama, 'The news wall is open.').getByRole('button', { name: 'OK' }).click()
    await notice(ama, 'The news wall is open.').waitFor({ state: 'detached' })
    expect((await heard()).filter((line) => line.includes('news wall'))).toHaveLength(1)
    await page.reload()
    await page.getByRole('link', { name: 'Now' }).first().click()
    await page.getByRole('heading', { name: 'Announcements' }).waitFor()
    expect(await notice(ama, 'The news wall is open.').count()).toBe(0)
    expect(await page.getByRole('main').getByText('The news wall is open.').isVisible()).toBe(true)
    expect(await notice(bo, 'The news wall is open.').isVisible()).toBe(true)
  })

  test('everybody who is in a space is offered the way back, and nobody is moved', async () => {
    const { made, farah } = await lead()
    const ama = await arrive(made, 'join', 'Ama')
    const { page } = ama
    await openSpaces(farah, ['Leadership', 'Data'], 'random')
    const go = notice(ama, /Please go to\s+Space \d · /)
    await go.waitFor()
    expect(await go.getByRole('link', { name: /^Video room/ }).getAttribute('target')).toBe('_blank')
    await go.getByRole('button', { name: 'Go there' }).click()
    await go.waitFor({ state: 'detached' })
    const at = page.url()
    await farah.give({ type: 'spaces.back' })
    const back = notice(ama, 'You are invited back to the main room.')
    await back.waitFor()
    expect(page.url()).toBe(at)
    await back.getByRole('button', { name: 'Back to the main room' }).click()
    await eventually(() =>
      expect(breakoutsOf(farah).reduce((sum, [, { people }]) => sum + people, 0)).toBe(0),
    )
    await eventually(() => expect(page.url()).not.toBe(at))
    await back.waitFor({ state: 'detached' })
  })

  test('whose space is taken away is offered the hallway', async () => {
    const { made, farah } = await lead()
    const ama = await arrive(made, 'join', 'Ama')
    await openSpaces(farah, ['Leadership', 'Data'], 'random')
    await notice(ama, /Please go to/)
      .getByRole('button', { name: 'Go there' })
      .click()
    await eventually(() => expect(breakoutsOf(farah).some(([, { people }]) => people === 1)).toBe(true))
    const [own = ''] = breakoutsOf(farah).find(([, { people }]) => people === 1) ?? []
    await farah.give({ type: 'space.remove', space: own })
    const lost = notice(ama, 'The space that you were in has been taken away.')
    await lost.getByRole('button', { name: 'Go to the hallway' }).click()
    await lost.waitFor({ state: 'detached' })
    const hallway = Object.entries(viewOf(farah).spaces).find(([, { kind }]) => kind === 'hallway')?.[0] ?? ''
    await eventually(() => expect(viewOf(farah).spaces[hallway]?.people).toBe(1))
  })
})
