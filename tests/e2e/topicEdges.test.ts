/** What goes wrong while topics are offered: slow lines, long and empty questions, two who act at once, what is taken away. */
import { describe, expect, it } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import type { Guest } from '../support/browser.ts'
import { LAPTOP } from '../support/browser.ts'
import type { Made } from '../support/led.ts'
import { go, ledWorkshops, notice, SMALL_PHONE, viewOf } from '../support/led.ts'
import type { LiveClient } from '../support/liveClient.ts'
import { eventually } from '../support/screens.ts'

const { arrive, connect, lead } = ledWorkshops()

/** A workshop with a marketplace, two rounds and three spaces. */
async function market(): Promise<{ made: Made; farah: LiveClient }> {
  const { made, farah } = await lead()
  await farah.give({ type: 'market.prepare', rounds: 2, minutes: 22, spaces: 3 })
  return { made, farah }
}
const questionsOf = (live: LiveClient): string[] =>
  Object.values(viewOf(live).topics).map(({ questions }) => questions[0]?.text ?? '')
const idOf = (live: LiveClient, question: string): string => {
  const topic = Object.values(viewOf(live).topics).find(({ questions }) => questions[0]?.text === question)
  if (topic === undefined) throw new Error(`No topic ${question}`)
  return topic.id
}
const stateOf = (live: LiveClient, topic: string) => viewOf(live).topics[topic]?.state
/** Offered from a bare connection, and heard of by another one. */
async function offered(by: LiveClient, question: string, ...others: LiveClient[]): Promise<string> {
  await by.give({ type: 'topic.offer', question })
  for (const live of [by, ...others]) await eventually(() => expect(questionsOf(live)).toContain(question))
  return idOf(by, question)
}
/** The cell of a round and a space, both by their place in the row, from 0. */
function cell(live: LiveClient, round: number, space: number) {
  const { stages, spaces } = viewOf(live)
  const rounds = Object.entries(stages)
    .filter(([, { where }]) => where === 'round')
    .toSorted(([, a], [, b]) => a.order - b.order)
  const columns = Object.entries(spaces)
    .filter(([, { kind, isHidden }]) => kind === 'breakout' && !isHidden)
    .toSorted(([, a], [, b]) => a.number - b.number)
  return { round: rounds[round]?.[0] ?? '', space: columns[space]?.[0] ?? '', time: '', where: '' }
}
const toTopics = async ({ page }: Guest): Promise<void> => {
  await page.getByRole('link', { name: 'Topics' }).first().click()
  await page.getByText('How it works').waitFor()
}
/** A line that can be stopped: what the page says meanwhile waits, and goes out in order afterwards. */
async function slowLine({ page }: Guest): Promise<{ stop: () => void; goOn: () => void }> {
  const waiting: (() => void)[] = []
  let isStopped = false
  await page.routeWebSocket(/\/live\//, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (isStopped) waiting.push(() => server.send(message))
      else server.send(message)
    })
  })
  return {
    stop: () => {
      isStopped = true
    },
    goOn: () => {
      isStopped = false
      for (const send of waiting.splice(0)) send()
    },
  }
}
/** Chooses from a topic's menu, which closes where its card moves or a dialog gives the focus back in that moment. */
async function fromMenu({ page }: Guest, question: string, item: string): Promise<void> {
  const chosen = page.getByRole('menuitem', { name: item, exact: true })
  await eventually(async () => {
    if ((await chosen.count()) === 0)
      await page
        .getByRole('button', { name: `More for ${question}` })
        .first()
        .click()
    expect(await chosen.isVisible()).toBe(true)
  })
  await chosen.press('Enter')
}

