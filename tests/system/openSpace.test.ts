/**
 * An open space over real sockets, from private drafting to reports (methods §5.3, 13:18 to 14:31): what is asked goes in
 * over HTTP, what people see comes over `/live`.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import { BoardReading, visibleNotes } from '@moot/board'
import { assistResult, boardResult, draftResult, reportTextResult, topicResult } from '@moot/protocol'
import type { Command } from '../support/liveClient.ts'
import { LiveClient } from '../support/liveClient.ts'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, post, startServer } from '../support/startServer.ts'
import { addPlainNote, stockClient, until } from '../support/stockClient.ts'

const toEnd: (() => unknown)[] = []
afterEach(async () => {
  for (const end of toEnd.splice(0).toReversed()) await end()
})

/** Whoever offers a question, and which: fourteen, two of them for somebody without a connection. */
const ASKED = {
  Ama: 'What kind of leadership is needed?',
  Bo: 'How localised will leading have to become?',
  Cy: 'Which data helps people learn?',
  Tia: 'Which tenders can small charities win?',
  Uma: 'How are staff safe when they work alone?',
  Eve: 'Where do unclaimed school meals go?',
  Bea: 'What did neighbours do in the flood?',
  Pat: 'Do phones and paper still matter?',
  Di: 'Who speaks for tenants?',
  Gwen: 'What would we stop paying for?',
  Sam: 'Can everybody read what the council writes?',
  Mo: 'How do night workers get home?',
  Zoe: 'Why do volunteers leave?',
  Lena: 'What do libraries lend besides books?',
} as const
type Name = keyof typeof ASKED
const FIRST = ['Ama', 'Cy', 'Tia', 'Uma', 'Eve', 'Bea'] as const
const SECOND = ['Pat', 'Lena', 'Gwen', 'Sam', 'Mo', 'Zoe'] as const

/** Somebody with a connection, or without one, whose helper types. */
interface Person {
  readonly id: string
  readonly live: LiveClient
  readonly secret: string
  readonly give: (command: Command) => Promise<unknown>
  readonly ask: (command: Command) => Promise<{ status: number; json: unknown }>
}

