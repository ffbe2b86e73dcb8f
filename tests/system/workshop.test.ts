/** A workshop over real sockets and a real disk: two who lead at once, power cuts, needs, locks, names, many tabs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  assistResult,
  CLOSE,
  expectResult,
  joinResponse,
  rejoinResult,
  spacesResult,
  stageResult,
} from '@moot/protocol'
import type { JoinResponse } from '@moot/protocol'
import type { Command } from '../support/liveClient.ts'
import { LiveClient } from '../support/liveClient.ts'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, post, startServer } from '../support/startServer.ts'
import type { StockClient } from '../support/stockClient.ts'
import { addPlainNote, stockClient, until, wordsIn } from '../support/stockClient.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
const open: { destroy: () => void }[] = []
afterEach(() => {
  for (const each of open.splice(0)) each.destroy()
})

type StageDraft = Extract<Command, { type: 'stage.add' }>['stage']

const stage = (title: string): StageDraft => ({
  kind: 'activity',
  title,
  prompt: '',
  part: '',
  where: 'main',
  template: '',
  minutes: 0,
  gate: 'none',
  isReadOnly: false,
})

async function workshop(at = server) {
  const { id, keys, boards } = await makeWorkshop(at.url, { title: 'Our year' })
  const [farah, theo] = [
    await joinAs(at.url, id, keys.facilitator, 'Farah'),
    await joinAs(at.url, id, keys.facilitator, 'Theo'),
  ]
  /** Somebody's connection, once it has its first view. */
  const live = async ({ secret }: Pick<JoinResponse, 'secret'>, where = at): Promise<LiveClient> => {
    const client = new LiveClient(where.url, id, secret)
    open.push(client)
    await until('the first view', () => client.view !== undefined || client.closed !== null)
    return client
  }
  const board = async (
    doc: string,
    { secret }: Pick<JoinResponse, 'secret'>,
    { doc: into = new Y.Doc(), where = at } = {},
  ): Promise<StockClient> => {
    const client = stockClient(where.url, id, doc, secret, { doc: into })
    open.push(client)
    await until('the board is there', () => client.provider.synced || client.closes.length > 0)
    return client
  }
  const come = (name: string, key = keys.join): Promise<JoinResponse> => joinAs(at.url, id, key, name)
  const [first] = boards
  return { id, keys, farah, theo, live, board, come, boardId: first?.id ?? '', doc: first?.doc ?? '' }
}

describe('two who lead', () => {
  test('[drill 7] press next together: the workshop goes one step further', async () => {
    const { farah, theo, live, come } = await workshop()
    const [f, t] = [await live(farah), await live(theo)]
    const pat = await live(await come('Priya'))
    await f.give({ type: 'plan.set', stages: [stage('Opening'), stage('Round'), stage('Harvest')] })
    await until('the plan is there', () => Object.keys(t.view?.stages ?? {}).length === 3)
    const order = Object.entries(f.view?.stages ?? {}).toSorted(([, a], [, b]) => a.order - b.order)
    const [opening, round] = order.map(([id]) => id)
    await f.give({ type: 'stage.go', stage: opening ?? '', from: null })
    const next = { type: 'stage.go', stage: round ?? '', from: opening ?? '' } as const
    const answers = await Promise.all([f.command(next), t.command(next)])
    expect(answers.map(({ ok }) => ok)).toEqual([true, true])
    for (const each of [f, t, pat]) {
      await until('all are in the round', () => each.view?.now.stage === round)
      expect(Object.values(each.view?.stages ?? {}).filter(({ started }) => started !== null)).toHaveLength(2)
    }
  })

  test('[A39] one who leads is lost: the timer and the stage stay, the other goes on, and the first comes back as a facilitator', async () => {
    const { farah, theo, live } = await workshop()
    const [f, t] = [await live(farah), await live(theo)]
    const first = stageResult.parse(await f.give({ type: 'stage.add', stage: stage('Future') })).stage
    const second = stageResult.parse(await f.give({ type: 'stage.add', stage: stage('Pockets') })).stage
    await f.give({ type: 'stage.go', stage: first, from: null })
    await f.give({ type: 'timer.start', minutes: 5 })
    await until('the timer runs', () => t.view?.now.timer != null)
    const timer = t.view?.now.timer
    f.destroy()
    await until('Farah is gone', () => t.view?.people[farah.personId]?.at === null)
    expect([t.view?.now.timer, t.view?.now.stage]).toEqual([timer, first])
    await t.give({ type: 'timer.extend', minutes: 2 })
    await t.give({ type: 'stage.go', stage: second, from: first })
    const back = await live(farah)
    expect(back.view?.me.role).toBe('facilitator')
    expect(back.view?.now.stage).toBe(second)
    await back.give({ type: 'timer.start', minutes: 1 })
  })
})