describe('offering', () => {
  it('pressed twice on a slow line, a question is one topic; without words it is none, and says so', async () => {
    const { made, farah } = await market()
    const lines: Awaited<ReturnType<typeof slowLine>>[] = []
    const gwen = await arrive(made, 'join', 'Gwen', SMALL_PHONE, {
      before: async (guest) => lines.push(await slowLine(guest)),
    })
    const [line] = lines
    await toTopics(gwen)
    const { page } = gwen
    await page.getByRole('button', { name: 'Offer a topic' }).first().click()
    const field = page.getByRole('dialog').getByRole('textbox').first()
    await field.fill(' \t  ')
    await field.press('Enter')
    await page.getByText('Write the question first.').waitFor()
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(questionsOf(farah)).toEqual([])
    await field.fill('What about buses?')
    line?.stop()
    const offerIt = page.getByRole('dialog').getByRole('button', { name: 'Offer it' })
    await offerIt.dblclick()
    await offerIt.press('Enter')
    line?.goOn()
    await page.getByText('Your topic is offered').first().waitFor()
    await page.getByRole('button', { name: 'Done' }).click()
    // A draft that is posted with one press, pressed twice.
    await farah.give({ type: 'drafts.hold', isOn: true })
    await page.getByRole('button', { name: 'Offer a topic' }).first().click()
    await page.getByRole('dialog').getByRole('textbox').first().fill('And trains?')
    await page.getByRole('dialog').getByRole('textbox').first().press('Enter')
    await page.getByRole('button', { name: 'Done' }).click()
    await farah.give({ type: 'drafts.hold', isOn: false })
    const post = page.getByRole('button', { name: 'Post it: And trains?' })
    line?.stop()
    await post.dblclick()
    line?.goOn()
    await post.waitFor({ state: 'detached' })
    await eventually(() =>
      expect(questionsOf(farah).toSorted()).toEqual(['And trains?', 'What about buses?']),
    )
  })

  it('a question of more than 140 letters, in another script, may be offered; it says how many it is over, makes no row high and breaks no screen', async () => {
    const { made, farah } = await market()
    const long = 'كيف نحافظ على الخدمات العامة المحلية التي يعتمد عليها الناس كل يوم؟ '.repeat(3).trim()
    const gwen = await arrive(made, 'join', 'Gwen', SMALL_PHONE)
    const theo = await arrive(made, 'facilitator', 'Theo', LAPTOP)
    await toTopics(gwen)
    await toTopics(theo)
    await gwen.page.getByRole('button', { name: 'Offer a topic' }).first().click()
    await gwen.page.getByRole('dialog').getByRole('textbox').first().fill(long)
    await gwen.page.getByText(/letters more than 140/).waitFor()
    await gwen.page.getByRole('dialog').getByRole('button', { name: 'Offer it' }).click()
    await gwen.page.getByRole('button', { name: 'Done' }).click()
    await eventually(() => expect(questionsOf(farah)).toEqual([long]))
    await farah.give({ type: 'topic.place', topic: idOf(farah, long), place: cell(farah, 0, 0) })
    await notice(gwen, 'Farah, a facilitator, placed').waitFor()
    for (const { page } of [gwen, theo]) {
      await page.getByText(long).first().waitFor()
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0)
    }
    // In the grid a few lines of it, and all of it for who rests on it, by mouse or by keys; nothing moves.
    const cellOfIt = theo.page.locator('[data-cell]').filter({ hasText: long })
    const heightOf = async () => (await cellOfIt.boundingBox())?.height ?? 0
    const isWhole = () =>
      cellOfIt
        .getByRole('link')
        .evaluate(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight + 1)
    await eventually(async () => expect(await heightOf()).toBeLessThan(260))
    const height = await heightOf()
    expect(await isWhole()).toBe(false)
    await cellOfIt.getByRole('link').hover()
    await eventually(async () => expect(await isWhole()).toBe(true))
    expect(await heightOf()).toBe(height)
    await theo.page.keyboard.press('Escape')
    await eventually(async () => expect(await isWhole()).toBe(false))
    await theo.page.getByRole('heading', { level: 1 }).hover()
    await cellOfIt.focus()
    await theo.page.keyboard.press('F2')
    await eventually(async () => expect(await isWhole()).toBe(true))
    expect(await heightOf()).toBe(height)
    await theo.page.keyboard.press('Tab')
    await eventually(async () => expect(await isWhole()).toBe(false))

    await gwen.page.getByRole('link', { name: 'Now' }).first().click()
    await go(farah, 'Round 1')
    await gwen.page.getByRole('button', { name: 'Open the board' }).first().click()
    await gwen.page.locator('[data-board-topic]').waitFor()
    // The bar has no room for all of it, and shows how it begins.
    const first = await gwen.page.getByRole('banner').evaluate(
      (bar, start) => {
        const name = [...bar.querySelectorAll('p > span')].find((it) => it.textContent?.startsWith(start))
        const words = name?.firstChild
        if (name === undefined || words == null) return undefined
        const letter = document.createRange()
        letter.setStart(words, 0)
        letter.setEnd(words, 1)
        const [at, box] = [letter.getBoundingClientRect(), name.getBoundingClientRect()]
        return {
          isCut: name.scrollWidth > name.clientWidth,
          isSeen: at.left >= box.left && at.right <= box.right + 1,
        }
      },
      long.slice(0, 10),
    )
    expect(first).toEqual({ isCut: true, isSeen: true })
    expect(
      await gwen.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBe(0)
    expect(await seriousFindings(gwen.page)).toEqual([])
  })
})

