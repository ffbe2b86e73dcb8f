/** Writing for somebody without a connection, and writing down what is said in a room. */
import type { Browser } from 'playwright-core'
import { joinResponse, rejoinResult } from '@moot/protocol'
import * as Y from 'yjs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings } from '../support/axe.ts'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, LAPTOP, openGuest, PHONE } from '../support/browser.ts'
import { comeBack } from '../support/comeBack.ts'
import { LiveClient } from '../support/liveClient.ts'
import { fromMenu } from '../support/roster.ts'
import { eventually, isShown, show, untilSaved, writeInList, writeOnCanvas } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, linkFor, makeWorkshop, post, startServer } from '../support/startServer.ts'
import type { StockClient } from '../support/stockClient.ts'
import { stockClient } from '../support/stockClient.ts'

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
const lines: (LiveClient | StockClient)[] = []
afterEach(async () => {
  for (const line of lines.splice(0)) line.destroy()
  for (const { context } of guests.splice(0)) await context.close()
})

type Workshop = Awaited<ReturnType<typeof makeWorkshop>>

async function guest(workshop: Workshop, name: string, device = LAPTOP): Promise<Guest> {
  const made = await openGuest(browser, device)
  guests.push(made)
  await comeBack(made, linkFor(server.url, workshop, 'join'), name)
  return made
}

/** A facilitator with a bare connection, and what stands on the first board, note by note, as the document has it. */
async function farahIn({ id, keys, boards }: Workshop): Promise<{
  readonly farah: LiveClient
  readonly madeOf: (words: string) => unknown
  readonly idOf: (name: string) => string
}> {
  const { secret } = await joinAs(server.url, id, keys.facilitator, 'Farah')
  const farah = new LiveClient(server.url, id, secret)
  const board = stockClient(server.url, id, boards[0]?.doc ?? '', secret)
  lines.push(farah, board)
  await eventually(() => expect(farah.view).toBeDefined())
  return {
    farah,
    madeOf: (words) => {
      const notes = [...board.doc.getMap('notes').values()]
      const note = notes.find((each) => each instanceof Y.Map && String(each.get('text')) === words)
      return note instanceof Y.Map ? note.get('base') : undefined
    },
    idOf: (name) =>
      Object.entries(farah.view?.people ?? {}).find(([, person]) => person.name === name)?.[0] ?? '',
  }
}

const choose = async ({ page }: Guest, whose: string | RegExp): Promise<void> => {
  await page
    .getByRole('button', { name: /^Writing / })
    .first()
    .click()
  await page.getByRole('menuitemradio', { name: whose }).click()
}

