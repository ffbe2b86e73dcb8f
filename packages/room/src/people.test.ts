/** A workshop over memory: who is told what of it, who comes and goes, and what they missed. */
import { afterEach, expect, test } from 'vitest'
import { CLOSE, rejoinResult, viewSchema } from '@moot/protocol'
import type { Command } from '@moot/workshop'
import { addNote } from './testing/boards.ts'
import type { TestClient } from './testing/TestClient.ts'
import { aServer, aWorkshop, Listener, openBoard } from './testing/workshops.ts'

const clients: TestClient[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.awareness.destroy()
})

async function bench() {
  const made = await aWorkshop()
  const fay = (await made.join('Fay', made.keys.facilitator)).personId
  const give = async (command: Command, person = fay): Promise<unknown> => {
    const answer = await made.room.command(person, command)
    if (!answer.ok) throw new Error(`${command.type}: ${answer.code} ${answer.message}`)
    return answer.result
  }
  const open = async (doc: string, person: string): Promise<TestClient> => {
    const client = await openBoard(made.room, doc, person)
    if (client === null) throw new Error('no such board')
    clients.push(client)
    await made.clock.advance(30)
    return client
  }
  const listen = async (person: string): Promise<Listener> => {
    const listener = new Listener(made.room, person)
    await made.clock.advance(200)
    return listener
  }
  return { ...made, fay, give, open, listen }
}

test('[R-100] real views are what the schema says, for every role and with everything going on', async () => {
  const { room, join, keys, fay, give, listen, clock } = await bench()
  const [ada, olga] = [await join('Ada'), await join('Olga', keys.observer)]
  await give({ type: 'workshop.describe', purpose: 'Why', zone: 'Europe/London', starts: 1 })
  const stage = {
    kind: 'round',
    title: 'Round',
    prompt: 'What?',
    part: '',
    where: 'round',
    template: '',
    minutes: 20,
    gate: 'none',
    isReadOnly: false,
  } as const
  await give({ type: 'stage.add', stage })
  await give({ type: 'spaces.open', count: 3, template: 'columns', fill: 'random', question: 'What now?' })
  await give({ type: 'timer.start', minutes: 5 })
  await give({ type: 'announce', text: 'Half time' })
  await give({ type: 'invite.here', board: Object.keys(room.workshop.boards)[0] ?? '' })
  await give({ type: 'person.about', perspective: 'A neighbour', needs: 'Captions' }, ada.personId)
  await give({ type: 'help.ask', name: 'Bo' }, ada.personId)
  await give({ type: 'people.expect', names: ['Cy'] })
  await give({ type: 'person.try' })
  for (const person of [fay, ada.personId, olga.personId]) {
    const { view } = await listen(person)
    expect(viewSchema.safeParse(view).error).toBeUndefined()
  }
  await clock.advance(1_000)
})

test('[R-100] what is somebody’s own goes to them alone, what all share is one text for all', async () => {
  const { join, give, listen, clock, room } = await bench()
  const people = await Promise.all(['Ada', 'Ben', 'Cleo'].map((name) => join(name)))
  const listeners = await Promise.all(people.map(({ personId }) => listen(personId)))
  for (const each of listeners) each.heard.length = 0
  const [ada, ben, cleo] = listeners
  await give({ type: 'spaces.open', count: 2, template: '', fill: 'choose' })
  await clock.advance(200)
  expect(listeners.map(({ heard }) => heard.length)).toEqual([1, 1, 1])
  expect(JSON.stringify(ben?.heard)).toBe(JSON.stringify(cleo?.heard))
  const space = Object.keys(ada?.view?.spaces ?? {})[0] ?? ''
  await give({ type: 'space.enter', space }, people[0]?.personId)
  await clock.advance(200)
  expect([ada?.view?.me.space, ben?.view?.me.space]).toEqual([space, null])
  expect(JSON.stringify(ben?.heard.at(-1))).toBe(JSON.stringify(cleo?.heard.at(-1)))
  expect(JSON.stringify(cleo?.heard)).not.toContain('"me"')
  // A view kept by changes is the one that is sent whole.
  for (const [index, { personId }] of people.entries()) {
    const fresh = new Listener(room, personId)
    expect(listeners[index]?.view).toEqual(fresh.view)
    fresh.leave()
  }
})

