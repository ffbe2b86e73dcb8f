/** Running a workshop: the *Run* panel beside the screen and on a phone, the running order, and rehearsing it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, LAPTOP, openGuest } from '../support/browser.ts'
import { comeBack } from '../support/comeBack.ts'
import { focusName, listenIn } from '../support/heard.ts'
import { eventually, joinBy } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, post, startServer } from '../support/startServer.ts'

/** The smallest phone that has to do, in CSS px. */
const SMALL_PHONE = { width: 360, height: 740 }

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Gives everybody a device, and looks afterwards that nothing went wrong in any browser. */
async function withGuests(
  devices: readonly (typeof LAPTOP)[],
  work: (...guests: Guest[]) => Promise<void>,
): Promise<void> {
  const guests: Guest[] = []
  for (const device of devices) guests.push(await openGuest(browser, device))
  try {
    await work(...guests)
    for (const { problems } of guests) expect(problems).toEqual([])
  } finally {
    for (const { context } of guests) await context.close()
  }
}

/** A workshop from a ready plan, or without any, and a facilitator who gives commands without a screen. */
async function workshop(plan?: string) {
  const { id, keys, boards } = await makeWorkshop(server.url, {
    title: 'Keep, drop and grow',
    question: 'What should we keep, drop and grow?',
    ...(plan !== undefined && { plan }),
  })
  const { secret } = await joinAs(server.url, id, keys.facilitator, 'Nadia')
  const give = (command: object) => post(server.url, `/api/workshops/${id}/commands`, command, secret)
  const link = (role: 'facilitator' | 'join', place = ''): string =>
    `${server.url}/w/${id}${place}#${role[0] ?? ''}.${keys[role]}`
  return { id, keys, boards, give, link }
}

/** Comes to whatever screen the link leads to. */
async function comeIn(guest: Guest, link: string, name: string): Promise<void> {
  await comeBack(guest, link, name)
  // A screen that arrives takes the focus to its heading: before that nothing that is open would stay so.
  await guest.page.locator('main h1').first().waitFor({ state: 'attached' })
}

/** The panel beside the screen. */
const panel = (page: Page) => page.getByRole('complementary', { name: 'Run', exact: true })
const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click()
/** What is on, as the panel says it: number and title. */
const stepOn = async (page: Page): Promise<string> =>
  (await page.locator('#run-step').first().textContent())?.trim() ?? ''
const untilOn = (page: Page, step: string): Promise<void> =>
  eventually(async () => expect(await stepOn(page)).toBe(step))
