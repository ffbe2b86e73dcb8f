import { describe, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import type { Guest } from '../support/browser.ts'
import { LAPTOP, PHONE } from '../support/browser.ts'
import { go, ledWorkshops, notice, SMALL_PHONE, viewOf } from '../support/led.ts'
import { eventually, show, writeInList } from '../support/screens.ts'
import { giveAs, MARKETPLACE, NEWS, offer, prepare, SHORT_ROUND, stageOf } from '../support/topicRound.ts'

const { arrive, connect, lead } = ledWorkshops()

const QUESTIONS = [
  'What kind of leadership does a place need?',
  'Data that helps people learn',
  'Tenders small charities can win',
  'Staff safety when remote',
  'Unclaimed school meals',
  'What neighbours did',
] as const

/** Six topics of a round in six spaces, each with its convener at a bare connection; the round has not begun. */
async function sixTopics() {
  const { made, farah } = await lead()
  const spaces = await prepare(farah, 6, [
    MARKETPLACE,
    SHORT_ROUND,
    NEWS,
    { ...SHORT_ROUND, title: 'Round 2' },
  ])
  await go(farah, 'Marketplace')
  const round = stageOf(farah, 'Round 1')
  const conveners = []
  const topics = []
  for (const [at, name] of ['Ama', 'Cy', 'Tia', 'Uma', 'Eve', 'Bea'].entries()) {
    const convener = await connect(made, 'join', name)
    conveners.push(convener)
    topics.push(await offer(convener, QUESTIONS[at] ?? '', { round, space: spaces[at] ?? '' }))
  }
  return { made, farah, spaces, conveners, topics }
}

/** Writes a note on the board that is on the screen. */
async function write(guest: Guest, words: string): Promise<void> {
  await show(guest, 'List')
  await writeInList(guest, [words])
}

const topicItem = ({ page }: Guest, topic: string) => page.locator(`[data-topic="${topic}"]`)

describe('open space on the screens that are there anyway', () => {
  test('[A12] who joins while topics are chosen reads how many there are and offers one of their own at once', async () => {
    const { made, farah } = await sixTopics()
    const lena = await arrive(made, 'join', 'Lena')
    const { page } = lena
    await page.getByText('Choosing topics. 6 offered so far. You can offer one too.').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('main').getByRole('button', { name: 'Offer a topic' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').first().fill('Who looks after the carers?')
    await page.keyboard.press('Control+Enter')
    await eventually(() => {
      const asked = Object.values(viewOf(farah).topics).map(({ questions }) => questions[0]?.text)
      expect(asked).toContain('Who looks after the carers?')
    })
    await page.keyboard.press('Escape')
    await page.getByText('Choosing topics. 7 offered so far.').waitFor()
    const own = page.getByRole('region', { name: 'Your topics' })
    await own.getByText('Not placed yet').waitFor()
    await own.getByRole('button', { name: 'Place it: Who looks after the carers?' }).waitFor()
    const olu = await arrive(made, 'observer', 'Olu', PHONE)
    await olu.page.getByText('Choosing topics. 7 offered so far.').waitFor()
    expect(await olu.page.getByRole('main').getByRole('button', { name: 'Offer a topic' }).count()).toBe(0)
    await olu.page.getByRole('button', { name: 'See all topics' }).waitFor()
  })

  test('[A27] who comes in the middle of a round sees its topics with their latest lines and the minutes left, and picks one', async () => {
    const { made, farah, topics, spaces } = await sixTopics()
    await go(farah, 'Round 1')
    await farah.give({ type: 'timer.start', minutes: 7 })
    const cy = await arrive(made, 'join', 'Dan')
    await topicItem(cy, topics[1] ?? '')
      .getByRole('button', { name: 'Go there' })
      .click()
    await write(cy, 'Who owns the data?')

    const lev = await arrive(made, 'join', 'Lev', SMALL_PHONE)
    const { page } = lev
    await page.getByRole('heading', { name: /6 topics in this round.*minutes left/ }).waitFor()
    const second = topicItem(lev, topics[1] ?? '')
    await second.getByText('“Who owns the data?”').waitFor()
    await second.getByText('Offered by Cy').waitFor()
    expect(await page.locator('[data-topic]').count()).toBe(6)
    // Hallway and help are there, too, and what the law of mobility is for who asks.
    for (const place of ['Hallway', 'Help'])
      await page.getByRole('button', { name: new RegExp(`^Go there: ${place}`) }).waitFor()
    await page.getByText('How it works').click()
    for (const words of ['The law of mobility', 'Bumblebees', 'Butterflies'])
      await page.getByText(words, { exact: true }).waitFor()
    expect(await seriousFindings(page)).toEqual([])

    // What one signed up for comes first; it holds nobody.
    await farah.give({ type: 'timer.extend', minutes: 1 })
    const me = Object.entries(viewOf(farah).people).find(([, { name }]) => name === 'Lev')?.[0] ?? ''
    expect(me).not.toBe('')
    await second.getByRole('button', { name: 'Go there: Space 2, Data that helps people learn' }).click()
    await page.getByRole('heading', { level: 2, name: 'Data that helps people learn' }).waitFor()
    await page.getByText('Who owns the data?').waitFor()
    await eventually(() => expect(viewOf(farah).people[me]?.place?.space).toBe(spaces[1]))
    // Whoever is somewhere has both beside them as well, however many spaces there are.
    await cy.page.getByRole('link', { name: 'Now', exact: true }).first().click()
    for (const place of ['Hallway', /^Help/])
      await cy.page.getByRole('region', { name: 'Other spaces' }).getByText(place).waitFor()
  })

  test('[A19] who offered a topic, or signed up for one alone, is led to its space and told the room’s exact name', async () => {
    const { made, farah, topics } = await sixTopics()
    const sam = await arrive(made, 'join', 'Sam')
    const mo = await arrive(made, 'join', 'Mo', PHONE)
    for (const [guest, topic] of [
      [sam, topics[3]],
      [mo, topics[0]],
      [mo, topics[5]],
    ] as const)
      await giveAs(guest, made, { type: 'topic.signUp', topic: topic ?? '', isOn: true })
    await go(farah, 'Round 1')
    await sam.page.getByRole('heading', { level: 1, name: 'Staff safety when remote' }).waitFor()
    await sam.page.getByRole('main').getByText('Room 4').waitFor()
    await sam.page.getByText('You signed up for this.').waitFor()
    // Two are too many to be led: they come first.
    await mo.page.getByRole('heading', { name: 'You signed up for these' }).waitFor()
    const order = await mo.page
      .locator('[data-topic]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-topic')))
    expect(new Set(order.slice(0, 2))).toEqual(new Set([topics[0], topics[5]]))
  })

  test('[A22] going from topic to topic asks nothing; each board shows its question and the notes so far', async () => {
    const { made, farah, topics } = await sixTopics()
    await go(farah, 'Round 1')
    const dan = await arrive(made, 'join', 'Dan')
    await topicItem(dan, topics[0] ?? '')
      .getByRole('button', { name: 'Go there' })
      .click()
    await write(dan, 'Leading is listening')
    const zoe = await arrive(made, 'join', 'Zoe')
    const { page } = zoe
    for (const at of [0, 1, 5]) {
      await page.getByRole('link', { name: 'Spaces' }).first().click()
      await page.getByRole('button', { name: new RegExp(`^Go there: Space ${at + 1}\\b`) }).click()
      await page.getByRole('heading', { name: QUESTIONS[at] ?? '', level: 1 }).waitFor({ state: 'attached' })
      await page.locator('[data-board-topic]').getByText('Offered by').waitFor()
      expect(await page.getByRole('dialog').count()).toBe(0)
      expect(await page.getByRole('alertdialog').count()).toBe(0)
      expect(await page.locator('[data-notice]').count()).toBe(0)
      if (at === 0) {
        await show(zoe, 'List')
        await page.getByText('Leading is listening').waitFor()
      }
    }
    // Nobody where she was is told.
    expect(await dan.page.locator('[data-notice]').count()).toBe(0)
  })

  test('[A23] a conversation in the hallway has a board of its own', async () => {
    const { made, farah } = await sixTopics()
    await go(farah, 'Round 1')
    const butterfly = await arrive(made, 'join', 'Yan')
    await butterfly.page.getByRole('button', { name: /^Go there: Hallway/ }).click()
    await write(butterfly, 'We met by chance')
    const other = await arrive(made, 'join', 'Zoe', PHONE)
    await other.page.getByRole('button', { name: /^Go there: Hallway/ }).click()
    await other.page.getByText('We met by chance').waitFor()
  })

  test('[A25] at half-time a space with few notes, and no other, is asked who takes them; one tap names somebody', async () => {
    const { made, farah, spaces, topics } = await sixTopics()
    await go(farah, 'Round 1')
    const there = async (name: string, at: number) => {
      const guest = await arrive(made, 'join', name)
      await topicItem(guest, topics[at] ?? '')
        .getByRole('button', { name: 'Go there' })
        .click()
      await show(guest, 'List')
      return guest
    }
    const ina = await there('Ina', 3)
    const sol = await there('Sol', 3)
    const dan = await there('Dan', 0)
    await writeInList(ina, ['Check in, ask twice'])
    await writeInList(dan, ['Listening', 'Letting go', 'Saying no'])
    const nadia = await arrive(made, 'facilitator', 'Nadia')
    await farah.give({ type: 'timer.start', minutes: 0.3 })
    await notice(ina, 'Few notes so far. Who is holding the pen?').waitFor()
    await notice(sol, 'Few notes so far.').waitFor()
    await farah.give({ type: 'timer.extend', minutes: 9 })
    // With three notes it is no question any more; once one of them is taken back it is again.
    await writeInList(ina, ['Two to a house', 'A number to ring'])
    for (const guest of [ina, sol]) await notice(guest, 'Few notes so far.').waitFor({ state: 'detached' })
    await ina.page.getByRole('button', { name: 'Undo', exact: true }).click()
    await notice(sol, 'Few notes so far.').waitFor()
    // It can wait, the time cannot: on a phone, which has one line, that is the last two minutes.
    await sol.page.setViewportSize(SMALL_PHONE)
    await farah.give({ type: 'timer.extend', minutes: -7.25 })
    await notice(sol, 'Two minutes left. Nobody is cut off.').waitFor()
    await notice(sol, 'Few notes so far.').waitFor({ state: 'hidden' })
    await notice(ina, 'Few notes so far.').waitFor()
    expect(await seriousFindings(ina.page)).toEqual([])
    await notice(ina, 'Few notes so far.').getByRole('button', { name: 'Sol takes notes' }).click()
    await eventually(() => {
      const sols = Object.entries(viewOf(farah).people).find(([, { name }]) => name === 'Sol')?.[0]
      expect(viewOf(farah).spaces[spaces[3] ?? '']?.noteTaker).toBe(sols)
    })
    // Everybody who is there reads who holds the pen.
    await ina.page.getByText('Sol takes notes · Offered by Uma').waitFor()
    await sol.page.getByText('You take notes · Offered by Uma').waitFor()
    // Whoever is named is not asked again.
    await notice(sol, 'Few notes so far.').waitFor({ state: 'detached' })
    for (const other of [dan, nadia]) expect(await notice(other, 'Few notes so far.').count()).toBe(0)
  })

  test('[A26] somebody whose line breaks in mid-sentence leaves their last saved words, and nobody is shown an error', async () => {
    const { made, farah, topics } = await sixTopics()
    await go(farah, 'Round 1')
    const dan = await arrive(made, 'join', 'Dan')
    await topicItem(dan, topics[1] ?? '')
      .getByRole('button', { name: 'Go there' })
      .click()
    await show(dan, 'List')
    await writeInList(dan, ['Data should'])
    await dan.page.getByRole('button', { name: /^Edit: Data should/ }).click()
    await dan.page.keyboard.press('End')
    await dan.page.keyboard.type(' belong to')
    const ama = await arrive(made, 'join', 'Ina')
    await topicItem(ama, topics[1] ?? '')
      .getByRole('button', { name: 'Go there' })
      .click()
    await show(ama, 'List')
    await ama.page.getByText('Data should belong to').waitFor()
    await dan.context.close()
    await eventually(async () => expect(await ama.page.getByText('Dan is writing').count()).toBe(0))
    await ama.page.getByText('Data should belong to').waitFor()
    expect(await ama.page.getByRole('alert').count()).toBe(0)
    expect(await ama.page.locator('[data-notice]').count()).toBe(0)
  })

  test('[A30, A31] the end cuts nobody off; what comes later is marked in list, canvas and write-up, for everybody', async () => {
    const { made, farah, topics } = await sixTopics()
    await go(farah, 'Round 1')
    await farah.give({ type: 'timer.start', minutes: 0.2 })
    const bo = await arrive(made, 'join', 'Bo')
    await topicItem(bo, topics[0] ?? '')
      .getByRole('button', { name: 'Go there' })
      .click()
    const { page } = bo
    await show(bo, 'List')
    await writeInList(bo, ['In time'])
    const field = page.getByRole('textbox', { name: /^Write a note/ }).first()
    await field.focus()
    await page.keyboard.type('Written across ')
    await notice(bo, 'The round is over. Two more minutes to finish your sentence.').waitFor()
    await page.keyboard.type('the end')
    expect(await field.inputValue()).toBe('Written across the end')
    await page.keyboard.press('Enter')
    const note = (words: string) => page.locator('[data-note]').filter({ hasText: words })
    await note('Written across the end').getByText('after the round').waitFor()
    expect(await note('In time').getByText('after the round').count()).toBe(0)

    // On the canvas in words as well; and for whoever comes later, when everybody is somewhere else.
    await go(farah, 'News')
    const mo = await arrive(made, 'join', 'Mo', LAPTOP)
    const board = viewOf(farah).topics[topics[0] ?? '']?.board ?? ''
    await mo.page.goto(`${mo.page.url().split('/now')[0] ?? ''}/b/${board}`)
    await show(mo, 'Canvas')
    await mo.page.locator('.moot-note-origin', { hasText: 'after the round' }).waitFor()
    expect(await mo.page.locator('.moot-note-origin').count()).toBe(1)
    await show(mo, 'List')
    await mo.page.locator('[data-note]').filter({ hasText: 'after the round' }).waitFor()
    expect(await seriousFindings(mo.page)).toEqual([])

    // And in what everybody takes home.
    await mo.page.goto(`${mo.page.url().split('/b/')[0] ?? ''}/write-up`)
    const written = (words: string) => mo.page.getByRole('listitem').filter({ hasText: words })
    await written('Written across the end').getByText('[after the round]').waitFor()
    expect(await written('In time').getByText('after the round').count()).toBe(0)
  })

  test('[A30] one topic that got more time ends by its own; the others end with the round', async () => {
    const { made, farah, topics } = await sixTopics()
    await go(farah, 'Round 1')
    await farah.give({ type: 'timer.start', minutes: 0.2 })
    await farah.give({ type: 'topic.extend', topic: topics[0] ?? '', minutes: 5 })
    const bo = await arrive(made, 'join', 'Bo')
    await topicItem(bo, topics[0] ?? '')
      .getByRole('button', { name: 'Go there' })
      .click()
    await bo.page
      .locator('[data-board-topic]')
      .getByText(/\d:\d\d left/)
      .waitFor()
    const yan = await arrive(made, 'join', 'Yan')
    await topicItem(yan, topics[1] ?? '')
      .getByRole('button', { name: 'Go there' })
      .click()
    await notice(yan, 'The round is over.').waitFor()
    expect(await notice(bo, 'The round is over.').count()).toBe(0)
  })

  test('its convener ends it behind a small menu; who is there reads so and finds the report and the other spaces', async () => {
    const { made, farah, spaces } = await sixTopics()
    const gwen = await arrive(made, 'join', 'Gwen')
    const round = stageOf(farah, 'Round 2')
    await gwen.page.getByRole('main').getByRole('button', { name: 'Offer a topic' }).click()
    await gwen.page.getByRole('dialog').getByRole('textbox').first().fill('Phones and paper still matter')
    await gwen.page.keyboard.press('Control+Enter')
    const idOf = () =>
      Object.values(viewOf(farah).topics).find(
        ({ questions }) => questions[0]?.text === 'Phones and paper still matter',
      )?.id
    await eventually(() => expect(idOf()).toBeDefined())
    await gwen.page.keyboard.press('Escape')
    await farah.give({
      type: 'topic.place',
      topic: idOf() ?? '',
      place: { round, space: spaces[0] ?? '', time: '', where: '' },
    })
    await go(farah, 'Round 2')
    await gwen.page.getByRole('button', { name: 'Open the board' }).click()
    const head = gwen.page.locator('[data-board-topic]')
    await gwen.page
      .getByRole('heading', { level: 1, name: 'Phones and paper still matter' })
      .waitFor({ state: 'attached' })
    const bo = await arrive(made, 'join', 'Bo', PHONE)
    await topicItem(bo, idOf() ?? '')
      .getByRole('button', { name: 'Go there' })
      .click()
    await bo.page.locator('[data-board-topic]').waitFor()
    expect(await bo.page.getByRole('button', { name: 'More for this topic' }).count()).toBe(0)
    // A facilitator is asked the same before it, wherever they end it from.
    const theo = await arrive(made, 'facilitator', 'Theo')
    await theo.page.getByRole('link', { name: 'Spaces' }).first().click()
    await theo.page.getByRole('group', { name: 'What can be done for all spaces' }).waitFor()
    await theo.page
      .getByRole('button', { name: /^More for / })
      .first()
      .click()
    await theo.page.getByRole('menuitem', { name: 'It’s over…' }).click()
    const asked = theo.page.getByRole('dialog', { name: 'Is it over?' })
    await asked.getByText('Those who offered it are told.').waitFor()
    await asked.getByRole('button', { name: 'Not yet' }).click()
    await asked.waitFor({ state: 'detached' })
    await head.getByRole('button', { name: 'More for this topic' }).click()
    await gwen.page.getByRole('menuitem', { name: 'It’s over…' }).click()
    await gwen.page.getByRole('dialog', { name: 'Is it over?' }).waitFor()
    await gwen.page.getByRole('button', { name: 'Yes, it’s over' }).click()
    await notice(bo, 'This conversation is over. You can still write').waitFor()
    expect(await seriousFindings(bo.page)).toEqual([])
    await notice(bo, 'This conversation is over.').getByRole('button', { name: 'See all spaces' }).click()
    await bo.page.getByRole('heading', { level: 1, name: /Round 2/ }).waitFor()
  })

  test('Run sets up an open space, says what the next round opens and what waits for a place, and adds one more round', async () => {
    const { made, farah } = await lead()
    const theo = await arrive(made, 'facilitator', 'Theo')
    const { page } = theo
    const run = page.getByRole('complementary', { name: 'Run' })
    const add = async (item: string) => {
      await run.getByRole('button', { name: 'Add…', exact: true }).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    // Without a running order the panel is folded away.
    await page.getByRole('button', { name: 'Run: show the panel' }).click()
    await add('Open space…')
    const dialog = page.getByRole('dialog', { name: 'Open space' })
    await dialog.getByRole('spinbutton', { name: 'Spaces' }).fill('3')
    await dialog.getByRole('radio', { name: 'only how many' }).check()
    expect(await seriousFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Set it up' }).click()
    await eventually(() => {
      const rows = Object.values(viewOf(farah).stages).toSorted((a, b) => a.order - b.order)
      expect(rows.map(({ title, minutes }) => [title, minutes])).toEqual([
        ['Marketplace', 15],
        ['Round 1', 22],
        ['Round 2', 22],
      ])
      expect(viewOf(farah).market.signUps).toBe('counts')
    })
    await add('One more round')
    await page.getByText('Round 3 is in the running order.').first().waitFor()
    await go(farah, 'Marketplace')
    const ama = await connect(made, 'join', 'Ama')
    const [space] = Object.entries(viewOf(farah).spaces)
      .filter(([, { kind, isHidden }]) => kind === 'breakout' && !isHidden)
      .toSorted(([, a], [, b]) => a.number - b.number)
      .map(([id]) => id)
    await offer(ama, QUESTIONS[0], { round: stageOf(farah, 'Round 1'), space: space ?? '' })
    await offer(ama, QUESTIONS[1])
    await run.getByText('It opens 1 topic:').click()
    await run.getByText('Without a topic: Space 2, Space 3').waitFor()
    await run.getByText('1 topic has no place yet.').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await run.getByRole('button', { name: 'Next: Round 1' }).click()
    await run.getByText('22 min · 1 topic · 1 space').waitFor()
    await run.getByRole('button', { name: 'More about the time' }).click()
    await page.getByRole('menuitem', { name: 'Give one space more time' }).press('ArrowRight')
    await page.getByRole('menuitem', { name: /^R1·1 What kind of leadership/ }).click()
    await eventually(() => {
      const { topics, now } = viewOf(farah)
      const topic = Object.values(topics).find(({ state }) => state === 'running')
      expect((topic?.ends ?? 0) - (now.timer?.ends ?? 0)).toBe(5 * 60_000)
    })
  })
})
