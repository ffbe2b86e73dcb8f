/** The window for a projector: what it shows at each moment of a workshop, and what it never shows. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import { launchBrowser, openGuest, PHONE } from '../support/browser.ts'
import { comeBack } from '../support/comeBack.ts'
import { openBoard, startCourse } from '../support/course.ts'
import { eventually, show, untilSaved, writeInList } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { post, startServer } from '../support/startServer.ts'

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

const PROJECTOR = { width: 1280, height: 720 }
const ROSTER = ['Farah', 'Theo', 'Ama', 'Gwen', 'Hana']

/** Waits until all of these stand on the page. */
const untilShown = (page: Page, ...words: (string | RegExp)[]): Promise<void> =>
  eventually(async () => {
    for (const each of words) expect(await page.getByText(each).first().isVisible()).toBe(true)
  })

/** What must never be read off a wall: names of the roster, needs; and nothing that could be pressed. */
async function expectNothingPrivate(page: Page): Promise<void> {
  const [text, html] = [await page.locator('body').innerText(), await page.locator('body').innerHTML()]
  for (const name of ROSTER) {
    expect(text).not.toContain(name)
    expect(html).not.toMatch(new RegExp(`\\b${name}\\b`))
  }
  expect(html).not.toContain('a quiet seat')
  expect(await page.locator('button, a[href], input, textarea, select, [contenteditable]').count()).toBe(0)
  expect(await page.locator('.moot-cursor').count()).toBe(0)
}

/** Everything that can be read is 28 px or larger, and nothing is cut off or scrolls. */
async function expectLegible(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const small: string[] = []
    const walker = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    )
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement, textContent } = node
      if (parentElement === null || (textContent ?? '').trim() === '') continue
      if (Number.parseFloat(getComputedStyle(parentElement).fontSize) < 28) small.push(textContent ?? '')
    }
    const { scrollWidth, scrollHeight } = document.documentElement
    return { small, scrolls: [scrollWidth > innerWidth, innerWidth >= 900 && scrollHeight > innerHeight] }
  })
  expect(found).toEqual({ small: [], scrolls: [false, false] })
}

test('[X-12] the big screen follows the activity and shows question, time and code, and no name of the roster', async () => {
  const course = await startCourse(server.url, { question: 'What should we keep, drop and grow?' })
  const theo = await openGuest(browser, PROJECTOR)
  const ama = await openGuest(browser)
  try {
    const [opening = '', rooms = ''] = await course.plan(
      { title: 'Opening', prompt: 'What brought you here today?', minutes: 10 },
      {
        title: 'Leadership',
        prompt: 'What kind of leadership does a place need?',
        where: 'spaces',
        minutes: 2,
      },
    )
    await comeBack(theo, course.link('facilitator'), 'Theo')
    await comeBack(ama, course.link('join'), 'Ama')
    const gwen = await course.join('Gwen')
    const hana = await course.join('Hana')
    const needs = { type: 'person.about', needs: 'a quiet seat' }
    const { status } = await post(server.url, `/api/workshops/${course.id}/commands`, needs, hana.secret)
    expect(status).toBe(200)
    const wall = await theo.context.newPage()
    await wall.goto(`${server.url}/w/${course.id}/screen`)

    // Before the start: what it is about, and how to come in.
    const code = course.view().links.code ?? ''
    const spelt = `${code.slice(0, 4)} ${code.slice(4)}`
    await untilShown(
      wall,
      'What should we keep, drop and grow?',
      spelt,
      /^127\.0\.0\.1:\d+\/code$/,
      'Starting soon',
    )
    expect(await wall.getByRole('img', { name: /QR code/ }).count()).toBe(1)
    await expectNothingPrivate(wall)
    await expectLegible(wall)

    // In the main room: the question, the time left, the notes as they come.
    await course.give({ type: 'stage.go', stage: opening, from: null })
    await untilShown(wall, 'What brought you here today?', 'Step 1 of 2', /^(10:00|9:5\d)/, spelt)
    await openBoard(ama.page, course, course.board)
    await show(ama, 'List')
    await writeInList(ama, ['Street level support networks'])
    await untilSaved(ama)
    await untilShown(wall, 'Street level support networks')
    await course.give({ type: 'announce', text: 'Coffee is outside.' })
    await untilShown(wall, 'Coffee is outside.')
    await expectNothingPrivate(wall)
    await expectLegible(wall)
    expect(await seriousFindings(wall)).toEqual([])

    // In spaces: where to go, how many are there, what the room is called in the call; two minutes are the last two.
    await course.give({ type: 'stage.go', stage: rooms, from: opening })
    await course.give({
      type: 'spaces.open',
      count: 3,
      template: 'blank',
      fill: 'choose',
      slots: [{ title: 'Leadership' }, { title: 'Data that helps' }, { title: 'Tenders' }],
    })
    const [, second = ''] = await course.spaces(3)
    await course.give({ type: 'space.change', space: second, videoName: '2 Data' })
    await course.give({ type: 'people.send', places: [{ person: gwen.personId, space: second }] })
    await untilShown(
      wall,
      'What kind of leadership does a place need?',
      'Space 2',
      'Data that helps',
      /2 Data$/,
    )
    await course.give({ type: 'announce', text: 'For this space only.', to: [second] })
    await eventually(async () => expect(await wall.locator('[data-near]').count()).toBe(1))
    await expectNothingPrivate(wall)
    await expectLegible(wall)
    expect(await wall.getByText('For this space only.').count()).toBe(0)

    // It cuts nobody off: when the time is up it says so, and goes on.
    await course.give({ type: 'timer.extend', minutes: -1.99 })
    await untilShown(wall, 'Time is up')

    // On any screen, in the dark, and on a phone it does not break.
    for (const size of [{ width: 1920, height: 1080 }, PHONE]) {
      await wall.setViewportSize(size)
      await expectLegible(wall)
    }
    await wall.emulateMedia({ colorScheme: 'dark' })
    expect(await seriousFindings(wall)).toEqual([])

    await course.give({ type: 'workshop.describe', next: 'Thursday 10 December' })
    await course.give({ type: 'workshop.end' })
    await untilShown(wall, 'It’s finished', 'Next: Thursday 10 December')
    await expectNothingPrivate(wall)
    expect([...theo.problems, ...ama.problems]).toEqual([])
  } finally {
    course.end()
    await theo.context.close()
    await ama.context.close()
  }
})
