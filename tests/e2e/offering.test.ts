/** Offering topics: in private, in turns, joined, split, withdrawn; in real browsers, by keyboard. */
import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import type { Guest } from '../support/browser.ts'
import { focusName, listenIn } from '../support/heard.ts'
import type { Made } from '../support/led.ts'
import { ledWorkshops, notice, SMALL_PHONE, viewOf } from '../support/led.ts'
import type { LiveClient } from '../support/liveClient.ts'
import { eventually, writeInList } from '../support/screens.ts'

const { arrive, connect, lead } = ledWorkshops()

/** A workshop with a marketplace, two rounds and three spaces. */
async function market(): Promise<{ made: Made; farah: LiveClient }> {
  const { made, farah } = await lead()
  await farah.give({ type: 'market.prepare', rounds: 2, minutes: 22, spaces: 3 })
  return { made, farah }
}

const topicsScreen = async ({ page }: Guest): Promise<void> => {
  await page.getByRole('link', { name: 'Topics' }).first().click()
  await page.getByText('How it works').waitFor()
}
const idOf = (live: LiveClient, name: string): string => {
  const [id = ''] = Object.entries(viewOf(live).people).find(([, person]) => person.name === name) ?? []
  return id
}
const topicOf = (live: LiveClient, question: string) => {
  const topic = Object.values(viewOf(live).topics).find(({ questions }) => questions[0]?.text === question)
  if (topic === undefined) throw new Error(`No topic ${question}`)
  return topic
}
const button = ({ page }: Guest, name: string | RegExp): Locator =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).first()
/** A button by keyboard alone. */
const press = async (guest: Guest, name: string | RegExp): Promise<void> => button(guest, name).press('Enter')
const dialog = ({ page }: Guest): Locator => page.getByRole('dialog')
/** Chooses from a topic's menu by keyboard. */
async function fromTopicMenu(guest: Guest, question: string, item: string): Promise<void> {
  const chosen = guest.page.getByRole('menuitem', { name: item, exact: true })
  // A dialog that has just gone gives the focus back, and a menu that opens in the same moment closes over it.
  await eventually(async () => {
    if ((await chosen.count()) === 0) await press(guest, `More for ${question}`)
    expect(await chosen.isVisible()).toBe(true)
  })
  await chosen.press('Enter')
}
/** Until a bare connection has heard of it. */
const untilOffered = (live: LiveClient, question: string): Promise<void> =>
  eventually(() => expect(topicOf(live, question).questions.length).toBeGreaterThan(0))
/** The dialog by keyboard: where the focus is, the question, Enter. */
async function offer(guest: Guest, question: string, whom?: string): Promise<void> {
  const { page } = guest
  await press(guest, 'Offer a topic')
  if (whom !== undefined)
    await page.getByRole('combobox', { name: 'Whose topic is it?' }).selectOption({ label: whom })
  const field = dialog(guest).getByRole('textbox').first()
  await field.focus()
  await page.keyboard.type(question)
  await page.keyboard.press('Enter')
  await button(guest, 'Done').waitFor()
  await button(guest, 'Done').press('Enter')
  await dialog(guest).waitFor({ state: 'detached' })
}
const isWide = ({ page }: Guest): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

