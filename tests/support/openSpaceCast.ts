/**
 * The cast of methods §5.1 in one workshop: some at devices of their own, everybody else at bare connections, and three
 * without any. Whoever is where, a test asks for them by name.
 */
import type { Browser, Page } from 'playwright-core'
import { rejoinResult } from '@moot/protocol'
import type { Guest } from './browser.ts'
import { launchBrowser, LAPTOP, openGuest } from './browser.ts'
import type { Command, View } from './liveClient.ts'
import { LiveClient } from './liveClient.ts'
import type { Role, RunningServer } from './startServer.ts'
import { joinAs, linkFor, makeWorkshop, post, startServer } from './startServer.ts'
import { addPlainNote, stockClient, until } from './stockClient.ts'

/** How long a screen may take before a step is given up, in ms: a dozen browsers share two cores. */
const PATIENCE_MS = 30_000
/** Hana and Nadia have a connection for these. */
const HELPERS: Readonly<Record<string, string>> = { Bea: 'Hana', Cal: 'Hana', Pat: 'Nadia' }

/** Somebody at a device, and every word that came to it over a socket. */
export interface Device extends Guest {
  readonly frames: string[]
  readonly secret: string
}

/** Somebody at a bare connection. */
interface Line {
  readonly id: string
  readonly secret: string
  readonly live: LiveClient
}

/** Everybody, and what can be asked of them. */
export interface Cast {
  readonly url: string
  readonly workshop: string
  readonly devices: ReadonlyMap<string, Device>
  readonly lines: ReadonlyMap<string, Line>
  /** What somebody sits at. */
  readonly device: (name: string) => Device
  /** Their screen. */
  readonly at: (name: string) => Page
  /** What the server projects for somebody at a bare connection; without a name for Nadia, a facilitator. */
  readonly view: (name?: string) => View
  /** Whose hands those are that type for somebody: their own, or their helper's. */
  readonly handOf: (name: string) => string
  readonly idOf: (name: string) => string
  /** Gives a command as somebody, or as their helper, that must be accepted. */
  readonly give: (name: string, command: Command) => Promise<void>
  /** Joins through a link in a browser of their own. Resolves wherever it leads. */
  readonly arrive: (name: string, device?: typeof LAPTOP, role?: Role) => Promise<Page>
  /** Somebody leaves their bare connection for a browser, by a code for another device. */
  readonly moveToBrowser: (name: string, device?: typeof LAPTOP) => Promise<Page>
  /** Somebody's device is gone at once, as when its battery is empty. */
  readonly drop: (name: string) => Promise<void>
  /** Joins at a bare connection. */
  readonly connect: (name: string, role?: Role) => Promise<void>
  /** Opens a board by its address. */
  readonly openBoard: (name: string, board: string) => Promise<void>
  /** Somebody writes notes on a board, elsewhere than on a screen of this test; resolves once others have them. */
  readonly write: (name: string, board: string, texts: readonly string[]) => Promise<void>
  readonly end: () => Promise<void>
}