/** Seconds that the panel's timer shows; `NaN` without one. */
const secondsLeft = async (page: Page): Promise<number> => {
  const words = await page
    .locator('#run-step ~ * [role="timer"], #run-timer ~ * [role="timer"]')
    .first()
    .textContent()
  const [seconds = NaN, minutes = 0, hours = 0] = (words ?? '').split(':').map(Number).toReversed()
  return hours * 3_600 + minutes * 60 + seconds
}
const chooseFrom = async (page: Page, menu: string | RegExp, item: string): Promise<void> => {
  await press(page, menu)
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

describe('running a plan', () => {
  test('[drill 7] two facilitators press Next together: it advances once', () =>
    withGuests([LAPTOP, LAPTOP], async (farah, theo) => {
      const { link } = await workshop('open-space')
      await comeIn(farah, link('facilitator'), 'Farah')
      await comeIn(theo, link('facilitator'), 'Theo')
      await press(farah.page, 'Start: Opening')
      for (const { page } of [farah, theo]) await untilOn(page, '1 Opening')
      await Promise.all([press(farah.page, 'Next: Check-in'), press(theo.page, 'Next: Check-in')])
      for (const { page } of [farah, theo]) {
        await untilOn(page, '2 Check-in')
        await page.getByRole('button', { name: 'Next: Marketplace' }).waitFor()
        expect(await page.getByRole('alert').count()).toBe(0)
      }
    }))

  test('whoever presses Next on a step that others have left is told, and nothing moves', () =>
    withGuests([LAPTOP, LAPTOP], async (farah, theo) => {
      const { link } = await workshop('open-space')
      // What the server says to Theo's screen comes late.
      let isHeld = false
      const held: (() => void)[] = []
      await theo.page.routeWebSocket(/\/live\//, (socket) => {
        const up = socket.connectToServer()
        up.onMessage((message) => {
          if (isHeld) held.push(() => socket.send(message))
          else socket.send(message)
        })
      })
      await comeIn(farah, link('facilitator'), 'Farah')
      await comeIn(theo, link('facilitator'), 'Theo')
      await press(farah.page, 'Start: Opening')
      for (const { page } of [farah, theo]) await untilOn(page, '1 Opening')
      isHeld = true
      await chooseFrom(farah.page, /^3 ?Marketplace/, 'Go to it now')
      await untilOn(farah.page, '3 Marketplace')
      await press(theo.page, 'Next: Check-in')
      await eventually(() => expect(held.length).toBeGreaterThan(0))
      isHeld = false
      for (const send of held.splice(0)) send()
      await theo.page.getByText('Another facilitator was quicker').waitFor()
      await untilOn(theo.page, '3 Marketplace')
      await untilOn(farah.page, '3 Marketplace')
    }))

  test('extends, goes on, skips, goes back, ends and reopens, as a phone sees it too', () =>
    withGuests([LAPTOP, SMALL_PHONE], async (farah, theo) => {
      const { link } = await workshop('check-in-breakouts')
      await comeIn(farah, link('facilitator'), 'Farah')
      await comeIn(theo, link('facilitator'), 'Theo')
      await theo.page.getByRole('link', { name: 'Run', exact: true }).click()
      await theo.page.getByRole('heading', { name: 'Before you start' }).waitFor()
      await press(theo.page, 'Start: Opening')
      await untilOn(farah.page, '1 Opening')
      const before = await secondsLeft(farah.page)
      expect(before).toBeGreaterThan(4 * 60)
      await press(farah.page, '+ 2 min')
      await eventually(async () => expect(await secondsLeft(theo.page)).toBeGreaterThan(before + 90))
      await chooseFrom(theo.page, 'More about the time', '− 2 min')
      await eventually(async () => expect(await secondsLeft(farah.page)).toBeLessThanOrEqual(before))
      await chooseFrom(farah.page, 'More about the time', 'Set the time…')
      await farah.page.getByRole('textbox', { name: 'Minutes from now' }).fill('601')
      await press(farah.page, 'Set it')
      await farah.page.getByText('Type minutes from 1 to 600').waitFor()
      await farah.page.getByRole('textbox', { name: 'Minutes from now' }).fill('12')
      await press(farah.page, 'Set it')
      await eventually(async () => expect(await secondsLeft(theo.page)).toBeGreaterThan(11 * 60))

      // The check-in is left out; what it was can be put back.
      await chooseFrom(farah.page, /^2 ?Check-in/, 'Skip it')
      await theo.page.getByRole('button', { name: 'Next: In small groups' }).waitFor()
      await press(farah.page, 'Put it back')
      await theo.page.getByRole('button', { name: 'Next: Check-in' }).waitFor()
      await chooseFrom(theo.page, /^3 ?In small groups/, 'Go to it now')
      await untilOn(farah.page, '3 In small groups')
      // In spaces: they are to be opened first.
      await farah.page.getByRole('button', { name: 'Open the spaces…' }).waitFor()
      await press(farah.page, 'Back to Check-in')
      await untilOn(theo.page, '2 Check-in')
      await chooseFrom(theo.page, /^5 ?Closing/, 'Go to it now')
      await untilOn(farah.page, '5 Closing')
      await press(theo.page, 'End the workshop…')
      await theo.page.getByRole('alertdialog').getByRole('button', { name: 'End the workshop' }).click()
      await untilOn(farah.page, 'The workshop has ended')
      await press(farah.page, 'Reopen')
      await untilOn(theo.page, '5 Closing')
    }))

  test('[A39] one facilitator’s connection dies mid-step: the other carries on, and nothing is lost', () =>
    withGuests([LAPTOP, LAPTOP, SMALL_PHONE], async (farah, theo, sam) => {
      const { link } = await workshop('open-space')
      let isCut = false
      const sockets = new Set<{ close: () => Promise<void> }>()
      await farah.page.routeWebSocket(/\/(live|sync)\//, (socket) => {
        if (isCut) {
          void socket.close()
          return
        }
        socket.connectToServer()
        sockets.add(socket)
      })
      await comeIn(farah, link('facilitator'), 'Farah')
      await comeIn(theo, link('facilitator'), 'Theo')
      await comeIn(sam, link('join'), 'Sam')
      await press(farah.page, 'Start: Opening')
      await untilOn(theo.page, '1 Opening')
      const shown = await secondsLeft(theo.page)

      isCut = true
      for (const socket of sockets) await socket.close()
      await farah.page.locator('[data-saved="reconnecting"], [data-saved="offline"]').first().waitFor()
      // The timer goes on by the server's clock, on her screen as on his.
      await eventually(async () => expect(await secondsLeft(theo.page)).toBeLessThan(shown - 1))
      expect(Math.abs((await secondsLeft(farah.page)) - (await secondsLeft(theo.page)))).toBeLessThanOrEqual(
        1,
      )
      await press(theo.page, '+ 2 min')
      await eventually(async () => expect(await secondsLeft(theo.page)).toBeGreaterThan(shown + 60))
      await press(theo.page, 'Next: Check-in')
      await untilOn(theo.page, '2 Check-in')
      await eventually(async () => expect(await sam.page.textContent('main')).toContain('Check-in'))
      expect(await stepOn(farah.page)).toBe('1 Opening')

      isCut = false
      await untilOn(farah.page, '2 Check-in')
      // She is who she was: a facilitator with all there is to press.
      await press(farah.page, 'Next: Marketplace')
      await untilOn(theo.page, '3 Marketplace')
      await theo.page.goto(
        `${new URL(theo.page.url()).origin}${new URL(theo.page.url()).pathname.replace(/\/now$/, '/order')}`,
      )
      await eventually(async () => {
        const steps = await theo.page.locator('[data-stage]').evaluateAll((rows) => rows.length)
        expect(steps).toBe(19)
      })
    }))
})

