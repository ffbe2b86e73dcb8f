/** An open space over memory: what time brings about, what a restart leaves, who is told what. */
import { afterEach, expect, test } from 'vitest'
import type { Answer } from '@moot/protocol'
import { CLOSE } from '@moot/protocol'
import type { Command, Topic } from '@moot/workshop'
import { GRACE_MS, lockable, lockOf } from '@moot/workshop'
import type { Room } from './Room.ts'
import { addNote } from './testing/boards.ts'
import { atRest } from './testing/FakeClock.ts'
import type { TestClient } from './testing/TestClient.ts'
import { aServer, aWorkshop, Listener, openBoard } from './testing/workshops.ts'

const clients: TestClient[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.awareness.destroy()
})

const MINUTE = 60_000
/** Minutes of a round. */
const ROUND = 20

/** A marketplace with two rounds in three spaces, Farah who leads it, and Ama and Bo who offered a topic each for round 1. */
async function anOpenSpace() {
  const made = await aWorkshop()
  const { room, join, keys, clock, storage, id } = made
  const farah = await join('Farah', keys.facilitator)
  const [ama, bo] = [await join('Ama'), await join('Bo')]
  const give = async (
    person: { readonly personId: string },
    command: Command,
    at = room,
  ): Promise<unknown> => {
    const answer: Answer = await at.command(person.personId, command)
    if (!answer.ok) throw new Error(answer.message)
    return answer.result
  }
  await give(farah, { type: 'market.prepare', rounds: 2, minutes: ROUND, spaces: 3 })
  const { stages } = room.workshop
  const rounds = stages.filter(({ where }) => where === 'round').map((stage) => stage.id)
  const go = (to: number, at = room): Promise<unknown> =>
    give(farah, { type: 'stage.go', stage: rounds[to - 1] ?? '', from: at.workshop.stage }, at)
  const spaces = Object.values(room.workshop.spaces).filter(({ kind }) => kind === 'breakout')
  const offer = async (
    person: typeof ama,
    question: string,
    round: number,
    space: number,
  ): Promise<string> => {
    const offered = (await give(person, { type: 'topic.offer', question })) as { readonly topic: string }
    const at = { round: rounds[round - 1] ?? '', time: '', space: spaces[space - 1]?.id ?? '', where: '' }
    await give(person, { type: 'topic.place', topic: offered.topic, place: at })
    return offered.topic
  }
  const data = await offer(ama, 'Data that helps people learn', 1, 1)
  const tenders = await offer(bo, 'Tenders small charities can win', 1, 2)
  /** The room is asked what is due, as the server does every few seconds. */
  const tick = async (at = room): Promise<void> => {
    at.tick()
    await clock.advance(1)
    await atRest()
  }
  const topic = (which: string, at = room): Topic => {
    const known = at.workshop.topics[which]
    if (known === undefined) throw new Error('no such topic')
    return known
  }
  const write = async (which: string, person: typeof ama, ...texts: string[]): Promise<void> => {
    const board = room.workshop.boards[topic(which).board ?? '']
    const client = await openBoard(room, board?.doc ?? '', person.personId)
    if (client === null) throw new Error('no such board')
    clients.push(client)
    await clock.advance(50)
    for (const text of texts) addNote(client, person.personId, text)
    await clock.advance(50)
    client.leave()
    await clock.advance(50)
  }
  return { ...made, id, storage, clock, farah, ama, bo, give, go, tick, topic, write, data, tenders }
}

const eventsOf = (room: Room, kind: 'nudge'): number =>
  room.workshop.announcements.filter((each) => each.kind === kind).length

test('[R-123] a round ends by itself: over when its time was up, told after the grace, once', async () => {
  const { clock, go, tick, topic, data, tenders, storage, id } = await anOpenSpace()
  await go(1)
  const ends = clock.now() + ROUND * MINUTE
  expect([topic(data).state, topic(tenders).state]).toEqual(['running', 'running'])
  await clock.advance(ROUND * MINUTE + GRACE_MS - 1_000)
  await tick()
  expect(topic(data).state).toBe('running')
  await clock.advance(1_000)
  await tick()
  expect([topic(data), topic(tenders)]).toMatchObject([
    { state: 'ended', over: ends },
    { state: 'ended', over: ends },
  ])
  const stored = (await storage.loadWorkshop(id))?.events.length
  await clock.advance(10 * MINUTE)
  await tick()
  expect((await storage.loadWorkshop(id))?.events.length).toBe(stored)
})