describe('a restart', () => {
  test('[drill 2] in the middle of a round nothing is lost: places, timer, announcements, words written meanwhile', async () => {
    const data = mkdtempSync(join(tmpdir(), 'moot-round-'))
    const first = await startServer({ data })
    const { id, farah, come, live, board, keys } = await workshop(first)
    const f = await live(farah)
    const dan = await come('Dan')
    const d = await live(dan)
    await f.give({ type: 'spaces.open', count: 3, template: 'blank', fill: 'random', question: 'What now?' })
    await f.give({ type: 'timer.start', minutes: 20 })
    await f.give({ type: 'announce', text: 'Welcome to the round' })
    await until('Dan was sent', () => d.view?.me.sent != null && d.view.me.announcements.length === 1)
    const space = d.view?.me.sent?.space ?? ''
    await d.give({ type: 'space.enter', space })
    await until('Dan is there', () => d.view?.me.space === space)
    const here = d.view?.spaces[space]?.board ?? ''
    const doc = d.view?.boards[here]?.doc ?? ''
    const at = await board(doc, dan)
    const saved = addPlainNote(at.doc, dan.personId, 'before the cut')
    const other = await board(doc, farah)
    await until('it is saved', () => wordsIn(other.doc, saved) !== undefined)
    const before = structuredClone(d.view)
    await first.kill9()
    // Reconnecting, keep writing.
    const meanwhile = addPlainNote(at.doc, dan.personId, 'while it was away')

    const second = await startServer({ data })
    const again = new LiveClient(second.url, id, dan.secret)
    open.push(again)
    await until('Dan is back', () => again.view !== undefined)
    expect(again.view?.me).toEqual(before?.me)
    for (const part of ['stages', 'spaces', 'slots', 'boards'] as const)
      expect(again.view?.[part]).toEqual(before?.[part])
    expect(again.view?.now.timer).toEqual(before?.now.timer)
    await board(doc, dan, { doc: at.doc, where: second })
    const late = await joinAs(second.url, id, keys.join, 'Lou')
    const reader = await board(doc, late, { where: second })
    await until('both notes are there', () => wordsIn(reader.doc, meanwhile) === 'while it was away')
    expect(wordsIn(reader.doc, saved)).toBe('before the cut')
    await second.stop()
    rmSync(data, { recursive: true, force: true })
  }, 60_000)
})