describe('without a plan', () => {
  test('a timer creates no plan and brings no Now', () =>
    withGuests([LAPTOP, SMALL_PHONE], async (farah, sam) => {
      const { link } = await workshop()
      await comeIn(farah, link('facilitator'), 'Farah')
      await joinBy(sam, link('join'), 'Sam')
      // Folded to one small button, and nothing of what a plan would bring.
      await press(farah.page, 'Run: show the panel')
      const words = (await panel(farah.page).textContent()) ?? ''
      expect(words).not.toMatch(/Before you start|Private|Vote|Next/)
      await press(farah.page, '5 min')
      await eventually(async () => expect(await secondsLeft(farah.page)).toBeGreaterThan(290))
      await sam.page.locator('[data-timer]').waitFor()
      for (const { page } of [farah, sam])
        for (const name of ['Now', 'Spaces'])
          expect(await page.getByRole('link', { name, exact: true }).count()).toBe(0)
      await chooseFrom(farah.page, 'More about the time', 'Stop the timer')
      await sam.page.locator('[data-timer]').waitFor({ state: 'detached' })
      await farah.page.getByRole('textbox', { name: 'Minutes' }).fill('12')
      await farah.page.getByRole('textbox', { name: 'Minutes' }).press('Enter')
      await eventually(async () => expect(await secondsLeft(farah.page)).toBeGreaterThan(11 * 60))
      // What is folded stays so on this device.
      await press(farah.page, 'Fold the Run panel')
      await eventually(async () => expect(await focusName(farah.page)).toBe('Run: show the panel'))
      await farah.page.reload()
      await farah.page.getByRole('button', { name: 'Run: show the panel' }).waitFor()
    }))

  test('an announcement reaches a participant, with its limits said beforehand', () =>
    withGuests([LAPTOP, SMALL_PHONE], async (farah, sam) => {
      const { link } = await workshop()
      await comeIn(farah, link('facilitator'), 'Farah')
      await joinBy(sam, link('join'), 'Sam')
      await press(farah.page, 'Run: show the panel')
      await chooseFrom(farah.page, 'Add…', 'Announcement…')
      const field = farah.page.getByRole('textbox', { name: 'What do you want to say?' })
      await field.press('Control+Enter')
      await farah.page.getByText('Type what you want to say.').waitFor()
      await field.fill('x'.repeat(283))
      await farah.page.getByText('3 letters too many').first().waitFor()
      await field.fill('Tea is ready')
      await field.press('Control+Enter')
      await farah.page.getByRole('dialog').waitFor({ state: 'detached' })
      await sam.page.getByText('Tea is ready').first().waitFor()
    }))
})

