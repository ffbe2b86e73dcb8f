/** The news wall: reports as they come, large, as a text, on paper and on the big screen; what facilitators do with it. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import type { Guest } from '../support/browser.ts'
import { contentOf, PHONE } from '../support/browser.ts'
import { listenIn } from '../support/heard.ts'
import { ledWorkshops, notice, STAGE, viewOf } from '../support/led.ts'
import type { LiveClient } from '../support/liveClient.ts'
import { beginRound, goTo, market, report, writeThemes } from '../support/market.ts'
import { eventually } from '../support/screens.ts'

const { arrive, connect, lead, url } = ledWorkshops()

/** A laptop before a projector. */
const PROJECTOR = { width: 1280, height: 720 }
/** 18 pt in CSS px. */
const LEGIBLE = 24

const ROUND_1 = [
  'What kind of leadership is needed in public services and how localised will it need to become?',
  'Data that helps people learn',
  'Tenders small charities can win',
  'Staff safety when remote',
  'Unclaimed school meals',
  'What neighbours did',
]
const ROUND_2 = [
  'Phones and paper still matter',
  'Who owns the data?',
  'Wie gelingt Verantwortungsübernahme in der Gemeindeverwaltungsmodernisierung, wenn Zuständigkeitsüberschneidungen die Handlungsspielräume einschränken?',
  'كيف يمكن للخدمات العامة المحلية أن تحافظ على ثقة الناس؟',
  'Street level support',
  'A meal together',
  'What a library can be',
]

/** A workshop with so many topics that have begun, offered by four people in turn. */
async function started(rounds: 1 | 2) {
  const { made, farah } = await lead()
  const people = [
    await connect(made, 'join', 'Ama'),
    await connect(made, 'join', 'Cy'),
    await connect(made, 'join', 'Tia'),
    await connect(made, 'join', 'Eve'),
  ]
  const by = (index: number): LiveClient => {
    const person = people[index % people.length]
    if (person === undefined) throw new Error('nobody there')
    return person
  }
  const grid = await market({ farah: { live: farah } }, { rounds, spaces: 7 })
  const topics: string[] = []
  for (const [round, questions] of [ROUND_1, ROUND_2].slice(0, rounds).entries())
    for (const [space, question] of questions.entries())
      topics.push(await grid.offer({ live: by(topics.length) }, question, [round + 1, space + 1]))
  for (let round = 1; round <= rounds; round += 1) await beginRound(farah, grid, round)
  return { made, farah, people, by, grid, topics }
}

/** Farah goes on to an activity in the main room. */
async function goOn(farah: LiveClient, kind: 'news' | 'harvest' | 'break', title: string): Promise<void> {
  await farah.give({ type: 'stage.add', stage: { ...STAGE, kind, title } })
  await eventually(() =>
    expect(Object.values(viewOf(farah).stages).map((each) => each.title)).toContain(title),
  )
  const [stage = ''] = Object.entries(viewOf(farah).stages).find(([, each]) => each.title === title) ?? []
  await goTo(farah, stage)
}

const toWall = async ({ page }: Guest, id: string): Promise<void> => {
  await page.goto(`${url()}/w/${id}/news`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}
const pagers = (page: Page) => page.getByRole('article')
const asText = (page: Page) => page.getByRole('radio', { name: 'Text' }).check({ force: true })
/** Headings of the screen in their order: level and words. */
const outline = (page: Page): Promise<string[]> =>
  page
    .locator('main')
    .locator('h1, h2, h3, h4')
    .evaluateAll((all) => all.map((each) => `${each.tagName[1] ?? ''} ${each.textContent ?? ''}`))
/** Words of one-pagers that are smaller than 18 pt. */
const small = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const found: string[] = []
    for (const article of document.querySelectorAll('article')) {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const { parentElement, textContent } = node
        const isShown =
          parentElement?.checkVisibility() === true && !parentElement.closest('.visually-hidden')
        if (!isShown || parentElement === null || (textContent ?? '').trim() === '') continue
        if (Number.parseFloat(getComputedStyle(parentElement).fontSize) < least) found.push(textContent ?? '')
      }
    }
    return found
  }, LEGIBLE)