test('[R-100] access needs reach facilitators and the person’s own page, and nobody else', async () => {
  const { join, give, listen, clock, fay } = await bench()
  const [ada, ben] = [await join('Ada'), await join('Ben')]
  const [f, a, b] = [await listen(fay), await listen(ada.personId), await listen(ben.personId)]
  await give({ type: 'person.about', needs: 'A quiet room' }, ada.personId)
  await clock.advance(200)
  expect(f.view?.people[ada.personId]?.needs).toBe('A quiet room')
  expect(a.view?.me.about.needs).toBe('A quiet room')
  expect(JSON.stringify(b.heard)).not.toContain('quiet')
})

test('[R-101] somebody taken off the roster is sent away everywhere, and their secret opens nothing', async () => {
  const { join, give, listen, open, doc, room, rooms, id } = await bench()
  const ada = await join('Ada')
  const listener = await listen(ada.personId)
  const board = await open(doc, ada.personId)
  const { code } = rejoinResult.parse(await give({ type: 'person.rejoinCode' }, ada.personId))
  await give({ type: 'person.remove', person: ada.personId })
  expect(listener.closed).toBe(CLOSE.unknownPerson)
  expect(board.socket.closed).toMatchObject({ code: CLOSE.unknownPerson })
  expect(room.personOf(ada.secret)).toBeUndefined()
  expect(await rooms.rejoin(id, code)).toMatchObject({ ok: false })
  expect(room.workshop.people[ada.personId]?.name).toBe('Ada')
})

test('[R-101] a code that was still good when its person was taken off the roster lets nobody in, nor does one after', async () => {
  const { join, give, room, rooms, id, fay } = await bench()
  const ada = await join('Ada')
  const { code } = rejoinResult.parse(await give({ type: 'person.rejoinCode', person: ada.personId }))
  await give({ type: 'person.remove', person: ada.personId })
  expect(await rooms.rejoin(id, code)).toMatchObject({ ok: false, code: 'no_such_person' })
  expect(await rooms.rejoin(id, code)).toMatchObject({ ok: false, code: 'bad_rejoin_code' })
  const asked = await room.command(fay, { type: 'person.rejoinCode', person: ada.personId })
  expect(asked).toMatchObject({ ok: false, code: 'no_such_person' })
  // Their link still lets them in, as somebody new: to be taken off the roster is no ban.
  expect((await join('Ada')).personId).not.toBe(ada.personId)
})

test('[R-101] a trial leaves nothing behind but its notes: no line, no way back, no place, in no count', async () => {
  const { join, give, listen, open, doc, room, rooms, id, keys, clock } = await bench()
  const gus = await join('Gus', keys.facilitator)
  await give({ type: 'spaces.open', count: 1, template: '', fill: 'choose' })
  const space = room.workshop.rounds[0]?.slots[0]?.space ?? ''
  const { code } = rejoinResult.parse(await give({ type: 'person.try' }, gus.personId))
  const trial = await rooms.rejoin(id, code)
  if (!trial.ok) throw new Error(trial.code)
  const { code: unused } = rejoinResult.parse(await give({ type: 'person.try' }, gus.personId))
  const [line, board] = [await listen(trial.personId), await open(doc, trial.personId)]
  await give({ type: 'space.enter', space }, trial.personId)
  await give({ type: 'space.noteTaker', space, person: trial.personId }, trial.personId)
  const note = addNote(board, trial.personId, 'a try')
  await clock.advance(200)
  expect(line.view?.now.here).toBe(0)
  await give({ type: 'person.stepDown' }, gus.personId)
  expect([line.closed, board.socket.closed?.code]).toEqual([CLOSE.unknownPerson, CLOSE.unknownPerson])
  expect(room.personOf(trial.secret)).toBeUndefined()
  expect(await rooms.rejoin(id, unused)).toMatchObject({ ok: false })
  const { people, rounds } = room.workshop
  expect(people[trial.personId]).toMatchObject({ space: null, sent: null, isDone: false })
  expect(people[trial.personId]?.gone).not.toBeNull()
  expect(rounds[0]?.slots[0]?.noteTaker).toBeNull()
  const reader = await open(doc, gus.personId)
  expect(reader.doc.getMap('notes').has(note)).toBe(true)
})

test('[R-101] a reset ends every trial, on every line; everybody else stays', async () => {
  const { join, give, listen, rooms, id } = await bench()
  const ada = await listen((await join('Ada')).personId)
  const { code } = rejoinResult.parse(await give({ type: 'person.try' }))
  const trial = await rooms.rejoin(id, code)
  if (!trial.ok) throw new Error(trial.code)
  const lines = [await listen(trial.personId), await listen(trial.personId)]
  await give({ type: 'workshop.reset' })
  expect(lines.map(({ closed }) => closed)).toEqual([CLOSE.unknownPerson, CLOSE.unknownPerson])
  expect(ada.closed).toBeNull()
})

