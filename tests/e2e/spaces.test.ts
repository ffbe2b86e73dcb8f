/** Spaces on the screens: opened, filled, looked at, moved between, and taken away, with the cast of methods §5.1. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, LAPTOP, openGuest, PHONE } from '../support/browser.ts'
import { comeBack } from '../support/comeBack.ts'
import type { Crowd } from '../support/crowd.ts'
import { crowd, sentOf, spacesOf } from '../support/crowd.ts'
import { eventually } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { startServer } from '../support/startServer.ts'
import type { StockClient } from '../support/stockClient.ts'
import { addPlainNote, stockClient, until } from '../support/stockClient.ts'

/** The least that has to work. */
const SMALL_PHONE = { width: 360, height: 740 }
/** A human pace, in ms a press. */
const PRESS_MS = 1_200

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

/** A crowd and some devices; afterwards nothing may have gone wrong in any browser. */
async function withCrowd(
  participants: number,
  devices: readonly (typeof LAPTOP)[],
  work: (them: Crowd, ...guests: Guest[]) => Promise<void>,
): Promise<void> {
  const them = await crowd(server.url, participants)
  const guests: Guest[] = []
  for (const device of devices) guests.push(await openGuest(browser, device))
  try {
    await work(them, ...guests)
    for (const { problems } of guests) expect(problems).toEqual([])
  } finally {
    them.leave()
    for (const { context } of guests) await context.close()
  }
}

/** Joins in a browser, wherever that leads. */
async function join(guest: Guest, { id, keys }: Crowd, name: string, isFacilitator = false): Promise<void> {
  const fragment = isFacilitator ? `f.${keys.facilitator}` : `j.${keys.join}`
  await comeBack(guest, `${server.url}/w/${id}#${fragment}`, name)
}

const go = (page: Page, place: string): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name: place, exact: true }).first().click()
const space = (page: Page, number: number) => page.locator(`[data-space="${number}"]`)
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const more = async (page: Page, item: string): Promise<void> => {
  await button(page, /^More ▾$/).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}
const notThere = (page: Page) => page.locator('li', { has: page.getByRole('button', { name: /^Move .+…$/ }) })
/** Opens a round over the wire; the boards are there when it returns. */
async function openRound(them: Crowd, count: number, more: object = {}): Promise<void> {
  await them.farah.live.give({ type: 'spaces.open', count, template: 'blank', fill: 'random', ...more })
  await until('the round is open', () => spacesOf(them.farah).length === count)
}
async function writer(them: Crowd, number: number): Promise<StockClient> {
  const board = spacesOf(them.farah)[number - 1]?.board ?? ''
  const doc = them.farah.live.view?.boards[board]?.doc ?? ''
  const client = stockClient(server.url, them.id, doc, them.farah.secret)
  await until('the board is there', () => client.provider.synced)
  return client
}