describe('offering a topic', () => {
  it('[OS-5] has two fields and one button; what was typed is there again after a reload, and can be discarded', async () => {
    const { made, farah } = await market()
    const sam = await arrive(made, 'join', 'Sam', SMALL_PHONE)
    const { page } = sam
    await topicsScreen(sam)
    await press(sam, 'Offer a topic')
    const field = page.getByRole('textbox', { name: 'Your question' })
    await eventually(async () => expect(await focusName(page)).toContain('Your question'))
    expect(await dialog(sam).getByRole('textbox').count()).toBe(2)
    const long = `${'Who decides what? '.repeat(9)}`.trim()
    await page.keyboard.type(long)
    await page.getByText(/letters more than 140\. You may/).waitFor()
    await page.getByText('Kept. Only you see it so far.').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    expect(await isWide(sam)).toBe(false)

    await page.reload()
    await press(sam, 'Offer a topic')
    await eventually(async () => expect(await field.inputValue()).toBe(long))
    await press(sam, 'Discard')
    await dialog(sam).waitFor({ state: 'detached' })
    await press(sam, 'Offer a topic')
    expect(await field.inputValue()).toBe('')

    // It blocks nobody: a long one is offered all the same.
    await field.fill(long)
    await press(sam, 'Offer it')
    await button(sam, 'Place it…').waitFor()
    await untilOffered(farah, long)
    expect(topicOf(farah, long).conveners).toEqual([idOf(farah, 'Sam')])
    // Only who has offered several is told how many.
    expect(await page.getByText('You have offered').count()).toBe(0)
    await press(sam, 'Done')
    await press(sam, 'Offer a topic')
    await field.fill('What else?')
    await press(sam, 'Offer it')
    await page.getByText('You have offered 2.').waitFor()
  })
})

