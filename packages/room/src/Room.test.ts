/** One workshop over memory: who comes in, what they may ask, and what everybody hears of it. */
import { expect, test } from 'vitest'
import { CLOSE } from '@moot/protocol'
import { eventSchema } from '@moot/workshop'
import { CODE_LETTERS, freshCode, readCode } from './Secrets.ts'
import { TestClient } from './testing/TestClient.ts'
import { aServer, aWorkshop, Listener, secrets } from './testing/workshops.ts'

test('[R-30] each link gives its role, and no other key opens anything', async () => {
  const { rooms, id, keys } = await aWorkshop()
  const roleOf = async (key: string): Promise<string> => {
    const answer = await rooms.join(id, key, 'Ada', undefined)
    return answer.ok ? answer.role : answer.code
  }
  expect(
    await Promise.all([keys.facilitator, keys.join, keys.observer, 'wrong-key', id].map(roleOf)),
  ).toEqual(['facilitator', 'participant', 'observer', 'bad_link', 'bad_link'])
  expect(await rooms.join('nowhere', keys.join, 'Ada', undefined)).toMatchObject({
    ok: false,
    code: 'not_found',
  })
  expect(await rooms.join(id, keys.join, ' \u200b ', undefined)).toMatchObject({
    ok: false,
    code: 'name_missing',
  })
})

test('[R-30] a link of a higher role raises the same person and gives nobody a second self', async () => {
  const { rooms, id, keys, join, room } = await aWorkshop()
  const ada = await join('Ada')
  const risen = await rooms.join(id, keys.facilitator, 'ignored', ada.secret)
  expect(risen).toEqual({ ...ada, role: 'facilitator' })
  const again = await rooms.join(id, keys.observer, 'ignored', ada.secret)
  expect(again).toMatchObject({ personId: ada.personId, role: 'facilitator' })
  expect(Object.keys(room.workshop.people)).toHaveLength(1)
})

test('[R-103] events of a later version are passed over, and the log says so once, without what is in them', async () => {
  const { id, storage, clock, join, room } = await aWorkshop()
  await join('Ada')
  const seq = (await storage.loadWorkshop(id))?.events.length ?? 0
  const later = Array.from({ length: 3 }, (_, index) => ({
    seq: seq + 1 + index,
    at: clock.now(),
    event: { type: 'topic.offered', title: 'Secret topic' },
  }))
  await storage.record(id, { events: later })
  const lines: string[] = []
  const again = aServer(storage, clock, (level, event, facts) => {
    lines.push(`${level} ${event} ${JSON.stringify(facts)}`)
  })
  const opened = await again.rooms.find(id)
  expect(opened?.workshop).toEqual(room.workshop)
  expect(lines).toEqual([`warn event_unknown {"workshop":"${id}","events":3}`])
  // It goes on after them.
  expect(await again.rooms.join(id, room.joinKey, 'Ben', undefined)).toMatchObject({ ok: true })
})

test('[R-31] what was answered is stored: a server that starts again knows all of it', async () => {
  const first = await aWorkshop()
  const fay = await first.join('Fay', first.keys.facilitator)
  const ada = await first.join('Ada')
  expect(await first.room.command(fay.personId, { type: 'workshop.rename', title: 'Renamed' })).toEqual({
    ok: true,
  })
  const again = aServer(first.storage, first.clock)
  const room = await again.rooms.find(first.id)
  expect(room?.workshop).toEqual(first.room.workshop)
  expect([room?.personOf(ada.secret), room?.personOf('wrong')]).toEqual([ada.personId, undefined])
})

test('[R-31] commands that come at once are decided one after the other', async () => {
  const { room, join } = await aWorkshop()
  const people = await Promise.all(Array.from({ length: 45 }, (_, index) => join(`Person ${index}`)))
  expect(new Set(people.map((each) => each.personId)).size).toBe(45)
  expect(Object.keys(room.workshop.people)).toHaveLength(45)
})