test('[R-102] who was away is told how many notes came meanwhile, until they look at the board', async () => {
  const { join, open, listen, clock, doc, board, fay } = await bench()
  const ada = await join('Ada')
  const first = await listen(ada.personId)
  expect(first.view?.me.missed).toBeNull()
  const writer = await open(doc, fay)
  addNote(writer, fay, 'seen')
  await clock.advance(15_000)
  const left = clock.now()
  first.leave()
  await clock.advance(40_000)
  const short = await listen(ada.personId)
  await clock.advance(300)
  expect(short.view?.me.missed).toBeNull()
  short.leave()
  const gone = clock.now()
  addNote(writer, fay, 'one')
  addNote(writer, fay, 'two')
  await clock.advance(90_000)
  const back = await listen(ada.personId)
  await clock.advance(300)
  expect(back.view?.me.missed).toEqual({ since: gone, notes: 2 })
  expect(gone).toBeGreaterThan(left)
  back.say({ type: 'at', board, note: null })
  await clock.advance(300)
  expect(back.view?.me.missed).toBeNull()
})

test('[R-102] who is at the board again before it was counted has missed nothing there', async () => {
  const { join, open, listen, clock, doc, board, fay, room } = await bench()
  const ada = await join('Ada')
  const first = await listen(ada.personId)
  const writer = await open(doc, fay)
  first.leave()
  addNote(writer, fay, 'meanwhile')
  await clock.advance(90_000)
  // As a browser does it whose page shows the board: it says where it is as soon as it is connected.
  const back = new Listener(room, ada.personId)
  back.say({ type: 'at', board, note: null })
  await clock.advance(300)
  expect(back.view?.me.missed).toBeNull()
})

test('[R-102] that everybody was away meanwhile, and the room let go, changes nothing', async () => {
  const { join, open, listen, clock, doc, fay, id, rooms } = await bench()
  const ada = await join('Ada')
  const first = await listen(ada.personId)
  const writer = await open(doc, fay)
  const left = clock.now()
  first.leave()
  addNote(writer, fay, 'before the break')
  await clock.advance(30_000)
  writer.leave()
  for (let count = 0; count < 20; count += 1) {
    rooms.tick()
    await clock.advance(5_000)
  }
  expect(rooms.figures().rooms).toBe(0)
  const again = await rooms.find(id)
  if (again === undefined) throw new Error('lost')
  const back = new Listener(again, ada.personId)
  await clock.advance(300)
  expect(back.view?.me.missed).toEqual({ since: left, notes: 1 })
  back.leave()
  // A day later nobody knows what the board was like.
  for (let count = 0; count < 30; count += 1) {
    rooms.tick()
    await clock.advance(3_600_000)
  }
  const later = await rooms.find(id)
  if (later === undefined) throw new Error('lost')
  const much = new Listener(later, ada.personId)
  await clock.advance(300)
  expect([rooms.figures().rooms, much.view?.me.missed]).toEqual([1, null])
})

test('[R-102] it is not counted what they wrote themselves, and it is told for ten minutes at most', async () => {
  const { join, open, listen, clock, doc, fay, room } = await bench()
  const ada = await join('Ada')
  const first = await listen(ada.personId)
  const writer = await open(doc, ada.personId)
  await clock.advance(20_000)
  first.leave()
  writer.leave()
  await clock.advance(100_000)
  const again = await open(doc, ada.personId)
  addNote(again, ada.personId, 'written without a line')
  const back = await listen(ada.personId)
  await clock.advance(300)
  expect(back.view?.me.missed?.notes).toBe(0)
  await clock.advance(601_000)
  room.tick()
  await clock.advance(300)
  expect(back.view?.me.missed).toBeNull()
  expect(fay).not.toBe(ada.personId)
})

test('[R-102] who joins in the middle of a round is told of it from its beginning', async () => {
  const { join, open, listen, clock, give, room } = await bench()
  const fay = Object.keys(room.workshop.people)[0] ?? ''
  await give({ type: 'spaces.open', count: 1, template: 'blank', fill: 'random' })
  const opened = clock.now()
  const space = room.workshop.rounds[0]?.slots[0]
  const at = await open(room.workshop.boards[space?.board ?? '']?.doc ?? '', fay)
  await clock.advance(120_000)
  addNote(at, fay, 'early')
  await clock.advance(60_000)
  const late = await join('Late')
  const listener = await listen(late.personId)
  await clock.advance(300)
  expect(listener.view?.me).toMatchObject({
    sent: { space: space?.space },
    missed: { since: opened, notes: 1 },
  })
})

