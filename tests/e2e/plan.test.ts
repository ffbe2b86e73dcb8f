/** Planning a workshop, looking at an example, and making one workshop from another, as somebody does it on the screen. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleWorkshop } from '@moot/templates'
import { seriousFindings } from '../support/axe.ts'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, LAPTOP, openGuest, PHONE } from '../support/browser.ts'
import { eventually, isShown, joinLink, show, untilSaved, writeInList } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { startServer } from '../support/startServer.ts'

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

async function withGuest(device: typeof LAPTOP, work: (guest: Guest) => Promise<void>): Promise<void> {
  const guest = await openGuest(browser, device)
  try {
    await work(guest)
    expect(guest.problems).toEqual([])
  } finally {
    await guest.context.close()
  }
}

/** The board, from wherever in a workshop that one has. */
async function goToBoard({ page }: Guest): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Board', exact: true }).click()
  await page.getByRole('group', { name: 'How the board is shown' }).waitFor()
}

for (const [device, size] of [
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
] as const) {
  test(`on ${device} *See an example* opens a workshop with every note of methods §2.6, and the same one again`, () =>
    withGuest(size, async (guest) => {
      const { page } = guest
      await page.goto(server.url)
      await page.getByRole('button', { name: 'See an example' }).click()
      await page.waitForURL(/\/w\/[^/]+/)
      const [, workshop = ''] = /\/w\/([^/#]+)/.exec(page.url()) ?? []
      await goToBoard(guest)
      await show(guest, 'List')
      for (const { text } of exampleWorkshop.notes)
        await eventually(async () => expect(await isShown(page, text), text).toBe(true))
      await page.goto(server.url)
      await page.getByRole('button', { name: 'See an example' }).click()
      await page.waitForURL(new RegExp(`/w/${workshop}`))
    }))

  test(`on ${device} axe finds nothing serious on *Plan a workshop* and where another is made`, () =>
    withGuest(size, async ({ page }) => {
      const check = async (screen: string): Promise<void> => {
        expect({ screen, findings: await seriousFindings(page) }).toEqual({ screen, findings: [] })
      }
      await page.goto(`${server.url}/plan`)
      await page.getByRole('radio', { name: /^Open space and three horizons/ }).check()
      await page.getByText(/^More: purpose/).click()
      await check('Plan')
      await page.getByRole('button', { name: 'Make the workshop' }).click()
      await page.waitForURL(/\/w\//)
      await page.goto(server.url)
      await page.getByRole('button', { name: /^Make another/ }).click()
      await page.getByRole('menuitem', { name: 'Start the next one' }).click()
      await page.getByRole('button', { name: 'Start it' }).waitFor()
      await check('Start the next one')
    }))
}

/** The names of the rooms in the video call, as somebody copies them out of it. */
const VIDEO_ROOMS = [
  '1 Leadership',
  '2 Data',
  '3 Tenders',
  '4 Staff safety',
  '5 School meals',
  '6 Neighbours',
]

test('A1 a workshop is made from *Open space and three horizons*: 150 minutes, two rounds of 22, six spaces with video rooms and a spare', () =>
  withGuest(LAPTOP, async (farah) => {
    const { page } = farah
    await page.goto(server.url)
    await page.getByRole('link', { name: 'Plan a workshop' }).click()
    await page.getByRole('textbox', { name: 'Name of the workshop' }).fill('Keep, drop and grow')
    const question = 'What should we keep, drop and grow in local public services?'
    await page.getByRole('textbox', { name: /^Main question/ }).fill(question)
    await page.getByRole('radio', { name: /^Open space and three horizons/ }).check()
    await page.getByText(/^More: purpose/).click()
    await page.getByRole('textbox', { name: 'Purpose' }).fill('To choose what this group takes up.')
    await page.getByRole('textbox', { name: 'What is fixed' }).fill('The budget for next year.')
    await page.getByRole('textbox', { name: 'What is open' }).fill('How services are run.')
    await page.getByLabel('Starts').fill('2027-11-16T13:00')
    await page.getByRole('combobox', { name: 'Home time zone' }).selectOption('Europe/London')
    await page.getByRole('button', { name: 'Make the workshop' }).click()

    // The running order as it was planned.
    await page.getByRole('link', { name: 'Edit the running order' }).click()
    await page.getByText('150 minutes in all').waitFor()
    for (const round of ['Round 1', 'Round 2'])
      expect(await page.getByRole('textbox', { name: `Minutes of ${round}` }).inputValue()).toBe('22')

    // The video rooms, pasted.
    await page.getByRole('navigation').getByRole('link', { name: 'Spaces', exact: true }).click()
    const all = page.getByRole('group', { name: 'What can be done for all spaces' })
    await all.getByRole('button', { name: /^More/ }).click()
    await page.getByRole('menuitem', { name: 'Video rooms…' }).click()
    await page.getByRole('textbox', { name: 'Names or links' }).fill(VIDEO_ROOMS.join('\n'))
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'Spare space 7' }).waitFor()
    for (const [index, room] of VIDEO_ROOMS.entries()) {
      const space = page.getByRole('listitem').filter({ hasText: `Space ${index + 1}` })
      await space.filter({ hasText: room }).first().waitFor()
    }

    // What somebody in Toronto sees who opens the link: the question, what is fixed and open, their time and ours.
    const link = await joinLink(farah)
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'America/Toronto' })
    try {
      const ines = await context.newPage()
      await ines.goto(link)
      await ines.getByRole('textbox', { name: 'Your name' }).fill('Ines')
      await ines.getByRole('button', { name: 'Join', exact: true }).click()
      await ines.getByRole('heading', { name: question }).waitFor()
      for (const words of [
        'To choose what this group takes up.',
        'The budget for next year.',
        /13:00/,
        /08:00/,
      ])
        await ines.getByText(words).first().waitFor()
      expect(await ines.getByText('Spare space 7').count()).toBe(0)
    } finally {
      await context.close()
    }
  }))