/** A workshop from the ready plan with everybody in it, the marketplace on. */
async function marketplace() {
  let server: RunningServer = await startServer()
  const { dataDir, port } = server
  toEnd.push(async () => {
    await server.stop({ keepData: true })
    rmSync(dataDir, { recursive: true, force: true })
  })
  const made = await makeWorkshop(server.url, { plan: 'open-space', question: 'Keep, drop, grow?' })
  const { id, keys } = made
  const ask = (secret: string) => (command: Command) =>
    post(server.url, `/api/workshops/${id}/commands`, command, secret)
  const give = (secret: string) => async (command: Command) => {
    const { status, json } = await ask(secret)(command)
    if (status !== 200) throw new Error(`${command.type}: ${JSON.stringify(json)}`)
    return (json as { readonly result?: unknown }).result
  }
  const listen = async (secret: string): Promise<LiveClient> => {
    const live = new LiveClient(server.url, id, secret)
    toEnd.push(() => live.destroy())
    await until('the view is there', () => live.view !== undefined)
    return live
  }
  const come = async (name: string, key = keys.join): Promise<Person> => {
    const { personId, secret } = await joinAs(server.url, id, key, name)
    return { id: personId, secret, live: await listen(secret), give: give(secret), ask: ask(secret) }
  }
  const people = new Map<string, Person>()
  for (const name of ['Farah', 'Theo', 'Nadia']) people.set(name, await come(name, keys.facilitator))
  people.set('Olu', await come('Olu', keys.observer))
  for (const name of Object.keys(ASKED).filter((each) => !['Bea', 'Pat', 'Lena'].includes(each)))
    people.set(name, await come(name))
  people.set('Hana', await come('Hana'))
  const who = (name: string): Person => {
    const person = people.get(name)
    if (person === undefined) throw new Error(`${name} is not here`)
    return person
  }
  /** Bea and Pat have no connection; Hana and Nadia type for them. */
  const helpers: Readonly<Record<string, string>> = { Bea: 'Hana', Pat: 'Nadia' }
  const assisted = new Map<string, string>()
  for (const [name, helper] of Object.entries(helpers)) {
    const command: Command = { type: 'person.assist', name, helper: who(helper).id }
    assisted.set(name, assistResult.parse(await who('Farah').give(command)).person)
  }
  const hand = (name: string): Person => who(helpers[name] ?? name)
  const idOf = (name: string): string => assisted.get(name) ?? who(name).id
  const asIf = (name: string): { readonly as?: string } =>
    helpers[name] === undefined ? {} : { as: idOf(name) }
  const view = (name = 'Farah') => {
    const seen = who(name).live.view
    if (seen === undefined) throw new Error('no view')
    return seen
  }
  const stageOf = (title: string): string =>
    Object.entries(view().stages).find(([, stage]) => stage.title === title)?.[0] ?? ''
  const go = async (title: string): Promise<void> => {
    const stage = stageOf(title)
    await who('Farah').give({ type: 'stage.go', stage, from: view().now.stage })
    await until(`${title} has begun`, () => view().now.stage === stage)
  }
  const space = (number: number): string =>
    Object.entries(view().spaces).find(
      ([, each]) => each.kind === 'breakout' && each.number === number,
    )?.[0] ?? ''
  const cell = (round: number, number: number) => ({
    round: stageOf(`Round ${round}`),
    time: '',
    space: space(number),
    where: '',
  })
  const topic = (name: Name, by = 'Farah') => {
    const found = Object.values(view(by).topics).find(({ questions }) => questions[0]?.text === ASKED[name])
    if (found === undefined) throw new Error(`${name} offers nothing`)
    return found
  }
  const restart = async (awayMs = 0): Promise<void> => {
    for (const { live } of people.values()) live.destroy()
    await server.kill9()
    if (awayMs > 0) {
      // The product has no way to turn time back, so the test writes down that all of it was so much longer ago.
      const db = new DatabaseSync(join(dataDir, 'moot.sqlite'))
      db.prepare('update events set at = at - ? where workshop = ?').run(awayMs, id)
      db.close()
    }
    server = await startServer({ data: dataDir, args: ['--port', String(port)] })
    for (const [name, person] of people) people.set(name, { ...person, live: await listen(person.secret) })
  }
  const write = async (name: Name, ...texts: string[]): Promise<string[]> => {
    const doc = view().boards[topic(name).board ?? '']?.doc ?? ''
    const client = stockClient(server.url, id, doc, hand(name).secret)
    await until('the board is there', () => client.provider.synced)
    const ids = texts.map((text) => addPlainNote(client.doc, hand(name).id, text))
    const other = stockClient(server.url, id, doc, who('Sam').secret)
    await until('the notes are saved', () => ids.every((each) => other.doc.getMap('notes').has(each)))
    client.destroy()
    other.destroy()
    return ids
  }
  /** Words of the notes in sight on a board. */
  const notesOn = async (board: string): Promise<string[]> => {
    const client = stockClient(server.url, id, view().boards[board]?.doc ?? '', who('Sam').secret)
    await until('the board is there', () => client.provider.synced)
    const reading = new BoardReading(client.doc)
    const texts = visibleNotes(reading).map(({ text }) => text)
    reading.dispose()
    client.destroy()
    return texts.toSorted()
  }
  await go('Marketplace')
  return { who, hand, idOf, asIf, view, go, cell, space, topic, restart, write, notesOn, come, people }
}
type Marketplace = Awaited<ReturnType<typeof marketplace>>