test('[R-103] a restart brings places, rounds, announcements and the running timer back', async () => {
  const { join, give, room, storage, clock, id, listen } = await bench()
  const ada = await join('Ada')
  await listen(ada.personId)
  await give({ type: 'spaces.open', count: 2, template: 'blank', fill: 'random' })
  const space = room.workshop.people[ada.personId]?.sent?.space ?? ''
  await give({ type: 'space.enter', space }, ada.personId)
  await give({ type: 'timer.start', minutes: 10 })
  await give({ type: 'announce', text: 'Ten minutes' })
  const before = (await listen(ada.personId)).view
  await clock.advance(120_000)
  const again = await aServer(storage, clock).rooms.find(id)
  if (again === undefined) throw new Error('lost')
  expect(again.workshop).toEqual(room.workshop)
  const after = new Listener(again, ada.personId)
  await clock.advance(300)
  expect(after.view?.me).toEqual(before?.me)
  expect(after.view?.now.timer).toEqual(before?.now.timer)
})

test('[R-104] commands answer with what they made', async () => {
  const { give, join, room, rooms, id } = await bench()
  const ada = await join('Ada')
  const stage = {
    kind: 'activity',
    title: 'Write',
    prompt: '',
    part: '',
    where: 'main',
    template: '',
    minutes: 5,
    gate: 'none',
    isReadOnly: false,
  } as const
  expect(await give({ type: 'stage.add', stage })).toEqual({ stage: room.workshop.stages[0]?.id })
  const opened = await give({ type: 'spaces.open', count: 2, template: '', fill: 'choose' })
  expect(opened).toEqual({ round: 1, spaces: room.workshop.rounds[0]?.slots.map(({ space }) => space) })
  const assisted = await give({ type: 'person.assist', name: 'Bo', helper: ada.personId })
  expect(assisted).toEqual({
    person: Object.values(room.workshop.people).find(({ name }) => name === 'Bo')?.id,
  })
  expect(await give({ type: 'people.expect', names: ['Cy', ' cy ', '', 'Ada', 'Dee'] })).toEqual({
    added: 2,
    known: 2,
  })
  const trial = rejoinResult.parse(await give({ type: 'person.try' }))
  expect(await rooms.rejoin(id, trial.code)).toMatchObject({ ok: true, role: 'participant' })
  const lost = rejoinResult.parse(await give({ type: 'person.rejoinCode', person: ada.personId }))
  expect(await rooms.rejoin(id, lost.code)).toMatchObject({ ok: true, personId: ada.personId })
})

test('[R-105] who gives far too many commands is told to wait, and nobody else is', async () => {
  const { room, join, fay, clock } = await bench()
  const zed = (await join('Zed')).personId
  const names = Array.from({ length: 260 }, (_, index): Command => ({
    type: 'person.rename',
    name: `Zed ${index}`,
  }))
  const answers = await Promise.all(names.map((command) => room.command(zed, command)))
  const refused = answers.filter((answer) => !answer.ok)
  expect(refused).toHaveLength(60)
  expect(refused[0]).toMatchObject({ code: 'slow_down' })
  // What is refused leaves nothing behind; what was in time is done.
  expect(room.workshop.people[zed]?.name).toBe('Zed 199')
  expect(await room.command(fay, { type: 'timer.start', minutes: 1 })).toEqual({ ok: true })
  await clock.advance(1_000)
  expect(await room.command(zed, { type: 'person.rename', name: 'Zed' })).toEqual({ ok: true })
})

test('[R-105] who says far too much on /live is sent away, and comes back a little later', async () => {
  const { room, join, listen, clock } = await bench()
  const zed = (await join('Zed')).personId
  const loud = await listen(zed)
  const calm = await listen((await join('Ama')).personId)
  for (let count = 0; count < 590; count += 1) loud.say({ type: 'ping' })
  expect(loud.closed).toBeNull()
  for (let count = 0; count < 20; count += 1) loud.say({ type: 'ping' })
  expect(loud.closed).toBe(CLOSE.tryLater)
  // On a further line as well, and it is one person's own affair.
  expect(new Listener(room, zed).closed).toBe(CLOSE.tryLater)
  expect(calm.closed).toBeNull()
  await clock.advance(10_000)
  const later = await listen(zed)
  expect([later.view?.me.person, later.closed]).toEqual([zed, null])
  // What is large counts for more, and is not even read then.
  const large: Command = {
    type: 'people.expect',
    names: Array.from({ length: 2_000 }, () => 'x'.repeat(100)),
  }
  for (let count = 0; count < 12; count += 1) later.say({ type: 'command', id: count, command: large })
  expect(later.closed).toBe(CLOSE.tryLater)
})
