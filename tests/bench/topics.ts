/**
 * What a full marketplace costs: 300 people connected, 60 topics on 10 spaces and 6 rounds, people signing up, 13 reports
 * being written at once, and a facilitator's browser with *Topics* or a report open: `node tests/bench/topics.ts`.
 * Prints, asserts nothing: the figures depend on the machine. Wanted: the server under half a core, the page under 30 %
 * of one, no task over 100 ms. The people are bare sockets in processes of their own.
 */
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { WebSocket } from 'ws'
import { PROTOCOL_VERSION, topicResult } from '@moot/protocol'
import { findBrowser } from '../../scripts/bootstrap.mjs'
import { LAPTOP, launchBrowser } from '../support/browser.ts'
import type { Command } from '../support/liveClient.ts'
import { LiveClient } from '../support/liveClient.ts'
import { market } from '../support/market.ts'
import { joinAs, makeWorkshop, post, startServer } from '../support/startServer.ts'
import { until } from '../support/stockClient.ts'
import type { Task } from './measuring.ts'
import { beCrowd, busyTime, crowd, processorSeconds } from './measuring.ts'

const PEOPLE = 300
const SPACES = 10
const ROUNDS = 6
const TOPICS = SPACES * ROUNDS
const REPORTS = 13
/** Sign-ups of all of them together, said and taken back. */
const SIGN_UPS_PER_SECOND = 12
/** How often what somebody types into a report is saved, in ms. */
const AUTOSAVE_MS = 1_500
/** Letters that are there already: a report of about a page. */
const LETTERS_BEFORE = 2_400
/** How long it settles, and is measured, in ms. */
const SETTLE_MS = 3_000
const MEASURE_MS = 8_000
/** A quick frame, in ms. */
const FRAME_MS = 1_000 / 60

/** One simulated person. */
interface Simulated {
  readonly secret: string
  /** What they may sign up for. */
  readonly topics: readonly string[]
  /** The topic whose report they write. */
  readonly writes: string | null
}

/** What is going on, besides that all are there. */
const DOINGS = ['nothing', 'sign-ups', 'reports', 'both'] as const
type Doing = (typeof DOINGS)[number]

// In a process of simulated people: what goes on, and how much they were sent, in bytes.
let doing: Doing = 'nothing'
let bytes = 0

/** Connects somebody as a browser would. What arrives is counted and not looked at. */
async function simulate({ url, id }: Task<Simulated>, who: Simulated): Promise<void> {
  const live = new WebSocket(`${url.replace('http', 'ws')}/live/${id}`, ['moot', `bearer.${who.secret}`])
  live.on('error', () => undefined)
  live.on('message', (data: Buffer) => {
    bytes += data.length
  })
  await once(live, 'open')
  let count = 0
  const give = (command: Command): void => {
    count += 1
    live.send(JSON.stringify({ type: 'command', id: count, command }))
  }
  live.send(JSON.stringify({ type: 'hello', v: PROTOCOL_VERSION }))
  /** Does something again and again while that is what goes on, not all at the same moment. */
  const often = (what: Doing, ms: number, work: () => void): void => {
    const again = (): void => {
      if (doing === what || doing === 'both') work()
      setTimeout(again, ms)
    }
    setTimeout(again, Math.random() * ms)
  }
  let signs = 0
  often('sign-ups', (PEOPLE / SIGN_UPS_PER_SECOND) * 1_000, () => {
    const topic = who.topics[Math.floor(signs / 2) % who.topics.length] ?? ''
    give({ type: 'topic.signUp', topic, isOn: signs % 2 === 0 })
    signs += 1
  })
  const { writes: topic } = who
  if (topic === null) return
  let said = wordsOf(LETTERS_BEFORE)
  give({
    type: 'report.write',
    topic,
    field: 'headline',
    text: 'Places lead where people listen',
    before: '',
  })
  give({ type: 'report.write', topic, field: 'said', text: said, before: '' })
  often('reports', AUTOSAVE_MS, () => {
    const before = said
    said += ' more'
    give({ type: 'report.write', topic, field: 'said', text: said, before })
  })
}

const wordsOf = (letters: number): string => 'What was said there. '.repeat(letters / 21)

/** Tasks of the page over 50 ms since this was asked for: the longest, in ms. */
async function longestTask(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { longTasks: seen })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(duration)
    }).observe({ type: 'longtask' })
  })
  return () =>
    page.evaluate(() => {
      const seen: unknown = Reflect.get(window, 'longTasks')
      return Array.isArray(seen) ? Math.max(0, ...seen.map(Number)) : 0
    })
}

/** Drags a card over the grid for a while and says how long each frame took, in ms, in order of length. */
async function dragFrames(page: Page): Promise<readonly number[]> {
  const card = await page.locator('main article[data-topic]').first().boundingBox()
  if (card === null) return []
  await page.mouse.move(card.x + 20, card.y + 12)
  await page.mouse.down()
  await page.mouse.move(card.x + 60, card.y + 60, { steps: 4 })
  const frames = page.evaluate(
    (ms) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = []
        let last = performance.now()
        const end = last + ms
        const next = (now: number): void => {
          times.push(now - last)
          last = now
          if (now < end) requestAnimationFrame(next)
          else resolve(times.slice(1))
        }
        requestAnimationFrame(next)
      }),
    MEASURE_MS / 2,
  )
  const move = async (at = 0): Promise<void> => {
    await page.mouse.move(300 + ((at * 37) % 800), 250 + ((at * 17) % 400))
    if ((await Promise.race([frames, Promise.resolve(null)])) === null) await move(at + 1)
  }
  await move()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return (await frames).toSorted((a, b) => a - b)
}

