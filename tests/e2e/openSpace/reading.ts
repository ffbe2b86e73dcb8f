/** 13:57 to 14:38: news, round 2, harvest, break. */
import { expect, test } from 'vitest'
import { seriousFindings } from '../../support/axe.ts'
import { listenIn } from '../../support/heard.ts'
import * as hands from '../../support/openSpaceHands.ts'
import { button, leadOn, strip, tabTo, told } from '../../support/openSpaceHands.ts'
import { eventually } from '../../support/screens.ts'
import { until } from '../../support/stockClient.ts'
import {
  ASKED,
  LENAS,
  SPLIT,
  at,
  boardOf,
  cast,
  firsts,
  screens,
  seconds,
  story,
  topicOf,
  writeReport,
} from './story.ts'

/** Its steps, in order. */
export function readingReports(): void {
  test('A32 the wall shows six reports from their first lines on; an announcement is on every board, and is heard', async () => {
    const headline = async (name: string) => {
      const page = at(name)
      await page.getByRole('link', { name: 'Topic and report' }).click()
      await page
        .getByRole('textbox', { name: 'Headline', exact: true })
        .pressSequentially(`What ${name} heard`)
      await page.locator('[data-report="saved"]').waitFor()
    }
    await headline('Ama')
    await headline(story.third)
    for (const name of ['Cy', story.fourth, 'Bea'] as const) await writeReport(name, ASKED[name], 'headline')
    const farah = at('Farah')
    await leadOn(farah, 'News')
    const lena = at('Lena')
    await hands.goTo(lena, 'Now')
    await button(lena, 'Read the news wall').click()
    await eventually(async () => expect(await lena.getByRole('article').count()).toBe(6))
    await lena.getByText('6 reports, 5 not submitted yet').waitFor()

    await cast().openBoard('Cy', boardOf(ASKED.Cy))
    await hands.goTo(at('Hana'), 'Spaces')
    await button(at('Hana'), /Space 6/)
      .first()
      .click()
    const { heard } = await listenIn(at('Sam'))
    const words = 'A new topic is at R2·7. The reports are on the news wall.'
    await hands.say(farah, words)
    for (const name of screens()) await told(at(name), words).waitFor()
    for (const name of cast().lines.keys())
      await until(`${name} was told`, () =>
        cast()
          .view(name)
          .me.announcements.some(({ text }) => text === words),
      )
    await eventually(async () =>
      expect((await heard()).filter((line) => line.includes(words))).toHaveLength(1),
    )
  })

  test('round 2 has seven topics with their boards', async () => {
    await leadOn(at('Farah'), 'Round 2')
    await until('all seven run', () => seconds().every((each) => topicOf(each).state === 'running'))
    expect(new Set(seconds().map(boardOf)).size).toBe(7)
    await cast().openBoard('Cy', boardOf(SPLIT))
    await eventually(async () => expect(await at('Cy').locator('[data-note]').count()).toBe(5))
    await cast().write('Pat', boardOf(ASKED.Pat), ['Not everybody has a screen', 'A letter waits for you'])
    const lena = at('Lena')
    await hands.goTo(lena, 'Now')
    await lena.getByRole('heading', { level: 1, name: LENAS }).waitFor()
    await lena.getByRole('link', { name: 'Topic and report' }).click()
    await lena.getByRole('textbox', { name: 'Headline', exact: true }).pressSequentially('Nobody asks them.')
    await lena.locator('[data-report="saved"]').waitFor()
    for (const [name, question] of [
      ['Pat', ASKED.Pat],
      ['Gwen', ASKED.Gwen],
      ['Ines', ASKED.Ines],
      ['Cy', SPLIT],
    ] as const)
      await writeReport(name, question, 'headline')
    // Two have begun, and have no headline yet.
    for (const name of ['Sam', 'Mo'] as const) await writeReport(name, ASKED[name], 'question')
    for (const name of ['Ama', 'Cy', story.third, story.fourth, 'Bea', 'Pat', 'Gwen', 'Ines'] as const)
      await cast().give(name, { type: 'report.submit', topic: topicOf(ASKED[name]).id })
    await cast().give('Cy', { type: 'report.submit', topic: topicOf(SPLIT).id })
    await button(lena, 'Submit the report').click()
    await lena.getByText(/^Submitted \d\d:\d\d by Lena, version 1$/).waitFor()
  })

  test('A36 thirteen one-pagers, six and seven; Sam reads them all as a text, by its headings', async () => {
    await leadOn(at('Farah'), 'Harvest')
    const sam = at('Sam')
    await hands.goTo(sam, 'Now')
    await tabTo(sam, 'Read the news wall')
    await sam.keyboard.press('Enter')
    await eventually(async () => expect(await sam.getByRole('article').count()).toBe(13))
    await sam.getByText('13 reports, 2 not submitted yet').waitFor()
    await tabTo(sam, /^(Wall|Text)$/)
    await sam.keyboard.press('ArrowRight')
    await eventually(async () =>
      expect((await hands.outline(sam)).filter((each) => /^[123]/.test(each))).toEqual([
        '1 News wall',
        '2 Round 1',
        ...firsts().map((each) => `3 ${each}`),
        '2 Round 2',
        ...seconds().map((each) => `3 ${each}`),
      ]),
    )
    expect(await seriousFindings(sam)).toEqual([])
    const states = Object.values(cast().view().reports).map(({ isSubmitted }) => isSubmitted)
    expect([states.length, states.filter(Boolean).length]).toEqual([13, 11])
    expect(Object.keys(cast().view().topics)).toHaveLength(15)
  })

  test('A37 Farah nudges two conveners in the break: they alone are told', async () => {
    const farah = at('Farah')
    await leadOn(farah, 'Break')
    await hands.goTo(farah, 'Topics')
    await farah.getByRole('link', { name: 'News wall' }).click()
    const mine = { Sam: ASKED.Sam, Mo: ASKED.Mo }
    for (const question of Object.values(mine)) await button(farah, `Nudge: ${question}`).click()
    for (const [name, question] of Object.entries(mine))
      await strip(at(name))
        .getByText(`A reminder: the report of “${question}” has no first line yet.`)
        .waitFor()
    for (const name of screens().filter((each) => each !== 'Sam' && each !== 'Mo'))
      expect(await at(name).getByText('A reminder: the report').count()).toBe(0)
    for (const name of cast().lines.keys())
      expect(
        cast()
          .view(name)
          .me.topics.notices.filter(({ kind }) => kind === 'report'),
      ).toEqual([])
    await button(strip(at('Mo')), 'See topic').tap()
    await at('Mo').getByRole('heading', { level: 1, name: ASKED.Mo }).waitFor()
    await at('Mo').getByRole('textbox', { name: 'Headline', exact: true }).waitFor()
  })

  test('nothing went wrong in any browser', () => {
    const problems = [...cast().devices].flatMap(([name, each]) =>
      each.problems.map((words) => `${name}: ${words}`),
    )
    expect(problems).toEqual([])
  })
}
