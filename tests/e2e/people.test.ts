/** The roster: who takes part and how, what they say of themselves, who leads. */
import type { Browser, WebSocketRoute } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, LAPTOP, openGuest, PHONE } from '../support/browser.ts'
import { comeBack } from '../support/comeBack.ts'
import { LiveClient } from '../support/liveClient.ts'
import { addAssisted, doTo, fromMenu, openRoster, rowOf } from '../support/roster.ts'
import { comeIn, eventually, isShown, savedState, show, untilSaved, writeInList } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, startServer } from '../support/startServer.ts'

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

const guests: Guest[] = []
const lines: LiveClient[] = []
afterEach(async () => {
  for (const line of lines.splice(0)) line.destroy()
  for (const { context } of guests.splice(0)) await context.close()
})

type Workshop = Awaited<ReturnType<typeof makeWorkshop>>
const linkTo = ({ id, keys }: Workshop, kind: 'f' | 'j' | 'o'): string =>
  `${server.url}/w/${id}#${kind}.${{ f: keys.facilitator, j: keys.join, o: keys.observer }[kind]}`

async function guest(link: string, name: string, device = LAPTOP): Promise<Guest> {
  const made = await openGuest(browser, device)
  guests.push(made)
  await comeBack(made, link, name)
  return made
}

/** Somebody with a bare connection instead of a browser. */
async function onLine({ id, keys }: Workshop, name: string, key = keys.join): Promise<LiveClient> {
  const { secret } = await joinAs(server.url, id, key, name)
  const line = new LiveClient(server.url, id, secret)
  lines.push(line)
  await eventually(() => expect(line.view).toBeDefined())
  return line
}

/** A laptop's lid: closed, its connections end and it gets no new ones; the page itself stays as it is. */
async function lidOf({ page }: Guest): Promise<{ readonly close: () => void; readonly open: () => void }> {
  let isClosed = false
  const sockets = new Set<WebSocketRoute>()
  await page.routeWebSocket(/\/(live|sync)\//, (socket) => {
    if (isClosed) return void socket.close()
    socket.connectToServer()
    sockets.add(socket)
  })
  return {
    close: () => {
      isClosed = true
      for (const socket of sockets) void socket.close()
      sockets.clear()
    },
    open: () => {
      isClosed = false
    },
  }
}

const idOf = (line: LiveClient, name: string): string =>
  Object.entries(line.view?.people ?? {}).find(([, person]) => person.name === name)?.[0] ?? ''

describe('coming in', () => {
  test('[A2] takes a name and no account; what somebody needs is seen by facilitators and comes over nobody else’s line', async () => {
    const workshop = await makeWorkshop(server.url, { title: 'Housing in 2040' })
    const farah = await guest(linkTo(workshop, 'f'), 'Farah')
    const dan = await openGuest(browser)
    guests.push(dan)
    const frames: string[] = []
    dan.page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => frames.push(payload.toString())),
    )
    await dan.page.goto(linkTo(workshop, 'j'))
    await dan.page.getByRole('textbox', { name: 'Your name' }).waitFor()
    expect(await dan.page.getByRole('textbox').count()).toBe(1)
    expect(await dan.page.locator('input[type=email], input[type=password], select').count()).toBe(0)
    await comeIn(dan, linkTo(workshop, 'j'), 'Dan')

    const ines = await guest(linkTo(workshop, 'j'), 'Ines', PHONE)
    await fromMenu(ines, /^About you/)
    const { page } = ines
    await page
      .getByRole('textbox', { name: /In whose shoes do you stand/ })
      .fill('tenant of the Alton estate')
    await page.getByRole('textbox', { name: /What do you need to take part/ }).fill('captions, please')
    expect(await page.getByRole('checkbox', { name: /may be named/ }).isChecked()).toBe(false)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await openRoster(farah)
    await rowOf(farah, 'Ines').getByText('captions, please').waitFor()
    // In total, and beside no name.
    await farah.page.getByText('tenant of the Alton estate: 1').waitFor()
    expect(await rowOf(farah, 'Ines').getByText('tenant').count()).toBe(0)

    // Dan has heard of Ines, and of something that happened after she wrote; of what she wrote nothing.
    await addAssisted(farah, 'Pat', 'Farah')
    await eventually(() => expect(frames.join('')).toContain('Pat'))
    expect(frames.join('')).toContain('Ines')
    expect(frames.join('')).not.toContain('captions')
    expect(frames.join('')).not.toContain('Alton')
    for (const { problems } of guests) expect(problems).toEqual([])
  })

  test('[A34] an observer opens any board, cannot add, and is not in its count', async () => {
    const workshop = await makeWorkshop(server.url, { template: 'columns' })
    const farah = await onLine(workshop, 'Farah', workshop.keys.facilitator)
    const { board } = (await farah.give({ type: 'board.add', template: 'columns', title: 'Second' })) as {
      board: string
    }
    const dan = await guest(linkTo(workshop, 'j'), 'Dan')
    await dan.page.getByRole('button', { name: 'People: 2 here' }).waitFor()
    const orla = await guest(linkTo(workshop, 'o'), 'Orla')
    for (const each of [workshop.boards[0]?.id ?? '', board]) {
      await orla.page.goto(`${server.url}/w/${workshop.id}/b/${each}#o.${workshop.keys.observer}`)
      await show(orla, 'List')
      await orla.page.getByText(/^You are observing/).waitFor()
      expect(await orla.page.getByRole('textbox').count()).toBe(0)
    }
    // The others see her apart, and the number has not changed.
    await dan.page.getByRole('button', { name: 'People: 2 here' }).click()
    const list = dan.page.getByRole('dialog', { name: 'People' })
    await list.getByRole('heading', { name: 'Watching 1' }).waitFor()
    await list.getByRole('heading', { name: 'Here now 2' }).waitFor()
    expect(farah.view?.now.here).toBe(1)
    // where somebody is, is for facilitators.
    expect(await list.getByText('on Second').count()).toBe(0)
  })
})

