/** Reports of topics on the screens: written by several at once, kept through a lost line, submitted, reopened, read. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { topicResult } from '@moot/protocol'
import { seriousFindings } from '../support/axe.ts'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, LAPTOP, openGuest, PHONE } from '../support/browser.ts'
import { comeBack } from '../support/comeBack.ts'
import type { Crowd, Member } from '../support/crowd.ts'
import { crowd } from '../support/crowd.ts'
import { eventually } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { linkFor, startServer } from '../support/startServer.ts'
import type { StockClient } from '../support/stockClient.ts'
import { addPlainNote, stockClient, until } from '../support/stockClient.ts'

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

/** A slow line, in ms and bytes a second, that can be taken away. */
async function badLine(
  context: BrowserContext,
  page: Page,
): Promise<{ readonly offline: (isOff: boolean) => Promise<void> }> {
  const devtools = await context.newCDPSession(page)
  const line = { latency: 400, downloadThroughput: 20_000, uploadThroughput: 10_000 }
  const offline = (isOff: boolean) =>
    devtools.send('Network.emulateNetworkConditions', { offline: isOff, ...line })
  await devtools.send('Network.enable')
  await offline(false)
  return { offline: async (isOff) => void (await offline(isOff)) }
}

const QUESTION = 'What becomes of school meals that nobody claims?'

/** A round that is on, with one topic in it. */
interface Running {
  readonly them: Crowd
  readonly topic: string
  /** Who offered it. */
  readonly eve: Member
  /** Ends when the test does. */
  readonly open: (name: string, device?: typeof LAPTOP, member?: Member) => Promise<Guest>
  /** Notes on its board, as somebody. */
  readonly write: (who: Member, ...texts: string[]) => Promise<void>
}

/** Makes a round with a topic of Eve's, and starts it. Afterwards nothing may have gone wrong in any browser. */
async function withTopic(work: (it: Running) => Promise<void>): Promise<void> {
  const them = await crowd(server.url, 8)
  const guests: Guest[] = []
  const clients: StockClient[] = []
  const eve = await them.come('Eve')
  const { live } = them.farah
  await live.give({ type: 'market.prepare', rounds: 2, minutes: 20, spaces: 3 })
  await until('there are rounds', () => rounds(them).length === 2 && breakouts(them).length >= 3)
  const { topic } = topicResult.parse(await eve.live.give({ type: 'topic.offer', question: QUESTION }))
  const [round = ''] = rounds(them)
  const [space = ''] = breakouts(them)
  await eve.live.give({ type: 'topic.place', topic, place: { round, time: '', space, where: '' } })
  await live.give({ type: 'stage.go', stage: round, from: live.view?.now.stage ?? null })
  await until('it goes on', () => live.view?.topics[topic]?.state === 'running')
  const write = async (who: Member, ...texts: string[]): Promise<void> => {
    const board = live.view?.topics[topic]?.board ?? ''
    const doc = live.view?.boards[board]?.doc ?? ''
    const client = stockClient(server.url, them.id, doc, who.secret, { extras: true })
    clients.push(client)
    await until('the board is there', () => client.provider.synced)
    for (const text of texts) addPlainNote(client.doc, who.personId, text)
    await until('it is saved', () => client.provider.synced)
  }
  const open = async (name: string, device = LAPTOP, member?: Member): Promise<Guest> => {
    const guest = await openGuest(browser, device)
    guests.push(guest)
    await comeBack(guest, linkFor(server.url, them, 'join', `/t/${topic}`), name, member)
    await guest.page.getByRole('heading', { level: 1, name: QUESTION }).waitFor()
    return guest
  }
  try {
    await work({ them, topic, eve, open, write })
    for (const { problems } of guests) expect(problems).toEqual([])
  } finally {
    for (const client of clients) client.destroy()
    them.leave()
    for (const { context } of guests) await context.close()
  }
}

const rounds = ({ farah }: Crowd): string[] =>
  Object.entries(farah.live.view?.stages ?? {})
    .filter(([, { where }]) => where === 'round')
    .toSorted(([, a], [, b]) => a.order - b.order)
    .map(([id]) => id)
const breakouts = ({ farah }: Crowd): string[] =>
  Object.entries(farah.live.view?.spaces ?? {})
    .filter(([, { kind }]) => kind === 'breakout')
    .toSorted(([, a], [, b]) => a.number - b.number)
    .map(([id]) => id)

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const saved = (page: Page) => page.locator('[data-report="saved"]').waitFor()
const textOf = ({ them, topic }: Running, name: 'headline' | 'next' | 'question' | 'said') =>
  them.farah.live.view?.reports[topic]?.texts[name]