/** Everybody but Lena, who comes later, drafts in private; then all is offered, turn by turn. */
async function offerAll({ who, hand, asIf, view, idOf }: Marketplace): Promise<void> {
  await who('Farah').give({ type: 'drafts.hold', isOn: true })
  const drafting = Object.entries(ASKED).filter(([name]) => name !== 'Lena')
  for (const [name, question] of drafting) {
    const { draft } = draftResult.parse(
      await hand(name).give({ type: 'draft.write', question, ...asIf(name) }),
    )
    expect(draft).not.toBe('')
  }
  await until('all are counted', () => view().market.drafting === 13)
  // What everybody was sent so far: nobody but its owner and who types for them got a word of any draft.
  for (const [name, question] of drafting) {
    const readers = new Set([hand(name)])
    await until(`${name} sees the own draft`, () => hand(name).live.raw.join('').includes(question))
    for (const other of ['Farah', 'Theo', 'Olu', 'Sam', 'Gwen', 'Hana', 'Nadia', 'Ama'])
      if (!readers.has(who(other))) expect(who(other).live.raw.join('')).not.toContain(question)
  }
  await who('Farah').give({ type: 'drafts.takeTurns' })
  await until('the first turn is called', () => view().market.turn !== null)
  const first = view().market.turn
  const nameOf = (person: string): string =>
    Object.keys(ASKED).find((name) => name !== 'Lena' && idOf(name) === person) ?? ''
  // The first says *later*, and comes at the end.
  await hand(nameOf(first?.person ?? '')).give({ type: 'turn.take', draft: first?.draft ?? '', how: 'later' })
  const order = [first?.draft ?? '']
  for (let count = 1; count <= 13; count += 1) {
    const before = order.at(-1)
    await until('the next turn is called', () => view().market.turn?.draft !== before)
    const turn = view().market.turn
    if (turn === null) throw new Error('nobody has a turn')
    order.push(turn.draft)
    const posted = await hand(nameOf(turn.person)).give({ type: 'turn.take', draft: turn.draft, how: 'post' })
    expect(topicResult.parse(posted).topic).not.toBe('')
    await until('it is public', () => Object.keys(view().topics).length === count)
  }
  expect([new Set(order).size, order.at(-1)]).toEqual([13, order[0]])
}