describe('groups by chance', () => {
  test('[A38] 39 people are mixed into six spaces of 6 or 7, Hana with Bea and Cal, Pat with Nadia', () =>
    withCrowd(39, [LAPTOP], async (them, theo) => {
      const { page } = theo
      await join(theo, them, 'Theo', true)
      await button(page, /^Run/).click()
      await button(page, 'Add…').click()
      await page.getByRole('menuitem', { name: 'Breakouts…' }).click()
      await page.getByRole('spinbutton', { name: 'How many spaces' }).fill('6')
      await page.getByText('6–7 in each; helpers stay').waitFor()
      await page.getByRole('combobox', { name: 'A board for each' }).selectOption('three-horizons')
      await button(page, 'Open six spaces').click()
      await page.getByRole('heading', { name: 'Round 1: six spaces, 39 people' }).waitFor()
      await more(page, 'People in spaces…')
      const boxes = page.locator('[data-place^="R1·"]')
      await boxes.first().waitFor()
      const rooms = await boxes.evaluateAll((all) =>
        all.map((box) => Array.from(box.querySelectorAll('li'), (each) => each.textContent ?? '')),
      )
      // Nadia facilitates: she goes along with Pat and is not counted.
      const sizes = rooms.map((names) => names.filter((name) => name !== 'Nadia').length)
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(39)
      expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([6, 7])
      const roomOf = (name: string) => rooms.findIndex((names) => names.includes(name))
      expect([roomOf('Bea, via Hana'), roomOf('Cal, via Hana')]).toEqual([roomOf('Hana'), roomOf('Hana')])
      expect(roomOf('Pat, via Nadia')).toBe(roomOf('Nadia'))
      expect(roomOf('Nadia')).toBeGreaterThanOrEqual(0)
      // Each has a copy of its own.
      const boards = spacesOf(them.farah).map(({ board }) => board ?? '')
      expect(new Set(boards).size).toBe(6)
      for (const board of boards) expect(them.farah.live.view?.boards[board]?.template).toBe('three-horizons')
    }))

  test('[A7] rooms of three for a check-in: groups of 2–4, assisted people with their helpers, the list can be copied', () =>
    withCrowd(37, [LAPTOP], async (them, theo) => {
      const { page } = theo
      await join(theo, them, 'Theo', true)
      await openRound(them, 12, { template: '' })
      const sent = sentOf(them.farah)
      const { Pat = '', Bea = '', Cal = '' } = them.assisted
      const hana = them.people[0]?.personId ?? ''
      expect([sent.get(Bea), sent.get(Cal)]).toEqual([sent.get(hana), sent.get(hana)])
      expect(sent.get(Pat)).toBe(sent.get(them.nadia.personId))
      sent.delete(them.nadia.personId)
      const sizes = spacesOf(them.farah).map(
        ({ id }) => [...sent.values()].filter((where) => where === id).length,
      )
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(37)
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2)
      expect(Math.max(...sizes)).toBeLessThanOrEqual(4)

      await go(page, 'Spaces')
      await button(page, 'Copy room list').click()
      const list = page.getByRole('textbox', { name: 'Room list' })
      const text = await list.inputValue()
      const groups = text.split('\n\n').map((group) => group.split('\n').map((line) => line.trim()))
      const ofHana = groups.find((lines) => lines.includes('Hana')) ?? []
      expect(ofHana).toContain('Bea (phone, via Hana)')
      expect(ofHana).toContain('Cal (phone, via Hana)')
      expect(groups.find((lines) => lines.includes('Nadia'))).toContain('Pat (phone, via Nadia)')
      await page.getByRole('button', { name: 'Copy: Room list' }).click()
      await page.getByText(/^Copied/).waitFor()
      await page.getByRole('radio', { name: 'Table' }).check()
      expect((await list.inputValue()).split('\n')[0]).toBe('Name\tRoom\tSpace\tLink')
      await page.getByRole('button', { name: 'Copy: Room list' }).click()
      await page.getByText(/^Copied/).waitFor()
    }))
})

