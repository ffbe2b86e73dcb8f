/** What everybody is told and offered: announcements, the facilitator's place, boards that are locked for a while. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, LAPTOP, openGuest, PHONE } from '../support/browser.ts'
import type { Course } from '../support/course.ts'
import { comeBack } from '../support/comeBack.ts'
import { openBoard, startCourse } from '../support/course.ts'
import { focusName, listenIn } from '../support/heard.ts'
import { eventually, isShown, show, untilSaved, writeInList, writeOnCanvas } from '../support/screens.ts'
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

/** Gives everybody a device, and looks afterwards that nothing went wrong in any browser. */
async function withGuests(
  course: Course,
  devices: readonly (typeof LAPTOP)[],
  work: (...guests: Guest[]) => Promise<void>,
): Promise<void> {
  const guests: Guest[] = []
  for (const device of devices) guests.push(await openGuest(browser, device))
  try {
    await work(...guests)
    for (const { problems } of guests) expect(problems).toEqual([])
  } finally {
    course.end()
    for (const { context } of guests) await context.close()
  }
}

const notices = (page: Page) => page.getByRole('region', { name: 'Notices' })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe('announcements', () => {
  test('[X-12] an announcement comes as a quiet banner on every screen, is said politely, and takes no focus', async () => {
    const course = await startCourse(server.url)
    await course.plan({ title: 'Opening', prompt: 'What brought you here?' })
    await withGuests(course, [LAPTOP, PHONE, LAPTOP], async (ama, sam, olu) => {
      await comeBack(ama, course.link('join'), 'Ama')
      await comeBack(sam, course.link('join'), 'Sam')
      await comeBack(olu, course.link('observer'), 'Olu')
      await openBoard(ama.page, course, course.board)
      await show(ama, 'List')
      const field = ama.page.getByRole('textbox', { name: /^Write a note/ }).first()
      await field.fill('half a thought')
      await sam.page.goto(`${server.url}/w/${course.id}/now`)
      await olu.page.goto(`${server.url}/w/${course.id}/write-up`)
      const ears: Awaited<ReturnType<typeof listenIn>>[] = []
      for (const { page } of [ama, sam, olu]) {
        await page.locator('[data-frame-menu]').waitFor()
        ears.push(await listenIn(page))
      }
      await course.give({ type: 'announce', text: 'Coffee is outside.' })
      for (const [index, { page }] of [ama, sam, olu].entries()) {
        await eventually(async () => {
          expect(await notices(page).getByText('Coffee is outside.').isVisible()).toBe(true)
          expect(
            (await ears[index]?.heard())?.filter((line) => line.includes('Coffee is outside.')),
          ).toHaveLength(1)
        })
      }
      // Nobody's hand is stopped by it.
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
      await ama.page.keyboard.type(', and more')
      expect(await field.inputValue()).toBe('half a thought, and more')
      for (const { page } of [ama, sam]) expect(await seriousFindings(page)).toEqual([])
    })
  })

  test('[drill 1] without any video call boards, list and announcements work, and nothing asks for another server', async () => {
    const course = await startCourse(server.url)
    await course.give({ type: 'spaces.open', count: 2, template: 'columns', fill: 'choose' })
    const [first = '', second = ''] = await course.spaces(2)
    for (const space of [first, second]) {
      const video = { videoName: 'Room', videoLink: 'https://video.example.org/room' }
      await course.give({ type: 'space.change', space, ...video })
    }
    await eventually(() => expect(course.view().spaces[second]?.videoName).toBe('Room'))
    await withGuests(course, [LAPTOP, PHONE], async (ama, sam) => {
      // The whole call fails: nothing but our own server can be reached.
      for (const { context } of [ama, sam])
        await context.route(
          (url) => url.origin !== server.url,
          (route) => route.abort(),
        )
      await comeBack(ama, course.link('join'), 'Ama')
      await comeBack(sam, course.link('join'), 'Sam')
      const board = course.view().spaces[first]?.board ?? ''
      await openBoard(ama.page, course, board)
      await show(ama, 'Canvas')
      await openBoard(sam.page, course, board)
      await writeOnCanvas(ama, ['Street level support networks'])
      await writeInList(sam, ['Time to step back'])
      for (const guest of [ama, sam]) await untilSaved(guest)
      await eventually(async () => {
        expect(await isShown(sam.page, 'Street level support networks')).toBe(true)
        expect(await isShown(ama.page, 'Time to step back')).toBe(true)
      })
      await course.give({ type: 'announce', text: 'The call is down. Carry on here.' })
      for (const { page } of [ama, sam])
        await eventually(async () =>
          expect(await notices(page).getByText('The call is down. Carry on here.').isVisible()).toBe(true),
        )
      const foreign = [...ama.requests, ...sam.requests].filter(
        (address) => /^(https?|wss?):/.test(address) && new URL(address).host !== new URL(server.url).host,
      )
      expect(foreign).toEqual([])
    })
  })
})