describe('drafting in private, and turns', () => {
  it('[A10] [A11] thirteen draft, nobody sees whose or what; then they come one by one, with pass, later and next', async () => {
    const { made, farah } = await market()
    const frames: string[] = []
    const theo = await arrive(made, 'facilitator', 'Theo')
    const olu = await arrive(made, 'join', 'Olu', undefined, {
      before: async ({ page }) => {
        page.on('websocket', (socket) =>
          socket.on('framereceived', ({ payload }) => frames.push(payload.toString())),
        )
      },
    })
    const sam = await arrive(made, 'join', 'Sam', SMALL_PHONE)
    const hana = await arrive(made, 'join', 'Hana')
    const nadia = await connect(made, 'facilitator', 'Nadia')
    await eventually(() => expect(idOf(farah, 'Hana')).not.toBe(''))
    await farah.give({ type: 'person.assist', name: 'Bea', helper: idOf(farah, 'Hana') })
    await nadia.give({ type: 'person.assist', name: 'Pat', helper: viewOf(nadia).me.person })
    await Promise.all([theo, olu, sam, hana].map(topicsScreen))
    await press(theo, 'Write privately first')
    await Promise.all(
      [olu, sam].map(({ page }) => page.getByText('Nobody sees what you write until turns begin').waitFor()),
    )

    const secret = (name: string): string => `Secret question of ${name}?`
    await offer(sam, secret('Sam'))
    await offer(hana, secret('Bea'), 'Bea')
    const others = new Map<string, LiveClient>()
    const names = ['Ama', 'Bo', 'Cy', 'Di', 'Eve', 'Gwen', 'Mo', 'Tia', 'Uma', 'Lena']
    for (const name of names) {
      const live = await connect(made, 'join', name)
      others.set(name, live)
      await live.give({ type: 'topic.offer', question: secret(name) })
    }
    await eventually(() => expect(viewOf(nadia).me.assists).toHaveLength(1))
    await nadia.give({ type: 'topic.offer', question: secret('Pat'), as: viewOf(nadia).me.assists[0] ?? '' })
    for (const { page } of [theo, olu, sam]) await page.getByText('13 people are writing').waitFor()
    const written = ['Sam', 'Bea', ...names, 'Pat', 'Yan']
    const isHeardOf = (all: readonly string[]): boolean =>
      all.some((frame) => frame.includes('Secret question'))
    expect(frames.length).toBeGreaterThan(0)
    expect(isHeardOf(frames)).toBe(false)
    expect(isHeardOf(farah.raw)).toBe(false)
    expect(await olu.page.getByText('Secret question').count()).toBe(0)
    expect(await sam.page.getByText(secret('Sam')).count()).toBe(1)
    for (const guest of [theo, sam]) expect(await seriousFindings(guest.page)).toEqual([])

    // Sam is on the board when the turns begin.
    await sam.page.getByRole('link', { name: 'Board' }).first().click()
    // Pressed twice, as many do: the second press is not meant for the button that stands there then.
    const takeTurns = theo.page.getByRole('button', { name: 'Take turns', exact: true })
    await takeTurns.scrollIntoViewIfNeeded()
    const box = await takeTurns.boundingBox()
    const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 10]
    await theo.page.mouse.click(x, y, { clickCount: 2, delay: 150 })
    await theo.page.getByText('12 to come').waitFor()
    expect(await theo.page.getByRole('dialog').count()).toBe(0)
    const came: string[] = []
    let wasLater = false
    // One turn more than there are drafts, with that of Yan, who comes late: Sam comes twice.
    for (let count = 0; count < 15; count += 1) {
      await eventually(() => expect(viewOf(farah).market.turn).not.toBeNull())
      const { turn } = viewOf(farah).market
      if (turn === null) break
      const name = viewOf(farah).people[turn.person]?.name ?? ''
      came.push(name)
      await theo.page.getByText(`${name}’s turn`).first().waitFor()
      // What is said aloud is on nobody else's screen before it is posted.
      expect(isHeardOf(frames.filter((frame) => frame.includes(secret(name))))).toBe(false)
      if (name === 'Sam') {
        const strip = sam.page.getByRole('region', { name: 'It is your turn: read your question out' })
        await strip.getByText(secret('Sam')).waitFor()
        expect(await strip.getByRole('alert').getAttribute('aria-live')).toBe('assertive')
        expect(await isWide(sam)).toBe(false)
        if (!wasLater) {
          // Whoever writes something meanwhile comes after all the others.
          const yan = await connect(made, 'join', 'Yan')
          others.set('Yan', yan)
          await yan.give({ type: 'topic.offer', question: secret('Yan') })
          expect(await seriousFindings(sam.page)).toEqual([])
          await strip.getByRole('button', { name: 'Later', exact: true }).press('Enter')
          wasLater = true
        } else await strip.getByRole('button', { name: 'Post it', exact: true }).press('Enter')
      } else if (name === 'Bea') {
        const strip = hana.page.getByRole('region', { name: 'Bea’s turn: read it out for them' })
        await strip.getByRole('button', { name: 'Post it', exact: true }).press('Enter')
      } else if (name === 'Gwen') {
        // She does not answer; a facilitator goes on.
        // Where she is the first, it counts a moment after *Take turns* only.
        await eventually(async () => expect(await button(theo, 'Next person').isEnabled()).toBe(true))
        await press(theo, 'Next person')
      } else {
        const live = name === 'Pat' ? nadia : others.get(name)
        await live?.give({ type: 'turn.take', draft: turn.draft, how: name === 'Ama' ? 'pass' : 'post' })
      }
      await eventually(() => expect(viewOf(farah).market.turn?.draft).not.toBe(turn.draft))
      if (viewOf(farah).market.turn === null) break
    }
    // Everybody, in an order by chance; Sam, who said *later*, came again at the end, after Yan.
    expect([...new Set(came)].toSorted()).toEqual(written.toSorted())
    expect([...new Set(came)]).not.toEqual(written)
    expect(came.slice(-2)).toEqual(['Yan', 'Sam'])
    const offered = Object.values(viewOf(farah).topics).map(({ questions }) => questions[0]?.text ?? '')
    expect(offered.toSorted()).toEqual(
      written
        .filter((name) => name !== 'Ama' && name !== 'Gwen')
        .map(secret)
        .toSorted(),
    )
    expect(topicOf(farah, secret('Bea')).conveners).toEqual([idOf(farah, 'Bea')])
    expect(topicOf(farah, secret('Pat')).conveners).toEqual([idOf(farah, 'Pat')])
    // Who passed has it still, for themselves.
    const ama = others.get('Ama')
    expect(ama && viewOf(ama).me.topics.drafts.map(({ question }) => question)).toEqual([secret('Ama')])
    await olu.page.getByText(secret('Bea')).first().waitFor()
  })
})

