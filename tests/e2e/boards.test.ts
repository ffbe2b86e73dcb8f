/** Several boards on the screens: made, ordered, gone between, linked to, copied across, and taken away. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, LAPTOP, openGuest, PHONE } from '../support/browser.ts'
import { focusName } from '../support/heard.ts'
import { eventually, isShown, joinBy, joinLink, show, startBoard, untilSaved } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, post, startServer } from '../support/startServer.ts'

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

/** Gives everybody a device, and looks afterwards that nothing went wrong in any browser. */
async function withGuests(
  devices: readonly (typeof LAPTOP)[],
  work: (...guests: Guest[]) => Promise<void>,
): Promise<void> {
  const guests: Guest[] = []
  for (const device of devices) guests.push(await openGuest(browser, device))
  try {
    await work(...guests)
    for (const { problems } of guests) expect(problems).toEqual([])
  } finally {
    for (const { context } of guests) await context.close()
  }
}

/** A workshop with further boards, made by a facilitator who is not on the screen. */
async function workshop(...titles: string[]) {
  const made = await makeWorkshop(server.url, { title: 'Our year' })
  const { id, keys, boards } = made
  const { secret } = await joinAs(server.url, id, keys.facilitator, 'Fay')
  const give = async (command: object): Promise<string> => {
    const { json } = await post(server.url, `/api/workshops/${id}/commands`, command, secret)
    return /"board":"(\w+)"/.exec(JSON.stringify(json))?.[1] ?? ''
  }
  const ids = [boards[0]?.id ?? '']
  for (const title of titles) ids.push(await give({ type: 'board.add', template: 'blank', title }))
  const link = (board: number): string => `${server.url}/w/${id}/b/${ids[board] ?? ''}#j.${keys.join}`
  return { id, keys, ids, give, link }
}

/** Waits until a note is what is selected on the canvas: what a press on Edit opens are its words. */
async function untilSelected(page: Page, text: string): Promise<void> {
  await page
    .getByRole('group', { name: 'What is selected' })
    .getByRole('button', { name: 'Edit' })
    .click({ timeout: 20_000 })
  const words = page.getByRole('textbox', { name: 'Words of the note' })
  await eventually(async () => expect(await words.inputValue()).toBe(text))
  await page.keyboard.press('Escape')
}

const switcher = (page: Page) => page.getByRole('group', { name: 'Boards', exact: true })
const cards = (page: Page) => page.locator('[data-board]')
const names = (page: Page): Promise<string[]> =>
  cards(page).evaluateAll((all) => all.map((card) => card.querySelector('[title]')?.textContent ?? ''))
