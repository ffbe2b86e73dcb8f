/** 13:33 to 13:59: round 1, from Farah’s button to the words that come too late. */
import { expect, test } from 'vitest'
import * as hands from '../../support/openSpaceHands.ts'
import { button, fromTopicMenu, leadOn, told } from '../../support/openSpaceHands.ts'
import { eventually, show, untilSaved, writeInList } from '../../support/screens.ts'
import { until } from '../../support/stockClient.ts'
import {
  ASKED,
  DATA,
  GUESTS,
  LEADING,
  SPLIT,
  at,
  boardOf,
  cast,
  counted,
  firsts,
  screens,
  spaceId,
  story,
  topicOf,
} from './story.ts'

/** Its steps, in order. */
export function firstRound(): void {
  test('A22 Farah’s button opens six spaces with boards and reports; Zoe visits three and is asked nothing', async () => {
    const farah = at('Farah')
    await leadOn(farah, 'Move to the spaces')
    await leadOn(farah, 'Round 1')
    await until('all six run', () => counted('running') === 6)
    expect(new Set(firsts().map(boardOf)).size).toBe(6)
    expect(firsts().filter((each) => cast().view().reports[topicOf(each).id] !== undefined)).toHaveLength(6)
    // Conveners are led to their own topic, and so is who signed up for one of the round alone.
    const led = [
      ['Ama', ASKED.Ama],
      ['Bo', ASKED.Ama],
      ['Cy', ASKED.Cy],
      [story.third, ASKED[story.third]],
      [story.fourth, ASKED[story.fourth]],
      ['Eve', ASKED.Eve],
      ['Sam', ASKED[story.fourth]],
      ['Mo', ASKED.Cy],
      ['Lena', ASKED.Bea],
    ] as const
    await Promise.all(
      led.map(async ([name, question]) => {
        const page = at(name)
        await hands.goTo(page, 'Now')
        await page.getByRole('heading', { level: 1, name: question }).waitFor()
        await button(page.getByRole('main'), 'Open the board').click()
        await page.locator('[data-board-topic]').getByText('Offered by', { exact: false }).waitFor()
      }),
    )
    const { third } = story
    await Promise.all([
      cast().write('Ama', boardOf(ASKED.Ama), LEADING),
      cast().write('Cy', boardOf(ASKED.Cy), DATA),
      cast().write(third, boardOf(ASKED[third]), ['Short forms', 'Pay on time', 'Ask who needs it']),
      cast().write('Bea', boardOf(ASKED.Bea), ['Soup', 'A list of phone numbers', 'Keys for each other']),
      ...Array.from({ length: GUESTS }, (_, index) =>
        // To all but the fifth, where Eve is alone.
        cast().give(`Guest ${index + 1}`, {
          type: 'space.enter',
          space: spaceId([1, 2, 3, 4, 6][index % 5] ?? 1),
        }),
      ),
    ])

    const zoe = await cast().moveToBrowser('Zoe')
    for (const number of [1, 2, 6]) {
      await hands.enterSpace(zoe, number)
      const question = firsts()[number - 1] ?? ''
      await zoe.getByRole('heading', { level: 1, name: question }).waitFor({ state: 'attached' })
      if (number === 1) await zoe.getByText(`Joined with: ${ASKED.Bo}`, { exact: false }).waitFor()
      await show(cast().device('Zoe'), 'List')
      await zoe.getByText([LEADING[0], DATA[0], '', '', '', 'Soup'][number - 1] ?? '').waitFor()
      for (const asked of ['dialog', 'alertdialog'] as const)
        expect(await zoe.getByRole(asked).count()).toBe(0)
      expect(await zoe.locator('[data-notice]').count()).toBe(0)
    }
    for (const name of ['Ama', 'Mo']) expect(await at(name).locator('[data-notice]').count()).toBe(0)
    await cast().drop('Zoe')
  })

  test('A23 two butterflies meet in the hallway: it has a board, and the write-up has their note', async () => {
    const lena = at('Lena')
    await hands.goTo(lena, 'Spaces')
    await button(lena, /^Go there: Hallway/).click()
    await cast().give('Yan', {
      type: 'space.enter',
      space: Object.entries(cast().view().spaces).find(([, { kind }]) => kind === 'hallway')?.[0] ?? '',
    })
    await show(cast().device('Lena'), 'List')
    await writeInList(cast().device('Lena'), ['We met by the coffee'])
    await untilSaved(cast().device('Lena'))
    await lena.getByRole('link', { name: 'Write-up' }).first().click()
    await lena.getByText('We met by the coffee').waitFor()
  })

  test('A24 Eve is alone: she writes, submits and goes; nothing is cancelled', async () => {
    const eve = at('Eve')
    await show(cast().device('Eve'), 'List')
    await writeInList(cast().device('Eve'), [
      'Forms are too long',
      'Shame keeps people away',
      'Ask the cooks',
    ])
    await eve.getByRole('link', { name: 'Topic and report' }).click()
    await eve
      .getByRole('textbox', { name: 'Headline', exact: true })
      .pressSequentially('Shame costs more than meals.')
    await button(eve, 'Submit the report').click()
    await eve.getByText(/^Submitted \d\d:\d\d by Eve, version 1$/).waitFor()
    await hands.enterSpace(eve, 6)
    await until('she is there', () => cast().view().people[cast().idOf('Eve')]?.place?.space === spaceId(6))
    const { id, state } = topicOf(ASKED.Eve)
    expect([state, cast().view().reports[id]?.isSubmitted]).toEqual(['running', true])
  })

  test('A25 at half-time the fourth space alone is asked who holds the pen; one tap names somebody', async () => {
    const slow = at(story.fourth)
    await cast().write(story.fourth, boardOf(ASKED[story.fourth]), ['Check in, and ask twice'])
    await hands.setTime(at('Farah'), 0.2)
    const few = 'Few notes so far. Who is holding the pen?'
    await told(slow, few).waitFor()
    await told(at('Sam'), few).waitFor()
    for (const name of screens().filter((each) => each !== story.fourth && each !== 'Sam'))
      expect(await told(at(name), few).count()).toBe(0)
    await hands.setTime(at('Farah'), 7)
    await button(told(slow, few), 'Sam takes notes').click()
    await until('Sam takes notes', () => cast().view().spaces[spaceId(4)]?.noteTaker === cast().idOf('Sam'))
    await told(at('Sam'), few).waitFor({ state: 'detached' })
    await until('the round has seven minutes', () => counted('running') === 6)
  })

  test('A26 Dan’s laptop is gone in mid-sentence: his words are there, and nobody sees an error', async () => {
    const dan = await cast().moveToBrowser('Dan')
    await hands.enterSpace(dan, 2)
    await show(cast().device('Dan'), 'List')
    await writeInList(cast().device('Dan'), ['Data should'])
    await button(dan, /^Edit: Data should/).click()
    await dan.keyboard.press('End')
    await dan.keyboard.type(' belong to')
    const others = ['Cy', 'Mo']
    for (const name of others) {
      await show(cast().device(name), 'List')
      await at(name).getByText('Data should belong to').waitFor()
    }
    await cast().drop('Dan')
    for (const name of others) {
      await eventually(async () => expect(await at(name).getByText('Dan is writing').count()).toBe(0))
      await at(name).getByText('Data should belong to').waitFor()
      expect(await at(name).getByRole('alert').count()).toBe(0)
      expect(await at(name).locator('[data-notice]').count()).toBe(0)
    }
  })

  test('A27 Lev joins late, sees six topics with their latest lines and the minutes left, and picks one', async () => {
    const lev = await cast().arrive('Lev')
    await lev.getByRole('heading', { name: /6 topics in this round.*7 minutes left/ }).waitFor()
    const second = lev.locator(`[data-topic="${topicOf(ASKED.Cy).id}"]`)
    await second.getByText('“Data should belong to”').waitFor()
    await button(second, `Go there: Space 2, ${ASKED.Cy}`).click()
    await lev.locator('[data-board-topic]').waitFor()
    await until('Lev is there', () => cast().view().people[cast().idOf('Lev')]?.place?.space === spaceId(2))
    await cast().drop('Lev')
  })

  test('A29 Cy splits off a second subject with five notes, Theo unfolds the spare, Cy places it: seven in round 2', async () => {
    const cy = at('Cy')
    await cy.getByRole('link', { name: 'Topic and report' }).click()
    await fromTopicMenu(cy, ASKED.Cy, 'Split…')
    const dialog = cy.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'The new question' }).fill(SPLIT)
    for (const words of DATA.slice(0, 5)) await dialog.getByRole('checkbox', { name: words }).check()
    await button(dialog, 'Split with 5 notes').click()
    await button(dialog, 'Done').waitFor()
    const theo = at('Theo')
    await hands.goTo(theo, 'Topics')
    await button(theo, 'Unfold it').click()
    await button(dialog, 'Place it…').click()
    await button(cy.getByRole('dialog'), 'Round 2 · Space 7').click()
    await until('it has its place', () => topicOf(SPLIT).place?.space === spaceId(7))
    expect(counted('scheduled')).toBe(7)
    // Moved, not copied, each with where it comes from.
    await cast().openBoard('Cy', boardOf(SPLIT))
    await show(cast().device('Cy'), 'List')
    await eventually(async () => expect(await cy.locator('[data-note]').count()).toBe(5))
    for (const words of DATA.slice(0, 5))
      await cy.locator('[data-note]', { hasText: words }).getByText('from Space 2').waitFor()
    await eventually(async () =>
      expect(await at('Mo').locator('[data-note]').count()).toBe(DATA.length - 5 + 1),
    )
  })

  test('A30 two minutes before the end a banner; the end cuts nobody off', async () => {
    const ama = at('Ama')
    await show(cast().device('Ama'), 'List')
    const field = ama.getByRole('textbox', { name: /^Write a note/ }).first()
    await field.focus()
    await ama.keyboard.type('Written across ')
    await hands.setTime(at('Farah'), 1.9)
    for (const name of ['Ama', 'Bo', 'Mo', story.third, story.fourth, 'Eve'])
      await told(at(name), 'Two minutes left. Nobody is cut off.').waitFor()
    await hands.setTime(at('Farah'), 0.05)
    await told(ama, 'The round is over. Two more minutes to finish your sentence.').waitFor()
    await ama.keyboard.type('the end')
    expect(await field.inputValue()).toBe('Written across the end')
    await ama.keyboard.press('Enter')
  })

  test('A31 what is written after the end is marked, in the list and on the canvas, for everybody', async () => {
    const note = (name: string, words: string) => at(name).locator('[data-note]').filter({ hasText: words })
    await note('Ama', 'Written across the end').getByText('after the round').waitFor()
    expect(await note('Ama', LEADING[0]).getByText('after the round').count()).toBe(0)
    await show(cast().device('Bo'), 'Canvas')
    await at('Bo').locator('.moot-note-origin', { hasText: 'after the round' }).waitFor()
    expect(await at('Bo').locator('.moot-note-origin').count()).toBe(1)
  })
}
