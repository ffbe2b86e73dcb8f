/** 13:27 to 13:33: places, joining, withdrawing, sign-ups; the count at the end. */
import { expect, test } from 'vitest'
import { seriousFindings } from '../../support/axe.ts'
import { listenIn } from '../../support/heard.ts'
import { SMALL_PHONE } from '../../support/led.ts'
import * as hands from '../../support/openSpaceHands.ts'
import { button, card, fromTopicMenu, place, strip, tabTo } from '../../support/openSpaceHands.ts'
import { eventually } from '../../support/screens.ts'
import { until } from '../../support/stockClient.ts'
import {
  ASKED,
  LENAS,
  at,
  cast,
  cellOn,
  counted,
  namesOf,
  putInto,
  recordOf,
  screens,
  spaceId,
  story,
  topicOf,
} from './story.ts'
import type { Name } from './story.ts'

/** Its steps, in order. */
export function placingTopics(): void {
  test('A13 Tia and Uma put theirs into one cell in the same instant: one holds it, the other takes the nearest', async () => {
    for (const name of ['Ama', 'Bo', 'Cy', 'Tia', 'Uma', 'Eve', 'Hana', 'Farah', 'Theo'])
      await hands.goTo(at(name), 'Topics')
    await hands.hold(at('Tia'), ASKED.Tia, cellOn('Tia', 1, 3))
    await hands.hold(at('Uma'), ASKED.Uma, cellOn('Uma', 1, 3))
    await Promise.all([at('Tia').mouse.up(), at('Uma').mouse.up()])
    const isPlaced = (name: Name) => topicOf(ASKED[name]).place !== null
    await until('one of them holds it', () => isPlaced('Tia') || isPlaced('Uma'))
    const [third, fourth] = isPlaced('Tia') ? (['Tia', 'Uma'] as const) : (['Uma', 'Tia'] as const)
    Object.assign(story, { third, fourth })
    const slower = at(fourth)
    await slower.getByText(`Round 1 · Space 3 has just been taken by “${ASKED[third]}”.`).waitFor()
    await slower
      .getByRole('region', { name: /^Not placed yet/ })
      .getByText(ASKED[fourth])
      .waitFor()
    expect([topicOf(ASKED[third]).place?.space, topicOf(ASKED[fourth]).state]).toEqual([spaceId(3), 'posted'])
    // The nearest free place has the focus.
    await slower.keyboard.press('Enter')
    await cellOn(fourth, 1, 4).getByText(ASKED[fourth]).waitFor()
    await cellOn('Farah', 1, 4).getByText(ASKED[fourth]).waitFor()
  })

  test('A14 Bo asks, Ama says yes: both questions, both conveners, one list of sign-ups, the place free, undo at hand', async () => {
    await place(at('Ama'), ASKED.Ama, 1, 1)
    await place(at('Bo'), ASKED.Bo, 2, 2)
    const [amas, bos] = [topicOf(ASKED.Ama).id, topicOf(ASKED.Bo).id]
    for (const [name, topic] of [
      ['Gwen', amas],
      ['Gwen', bos],
      ['Yan', bos],
    ] as const)
      await cast().give(name, { type: 'topic.signUp', topic, isOn: true })
    await fromTopicMenu(at('Bo'), ASKED.Bo, 'Join with…')
    const asking = at('Bo').getByRole('dialog')
    await asking.getByRole('radio', { name: ASKED.Ama }).check()
    await button(asking, 'Ask Ama').click()
    await strip(at('Ama')).getByText('Bo asks to join', { exact: false }).waitFor()
    for (const other of screens().filter((name) => name !== 'Ama'))
      expect(await strip(at(other)).getByText('asks to join').count()).toBe(0)
    await button(strip(at('Ama')), 'Answer…').click()
    const answering = at('Ama').getByRole('dialog')
    await answering.getByRole('radio', { name: ASKED.Ama }).check()
    await button(answering, 'Join them').click()
    await at('Ama').getByText('They are joined.').first().waitFor()
    await button(at('Ama'), 'Undo').waitFor()
    await button(card(at('Bo'), ASKED.Ama), /^Undo joining/).waitFor()

    const joined = topicOf(ASKED.Ama)
    expect({ ...joined, names: namesOf(joined.names), conveners: namesOf(joined.conveners) }).toMatchObject({
      questions: [{ text: ASKED.Ama }, { text: ASKED.Bo, by: cast().idOf('Bo') }],
      conveners: ['Ama', 'Bo'],
      names: ['Gwen', 'Yan'],
      joined: [bos],
    })
    const seen = card(at('Cy'), ASKED.Ama)
    await seen.getByText(`Joined with: ${ASKED.Bo}`).waitFor()
    await seen.getByText('Ama and Bo').waitFor()
    await seen.getByText('2 going').waitFor()
    // Bo's place is free: a question may be put there.
    await button(cellOn('Cy', 2, 2), /^Put a topic in Round 2, Space 2/).waitFor()
  })

  test('A15 Lena finds her words as she left them, offers them as the fourteenth and places them: new for all', async () => {
    const lena = at('Lena')
    await button(lena, 'Offer a topic').click()
    const dialog = lena.getByRole('dialog')
    expect(await dialog.getByRole('textbox', { name: 'Your question' }).inputValue()).toBe(LENAS)
    await button(dialog, 'Offer it').click()
    await button(dialog, 'Place it…').click()
    await button(lena.getByRole('dialog'), 'Round 2 · Space 2').click()
    await cellOn('Lena', 2, 2).getByText(LENAS).waitFor()
    await hands.goTo(at('Sam'), 'Topics')
    for (const name of screens().filter((each) => each !== 'Lena' && each !== 'Sam'))
      await card(at(name), LENAS).getByText('new', { exact: true }).waitFor()
    expect(await card(lena, LENAS).getByText('new', { exact: true }).count()).toBe(0)
    expect(Object.keys(cast().view().topics)).toHaveLength(14)
  })

  test('A16 Di withdraws hers: off the grid, in the record, and who had signed up is told alone', async () => {
    const { id } = topicOf(ASKED.Di)
    await button(at('Mo'), /^Show \d+ more$/).tap()
    await button(at('Mo'), `Sign up for ${ASKED.Di}`).tap()
    await until('Mo is signed up', () => topicOf(ASKED.Di).signUps === 1)
    await cast().give('Di', { type: 'topic.withdraw', topic: id, reason: 'Ama has it' })
    await strip(at('Mo')).getByText(`Di has withdrawn “${ASKED.Di}”: Ama has it`).waitFor()
    await button(strip(at('Mo')), 'OK').tap()
    for (const name of screens()) {
      await eventually(async () => expect(await card(at(name), ASKED.Di).count()).toBe(0))
      if (name !== 'Mo') expect(await at(name).getByText('Di has withdrawn').count()).toBe(0)
    }
    await at('Cy').getByText('Also offered').click()
    const record = recordOf('Cy')
    await record.filter({ hasText: ASKED.Di }).getByText('Withdrawn: Ama has it').waitFor()
    await record.filter({ hasText: ASKED.Bo }).getByText(`Joined with “${ASKED.Ama}”`).waitFor()
    // Nobody tidied anything of anybody's.
    expect(
      Object.values(cast().view().topics).flatMap(({ facts }) => facts.map(({ by }) => by)),
    ).not.toContain(cast().idOf('Farah'))
  })

  test('A17 sign-ups by keys in the list, by touch, and for who has no connection, each by their name', async () => {
    await place(at('Cy'), ASKED.Cy, 1, 2)
    await place(at('Eve'), ASKED.Eve, 1, 5)
    await place(at('Hana'), ASKED.Bea, 1, 6)
    const sam = at('Sam')
    await tabTo(sam, /^(Grid|List)$/)
    await sam.keyboard.press('ArrowRight')
    const { heard } = await listenIn(sam)
    await tabTo(sam, `Sign up for ${ASKED[story.fourth]}`)
    await sam.keyboard.press('Enter')
    await eventually(async () =>
      expect(await heard()).toContain(`Signed up: You, for “${ASKED[story.fourth]}”.`),
    )
    await tabTo(sam, `Place ${ASKED.Sam}…`)
    await sam.keyboard.press('Enter')
    await tabTo(sam, 'Round 2 · Space 3')
    await sam.keyboard.press('Enter')
    await sam.getByRole('dialog').waitFor({ state: 'detached' })

    const mo = at('Mo')
    await mo
      .getByRole('region', { name: /^Round 2/ })
      .getByRole('button', { name: 'Put a topic in this round' })
      .tap()
    await mo.getByRole('menuitem', { name: 'Space 4' }).tap()
    await until('Mo has a place', () => topicOf(ASKED.Mo).place !== null)
    await button(mo, `Sign up for ${ASKED.Cy}`).tap()
    await button(mo, new RegExp(`^Signed up for ${ASKED.Cy}`)).waitFor()

    const hana = at('Hana')
    await button(hana, new RegExp(`^Sign up for ${ASKED.Cy}, for yourself`)).click()
    for (const name of ['You', 'Bea', 'Cal']) await hana.getByRole('menuitemcheckbox', { name }).click()
    await hana.keyboard.press('Escape')
    await card(hana, ASKED.Cy).getByText('✓ You, Bea and Cal').waitFor()
    await cast().give('Nadia', {
      type: 'topic.signUp',
      topic: topicOf(ASKED.Cy).id,
      isOn: true,
      person: cast().idOf('Pat'),
    })
    await button(at('Farah'), `5 going to ${ASKED.Cy}`).click()
    const list = at('Farah').getByRole('dialog', { name: 'Who means to come' })
    for (const name of ['Bea', 'Cal', 'Hana', 'Mo', 'Pat'])
      await list.getByText(name, { exact: true }).waitFor()
    await at('Farah').keyboard.press('Escape')
  })

  test('A18 14 posted = 12 scheduled + 1 merged + 1 withdrawn, on the screen as in the view', async () => {
    await putInto('Pat', 2, 1)
    await putInto('Gwen', 2, 5)
    await putInto('Ines', 2, 6)
    await until('all have settled', () => counted('posted') === 0)
    expect(Object.keys(cast().view().topics)).toHaveLength(14)
    expect([counted('scheduled'), counted('merged'), counted('withdrawn')]).toEqual([12, 1, 1])
    const cy = at('Cy')
    await eventually(async () => {
      const rows = await cy.getByRole('row').all()
      const topics = await Promise.all(rows.map((row) => row.locator('[role=gridcell] [data-topic]').count()))
      expect(topics).toEqual([0, 6, 6])
      expect(await recordOf('Cy').count()).toBe(2)
    })
    // Six spaces; the spare is folded away.
    expect(await cy.getByRole('columnheader', { name: /^Space/ }).count()).toBe(6)
    await cy.getByText('Every topic has its place.').waitFor()
    await hands.goTo(at('Farah'), 'Now')
    await at('Farah').getByText('offered: 12 · placed: 12', { exact: false }).first().waitFor()
    expect(await at('Mo').evaluate(() => document.documentElement.scrollWidth)).toBe(SMALL_PHONE.width)
    for (const name of ['Cy', 'Sam', 'Mo']) expect(await seriousFindings(at(name))).toEqual([])
  })
}