test('[R-123] one topic that was given more time goes on, and all go on where the round is', async () => {
  const { clock, go, tick, topic, give, ama, farah, data, tenders } = await anOpenSpace()
  await go(1)
  await give(ama, { type: 'topic.extend', topic: data, minutes: 5 })
  await give(farah, { type: 'timer.extend', minutes: 3 })
  await clock.advance(ROUND * MINUTE + GRACE_MS)
  await tick()
  expect([topic(data).state, topic(tenders).state]).toEqual(['running', 'running'])
  await clock.advance(3 * MINUTE)
  await tick()
  expect([topic(data).state, topic(tenders).state]).toEqual(['running', 'ended'])
  await clock.advance(5 * MINUTE)
  await tick()
  expect(topic(data).state).toBe('ended')
})

test('[A25] [R-123] at half-time it is asked once who takes notes, where there are fewer than three', async () => {
  const { clock, go, tick, topic, write, room, ama, bo, data, tenders } = await anOpenSpace()
  await go(1)
  await write(data, ama, 'One', 'Two', 'Three')
  await write(tenders, bo, 'One', 'Two')
  await clock.advance((ROUND / 2) * MINUTE - MINUTE)
  await tick()
  expect([topic(data).isNudged, topic(tenders).isNudged, eventsOf(room, 'nudge')]).toEqual([false, false, 0])
  // Nobody is there and it is not half-time: no board is opened for it.
  expect(room.openBoards).toBe(0)
  await clock.advance(MINUTE)
  await tick()
  expect([topic(data).isNudged, topic(tenders).isNudged, eventsOf(room, 'nudge')]).toEqual([false, true, 1])
  expect(room.workshop.announcements.at(-1)).toMatchObject({
    kind: 'nudge',
    to: [topic(tenders).place?.space],
  })
  await tick()
  expect(room.openBoards).toBe(0)
  await clock.advance(MINUTE)
  await tick()
  expect([eventsOf(room, 'nudge'), room.openBoards]).toEqual([1, 0])
})

test('[R-123] what cannot be stored is tried again at the next tick', async () => {
  const { clock, go, tick, topic, data, storage } = await anOpenSpace()
  await go(1)
  await clock.advance(ROUND * MINUTE + GRACE_MS)
  const { record } = storage
  storage.record = () => Promise.reject(new Error('disk full'))
  await tick()
  expect(topic(data).state).toBe('running')
  storage.record = record.bind(storage)
  await tick()
  expect(topic(data).state).toBe('ended')
})

test('[R-103] a server that starts again in the middle of a round: topics, reports, timer and grace go on', async () => {
  const { clock, go, tick, topic, give, ama, data, storage, id, room } = await anOpenSpace()
  await go(1)
  const ends = clock.now() + ROUND * MINUTE
  await give(ama, {
    type: 'report.write',
    topic: data,
    field: 'headline',
    text: 'Ask who learns',
    before: '',
  })
  await clock.advance(5 * MINUTE)
  const again = await aServer(storage, clock).rooms.find(id)
  if (again === undefined) throw new Error('not found')
  expect(again.workshop).toEqual(room.workshop)
  await clock.advance(15 * MINUTE + 1_000)
  await tick(again)
  expect(topic(data, again)).toMatchObject({
    state: 'running',
    report: { texts: { headline: 'Ask who learns' } },
  })
  // Another restart, and nobody there until long after the grace.
  await clock.advance(60 * MINUTE)
  const later = await aServer(storage, clock).rooms.find(id)
  if (later === undefined) throw new Error('not found')
  await tick(later)
  expect(topic(data, later)).toMatchObject({ state: 'ended', over: ends })
  // Half-time is long past: nobody is asked any more.
  expect(eventsOf(later, 'nudge')).toBe(0)
})

test('[R-124] nobody counts as away since before a server started, and who never came since they joined', async () => {
  const { clock, go, ama, bo, data, storage, id } = await anOpenSpace()
  await go(1)
  const started = clock.now() + MINUTE
  await clock.advance(MINUTE)
  const { rooms } = aServer(storage, clock)
  const room = await rooms.find(id)
  if (room === undefined) throw new Error('not found')
  const space = room.workshop.topics[data]?.place?.space ?? ''
  const seen = new Listener(room, bo.personId)
  await room.command(bo.personId, { type: 'space.enter', space })
  await clock.advance(200)
  // Ama was there a moment before the crash for all that anybody knows.
  expect(seen.view?.me.topics.takeOver).toEqual({ topic: data, from: started + 3 * MINUTE })
  const there = new Listener(room, ama.personId)
  await clock.advance(30_000)
  there.leave()
  const left = clock.now()
  await clock.advance(200)
  seen.leave()
  // Everybody goes, the room is let go and opened again: who left is known still.
  await clock.advance(MINUTE)
  rooms.tick()
  await clock.advance(MINUTE)
  rooms.tick()
  const reopened = await rooms.find(id)
  if (reopened === undefined) throw new Error('not found')
  const back = new Listener(reopened, bo.personId)
  await clock.advance(200)
  expect(reopened).not.toBe(room)
  expect(back.view?.me.topics.takeOver).toEqual({ topic: data, from: left + 3 * MINUTE })
})