describe('what one is told alone', () => {
  it('[A11] who is passed over, or wrote in private for nothing, is told that theirs is kept and posts it with one press', async () => {
    const { made, farah } = await market()
    const sam = await arrive(made, 'join', 'Sam', SMALL_PHONE)
    const { heard } = await listenIn(sam.page)
    await farah.give({ type: 'drafts.hold', isOn: true })
    await topicsScreen(sam)
    await offer(sam, 'What about buses?')
    await sam.page.getByRole('link', { name: 'Board' }).first().click()
    await farah.give({ type: 'drafts.hold', isOn: false })
    const kept = notice(sam, '“What about buses?” is kept, for you alone. You can post it whenever you like.')
    await kept.waitFor()
    await eventually(async () => expect((await heard()).join(' ')).toContain('“What about buses?” is kept'))
    expect(await seriousFindings(sam.page)).toEqual([])
    expect(await isWide(sam)).toBe(false)
    await kept.getByRole('button', { name: 'OK' }).press('Enter')
    await kept.waitFor({ state: 'detached' })

    const ama = await connect(made, 'join', 'Ama')
    await farah.give({ type: 'drafts.hold', isOn: true })
    await ama.give({ type: 'topic.offer', question: 'And trains?' })
    await farah.give({ type: 'drafts.takeTurns' })
    // Sam is called, first or second, and does not answer.
    for (let turns = 0; turns < 2; turns += 1) {
      await eventually(() => expect(viewOf(farah).market.turn?.after).toBe(1 - turns))
      const { turn } = viewOf(farah).market
      await farah.give({ type: 'turn.next', draft: turn?.draft ?? '' })
    }
    const passed = notice(sam, 'It was your turn, and Farah went on.')
    await passed.waitFor()
    await eventually(async () =>
      expect((await heard()).join(' ')).toContain('It was your turn, and Farah went on.'),
    )
    await eventually(() =>
      expect(viewOf(ama).me.topics.notices.map(({ kind }) => kind)).toEqual(['passedOver']),
    )
    await passed.getByRole('button', { name: 'Post it' }).press('Enter')
    await untilOffered(farah, 'What about buses?')
    await passed.waitFor({ state: 'detached' })
  })

  it('comes newest first, and of many only the newest until the others are asked for', async () => {
    const { made, farah } = await market()
    const gwen = await arrive(made, 'join', 'Gwen', SMALL_PHONE)
    const zoe = await arrive(made, 'join', 'Zoe')
    const ama = await connect(made, 'join', 'Ama')
    const names = ['one', 'two', 'three', 'four', 'five']
    await eventually(() => expect([idOf(farah, 'Gwen'), idOf(farah, 'Zoe')]).not.toContain(''))
    for (const name of names) {
      await ama.give({ type: 'topic.offer', question: `Question ${name}?` })
      await untilOffered(ama, `Question ${name}?`)
      const { id } = topicOf(ama, `Question ${name}?`)
      for (const guest of ['Gwen', 'Zoe'])
        await ama.give({ type: 'topic.convener', topic: id, person: idOf(farah, guest), isOn: true })
      for (const guest of [gwen, zoe]) await notice(guest, `“Question ${name}?”`).waitFor()
      // A phone has room for one of them.
      if (name !== 'three') continue
      expect(await gwen.page.locator('[data-notice]:visible').count()).toBe(1)
      expect(await zoe.page.locator('[data-notice]:visible').count()).toBe(3)
    }
    for (const guest of [gwen, zoe]) expect(await guest.page.locator('[data-notice]:visible').count()).toBe(1)
    await notice(gwen, '“Question five?”').waitFor()
    expect(await seriousFindings(gwen.page)).toEqual([])
    await press(gwen, '4 more')
    const lines = await gwen.page.locator('[data-notice]').allInnerTexts()
    expect(lines.map((line) => /Question (\w+)/.exec(line)?.[1])).toEqual(names.toReversed())
    expect(await isWide(gwen)).toBe(false)
    await press(gwen, 'OK to all')
    await eventually(async () => expect(await gwen.page.locator('[data-notice]:visible').count()).toBe(0))
  })
})