describe('a report that several write', () => {
  test('what one types appears with the other, in another field and in the same one, and survives a reload', () =>
    withTopic(async (it) => {
      const { them, topic, eve } = it
      const bo = await them.come('Bo')
      await eve.live.give({ type: 'report.jobs', topic, helper: { person: bo.personId, isOn: true } })
      const [one, two] = [await it.open('Eve', LAPTOP, eve), await it.open('Bo', PHONE, bo)]
      await field(one.page, 'Headline').fill('Meals go to whoever asks.')
      await eventually(async () =>
        expect(await field(two.page, 'Headline').inputValue()).toBe('Meals go to whoever asks.'),
      )
      await field(two.page, 'Next step').fill('Bo asks the school')
      await eventually(async () =>
        expect(await field(one.page, 'Next step').inputValue()).toBe('Bo asks the school'),
      )
      // In the same field at once: Eve at its beginning, Bo at its end.
      const [ones, twos] = [field(one.page, 'Headline'), field(two.page, 'Headline')]
      await ones.focus()
      await one.page.keyboard.press('Home')
      await twos.focus()
      await two.page.keyboard.press('End')
      await Promise.all([
        ones.pressSequentially('Now: ', { delay: 40 }),
        twos.pressSequentially(' Every day.', { delay: 40 }),
      ])
      const whole = 'Now: Meals go to whoever asks. Every day.'
      await eventually(async () => {
        expect(await ones.inputValue()).toBe(whole)
        expect(await twos.inputValue()).toBe(whole)
      })
      // The caret is where it was among one's own words.
      await two.page.keyboard.type(' Really.')
      await eventually(() => expect(textOf(it, 'headline')).toBe(`${whole} Really.`))
      await one.page.keyboard.type('yes, ')
      await eventually(() =>
        expect(textOf(it, 'headline')).toBe('Now: yes, Meals go to whoever asks. Every day. Really.'),
      )
      await saved(one.page)
      await one.page.reload()
      await eventually(async () =>
        expect(await field(one.page, 'Headline').inputValue()).toBe(
          'Now: yes, Meals go to whoever asks. Every day. Really.',
        ),
      )
    }))

  test('three type into one field over bad lines, on a laptop, and one of them on a phone too: no word is lost, no caret jumps, and what it says of saving is true', () =>
    withTopic(async (it) => {
      const { them, topic, eve } = it
      const [bo, cy] = [await them.come('Bo'), await them.come('Cy')]
      for (const { personId } of [bo, cy])
        await eve.live.give({ type: 'report.jobs', topic, helper: { person: personId, isOn: true } })
      const begun = '[eve:] [bo:] [cy:] [phone:]'
      await eve.live.give({ type: 'report.write', topic, field: 'headline', before: '', text: begun })
      const guests = [
        await it.open('Eve', LAPTOP, eve),
        await it.open('Bo', LAPTOP, bo),
        await it.open('Cy', LAPTOP, cy),
        await it.open('Eve', PHONE, eve),
      ]
      const marks = ['[eve:', '[bo:', '[cy:', '[phone:']
      const lines = await Promise.all(guests.map(({ context, page }) => badLine(context, page)))
      for (const [index, { page }] of guests.entries())
        await field(page, 'Headline').evaluate((area: HTMLTextAreaElement, mark) => {
          area.focus()
          const at = area.value.indexOf(mark) + mark.length
          area.setSelectionRange(at, at)
        }, marks[index] ?? '')
      const words = Array.from({ length: 7 }, (_, number) => ` w${number}`)
      await Promise.all(
        guests.map(async ({ page }, index) => {
          let isOff = false
          for (const [number, word] of words.entries()) {
            await page.keyboard.type(word, { delay: 40 })
            // Bo’s line goes away in the middle of it, and comes back.
            if (index === 1 && number === 1) {
              await lines[1]?.offline(true)
              isOff = true
            }
            if (index === 1 && number === 5) {
              await page.locator('[data-report="notSaved"]').waitFor()
              await lines[1]?.offline(false)
              isOff = false
            }
            if (isOff) continue
            await saved(page)
            const sofar = `${marks[index]}${words.slice(0, number + 1).join('')}`
            await eventually(() => expect(textOf(it, 'headline')).toContain(sofar))
          }
        }),
      )
      const whole = marks.map((mark) => `${mark}${words.join('')}]`).join(' ')
      await eventually(() => expect(textOf(it, 'headline')).toBe(whole))
      for (const { page } of guests) {
        await saved(page)
        await eventually(async () => expect(await field(page, 'Headline').inputValue()).toBe(whole))
      }
    }))

  test('without a line one writes on, is told so, and nothing is lost: not by the line, not by a reload', () =>
    withTopic(async (it) => {
      const { page, context } = await it.open('Eve', PHONE, it.eve)
      const line = { isCut: false, cut: (): void => undefined }
      await context.routeWebSocket(/\/live\//, (socket) => {
        if (line.isCut) {
          void socket.close({ code: 1001 })
          return
        }
        const far = socket.connectToServer()
        line.cut = () => {
          void far.close({ code: 1001 })
          void socket.close({ code: 1001 })
        }
      })
      await page.reload()
      await field(page, 'Headline').fill('Meals go')
      await eventually(() => expect(textOf(it, 'headline')).toBe('Meals go'))
      await saved(page)
      line.isCut = true
      line.cut()
      const write = { type: 'report.write', topic: it.topic, field: 'headline' } as const
      await it.them.farah.live.give({ ...write, before: 'Meals go', text: 'Farah: Meals go' })
      await field(page, 'Headline').fill('Meals go to whoever asks.')
      await field(page, 'Question for later').fill('Who pays?')
      await page.locator('[data-report="notSaved"]').waitFor()
      expect(await page.locator('[data-report]').innerText()).toBe('Not saved yet, keep this page open')
      // What was typed is nowhere but on this device.
      await eventually(() => expect(textOf(it, 'headline')).toBe('Farah: Meals go'))
      line.isCut = false
      await page.reload()
      await field(page, 'Headline').waitFor()
      await eventually(() => {
        expect(textOf(it, 'headline')).toBe('Farah: Meals go to whoever asks.')
        expect(textOf(it, 'question')).toBe('Who pays?')
      })
      await eventually(async () =>
        expect(await field(page, 'Headline').inputValue()).toBe('Farah: Meals go to whoever asks.'),
      )
      await saved(page)
    }))
})