/** Starts a server and a browser and makes the workshop from the ready plan; nobody is there but Nadia. */
export async function openSpaceCast(question: string): Promise<Cast> {
  const [browser, server]: [Browser, RunningServer] = await Promise.all([launchBrowser(), startServer()])
  const { url } = server
  const { id: workshop, keys } = await makeWorkshop(url, {
    title: 'Keep, drop and grow',
    question,
    plan: 'open-space',
  })
  const devices = new Map<string, Device>()
  const lines = new Map<string, Line>()
  const view: Cast['view'] = (name = 'Nadia') => {
    const seen = lines.get(name)?.live.view
    if (seen === undefined) throw new Error(`no view of ${name}`)
    return seen
  }
  const handOf = (name: string): string => HELPERS[name] ?? name
  const idOf: Cast['idOf'] = (name) => {
    const [id] = Object.entries(view().people).find(([, person]) => person.name === name) ?? []
    if (id === undefined) throw new Error(`${name} is not on the roster`)
    return id
  }
  const secretOf = (name: string): string => {
    const secret = devices.get(name)?.secret ?? lines.get(name)?.secret
    if (secret === undefined) throw new Error(`${name} has no connection`)
    return secret
  }
  const deviceOf = (name: string): Device => {
    const device = devices.get(name)
    if (device === undefined) throw new Error(`${name} has no screen`)
    return device
  }
  const connect: Cast['connect'] = async (name, role = 'join') => {
    const { personId, secret } = await joinAs(url, workshop, keys[role], name)
    const live = new LiveClient(url, workshop, secret)
    lines.set(name, { id: personId, secret, live })
    await until(`${name} is there`, () => live.view !== undefined)
  }
  /** A device whose sockets are listened to. */
  const start = async (size: typeof LAPTOP): Promise<Omit<Device, 'secret'>> => {
    const guest = await openGuest(browser, size)
    guest.page.setDefaultTimeout(PATIENCE_MS)
    guest.page.on('response', (response) => {
      if (response.status() >= 400)
        guest.problems.push(`${response.status()} ${response.request().method()} ${response.url()}`)
    })
    const frames: string[] = []
    guest.page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => frames.push(payload.toString())),
    )
    return { ...guest, frames }
  }
  const settle = async (name: string, there: Omit<Device, 'secret'>): Promise<Page> => {
    await there.page.locator('[data-frame-menu]').waitFor()
    const visit: unknown = JSON.parse(
      (await there.page.evaluate((key) => localStorage.getItem(key), `moot.visit.${workshop}`)) ?? '{}',
    )
    const secret =
      visit !== null && typeof visit === 'object' && 'secret' in visit ? String(visit.secret) : ''
    devices.set(name, { ...there, secret })
    return there.page
  }
  await connect('Nadia', 'facilitator')
  return {
    url,
    workshop,
    devices,
    lines,
    view,
    handOf,
    idOf,
    connect,
    device: deviceOf,
    at: (name) => deviceOf(name).page,
    openBoard: async (name, board) => {
      const { page } = deviceOf(name)
      await page.goto(`${url}/w/${workshop}/b/${board}`)
      await page.getByRole('group', { name: 'How the board is shown' }).waitFor()
    },
    give: async (name, command) => {
      const secret = secretOf(handOf(name))
      const { status, json } = await post(url, `/api/workshops/${workshop}/commands`, command, secret)
      if (status !== 200) throw new Error(`${name}: ${command.type}: ${JSON.stringify(json)}`)
    },
    arrive: async (name, size = LAPTOP, role = 'join') => {
      const there = await start(size)
      await there.page.goto(linkFor(url, { id: workshop, keys }, role))
      await there.page.getByRole('textbox', { name: 'Your name' }).fill(name)
      await there.page.getByRole('textbox', { name: 'Your name' }).press('Enter')
      return settle(name, there)
    },
    moveToBrowser: async (name, size = LAPTOP) => {
      const line = lines.get(name)
      if (line === undefined) throw new Error(`${name} is not there`)
      const code = await line.live.give({ type: 'person.rejoinCode', person: line.id })
      const there = await start(size)
      await there.page.goto(`${url}/w/${workshop}#r.${rejoinResult.parse(code).code}`)
      await there.page.getByRole('button', { name: 'Carry on here' }).click()
      const page = await settle(name, there)
      line.live.destroy()
      lines.delete(name)
      return page
    },
    drop: async (name) => {
      await deviceOf(name).context.close()
      devices.delete(name)
    },
    write: async (name, board, texts) => {
      const doc = view().boards[board]?.doc ?? ''
      const by = stockClient(url, workshop, doc, secretOf(handOf(name)))
      await until('the board is there', () => by.provider.synced)
      const ids = texts.map((text) => addPlainNote(by.doc, idOf(handOf(name)), text))
      const reader = stockClient(url, workshop, doc, secretOf('Nadia'))
      await until('others have the notes', () => ids.every((id) => reader.doc.getMap('notes').has(id)))
      by.destroy()
      reader.destroy()
    },
    end: async () => {
      for (const { live } of lines.values()) live.destroy()
      await browser.close()
      await server.stop()
    },
  }
}

/** Somebody puts those without a connection on the roster, with who helps them. */
export async function addAssisted({ give, idOf, view }: Cast, by: string): Promise<void> {
  for (const [name, helper] of Object.entries(HELPERS)) {
    await give(by, { type: 'person.assist', name, helper: idOf(helper) })
    await until(`${name} is on the roster`, () =>
      Object.values(view().people).some((person) => person.name === name),
    )
  }
}