test('[R-31] what could not be stored did not happen', async () => {
  const { room, join, storage, keys } = await aWorkshop()
  const fay = await join('Fay', keys.facilitator)
  const { record } = storage
  storage.record = () => Promise.reject(new Error('disk full'))
  await expect(room.command(fay.personId, { type: 'workshop.rename', title: 'Lost' })).rejects.toThrow(
    'disk full',
  )
  storage.record = record
  expect(room.workshop.title).toBe('Retrospective')
  expect(await room.command(fay.personId, { type: 'workshop.rename', title: 'Kept' })).toEqual({ ok: true })
  const stored = (await storage.loadWorkshop(room.id))?.events ?? []
  const renamed = stored
    .map(({ event }) => eventSchema.parse(event))
    .flatMap((event) => (event.type === 'workshop.renamed' ? event.title : []))
  expect(renamed).toEqual(['Kept'])
})

test('[R-32] a rejoin code is the same person, once, for ten minutes', async () => {
  const { rooms, room, join, clock, id } = await aWorkshop()
  const ada = await join('Ada')
  const codeOf = async (): Promise<string> => {
    const answer = await room.command(ada.personId, { type: 'person.rejoinCode' })
    return answer.ok ? String((answer.result as { code: string }).code) : ''
  }
  const code = await codeOf()
  const spelt = `${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`
  // Typed in where codes are entered, it leads to oneself, and is not used up by that.
  expect(await rooms.findCode(spelt)).toEqual({ ok: true, workshopId: id, key: code, kind: 'rejoin' })
  expect(await rooms.rejoin(id, spelt)).toMatchObject({ ok: true, personId: ada.personId, name: 'Ada' })
  expect(await rooms.findCode(code)).toMatchObject({ ok: false, code: 'bad_code' })
  expect(await rooms.rejoin(id, code)).toMatchObject({ ok: false, code: 'bad_rejoin_code' })
  const late = await codeOf()
  await clock.advance(10 * 60_000 + 1)
  expect(await rooms.rejoin(id, late)).toMatchObject({ ok: false, code: 'bad_rejoin_code' })
})

test('[R-33] a further facilitator link works at once, and is nowhere in what is stored', async () => {
  const { rooms, room, join, storage, id, keys } = await aWorkshop()
  const fay = await join('Fay', keys.facilitator)
  const answer = await room.command(fay.personId, { type: 'link.facilitator' })
  const key = answer.ok ? (answer.result as { key: string }).key : ''
  expect(await rooms.door(id, key)).toMatchObject({ ok: true, role: 'facilitator' })
  expect(JSON.stringify(await storage.loadWorkshop(id))).not.toContain(key)
  const ben = await join('Ben')
  expect(await room.command(ben.personId, { type: 'link.facilitator' })).toMatchObject({
    ok: false,
    code: 'not_allowed',
  })
})

test('[R-34] live: the whole state after hello, then changes, at most ten a second', async () => {
  const { room, join, clock, keys } = await aWorkshop()
  const fay = await join('Fay', keys.facilitator)
  const ada = await join('Ada')
  const olga = await join('Olga', keys.observer)
  const [f, a, o] = [fay, ada, olga].map((each) => new Listener(room, each.personId))
  await clock.advance(200)
  expect(f?.view?.me).toMatchObject({ person: fay.personId, role: 'facilitator' })
  expect(a?.view?.me).toMatchObject({ person: ada.personId, role: 'participant' })
  expect([
    Object.keys(f?.view?.links ?? {}),
    Object.keys(a?.view?.links ?? {}),
    Object.keys(o?.view?.links ?? {}),
  ]).toEqual([['join', 'code', 'observer'], ['join', 'code'], []])
  expect(a?.view?.people[fay.personId]?.at).toEqual({ board: null, note: null })
  const before = a?.heard.length ?? 0
  for (let index = 0; index < 20; index += 1)
    f?.say({ type: 'at', board: 'b', note: index % 2 === 0 ? 'n' : null })
  f?.say({ type: 'command', id: 7, command: { type: 'workshop.rename', title: 'Renamed' } })
  await clock.advance(200)
  expect((a?.heard.length ?? 0) - before).toBeLessThanOrEqual(2)
  expect(a?.view?.workshop.title).toBe('Renamed')
  expect(f?.heard.find((message) => message.type === 'answer')).toMatchObject({ id: 7, ok: true })
  a?.say({ type: 'command', id: 8, command: { type: 'workshop.rename', title: 'Mine' } })
  await clock.advance(200)
  expect(a?.heard.at(-1)).toMatchObject({ type: 'refusal', id: 8, code: 'not_allowed' })
  f?.leave()
  await clock.advance(200)
  expect(a?.view?.people[fay.personId]?.at).toBeNull()
})

