import { describe, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import { LAPTOP } from '../support/browser.ts'
import { focusName, listenIn } from '../support/heard.ts'
import {
  breakoutsOf,
  BREAK,
  destinations,
  go,
  ledWorkshops,
  openSpaces,
  OPENING,
  plan,
  QUESTION,
  ROUND,
  seconds,
  SMALL_PHONE,
  timeLeft,
  viewOf,
} from '../support/led.ts'
import { eventually } from '../support/screens.ts'

const { arrive, connect, lead } = ledWorkshops()

describe('Now', () => {
  test('[A2] before the start says what it is about and when, on everybody’s own clock', async () => {
    const { made, farah } = await lead()
    await plan(farah, [OPENING, { ...ROUND, minutes: 142 }])
    await farah.give({
      type: 'workshop.describe',
      purpose: 'To learn from one another.',
      fixed: 'The budget for this year',
      open: 'Everything else',
      phone: 'Ring 0123 and give the number 12.',
      zone: 'Europe/London',
      starts: Date.UTC(2026, 10, 17, 13),
    })
    const ines = await arrive(made, 'join', 'Ines', LAPTOP, { timezoneId: 'America/Toronto' })
    const { page } = ines
    await page.getByRole('heading', { level: 1, name: QUESTION }).waitFor()
    expect(page.url()).toContain('/now')
    const main = page.getByRole('main')
    await main.getByText('08:00–10:30').waitFor()
    await main.getByText('13:00 UK').waitFor()
    for (const words of [
      'To learn from one another.',
      'The budget for this year',
      'Everything else',
      'Ring 0123 and give the number 12.',
    ])
      expect(await main.getByText(words).isVisible()).toBe(true)
    expect(await destinations(ines)).toEqual(['Now', 'Board', 'Topics', 'Write-up'])
    expect(await page.title()).toContain('Now')
    await main.getByRole('button', { name: 'Open the board to look round' }).click()
    await page.getByRole('group', { name: 'How the board is shown' }).waitFor()
  })

  test('[A6] shows everybody activity, question and time left within two seconds of the start; observers are told apart', async () => {
    const { made, farah } = await lead()
    await plan(farah, [OPENING, ROUND])
    for (const name of ['Theo', 'Nadia']) await connect(made, 'facilitator', name)
    const nadia = Object.entries(viewOf(farah).people).find(([, { name }]) => name === 'Nadia')?.[0] ?? ''
    for (const name of ['Pat', 'Bea', 'Cal']) await farah.give({ type: 'person.assist', name, helper: nadia })
    await connect(made, 'observer', 'Orla')
    await Promise.all(Array.from({ length: 32 }, (_, at) => connect(made, 'join', `Guest ${at + 1}`)))
    const ama = await arrive(made, 'join', 'Ama')
    const mo = await arrive(made, 'join', 'Mo', SMALL_PHONE)
    const olu = await arrive(made, 'observer', 'Olu')
    const everybody = [ama, mo, olu]
    for (const { page } of everybody) await page.getByText('Before the start').waitFor()

    const began = Date.now()
    await go(farah, 'Opening')
    await Promise.all(
      everybody.map(async ({ page }) => {
        await page.getByRole('heading', { level: 1, name: 'What brings us together?' }).waitFor()
        await page.getByText('Opening', { exact: true }).waitFor()
        await page.getByRole('timer').waitFor()
      }),
    )
    expect(Date.now() - began).toBeLessThan(2_000)
    for (const guest of everybody) expect(seconds(await timeLeft(guest))).toBeGreaterThan(470)

    expect(await olu.page.getByText(/^You are observing/).isVisible()).toBe(true)
    expect(await olu.page.getByRole('button', { name: 'I’m done' }).count()).toBe(0)
    expect(await ama.page.getByText(/^You are observing/).count()).toBe(0)

    // 37 participants of whom three have no connection, three facilitators, two observers: 42 present, 39 connected.
    const people = Object.values(viewOf(farah).people)
    expect(people).toHaveLength(42)
    await eventually(() =>
      expect(Object.values(viewOf(farah).people).filter(({ at }) => at !== null)).toHaveLength(39),
    )
    expect(viewOf(farah).now.here).toBe(37)
    // Observers look on and are not counted.
    await ama.page.getByRole('button', { name: 'People: 40 here' }).waitFor()
  })

  test('[A19] says where to go, with the number and title of the space and the exact name of its video room', async () => {
    const { made, farah } = await lead()
    await plan(farah, [OPENING, ROUND])
    await go(farah, 'Opening')
    const ama = await arrive(made, 'join', 'Ama')
    const theo = await arrive(made, 'facilitator', 'Theo')
    await go(farah, 'Round 1')
    await ama.page.getByText('The spaces open in a moment.').waitFor()
    await openSpaces(farah, ['Leadership', 'Data'], 'random')
    const main = ama.page.getByRole('main')
    await main.getByText(/Go to\s+Space [12] · (Leadership|Data)/).waitFor()
    const [number = '', title = ''] =
      /Space (\d) · (\w+)/.exec((await main.getByText(/Go to\s+Space/).textContent()) ?? '')?.slice(1) ?? []
    const video = main.getByRole('link', { name: `Join the video room “${number} ${title}”` })
    expect(await video.getAttribute('href')).toBe(`https://call.example/${number}`)
    expect(await video.getAttribute('rel')).toBe('noreferrer')
    expect(await ama.page.getByText('You are free to move').isVisible()).toBe(true)
    // A facilitator's list has the labels of the write-up, and reads them aloud as words.
    await theo.page.getByText('R1·2 Data').first().waitFor()
    await theo.page.getByText('Round 1, space 2: Data').first().waitFor({ state: 'attached' })

    // Looking at the page has moved nobody; opening the board of one's own space is going there.
    const me = Object.entries(viewOf(farah).people).find(([, { name }]) => name === 'Ama')?.[0] ?? ''
    expect(viewOf(farah).people[me]?.place?.space).toBeNull()
    await main.getByRole('button', { name: 'Open the board' }).click()
    await ama.page.getByRole('group', { name: 'How the board is shown' }).waitFor()
    const [own = ''] = breakoutsOf(farah).find(([, space]) => String(space.number) === number) ?? []
    await eventually(() => expect(viewOf(farah).people[me]?.place?.space).toBe(own))
    await ama.page.getByRole('link', { name: 'Now' }).first().click()
    await main.getByText(/You are in\s+Space/).waitFor()
  })

  test('[A27] somebody who comes in the middle of a round sees what is on and is at a board in one press', async () => {
    const { made, farah } = await lead()
    await plan(farah, [OPENING, ROUND])
    const ama = await connect(made, 'join', 'Ama')
    await go(farah, 'Opening')
    await go(farah, 'Round 1')
    await openSpaces(farah, ['Leadership', 'Data'], 'random')
    expect(viewOf(ama).me.sent).not.toBeNull()
    const lev = await arrive(made, 'join', 'Lev', SMALL_PHONE)
    const { page } = lev
    await page.getByText('Round 1 of 1').waitFor()
    await page.getByText(/Go to\s+Space/).waitFor()
    expect(seconds(await timeLeft(lev))).toBeGreaterThan(1_200)
    await page.getByRole('heading', { name: 'So far' }).waitFor()
    await page.getByText(/^Round 1 began at \d\d:\d\d$/).waitFor()
    await page.getByRole('button', { name: 'Open the board' }).click()
    await page
      .getByRole('textbox', { name: /^Write a note/ })
      .first()
      .waitFor()
  })

  test('where everybody chooses, the spaces are what there is to press, and one may go on to another', async () => {
    const { made, farah } = await lead()
    const ama = await arrive(made, 'join', 'Ama')
    await openSpaces(farah, ['Leadership', 'Data'], 'choose')
    await ama.page.getByRole('link', { name: 'Now' }).first().click()
    await ama.page.getByRole('heading', { name: 'Choose a space' }).waitFor()
    await ama.page.getByRole('button', { name: 'Go there: Space 2 · Data' }).click()
    await ama.page.getByRole('group', { name: 'How the board is shown' }).waitFor()
    const [one = '', two = ''] = breakoutsOf(farah).map(([id]) => id)
    await eventually(() => expect(viewOf(farah).spaces[two]?.people).toBe(1))

    await ama.page.getByRole('radio', { name: 'List', exact: true }).check({ force: true })
    const field = ama.page.getByRole('textbox', { name: /^Write a note/ }).first()
    await field.fill('Who owns the data?')
    await field.press('Enter')

    // Looking in is no going; the board's head says so and offers it.
    await ama.page.getByRole('link', { name: 'Now' }).first().click()
    await ama.page.getByRole('link', { name: /^Look in: Space 1\s+Leadership/ }).click()
    const goThere = ama.page.getByRole('button', { name: 'Go there: Space 1 · Leadership' })
    await goThere.waitFor()
    expect(viewOf(farah).spaces[one]?.people).toBe(0)
    await goThere.click()
    await eventually(() => expect(viewOf(farah).spaces[one]?.people).toBe(1))
    await goThere.waitFor({ state: 'detached' })
    // What was written last in the others is there to be read.
    await ama.page.getByRole('link', { name: 'Now' }).first().click()
    await ama.page.getByText('“Who owns the data?”').waitFor()
  })

  test('a break is a large clock, and the end says what comes of it', async () => {
    const { made, farah } = await lead()
    await plan(farah, [OPENING, BREAK])
    await farah.give({ type: 'workshop.describe', next: 'We meet again on 8 December.' })
    const ama = await arrive(made, 'join', 'Ama')
    const { page } = ama
    await go(farah, 'Break')
    await page.getByRole('heading', { level: 1, name: 'Break' }).waitFor()
    await page.getByText(/^We go on at \d\d:\d\d/).waitFor()
    expect(await page.getByText(/^[67]:\d\d$/).count()).toBeGreaterThan(1)
    await farah.give({ type: 'workshop.end' })
    await page.getByRole('heading', { level: 1, name: 'It’s finished' }).waitFor()
    await page.getByText('We meet again on 8 December.').waitFor()
    expect(await page.getByRole('timer').count()).toBe(0)
    await page.getByRole('button', { name: 'Read the write-up' }).click()
    await eventually(() => expect(page.url()).toContain('/write-up'))
  })

  test('is worked with the keyboard alone, and a change of activity is heard once on every screen', async () => {
    const { made, farah } = await lead()
    await plan(farah, [OPENING, ROUND])
    const { page } = await arrive(made, 'join', 'Sam')
    await page.getByText('Before the start').waitFor()
    const { heard } = await listenIn(page)
    await go(farah, 'Opening')
    await eventually(async () =>
      expect(await heard()).toContain('Now: Opening: What brings us together? 8 minutes.'),
    )
    await page.getByRole('button', { name: 'Open the board' }).focus()
    await page.keyboard.press('Tab')
    expect(await focusName(page)).toContain('I’m done')
    await page.keyboard.press('Space')
    await eventually(() => expect(viewOf(farah).now.done).toBe(1))
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'How the board is shown' }).waitFor()

    await go(farah, 'Round 1')
    await eventually(async () =>
      expect((await heard()).filter((line) => line.startsWith('Now: Round 1'))).toHaveLength(1),
    )
    // What is said later is said alone.
    await farah.give({ type: 'announce', text: 'Tea is ready.' })
    await eventually(async () => expect(await heard()).toContain('Tea is ready.'))
    // The bar offers the way there and takes no focus.
    const take = page.getByRole('button', { name: 'Take me there' })
    await take.waitFor()
    expect(await focusName(page)).not.toBe('Take me there')
    await take.focus()
    await page.keyboard.press('Enter')
    await page.getByText('The spaces open in a moment.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('h1')
    expect((await heard()).filter((line) => line.startsWith('Now: Round 1'))).toHaveLength(1)
  })

  test('how many are done is a number for facilitators, and nobody sees who', async () => {
    const { made, farah } = await lead()
    await plan(farah, [OPENING])
    await go(farah, 'Opening')
    const ama = await arrive(made, 'join', 'Ama')
    const theo = await arrive(made, 'facilitator', 'Theo', SMALL_PHONE)
    await ama.page.getByRole('button', { name: 'I’m done' }).click()
    await theo.page.getByText('1 of 1 say “I’m done”').waitFor()
    await ama.page.getByRole('button', { name: 'I’m done', pressed: true }).click()
    await theo.page.getByText('0 of 1 say “I’m done”').waitFor()
    expect(JSON.stringify(viewOf(farah).people)).not.toContain('isDone')
  })

  test('facilitators are told what is to be done before the start, and come back from each of it', async () => {
    const { made, farah } = await lead()
    await plan(farah, [OPENING])
    const { page } = await arrive(made, 'facilitator', 'Theo', SMALL_PHONE)
    const ready = page.getByRole('region', { name: 'Before you start' })
    await ready.getByRole('button', { name: /^Send the link\s*Nobody has joined yet/ }).waitFor()
    await ready.getByRole('button', { name: /^Add a second facilitator \(done\)/ }).waitFor()
    await connect(made, 'join', 'Ama')
    const send = ready.getByRole('button', { name: /^Send the link \(done\)\s*1 person has joined/ })
    await send.click()
    await page.getByRole('textbox', { name: 'Link to join' }).waitFor()
    await page.keyboard.press('Escape')
    await eventually(async () =>
      expect(await send.evaluate((element) => element === document.activeElement)).toBe(true),
    )
    await ready.getByRole('button', { name: /^Name the video rooms/ }).click()
    await page.getByRole('dialog', { name: 'Video rooms' }).waitFor()
  })

  for (const [device, size] of [
    ['a laptop', LAPTOP],
    ['a small phone', SMALL_PHONE],
  ] as const) {
    test(`on ${device} axe finds nothing serious before, during and after, and nothing is wider than the screen`, async () => {
      const { made, farah } = await lead()
      await plan(farah, [OPENING, ROUND, BREAK])
      await farah.give({
        type: 'workshop.describe',
        purpose: 'To learn.',
        starts: Date.now() + 60_000,
        zone: 'Asia/Kolkata',
      })
      const ama = await arrive(made, 'join', 'Ama', size)
      const theo = await arrive(made, 'facilitator', 'Theo', size)
      const check = async (moment: string): Promise<void> => {
        for (const { page } of [ama, theo]) {
          expect({ moment, findings: await seriousFindings(page) }).toEqual({ moment, findings: [] })
          const wide = await page.evaluate(() => {
            const main = document.querySelector('main')
            return [document.documentElement, main].some(
              (each) => each !== null && each.scrollWidth > each.clientWidth,
            )
          })
          expect({ moment, wide }).toEqual({ moment, wide: false })
        }
      }
      await theo.page.getByText('Before the start').waitFor()
      await check('before')
      await go(farah, 'Round 1')
      await openSpaces(farah, ['Leadership', 'Data', 'Tenders small charities can win'], 'random')
      await farah.give({ type: 'announce', text: 'Words '.repeat(40) })
      await ama.page.getByText(/Go to\s+Space/).waitFor()
      await check('during a round')
      await go(farah, 'Break')
      await ama.page.getByRole('heading', { level: 1, name: 'Break' }).waitFor()
      await check('during a break')
      await farah.give({ type: 'workshop.end' })
      await ama.page.getByRole('heading', { level: 1, name: 'It’s finished' }).waitFor()
      await check('after')
    })
  }
})