async function main(): Promise<void> {
  process.env['MOOT_TEST_BROWSER'] ??= findBrowser() ?? ''
  const server = await startServer()
  const browser = await launchBrowser()
  let stop = (): void => undefined
  try {
    const { id, keys } = await makeWorkshop(server.url, { title: 'A full market', question: 'What now?' })
    const theo = await joinAs(server.url, id, keys.facilitator, 'Theo')
    const live = new LiveClient(server.url, id, theo.secret)
    await until('Theo is there', () => live.view !== undefined)
    const { rounds, spaces } = await market(
      { farah: { live } },
      { rounds: ROUNDS, spaces: SPACES, minutes: 60 },
    )
    const giveAs = async (secret: string, command: Command): Promise<unknown> =>
      (await post(server.url, `/api/workshops/${id}/commands`, command, secret)).json
    const people = []
    for (let index = 0; index < PEOPLE; index += 1)
      people.push(await joinAs(server.url, id, keys.join, `Guest ${index + 1}`))
    const topics: string[] = []
    for (const [index, { secret }] of people.slice(0, TOPICS).entries()) {
      const question = `Question ${index + 1}: who ${['pays', 'leads', 'learns', 'cares', 'builds', 'waits'][index % 6]} for number ${index * 7} here?`
      const offered = (await giveAs(secret, { type: 'topic.offer', question })) as {
        readonly result: unknown
      }
      const { topic } = topicResult.parse(offered.result)
      topics.push(topic)
      const [round = '', space = ''] = [rounds[Math.floor(index / SPACES)], spaces[index % SPACES]]
      await giveAs(secret, { type: 'topic.place', topic, place: { round, space, time: '', where: '' } })
      // Everybody goes to five or so of them.
      for (const other of people.filter((_, at) => at % 12 === index % 12))
        await giveAs(other.secret, { type: 'topic.signUp', topic, isOn: true })
    }
    const stage = live.view?.now.stage ?? null
    await live.give({ type: 'stage.go', stage: rounds[0] ?? '', from: stage })
    // The others of those who write reports have begun early.
    for (const topic of topics.slice(SPACES, REPORTS)) await live.give({ type: 'topic.start', topic })
    live.destroy()
    const page = await (await browser.newContext({ viewport: LAPTOP })).newPage()
    await page.goto(`${server.url}/w/${id}/topics#f.${keys.facilitator}`)
    await page.getByRole('textbox', { name: 'Your name' }).fill('Farah')
    await page.getByRole('button', { name: 'Join', exact: true }).click()
    const them = await crowd<Simulated>(fileURLToPath(import.meta.url), {
      url: server.url,
      id,
      people: people.map(({ secret }, at) => ({
        secret,
        topics: topics.slice(SPACES).filter((_, index) => index % 12 !== at % 12),
        writes: at < REPORTS ? (topics[at] ?? null) : null,
      })),
    })
    ;({ stop } = them)
    const sent = async (): Promise<number> =>
      (await them.ask('bytes')).reduce((sum, each) => sum + Number(each), 0)

    /** Measures what goes on with what is on the screen. */
    const measure = async (screen: string, what: Doing): Promise<void> => {
      await them.ask(what)
      await page.waitForTimeout(SETTLE_MS)
      const [began, had] = [performance.now(), await sent()]
      const [before, busy, longest] = [
        processorSeconds(server.pid),
        await busyTime(page),
        await longestTask(page),
      ]
      await page.waitForTimeout(MEASURE_MS)
      const [used, busySeconds, got] = [processorSeconds(server.pid) - before, await busy(), await sent()]
      const seconds = (performance.now() - began) / 1_000
      const share = (ofTime: number): string => `${((ofTime / seconds) * 100).toFixed(0).padStart(3)} %`
      console.log(
        `${screen.padEnd(8)} ${what.padEnd(9)} server ${share(used)}  page ${share(busySeconds)}  longest task ${(
          await longest()
        )
          .toFixed(0)
          .padStart(4)} ms  ${((got - had) / 1_000 / seconds / PEOPLE).toFixed(1).padStart(5)} kB/s each`,
      )
    }

    console.log(
      `${PEOPLE} people, ${TOPICS} topics in ${SPACES} spaces and ${ROUNDS} rounds; ${SIGN_UPS_PER_SECOND} sign-ups a second, ` +
        `${REPORTS} reports saved every ${AUTOSAVE_MS / 1_000} s (shares of a core; wanted: server under 50 %, page under 30 %)`,
    )
    await page.getByRole('radio', { name: 'Grid' }).check()
    await page.locator('main article[data-topic]').first().waitFor()
    for (const what of DOINGS) await measure('grid', what)
    const frames = await dragFrames(page)
    const at = (part: number): string => `${(frames[Math.floor(frames.length * part)] ?? NaN).toFixed(0)} ms`
    const late = frames.filter((ms) => ms > FRAME_MS * 1.5).length / frames.length
    console.log(
      `dragging in the grid, both: frames of ${at(0.5)} (half), ${at(0.95)} (19 of 20), ${at(0.999)} (longest); ${(late * 100).toFixed(0)} % late`,
    )
    await page.getByRole('radio', { name: 'List' }).check()
    await measure('list', 'both')
    await page.goto(`${server.url}/w/${id}/t/${topics[0]}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await measure('report', 'both')
    await page.goto(`${server.url}/w/${id}/news`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await measure('news', 'both')
  } finally {
    stop()
    await browser.close()
    await server.stop()
  }
}

if (process.argv[2] === 'people')
  await beCrowd(simulate, (word) => {
    if (word === 'bytes') return String(bytes)
    doing = DOINGS.find((each) => each === word) ?? doing
    return doing
  })
else await main()