describe('signing up', () => {
  it('[A17] a facilitator has sign-ups show names or numbers at any time; who may see numbers is sent no names', async () => {
    const { made } = await market()
    const theo = await arrive(made, 'facilitator', 'Theo')
    const ama = await connect(made, 'join', 'Ama')
    await ama.give({ type: 'topic.offer', question: 'What about buses?' })
    await untilOffered(ama, 'What about buses?')
    const { id } = topicOf(ama, 'What about buses?')
    const zoe = await connect(made, 'join', 'Zoe')
    await zoe.give({ type: 'topic.signUp', topic: id, person: viewOf(zoe).me.person, isOn: true })
    await eventually(() => expect(topicOf(ama, 'What about buses?').names).toEqual([idOf(ama, 'Zoe')]))
    await topicsScreen(theo)
    await press(theo, /^Sign-ups show names/)
    await theo.page.getByRole('menuitemradio', { name: 'only how many' }).press('Enter')
    await eventually(() => expect(topicOf(ama, 'What about buses?')).toMatchObject({ names: [], signUps: 1 }))
    const late = await connect(made, 'observer', 'Olu')
    expect(topicOf(late, 'What about buses?')).toMatchObject({ names: [], signUps: 1 })
    // Zoe's own is hers to see all the same.
    expect(viewOf(zoe).me.topics.signUps[viewOf(zoe).me.person]).toEqual([id])
    await theo.page.goto(theo.page.url().replace(/topics.*/, 'order'))
    await theo.page.getByRole('radio', { name: 'who wants to come' }).click()
    await eventually(() => expect(topicOf(late, 'What about buses?').names).toEqual([idOf(ama, 'Zoe')]))
    expect(await seriousFindings(theo.page)).toEqual([])
  })
})