describe('who is on the list', () => {
  test('[A3] Pat, Bea and Cal take part through their helpers, without a connection; Theo and Nadia become facilitators', async () => {
    const workshop = await makeWorkshop(server.url, { title: 'Housing in 2040' })
    const farah = await guest(linkTo(workshop, 'f'), 'Farah')
    const hana = await guest(linkTo(workshop, 'j'), 'Hana')
    await onLine(workshop, 'Theo')
    const nadia = await onLine(workshop, 'Nadia')
    await openRoster(farah)
    await addAssisted(farah, 'Pat', 'Nadia')
    await addAssisted(farah, 'Bea', 'Hana')
    await addAssisted(farah, 'Cal', 'Hana')
    for (const name of ['Theo', 'Nadia']) {
      await doTo(farah, name, 'Make facilitator')
      await rowOf(farah, name).getByText('Facilitator').waitFor()
    }
    await rowOf(farah, 'Pat').getByText('By phone or paper, via Nadia').waitFor()
    const counts = farah.page.getByText('7 present: 4 connected, 3 assisted.')
    await counts.waitFor()
    await farah.page.getByText('Of these 3 facilitating, 4 taking part, 0 observing.').waitFor()
    // Participants like any other, with a helper instead of a connection; and Nadia leads like Farah.
    await eventually(() => expect(nadia.view?.me.role).toBe('facilitator'))
    for (const name of ['Pat', 'Bea', 'Cal']) {
      const person = nadia.view?.people[idOf(nadia, name)]
      expect(person).toMatchObject({ role: 'participant', at: null })
      expect(person?.helper).toBe(idOf(nadia, name === 'Pat' ? 'Nadia' : 'Hana'))
    }
    expect(nadia.view?.now.here).toBe(4)

    await hana.page.getByRole('button', { name: /^People: 7 here/ }).click()
    const list = hana.page.getByRole('dialog', { name: 'People' })
    await list.getByRole('listitem').filter({ hasText: 'Pat' }).getByText('via Nadia').waitFor()

    await doTo(farah, 'Cal', /Choose a helper/)
    const choice = farah.page.getByRole('combobox', { name: 'Who helps them?' })
    await choice.selectOption({ label: 'Theo' })
    await farah.page.getByRole('button', { name: 'Save' }).click()
    await rowOf(farah, 'Cal').getByText('via Theo').waitFor()
    for (const { problems } of guests) expect(problems).toEqual([])
  })

  test('[W-33] [W-34] facilitators are equal: one steps down, and the last one is told why they cannot', async () => {
    const workshop = await makeWorkshop(server.url)
    const farah = await guest(linkTo(workshop, 'f'), 'Farah')
    const theo = await guest(linkTo(workshop, 'j'), 'Theo')
    await openRoster(farah)
    await doTo(farah, 'Farah', 'Step down as facilitator')
    const alert = farah.page.getByRole('alert')
    await alert.getByText(/only facilitator/).waitFor()
    await alert.getByRole('button', { name: 'Close' }).click()

    await doTo(farah, 'Theo', 'Make facilitator')
    await openRoster(theo)
    await doTo(farah, 'Farah', 'Step down as facilitator')
    // She sees what participants see, and he is the last one now.
    await farah.page.getByRole('heading', { name: /^Here now/ }).waitFor()
    await rowOf(theo, 'Farah').getByText('Participant').waitFor()
    await doTo(theo, 'Theo', 'Step down as facilitator')
    await theo.page
      .getByRole('alert')
      .getByText(/only facilitator/)
      .waitFor()
    await doTo(theo, 'Farah', 'Make facilitator')
    await rowOf(farah, 'Theo').waitFor()
    await doTo(farah, 'Theo', 'Make observer')
    await rowOf(farah, 'Theo').getByText('Observer').waitFor()
    for (const { problems } of guests) expect(problems).toEqual([])
  })

  test('[W-38] a thousand lines with duplicates are pasted, and say beforehand what is in them', async () => {
    const workshop = await makeWorkshop(server.url)
    const farah = await guest(linkTo(workshop, 'f'), 'Farah')
    await onLine(workshop, 'Ines')
    await openRoster(farah)
    await farah.page.getByRole('button', { name: 'Paste a list of names' }).click()
    const names = Array.from({ length: 998 }, (_, index) => `Person ${index % 600}`)
    const pasted = ['ines', ...names, 'x'.repeat(300)].join('\n')
    await farah.page.getByRole('textbox', { name: 'Names' }).fill(pasted)
    const status = farah.page.getByRole('dialog').getByRole('status')
    await status.getByText('601 new names.').waitFor()
    const said = await status.textContent()
    expect(said).toContain('1 is on the list already.')
    expect(said).toContain('398 lines repeat an earlier one.')
    expect(said).toContain('1 is too long and will be cut to 80 letters.')
    await farah.page.getByRole('button', { name: 'Add 601 names' }).click()
    await farah.page.getByText('601 names were added to the list.').first().waitFor()
    await farah.page.getByText('0 away, 601 expected.').waitFor()

    // Who comes under such a name is that person, and once.
    await onLine(workshop, 'person 7')
    await farah.page.getByText('0 away, 600 expected.').waitFor()
    await farah.page.getByRole('searchbox', { name: 'Find somebody' }).fill('person 7')
    await rowOf(farah, 'person 7').getByText('Here').waitFor()
    expect(await rowOf(farah, 'Person 7').count()).toBe(0)
    // Others are not shown whom the facilitators expect.
    const orla = await guest(linkTo(workshop, 'j'), 'Orla')
    await orla.page.getByRole('button', { name: /^People:/ }).click()
    await orla.page.getByRole('heading', { name: /^Here now/ }).waitFor()
    expect(await orla.page.getByText('Person 8').count()).toBe(0)
  })

  test('[W-3] forty-five of one name are forty-five people, and long, right-to-left and emoji names are kept and cut', async () => {
    const workshop = await makeWorkshop(server.url)
    const farah = await guest(linkTo(workshop, 'f'), 'Farah', PHONE)
    for (let count = 0; count < 45; count += 1)
      await joinAs(server.url, workshop.id, workshop.keys.join, 'Sam')
    const long = 'Wilhelmina'.repeat(30)
    for (const name of [long, 'שלום בן־דוד', '🦄🌈 Mo'])
      await joinAs(server.url, workshop.id, workshop.keys.join, name)
    await openRoster(farah)
    await eventually(async () => expect(await rowOf(farah, 'Sam').count()).toBe(45))
    const { page } = farah
    for (const name of [long.slice(0, 80), 'שלום בן־דוד', '🦄🌈 Mo']) await rowOf(farah, name).waitFor()
    // Nothing is pushed out of a phone's screen by any of them.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    const wide = await page
      .locator('main *')
      .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().right > innerWidth + 1).length)
    expect(wide).toBe(0)
  })
})

