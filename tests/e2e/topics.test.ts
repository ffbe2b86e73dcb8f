/** The marketplace on the screens: topics placed, moved and signed up for, by hand, by keys, on a phone; methods §5.3. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import { launchBrowser, LAPTOP, openGuest, PHONE } from '../support/browser.ts'
import { crowd } from '../support/crowd.ts'
import type { Fair } from '../support/fair.ts'
import { cell, placeOf, withFair } from '../support/fair.ts'
import { listenIn } from '../support/heard.ts'
import { button, card, hold } from '../support/openSpaceHands.ts'
import { eventually } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { startServer } from '../support/startServer.ts'
import { until } from '../support/stockClient.ts'

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

const withMarket = (work: (it: Fair) => Promise<void>, set?: Parameters<typeof withFair>[2]): Promise<void> =>
  withFair({ browser, url: server.url }, work, set)

/** *Offer a topic* to the end. */
async function offer(page: Page, question: string): Promise<void> {
  await button(page, 'Offer a topic').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Your question' }).fill(question)
  await button(page, 'Offer it').click()
  await button(page, 'Done').click()
  await dialog.waitFor({ state: 'detached' })
  await card(page, question).waitFor()
}

describe('placing', () => {
  test('[A13] two drop on one cell in the same instant: one holds it, the other is told, and takes the nearest free place', () =>
    withMarket(async ({ them, fair, open }) => {
      const tia = await open('Tia')
      const uma = await open('Uma')
      await offer(tia, 'Tenders small charities can win')
      await offer(uma, 'Staff safety when remote')
      await hold(tia, 'Tenders small charities can win', cell(tia, fair, 1, 3))
      await hold(uma, 'Staff safety when remote', cell(uma, fair, 1, 3))
      await Promise.all([tia.mouse.up(), uma.mouse.up()])

      const place = (question: string) => placeOf({ them }, question)?.space ?? null
      const questions = ['Tenders small charities can win', 'Staff safety when remote']
      await eventually(() => expect(questions.filter((each) => place(each) !== null)).toHaveLength(1))
      const [winner = '', loser = ''] =
        place(questions[0] ?? '') === null ? questions.toReversed() : questions
      expect(place(winner)).toBe(fair.spaces[2])
      const page = loser === questions[0] ? tia : uma
      await page.getByText('Somebody was a moment faster').waitFor()
      await page.getByText(`Round 1 · Space 3 has just been taken by “${winner}”.`).waitFor()
      // Nothing is lost: it waits as before, and the free places next to it are a press away.
      await page
        .getByRole('region', { name: /^Not placed yet/ })
        .getByText(loser)
        .waitFor()
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Round 1 · Space 4')
      await page.keyboard.press('Enter')
      await eventually(() => expect(place(loser)).toBe(fair.spaces[3]))
      await cell(page, fair, 1, 4).getByText(loser).waitFor()
      expect(await page.getByText('Somebody was a moment faster').count()).toBe(0)
    }))

  test('a topic is dragged, lifted off by dragging it back, and left by Escape; two of one’s own are swapped', () =>
    withMarket(async ({ them, fair, open }) => {
      const cy = await open('Cy')
      await offer(cy, 'Data that helps people learn')
      await hold(cy, 'Data that helps people learn', cell(cy, fair, 1, 1))
      await cy.keyboard.press('Escape')
      await cy.mouse.up()
      expect(placeOf({ them }, 'Data that helps people learn')).toBeNull()
      await hold(cy, 'Data that helps people learn', cell(cy, fair, 1, 1))
      await cy.mouse.up()
      await cell(cy, fair, 1, 1).getByText('Data that helps people learn').waitFor()
      // What was dragged was not opened.
      expect(new URL(cy.url()).pathname).toBe(`/w/${them.id}/topics`)

      await offer(cy, 'Who owns the data?')
      // Two in one round: warned of, and allowed.
      await hold(cy, 'Who owns the data?', cell(cy, fair, 1, 2))
      await cy.mouse.up()
      await cy.getByRole('alertdialog', { name: 'Two topics in one round?' }).waitFor()
      await button(cy, 'Place it all the same').click()
      await cell(cy, fair, 1, 2).getByText('Who owns the data?').waitFor()
      await hold(cy, 'Who owns the data?', cell(cy, fair, 1, 1))
      await cy.mouse.up()
      await cell(cy, fair, 1, 1).getByText('Who owns the data?').waitFor()
      await cell(cy, fair, 1, 2).getByText('Data that helps people learn').waitFor()

      const tray = cy.getByRole('region', { name: /^Not placed yet/ })
      await hold(cy, 'Who owns the data?', tray)
      await cy.mouse.up()
      await tray.getByText('Who owns the data?').waitFor()
      expect(placeOf({ them }, 'Who owns the data?')).toBeNull()
    }))

  test('by the keyboard alone: placed from the dialog, picked up in the grid, moved, put down, and every step is said', () =>
    withMarket(async ({ them, fair, open }) => {
      const sam = await open('Sam')
      const { heard } = await listenIn(sam)
      await fair.offer(them.people[4] ?? them.farah, 'What kind of leadership does a place need?', [1, 2])
      await cell(sam, fair, 1, 2).getByText('leadership').waitFor()
      await button(sam, 'Offer a topic').focus()
      await sam.keyboard.press('Enter')
      await sam.getByRole('dialog').waitFor()
      await eventually(async () =>
        expect(await sam.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA'),
      )
      await sam.keyboard.type('Buses after seven')
      await button(sam, 'Offer it').press('Enter')
      await button(sam, 'Place it…').press('Enter')
      await button(sam, 'Round 1 · Space 1').press('Enter')
      await cell(sam, fair, 1, 1).getByText('Buses after seven').waitFor()
      await eventually(async () => expect(await heard()).toContain('Placed: Round 1 · Space 1.'))

      // Moved from its card: the card is another one then, and the keyboard goes on from there.
      const onCard = () =>
        sam.evaluate(() => document.activeElement?.closest('[data-topic]')?.textContent ?? '')
      await button(sam, 'Move Buses after seven…').press('Enter')
      await button(sam, 'Round 1 · Space 3').press('Enter')
      await cell(sam, fair, 1, 3).getByText('Buses after seven').waitFor()
      await eventually(async () => expect(await onCard()).toContain('Buses after seven'))
      await button(sam, 'Move Buses after seven…').press('Enter')
      await button(sam, 'Round 1 · Space 1').press('Enter')
      await cell(sam, fair, 1, 1).getByText('Buses after seven').waitFor()
      await eventually(async () => expect(await onCard()).toContain('Buses after seven'))

      await cell(sam, fair, 1, 1).focus()
      await sam.keyboard.press('Enter')
      await sam.keyboard.press('ArrowRight')
      await eventually(async () =>
        expect((await heard()).at(-1)).toBe(
          'Round 1, space 2: taken by What kind of leadership does a place need?.',
        ),
      )
      await sam.keyboard.press('ArrowDown')
      await eventually(async () => expect((await heard()).at(-1)).toBe('Round 2, space 2: free.'))
      await sam.keyboard.press('Enter')
      await cell(sam, fair, 2, 2).getByText('Buses after seven').waitFor()
      expect(placeOf({ them }, 'Buses after seven')?.round).toBe(fair.rounds[1])

      // Picked up and left.
      await sam.keyboard.press('Enter')
      await sam.keyboard.press('ArrowLeft')
      await sam.keyboard.press('Escape')
      await eventually(async () => expect((await heard()).at(-1)).toBe('Left where it was.'))
      expect(placeOf({ them }, 'Buses after seven')?.space).toBe(fair.spaces[1])

      // Enter on somebody else's topic opens it.
      await cell(sam, fair, 1, 2).focus()
      await sam.keyboard.press('Enter')
      await sam.waitForURL(/\/t\//)
    }))

  test('at another time in another place: in one’s own words, listed under the grid', () =>
    withMarket(async ({ open }) => {
      const yan = await open('Yan')
      await offer(yan, 'Walking and talking')
      await button(yan, 'Place Walking and talking…').click()
      await yan.getByText('Another time or place').click()
      await yan.getByRole('textbox', { name: 'Time in your words' }).fill('14:10')
      await button(yan, 'Place it there').click()
      await yan.getByText('Say when and where in a word or two.').waitFor()
      await yan.getByRole('textbox', { name: 'Place in your words' }).fill('by the window')
      await button(yan, 'Place it there').click()
      await yan.getByRole('dialog').waitFor({ state: 'detached' })
      const there = yan.getByRole('region', { name: 'Other times and places' })
      await there.getByText('14:10 · by the window').waitFor()
      await yan.getByRole('region', { name: 'Yours' }).getByText('14:10 · by the window').waitFor()
    }))

  test('facilitators move what is not theirs, and it is told; a spare is unfolded for everybody', () =>
    withMarket(
      async ({ them, fair, open }) => {
        const [eve, lena, pat, bea] = them.people
        if (eve === undefined || lena === undefined || pat === undefined || bea === undefined)
          throw new Error('nobody came')
        await fair.offer(eve, 'Unclaimed school meals', [1, 1])
        await fair.offer(lena, 'Who looks after the carers?', [1, 2])
        await fair.offer(pat, 'Phones and paper still matter', [2, 1])
        await fair.offer(bea, 'What neighbours did', [2, 2])
        const theo = await open('Theo', { width: 1600, height: 900 }, true)
        const mo = await open('Mo')
        await theo.getByText('One spare is folded away.').waitFor()
        await button(theo, 'Unfold it').click()
        await cell(mo, fair, 1, 1).waitFor()
        await mo.getByRole('columnheader', { name: 'Space 3' }).waitFor()
        await button(theo, 'More for Unclaimed school meals').click()
        await theo.getByRole('menuitem', { name: 'Move…' }).click()
        await theo.getByText('Its conveners will be told that you did it.').waitFor()
        await button(theo, 'Round 2 · Space 3').click()
        await theo.getByText('Placed: Round 2 · Space 3. Hana will be told.').first().waitFor()
        await until('Hana is told', () =>
          (eve.live.view?.me.topics.notices ?? []).some(
            ({ kind, text }) => kind === 'acted' && text === 'placed',
          ),
        )
        // Nobody else has such a menu.
        expect(await mo.getByRole('button', { name: /^More for/ }).count()).toBe(0)
      },
      { spaces: 2 },
    ))
})

describe('what everybody sees', () => {
  test('[A15] [A16] [A18] the 14th is new for all; what is withdrawn is off the grid and in the record; the sum is right', () =>
    withMarket(async ({ them, fair, open }) => {
      const { people } = them
      const who = (at: number) => people[at % people.length] ?? them.farah
      for (let at = 0; at < 11; at += 1)
        await fair.offer(who(at), `Question ${at + 1}`, [at < 6 ? 1 : 2, (at % 6) + 1])
      const bo = await fair.offer(who(11), 'What culture when most work is remote?')
      const di = await fair.offer(who(12), 'What is covered already')
      const sam = await open('Sam')
      const mo = await open('Mo', PHONE)
      await card(sam, 'What is covered already').waitFor()
      expect(await sam.getByText('new', { exact: true }).count()).toBe(0)

      // Whoever waits on *Now* is told as well.
      const ines = await open('Ines')
      await ines.getByRole('navigation').getByRole('link', { name: 'Now', exact: true }).first().click()
      await ines.getByText('Choosing topics. 13 offered so far.').waitFor()
      const lena = await open('Lena')
      await offer(lena, 'Who looks after the carers?')
      await ines
        .getByRole('region', { name: 'New topics' })
        .getByRole('link', { name: 'Who looks after the carers?' })
        .waitFor()
      await button(lena, 'Place Who looks after the carers?…').click()
      await button(lena, 'Round 2 · Space 6').click()
      await lena.getByRole('dialog').waitFor({ state: 'detached' })
      for (const page of [sam, mo])
        await card(page, 'Who looks after the carers?').getByText('new', { exact: true }).waitFor()
      // One's own is not new to oneself.
      expect(await lena.getByText('new', { exact: true }).count()).toBe(0)

      await who(12).live.give({ type: 'topic.withdraw', topic: di, reason: 'Ama has it' })
      const first = Object.values(them.farah.live.view?.topics ?? {}).find(
        ({ questions }) => questions[0]?.text === 'Question 1',
      )
      await who(11).live.give({ type: 'topic.askMerge', topic: bo, other: first?.id ?? '' })
      await until('it is asked', () => (who(0).live.view?.me.topics.merges ?? []).length === 1)
      const ask = who(0).live.view?.me.topics.merges[0]?.id ?? ''
      await who(0).live.give({ type: 'merge.answer', ask, isYes: true })
      for (const page of [sam, mo]) {
        await card(page, 'Question 1')
          .getByText('Joined with: What culture when most work is remote?')
          .waitFor()
        await eventually(async () => expect(await card(page, 'What is covered already').count()).toBe(0))
        await page.getByText('Also offered', { exact: false }).click()
        await page.getByText('Withdrawn: Ama has it').waitFor()
        await page.getByText('Joined with “Question 1”').waitFor()
      }
      const states = Object.values(them.farah.live.view?.topics ?? {}).map(({ state }) => state)
      const count = (state: string) => states.filter((each) => each === state).length
      expect([states.length, count('scheduled'), count('merged'), count('withdrawn')]).toEqual([14, 12, 1, 1])
      // The same on the screen: twelve in the grid, two in the record.
      await eventually(async () => {
        expect(await sam.locator('[role=gridcell] [data-topic]').count()).toBe(12)
        expect(
          await sam
            .locator('details li')
            .filter({ hasText: /Withdrawn|Joined with/ })
            .count(),
        ).toBe(2)
      })

      // Looked at, it is new no more.
      await sam.reload()
      await card(sam, 'Who looks after the carers?').waitFor()
      expect(await sam.getByText('new', { exact: true }).count()).toBe(0)
    }))

  test('[A17] Sam by list, Mo by touch, Nadia for Pat, Hana for herself, Bea and Cal: sign-ups name the assisted', () =>
    withMarket(async ({ them, fair, open }) => {
      const ama = them.people[4] ?? them.farah
      const topic = await fair.offer(ama, 'What kind of leadership does a place need?', [1, 1])
      const signedUp = () => {
        const view = them.farah.live.view
        return (view?.topics[topic]?.names ?? [])
          .map((id) => view?.people[id]?.name ?? '')
          .toSorted((a, b) => a.localeCompare(b))
      }
      const sam = await open('Samira')
      await sam.getByRole('radio', { name: 'List' }).check()
      await button(sam, 'Sign up for What kind of leadership does a place need?').press('Enter')
      await sam.getByText('✓ Signed up').waitFor()

      const mo = await open('Mo', PHONE)
      await button(mo, 'Sign up for What kind of leadership does a place need?').tap()
      await mo.getByText('✓ Signed up').waitFor()

      const hana = await open('Hanna')
      const id = Object.entries(them.farah.live.view?.people ?? {}).find(
        ([, { name }]) => name === 'Hanna',
      )?.[0]
      for (const name of ['Bea', 'Cal'])
        await them.farah.live.give({
          type: 'person.setHelper',
          person: them.assisted[name] ?? '',
          helper: id ?? '',
        })
      const menu = hana.getByRole('button', { name: /^Sign up for What kind .* or somebody you write for$/ })
      await menu.click()
      for (const name of ['You', 'Bea', 'Cal']) await hana.getByRole('menuitemcheckbox', { name }).click()
      await hana.keyboard.press('Escape')
      await hana.getByText('✓ You, Bea and Cal').waitFor()
      await eventually(() => expect(signedUp()).toEqual(['Bea', 'Cal', 'Hanna', 'Mo', 'Samira']))
      await hana.getByRole('region', { name: 'Yours' }).getByText('For Bea').waitFor()

      // Nadia leads, and means to go nowhere herself: Pat does, who is on the phone to her.
      const nadia = await open('Nadine', LAPTOP, true)
      const hers = Object.entries(them.farah.live.view?.people ?? {}).find(
        ([, { name }]) => name === 'Nadine',
      )?.[0]
      await them.farah.live.give({
        type: 'person.setHelper',
        person: them.assisted['Pat'] ?? '',
        helper: hers ?? '',
      })
      await nadia
        .getByRole('button', { name: /^Sign up for What kind .* or somebody you write for$/ })
        .press('Enter')
      await nadia.getByRole('menuitemcheckbox', { name: 'Pat' }).press('Enter')
      await nadia.keyboard.press('Escape')
      await nadia.getByText('✓ Pat').waitFor()
      await eventually(() => expect(signedUp()).toEqual(['Bea', 'Cal', 'Hanna', 'Mo', 'Pat', 'Samira']))
      await nadia.getByRole('region', { name: 'Yours' }).getByText('For Pat').waitFor()

      // Who means to come is read by everybody, as names.
      await button(sam, '6 going to What kind of leadership does a place need?').click()
      const names = sam.getByRole('dialog', { name: 'Who means to come' })
      await names.getByText('Cal').waitFor()
      await sam.keyboard.press('Escape')
      // Taken back as easily as said.
      await button(sam, /^Signed up for What kind/).click()
      await eventually(() => expect(signedUp()).toEqual(['Bea', 'Cal', 'Hanna', 'Mo', 'Pat']))

      // Where the workshop shows numbers only, no browser gets a name.
      await them.farah.live.give({ type: 'market.set', signUps: 'counts' })
      await sam.getByText('5 going').waitFor()
      await eventually(async () =>
        expect(await sam.getByRole('button', { name: /going to/ }).count()).toBe(0),
      )
    }))

  test('while its round is on a topic is opened by its title, and gone to by a button of its own', () =>
    withMarket(async ({ them, fair, open }) => {
      const ama = them.people[4] ?? them.farah
      const topic = await fair.offer(ama, 'What kind of leadership does a place need?', [1, 1])
      const mo = await open('Mo')
      expect(await mo.getByRole('button', { name: /^Go there/ }).count()).toBe(0)
      const stage = them.farah.live.view?.now.stage ?? null
      await them.farah.live.give({ type: 'stage.go', stage: fair.rounds[0] ?? '', from: stage })
      await button(mo, 'Go there: What kind of leadership does a place need?').waitFor()
      await mo.getByRole('link', { name: 'What kind of leadership does a place need?' }).click()
      await mo.waitForURL(new RegExp(`/t/${topic}`))
      const person = () =>
        Object.values(them.farah.live.view?.people ?? {}).find(({ name }) => name === 'Mo')?.place?.space
      expect(person()).toBeNull()
      await mo.goBack()
      await button(mo, 'Go there: What kind of leadership does a place need?').click()
      await mo.waitForURL(/\/b\//)
      await eventually(() => expect(person()).toBe(fair.spaces[0]))
    }))
})

describe('on every screen', () => {
  test('before there are rounds topics are offered all the same, and facilitators are led to setting them up', async () => {
    const them = await crowd(server.url, 4, { question: 'What next?' })
    const guest = await openGuest(browser)
    const { page } = guest
    try {
      await page.goto(`${server.url}/w/${them.id}/topics#f.${them.keys.facilitator}`)
      await page.getByRole('textbox', { name: 'Your name' }).fill('Theo')
      await button(page, 'Join').click()
      await page.getByText('Rounds and spaces come first').waitFor()
      await page.getByRole('heading', { name: 'No topics yet' }).waitFor()
      await button(page, 'Set them up…').click()
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await them.farah.live.give({ type: 'market.prepare', rounds: 2, minutes: 20, spaces: 3 })
      await page.getByRole('grid').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      expect(guest.problems).toEqual([])
    } finally {
      them.leave()
      await guest.context.close()
    }
  })

  test('on a phone: the list by round, a topic put into a round from a menu, nothing wider than the screen', () =>
    withMarket(async ({ them, fair, open }) => {
      await fair.offer(them.people[4] ?? them.farah, 'What kind of leadership does a place need?', [1, 1])
      const mo = await open('Mo', PHONE)
      await mo.getByRole('heading', { level: 2, name: /^Round 1/ }).waitFor()
      expect(await mo.getByRole('grid').count()).toBe(0)
      await offer(
        mo,
        'Wie kommen Menschen ohne Auto abends nach Hause, wenn die Donaudampfschifffahrtsgesellschaft schon geschlossen hat und der letzte Bus um sieben fährt?',
      )
      await mo
        .getByRole('region', { name: /^Round 2/ })
        .getByRole('button', { name: 'Put a topic in this round' })
        .tap()
      await mo.getByRole('menuitem', { name: 'Space 1' }).tap()
      await mo
        .getByRole('region', { name: /^Round 2/ })
        .getByText(/^Wie kommen/)
        .waitFor()
      const widths = await mo.evaluate(() => [
        document.querySelector('main')?.scrollWidth,
        document.querySelector('main')?.clientWidth,
      ])
      expect(widths[0]).toBe(widths[1])
      expect(await seriousFindings(mo)).toEqual([])
    }))

  test('sixty topics on ten spaces are a list by round, whole and readable, and a grid for who wants one', () =>
    withMarket(
      async ({ them, fair, open }) => {
        const { people } = them
        const long =
          'كيف يعود الناس الذين لا يملكون سيارة إلى بيوتهم في المساء عندما تغادر آخر حافلة في الساعة السابعة، ومن الذي يعتني بهم وبأطفالهم في هذه الأثناء كل يوم؟'
        for (let at = 0; at < 60; at += 1)
          await fair.offer(
            people[at % people.length] ?? them.farah,
            at === 7 ? long : `Question number ${at + 1}, about what neighbours can do`,
            [Math.floor(at / 10) + 1, (at % 10) + 1],
          )
        const sam = await open('Sam')
        await sam.getByRole('region', { name: /^Round 6/ }).waitFor()
        expect(await sam.getByRole('grid').count()).toBe(0)
        expect(await sam.locator('main [data-topic]').count()).toBe(60)
        const list = sam.getByRole('region', { name: /^Round 6/ })
        await list.getByText('No place free').waitFor()
        const arabic = sam.getByRole('link', { name: long })
        expect(await arabic.getAttribute('dir')).toBe('auto')
        expect(await seriousFindings(sam)).toEqual([])
        await sam.getByRole('radio', { name: 'Grid' }).check()
        await sam.getByRole('grid').waitFor()
        expect(await sam.locator('[role=gridcell] [data-topic]').count()).toBe(60)
        expect(await seriousFindings(sam)).toEqual([])
        // It is kept for the next time.
        await sam.reload()
        await sam.getByRole('grid').waitFor()
      },
      { rounds: 6, spaces: 10 },
    ))
})