describe('on the way', () => {
  test('[A19] everybody’s Now names the video room exactly; who has not come is listed; Pat is moved in one tap, and [A8] is via Nadia', () =>
    withCrowd(12, [LAPTOP, LAPTOP, PHONE], async (them, theo, ama, mo) => {
      await join(theo, them, 'Theo', true)
      await join(ama, them, 'Tia')
      await join(mo, them, 'Mo')
      // Days ahead: the rooms are pasted, and nothing opens.
      await button(theo.page, /^Run/).click()
      await button(theo.page, 'Add…').click()
      await theo.page.getByRole('menuitem', { name: 'Breakouts…' }).click()
      await theo.page.getByRole('spinbutton', { name: 'How many spaces' }).fill('2')
      await theo.page.getByText('Video rooms', { exact: true }).click()
      await theo.page
        .getByRole('textbox', { name: 'Names or links' })
        .fill('1 – Leadership & place\n2 Data https://meet.example.org/two')
      await button(theo.page, 'Prepare only').click()
      await theo.page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(spacesOf(them.farah)).toEqual([])

      await openRound(them, 2, { slots: [{ title: 'Leadership' }, { title: 'Data' }] })
      const [one, two] = spacesOf(them.farah)
      const byName = (name: string) =>
        Object.entries(them.farah.live.view?.people ?? {}).find(([, person]) => person.name === name)?.[0] ??
        ''
      const send = (name: string, to: { id: string } | undefined) =>
        them.farah.live.give({
          type: 'people.send',
          places: [{ person: byName(name), space: to?.id ?? null }],
        })
      await send('Tia', one)
      await send('Mo', two)
      await send('Nadia', one)
      await send('Pat', two)
      for (const { page } of [ama, mo]) await go(page, 'Now')
      await eventually(async () => {
        const words = await ama.page.getByRole('main').innerText()
        expect(words).toContain('Go to Space 1 · Leadership')
        expect(words).toContain('“1 – Leadership & place”')
      })
      await eventually(async () => {
        const words = await mo.page.getByRole('main').innerText()
        expect(words).toContain('Go to Space 2 · Data')
        expect(words).toContain('Join the video room “2 Data”')
      })
      expect(await mo.page.getByRole('link', { name: /^Join the video room/ }).getAttribute('href')).toBe(
        'https://meet.example.org/two',
      )
      // All others were told as well, each where they belong.
      for (const { live, personId } of them.people)
        await until('they are told', () => live.view?.me.sent?.space === sentOf(them.farah).get(personId))

      // Nobody has come yet, and Moot claims nothing about the call.
      await go(theo.page, 'Spaces')
      await theo.page.getByText('Haven’t opened it in Moot').waitFor()
      const missing = async (): Promise<string[]> =>
        (await notThere(theo.page).allInnerTexts()).map((lines) => lines.split('\n')[0] ?? '')
      await button(theo.page, /^Show all/).click()
      await eventually(async () => expect(await missing()).toContain('Tia'))
      await ama.page.getByRole('button', { name: 'Open the board' }).click()
      await eventually(async () => expect(await missing()).not.toContain('Tia'))
      expect(await missing()).toContain('Mo')
      // [A8] Pat cannot open anything: shown by who acts for them.
      expect(await missing()).toContain('Pat, via Nadia')

      // One tap, no question.
      await theo.page.getByRole('button', { name: 'Move Pat, via Nadia…' }).click()
      await theo.page.getByRole('menuitem', { name: 'R1·1 Leadership' }).click()
      const pat = them.assisted['Pat'] ?? ''
      await until('Pat is sent to Nadia’s room', () => sentOf(them.farah).get(pat) === one?.id)
      expect(await theo.page.getByRole('alertdialog').count()).toBe(0)
      // Nadia goes, and Pat with her: neither is missed any more.
      await them.nadia.live.give({ type: 'space.enter', space: one?.id ?? null })
      await eventually(async () => expect(await missing()).not.toContain('Nadia'))
      // Seen in the call: one tap.
      await theo.page.getByRole('button', { name: 'Mo is in the call' }).click()
      await eventually(async () => expect(await missing()).not.toContain('Mo'))
    }))
})

