/** *Looks close to…*: two topics that may be about the same. Their conveners alone are told, and they decide. */
import { expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import { LAPTOP } from '../support/browser.ts'
import { ledWorkshops, SMALL_PHONE, viewOf } from '../support/led.ts'
import type { Made } from '../support/led.ts'
import { eventually } from '../support/screens.ts'
import { giveAs } from '../support/topicRound.ts'

const { arrive, lead } = ledWorkshops()

const AMAS = 'How do we keep the library open at night?'
const BOS = 'Keeping the library open at night'
const HINT = 'Looks close to'

/** Somebody on the Topics screen, with everything that their browser was sent. */
async function atTopics(made: Made, name: string, role: 'join' | 'facilitator' = 'join', device = LAPTOP) {
  const frames: string[] = []
  const guest = await arrive(made, role, name, device, {
    before: async ({ page }) => {
      page.on('websocket', (socket) =>
        socket.on('framereceived', ({ payload }) => frames.push(payload.toString())),
      )
    },
  })
  const { page } = guest
  await page.getByRole('link', { name: 'Topics' }).first().click()
  await page.getByText('How it works').waitFor()
  /** Pairs of topics in what came: the only thing that says that two look alike. */
  const pairs = (): number => frames.filter((frame) => /"close":\[\{/.test(frame)).length
  const hint = (question: string) => page.getByText(`${HINT} “${question}”`)
  return { ...guest, guest, pairs, hint, frames }
}

test('the two conveners are told, nobody else, not even who leads; “They differ” puts it away for good', async () => {
  const { made, farah } = await lead()
  await farah.give({ type: 'market.prepare', rounds: 2, minutes: 22, spaces: 3 })
  const ama = await atTopics(made, 'Ama', 'join', SMALL_PHONE)
  const bo = await atTopics(made, 'Bo')
  const olu = await atTopics(made, 'Olu')
  const theo = await atTopics(made, 'Theo', 'facilitator')
  await giveAs(olu.guest, made, { type: 'topic.offer', question: 'Who feeds the swans?' })
  await giveAs(ama.guest, made, { type: 'topic.offer', question: AMAS })
  await ama.page.getByText(AMAS).first().waitFor()
  expect(await ama.page.getByText(HINT).count()).toBe(0)
  await giveAs(bo.guest, made, { type: 'topic.offer', question: BOS })

  await ama.hint(BOS).first().waitFor()
  await bo.hint(AMAS).first().waitFor()
  for (const { page } of [ama, bo]) expect(await seriousFindings(page)).toEqual([])
  expect(ama.pairs()).toBeGreaterThan(0)

  // The others see both topics, in the words of their conveners, and nothing about them.
  for (const other of [olu, theo]) {
    await other.page.getByText(AMAS).first().waitFor()
    await other.page.getByText(BOS).first().waitFor()
    expect(other.frames.some((frame) => frame.includes(BOS))).toBe(true)
    expect(other.pairs()).toBe(0)
    expect(await other.page.getByText(HINT).count()).toBe(0)
  }
  expect(farah.raw.some((frame) => /"close":\[\{/.test(frame))).toBe(false)

  // Each decides for themselves, and nothing happens to the topics.
  await ama.page.getByRole('button', { name: 'They differ' }).first().press('Enter')
  await eventually(async () => expect(await ama.page.getByText(HINT).count()).toBe(0))
  await ama.page.reload()
  await ama.page.getByText(AMAS).first().waitFor()
  expect(await ama.page.getByText(HINT).count()).toBe(0)
  await bo.hint(AMAS).first().waitFor()
  const all = Object.values(viewOf(farah).topics)
  expect(all.map(({ state, questions }) => [state, questions.length])).toEqual(all.map(() => ['posted', 1]))
  await bo.page.getByRole('button', { name: 'Join with…', exact: true }).first().press('Enter')
  // The first of them, though it was not the first to be offered: in a long list it would be out of sight.
  const first = bo.page.getByRole('dialog').getByRole('radio').first()
  await first.waitFor()
  expect(await first.evaluate((radio) => radio.closest('label')?.textContent)).toContain(AMAS)
  expect(await first.isChecked()).toBe(true)

  // Whoever asks, and whoever says yes, by keys: what was pressed is gone with it, and the focus is at their topic.
  const isAt = ({ page }: typeof ama, question: string) =>
    eventually(async () =>
      expect(
        await page.evaluate(() => document.activeElement?.closest('[data-topic]')?.textContent ?? ''),
      ).toContain(question),
    )
  await bo.page.getByRole('button', { name: 'Ask Ama' }).press('Enter')
  await bo.page.getByText('Waiting for the answer of Ama.').first().waitFor()
  await isAt(bo, BOS)
  await ama.page.getByRole('button', { name: 'Answer…' }).press('Enter')
  await ama.page.getByRole('button', { name: 'Join them' }).press('Enter')
  await ama.page.getByText(`Joined with: ${BOS}`).first().waitFor()
  await isAt(ama, AMAS)
})