/** Where the canvas is looked at: the middle of it, and how near, in canvas px. */
async function camera(page: Page): Promise<{ x: number; y: number; z: number }> {
  return page.evaluate(() => {
    const layer = document.querySelector<HTMLElement>('.tl-html-layer')
    const canvas = document.querySelector('.tl-container')?.getBoundingClientRect()
    const matrix = new DOMMatrix(layer === null ? '' : getComputedStyle(layer).transform)
    const [w, h] = [canvas?.width ?? 0, canvas?.height ?? 0]
    // The bars below the canvas are kept clear on everybody's screen.
    return { x: (w / 2 - matrix.e) / matrix.a, y: ((h - 80) / 2 - matrix.f) / matrix.a, z: matrix.a }
  })
}

/** Turns the wheel over the canvas. */
async function wheel(page: Page, dx: number, dy: number, isZoom = false): Promise<void> {
  await page.mouse.move(500, 400)
  if (isZoom) await page.keyboard.down('Control')
  await page.mouse.wheel(dx, dy)
  if (isZoom) await page.keyboard.up('Control')
}

/** Pans until a place of the board is in the middle, in canvas px: columns are 600 wide and stand 24 apart. */
async function lookAt(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  await eventually(async () => {
    const now = await camera(page)
    const [dx, dy] = [(x - now.x) * now.z, (y - now.y) * now.z]
    if (Math.hypot(dx, dy) > 20) await wheel(page, dx, dy)
    expect(Math.hypot(dx, dy)).toBeLessThan(20)
  })
}

