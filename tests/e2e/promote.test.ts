/** Notes on their way from the boards of spaces to the main board, and how they say where they are from. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import { launchBrowser, LAPTOP, openGuest, PHONE } from '../support/browser.ts'
import { comeBack } from '../support/comeBack.ts'
import { openBoard, startCourse } from '../support/course.ts'
import { eventually, fitCanvas, isShown, show, untilSaved, writeInList } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { startServer } from '../support/startServer.ts'

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('[A45] notes from two spaces are on the main board with the space of origin, once each; originals are unchanged', async () => {
  const course = await startCourse(server.url, { template: 'columns' })
  await course.give({
    type: 'spaces.open',
    count: 2,
    template: 'columns',
    fill: 'choose',
    slots: [{ title: 'Leadership' }, { title: 'Data' }],
  })
  const [one = '', two = ''] = await course.spaces(2)
  const boardOf = (space: string): string => course.view().spaces[space]?.board ?? ''
  const [ama, sam, theo] = [
    await openGuest(browser, LAPTOP),
    await openGuest(browser, PHONE),
    await openGuest(browser, LAPTOP),
  ]
  try {
    await comeBack(ama, course.link('join'), 'Ama')
    await comeBack(sam, course.link('join'), 'Sam')
    await comeBack(theo, course.link('facilitator'), 'Theo')

    // Three notes of Space 1, chosen on the canvas, in one press.
    await openBoard(ama.page, course, boardOf(one))
    await show(ama, 'List')
    await writeInList(ama, ['Keep this', 'Keep that', 'And this'], /^Write a note in Keep/)
    await untilSaved(ama)
    await show(ama, 'Canvas')
    await ama.page.locator('.tl-container').focus()
    await ama.page.keyboard.press('Control+a')
    await ama.page.getByRole('button', { name: 'Promote to the main board' }).click()
    await eventually(async () =>
      expect(await isShown(ama.page, '3 notes promoted to the main board.')).toBe(true),
    )
    expect(await seriousFindings(ama.page)).toEqual([])

    // One of Space 2, from its menu on a phone; a second press makes no second copy.
    await openBoard(sam.page, course, boardOf(two))
    await writeInList(sam, ['Live data on outcomes'])
    await untilSaved(sam)
    for (const said of ['1 note promoted to the main board.', '1 was there already.']) {
      await sam.page.getByRole('button', { name: 'More for note: Live data on outcomes' }).click()
      await sam.page.getByRole('menuitem', { name: 'Promote to the main board' }).click()
      await eventually(async () => expect(await isShown(sam.page, said)).toBe(true))
    }
    await sam.page.getByRole('button', { name: 'See them' }).click()
    await eventually(() => expect(sam.page.url()).toContain(course.board))

    // On the main board, in the list: where each is from, with a way back, in the section of the same tag.
    const keep = sam.page.locator('section', { has: sam.page.getByRole('heading', { name: /^Keep/ }) })
    await eventually(async () => expect(await keep.locator('[data-note]').count()).toBe(3))
    await eventually(async () =>
      expect(await sam.page.getByRole('link', { name: 'from Space 1' }).count()).toBe(3),
    )
    expect(await sam.page.getByRole('link', { name: 'from Space 2' }).count()).toBe(1)
    expect(await seriousFindings(sam.page)).toEqual([])

    // On the canvas each note wears it, as facilitators know their rounds; so does the write-up.
    await openBoard(theo.page, course, course.board)
    await show(theo, 'Canvas')
    await fitCanvas(theo)
    await eventually(async () =>
      expect(await theo.page.locator('.moot-note-origin').allTextContents()).toEqual(
        expect.arrayContaining(['from R1·1 Leadership', 'from R1·2 Data']),
      ),
    )
    await theo.page.goto(`${server.url}/w/${course.id}/write-up`)
    await eventually(async () => expect(await theo.page.getByText('[from R1·1 Leadership]').count()).toBe(3))

    // A space that is taken away is still where its notes are from; the originals are as they were.
    await course.give({ type: 'space.remove', space: two })
    await sam.page.reload()
    await eventually(async () =>
      expect(await sam.page.getByText('from Space 2').first().isVisible()).toBe(true),
    )
    await sam.page.getByRole('link', { name: 'from Space 1' }).first().click()
    await eventually(() => expect(sam.page.url()).toContain(boardOf(one)))
    await eventually(async () => expect(await sam.page.locator('[data-note]').count()).toBe(3))
    expect(await sam.page.getByText(/^from /).count()).toBe(0)
    expect([...ama.problems, ...sam.problems, ...theo.problems]).toEqual([])
  } finally {
    course.end()
    for (const { context } of [ama, sam, theo]) await context.close()
  }
})