describe('joining two topics', () => {
  it('[A14] is asked, answered and undone by those two: both questions, both conveners, sign-ups united', async () => {
    const { made, farah } = await market()
    const ama = await arrive(made, 'join', 'Ama', SMALL_PHONE)
    const bo = await arrive(made, 'join', 'Bo')
    const cy = await connect(made, 'join', 'Cy')
    await Promise.all([ama, bo].map(topicsScreen))
    await offer(ama, 'Who leads a place?')
    await offer(bo, 'How local does it get?')
    for (const question of ['Who leads a place?', 'How local does it get?'])
      await untilOffered(farah, question)
    const lead_ = topicOf(farah, 'Who leads a place?').id
    const local = topicOf(farah, 'How local does it get?').id
    const [round = ''] =
      Object.entries(viewOf(farah).stages).find(
        ([, { where, title }]) => where === 'round' && title !== '',
      ) ?? []
    const [space = ''] =
      Object.entries(viewOf(farah).spaces).find(([, { kind }]) => kind === 'breakout') ?? []
    await farah.give({ type: 'topic.place', topic: local, place: { round, time: '', space, where: '' } })
    await notice(bo, 'Farah, a facilitator, placed “How local does it get?”.').waitFor()
    await press(bo, 'OK')
    for (const topic of [lead_, local]) await cy.give({ type: 'topic.signUp', topic, isOn: true })

    // Kept apart first, then joined.
    const { heard } = await listenIn(ama.page)
    await fromTopicMenu(bo, 'How local does it get?', 'Join with…')
    await bo.page.getByRole('radio', { name: /^Who leads a place/ }).press('Space')
    expect(await seriousFindings(bo.page)).toEqual([])
    await press(bo, 'Ask Ama')
    await bo.page.getByText('Waiting for the answer of Ama.').first().waitFor()
    await press(bo, 'Take it back')
    await eventually(async () =>
      expect(await bo.page.getByText('Waiting for the answer of Ama.').count()).toBe(0),
    )
    expect(topicOf(farah, 'How local does it get?').state).toBe('scheduled')

    await fromTopicMenu(bo, 'How local does it get?', 'Join with…')
    await bo.page.getByRole('radio', { name: /^Who leads a place/ }).press('Space')
    await press(bo, 'Ask Ama')
    const asked = 'Bo asks to join “How local does it get?” with “Who leads a place?”.'
    // Wherever she is.
    await ama.page.getByRole('link', { name: 'Board' }).first().click()
    await notice(ama, asked).waitFor()
    await eventually(async () => expect((await heard()).join(' ')).toContain(asked))
    await press(ama, 'Answer…')
    expect(await ama.page.getByRole('radio', { name: /^Who leads a place/ }).isChecked()).toBe(true)
    expect(await seriousFindings(ama.page)).toEqual([])
    expect(await isWide(ama)).toBe(false)
    await press(ama, 'Join them')
    await notice(bo, '“Who leads a place?” is joined with “How local does it get?” now.').waitFor()
    await press(bo, 'OK')
    await eventually(() => {
      const joined = topicOf(farah, 'Who leads a place?')
      expect(joined.questions.map(({ text }) => text)).toEqual([
        'Who leads a place?',
        'How local does it get?',
      ])
      expect(joined.conveners).toEqual([idOf(farah, 'Ama'), idOf(farah, 'Bo')])
      expect(joined.signUps).toBe(1)
    })
    await topicsScreen(ama)
    const card = ama.page.locator(`[data-topic="${lead_}"]`).first()
    await card.getByText('Joined with: How local does it get?').waitFor()
    await card.getByText('Ama and Bo').waitFor()

    await card.getByRole('button', { name: 'Take out again: “How local does it get?”' }).press('Enter')
    await eventually(() => {
      expect(topicOf(farah, 'How local does it get?').conveners).toEqual([idOf(farah, 'Bo')])
      expect(topicOf(farah, 'Who leads a place?').questions).toHaveLength(1)
    })
    await notice(bo, 'Ama took “How local does it get?” and “Who leads a place?” apart again.').waitFor()
  })

  it('who offered both joins them at once; more than three questions in one are warned of', async () => {
    const { made, farah } = await market()
    const ama = await arrive(made, 'join', 'Ama')
    await topicsScreen(ama)
    for (const question of ['One?', 'Two?', 'Three?', 'Four?']) await offer(ama, question)
    for (const question of ['Two?', 'Three?']) {
      await fromTopicMenu(ama, 'One?', 'Join with…')
      await ama.page.getByRole('radio', { name: new RegExp(`^${question.replace('?', '')}`) }).press('Space')
      expect(await ama.page.getByText('gets crowded').count()).toBe(0)
      await press(ama, 'Join them')
      await dialog(ama).waitFor({ state: 'detached' })
    }
    await eventually(() => expect(topicOf(farah, 'One?').questions).toHaveLength(3))
    await fromTopicMenu(ama, 'One?', 'Join with…')
    await ama.page.getByRole('radio', { name: /^Four/ }).press('Space')
    await ama.page.getByText('A group of four questions gets crowded.').waitFor()
  })
})