describe('two who act at once', () => {
  it('what begins while somebody is about to withdraw it stays, and they read why', async () => {
    const { made, farah } = await market()
    const gwen = await arrive(made, 'join', 'Gwen')
    await toTopics(gwen)
    const { page } = gwen
    await page.getByRole('button', { name: 'Offer a topic' }).first().click()
    await page.getByRole('dialog').getByRole('textbox').first().fill('What about buses?')
    await page.getByRole('dialog').getByRole('button', { name: 'Offer it' }).click()
    await page.getByRole('button', { name: 'Done' }).click()
    await eventually(() => expect(questionsOf(farah)).toEqual(['What about buses?']))
    const id = idOf(farah, 'What about buses?')
    await farah.give({ type: 'topic.place', topic: id, place: cell(farah, 0, 0) })
    await fromMenu(gwen, 'What about buses?', 'Withdraw…')
    const dialog = page.getByRole('dialog', { name: 'Withdraw this topic?' })
    await dialog.waitFor()
    await go(farah, 'Round 1')
    await eventually(() => expect(stateOf(farah, id)).toBe('running'))
    await dialog.getByRole('button', { name: 'Withdraw it' }).click()
    await dialog.getByText(/begun|going on|started/).waitFor()
    expect(stateOf(farah, id)).toBe('running')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'More for What about buses?' }).first().click()
    await page.getByRole('menuitem').first().waitFor()
    expect(await page.getByRole('menuitem', { name: 'Withdraw…' }).count()).toBe(0)
  })

  it('who says yes to joining what was just withdrawn reads that it came to nothing', async () => {
    const { made, farah } = await market()
    const ama = await arrive(made, 'join', 'Ama', SMALL_PHONE)
    const bo = await connect(made, 'join', 'Bo')
    await toTopics(ama)
    await ama.page.getByRole('button', { name: 'Offer a topic' }).first().click()
    await ama.page.getByRole('dialog').getByRole('textbox').first().fill('What about buses?')
    await ama.page.getByRole('dialog').getByRole('button', { name: 'Offer it' }).click()
    await ama.page.getByRole('button', { name: 'Done' }).click()
    await eventually(() => expect(questionsOf(bo)).toEqual(['What about buses?']))
    const trains = await offered(bo, 'And trains?', farah)
    await bo.give({ type: 'topic.askMerge', topic: trains, other: idOf(farah, 'What about buses?') })
    await ama.page.getByRole('button', { name: 'Answer…' }).first().click()
    await ama.page.getByRole('dialog', { name: 'Bo asks to join two topics' }).waitFor()
    await bo.give({ type: 'topic.withdraw', topic: trains })
    await ama.page.getByRole('dialog', { name: 'That has been answered or taken back' }).waitFor()
    await ama.page.getByRole('button', { name: 'Close' }).last().click()
    expect(stateOf(farah, idOf(farah, 'What about buses?'))).toBe('posted')
  })
})