/** Sheets of a printed page. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

describe('the news wall', () => {
  test('[A32] shows a report from its first line on, to observers too, and an announcement reaches every board', async () => {
    const { made, farah, by, topics } = await started(1)
    const olu = await arrive(made, 'observer', 'Olu')
    const sam = await arrive(made, 'join', 'Sam')
    const mo = await arrive(made, 'join', 'Mo', PHONE)
    await toWall(olu, made.id)
    await olu.page.getByText('The first line of a report appears here by itself.').waitFor()
    expect(await olu.page.locator('main li').count()).toBe(6)

    // Live, without a reload: a draft with its first line, then one that is submitted, twice.
    await report(by(0), topics[0] ?? '', { headline: 'Leadership is done between people.' })
    await pagers(olu.page).first().getByText('Leadership is done between people.').waitFor()
    expect(await pagers(olu.page).first().innerText()).toContain('Draft')
    await by(0).give({ type: 'report.submit', topic: topics[0] ?? '' })
    await pagers(olu.page).first().getByText('Submitted', { exact: true }).waitFor()
    await by(0).give({ type: 'report.reopen', topic: topics[0] ?? '' })
    await pagers(olu.page).first().getByText('Being changed after version 1').waitFor()
    await by(0).give({ type: 'report.submit', topic: topics[0] ?? '' })
    await pagers(olu.page).first().getByText('Submitted, version 2').waitFor()

    for (const [index, topic] of topics.slice(1).entries())
      await report(by(index + 1), topic, { headline: `Headline ${index + 2}` })
    await eventually(async () => expect(await pagers(olu.page).count()).toBe(6))
    await olu.page.getByText('6 reports, 5 not submitted yet').waitFor()
    expect(await pagers(olu.page).first().innerText()).toContain('Offered by Ama')
    expect(await pagers(olu.page).first().innerText()).toContain('Round 1 · Space 1')
    expect(await olu.page.getByRole('button', { name: /Nudge|Gather/ }).count()).toBe(0)
    expect(await seriousFindings(olu.page)).toEqual([])

    // Everybody is on a board of their own; what Farah says reaches each, and is heard once.
    const boards = topics.map((topic) => viewOf(farah).topics[topic]?.board ?? '')
    for (const [guest, board] of [
      [sam, boards[1]],
      [mo, boards[2]],
    ] as const)
      await guest.page.goto(`${url()}/w/${made.id}/b/${board ?? ''}`)
    await sam.page.getByRole('group', { name: 'How the board is shown' }).waitFor()
    await mo.page.getByRole('group', { name: 'How the board is shown' }).waitFor()
    const { heard } = await listenIn(sam.page)
    await goOn(farah, 'news', 'News')
    await farah.give({ type: 'announce', text: 'New topic at R2·7. The wall is open.' })
    for (const guest of [olu, sam, mo]) await notice(guest, 'The wall is open.').waitFor()
    await eventually(async () =>
      expect((await heard()).filter((line) => line.includes('The wall is open.'))).toHaveLength(1),
    )
  })

  test('[A36] thirteen one-pagers in two rounds, by round or by space, and all of them as one text by headings', async () => {
    const { made, farah, by, topics } = await started(2)
    const doc = viewOf(farah).boards[viewOf(farah).topics[topics[0] ?? '']?.board ?? '']?.doc ?? ''
    await writeThemes(url(), made, doc, {
      'System leadership of place': ['empowering communities'],
      'Safe working': ['who looks after whom'],
    })
    for (const [index, topic] of topics.entries())
      await report(by(index), topic, { headline: `Headline ${index + 1}`, next: `Step ${index + 1}` })
    await report(by(0), topics[0] ?? '', { question: 'Who decides?\nAnd when?', requests: 'A quiet room' })
    await goOn(farah, 'harvest', 'Harvest')

    const sam = await arrive(made, 'join', 'Sam')
    const { page } = sam
    await toWall(sam, made.id)
    await eventually(async () => expect(await pagers(page).count()).toBe(13))
    const first = pagers(page).first()
    await first.getByText('System leadership of place').waitFor()
    expect(await first.innerText()).toMatch(/For later Who decides\?\s+… and 1 more line/)
    expect(await first.innerText()).toContain('Request or offer A quiet room')
    const byRound = ['1 News wall', '2 Round 1', ...ROUND_1.map((each) => `3 ${each}`)]
    expect(await outline(page)).toEqual([...byRound, '2 Round 2', ...ROUND_2.map((each) => `3 ${each}`)])

    await page.getByRole('radio', { name: 'By space' }).check({ force: true })
    expect((await outline(page)).slice(0, 6)).toEqual([
      '1 News wall',
      '2 Space 1',
      `3 ${ROUND_1[0]}`,
      `3 ${ROUND_2[0]}`,
      '2 Space 2',
      `3 ${ROUND_1[1]}`,
    ])
    await page.getByRole('radio', { name: 'By round' }).check({ force: true })

    // Sam reads all thirteen by heading keys.
    await asText(page)
    const headings = await outline(page)
    expect(headings.filter((each) => each.startsWith('2'))).toEqual(['2 Round 1', '2 Round 2'])
    expect(headings.filter((each) => each.startsWith('3'))).toEqual(
      [...ROUND_1, ...ROUND_2].map((each) => `3 ${each}`),
    )
    expect(headings.slice(2, 8)).toEqual([
      `3 ${ROUND_1[0]}`,
      '4 Headline',
      '4 Main points',
      '4 Next steps',
      '4 Requests and offers',
      '4 Questions for later',
    ])
    expect(await page.getByRole('article').first().innerText()).toContain('Who decides?\nAnd when?')
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('radio', { name: 'Wall' }).check({ force: true })
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    // The frame's buttons change their colours in a moment.
    await eventually(async () => expect(await seriousFindings(page)).toEqual([]))
    await page.emulateMedia({ colorScheme: null, reducedMotion: null })

    // One after the other on paper: a sheet each, 18 pt at least, nothing cut off at its foot.
    expect(await sheets(page)).toBe(13)
    await page.emulateMedia({ media: 'print' })
    expect(await small(page)).toEqual([])
    expect(
      await pagers(page).evaluateAll(
        (all) => all.filter((each) => each.scrollHeight > each.clientHeight).length,
      ),
    ).toBe(0)
    expect(await page.getByRole('img', { name: /QR code/ }).count()).toBe(13)
    await page.emulateMedia({ media: null })
  })

  test('one report is read from across a room without scrolling, and the keys go through all of them', async () => {
    const { made, farah, by, topics } = await started(2)
    const long = 'Verantwortungsübernahme gelingt, wo Zuständigkeiten klar sind. '.repeat(6).trim()
    const doc = viewOf(farah).boards[viewOf(farah).topics[topics[8] ?? '']?.board ?? '']?.doc ?? ''
    await writeThemes(url(), made, doc, {
      [long.slice(0, 130)]: [long],
      [long.slice(5, 135)]: ['b'],
      Ende: ['c'],
    })
    for (const [index, topic] of topics.entries())
      await report(by(index), topic, { headline: `Headline ${index + 1}` })
    await by(8).give({ type: 'report.quote', topic: topics[8] ?? '', note: { id: 'uma1', text: long } })
    await report(by(8), topics[8] ?? '', { next: long, question: long, requests: long })

    for (const role of ['join', 'facilitator'] as const) {
      const guest = await arrive(made, role, role === 'join' ? 'Sam' : 'Theo', PROJECTOR)
      const { page } = guest
      await toWall(guest, made.id)
      await page.getByRole('button', { name: ROUND_2[1] ?? '', exact: true }).click()
      await page.getByText('8 of 13', { exact: true }).waitFor()
      await eventually(async () =>
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(ROUND_2[1]),
      )
      const { heard } = await listenIn(page)
      await page.keyboard.press('ArrowRight')
      await page.getByText('9 of 13', { exact: true }).waitFor()
      await eventually(async () => expect((await heard()).join(' ')).toContain(`9 of 13: ${ROUND_2[2]}`))
      await page.getByText('Ende').waitFor()
      expect(await small(page)).toEqual([])
      // Neither the screen nor the page scrolls, and no line is cut through: the foot stands within the page.
      expect(
        await page.evaluate(() => {
          const main = document.querySelector('main')
          const article = document.querySelector('article')
          return main === null || article === null
            ? undefined
            : [main.scrollHeight - main.clientHeight, article.scrollHeight - article.clientHeight]
        }),
      ).toEqual([0, 0])
      expect(await page.getByRole('link', { name: /^Read the full report/ }).isVisible()).toBe(true)
      expect(await seriousFindings(page)).toEqual([])
      expect(await sheets(page)).toBe(1)
      for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight')
      await page.getByText('13 of 13', { exact: true }).waitFor()
      await page.keyboard.press('Escape')
      await eventually(async () => expect(await pagers(page).count()).toBe(13))
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(ROUND_2[6])
    }

    // On a phone it is as long as it is, with nothing cut short and nothing beside the screen.
    const mo = await arrive(made, 'join', 'Mo', { width: 360, height: 740 })
    await toWall(mo, made.id)
    await mo.page.getByRole('button', { name: ROUND_2[2] ?? '', exact: true }).click()
    await mo.page.getByText('9 of 13', { exact: true }).waitFor()
    expect(await mo.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    const cut = await mo.page
      .locator('article p, article em, article span:not(.visually-hidden)')
      .evaluateAll(
        (all) =>
          all.filter((each) => each.clientHeight > 0 && each.scrollHeight > each.clientHeight + 8).length,
      )
    expect(cut).toBe(0)
  })

  test('[OS-1] joined questions have each who asked it, and a topic that goes on says where, on the wall, large and as a text', async () => {
    const { made, farah } = await lead()
    const ama = await connect(made, 'join', 'Ama')
    const bo = await connect(made, 'join', 'Bo')
    const grid = await market({ farah: { live: farah } }, { rounds: 2, spaces: 2 })
    const topic = await grid.offer({ live: ama }, ROUND_1[1] ?? '', [1, 1])
    const other = await grid.offer({ live: bo }, ROUND_2[1] ?? '')
    await bo.give({ type: 'topic.askMerge', topic: other, other: topic })
    const asks = () => viewOf(ama).me.topics.merges
    await eventually(() => expect(asks()).toHaveLength(1))
    await ama.give({ type: 'merge.answer', ask: asks()[0]?.id ?? '', isYes: true, main: topic })
    await beginRound(farah, grid, 1)
    const place = { round: grid.rounds[1] ?? '', space: grid.spaces[1] ?? '', time: '', where: '' }
    await ama.give({ type: 'topic.continue', topic, place })
    await report(ama, topic, { headline: 'It helps those who ask for it.' })

    const sam = await arrive(made, 'join', 'Sam', PROJECTOR)
    const { page } = sam
    const said = async (): Promise<string> => (await pagers(page).first().innerText()).replaceAll(/\s+/g, ' ')
    const joined = `Joined with ${ROUND_2[1]} (asked by Bo)`
    const course = 'goes on in Round 2 · Space 2'
    await toWall(sam, made.id)
    await eventually(async () => expect(await said()).toContain(joined))
    expect(await said()).toContain(course)
    await page.getByRole('button', { name: ROUND_1[1] ?? '', exact: true }).click()
    await page.getByText('1 of 1', { exact: true }).waitFor()
    for (const words of [joined, course, 'Offered by Ama and Bo']) expect(await said()).toContain(words)
    expect(await small(page)).toEqual([])
    await page.keyboard.press('Escape')
    await asText(page)
    await eventually(async () =>
      expect(await page.getByRole('heading', { level: 4 }).count()).toBeGreaterThan(1),
    )
    for (const words of [joined, course]) expect(await said()).toContain(words)
  })

  test('[A37] a nudge is for those who offered the topic alone, and headlines are gathered on a board', async () => {
    const { made, farah, people, by, topics } = await started(1)
    for (const [index, topic] of topics.slice(0, 4).entries())
      await report(by(index), topic, { headline: `Headline ${index + 1}` })
    await goOn(farah, 'break', 'Break')
    const theo = await arrive(made, 'facilitator', 'Theo')
    const { page } = theo
    await toWall(theo, made.id)
    await page.getByText('4 reports, 4 not submitted yet. 2 still to come', { exact: true }).waitFor()
    await page.getByRole('heading', { name: 'Nothing written yet' }).waitFor()
    // Ama offered the fifth, Cy the sixth.
    for (const question of ROUND_1.slice(4))
      await page.getByRole('button', { name: `Nudge: ${question}` }).click()
    await eventually(async () => expect(await page.getByRole('button', { name: 'Reminded' }).count()).toBe(2))
    const told = () =>
      people.map((live) =>
        viewOf(live)
          .me.topics.notices.filter(({ kind }) => kind === 'report')
          .map(({ topic }) => topic),
      )
    await eventually(() => expect(told()).toEqual([[topics[4]], [topics[5]], [], []]))
    for (const live of [...people.slice(2), farah])
      expect(live.raw.some((message) => message.includes('"kind":"report"'))).toBe(false)

    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Gather on a board' }).click()
    await page.getByRole('group', { name: 'How the board is shown' }).waitFor()
    await page.getByRole('radio', { name: 'List', exact: true }).check({ force: true })
    for (const number of [1, 2, 3, 4]) await page.getByText(`Headline ${number}`, { exact: true }).waitFor()
  })

  test('[OS-4] once it has ended, facilitators find the way to the next workshop on the wall, on Now and in Run, and choose which questions go along', async () => {
    const { made, farah, by, topics } = await started(1)
    await report(by(0), topics[0] ?? '', { headline: 'Headline 1', question: 'Who decides?' })
    await report(by(1), topics[1] ?? '', { headline: 'Headline 2', question: 'Who owns the data?' })
    const theo = await arrive(made, 'facilitator', 'Theo')
    const sam = await arrive(made, 'join', 'Sam')
    for (const guest of [theo, sam]) await toWall(guest, made.id)
    const { page } = theo
    const ways = (guest: Guest) =>
      guest.page.getByRole('button', { name: 'Start the next one…' }).filter({ visible: true })
    const panel = page.getByRole('complementary', { name: 'Run', exact: true })
    await eventually(async () => expect(await pagers(page).count()).toBe(2))
    expect(await ways(theo).count()).toBe(0)

    await farah.give({ type: 'workshop.end' })
    await ways(theo).first().waitFor()
    await page.getByRole('heading', { level: 2, name: 'What comes next' }).waitFor()
    // Beside *Run* once, and where *Run* is folded on the screen itself.
    await page.getByRole('link', { name: 'Now', exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: 'It’s finished' }).waitFor()
    await ways(theo).waitFor()
    expect(await panel.getByRole('button', { name: 'Start the next one…' }).count()).toBe(1)
    await page.setViewportSize(PHONE)
    await page.getByRole('main').getByRole('button', { name: 'Start the next one…' }).waitFor()
    await page.setViewportSize(PROJECTOR)
    await sam.page.getByRole('link', { name: 'Now', exact: true }).first().click()
    await sam.page.getByRole('heading', { level: 1, name: 'It’s finished' }).waitFor()
    expect(await ways(sam).count()).toBe(0)
    await sam.page.getByRole('button', { name: 'Read the news wall' }).click()
    await eventually(async () => expect(await pagers(sam.page).count()).toBe(2))
    expect(await ways(sam).count()).toBe(0)

    await toWall(theo, made.id)
    await page.getByRole('main').getByRole('button', { name: 'Start the next one…' }).click()
    const dialog = page.getByRole('dialog')
    const question = (number: number) => dialog.getByRole('textbox', { name: `Question ${number}` })
    await eventually(async () =>
      expect(await Promise.all([1, 2].map((number) => question(number).inputValue()))).toEqual([
        'Who decides?',
        'Who owns the data?',
      ]),
    )
    expect(await seriousFindings(page)).toEqual([])
    await dialog.getByRole('checkbox', { name: 'Bring along: Who decides?' }).uncheck()
    await dialog.getByRole('button', { name: 'Start it' }).click()
    await page.waitForURL((to) => /\/w\//.test(to.pathname) && !to.pathname.includes(made.id))
    await page.getByText('Who owns the data?').first().waitFor()
    expect(await page.getByText('Who decides?').count()).toBe(0)
  })

  test('[A23] the write-up has what was reported under its board, and the hallway’s notes', async () => {
    const { made, farah, by, topics } = await started(1)
    const { spaces, boards } = viewOf(farah)
    const hallway = Object.values(spaces).find(({ kind }) => kind === 'hallway')?.board ?? ''
    await writeThemes(url(), made, boards[hallway]?.doc ?? '', { 'By the coffee': ['Two butterflies met'] })
    await report(by(0), topics[0] ?? '', { headline: 'It is done between people.', said: 'It began well.' })
    const sam = await arrive(made, 'join', 'Sam')
    const { page } = sam
    await page.goto(`${url()}/w/${made.id}/write-up`)
    await page.getByText('Two butterflies met').waitFor()
    const heading = page.getByRole('heading', { name: 'Report of R1·1, unfinished' })
    await heading.waitFor()
    await page.getByText('It began well.').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download Markdown' }).click()
    const markdown = (await contentOf(download)).toString('utf8')
    expect(markdown).toMatch(
      /### Report of R1·1, unfinished[^]*It is done between people\.[^]*It began well\./,
    )
    expect(markdown).toContain('*Two butterflies met*')
    // Pictures of boards that are being drawn say so in a moment.
    await eventually(async () => expect(await seriousFindings(page)).toEqual([]))
  })

  test('the big screen shows the marketplace, then the wall, and no name', async () => {
    const { made, farah, by, topics } = await started(1)
    const theo = await arrive(made, 'facilitator', 'Theo', PROJECTOR)
    const { page } = theo
    await report(by(0), topics[0] ?? '', { headline: 'Leadership is done between people.' })
    await goOn(farah, 'news', 'News')
    await page.goto(`${url()}/w/${made.id}/screen`)
    await page.getByText('Leadership is done between people.').waitFor()
    const offering =
      Object.entries(viewOf(farah).stages).find(([, { kind }]) => kind === 'marketplace')?.[0] ?? ''
    expect(await page.locator('body').innerText()).not.toMatch(/Ama|Cy|Tia|Eve/)
    await goTo(farah, offering)
    await page.getByRole('heading', { name: 'Topics' }).waitFor()
    await page.getByText('Round 1 · Space 1').waitFor()
    expect(await page.locator('body').innerText()).not.toMatch(/Ama|Cy|Tia|Eve/)
    expect(await page.locator('button, a[href], input').count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true)
  })
})