describe('the spaces', () => {
  test('miniatures show the real number of notes, once a second; looking in does not change where one is', () =>
    withCrowd(8, [LAPTOP, LAPTOP], async (them, theo, sam) => {
      await join(theo, them, 'Theo', true)
      await join(sam, them, 'Mo')
      await openRound(them, 3, { fill: 'choose', question: 'What helps?' })
      const client = await writer(them, 2)
      for (let index = 0; index < 7; index += 1)
        addPlainNote(client.doc, them.farah.personId, `Note ${index}`)
      for (const { page } of [theo, sam]) {
        await go(page, 'Spaces')
        await eventually(async () => {
          expect(await space(page, 2).innerText()).toContain('7 notes')
          expect(await space(page, 2).locator('[data-mini]').getAttribute('data-mini')).toBe('7')
          expect(await space(page, 1).locator('[data-mini]').getAttribute('data-mini')).toBe('0')
          expect(await space(page, 2).innerText()).toContain('“Note 6”')
        })
        await page.getByText('In every space: What helps?').waitFor()
      }
      addPlainNote(client.doc, them.farah.personId, 'One more')
      await eventually(async () =>
        expect(await space(sam.page, 2).locator('[data-mini]').getAttribute('data-mini')).toBe('8'),
      )
      await eventually(async () =>
        expect(await space(sam.page, 2).innerText()).toMatch(/last note \d+ s ago/),
      )

      const headCount = () => them.farah.live.view?.spaces[spacesOf(them.farah)[1]?.id ?? '']?.people
      await sam.page.getByRole('button', { name: 'Look in: Space 2' }).click()
      await sam.page.getByText('You are looking in').waitFor()
      expect(headCount()).toBe(0)
      await sam.page.getByRole('button', { name: /^Go there/ }).click()
      await eventually(() => expect(headCount()).toBe(1))
      await sam.page.getByText('You are looking in').waitFor({ state: 'detached' })

      // Their own space now: they can call for help, and it is seen.
      await go(sam.page, 'Spaces')
      await space(sam.page, 2).getByText('You are here').waitFor()
      await sam.page.getByRole('button', { name: 'Call for help: Space 2' }).click()
      await space(theo.page, 2).getByText('Asks for help').waitFor()
      // Facilitators hear of it on every screen.
      await theo.page.getByRole('region', { name: 'Notices' }).getByText('asks for help.').waitFor()
      await theo.page.getByRole('button', { name: 'Help is there: Space 2' }).click()
      await space(theo.page, 2).getByText('Asks for help').waitFor({ state: 'detached' })
      // A note-taker, by one tap in the menu.
      await theo.page.getByRole('button', { name: 'More for Round 1, space 2' }).click()
      await theo.page.getByRole('menuitem', { name: 'Name a note-taker' }).press('ArrowRight')
      await theo.page.getByRole('menuitemradio', { name: 'Mo' }).click()
      await space(theo.page, 2).getByText('Notes: Mo').waitFor()
      await space(sam.page, 2).getByText('You take the notes').waitFor()
      client.destroy()
    }))

  test('a space that is removed with people in it: they are offered the hallway, and the board is kept', () =>
    withCrowd(6, [LAPTOP, LAPTOP], async (them, theo, mo) => {
      await join(theo, them, 'Theo', true)
      await join(mo, them, 'Mo')
      await openRound(them, 2, { fill: 'choose' })
      await go(mo.page, 'Spaces')
      await mo.page.getByRole('button', { name: 'Go there: Space 1' }).click()
      await mo.page.waitForURL(/\/b\//)
      const boardUrl = mo.page.url()
      await go(theo.page, 'Spaces')
      await theo.page.getByRole('button', { name: 'More for Round 1, space 1' }).click()
      await theo.page.getByRole('menuitem', { name: 'Remove…' }).click()
      await theo.page.getByText('1 person is there: they are offered the hallway.').waitFor()
      await button(theo.page, 'Remove the space').click()
      await space(theo.page, 1).waitFor({ state: 'detached' })
      // Nobody was moved: the board is under their hands, and the way on is offered.
      await mo.page.getByRole('button', { name: 'Go to the hallway' }).waitFor()
      expect(mo.page.url()).toBe(boardUrl)
      await mo.page.getByRole('group', { name: 'How the board is shown' }).waitFor()
      await mo.page.getByRole('button', { name: 'Go to the hallway' }).click()
      await eventually(() => expect(mo.page.url()).not.toBe(boardUrl))
      const hallway = Object.values(them.farah.live.view?.spaces ?? {}).find(({ kind }) => kind === 'hallway')
      await eventually(() => expect(mo.page.url()).toContain(`/b/${hallway?.board ?? 'none'}`))
    }))

  test('forty spaces are a list; somebody who comes late is sent to the smallest; people are moved by hand, by drag or by menu', () =>
    withCrowd(15, [LAPTOP, PHONE], async (them, theo, lou) => {
      const { page } = theo
      await join(theo, them, 'Theo', true)
      await openRound(them, 40)
      await go(page, 'Spaces')
      await page.getByRole('heading', { name: /^Round 1: 40 spaces/ }).waitFor()
      await eventually(async () => expect(await page.locator('[data-space]').count()).toBe(40))
      expect(await page.locator('[data-mini]').count()).toBe(0)
      const sent = sentOf(them.farah)
      const sizes = spacesOf(them.farah).map(
        ({ id }) => [...sent.values()].filter((where) => where === id).length,
      )
      await join(lou, them, 'Lou')
      const louId = () =>
        Object.entries(them.farah.live.view?.people ?? {}).find(
          ([id, { name }]) => name === 'Lou' && !them.people.some(({ personId }) => personId === id),
        )?.[0] ?? ''
      await until('Lou is sent somewhere', () => sentOf(them.farah).has(louId()))
      const at = spacesOf(them.farah).findIndex(({ id }) => id === sentOf(them.farah).get(louId()))
      const least = Math.min(...sizes.filter((size) => size > 0))
      expect(sizes[at]).toBe(least)
      await lou.page
        .getByRole('main')
        .getByText(`Space ${at + 1}`)
        .first()
        .waitFor()

      await more(page, 'People in spaces…')
      await page.getByRole('searchbox', { name: 'Find somebody' }).fill('hana')
      const name = button(page, 'Hana: move')
      await name.dragTo(page.locator('[data-place="R1·3"]'))
      const hana = them.people[0]?.personId ?? ''
      await until(
        'Hana is sent to space 3',
        () => sentOf(them.farah).get(hana) === spacesOf(them.farah)[2]?.id,
      )
      await name.press('Enter')
      await page.getByRole('menuitem', { name: 'R1·4', exact: true }).press('Enter')
      await until(
        'Hana is sent to space 4',
        () => sentOf(them.farah).get(hana) === spacesOf(them.farah)[3]?.id,
      )
    }))

  test('the screen and its dialogs can be used by everybody: axe finds nothing serious, on a laptop and at 360 px', () =>
    withCrowd(8, [LAPTOP, SMALL_PHONE], async (them, theo, mo) => {
      await join(theo, them, 'Theo', true)
      await join(mo, them, 'Mo')
      await openRound(them, 4, {
        slots: [{ title: 'Leadership', question: 'What kind?' }, { title: 'Data' }],
      })
      await them.people[0]?.live.give({
        type: 'space.help',
        space: sentOf(them.farah).get(them.people[0].personId) ?? '',
        isOn: true,
      })
      for (const { page } of [theo, mo]) {
        await go(page, 'Spaces')
        await space(page, 1).waitFor()
        expect(await seriousFindings(page)).toEqual([])
      }
      const { page } = theo
      for (const device of [LAPTOP, SMALL_PHONE]) {
        await page.setViewportSize(device)
        expect(await seriousFindings(page)).toEqual([])
        for (const open of [
          () => button(page, 'Copy room list').click(),
          () => more(page, 'People in spaces…'),
          () => more(page, 'Open the next round…'),
          () => more(page, 'Video rooms…'),
        ]) {
          await open()
          await page.getByRole('dialog').waitFor()
          expect(await seriousFindings(page)).toEqual([])
          await page.keyboard.press('Escape')
          await page.getByRole('dialog').waitFor({ state: 'detached' })
        }
        // Nothing is wider than the screen.
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0)
      }
    }))
})

