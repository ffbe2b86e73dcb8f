/** 13:18 to 13:27: writing in private, taking turns, coming late. */
import { expect, test } from 'vitest'
import { seriousFindings } from '../../support/axe.ts'
import * as hands from '../../support/openSpaceHands.ts'
import { button, leadOn, strip, tabTo } from '../../support/openSpaceHands.ts'
import { eventually } from '../../support/screens.ts'
import { until } from '../../support/stockClient.ts'
import { ASKED, LENAS, NAMES, at, cast, screens, topicOf } from './story.ts'
import type { Name } from './story.ts'

/** Its steps, in order. */
export function choosingTopics(): void {
  test('A10 thirteen write in private: all are counted, and no word of theirs reaches anybody else', async () => {
    const farah = at('Farah')
    for (const title of ['Opening', 'Check-in', 'Marketplace']) await leadOn(farah, title)
    await button(farah, 'Write privately first').click()
    await at('Sam').getByText('First everybody writes for themselves.', { exact: false }).waitFor()
    await Promise.all(
      (['Ama', 'Bo', 'Cy', 'Tia', 'Uma', 'Eve', 'Mo'] as const).map(async (name) => {
        await hands.offer(at(name), ASKED[name])
        await hands.done(at(name))
      }),
    )
    await hands.offer(at('Hana'), ASKED.Bea, { for: 'Bea' })
    await hands.done(at('Hana'))
    const sam = at('Sam')
    await tabTo(sam, 'Offer a topic')
    await sam.keyboard.press('Enter')
    await eventually(async () =>
      expect(await sam.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA'),
    )
    await sam.keyboard.type(ASKED.Sam)
    await sam.getByText('Kept. Only you see it so far.').waitFor()
    await sam.keyboard.press('Enter')
    await button(sam, 'Done').waitFor()
    await sam.keyboard.press('Enter')
    await sam.getByRole('dialog').waitFor({ state: 'detached' })
    for (const name of ['Pat', 'Di', 'Gwen', 'Ines'] as const)
      await cast().give(name, {
        type: 'draft.write',
        question: ASKED[name],
        ...(name === 'Pat' && { as: cast().idOf('Pat') }),
      })
    for (const name of ['Farah', 'Theo', 'Mo'])
      await at(name).getByText('13 people are writing.', { exact: false }).waitFor()
    expect(cast().view('Olu').market.drafting).toBe(13)

    for (const name of NAMES) {
      const hand = cast().handOf(name)
      const heard = (who: string): boolean =>
        (cast().devices.get(who)?.frames ?? cast().lines.get(who)?.live.raw ?? []).some((each) =>
          each.includes(ASKED[name]),
        )
      const everybody = [...cast().devices.keys(), ...cast().lines.keys()]
      expect({ name, heardBy: everybody.filter(heard) }).toEqual({ name, heardBy: [hand] })
    }
  })

  test('A11 one after the other in random order: pass and later work, and Sam is told aloud', async () => {
    await button(at('Farah'), 'Take turns').click()
    const offered = (): number => Object.keys(cast().view().topics).length
    const called: Name[] = []
    let draft = ''
    // Mo says pass; Gwen says later, and is the last one left.
    const isLast = (): boolean =>
      called.includes('Mo') && offered() === 11 && cast().view().market.turn?.person === cast().idOf('Gwen')
    while (!isLast()) {
      await until('the next turn is called', () => {
        const { turn } = cast().view().market
        return turn !== null && turn.draft !== draft
      })
      const { turn } = cast().view().market
      const name = NAMES.find((each) => cast().idOf(each) === turn?.person)
      if (turn === null || name === undefined) throw new Error('somebody unknown has the turn')
      draft = turn.draft
      called.push(name)
      const how = name === 'Mo' ? 'pass' : name === 'Gwen' ? 'later' : 'post'
      const before = offered()
      const hand = cast().handOf(name)
      if (!cast().devices.has(hand)) {
        await cast().give(name, { type: 'turn.take', draft: turn.draft, how })
      } else {
        const own = strip(at(hand))
        const title =
          hand === name ? 'It is your turn: read your question out' : `${name}’s turn: read it out for them`
        await own.getByRole('alert').getByText(title).waitFor()
        await own.getByText(ASKED[name]).waitFor()
        if (name === 'Sam') {
          // Said at once by a screen reader, and to nobody else.
          for (const other of screens().filter((each) => each !== 'Sam'))
            expect(await at(other).getByText(title).count()).toBe(0)
          await tabTo(at('Sam'), 'Post it')
          await at('Sam').keyboard.press('Enter')
        } else if (name === 'Mo') await button(own, 'Pass').tap()
        else await button(own, 'Post it').click()
      }
      if (how === 'post') await until('it is public', () => offered() === before + 1)
      await until('the turn goes on', () => cast().view().market.turn?.draft !== draft)
    }
    // Each was called once; Gwen, who said later, is called again now.
    expect(new Set([...called, 'Gwen']).size).toBe(13)
    expect(called).toHaveLength(called.includes('Gwen') ? 13 : 12)
    // Not in the order in which they were written.
    expect(called.slice(7)).not.toEqual(['Bea', 'Sam', 'Pat', 'Di', 'Gwen', 'Ines'])
    expect([topicOf(ASKED.Bea).conveners, topicOf(ASKED.Pat).conveners]).toEqual([
      [cast().idOf('Bea')],
      [cast().idOf('Pat')],
    ])
    await at('Farah').getByText('It is Gwen’s turn to say a question.').waitFor()
  })

  test('A12 Lena joins by the link, reads what is going on, and takes part without help', async () => {
    const lena = await cast().arrive('Lena')
    await lena.getByText('Choosing topics. 11 offered so far. You can offer one too.').waitFor()
    expect(await seriousFindings(lena)).toEqual([])
    await button(lena, 'See all topics').click()
    await button(lena, `Sign up for ${ASKED.Bea}`).click()
    await until('she is signed up', () => topicOf(ASKED.Bea).names.includes(cast().idOf('Lena')))
    // She begins a question of her own, and is called away: it is kept.
    await button(lena, 'Offer a topic').click()
    await lena.getByRole('dialog').getByRole('textbox', { name: 'Your question' }).pressSequentially(LENAS)
    await lena.getByText('Kept. Only you see it so far.').waitFor()
    await lena.keyboard.press('Escape')
    await lena.getByRole('dialog').waitFor({ state: 'detached' })

    // Gwen, who said later, is the last; Mo, who passed, posts when turns are over.
    const { turn } = cast().view().market
    await cast().give('Gwen', { type: 'turn.take', draft: turn?.draft ?? '', how: 'post' })
    await hands.goTo(at('Mo'), 'Topics')
    await button(at('Mo'), `Post it: ${ASKED.Mo}`).tap()
    await until('thirteen are public', () => Object.keys(cast().view().topics).length === 13)
  })
}