test('[R-34] live: saying hello again and again costs no more than a change does', async () => {
  const { room, join, clock } = await aWorkshop()
  const ada = new Listener(room, (await join('Ada')).personId)
  await clock.advance(200)
  for (let index = 0; index < 500; index += 1) ada.say({ type: 'hello', v: 1 })
  await clock.advance(200)
  expect(ada.heard.filter(({ type }) => type === 'state')).toHaveLength(2)
})

test('[R-34] live: who was slow is told when there is room again, though nothing else changes, and holds up nobody', async () => {
  const { room, join, clock, keys } = await aWorkshop()
  const fay = await join('Fay', keys.facilitator)
  const slow = new Listener(room, (await join('Ada')).personId)
  const quick = new Listener(room, fay.personId)
  await clock.advance(200)
  slow.buffered = 2 * 1024 * 1024
  await room.command(fay.personId, { type: 'workshop.rename', title: 'First' })
  await clock.advance(200)
  await room.command(fay.personId, { type: 'workshop.rename', title: 'Second' })
  await clock.advance(200)
  expect([slow.view?.workshop.title, quick.view?.workshop.title]).toEqual(['Retrospective', 'Second'])
  slow.buffered = 0
  await clock.advance(1_500)
  expect(slow.view?.workshop.title).toBe('Second')
})

test('[R-34] live: a peer that asks and never reads is sent away', async () => {
  const { room, join, clock } = await aWorkshop()
  const ada = new Listener(room, (await join('Ada')).personId)
  await clock.advance(200)
  ada.buffered = 9 * 1024 * 1024
  ada.say({ type: 'ping' })
  expect(ada.closed).toBe(CLOSE.tryLater)
})

test('[R-34] every view that was kept by changes equals the one sent whole', async () => {
  const { room, join, clock, keys } = await aWorkshop()
  const people = [await join('Fay', keys.facilitator), await join('Ada'), await join('Ben')]
  const early = people.map((each) => new Listener(room, each.personId))
  await clock.advance(200)
  await join('Late')
  await room.command(people[0]?.personId ?? '', { type: 'workshop.ask', question: 'Why?' })
  await room.command(people[1]?.personId ?? '', { type: 'person.rename', name: 'Adele' })
  early[2]?.leave()
  await clock.advance(200)
  for (const [index, listener] of early.slice(0, 2).entries()) {
    const fresh = new Listener(room, people[index]?.personId ?? '')
    expect(listener.view).toEqual(fresh.view)
    fresh.leave()
  }
})

test('[R-34] who rises hears their new state', async () => {
  const { rooms, room, join, clock, keys, id } = await aWorkshop()
  const ada = await join('Ada')
  const listener = new Listener(room, ada.personId)
  await clock.advance(200)
  await rooms.join(id, keys.facilitator, 'Ada', ada.secret)
  await clock.advance(200)
  expect(listener.view?.me.role).toBe('facilitator')
  expect(listener.view?.links.observer).toBe(keys.observer)
})

test('[R-34] what is no message closes this one connection', async () => {
  const { room, join } = await aWorkshop()
  const ada = await join('Ada')
  for (const text of [
    '',
    'x',
    '{}',
    '[]',
    '{"type":"command","id":1,"command":{"type":"explode"}}',
    '['.repeat(100_000),
  ]) {
    const listener = new Listener(room, ada.personId)
    listener.say(text)
    expect(listener.closed).toBe(4400)
  }
})