describe('writing as', () => {
  test('[A33] stands on the note form in words, and begins with oneself on another board and in another space', async () => {
    const workshop = await makeWorkshop(server.url)
    const { farah, madeOf, idOf } = await farahIn(workshop)
    const hana = await guest(workshop, 'Hana', PHONE)
    const { page } = hana
    // Who writes for nobody has nothing to choose.
    expect(await page.getByRole('button', { name: /^Writing / }).count()).toBe(0)
    await eventually(() => expect(idOf('Hana')).not.toBe(''))
    for (const name of ['Bea', 'Cal']) await farah.give({ type: 'person.assist', name, helper: idOf('Hana') })

    const form = page.locator('form').filter({ has: page.getByRole('textbox', { name: /^Write a note/ }) })
    await form.getByRole('button', { name: 'Writing as yourself' }).waitFor()
    await choose(hana, 'For Bea')
    await form.getByRole('button', { name: 'Writing as Bea' }).waitFor()
    await writeInList(hana, ['Bea would keep the library'])
    await choose(hana, 'For Cal')
    await writeInList(hana, ['Cal would keep the baths'])
    await choose(hana, 'Your own')
    await writeInList(hana, ['Hana would keep both'])
    await untilSaved(hana)
    await eventually(() => {
      expect(madeOf('Bea would keep the library')).toMatchObject({ by: idOf('Bea'), via: idOf('Hana') })
      expect(madeOf('Cal would keep the baths')).toMatchObject({ by: idOf('Cal'), via: idOf('Hana') })
      expect(madeOf('Hana would keep both')).toMatchObject({ by: idOf('Hana') })
      expect(madeOf('Hana would keep both')).not.toHaveProperty('via')
    })

    // What was entered for somebody is one's own to take away: nobody is asked about.
    await page.getByRole('button', { name: /^More for .*Bea would keep/ }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await eventually(async () => expect(await isShown(page, 'Bea would keep the library')).toBe(false))
    expect(await page.getByRole('alertdialog').count()).toBe(0)

    // Another space, chosen on another device while the form stays in sight: nobody is written for by an oversight.
    await choose(hana, 'For Bea')
    await farah.give({ type: 'spaces.open', count: 2, template: 'blank', fill: 'choose' })
    const { code } = rejoinResult.parse(await farah.give({ type: 'person.rejoinCode', person: idOf('Hana') }))
    const { json } = await post(server.url, `/api/workshops/${workshop.id}/people`, { rejoin: code })
    const other = new LiveClient(server.url, workshop.id, joinResponse.parse(json).secret)
    lines.push(other)
    await eventually(() => expect(Object.keys(other.view?.spaces ?? {})).not.toEqual([]))
    await form.getByRole('button', { name: 'Writing as Bea' }).waitFor()
    await other.give({ type: 'space.enter', space: Object.keys(other.view?.spaces ?? {})[0] ?? '' })
    await form.getByRole('button', { name: 'Writing as yourself' }).waitFor()
    // The helper's space is theirs too.
    await eventually(() => expect(farah.view?.people[idOf('Bea')]?.place?.space).toBe(other.view?.me.space))
    expect(other.view?.me.space).not.toBeNull()
    // And another board, without going anywhere.
    await choose(hana, 'For Cal')
    await page.getByRole('link', { name: 'Now' }).last().click()
    await page.getByRole('button', { name: 'Open the board' }).click()
    await form.getByRole('button', { name: 'Writing as yourself' }).waitFor()
    expect(hana.problems).toEqual([])
  })

  test('[A33] on the canvas stands over the button that adds a note, and on the note that is written', async () => {
    const workshop = await makeWorkshop(server.url)
    const { farah, madeOf, idOf } = await farahIn(workshop)
    const hana = await guest(workshop, 'Hana')
    await eventually(() => expect(idOf('Hana')).not.toBe(''))
    await farah.give({ type: 'person.assist', name: 'Bea', helper: idOf('Hana') })
    await show(hana, 'Canvas')
    const { page } = hana
    await page.getByRole('button', { name: 'Writing as yourself' }).waitFor()
    await choose(hana, 'For Bea')
    await page.getByRole('button', { name: 'Add a note' }).click()
    await page.getByText('For Bea', { exact: true }).waitFor()
    await page.getByRole('textbox', { name: 'Words of the note' }).pressSequentially('The library')
    await page.keyboard.press('Escape')
    await eventually(() =>
      expect(madeOf('The library')).toMatchObject({ by: idOf('Bea'), via: idOf('Hana') }),
    )
    await choose(hana, 'Your own')
    await writeOnCanvas(hana, ['My own'])
    await eventually(() => expect(madeOf('My own')).toMatchObject({ by: idOf('Hana') }))
    // Another helper: the name is gone from her form at once.
    await choose(hana, 'For Bea')
    await farah.give({ type: 'person.setHelper', person: idOf('Bea'), helper: idOf('Farah') })
    await eventually(async () =>
      expect(await page.getByRole('button', { name: /^Writing / }).count()).toBe(0),
    )
    await writeOnCanvas(hana, ['Mine again'])
    await eventually(() => expect(madeOf('Mine again')).toMatchObject({ by: idOf('Hana') }))
    expect(hana.problems).toEqual([])
  })

  for (const [device, size] of [
    ['a laptop', LAPTOP],
    ['a phone', PHONE],
  ] as const) {
    test(`from the room, on ${device}: one after the other, the section stays, one is taken back, and nobody is on the roster for it`, async () => {
      const workshop = await makeWorkshop(server.url, { template: 'three-horizons' })
      const { farah, madeOf, idOf } = await farahIn(workshop)
      const theo = await guest(workshop, 'Theo', size)
      const { page } = theo
      await show(theo, 'List')
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('menuitem', { name: /^Write down what people say/ }).click()
      const section = page.getByRole('combobox', { name: 'Section' })
      const second = (await section.locator('option').nth(1).textContent()) ?? ''
      await section.selectOption({ label: second })
      const field = page.getByRole('textbox', { name: 'What was said' })
      for (const words of ['More benches', 'Buses after eight', 'A bad idea']) {
        await field.pressSequentially(words)
        await field.press('Enter')
      }
      expect(
        await section.evaluate((it) => (it instanceof HTMLSelectElement ? it.selectedOptions[0]?.text : '')),
      ).toBe(second)
      expect({ findings: await seriousFindings(page) }).toEqual({ findings: [] })
      await page.getByRole('button', { name: 'Take back “A bad idea”' }).click()
      await eventually(async () =>
        expect(await page.getByText('A bad idea', { exact: true }).count()).toBe(0),
      )
      await untilSaved(theo)
      await eventually(() =>
        expect(madeOf('More benches')).toMatchObject({ by: idOf('Theo'), source: 'room' }),
      )
      expect(
        Object.values(farah.view?.people ?? {})
          .map(({ name }) => name)
          .toSorted(),
      ).toEqual(['Farah', 'Theo'])
      await page.getByRole('button', { name: 'Stop writing from the room' }).click()
      await writeInList(theo, ['My own again'])
      await eventually(() => expect(madeOf('My own again')).toMatchObject({ source: 'typed' }))
      expect(theo.problems).toEqual([])
    })
  }
})

test('[W-37] I’m writing for someone: one tap of a facilitator, from whatever screen, and both are told', async () => {
  const workshop = await makeWorkshop(server.url)
  const farah = await openGuest(browser)
  guests.push(farah)
  await comeBack(farah, linkFor(server.url, workshop, 'facilitator'), 'Farah')
  const hana = await guest(workshop, 'Hana', PHONE)
  const { page } = hana
  const ask = async (name: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'Their name' }).fill(name)
    await page.getByRole('button', { name: 'Ask a facilitator' }).click()
    await page.getByText(`A facilitator has been asked about ${name}`).waitFor()
  }
  await fromMenu(hana, /writing for someone/)
  await ask('Bea')
  await farah.page.getByRole('button', { name: 'Yes: Hana may write for Bea' }).click()
  await page.getByRole('dialog').getByText('You write for Bea now.').waitFor()
  await farah.page.getByRole('button', { name: /^Yes: Hana/ }).waitFor({ state: 'detached' })

  await ask('Cal')
  await page.getByRole('button', { name: 'Done' }).click()
  await farah.page.getByRole('button', { name: 'No: Hana may not write for Cal' }).click()
  await page.getByText('A facilitator said no to writing for Cal.').first().waitFor()
  await page.getByRole('button', { name: 'Writing as yourself' }).click()
  await eventually(async () => expect(await page.getByRole('menuitemradio').count()).toBe(3))
  await page.keyboard.press('Escape')

  // A facilitator asks nobody.
  await fromMenu(farah, /writing for someone/)
  await farah.page.getByRole('textbox', { name: 'Their name' }).fill('Pat')
  await farah.page.getByRole('button', { name: 'Add', exact: true }).click()
  await farah.page.getByText('You write for Pat now.').waitFor()
  for (const { problems } of guests) expect(problems).toEqual([])
})