describe('people', () => {
  test('[R-101] who is taken off the roster is closed everywhere with 4401, and stays out', async () => {
    const { id, farah, come, live, board, doc } = await workshop()
    const f = await live(farah)
    const zed = await come('Zed')
    const [z, b] = [await live(zed), await board(doc, zed)]
    await f.give({ type: 'person.remove', person: zed.personId })
    await until('both are closed', () => z.closed !== null && b.closes.length > 0)
    expect([z.closed?.code, b.closes[0]?.code]).toEqual([CLOSE.unknownPerson, CLOSE.unknownPerson])
    expect((await live(zed)).closed?.code).toBe(CLOSE.unknownPerson)
    const asked = await post(
      server.url,
      `/api/workshops/${id}/commands`,
      { type: 'person.done', isDone: true },
      zed.secret,
    )
    expect(asked.status).toBe(401)
    await until('the roster says so', () => f.view?.people[zed.personId]?.isGone === true)
  })

  test('[A2] [R-100] needs are on no wire but those of facilitators and of the person', async () => {
    const { farah, come, live, keys } = await workshop()
    const [hana, uma, olga] = [await come('Hana'), await come('Uma'), await come('Olga', keys.observer)]
    const [f, h] = [await live(farah), await live(hana)]
    const others = [await live(uma), await live(olga)]
    const needs = 'Needs-a-Lip-Speaker-7QX'
    await h.give({ type: 'person.about', needs, perspective: 'The river' })
    await until('Farah sees it', () => f.view?.people[hana.personId]?.needs === needs)
    await f.give({ type: 'announce', text: 'A sign that all are told' })
    for (const each of others) await until('they were told', () => each.view?.me.announcements.length === 1)
    // Those who come later get it no more than those who were there.
    others.push(await live(uma), await live(olga))
    for (const { raw } of others) expect(raw.join('\n')).not.toMatch(/Lip-Speaker/)
    expect(h.raw.join('\n')).toContain(needs)
  })

  test('[A28] a code on the phone, then the laptop again: one person, and the space chosen last holds', async () => {
    const { id, farah, come, live } = await workshop()
    const f = await live(farah)
    const dan = await come('Dan')
    const laptop = await live(dan)
    const spaces = spacesResult.parse(
      await f.give({ type: 'spaces.open', count: 2, template: '', fill: 'choose' }),
    ).spaces
    const [one = '', two = ''] = spaces
    await laptop.give({ type: 'space.enter', space: one })
    laptop.destroy()
    const { code } = rejoinResult.parse(await f.give({ type: 'person.rejoinCode', person: dan.personId }))
    const { json } = await post(server.url, `/api/workshops/${id}/people`, { rejoin: code })
    const onPhone = joinResponse.parse(json)
    expect(onPhone.personId).toBe(dan.personId)
    const phone = await live(onPhone)
    expect(phone.view?.me.space).toBe(one)
    const woken = await live(dan)
    // Two tabs in two spaces: the last choice counts, on both.
    await woken.give({ type: 'space.enter', space: one })
    await phone.give({ type: 'space.enter', space: two })
    for (const each of [phone, woken]) await until('both know', () => each.view?.me.space === two)
    await until('Farah sees one Dan', () => f.view?.people[dan.personId]?.place?.space === two)
    expect(Object.values(f.view?.people ?? {}).filter(({ name }) => name === 'Dan')).toHaveLength(1)
    expect([f.view?.spaces[one]?.people, f.view?.spaces[two]?.people]).toEqual([0, 1])
  })

  test('names of three hundred letters, from right to left, of emoji, and forty-five of one name', async () => {
    const { farah, come, live } = await workshop()
    const f = await live(farah)
    const long = await come('ó'.repeat(300))
    const arabic = await come('\u202eعبد الرحمن')
    const emoji = await come(`${'👩‍🔬'.repeat(30)} Ada`)
    const same = await Promise.all(Array.from({ length: 45 }, () => come('Sam')))
    expect(new Set(same.map(({ personId }) => personId)).size).toBe(45)
    await until('all are on the roster', () => Object.keys(f.view?.people ?? {}).length === 50)
    const nameOf = ({ personId }: JoinResponse): string => f.view?.people[personId]?.name ?? ''
    expect(nameOf(long)).toBe('ó'.repeat(80))
    expect(nameOf(arabic)).toBe('عبد الرحمن')
    expect(nameOf(emoji)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
    expect(same.every((each) => nameOf(each) === 'Sam')).toBe(true)
  })

  test('a list of a thousand names, with every other one twice, is taken once each', async () => {
    const { farah, live, come } = await workshop()
    const f = await live(farah)
    const names = Array.from({ length: 1_000 }, (_, index) => `  Guest ${Math.floor(index / 2)} `)
    const expected = expectResult.parse(await f.give({ type: 'people.expect', names }))
    expect(expected).toEqual({ added: 500, known: 500 })
    expect(expectResult.parse(await f.give({ type: 'people.expect', names }))).toEqual({
      added: 0,
      known: 1_000,
    })
    await until('they are on the roster', () => Object.keys(f.view?.people ?? {}).length === 502)
    const guest = await come('guest 7')
    await until('one has come', () => f.view?.people[guest.personId]?.isExpected === undefined)
    expect(Object.keys(f.view?.people ?? {})).toHaveLength(502)
  })
})

describe('boards', () => {
  test('[R-86] a lock closes with 4409 what comes after its five seconds; the words are still the writer’s', async () => {
    const { farah, come, live, board, boardId, doc } = await workshop()
    const f = await live(farah)
    const [ama, ben] = [await come('Amina'), await come('Ben')]
    const denials: string[] = []
    const [a, b, front] = [await board(doc, ama), await board(doc, ben), await board(doc, farah)]
    a.provider.messageHandlers[2] = () => denials.push('told')
    await f.give({ type: 'board.lock', board: boardId, isLocked: true })
    const inTime = addPlainNote(a.doc, ama.personId, 'in time')
    await until('it got in', () => wordsIn(front.doc, inTime) === 'in time')
    await until('she is told', () => denials.length === 1, 8_000)
    const late = addPlainNote(a.doc, ama.personId, 'too late')
    await until('she is closed', () => a.closes.length > 0)
    expect(a.closes[0]).toEqual({ code: CLOSE.locked, reason: 'locked' })
    expect([wordsIn(front.doc, late), wordsIn(a.doc, late)]).toEqual([undefined, 'too late'])
    const lead = addPlainNote(front.doc, farah.personId, 'from the front')
    await until('facilitators go on', () => wordsIn(b.doc, lead) === 'from the front')
    // Open again: who has stayed writes on the same line, and who comes anew brings what was too late.
    await f.give({ type: 'board.lock', board: boardId, isLocked: false })
    const later = addPlainNote(b.doc, ben.personId, 'later')
    await until('Ben writes again', () => wordsIn(front.doc, later) === 'later')
    expect(b.closes).toEqual([])
    await board(doc, ama, { doc: a.doc })
    await until('her words come with her', () => wordsIn(front.doc, late) === 'too late')
  }, 30_000)

  test('[R-87] a note for somebody is taken from the helper, and refused from everybody else', async () => {
    const { farah, come, live, board, doc } = await workshop()
    const f = await live(farah)
    const [hana, gus] = [await come('Hana'), await come('Gus')]
    const { person: bea } = assistResult.parse(
      await f.give({ type: 'person.assist', name: 'Bea', helper: hana.personId }),
    )
    const [h, g, reader] = [await board(doc, hana), await board(doc, gus), await board(doc, farah)]
    const enter = (client: StockClient, via: string, text: string): string => {
      const id = `n${Math.random().toString(36).slice(2, 12)}`
      client.doc.transact(() => {
        const note = new Y.Map<unknown>()
        note.set('base', { kind: 'note', by: bea, via, created: Date.now(), source: 'typed' })
        note.set('pos', [0, 0, 'a0'])
        note.set('text', new Y.Text(text))
        note.set('style', { color: 'mint' })
        note.set('member', { region: null, theme: null, order: 'a0' })
        client.doc.getMap('notes').set(id, note)
      })
      return id
    }
    const said = enter(h, hana.personId, 'as she said it')
    await until('it is there', () => wordsIn(reader.doc, said) === 'as she said it')
    const forged = enter(g, gus.personId, 'as she never did')
    await until('he is closed', () => g.closes.length > 0)
    expect(g.closes[0]).toEqual({ code: CLOSE.refused, reason: 'not_allowed' })
    expect(wordsIn(reader.doc, forged)).toBeUndefined()
  })

  test('[R-84] forty spaces open in one step and are there after a power cut, or not at all', async () => {
    const data = mkdtempSync(join(tmpdir(), 'moot-forty-'))
    const first = await startServer({ data })
    const { id, farah, live, board } = await workshop(first)
    const f = await live(farah)
    await f.give({ type: 'spaces.open', count: 40, template: 'three-horizons', fill: 'choose' })
    await first.kill9()
    const second = await startServer({ data })
    const again = new LiveClient(second.url, id, farah.secret)
    open.push(again)
    await until('the view is there', () => again.view !== undefined)
    const spaces = Object.values(again.view?.spaces ?? {}).filter(({ isOn }) => isOn)
    expect(spaces).toHaveLength(40)
    const last = again.view?.boards[spaces.at(-1)?.board ?? '']?.doc ?? ''
    const opened = await board(last, farah, { where: second })
    expect(opened.doc.getMap('regions').size).toBeGreaterThan(2)
    await second.stop()
    rmSync(data, { recursive: true, force: true })
  }, 60_000)
})