describe('another device', () => {
  test('[A28] Dan drops, comes back on a phone by a code, then the laptop wakes: one Dan, every note once, the latest space', async () => {
    const workshop = await makeWorkshop(server.url)
    const farah = await guest(linkTo(workshop, 'f'), 'Farah')
    const line = await onLine(workshop, 'Theo', workshop.keys.facilitator)
    const laptop = await openGuest(browser)
    guests.push(laptop)
    const lid = await lidOf(laptop)
    await comeIn(laptop, linkTo(workshop, 'j'), 'Dan')
    await show(laptop, 'List')
    await writeInList(laptop, ['before the break'])
    await untilSaved(laptop)
    const address = laptop.page.url()

    // The laptop falls asleep while he writes.
    lid.close()
    await eventually(async () => expect(['reconnecting', 'offline']).toContain(await savedState(laptop)))
    await writeInList(laptop, ['written in the dark'])

    await line.give({ type: 'spaces.open', count: 3, template: 'blank', fill: 'choose' })
    await openRoster(farah)
    await rowOf(farah, 'Dan').getByText('Away').waitFor()
    await doTo(farah, 'Dan', /Code for another device/)
    const dialog = farah.page.getByRole('dialog', { name: 'Code for Dan' })
    const code = await dialog.getByText(/^[A-Z2-9]{4} [A-Z2-9]{4}$/).textContent()
    await farah.page.keyboard.press('Escape')

    const phone = await openGuest(browser, PHONE)
    guests.push(phone)
    await phone.page.goto(`${server.url}/code`)
    await phone.page.getByRole('textbox', { name: 'Code' }).fill(code ?? '')
    await phone.page.getByRole('button', { name: 'Go to the workshop' }).click()
    await phone.page.getByRole('button', { name: 'Carry on here' }).click()
    await phone.page.getByRole('button', { name: 'Go there: Space 2' }).click()
    await eventually(() => expect(line.view?.people[idOf(line, 'Dan')]?.place?.space).not.toBeNull())
    const second = line.view?.people[idOf(line, 'Dan')]?.place?.space
    await phone.page.goto(address)
    await eventually(async () => expect(await isShown(phone.page, 'before the break')).toBe(true))
    await writeInList(phone, ['from the phone'])
    await untilSaved(phone)

    lid.open()
    await untilSaved(laptop)
    const all = ['before the break', 'written in the dark', 'from the phone']
    for (const { page } of [laptop, phone]) {
      for (const words of all)
        await eventually(async () => expect(await page.getByText(words, { exact: true }).count()).toBe(1))
    }
    expect(await rowOf(farah, 'Dan').count()).toBe(1)
    await rowOf(farah, 'Dan').getByText('R1·2').waitFor()
    expect(line.view?.people[idOf(line, 'Dan')]?.place?.space).toBe(second)
    // And now the laptop chooses: the later choice counts, on the phone too.
    await laptop.page.getByRole('link', { name: 'Now' }).first().click()
    await laptop.page.getByRole('link', { name: /^Look in: Space 3/ }).click()
    await laptop.page.getByRole('button', { name: /^Go there: Space 3/ }).click()
    await rowOf(farah, 'Dan').getByText('R1·3').waitFor()
    expect(Object.values(line.view?.people ?? {}).filter(({ name }) => name === 'Dan').length).toBe(1)
  })
})