const openAll = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^All boards/ }).click()
  await cards(page).first().waitFor()
}
const choose = async (page: Page, board: string, item: string): Promise<void> => {
  await page.getByRole('button', { name: `More for ${board}`, exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}
const untilAt = (page: Page, place: string): Promise<void> =>
  eventually(async () =>
    expect((await switcher(page).textContent())?.replaceAll(' ', '')).toContain(place.replaceAll(' ', '')),
  )
const write = async (page: Page, words: string): Promise<void> => {
  const field = page.getByRole('textbox', { name: /^Write a note/ }).first()
  await field.fill(words)
  await field.press('Enter')
}

describe('several boards', () => {
  test('a facilitator adds, renames, orders and copies them; a participant on a phone follows', () =>
    withGuests([LAPTOP, PHONE], async (ama, bo) => {
      await startBoard(ama, server.url)
      const link = await joinLink(ama)
      await joinBy(bo, link, 'Bo')
      // The simple case stays simple: one board, nothing to go between.
      for (const { page } of [ama, bo]) expect(await switcher(page).count()).toBe(0)

      await ama.page.getByRole('button', { name: 'Menu' }).click()
      await ama.page.getByRole('menuitem', { name: 'Add a board…' }).click()
      await ama.page.getByRole('textbox', { name: /^Name of the board/ }).fill('Look back')
      await ama.page.getByRole('radio', { name: /Columns/ }).check()
      await ama.page.getByRole('button', { name: 'Add the board' }).click()
      await untilAt(ama.page, 'Look back 2 of 2')
      await untilAt(bo.page, '1 of 2')
      await bo.page.getByRole('button', { name: 'Next board: Look back' }).click()
      await untilAt(bo.page, '2 of 2')
      await eventually(async () => expect(await isShown(bo.page, 'Leave behind 0 notes')).toBe(true))
      // Pressed again and again: the button keeps the focus from board to board.
      await eventually(async () => expect(await focusName(bo.page)).toContain('Next board'))

      await openAll(ama.page)
      await choose(ama.page, 'Look back', 'Rename')
      await ama.page.getByRole('textbox', { name: 'Name of the board' }).fill('Looking back')
      await ama.page.keyboard.press('Enter')
      await untilAt(bo.page, 'Looking back')
      await eventually(async () => expect(await focusName(ama.page)).toBe('More for Looking back'))
      await choose(ama.page, 'Looking back', 'Move earlier')
      await untilAt(bo.page, '1 of 2')
      await choose(ama.page, 'Looking back', 'Make a copy')
      await untilAt(bo.page, '1 of 3')
      await eventually(async () =>
        expect(await names(ama.page)).toEqual(['Looking back', 'Looking back (copy)', 'Untitled board']),
      )
      // Each with its picture, fetched with the secret and shown from memory.
      await eventually(async () => {
        const pictures = await cards(ama.page).evaluateAll((all) =>
          all.map((card) => {
            const picture = card.querySelector('img')
            return [picture?.src.startsWith('blob:'), (picture?.naturalWidth ?? 0) > 50]
          }),
        )
        expect(pictures).toEqual(pictures.map(() => [true, true]))
      }, 30_000)
      expect(ama.requests.filter((url) => url.includes('thumbnail')).every((url) => !url.includes('?'))).toBe(
        true,
      )
      await ama.page.getByRole('button', { name: /^Go to Looking back \(copy\)/ }).click()
      await untilAt(ama.page, 'Looking back (copy) 2 of 3')
      await openAll(ama.page)
      await eventually(async () => expect(await cards(ama.page).first().textContent()).toContain('1 person'))
      await ama.page.keyboard.press('Escape')
      await eventually(async () => expect(await focusName(ama.page)).toContain('All boards'))
    }))

  test('going between thirty: buttons, keys and back, with a few sockets open', () =>
    withGuests([LAPTOP], async ({ page }) => {
      const made = await workshop(...Array.from({ length: 29 }, (_, index) => `Group ${index + 2}`))
      const open = new Set<string>()
      page.on('websocket', (socket) => {
        if (!socket.url().includes('/sync/')) return
        open.add(socket.url())
        socket.on('close', () => open.delete(socket.url()))
      })
      await page.goto(made.link(0))
      await page.getByRole('textbox', { name: 'Your name' }).fill('Ben')
      await page.getByRole('button', { name: 'Join', exact: true }).click()
      await untilAt(page, '1 of 30')
      for (let place = 2; place <= 8; place += 1) {
        await page.keyboard.press('Alt+PageDown')
        await untilAt(page, `Group ${place} ${place} of 30`)
      }
      await page.keyboard.press('Alt+PageUp')
      await untilAt(page, '7 of 30')
      await page.goBack()
      await untilAt(page, '8 of 30')
      await page.goBack()
      await untilAt(page, '7 of 30')
      await eventually(() => expect(open.size).toBeLessThanOrEqual(4))
      await openAll(page)
      expect(await cards(page).count()).toBe(30)
      await page.getByRole('button', { name: /^Go to Group 30,/ }).click()
      await untilAt(page, 'Group 30 30 of 30')
      expect(await page.getByRole('button', { name: /this is the last one/ }).count()).toBe(1)
    }))
})

describe('the way back from the write-up', () => {
  test('leads to the board that somebody came from, and to the first one once that is removed', () =>
    withGuests([LAPTOP], async (ben) => {
      const made = await workshop('Second')
      const { page } = ben
      await joinBy(ben, made.link(1), 'Ben')
      await untilAt(page, 'Second 2 of 2')
      const destination = (name: string) =>
        page.getByRole('navigation').getByRole('link', { name, exact: true })
      await destination('Write-up').click()
      await page.waitForURL(/write-up/)
      await destination('Board').click()
      await untilAt(page, 'Second 2 of 2')
      await destination('Write-up').click()
      await page.waitForURL(/write-up/)
      await made.give({ type: 'board.remove', board: made.ids[1] })
      await eventually(async () =>
        expect(await destination('Board').getAttribute('href')).toContain(`/b/${made.ids[0] ?? ''}`),
      )
    }))
})

describe('links to what is on a board', () => {
  test('open the right board and bring a note, a section and nothing at all into view, in both views', () =>
    withGuests([LAPTOP, LAPTOP], async (ben, cy) => {
      const made = await workshop('Second')
      const { page } = ben
      await joinBy(ben, made.link(1), 'Ben')
      await show(ben, 'List')
      for (let count = 1; count <= 12; count += 1) await write(page, `Thought ${count}`)
      await untilSaved(ben)
      await ben.context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.getByRole('button', { name: 'More for note: Thought 9', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Copy link' }).click()
      await eventually(async () => expect(await isShown(page, 'The link is copied.')).toBe(true))
      const link = await page.evaluate(() => navigator.clipboard.readText())
      expect(link).toMatch(/\/b\/\w+#n\.\w+$/)
      expect(link).not.toContain(made.keys.join)

      // From another board of the same page: as somebody presses it in a chat.
      await page.goto(made.link(0))
      await page.goto(link)
      await untilAt(page, 'Second 2 of 2')
      await eventually(async () => expect(await focusName(page)).toBe('Edit: Thought 9'))
      // The address is one to hand on again.
      await eventually(() => expect(page.url()).toContain(`#j.${made.keys.join}`))
      await show(ben, 'Canvas')
      await page.goto(link)
      await untilSelected(page, 'Thought 9')

      await show(ben, 'List')
      await page.getByRole('button', { name: 'More for note: Thought 9', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Delete', exact: true }).click()
      await page.goto(link)
      await eventually(async () =>
        expect(await page.getByText('is not on this board any more').isVisible()).toBe(true),
      )
      await page.getByRole('button', { name: 'Open the Bin' }).click()
      await page.getByRole('button', { name: /^Restore.*Thought 9/ }).click()
      await page.keyboard.press('Escape')

      // Somebody who has not joined is told so kindly, and comes to the note once they have.
      await cy.page.goto(link)
      await cy.page.getByRole('heading', { name: 'You have not joined this workshop here yet' }).waitFor()
      await cy.page.goto(`${server.url}/w/${made.id}#j.${made.keys.join}`)
      await cy.page.getByRole('textbox', { name: 'Your name' }).fill('Cy')
      await cy.page.getByRole('button', { name: 'Join', exact: true }).click()
      await untilAt(cy.page, 'Second 2 of 2')
      await untilSelected(cy.page, 'Thought 9')
      await eventually(() => expect(cy.page.url()).toContain(`#j.${made.keys.join}`))

      const third = await made.give({ type: 'board.add', template: 'columns', title: 'Third' })
      await page.goto(`${server.url}/w/${made.id}/b/${third}#s.r3`)
      await untilAt(page, 'Third 3 of 3')
      await eventually(async () => expect(await focusName(page)).toContain('Do differently'))
      await page.goto(`${server.url}/w/${made.id}/b/${third}#s.nowhere`)
      await eventually(async () =>
        expect(await page.getByText('The section that this link leads to is not').isVisible()).toBe(true),
      )
    }))
})

describe('copying across', () => {
  test('notes come to another board, remember where they are from, and lead back', () =>
    withGuests([LAPTOP], async (ben) => {
      const made = await workshop('Second')
      const { page } = ben
      await joinBy(ben, made.link(0), 'Ben')
      await show(ben, 'List')
      await write(page, 'Worth keeping')
      await page.getByRole('button', { name: 'More for note: Worth keeping', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Copy to another board…' }).click()
      await page.getByRole('radio', { name: 'Second' }).check()
      await page.getByRole('button', { name: 'Copy', exact: true }).click()
      await page.getByRole('button', { name: 'Go there' }).click()
      await untilAt(page, 'Second 2 of 2')
      await eventually(async () => expect(await isShown(page, 'Worth keeping')).toBe(true))
      await page.getByRole('link', { name: 'Copied from Our year' }).click()
      await untilAt(page, 'Our year 1 of 2')
      await eventually(async () => expect(await focusName(page)).toBe('Edit: Worth keeping'))
    }))

  test('its dialog does not follow to the next board, and a press beside a dialog takes nobody’s words', () =>
    withGuests([LAPTOP], async (fay) => {
      const made = await workshop('Second')
      const { page } = fay
      await joinBy(fay, `${server.url}/w/${made.id}/b/${made.ids[0] ?? ''}#f.${made.keys.facilitator}`, 'Fay')
      await show(fay, 'List')
      await page.getByRole('button', { name: 'Next board: Second' }).click()
      await untilAt(page, 'Second 2 of 2')
      await write(page, 'Worth keeping')
      await page.getByRole('button', { name: 'More for note: Worth keeping', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Copy to another board…' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      await page.goBack()
      await untilAt(page, 'Our year 1 of 2')
      await dialog.waitFor({ state: 'detached' })

      await openAll(page)
      await page.mouse.click(6, 6)
      await dialog.waitFor({ state: 'detached' })
      await openAll(page)
      await page.getByRole('button', { name: 'Add a board', exact: true }).click()
      const name = dialog.getByRole('textbox').first()
      await name.fill('A long name')
      await page.mouse.click(6, 6)
      // Were it to close, it would by the next frame but one.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
      expect(await name.inputValue()).toBe('A long name')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }))
})

describe('a board that is removed', () => {
  test('says so to who is on it, offers their words, and is brought back', () =>
    withGuests([LAPTOP, LAPTOP], async (ama, bo) => {
      const made = await workshop('Second')
      await joinBy(
        ama,
        made.link(0).replace('#j.', '#f.').replace(made.keys.join, made.keys.facilitator),
        'Ama',
      )
      // What Bo writes last does not reach the server any more.
      let isCut = false
      await bo.page.routeWebSocket(/\/sync\//, (socket) => {
        const there = socket.connectToServer()
        socket.onMessage((message) => {
          if (!isCut) there.send(message)
        })
      })
      await joinBy(bo, made.link(1), 'Bo')
      await show(bo, 'List')
      await write(bo.page, 'Saved in time')
      await untilSaved(bo)
      isCut = true
      await write(bo.page, 'Written too late')
      await bo.page
        .getByRole('textbox', { name: /^Write a note/ })
        .first()
        .fill('Half a thou')

      await openAll(ama.page)
      await choose(ama.page, 'Second', 'Remove')
      await ama.page.getByRole('button', { name: 'Remove board' }).click()
      await eventually(async () => expect(await cards(ama.page).count()).toBe(1))

      await bo.page.getByRole('heading', { name: 'This board was removed' }).waitFor()
      expect(await bo.page.getByRole('textbox', { name: 'What you were writing' }).inputValue()).toBe(
        'Half a thou',
      )
      const rescued = bo.page.getByRole('textbox', { name: /removed before they were saved/ })
      await eventually(async () => expect(await rescued.inputValue()).toBe('Written too late'))
      isCut = false
      await bo.page.getByRole('button', { name: 'Go to Our year' }).click()
      await bo.page.getByRole('button', { name: 'Add to this board' }).click()
      await eventually(async () => expect(await isShown(bo.page, 'Written too late')).toBe(true))
      await untilSaved(bo)
      expect(await rescued.count()).toBe(0)

      await ama.page.getByRole('button', { name: 'Bring back', exact: true }).click()
      await untilAt(bo.page, '1 of 2')
      await bo.page.getByRole('button', { name: 'Next board: Second' }).click()
      await eventually(async () => expect(await isShown(bo.page, 'Saved in time')).toBe(true))
      await untilSaved(bo)
    }))
})