test('a workshop is planned by keyboard alone', () =>
  withGuest(LAPTOP, async (farah) => {
    const { page } = farah
    await page.goto(`${server.url}/plan`)
    await page.getByRole('textbox', { name: 'Name of the workshop' }).fill('Keep, drop and grow')
    await page.keyboard.press('Tab')
    await page.keyboard.type('What should we keep, drop and grow?')
    await page.keyboard.press('Tab')
    // The radio buttons are one stop; arrows choose.
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: /^Open space and three horizons/ }).isChecked()).toBe(true)
    await page.getByText('2 h 30 min · 19 activities · 6 spaces').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Purpose' }).fill('To choose together.')
    await page.getByRole('button', { name: 'Make the workshop' }).press('Enter')
    await page.waitForURL(/\/w\//)
    await page.getByRole('navigation').getByRole('link', { name: 'Now', exact: true }).waitFor()
    await page.getByRole('navigation').getByRole('link', { name: 'Spaces', exact: true }).waitFor()
  }))

test('another is made from one: as a plan without what was written, and as the next with what was chosen', () =>
  withGuest(LAPTOP, async (farah) => {
    const { page } = farah
    await page.goto(`${server.url}/plan`)
    await page.getByRole('textbox', { name: 'Name of the workshop' }).fill('Look back')
    await page.getByRole('radio', { name: /^Retrospective 38 min/ }).check()
    await page.getByRole('button', { name: 'Make the workshop' }).click()
    await page.waitForURL(/\/w\//)
    await goToBoard(farah)
    await show(farah, 'List')
    await writeInList(farah, ['Tia asks two charities'], /in We will try$/)
    await untilSaved(farah)
    await eventually(async () => expect(await isShown(page, 'Tia asks two charities')).toBe(true))

    await page.goto(server.url)
    await page.getByRole('button', { name: 'Make another from Look back' }).click()
    await page.getByRole('menuitem', { name: 'Duplicate as a plan' }).click()
    await page.getByRole('button', { name: 'Duplicate', exact: true }).click()
    await page.waitForURL(/\/w\//)
    await goToBoard(farah)
    await show(farah, 'List')
    await page.getByRole('heading', { name: 'We will try' }).waitFor()
    expect(await isShown(page, 'Tia asks two charities')).toBe(false)

    await page.goto(server.url)
    await page.getByRole('button', { name: 'Make another from Look back', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Start the next one' }).click()
    const line = page.getByRole('textbox', { name: 'Commitment 1' })
    await eventually(async () => expect(await line.inputValue()).toBe('Tia asks two charities'))
    await line.fill('Tia has asked two charities')
    await page.getByRole('button', { name: 'Add a question' }).click()
    const added = page.getByRole('textbox', { name: 'Question 1' })
    await eventually(async () =>
      expect(await added.evaluate((field) => field === document.activeElement)).toBe(true),
    )
    await page.keyboard.type('Who owns the data?')
    await page.getByRole('checkbox', { name: 'Retrospective (1 note)' }).check()
    await page.getByRole('textbox', { name: 'Name of the workshop' }).fill('Six weeks later')
    await page.getByRole('button', { name: 'Start it' }).click()
    await page.waitForURL(/\/w\//)
    await goToBoard(farah)
    await show(farah, 'List')
    await eventually(async () => expect(await isShown(page, 'Tia asks two charities')).toBe(true))
    await page.getByRole('navigation').getByRole('link', { name: 'Now', exact: true }).click()
    for (const words of ['Tia has asked two charities', 'Who owns the data?', /Look back/])
      await page.getByText(words).first().waitFor()

    // Whoever joins lands where the same is said.
    const link = await joinLink(farah)
    await withGuest(PHONE, async (ines) => {
      await ines.page.goto(link)
      await ines.page.getByRole('textbox', { name: 'Your name' }).fill('Ines')
      await ines.page.getByRole('button', { name: 'Join', exact: true }).click()
      await ines.page.getByText('Who owns the data?').first().waitFor()
    })
  }))
