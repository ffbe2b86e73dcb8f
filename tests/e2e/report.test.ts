/** Reports of topics on the screens: written by several at once, kept through a lost line, submitted, reopened, read. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { topicResult } from '@moot/protocol'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, LAPTOP, openGuest, PHONE } from '../support/browser.ts'
import type { Crowd, Member } from '../support/crowd.ts'
import { crowd } from '../support/crowd.ts'
import { eventually } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { startServer } from '../support/startServer.ts'
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
    const { page } = guest
    if (member === undefined) {
      await page.goto(`${server.url}/w/${them.id}#j.${them.keys.join}`)
      await page.getByRole('textbox', { name: 'Your name' }).fill(name)
      await page.getByRole('button', { name: 'Join', exact: true }).click()
    } else {
      const code = await member.live.give({ type: 'person.rejoinCode', person: member.personId })
      if (typeof code !== 'object' || code === null || !('code' in code)) throw new Error('no code')
      await page.goto(`${server.url}/w/${them.id}#r.${String(code.code)}`)
      await page.getByRole('button', { name: 'Carry on here' }).click()
    }
    await page.locator('[data-frame-menu]').waitFor()
    await page.goto(`${server.url}/w/${them.id}/t/${topic}`)
    await page.getByRole('heading', { level: 1, name: QUESTION }).waitFor()
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
})