describe('rehearsing', () => {
  test('[A4] tried as a participant and reset: the set-up stays, test notes and whoever tried it are gone', () =>
    withGuests([LAPTOP], async (farah) => {
      const { id, link, boards } = await workshop('check-in-breakouts')
      await comeIn(farah, link('facilitator'), 'Farah')
      const [trial] = await Promise.all([
        farah.context.waitForEvent('page'),
        chooseFrom(farah.page, 'More for Run', 'Try it as a participant'),
      ])
      await trial.getByText('You are trying this as a participant.').waitFor()
      expect(await panel(trial).count()).toBe(0)
      // Her own window is still hers.
      await farah.page.reload()
      await press(farah.page, 'Start: Opening')
      await untilOn(farah.page, '1 Opening')

      await trial.goto(`${server.url}/w/${id}/b/${boards[0]?.id ?? ''}`)
      await trial.getByRole('radio', { name: 'List' }).check()
      await trial.getByText('You are trying this as a participant.').waitFor()
      const area = trial.getByRole('textbox', { name: /^Write a note/ }).first()
      await area.fill('Only a test')
      await area.press('Enter')
      await farah.page.goto(`${server.url}/w/${id}/b/${boards[0]?.id ?? ''}`)
      await farah.page.getByRole('radio', { name: 'List' }).check()
      await farah.page.getByText('Only a test', { exact: true }).first().waitFor()

      await chooseFrom(farah.page, 'More for Run', 'Reset content, keep set-up…')
      const question = farah.page.getByRole('alertdialog')
      expect(await question.textContent()).toMatch(/This goes: .*This stays: /)
      await question.getByRole('button', { name: 'Reset the content' }).click()
      await farah.page.getByText('The content is reset.').first().waitFor()
      await eventually(async () =>
        expect(await farah.page.getByText('Only a test', { exact: true }).count()).toBe(0),
      )
      // Whoever was tried is not on the roster any more, and the window says so.
      await trial.getByText('The trial is over').waitFor()
      await farah.page.goto(`${server.url}/w/${id}/order`)
      await eventually(async () =>
        expect(await farah.page.locator('[data-stage]').evaluateAll((rows) => rows.length)).toBe(5),
      )
      await farah.page.getByRole('button', { name: 'Start: Opening' }).waitFor()
    }))

  test('the ribbon’s Close ends the trial, and a window that stays is its facilitator’s again', () =>
    withGuests([LAPTOP], async (farah) => {
      const { link } = await workshop('check-in-breakouts')
      await comeIn(farah, link('facilitator'), 'Farah')
      const [trial] = await Promise.all([
        farah.context.waitForEvent('page'),
        chooseFrom(farah.page, 'More for Run', 'Try it as a participant'),
      ])
      await trial.getByText('You are trying this as a participant.').waitFor()
      const closed = trial.waitForEvent('close')
      await press(trial, 'Close')
      await closed
      await farah.page.getByRole('button', { name: 'Start: Opening' }).waitFor()
    }))
})