test(
  '[A10] to [A18] fourteen posted are twelve scheduled, one merged and one withdrawn; drafts reach nobody else',
  { timeout: 60_000 },
  async () => {
    const all = await marketplace()
    const { who, hand, idOf, view, cell, topic, come, people } = all
    await offerAll(all)
    expect(topic('Bea').conveners).toEqual([idOf('Bea')])
    expect(topic('Pat').conveners).toEqual([idOf('Pat')])
    const placing = (name: Name, round: number, number: number): Command => ({
      type: 'topic.place',
      topic: topic(name).id,
      place: cell(round, number),
    })

    // A13: Tia and Uma drop on one cell in the same instant.
    const both = await Promise.all([
      who('Tia').ask(placing('Tia', 1, 3)),
      who('Uma').ask(placing('Uma', 1, 3)),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const refused = both.find(({ status }) => status === 409)?.json
    expect(refused).toMatchObject({
      code: 'cell_taken',
      message: expect.stringContaining('Free: round 1, space 4'),
    })
    await until('the winner is in its place', () =>
      Object.values(view().topics).some(({ place }) => place !== null),
    )
    const winner = both[0]?.status === 200 ? 'Tia' : 'Uma'
    const loser = winner === 'Tia' ? 'Uma' : 'Tia'
    expect([topic(winner).state, topic(loser).state, topic(loser).place]).toEqual([
      'scheduled',
      'posted',
      null,
    ])
    await who(loser).give(placing(loser, 1, 4))

    for (const [at, name] of (['Ama', 'Cy'] as const).entries())
      await who(name).give(placing(name, 1, at + 1))
    await who('Eve').give(placing('Eve', 1, 5))
    await hand('Bea').give(placing('Bea', 1, 6))
    await who('Bo').give(placing('Bo', 2, 2))

    // A14: Bo asks, Ama says yes.
    await who('Sam').give({ type: 'topic.signUp', topic: topic('Bo').id, isOn: true })
    await who('Bo').give({ type: 'topic.askMerge', topic: topic('Bo').id, other: topic('Ama').id })
    await until('Ama is asked', () => view('Ama').me.topics.merges.length === 1)
    expect([view('Gwen').me.topics.merges, view('Farah').me.topics.merges]).toEqual([[], []])
    const [merge] = view('Ama').me.topics.merges
    const bos = topic('Bo').id
    expect((await who('Gwen').ask({ type: 'merge.answer', ask: merge?.id ?? '', isYes: true })).status).toBe(
      403,
    )
    await who('Ama').give({ type: 'merge.answer', ask: merge?.id ?? '', isYes: true, main: topic('Ama').id })
    await until('they are one', () => topic('Ama').questions.length === 2)
    expect(topic('Ama')).toMatchObject({
      questions: [{ text: ASKED.Ama }, { text: ASKED.Bo, by: idOf('Bo') }],
      conveners: [idOf('Ama'), idOf('Bo')],
      names: [idOf('Sam')],
      joined: [bos],
    })
    expect(view().topics[bos]).toMatchObject({ state: 'merged', mergedInto: topic('Ama').id })

    // A15: Lena comes late and offers the fourteenth.
    people.set('Lena', await come('Lena'))
    const offered = await who('Lena').give({ type: 'topic.offer', question: ASKED.Lena })
    expect(topicResult.parse(offered).topic).not.toBe('')
    await until('it is public', () => Object.keys(view('Sam').topics).length === 14)
    for (const [at, name] of SECOND.entries()) await hand(name).give(placing(name, 2, at + 1))

    // A16: Di withdraws; who had signed up is told, once and alone.
    await who('Mo').give({ type: 'topic.signUp', topic: topic('Di').id, isOn: true })
    await who('Di').give({ type: 'topic.withdraw', topic: topic('Di').id, reason: 'It is covered' })
    await until('Mo is told', () => view('Mo').me.topics.notices.some(({ kind }) => kind === 'withdrawn'))
    expect(view('Sam').me.topics.notices.some(({ kind }) => kind === 'withdrawn')).toBe(false)

    // A17: Nadia signs up Pat, by name.
    await who('Nadia').give({ type: 'topic.signUp', topic: topic('Cy').id, isOn: true, person: idOf('Pat') })
    await until('Pat is named', () => topic('Cy').names.includes(idOf('Pat')))

    // A18
    await until('all have settled', () =>
      Object.values(view().topics).every(({ state }) => state !== 'posted'),
    )
    const counted = (wanted: string): number =>
      Object.values(view().topics).filter(({ state }) => state === wanted).length
    expect([counted('scheduled'), counted('merged'), counted('withdrawn')]).toEqual([12, 1, 1])
    const rows = Object.values(view().topics).filter(({ state }) => state === 'scheduled')
    const inRound = (round: number): number =>
      rows.filter(({ place }) => place?.round === cell(round, 1).round).length
    expect([inRound(1), inRound(2)]).toEqual([6, 6])
  },
)

test(
  '[A19] [A29] [A31] [R-103] a round with boards and reports goes on after the server is killed in the middle of it',
  { timeout: 60_000 },
  async () => {
    const all = await marketplace()
    const { who, hand, asIf, idOf, view, go, cell, space, topic, restart, write, notesOn } = all
    for (const [at, name] of FIRST.entries()) {
      await hand(name).give({ type: 'topic.offer', question: ASKED[name], ...asIf(name) })
      await until('it is public', () => Object.keys(view().topics).length === at + 1)
      await hand(name).give({ type: 'topic.place', topic: topic(name).id, place: cell(1, at + 1) })
    }
    await who('Gwen').give({ type: 'topic.signUp', topic: topic('Tia').id, isOn: true })
    await go('Round 1')
    await until('all six run', () => FIRST.every((name) => topic(name).state === 'running'))
    await until('Gwen is sent', () => view('Gwen').me.sent !== null)
    expect(view('Gwen').me.sent?.space).toBe(space(3))
    expect(view('Hana').me.sent?.space ?? null).toBe(null)
    expect(new Set(FIRST.map((name) => topic(name).board)).size).toBe(6)
    expect(view().spaces[space(2)]).toMatchObject({
      isOn: true,
      question: ASKED.Cy,
      board: topic('Cy').board,
    })
    expect(view().slots[topic('Cy').board ?? '']).toMatchObject({ round: 1, number: 2 })

    // A29: Cy's group has two subjects.
    const notes = await write('Cy', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight')
    const split = await who('Cy').give({
      type: 'topic.split',
      topic: topic('Cy').id,
      text: 'Who owns the data?',
      notes: notes.slice(0, 5),
      isMoved: true,
    })
    const child = topicResult.parse(split).topic
    await until('the child is there', () => view().topics[child]?.board != null)
    const childBoard = view().topics[child]?.board ?? ''
    expect(await notesOn(childBoard)).toEqual(['Five', 'Four', 'One', 'Three', 'Two'])
    expect(await notesOn(topic('Cy').board ?? '')).toEqual(['Eight', 'Seven', 'Six'])
    // It is in no space yet, and no board of the main room.
    expect(view().slots[childBoard]).toMatchObject({ kind: 'topic', question: 'Who owns the data?' })
    const theo = who('Theo')
    await theo.give({ type: 'space.change', space: space(7), isHidden: false })
    await who('Cy').give({ type: 'topic.place', topic: child, place: cell(2, 7) })

    // Two write into one text at once: no word is lost.
    const cys = topic('Cy').id
    const headline = (person: string, text: string, before: string): Promise<unknown> =>
      who(person).give({ type: 'report.write', topic: cys, field: 'headline', text, before })
    await headline('Cy', 'Data helps', '')
    const merged = await Promise.all([
      headline('Cy', 'Data helps those who learn', 'Data helps'),
      headline('Farah', 'Open Data helps', 'Data helps'),
    ])
    const texts = merged.map((each) => reportTextResult.parse(each).text)
    expect(texts).toContain('Open Data helps those who learn')
    await until(
      'the headline is public',
      () => view('Olu').reports[cys]?.texts.headline === 'Open Data helps those who learn',
    )

    const before = structuredClone({
      topics: view().topics,
      reports: view().reports,
      timer: view().now.timer,
    })
    await restart()
    expect({ topics: view().topics, reports: view().reports, timer: view().now.timer }).toEqual(before)
    expect(await notesOn(childBoard)).toEqual(['Five', 'Four', 'One', 'Three', 'Two'])
    await write('Cy', 'After the restart')

    // Killed again, and away until the grace is long over: the round ended when its time was up.
    const AWAY = 30 * 60_000
    await restart(AWAY)
    await until('the round has ended', () => FIRST.every((name) => topic(name).state === 'ended'), 20_000)
    const ends = (before.timer?.ends ?? 0) - AWAY
    expect(FIRST.map((name) => topic(name).over)).toEqual(FIRST.map(() => ends))
    expect(view().topics[child]?.state).toBe('scheduled')

    // A32: reports are written and submitted after the end; six on the wall, and a board of their headlines.
    for (const name of FIRST) {
      if (name !== 'Cy')
        await hand(name).give({
          type: 'report.write',
          topic: topic(name).id,
          field: 'headline',
          text: `Headline of ${name}`,
          before: '',
        })
      await hand(name).give({ type: 'report.submit', topic: topic(name).id })
    }
    await until('all six are submitted', () => FIRST.every((name) => topic(name).state === 'reported'))
    expect(topic('Bea').conveners).toEqual([idOf('Bea')])
    const { board } = boardResult.parse(await who('Farah').give({ type: 'reports.gather' }))
    await until('the board is there', () => view().boards[board] !== undefined)
    expect(await notesOn(board)).toEqual(
      [
        'Open Data helps those who learn',
        ...FIRST.filter((name) => name !== 'Cy').map((name) => `Headline of ${name}`),
      ].toSorted(),
    )
    await go('Round 2')
    await until('the child runs', () => view().topics[child]?.state === 'running')
    expect(view().slots[childBoard]).toMatchObject({ kind: 'breakout', round: 2, number: 7 })
    expect(await notesOn(childBoard)).toEqual(['Five', 'Four', 'One', 'Three', 'Two'])
  },
)