describe('the facilitator’s place', () => {
  test('[X-1] everybody is invited by one button; those who press it follow on canvas and list, nobody else is moved', async () => {
    const course = await startCourse(server.url, { template: 'columns' })
    await course.give({ type: 'board.add', template: 'blank', title: 'Aside' })
    await eventually(() => expect(Object.keys(course.view().boards)).toHaveLength(2))
    const aside = Object.keys(course.view().boards).find((id) => id !== course.board) ?? ''
    await withGuests(course, [LAPTOP, LAPTOP, PHONE, LAPTOP], async (theo, ama, sam, bo) => {
      await comeBack(theo, course.link('facilitator'), 'Theo')
      await openBoard(theo.page, course, course.board)
      await show(theo, 'Canvas')
      for (const [guest, name] of [
        [ama, 'Ama'],
        [sam, 'Sam'],
        [bo, 'Bo'],
      ] as const) {
        await comeBack(guest, course.link('join'), name)
        await openBoard(guest.page, course, aside)
      }
      const heard = await listenIn(sam.page)
      await press(theo.page, 'Invite everyone here')
      await eventually(async () =>
        expect(await notices(theo.page).textContent()).toMatch(/is on: 0 of 4 are here/),
      )

      const offer = /invited to the facilitator’s place on/
      for (const { page } of [ama, sam, bo])
        await eventually(async () => expect(await notices(page).getByText(offer).isVisible()).toBe(true))
      for (const { page } of [ama, sam, bo]) expect(page.url()).toContain(aside)
      expect(await notices(ama.page).textContent()).not.toContain('Theo')
      expect(await seriousFindings(ama.page)).toEqual([])
      await press(ama.page, 'Go there')
      await show(ama, 'Canvas')
      await press(sam.page, 'Go there')
      for (const { page } of [ama, sam]) {
        await eventually(async () =>
          expect(await notices(page).getByText('You are following the facilitator.').isVisible()).toBe(true),
        )
        expect(page.url()).toContain(course.board)
      }
      await eventually(async () =>
        expect(await notices(theo.page).textContent()).toContain('2 of 4 are here'),
      )

      // The canvas goes where the inviter's goes.
      const untilTogether = (): Promise<void> =>
        eventually(async () => {
          const [led, own] = [await camera(theo.page), await camera(ama.page)]
          expect(Math.hypot(led.x - own.x, led.y - own.y)).toBeLessThan(60)
        })
      const startsAt = await camera(ama.page)
      await wheel(theo.page, 0, -300, true)
      await wheel(theo.page, 500, 0)
      await untilTogether()
      const moved = await camera(ama.page)
      expect(Math.hypot(moved.x - startsAt.x, moved.y - startsAt.y)).toBeGreaterThan(60)

      // The list goes to the section, says so, and leaves the focus where it is.
      const focus = await focusName(sam.page)
      await lookAt(theo.page, { x: 1_548, y: 300 })
      await eventually(async () =>
        expect(await heard.heard()).toContain('The facilitator is at Do differently.'),
      )
      await eventually(async () => {
        const box = await sam.page.getByRole('heading', { name: /^Do differently/ }).boundingBox()
        expect(box?.y).toBeGreaterThan(60)
        expect(box?.y).toBeLessThan(700)
      })
      expect(await focusName(sam.page)).toBe(focus)

      // One's own hand comes first: after panning nothing follows any more.
      await untilTogether()
      await wheel(ama.page, -300, 120)
      await eventually(async () =>
        expect(await notices(ama.page).getByText('You have stopped following').isVisible()).toBe(true),
      )
      await untilStill(ama.page)
      const own = await camera(ama.page)
      await lookAt(theo.page, { x: 924, y: 300 })
      await eventually(async () => expect(await heard.heard()).toContain('The facilitator is at Keep.'))
      expect(await camera(ama.page)).toEqual(own)
      await press(ama.page, 'Follow again')
      await untilTogether()
      // An inviter who reads the list leads as well: to the section that they read.
      await show(theo, 'List')
      await eventually(async () => {
        const { x } = await camera(ama.page)
        expect(Math.min(...[300, 924, 1_548].map((middle) => Math.abs(middle - x)))).toBeLessThan(40)
      })
      await press(ama.page, 'Stop following')

      // Writing is another way to stop, in the list.
      await sam.page.getByRole('textbox', { name: /^Write a note/ }).fill('x')
      await eventually(async () =>
        expect(await notices(sam.page).getByText('You have stopped following').isVisible()).toBe(true),
      )

      // Whoever comes late is offered the same; who did not press is where they were.
      expect(bo.page.url()).toContain(aside)
      await bo.page.reload()
      await eventually(async () => expect(await notices(bo.page).getByText(offer).isVisible()).toBe(true))
      await press(theo.page, 'End it')
      for (const { page } of [theo, ama, sam, bo])
        await eventually(async () => expect(await notices(page).count()).toBe(0))
      expect(bo.page.url()).toContain(aside)
    })
  })
})

/** Waits until the canvas has come to rest. */
async function untilStill(page: Page): Promise<void> {
  let last = ''
  await eventually(async () => {
    const now = JSON.stringify(await camera(page))
    const isStill = now === last
    last = now
    expect(isStill).toBe(true)
  })
}

