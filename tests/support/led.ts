/** A workshop that Farah leads from a bare connection, and people who come to it in a browser. */
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Guest } from './browser.ts'
import { launchBrowser, LAPTOP, openGuest } from './browser.ts'
import { comeBack } from './comeBack.ts'
import type { Command } from './liveClient.ts'
import { LiveClient } from './liveClient.ts'
import { eventually } from './screens.ts'
import type { Role, RunningServer, ServerOptions } from './startServer.ts'
import { joinAs, linkFor, makeWorkshop, startServer } from './startServer.ts'

/** The narrowest screen that everything has to work on, in CSS px. */
export const SMALL_PHONE = { width: 360, height: 740 }
/** The main question of the workshops. */
export const QUESTION = 'What should we keep, drop and grow in local public services?'

/** An activity as it is planned. */
export type StageDraft = Extract<Command, { type: 'plan.set' }>['stages'][number]
/** A workshop that was just made. */
export type Made = Awaited<ReturnType<typeof makeWorkshop>>

/** How somebody comes: `before` is done on their device before they open it. */
type Arrival = { readonly before?: (guest: Guest) => Promise<unknown> } & BrowserContextOptions

/** What the tests of a file lead their workshops with. */
export interface Led {
  /** The server's address. */
  readonly url: () => string
  /** Moves the server's clock on by so many ms, where the options say that it is movable. */
  readonly passTime: (ms: number) => Promise<void>
  /** A workshop, and Farah, who facilitates it, at a bare connection. */
  readonly lead: () => Promise<{ made: Made; farah: LiveClient }>
  /** Somebody at a bare connection. */
  readonly connect: (made: Made, role: Role, name: string) => Promise<LiveClient>
  /** Somebody who joined by their link, in a browser; they are wherever it leads. */
  readonly arrive: (
    made: Made,
    role: Role,
    name: string,
    device?: typeof LAPTOP,
    arrival?: Arrival,
  ) => Promise<Guest>
}

/** To be called once in a test file: server, browser, and everybody goes home after each test. */
export function ledWorkshops(options: ServerOptions = {}): Led {
  let browser: Browser
  let server: RunningServer
  const toLeave: (() => unknown)[] = []
  beforeAll(async () => {
    browser = await launchBrowser()
    server = await startServer(options)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  afterEach(async () => {
    for (const leave of toLeave.splice(0).toReversed()) await leave()
  })

  const connect: Led['connect'] = async (made, role, name) => {
    const { secret } = await joinAs(server.url, made.id, made.keys[role], name)
    const live = new LiveClient(server.url, made.id, secret)
    toLeave.push(() => live.destroy())
    await eventually(() => expect(live.view).toBeDefined())
    return live
  }
  const lead: Led['lead'] = async () => {
    const made = await makeWorkshop(server.url, {
      title: 'Keep and grow',
      question: QUESTION,
      template: 'columns',
    })
    return { made, farah: await connect(made, 'facilitator', 'Farah') }
  }
  const arrive: Led['arrive'] = async (made, role, name, device = LAPTOP, { before, ...options } = {}) => {
    const guest = await openGuest(browser, device, options)
    toLeave.push(async () => {
      await guest.context.close()
      expect({ name, problems: guest.problems }).toEqual({ name, problems: [] })
    })
    await before?.(guest)
    await comeBack(guest, linkFor(server.url, made, role), name)
    return guest
  }
  return { url: () => server.url, passTime: (ms) => server.passTime(ms), lead, connect, arrive }
}

/** The view of somebody at a bare connection. */
export const viewOf = (live: LiveClient) => {
  if (live.view === undefined) throw new Error('No view yet.')
  return live.view
}

/** An activity about nothing. */
export const STAGE: StageDraft = {
  kind: 'activity',
  title: '',
  prompt: '',
  part: '',
  where: 'main',
  template: '',
  minutes: 0,
  gate: 'none',
  isReadOnly: false,
}

/** Eight minutes in the main room. */
export const OPENING: StageDraft = {
  ...STAGE,
  kind: 'opening',
  title: 'Opening',
  prompt: 'What brings us together?',
  minutes: 8,
}
/** 22 minutes in spaces. */
export const ROUND: StageDraft = { ...STAGE, kind: 'round', title: 'Round 1', where: 'round', minutes: 22 }
/** Seven minutes off. */
export const BREAK: StageDraft = { ...STAGE, kind: 'break', title: 'Break', minutes: 7 }

/** Puts up the running order. */
export async function plan(farah: LiveClient, stages: readonly StageDraft[]): Promise<void> {
  await farah.give({ type: 'plan.set', stages: [...stages] })
  await eventually(() => expect(Object.keys(viewOf(farah).stages)).toHaveLength(stages.length))
}

/** Goes to the activity of this title. */
export async function go(farah: LiveClient, title: string): Promise<void> {
  const { stages, now } = viewOf(farah)
  const [stage = ''] = Object.entries(stages).find(([, each]) => each.title === title) ?? []
  await farah.give({ type: 'stage.go', stage, from: now.stage })
  await eventually(() => expect(viewOf(farah).now.stage).toBe(stage))
}

/** Opens spaces with these titles, and names their video rooms. */
export async function openSpaces(
  farah: LiveClient,
  titles: readonly string[],
  fill: 'random' | 'choose',
): Promise<void> {
  await farah.give({
    type: 'spaces.open',
    count: titles.length,
    template: 'columns',
    fill,
    slots: titles.map((title) => ({ title })),
  })
  await eventually(() => expect(breakoutsOf(farah)).toHaveLength(titles.length))
  for (const [space, { number, title }] of breakoutsOf(farah))
    await farah.give({
      type: 'space.change',
      space,
      videoName: `${number} ${title}`,
      videoLink: `https://call.example/${number}`,
    })
}

/** The breakouts of the current round with their ids, by number. */
export const breakoutsOf = (farah: LiveClient) =>
  Object.entries(viewOf(farah).spaces)
    .filter(([, { kind, isOn }]) => kind === 'breakout' && isOn)
    .toSorted(([, a], [, b]) => a.number - b.number)

/** What one can go to, by name. */
export const destinations = ({ page }: Guest) =>
  page.getByRole('navigation', { name: 'Parts of the workshop' }).first().getByRole('link').allTextContents()
/** A line of the bar that tells everybody something. */
export const notice = ({ page }: Guest, words: string | RegExp) =>
  page.locator('[data-notice]').filter({ hasText: words })
/** What the chip in the bar shows. */
export const timeLeft = ({ page }: Guest) => page.getByRole('timer').textContent()
/** `m:ss`, somewhere in a text, in seconds. */
export const seconds = (clock: string | null): number => {
  const [, minutes = 'NaN', rest = 'NaN'] = /(\d+):(\d\d)/.exec(clock ?? '') ?? []
  return Number(minutes) * 60 + Number(rest)
}
