/** What minutes bring about, on a server whose clock is moved on: a convener who does not come, and the end of the grace. */
import { describe, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import type { Guest } from '../support/browser.ts'
import { PHONE } from '../support/browser.ts'
import { go, ledWorkshops, notice, viewOf } from '../support/led.ts'
import { eventually, show } from '../support/screens.ts'
import { giveAs, MARKETPLACE, prepare, SHORT_ROUND, stageOf } from '../support/topicRound.ts'

const { arrive, lead, passTime } = ledWorkshops({ isClockMovable: true })

const MINUTE_MS = 60_000
const QUESTION = 'What kind of leadership does a place need?'
const TAKE_OVER = 'Take over as convener'
/** A browser that is told nothing asks for the server's time every 20 s; with plenty to spare, in ms. */
const SLOW = { timeout: 60_000 }

/** Ama's topic in the first of two spaces, its round on. */
async function oneTopic() {
  const { made, farah } = await lead()
  const [space = ''] = await prepare(farah, 2, [MARKETPLACE, SHORT_ROUND])
  await go(farah, 'Marketplace')
  const ama = await arrive(made, 'join', 'Ama')
  await giveAs(ama, made, { type: 'topic.offer', question: QUESTION })
  const idOf = (): string => Object.keys(viewOf(farah).topics)[0] ?? ''
  await eventually(() => expect(idOf()).not.toBe(''))
  const topic = idOf()
  const place = { round: stageOf(farah, 'Round 1'), space, time: '', where: '' }
  await giveAs(ama, made, { type: 'topic.place', topic, place })
  await go(farah, 'Round 1')
  await eventually(() => expect(viewOf(farah).topics[topic]?.board ?? '').not.toBe(''))
  /** Whose topic it is, by name. */
  const conveners = (): readonly (string | undefined)[] =>
    viewOf(farah).topics[topic]?.conveners.map((id) => viewOf(farah).people[id]?.name) ?? []
  return { made, farah, ama, topic, conveners }
}

/** Goes to the topic's space. */
async function join({ page }: Guest, topic: string): Promise<void> {
  await page.locator(`[data-topic="${topic}"]`).getByRole('button', { name: 'Go there' }).click()
  await page.locator('[data-board-topic]').getByText('Offered by Ama').waitFor()
}

describe('a convener who does not come', () => {
  test('after three minutes, and no sooner, somebody who is there takes over; both are named, and she who offered it is told', async () => {
    const { made, farah, ama, topic, conveners } = await oneTopic()
    const dan = await arrive(made, 'join', 'Dan', PHONE)
    const yan = await arrive(made, 'join', 'Yan')
    await join(dan, topic)
    await ama.page.getByRole('button', { name: 'Open the board' }).click()
    const inSpace = () => Object.values(viewOf(farah).people).find(({ name }) => name === 'Ama')?.place?.space
    await eventually(() => expect(inSpace()).toBe(viewOf(farah).topics[topic]?.place?.space))
    const button = (guest: Guest) => guest.page.getByRole('button', { name: TAKE_OVER })
    /** Everybody's browser learns what the time is with whatever it is told next. */
    const tell = async (words: string): Promise<void> => {
      await farah.give({ type: 'announce', text: words })
      await Promise.all([dan, yan].map((guest) => notice(guest, words).waitFor()))
    }

    // While she is there nobody is asked, however long it takes.
    await passTime(10 * MINUTE_MS)
    await tell('Ten minutes have gone')
    expect(await button(dan).count()).toBe(0)

    const wasAt = ama.page.url()
    await ama.page.goto('about:blank')
    const there = () => Object.values(viewOf(farah).people).find(({ name }) => name === 'Ama')?.at
    await eventually(() => expect(there()).toBeNull())
    await passTime(2 * MINUTE_MS)
    await tell('Two more have gone')
    expect(await button(dan).count()).toBe(0)

    await passTime(MINUTE_MS)
    await tell('Three more have gone')
    await button(dan).waitFor(SLOW)
    expect(await seriousFindings(dan.page)).toEqual([])
    // Whoever is somewhere else does not look after it.
    expect(await button(yan).count()).toBe(0)
    await button(dan).tap()
    await eventually(() => expect(conveners()).toEqual(['Ama', 'Dan']))
    await dan.page.locator('[data-board-topic]').getByText('Offered by Ama and Dan').waitFor()
    await button(dan).waitFor({ state: 'detached' })
    await dan.page.getByRole('button', { name: 'More for this topic' }).waitFor()

    // She comes back: it is hers still, and she is told.
    await ama.page.goto(wasAt)
    await notice(ama, `Dan has taken over “${QUESTION}” while you were away.`).waitFor()
    for (const other of [dan, yan]) expect(await notice(other, 'has taken over').count()).toBe(0)
    expect(conveners()).toEqual(['Ama', 'Dan'])
  })
})

describe('the grace', () => {
  test('[OS-16] is over by time alone, on a screen that nobody touches', async () => {
    const { made, farah, topic } = await oneTopic()
    await farah.give({ type: 'timer.start', minutes: 5 })
    const bo = await arrive(made, 'join', 'Bo')
    await join(bo, topic)
    await show(bo, 'List')
    await passTime(5 * MINUTE_MS)
    await notice(bo, 'The round is over. Two more minutes to finish your sentence.').waitFor(SLOW)
    const over = bo.page.locator('[data-board-topic]').getByText(/^It was over at/)
    expect(viewOf(farah).topics[topic]?.state).toBe('running')
    expect(await over.count()).toBe(0)

    await passTime(2 * MINUTE_MS)
    await over.waitFor(SLOW)
    expect(viewOf(farah).topics[topic]).toMatchObject({ state: 'ended' })
  })
})