describe('splitting and withdrawing', () => {
  it('[A29] a question goes its own way with chosen notes', async () => {
    const { made, farah } = await market()
    const cy = await arrive(made, 'join', 'Cy')
    const { page } = cy
    await topicsScreen(cy)
    await offer(cy, 'What helps people learn?')
    await untilOffered(farah, 'What helps people learn?')
    await fromTopicMenu(cy, 'What helps people learn?', 'Start now')
    // Out of turn it is asked first: a slip would leave a topic that can have no place any more.
    const early = page.getByRole('dialog', { name: 'Start it before its round?' })
    await early.getByRole('button', { name: 'Not yet' }).click()
    await early.waitFor({ state: 'detached' })
    expect(topicOf(farah, 'What helps people learn?').state).toBe('posted')
    await fromTopicMenu(cy, 'What helps people learn?', 'Start now')
    await early.getByRole('button', { name: 'Start now' }).click()
    await eventually(() => expect(topicOf(farah, 'What helps people learn?').board).not.toBeNull())
    const { id, board } = topicOf(farah, 'What helps people learn?')
    await page.goto(page.url().replace(/\/topics.*$/, `/b/${board}`))
    await page.getByRole('radio', { name: 'List' }).check()
    await writeInList(cy, ['Open books', 'Owners of data', 'Rules for data'])
    await page.getByText('Rules for data').first().waitFor()
    await topicsScreen(cy)
    await fromTopicMenu(cy, 'What helps people learn?', 'Split…')
    await page.getByRole('textbox', { name: 'The new question' }).fill('Who owns the data?')
    for (const note of ['Owners of data', 'Rules for data'])
      await page.getByRole('checkbox', { name: note }).press('Space')
    await page.getByText('2 notes chosen').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await press(cy, 'Split with 2 notes')
    await page.getByText('It is a topic of its own').first().waitFor()
    await press(cy, 'Done')
    await untilOffered(farah, 'Who owns the data?')
    const child = topicOf(farah, 'Who owns the data?')
    expect(child).toMatchObject({ splitFrom: id, conveners: [idOf(farah, 'Cy')] })
    await page.goto(page.url().replace(/\/topics.*$/, `/b/${child.board}`))
    await page.getByText('Owners of data').first().waitFor()
    expect(await page.getByText('Open books').count()).toBe(0)
  })

  it('[OS-10] who signed up is told once why a topic was withdrawn, and it can come back', async () => {
    const { made, farah } = await market()
    const ama = await arrive(made, 'join', 'Ama')
    const sam = await arrive(made, 'join', 'Sam', SMALL_PHONE)
    await topicsScreen(ama)
    await offer(ama, 'Buses after seven?')
    await topicsScreen(sam)
    await press(sam, /^Sign up/)
    await eventually(() => expect(topicOf(farah, 'Buses after seven?').signUps).toBe(1))
    const { heard } = await listenIn(sam.page)
    await fromTopicMenu(ama, 'Buses after seven?', 'Withdraw…')
    await ama.page.getByText('The one person who signed up is told once.').waitFor()
    await ama.page.getByRole('textbox', { name: /^Why/ }).fill('I have to go')
    await press(ama, 'Withdraw it')
    const told = 'Ama has withdrawn “Buses after seven?”: I have to go'
    await notice(sam, told).waitFor()
    await eventually(async () => expect((await heard()).join(' ')).toContain(told))
    // It stays until it was seen, and not any longer.
    await sam.page.reload()
    await notice(sam, told).waitFor()
    await press(sam, 'OK')
    await notice(sam, told).waitFor({ state: 'detached' })
    await sam.page.reload()
    await sam.page.getByText('How it works').waitFor()
    expect(await notice(sam, told).count()).toBe(0)
    await press(ama, 'Bring it back')
    await eventually(() => expect(topicOf(farah, 'Buses after seven?').state).toBe('posted'))

    // The way back is offered where it was withdrawn; on the page of another topic nobody would know what it is about.
    await fromTopicMenu(ama, 'Buses after seven?', 'Withdraw…')
    await press(ama, 'Withdraw it')
    const wayBack = ama.page.getByRole('button', { name: 'Bring it back' })
    await wayBack.waitFor()
    await ama.page.getByRole('link', { name: 'Now', exact: true }).first().click()
    await wayBack.waitFor({ state: 'detached' })
  })
})