describe('a locked board', () => {
  test('[X-6] can be read while it is locked, and half-typed words are there again afterwards, on canvas and list', async () => {
    const course = await startCourse(server.url)
    await withGuests(course, [LAPTOP, LAPTOP, PHONE], async (theo, ama, sam) => {
      await comeBack(theo, course.link('facilitator'), 'Theo')
      await comeBack(ama, course.link('join'), 'Ama')
      await comeBack(sam, course.link('join'), 'Sam')
      await show(theo, 'List')
      await show(ama, 'Canvas')
      await ama.page.getByRole('button', { name: 'Add a note' }).click()
      await ama.page.getByRole('textbox', { name: 'Words of the note' }).pressSequentially('Half a thou')
      const composer = sam.page.getByRole('textbox', { name: /^Write a note/ })
      await composer.fill('Nearly there')

      await theo.page.getByRole('button', { name: /^More/ }).first().click()
      await theo.page.getByRole('menuitem', { name: 'Lock the board' }).click()
      const line = 'The facilitators have locked this board for now. You can read everything.'
      for (const { page } of [ama, sam])
        await eventually(async () => expect(await isShown(page, line)).toBe(true))
      await eventually(async () => {
        expect(await ama.page.getByRole('button', { name: 'Add a note' }).count()).toBe(0)
        expect(await ama.page.getByRole('textbox', { name: 'Words of the note' }).count()).toBe(0)
        expect(await composer.count()).toBe(0)
      })
      // What was typed so far is saved and can be read by everybody; the draft waits where it was written.
      await eventually(async () => expect(await isShown(theo.page, 'Half a thou')).toBe(true))
      expect(await isShown(ama.page, 'Half a thou')).toBe(true)
      expect(await sam.page.getByRole('button', { name: 'Copy what I was writing' }).isVisible()).toBe(true)
      for (const { page } of [theo, ama, sam]) expect(await seriousFindings(page)).toEqual([])
      // Facilitators carry on.
      await writeInList(theo, ['We sort these now'])
      await eventually(async () => expect(await isShown(sam.page, 'We sort these now')).toBe(true))

      await press(theo.page, 'Unlock')
      await eventually(async () => expect(await composer.inputValue()).toBe('Nearly there'))
      await composer.press('Enter')
      await untilSaved(sam)
      await eventually(async () => expect(await isShown(theo.page, 'Nearly there')).toBe(true))
      await writeOnCanvas(ama, ['And on it goes'])
      await untilSaved(ama)
      await eventually(async () => expect(await isShown(theo.page, 'And on it goes')).toBe(true))
    })
  })

  test('[X-6] an activity for reading keeps participants from writing meanwhile, and facilitators from nothing', async () => {
    const course = await startCourse(server.url)
    const [reading = '', writing = ''] = await course.plan(
      { title: 'Reading', isReadOnly: true },
      { title: 'Writing' },
    )
    await withGuests(course, [PHONE, LAPTOP], async (sam, theo) => {
      await comeBack(sam, course.link('join'), 'Sam')
      await comeBack(theo, course.link('facilitator'), 'Theo')
      await openBoard(sam.page, course, course.board)
      await openBoard(theo.page, course, course.board)
      await show(theo, 'List')
      const composer = sam.page.getByRole('textbox', { name: /^Write a note/ })
      await composer.fill('Nearly there')
      await course.give({ type: 'stage.go', stage: reading, from: null })
      const line = 'In this activity the board is for reading. You can read everything.'
      await eventually(async () => {
        expect(await isShown(sam.page, line)).toBe(true)
        expect(await composer.count()).toBe(0)
      })
      await writeInList(theo, ['Read this'])
      await eventually(async () => expect(await isShown(sam.page, 'Read this')).toBe(true))
      await course.give({ type: 'stage.go', stage: writing, from: reading })
      await eventually(async () => expect(await composer.inputValue()).toBe('Nearly there'))
      await composer.press('Enter')
      await eventually(async () => expect(await isShown(theo.page, 'Nearly there')).toBe(true))
    })
  })

  test('[X-6] words written without a connection while the board was locked arrive when it is open again', async () => {
    const course = await startCourse(server.url)
    await withGuests(course, [LAPTOP], async (ama) => {
      await comeBack(ama, course.link('join'), 'Ama')
      await show(ama, 'List')
      await writeInList(ama, ['Before'])
      await untilSaved(ama)
      await ama.context.setOffline(true)
      await writeInList(ama, ['Written in the tunnel'])
      await course.give({ type: 'board.lock', board: course.board, isLocked: true })
      await ama.context.setOffline(false)
      await eventually(async () => expect(await ama.page.locator('[data-locked]').count()).toBe(1), 30_000)
      expect(await isShown(ama.page, 'Written in the tunnel')).toBe(true)
      await course.give({ type: 'board.lock', board: course.board, isLocked: false })
      await untilSaved(ama)
      await ama.page.reload()
      await eventually(async () => expect(await isShown(ama.page, 'Written in the tunnel')).toBe(true))
    })
  })
})