for (const [device, size] of [
  ['a laptop', LAPTOP],
  ['the narrowest phone', { width: 360, height: 740 }],
] as const) {
  test(`on ${device} the list, its dialogs and its menus keep nobody out, and the keyboard does all of it`, async () => {
    const workshop = await makeWorkshop(server.url)
    const farah = await guest(linkTo(workshop, 'f'), 'Farah', size)
    const hana = await onLine(workshop, 'Hana')
    await openRoster(farah)
    const { page } = farah
    const check = async (screen: string): Promise<void> =>
      expect({ screen, findings: await seriousFindings(page) }).toEqual({ screen, findings: [] })
    await hana.give({ type: 'person.about', needs: 'Large type', perspective: 'tenant' })
    await hana.give({ type: 'help.ask', name: 'Bea' })
    await page.getByText('Hana would like to write for Bea').waitFor()
    await check('Roster')

    const dialogs: readonly (readonly [string, RegExp])[] = [
      ['Add somebody without a connection…', /without a connection/],
      ['Paste a list of names…', /list of names/],
    ]
    for (const [button, title] of dialogs) {
      await page.getByRole('button', { name: button }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: title }).waitFor()
      await check(button)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      const focused = page.getByRole('button', { name: button })
      await eventually(async () =>
        expect(await focused.evaluate((it) => it === document.activeElement)).toBe(true),
      )
    }
    await fromMenu(farah, /^About you/)
    await page.getByRole('dialog').waitFor()
    await check('About you')
    await page.keyboard.press('Escape')
    await fromMenu(farah, /writing for someone/)
    await page.getByRole('dialog').waitFor()
    await check('Writing for')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    // With keys alone: the request is answered, somebody is made a facilitator, and taken off again after a question.
    await page.getByRole('button', { name: 'Yes: Hana may write for Bea' }).focus()
    await page.keyboard.press('Enter')
    await rowOf(farah, 'Bea').waitFor()
    await page.getByRole('button', { name: 'What can be done for Hana' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    await check('Menu')
    await page.keyboard.press('Enter')
    await rowOf(farah, 'Hana').getByText('Facilitator').waitFor()
    await page.getByRole('button', { name: 'What can be done for Bea' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('[role="menuitem"]:focus').waitFor()
    await page.keyboard.press('End')
    await page.locator('[role="menuitem"]:focus', { hasText: 'Take off the list' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('alertdialog').waitFor()
    await check('Take off')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take off the list' }).focus()
    await page.keyboard.press('Enter')
    await rowOf(farah, 'Bea').waitFor({ state: 'detached' })
    expect(farah.problems).toEqual([])
  })
}