test('[R-35] two devices are one person; who is behind a client id is said while they are connected', async () => {
  const { room, join, clock, doc, board } = await aWorkshop()
  const ada = await join('Ada')
  const phone = new Listener(room, ada.personId)
  const laptop = new Listener(room, ada.personId)
  phone.say({ type: 'at', board, note: 'n1' })
  laptop.say({ type: 'at', board, note: null })
  const client = new TestClient()
  const socket = client.socket
  const connection = await room.openBoard(doc, socket, ada.personId, true)
  if (connection === undefined) throw new Error('no board')
  client.join(() => connection)
  client.show({ at: 1 })
  await clock.advance(300)
  expect(Object.keys(phone.view?.people ?? {})).toHaveLength(1)
  expect(phone.view?.people[ada.personId]?.at).toEqual({ board, note: 'n1' })
  expect(phone.view?.clients).toEqual({ [client.doc.clientID]: ada.personId })
  phone.leave()
  client.leave()
  await clock.advance(300)
  expect(laptop.view?.clients).toEqual({})
  expect(laptop.view?.people[ada.personId]?.at).toEqual({ board, note: null })
  expect(await room.openBoard('nothing', socket, ada.personId, true)).toBeUndefined()
})

test('[R-36] boards and rooms that nobody uses are let go, and come back as they were', async () => {
  const { rooms, room, join, clock, doc, id } = await aWorkshop()
  const ada = await join('Ada')
  const client = new TestClient()
  const connection = await room.openBoard(doc, client.socket, ada.personId, true)
  if (connection === undefined) throw new Error('no board')
  client.join(() => connection)
  await clock.advance(100)
  rooms.tick()
  expect(rooms.figures()).toEqual({ rooms: 1, boards: 1, connections: 1 })
  client.leave()
  await clock.advance(100)
  for (let tick = 0; tick < 8; tick += 1) {
    rooms.tick()
    await clock.advance(5_000)
  }
  expect(rooms.figures()).toEqual({ rooms: 0, boards: 0, connections: 0 })
  const again = await rooms.find(id)
  expect(again).not.toBe(room)
  expect(again?.workshop).toEqual(room.workshop)
})

test('[R-37] a new board is what its template says; a template that is not there is refused', async () => {
  const { rooms } = aServer()
  const made = await rooms.create({ template: 'three-horizons', title: '  A   title ' })
  if (!made.ok) throw new Error(made.message)
  const room = await rooms.find(made.value.id)
  expect(room?.workshop.title).toBe('A title')
  await room?.withBoards(([board]) => {
    const reading = board?.room.read()
    expect(reading?.regions.size).toBeGreaterThan(0)
    reading?.dispose()
  })
  expect(await rooms.create({ template: 'nothing' })).toMatchObject({ ok: false, code: 'unknown_template' })
  expect(await rooms.create({ title: 'x'.repeat(300) })).toMatchObject({ ok: false, code: 'too_long' })
  const untitled = await rooms.create({})
  expect(untitled.ok && untitled.value.boards[0]?.title).toBe('Untitled board')
})

test('[R-38] codes are eight of 28 letters that are not taken for one another, however they are typed', async () => {
  expect(new Set(CODE_LETTERS).size).toBe(28)
  const code = freshCode(secrets)
  expect(code).toMatch(new RegExp(`^[${CODE_LETTERS}]{8}$`))
  expect(readCode(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)).toBe(code)
  const { rooms, id, keys, joinCode } = await aWorkshop()
  expect(await rooms.findCode(`${joinCode.slice(0, 4)} ${joinCode.slice(4)}`)).toEqual({
    ok: true,
    workshopId: id,
    key: keys.join,
  })
  expect(await rooms.findCode('AAAAAAAA')).toMatchObject({ ok: false, code: 'bad_code' })
})