describe('submitting', () => {
  test('needs a headline, keeps each version to be read, and is taken back by reopening', () =>
    withTopic(async (it) => {
      const [{ page }, reader] = [await it.open('Eve', LAPTOP, it.eve), await it.open('Gwen')]
      await button(page, 'Submit the report').click()
      await page.getByText('Write a headline first. One sentence is enough.').waitFor()
      expect(await field(page, 'Headline').evaluate((area) => area === document.activeElement)).toBe(true)
      await page.keyboard.type('Meals go to whoever asks.')
      // At once: what was just typed is part of it.
      await button(page, 'Submit the report').click()
      await page.getByText(/^Submitted \d\d:\d\d by Eve, version 1$/).waitFor()
      await reader.page.getByText(/^Submitted \d\d:\d\d by Eve, version 1$/).waitFor()
      await reader.page.getByText('Meals go to whoever asks.').waitFor()
      expect(await reader.page.getByRole('textbox').count()).toBe(0)
      expect(await button(reader.page, 'Reopen').count()).toBe(0)

      await button(page, 'Reopen').click()
      await page.getByText('Draft since version 1').waitFor()
      await field(page, 'Headline').fill('Nobody asks.')
      await button(page, 'Submit the report').click()
      await reader.page.getByText(/^Submitted \d\d:\d\d by Eve, version 2$/).waitFor()
      await reader.page.getByText('Earlier versions').click()
      await reader.page.getByRole('button', { name: /^Version 1, / }).click()
      const dialog = reader.page.getByRole('dialog')
      await dialog.getByText('Meals go to whoever asks.').waitFor()
      await reader.page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await reader.page.getByText('Nobody asks.').waitFor()
    }))

  test('convener, note-taker and writer are three people: all three write, the convener and whom she names submit', () =>
    withTopic(async (it) => {
      const { them, topic, eve } = it
      const [bo, cy] = [await them.come('Bo'), await them.come('Cy')]
      const convener = await it.open('Eve', LAPTOP, eve)
      await convener.page.getByText('More to say').click()
      await convener.page.getByRole('combobox', { name: 'Notes by' }).selectOption({ label: 'Bo' })
      await convener.page.getByRole('combobox', { name: 'Written up by' }).selectOption({ label: 'Cy' })
      await eventually(() => {
        const report = them.farah.live.view?.reports[topic]
        expect([report?.noteTaker, report?.writer]).toEqual([bo.personId, cy.personId])
      })
      const notes = await it.open('Bo', LAPTOP, bo)
      await field(notes.page, 'Next step').fill('Ask the school')
      const writer = await it.open('Cy', PHONE, cy)
      await writer.page.getByText('More to say').click()
      await field(writer.page, 'What was said').fill('Much, and kindly.')
      await eventually(() =>
        expect([textOf(it, 'next'), textOf(it, 'said')]).toEqual(['Ask the school', 'Much, and kindly.']),
      )
      expect(await button(notes.page, 'Submit the report').count()).toBe(0)
      await notes.page.getByText('Its conveners submit it.').waitFor()
      await convener.page
        .getByRole('combobox', { name: 'Let somebody fill it in…' })
        .selectOption({ label: 'Bo' })
      await field(notes.page, 'Headline').fill('Meals go to whoever asks.')
      await button(notes.page, 'Submit the report').click()
      await writer.page.getByText(/^Submitted \d\d:\d\d by Bo, version 1$/).waitFor()
      // He was writing, and is not interrupted: it is there to read when he looks up.
      await field(writer.page, 'What was said').blur()
      await writer.page.getByText('Notes by Bo').waitFor()
      await writer.page.getByText('Written up by Cy').waitFor()
    }))

  test('nobody is interrupted when another submits, and what they add can be submitted anew', () =>
    withTopic(async (it) => {
      const { them, topic, eve } = it
      const bo = await them.come('Bo')
      await eve.live.give({ type: 'report.jobs', topic, helper: { person: bo.personId, isOn: true } })
      const [one, two] = [await it.open('Eve', LAPTOP, eve), await it.open('Bo', PHONE, bo)]
      await field(one.page, 'Headline').fill('Meals go to whoever asks.')
      await saved(one.page)
      await field(two.page, 'Next step').pressSequentially('Ask')
      await eventually(() => expect(textOf(it, 'next')).toBe('Ask'))
      await button(one.page, 'Submit the report').click()
      await two.page.getByText(/^Submitted \d\d:\d\d by Eve, version 1$/).waitFor()
      await two.page.keyboard.type(' the school')
      await eventually(() => expect(textOf(it, 'next')).toBe('Ask the school'))
      await one.page.getByText('Something was written after it was submitted.').waitFor()
      await two.page.keyboard.press('Tab')
      await two.page.keyboard.press('Tab')
      await button(two.page, 'Submit it as it is now').click()
      await one.page.getByText(/^Submitted \d\d:\d\d by Bo, version 2$/).waitFor()
    }))

  test('a facilitator reads others’ reports, and fills one in only when they say so: its conveners are told', () =>
    withTopic(async (it) => {
      const { them, topic, eve } = it
      const { page } = await it.open('Farah', LAPTOP, them.farah)
      await page.getByText('Nothing written yet').waitFor()
      expect(await page.getByRole('textbox').count()).toBe(0)
      await button(page, 'Fill it in for them').click()
      await field(page, 'Headline').fill('Farah wrote this for Eve.')
      await eventually(() => expect(textOf(it, 'headline')).toBe('Farah wrote this for Eve.'))
      await eventually(() =>
        expect(eve.live.view?.me.topics.notices.map((notice) => [notice.kind, notice.topic])).toContainEqual([
          'acted',
          topic,
        ]),
      )
    }))

  test('A24 Eve alone writes three notes, submits and goes: nothing is cancelled, the report stands', () =>
    withTopic(async (it) => {
      const { them, topic, eve } = it
      await it.write(eve, 'Forms are too long', 'Shame keeps people away', 'Ask the cooks')
      const { page } = await it.open('Eve', LAPTOP, eve)
      await page.getByRole('emphasis').getByText('Shame keeps people away').waitFor()
      await field(page, 'Headline').fill('Shame costs more than meals.')
      await page.getByText('More to say').click()
      await page.getByRole('checkbox', { name: 'Eve' }).waitFor()
      await page.getByRole('combobox', { name: 'A note to quote' }).selectOption({ label: 'Ask the cooks' })
      await button(page, 'Submit the report').click()
      await page.getByText(/^Submitted /).waitFor()
      await page.getByText('1 person took part').waitFor()
      const [, , elsewhere = ''] = breakouts(them)
      await eve.live.give({ type: 'space.enter', space: elsewhere })
      const reader = await it.open('Gwen', PHONE)
      await reader.page.getByText('Going on now', { exact: false }).first().waitFor()
      await reader.page.getByRole('heading', { name: 'Main points' }).waitFor()
      for (const words of ['Shame costs more than meals.', 'Forms are too long', 'Shame keeps people away'])
        await reader.page.getByText(words).waitFor()
      expect(await reader.page.locator('blockquote').innerText()).toBe('Ask the cooks')
      const view = them.farah.live.view
      expect([view?.topics[topic]?.state, view?.reports[topic]?.isSubmitted]).toEqual(['running', true])
      // Whom others name as having been there takes themselves out again (OS-12).
      const [gwen = ''] =
        Object.entries(view?.people ?? {}).findLast(([, { name }]) => name.startsWith('Gwen')) ?? []
      await eve.live.give({ type: 'report.people', topic, add: [gwen], remove: [] })
      await reader.page.getByText('You are counted among those who took part.').waitFor()
      await button(reader.page, 'Take me out').click()
      await reader.page.getByText('You are counted among those who took part.').waitFor({ state: 'detached' })
      await reader.page.getByText('1 person took part').waitFor()
    }))
})