describe('ninety seconds', () => {
  for (const [how, hasPlan] of [
    ['without a running order', false],
    ['with one', true],
  ] as const) {
    test(`six breakouts with boards and 45 people sent there: at most 8 presses from Run, under 90 s at a human pace, ${how}`, () =>
      withCrowd(45, [LAPTOP], async (them, farah) => {
        if (hasPlan) {
          await them.farah.live.give({
            type: 'plan.set',
            stages: [
              {
                kind: 'activity',
                title: 'In groups',
                prompt: 'What should grow?',
                part: '',
                where: 'spaces',
                template: 'three-horizons',
                minutes: 20,
                gate: 'none',
                isReadOnly: false,
              },
            ],
          })
        }
        const { page } = farah
        await join(farah, them, 'Theo', true)
        if (!hasPlan) await button(page, /^Run/).click()
        await button(page, 'Add…').waitFor()
        let presses = 0
        const began = Date.now()
        const press = async (target: ReturnType<typeof button>): Promise<void> => {
          await page.waitForTimeout(PRESS_MS)
          await target.click()
          presses += 1
        }
        if (hasPlan) {
          await press(page.getByRole('button', { name: /^Start: In groups/ }))
          await press(button(page, 'Open the spaces…'))
        } else {
          await press(button(page, 'Add…'))
          await press(page.getByRole('menuitem', { name: 'Breakouts…' }))
        }
        // 45 people: groups of six are offered, eight spaces.
        await press(button(page, 'One space fewer'))
        await press(button(page, 'One space fewer'))
        await press(button(page, 'Open six spaces'))
        await until('all 45 are sent', () => sentOf(them.farah).size >= 45, 30_000)
        const seconds = (Date.now() - began) / 1_000
        const spaces = spacesOf(them.farah)
        const sent = sentOf(them.farah)
        const ids = new Set(spaces.map(({ id }) => id))
        expect(spaces).toHaveLength(6)
        for (const { board } of spaces)
          expect(them.farah.live.view?.boards[board ?? '']?.template).toBe(
            hasPlan ? 'three-horizons' : 'blank',
          )
        expect([...sent.values()].every((where) => ids.has(where))).toBe(true)
        expect(presses).toBeLessThanOrEqual(8)
        expect(seconds).toBeLessThan(90)
        // And every one of them has been told.
        for (const { live } of them.people)
          await until('they are told', () => ids.has(live.view?.me.sent?.space ?? ''))
      }))
  }
})