describe('the running order', () => {
  const titles = (page: Page): Promise<string[]> =>
    page
      .locator('[data-stage] [data-edit] bdi')
      .evaluateAll((all) => all.map((each) => each.textContent ?? ''))

  test('is made, edited, ordered, doubled and undone by keyboard alone', () =>
    withGuests([LAPTOP], async (farah) => {
      const { page } = farah
      const { link } = await workshop()
      await comeIn(farah, link('facilitator'), 'Farah')
      await page.goto(page.url().replace(/\/b\/.*$/, '/order'))
      const { heard } = await listenIn(page)
      const key = (...keys: string[]): Promise<void> =>
        keys.reduce((before, each) => before.then(() => page.keyboard.press(each)), Promise.resolve())
      /** Tab until something has the focus: nothing is out of the keyboard's reach. */
      const tabTo = async (name: string): Promise<void> => {
        for (let presses = 0; presses < 150; presses += 1) {
          if ((await focusName(page)) === name) return
          await key('Tab')
        }
        throw new Error(`Tab never came to “${name}”.`)
      }
      await page.getByRole('heading', { name: 'No running order yet' }).waitFor()
      await tabTo('Start with one activity')
      await key('Enter')
      await eventually(async () => expect(await titles(page)).toEqual(['First activity']))
      await eventually(async () => expect(await page.textContent('main')).toContain('30 minutes in all'))

      // A break after it, from the menu of kinds.
      await tabTo('Add an activity')
      await key('Enter')
      await page.getByRole('menuitem', { name: 'Break' }).waitFor()
      await key('b')
      await eventually(async () => expect(await focusName(page)).toBe('Break'))
      await key('Enter')
      await page.getByRole('dialog').waitFor()
      await eventually(async () => expect(await focusName(page)).toBe('Title'))
      await key('Enter')
      await eventually(async () => expect(await titles(page)).toEqual(['First activity', 'Break']))
      await eventually(async () => expect(await focusName(page)).toBe('Edit 2 Break'))

      // Minutes in place, wrong ones first.
      await tabTo('Minutes of Break')
      await page.keyboard.type('601')
      await key('Enter')
      await page.getByText('Type whole minutes from 0 to 600.').waitFor()
      await key('Control+a')
      await page.keyboard.type('0')
      await key('Enter')
      await eventually(async () => expect(await page.getByRole('alert').count()).toBe(0))
      await key('Control+a')
      await page.keyboard.type('600')
      await key('Enter')
      await eventually(async () => expect(await page.textContent('main')).toContain('630 minutes in all'))

      await tabTo('Move Break up')
      await key('Enter')
      await eventually(async () => expect(await titles(page)).toEqual(['Break', 'First activity']))
      await eventually(async () => expect(await focusName(page)).toBe('Move Break up'))
      await eventually(async () => expect(await heard()).toContain('Break is now number 1 of 2.'))
      await tabTo('Move Break down')
      await key('Enter')
      await eventually(async () => expect(await titles(page)).toEqual(['First activity', 'Break']))

      await tabTo('More for Break')
      await key('Enter')
      await page.getByRole('menuitem', { name: 'Duplicate' }).waitFor()
      await key('d')
      await eventually(async () => expect(await focusName(page)).toBe('Duplicate'))
      await key('Enter')
      await eventually(async () => expect(await titles(page)).toEqual(['First activity', 'Break', 'Break']))
      await eventually(async () => expect(await focusName(page)).toBe('Edit 3 Break'))
      await key('Enter')
      await page.getByRole('dialog').waitFor()
      await key('Control+a')
      await page.keyboard.type('Tea')
      await key('Enter')
      await eventually(async () => expect(await titles(page)).toEqual(['First activity', 'Break', 'Tea']))
      await eventually(async () => expect(await focusName(page)).toBe('Edit 3 Tea'))

      await tabTo('More for Tea')
      await key('Enter')
      await page.getByRole('menuitem', { name: 'Remove' }).waitFor()
      await key('r')
      await eventually(async () => expect(await focusName(page)).toBe('Remove'))
      await key('Enter')
      await eventually(async () => expect(await titles(page)).toEqual(['First activity', 'Break']))
      await tabTo('Undo')
      await key('Enter')
      await eventually(async () => expect(await titles(page)).toEqual(['First activity', 'Break', 'Tea']))
    }))

  test('is ordered by hand, says when it ends, and keeps what is on and what was', () =>
    withGuests([LAPTOP], async (farah) => {
      const { page } = farah
      const { link, give } = await workshop('check-in-breakouts')
      await give({ type: 'workshop.describe', zone: 'Pacific/Kiritimati', starts: Date.now() + 3_600_000 })
      await comeIn(farah, link('facilitator'), 'Farah')
      await page.goto(page.url().replace(/\/now.*$/, '/order'))
      await page
        .getByText(/60 minutes in all · \d\d:\d\d to \d\d:\d\d \(\d\d:\d\d to \d\d:\d\d .+\)/)
        .waitFor()
      const drag = async (what: string, onto: string): Promise<void> => {
        const from = await page.getByTitle(`Drag ${what}`, { exact: true }).boundingBox()
        const to = await page.getByTitle(`Drag ${onto}`, { exact: true }).boundingBox()
        if (from === null || to === null) throw new Error('A grip is not on the page.')
        await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
        await page.mouse.down()
        const aim = from.y > to.y ? to.y - 8 : to.y + to.height + 8
        await page.mouse.move(to.x + to.width / 2, aim, { steps: 8 })
        await page.mouse.up()
      }
      await drag('Opening', 'In small groups')
      await eventually(async () =>
        expect(await titles(page)).toEqual([
          'Check-in',
          'In small groups',
          'Opening',
          'Back together',
          'Closing',
        ]),
      )
      await drag('Opening', 'Check-in')
      await eventually(async () => expect((await titles(page))[0]).toBe('Opening'))
      await drag('Back together', 'Check-in')
      const after = ['Opening', 'Back together', 'Check-in', 'In small groups', 'Closing']
      await eventually(async () => expect(await titles(page)).toEqual(after))
      await press(page, 'Start: Opening')
      await untilOn(page, '1 Opening')
      await page.locator('[data-stage][aria-current="step"]').getByText('Opening', { exact: true }).waitFor()
      // What comes first stays after what is on.
      const up = page.getByRole('button', { name: 'Move Back together up', exact: true })
      expect(await up.getAttribute('aria-disabled')).toBe('true')
      await press(page, 'Move Check-in up')
      await eventually(async () => expect((await titles(page)).slice(0, 2)).toEqual(['Opening', 'Check-in']))
      await press(page, 'Next: Check-in')
      await eventually(async () =>
        expect(await page.locator('[data-stage]').first().textContent()).toContain('Done'),
      )
    }))
})