describe('the course of a topic', () => {
  test('A31 it is over when its convener says so; words that come later are marked', () =>
    withTopic(async (it) => {
      const { them, topic, eve } = it
      await it.write(eve, 'In time')
      const [{ page }, reader] = [await it.open('Eve', LAPTOP, eve), await it.open('Gwen', PHONE)]
      await page.getByRole('emphasis').getByText('In time').waitFor()
      await button(page, 'It’s over…').click()
      await button(page, 'Yes, it’s over').click()
      await reader.page.getByText(/^Over since /).waitFor()
      await page.getByRole('link', { name: 'See where the others are' }).waitFor()
      await it.write(eve, 'Too late for the round')
      const late = reader.page.locator('li', { hasText: 'Too late for the round' })
      await late.getByText('after the round').waitFor()
      expect(await reader.page.getByText('after the round').count()).toBe(1)
      expect(them.farah.live.view?.topics[topic]?.state).toBe('ended')
      // It goes on in another round, on the same board.
      await button(page, 'Go on in another round…').click()
      await page.getByRole('dialog', { name: 'Where and when?' }).waitFor()
      await reader.page.getByText('It goes on as').waitFor()
    }))

  test('a participant goes there by the one button, an observer only reads', () =>
    withTopic(async (it) => {
      const { them, topic } = it
      const gwen = await it.open('Gwen')
      await gwen.page.getByRole('button', { name: /^Go there: / }).click()
      await gwen.page.getByRole('group', { name: 'How the board is shown' }).waitFor()
      const olu = await it.open('Olu', LAPTOP, await them.come('Olu', them.keys.observer))
      expect(await olu.page.getByRole('textbox').count()).toBe(0)
      expect(await button(olu.page, 'Sign up').count()).toBe(0)
      await olu.page.getByRole('heading', { level: 2, name: 'Report' }).waitFor()
      await olu.page.goto(`${server.url}/w/${them.id}/t/${topic}x`)
      await olu.page.getByRole('heading', { name: 'That topic is not here' }).waitFor()
    }))

  test('by keyboard alone, without barriers, on a laptop, a phone and in the dark', () =>
    withTopic(async (it) => {
      await it.write(it.eve, 'A note')
      const { page } = await it.open('Eve', LAPTOP, it.eve)
      await field(page, 'Headline').focus()
      await page.keyboard.type('By keyboard.')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Next')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Said')
      await eventually(() =>
        expect([textOf(it, 'headline'), textOf(it, 'next'), textOf(it, 'said')]).toEqual([
          'By keyboard.',
          'Next',
          'Said',
        ]),
      )
      expect(await seriousFindings(page)).toEqual([])
      for (const colorScheme of ['light', 'dark'] as const) {
        const phone = await it.open('Lev', { width: 360, height: 740 })
        await phone.page.emulateMedia({ colorScheme })
        expect(await seriousFindings(phone.page)).toEqual([])
        const [wide, shown] = await phone.page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ])
        expect(wide).toBeLessThanOrEqual(shown ?? 0)
      }
    }))
})