test('[R-95] what conversations left open comes along: questions for later, one a line, and topics without a place', async () => {
  const { go, give, ama, bo, data, tenders, farah, rooms, room, id } = await anOpenSpace()
  await give(bo, { type: 'topic.offer', question: 'Who feeds the volunteers?' })
  const inWords = async (question: string): Promise<string> => {
    const { topic: made } = (await give(bo, { type: 'topic.offer', question })) as { topic: string }
    const place = { round: null, time: 'at lunch', space: null, where: 'outside' }
    await give(bo, { type: 'topic.place', topic: made, place })
    return made
  }
  await inWords('What about lunch?')
  await give(bo, { type: 'topic.start', topic: await inWords('Begun at lunch?') })
  await give(ama, { type: 'topic.offer', question: 'Withdrawn again' }).then((made) =>
    give(ama, { type: 'topic.withdraw', topic: (made as { topic: string }).topic }),
  )
  await go(1)
  const write = (person: typeof ama, topic: string, text: string): Promise<unknown> =>
    give(person, { type: 'report.write', topic, field: 'question', text, before: '' })
  await write(ama, data, '- Who owns it?\n\n- Who pays?')
  await write(bo, tenders, 'Who pays?')
  const suggested = await rooms.suggestCarry(room, farah.personId)
  if ('ok' in suggested) throw new Error(suggested.message)
  expect(suggested.carried).toEqual(
    ['Who owns it?', 'Who pays?', 'Who feeds the volunteers?', 'What about lunch?'].map((text) => ({
      kind: 'question',
      text,
    })),
  )
  // What waits for a round comes along as soon as there will be none any more.
  const { topic: waits } = (await give(bo, { type: 'topic.offer', question: 'Who begins?' })) as {
    topic: string
  }
  const place = { ...room.workshop.topics[tenders]?.place, time: '', where: '' }
  const second = room.workshop.stages.findLast(({ where }) => where === 'round')?.id ?? ''
  await give(bo, {
    type: 'topic.place',
    topic: waits,
    place: { ...place, round: second, space: place.space ?? null },
  })
  expect(await rooms.suggestCarry(room, farah.personId)).toEqual(suggested)
  await give(farah, { type: 'workshop.end' })
  expect(await rooms.suggestCarry(room, farah.personId)).toMatchObject({
    carried: [...suggested.carried, { kind: 'question', text: 'Who begins?' }],
  })
  // Made as a plan, it has the set-up and nothing of what was talked about.
  const copy = await rooms.create(
    { from: { workshopId: id, kind: 'plan' } },
    { room, person: farah.personId },
  )
  if (!copy.ok) throw new Error(copy.message)
  expect(copy.value.boards.map(({ title }) => title)).toEqual(['Retrospective (copy)', 'Hallway'])
  const next = await rooms.find(copy.value.id)
  expect(next?.workshop).toMatchObject({ topics: {}, rounds: [] })
  expect(next?.workshop.stages.filter(({ where }) => where === 'round')).toHaveLength(2)
})

test('[R-85] a reset takes topics away with their boards, and whoever has one open; drafts go, the rounds stay', async () => {
  const { go, give, ama, farah, data, room, topic } = await anOpenSpace()
  await give(ama, { type: 'draft.write', question: 'Not offered yet' })
  await go(1)
  const board = topic(data).board ?? ''
  const open = await openBoard(room, room.workshop.boards[board]?.doc ?? '', ama.personId)
  if (open === null) throw new Error('it does not open')
  clients.push(open)
  await give(farah, { type: 'workshop.reset' })
  await atRest()
  expect(room.workshop).toMatchObject({ topics: {}, drafts: {}, rounds: [], stage: null })
  expect(room.workshop.boards[board]?.gone).not.toBeNull()
  expect(open.socket.closed?.code).toBe(CLOSE.notFound)
  expect(room.workshop.stages.filter(({ where }) => where === 'round')).toHaveLength(2)
})