describe('about this workshop', () => {
  test('purpose, date and home time zone are said once, and read by everybody on Now', () =>
    withGuests([SMALL_PHONE, SMALL_PHONE], async (farah, sam) => {
      const { link } = await workshop('check-in-breakouts')
      await comeIn(farah, link('facilitator'), 'Farah')
      await comeIn(sam, link('join'), 'Sam')
      const { page } = farah
      await page.goto(page.url().replace(/\/now.*$/, '/order'))
      await page.getByRole('textbox', { name: /^Purpose/ }).fill('To hear what nurses see')
      await page.getByRole('textbox', { name: /^What is fixed/ }).fill('The budget')
      await page.getByRole('combobox', { name: 'Home time zone' }).selectOption('Pacific/Kiritimati')
      await page.getByLabel(/^Date and start/).fill('2031-11-18T13:00')
      await press(page, 'Save')
      await page.getByText('Saved.', { exact: true }).first().waitFor()
      await page.reload()
      await eventually(async () =>
        expect(await page.getByLabel(/^Date and start/).inputValue()).toBe('2031-11-18T13:00'),
      )
      for (const words of ['To hear what nurses see', 'The budget']) await sam.page.getByText(words).waitFor()
      // 13:00 there is another time of day here, and both are said.
      await eventually(async () => expect(await sam.page.textContent('main')).toMatch(/13:00/))
      await page.getByText(/60 minutes in all · .+ \(13:00 to 14:00 .+\)/).waitFor()
    }))
})

describe('barriers', () => {
  for (const device of [LAPTOP, SMALL_PHONE]) {
    test(`axe finds nothing serious in Run and the running order at ${device.width} px`, () =>
      withGuests([device], async (farah) => {
        const { page } = farah
        const { link } = await workshop()
        await comeIn(farah, link('facilitator'), 'Farah')
        const at = (place: string): Promise<unknown> =>
          page.goto(page.url().replace(/\/(b\/[^#]*|\w+)#.*$/, `/${place}`))
        const look = async (): Promise<void> => expect(await seriousFindings(page)).toEqual([])
        await at('run')
        await page.getByRole('button', { name: '5 min', exact: true }).waitFor()
        await look()
        await at('order')
        await press(page, 'Use this plan: Open space and three horizons')
        await page.locator('[data-stage]').first().waitFor()
        await look()
        await press(page, 'Edit 2 Check-in')
        await page.getByRole('dialog').waitFor()
        await look()
        await page.keyboard.press('Escape')
        await at('run')
        await page.getByRole('heading', { name: 'Before you start' }).waitFor()
        await look()
        await press(page, 'Start: Opening')
        await untilOn(page, '1 Opening')
        await press(page, 'Next: Check-in')
        await untilOn(page, '2 Check-in')
        await look()
        await press(page, 'Announce…')
        await page.getByRole('dialog').waitFor()
        await look()
        await page.keyboard.press('Escape')
        await at('order')
        await page.locator('[data-stage]').first().waitFor()
        await look()
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(overflow).toBeLessThanOrEqual(0)
      }))
  }
})