describe('what is taken away', () => {
  it('a round and a space that have topics are asked about; those wait without a place again, and their conveners are told', async () => {
    const { made, farah } = await market()
    const theo = await arrive(made, 'facilitator', 'Theo')
    const ama = await arrive(made, 'join', 'Ama', SMALL_PHONE)
    const cy = await connect(made, 'join', 'Cy')
    const tia = await connect(made, 'join', 'Tia')
    const data = await offered(cy, 'Which data?', farah)
    const tenders = await offered(tia, 'Which tenders?', farah)
    await cy.give({ type: 'topic.convener', topic: data, person: personOf(farah, 'Ama'), isOn: true })
    await notice(ama, 'Cy made you').getByRole('button', { name: 'OK' }).click()
    await cy.give({ type: 'topic.place', topic: data, place: cell(farah, 1, 0) })
    await tia.give({ type: 'topic.place', topic: tenders, place: cell(farah, 0, 1) })
    await theo.page.goto(theo.page.url().replace(/(\/w\/[^/#?]+).*/, '$1/order'))
    await theo.page.getByRole('button', { name: 'More for Round 2' }).click()
    await theo.page.getByRole('menuitem', { name: 'Remove' }).click()
    const asked = theo.page.getByRole('alertdialog')
    await asked.getByText('1 topic is placed in it.').waitFor()
    await asked.getByRole('button', { name: 'Take it out' }).click()
    await notice(ama, '“Which data?” has lost its place').waitFor()
    expect(stateOf(farah, data)).toBe('posted')
    // Folding a space away: asked where topics wait in it, else undone with one press.
    await theo.page.goto(theo.page.url().replace(/(\/w\/[^/#?]+).*/, '$1/spaces'))
    await theo.page.getByRole('button', { name: 'More for Space 2' }).click()
    await theo.page.getByRole('menuitem', { name: 'Fold away' }).click()
    await theo.page.getByRole('alertdialog').getByText('The topic that is placed in it goes back').waitFor()
    await theo.page.getByRole('alertdialog').getByRole('button', { name: 'Fold away' }).click()
    await eventually(() => expect(stateOf(farah, tenders)).toBe('posted'))
    await theo.page.getByRole('button', { name: 'More for Space 3' }).click()
    await theo.page.getByRole('menuitem', { name: 'Fold away' }).click()
    await theo.page.getByText('Space 3 is folded away.').first().waitFor()
    await theo.page.getByRole('button', { name: 'Unfold', exact: true }).last().click()
    await theo.page.getByRole('button', { name: 'More for Space 3' }).waitFor()
  })

  it('what a facilitator did with the topic of somebody who was away stands in its record, with why', async () => {
    const { made, farah } = await market()
    const cy = await connect(made, 'join', 'Cy')
    const id = await offered(cy, 'Which data?', farah)
    expect(await farah.command({ type: 'topic.withdraw', topic: id })).toMatchObject({ code: 'not_convener' })
    cy.destroy()
    const theo = await arrive(made, 'facilitator', 'Theo')
    await toTopics(theo)
    await eventually(async () => {
      expect(
        await farah.command({ type: 'topic.withdraw', topic: id, reason: 'Cy had to leave' }),
      ).toMatchObject({
        ok: true,
      })
    })
    await theo.page.goto(theo.page.url().replace(/(\/w\/[^/#?]+).*/, `$1/t/${id}`))
    await theo.page
      .getByText(/withdr/i)
      .first()
      .waitFor()
    expect(viewOf(farah).topics[id]?.facts.at(-1)).toMatchObject({
      what: 'withdrawn',
      text: 'Cy had to leave',
    })
  })
})

const personOf = (live: LiveClient, name: string): string => {
  const [id = ''] = Object.entries(viewOf(live).people).find(([, person]) => person.name === name) ?? []
  return id
}