test('[R-100] what is written into a report goes to everybody once, and no draft, notice or merge to anybody else', async () => {
  const { go, give, ama, bo, farah, data, tenders, room, join, clock } = await anOpenSpace()
  const eve = await join('Eve')
  const [a, e] = [new Listener(room, ama.personId), new Listener(room, eve.personId)]
  await clock.advance(200)
  await give(ama, { type: 'draft.write', question: 'Of Ama alone' })
  await give(bo, { type: 'topic.askMerge', topic: tenders, other: data })
  await clock.advance(200)
  expect(a.view?.me.topics.merges).toHaveLength(1)
  expect(JSON.stringify(a.heard)).toContain('Of Ama alone')
  expect(JSON.stringify(e.heard)).not.toContain('Of Ama alone')
  expect(e.view?.me.topics.merges).toEqual([])
  const [ask] = a.view?.me.topics.merges ?? []
  await give(ama, { type: 'merge.answer', ask: ask?.id ?? '', isYes: false })
  await go(1)
  await give(farah, { type: 'report.write', topic: data, field: 'headline', text: 'A headline', before: '' })
  await clock.advance(200)
  expect(e.view?.reports[data]?.texts.headline).toBe('A headline')
  // What nobody changed keeps its identity, so that nothing of it is drawn anew.
  const before = e.view
  await give(ama, { type: 'report.write', topic: data, field: 'next', text: 'A step', before: '' })
  await clock.advance(200)
  expect(e.view?.reports[data]).not.toBe(before?.reports[data])
  expect(e.view?.reports[tenders]).toBe(before?.reports[tenders])
  expect([e.view?.topics === before?.topics, e.view?.people === before?.people]).toEqual([true, true])
})

test('[R-86] the board of a topic in a place of its own is no main board, and reading there locks nothing of it', async () => {
  const { give, ama, farah, room, board, clock } = await anOpenSpace()
  const { topic: hall } = (await give(ama, { type: 'topic.offer', question: 'In the hallway' })) as {
    topic: string
  }
  const place = { round: null, time: '14:10', space: null, where: 'by the window' }
  await give(ama, { type: 'topic.place', topic: hall, place })
  await give(ama, { type: 'topic.start', topic: hall })
  const own = room.workshop.topics[hall]?.board ?? ''
  // Whatever else goes: it never becomes the board that everybody is led to.
  await give(farah, { type: 'board.move', board: own, to: 0 })
  const seen = new Listener(room, ama.personId)
  await clock.advance(200)
  expect(seen.view?.slots[own]).toMatchObject({
    kind: 'topic',
    space: '',
    number: 0,
    question: 'In the hallway',
  })
  expect(seen.view?.now.board).toBe(board)
  const reading = {
    kind: 'harvest',
    title: 'Harvest',
    prompt: '',
    part: '',
    where: 'main',
    template: '',
  } as const
  await give(farah, {
    type: 'stage.add',
    stage: { ...reading, minutes: 5, gate: 'none', isReadOnly: true },
  })
  const harvest = room.workshop.stages.find(({ kind }) => kind === 'harvest')
  await give(farah, { type: 'stage.go', stage: harvest?.id ?? '', from: room.workshop.stage })
  expect([board, own].map((each) => lockOf(lockable(room.workshop), each))).toEqual(['activity', undefined])
})

test('[R-125] a quote is what the note says on the board, whatever was sent; a note elsewhere is none', async () => {
  const { give, go, write, topic, room, ama, data, tenders } = await anOpenSpace()
  await go(1)
  await write(data, ama, 'Ask the cooks')
  const noteOn = (which: string): Promise<string | undefined> =>
    room.withBoard(topic(which).board ?? '', ({ room: board }) => {
      const reading = board.read()
      const [note] = reading.notes.keys()
      reading.dispose()
      return note
    })
  const note = { id: (await noteOn(data)) ?? '', text: 'Fire the cooks' }
  await give(ama, { type: 'report.quote', topic: data, note })
  expect(topic(data).report?.quote).toEqual({ note: note.id, text: 'Ask the cooks' })
  const wrong = room.command(ama.personId, { type: 'report.quote', topic: tenders, note })
  expect(await wrong).toMatchObject({ code: 'no_such_note' })
  const none = room.command(ama.personId, {
    type: 'report.quote',
    topic: data,
    note: { id: '__proto__', text: 'x' },
  })
  expect(await none).toMatchObject({ code: 'no_such_note' })
})

test('[R-34] a long report that is written to again and again comes to everybody more rarely, and whole', async () => {
  const { room, clock, go, give, topic, ama, bo, data } = await anOpenSpace()
  await go(1)
  const listener = new Listener(room, bo.personId)
  await clock.advance(1_000)
  const write = (field: 'said' | 'next' | 'requests' | 'resources', text: string): Promise<unknown> =>
    give(ama, {
      type: 'report.write',
      topic: data,
      field,
      text,
      before: topic(data).report?.texts[field] ?? '',
    })
  for (const field of ['said', 'next', 'requests', 'resources'] as const)
    await write(field, `${field} `.repeat(600))
  await clock.advance(100)
  const seen = (): string | undefined => listener.view?.reports[data]?.texts.said
  expect(seen()).toBe('said '.repeat(600))
  await write('said', `${'said '.repeat(600)}more`)
  await clock.advance(100)
  expect(seen()).not.toContain('more')
  await clock.advance(200)
  expect(seen()).toContain('more')
})
