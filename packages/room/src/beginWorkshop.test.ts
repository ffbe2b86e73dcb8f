/** Workshops that begin with more than one board: from a ready plan, as the example, from an earlier one. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addBackdrop, addNotes, BoardReading, orderedRegions, visibleNotes } from '@moot/board'
import type { CreateRequest } from '@moot/protocol'
import { exampleWorkshop, readyPlan, readyPlans } from '@moot/templates'
import type { Command } from '@moot/workshop'
import { boardsInSight, breakouts, totalMinutes } from '@moot/workshop'
import type { Room } from './Room.ts'
import { atRest } from './testing/FakeClock.ts'
import type { WorkshopBench } from './testing/workshops.ts'
import { aServer, openBoard } from './testing/workshops.ts'

/** Makes a workshop and opens it. */
async function begun(bench: WorkshopBench, request: CreateRequest, earlier?: { room: Room; person: string }) {
  const made = await bench.rooms.create(request, earlier)
  if (!made.ok) throw new Error(made.code)
  const { id, keys } = made.value
  const room = await bench.rooms.find(id)
  if (room === undefined) throw new Error('it is not found')
  const join = async (name: string, key: string): Promise<string> => {
    const joined = await bench.rooms.join(id, key, name, undefined)
    if (!joined.ok) throw new Error(joined.code)
    return joined.personId
  }
  const give = async (person: string, command: Command): Promise<void> => {
    const answer = await room.command(person, command)
    if (!answer.ok) throw new Error(answer.code)
  }
  return { id, keys, room, join, give }
}

/** Everything that is stored of a document, as text to look for words in. */
const bytesOf = async ({ storage }: WorkshopBench, doc: string): Promise<string> =>
  (await storage.load(doc)).rows.map(({ update }) => Buffer.from(update).toString('utf8')).join('')

const readingOf = async ({ storage }: WorkshopBench, doc: string): Promise<BoardReading> => {
  const into = new Y.Doc()
  for (const row of (await storage.load(doc)).rows) Y.applyUpdate(into, row.update)
  return new BoardReading(into)
}

test.each(readyPlans.map((plan) => [plan.id, plan] as const))(
  '[R-90] %s: running order, boards and spaces, nothing started and nobody there',
  async (id, plan) => {
    const { room } = await begun(aServer(), { plan: id, title: 'Keep, drop and grow' })
    const { stages, spaces, boards, people, stage, timer } = room.workshop
    expect(stages.map(({ title, minutes, started }) => [title, minutes, started])).toEqual(
      plan.stages.map(({ title, minutes }) => [title, minutes, null]),
    )
    expect({ people, stage, timer }).toEqual({ people: {}, stage: null, timer: null })
    const own = plan.boards.length === 0 ? ['Keep, drop and grow'] : plan.boards.map(({ title }) => title)
    const hallway = plan.spaces === 0 ? [] : ['Hallway']
    expect(boardsInSight(boards).map(({ title }) => title)).toEqual([...own, ...hallway])
    expect(breakouts(spaces).map(({ isHidden }) => isHidden)).toEqual(
      plan.spaces === 0 ? [] : [...Array.from({ length: plan.spaces }, () => false), true],
    )
    const main = boardsInSight(boards)[0]
    expect(stages.filter(({ board }) => board !== null).map(({ board }) => board)).toEqual(
      plan.boards.length === 0 ? [] : [main?.id],
    )
    await room.withBoards((open) => expect(open).toHaveLength(own.length + hallway.length))
  },
)

test('[R-90] open space: 150 minutes, six spaces and a spare; a plan that is not there is refused', async () => {
  const bench = aServer()
  const { room } = await begun(bench, { plan: 'open-space', template: 'columns' })
  expect(totalMinutes(room.workshop.stages)).toBe(150)
  expect(breakouts(room.workshop.spaces).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(boardsInSight(room.workshop.boards)[0]?.template).toBe('columns')
  expect(await bench.rooms.create({ plan: 'nothing' })).toMatchObject({ ok: false, code: 'unknown_plan' })
})

test('[R-37] what is said of a workshop beforehand is there, by the rules for saying it', async () => {
  const bench = aServer()
  const said = { purpose: 'To choose.', fixed: 'The budget.', open: 'The rest.', phone: '020 7946 0000' }
  const { room } = await begun(bench, { ...said, zone: 'Europe/London', starts: 1_794_000_000_000 })
  expect(room.workshop.framing).toEqual({
    ...said,
    zone: 'Europe/London',
    starts: 1_794_000_000_000,
    next: '',
  })
  expect(await bench.rooms.create({ zone: 'no zone' })).toMatchObject({ ok: false, code: 'bad_zone' })
  expect(await bench.rooms.create({ purpose: 'x'.repeat(1_001) })).toMatchObject({
    ok: false,
    code: 'too_long',
  })
})

test('[R-91] the example has every note in its section, a plan, and named video rooms', async () => {
  const bench = aServer()
  const { room } = await begun(bench, { example: true, title: 'Something else' })
  const { title, question, stages, stage, spaces, boards } = room.workshop
  expect({ title, question, stage }).toEqual({
    title: exampleWorkshop.title,
    question: exampleWorkshop.question,
    stage: null,
  })
  expect(totalMinutes(stages)).toBe(150)
  const named = breakouts(spaces).map(({ videoName }) => videoName)
  expect(named).toEqual([...exampleWorkshop.videoNames, ''])
  const [board] = boardsInSight(boards)
  const reading = await readingOf(bench, board?.doc ?? '')
  const tags = new Map(orderedRegions(reading).map(({ id, tag }) => [id, tag]))
  expect(visibleNotes(reading).map((note) => [tags.get(note.region ?? ''), note.text])).toEqual(
    exampleWorkshop.notes.map(({ tag, text }) => [tag, text]),
  )
  expect(stages.find(({ title: step }) => step === 'Frame')?.board).toBe(board?.id)
  // Questions are offered and waited for, as on the day before; nobody is there, and nothing goes on.
  const topics = Object.values(room.workshop.topics)
  expect(topics.map(({ questions }) => questions[0]?.text)).toEqual(
    exampleWorkshop.topics.map(({ question: asked }) => asked),
  )
  expect(topics.map(({ state }) => state)).toEqual(
    exampleWorkshop.topics.map(({ place }) => (place === undefined ? 'posted' : 'scheduled')),
  )
  expect(Object.values(room.workshop.people).map(({ name }) => name)).toEqual(exampleWorkshop.people)
})

/** A workshop that has been held: people, notes, spaces with video rooms, a round. */
async function held(bench: WorkshopBench) {
  const made = await begun(bench, {
    title: 'Keep, drop and grow',
    question: 'What should we keep?',
    template: 'three-horizons',
    purpose: 'To choose.',
    zone: 'Europe/London',
    starts: 1_794_000_000_000,
  })
  const { room, keys, join, give } = made
  const farah = await join('Farah', keys.facilitator)
  const pat = await join('Pat', keys.join)
  await give(farah, { type: 'plan.set', stages: [...(readyPlan('three-horizons')?.stages ?? [])] })
  await give(farah, { type: 'spaces.prepare', count: 2 })
  const [first] = breakouts(room.workshop.spaces)
  await give(farah, {
    type: 'space.change',
    space: first?.id ?? '',
    videoName: '1 Leadership',
    videoLink: 'https://video.example/1',
  })
  await give(farah, { type: 'spaces.open', count: 2, template: 'blank', fill: 'choose' })
  const [main] = boardsInSight(room.workshop.boards)
  if (main === undefined) throw new Error('no board')
  const client = await openBoard(room, main.doc, pat)
  await bench.clock.advance(30)
  if (client === null) throw new Error('it does not open')
  const board = new BoardReading(client.doc)
  const tags = new Map(orderedRegions(board).map(({ id, tag }) => [tag, id]))
  let count = 0
  const writer = { board, person: pat, now: () => 1, newId: () => `n${(count += 1)}`, origin: {} }
  addNotes(writer, [
    { text: 'Words of Pat’s', region: tags.get('h1') ?? null },
    { text: 'Tia asks two charities', region: tags.get('next') ?? null },
    { text: 'Who owns the data?', region: tags.get('park') ?? null },
  ])
  board.dispose()
  await atRest()
  await bench.clock.advance(100)
  return { ...made, farah, pat, main }
}

test('[R-92] as a plan: question, running order, spaces and set-up come along; people, dates and words do not', async () => {
  const bench = aServer()
  const { room, id, farah, pat, main } = await held(bench)
  const before = room.workshop
  const from = { workshopId: id, kind: 'plan' as const }
  const { room: copy } = await begun(bench, { from }, { room, person: farah })
  const { workshop } = copy
  expect({ title: workshop.title, question: workshop.question, framing: workshop.framing }).toEqual({
    title: 'Keep, drop and grow (copy)',
    question: before.question,
    framing: { ...before.framing, starts: 0 },
  })
  expect(workshop.stages.map(({ title, started }) => [title, started])).toEqual(
    before.stages.map(({ title }) => [title, null]),
  )
  expect(breakouts(workshop.spaces).map(({ videoName, isHidden }) => [videoName, isHidden])).toEqual([
    ['1 Leadership', false],
    ['', false],
    ['', true],
  ])
  expect({ people: workshop.people, rounds: workshop.rounds, follows: workshop.follows }).toEqual({
    people: {},
    rounds: [],
    follows: null,
  })
  const boards = boardsInSight(workshop.boards)
  expect(boards.map(({ title }) => title)).toEqual(['Keep, drop and grow (copy)', 'Hallway'])
  const reading = await readingOf(bench, boards[0]?.doc ?? '')
  const sections = (each: BoardReading) => orderedRegions(each).map(({ title, prompt }) => [title, prompt])
  expect(sections(reading)).toEqual(sections(await readingOf(bench, main.doc)))
  expect(visibleNotes(reading)).toEqual([])
  for (const { doc } of boards)
    expect(await bytesOf(bench, doc)).not.toMatch(/Words of Pat|Tia asks|Who owns/)
  expect(await bytesOf(bench, boards[0]?.doc ?? '')).not.toContain(pat)
  expect(room.workshop).toEqual(before)
  // A copy of the copy is called a copy once.
  const kim = await begun(bench, { from }, { room, person: farah })
  expect(kim.room.workshop.title).toBe('Keep, drop and grow (copy)')
})

test('[R-93] [R-95] one that follows has the lines and boards that were chosen, without who wrote what', async () => {
  const bench = aServer()
  const { room, id, farah, pat, main } = await held(bench)
  const before = room.workshop
  const offered = await bench.rooms.suggestCarry(room, farah)
  expect(offered).toMatchObject({
    title: 'Keep, drop and grow',
    hasPlan: true,
    carried: [
      { kind: 'commitment', text: 'Tia asks two charities' },
      { kind: 'question', text: 'Who owns the data?' },
    ],
  })
  expect('boards' in offered && offered.boards.map(({ title, notes }) => [title, notes])).toEqual([
    ['Keep, drop and grow', 3],
    ['Hallway', 0],
    ['R1·1', 0],
    ['R1·2', 0],
  ])
  const carried = [
    { kind: 'question' as const, text: '  Who owns   the data? ' },
    { kind: 'question' as const, text: 'Who owns the data?' },
    { kind: 'commitment' as const, text: ' ' },
  ]
  const from = { workshopId: id, kind: 'follow' as const, boards: [main.id], carried }
  const next = await begun(bench, { from, title: 'Six weeks later' }, { room, person: farah })
  const { workshop } = next.room
  expect({ title: workshop.title, follows: workshop.follows, carried: workshop.carried }).toEqual({
    title: 'Six weeks later',
    follows: { workshop: id, title: 'Keep, drop and grow' },
    carried: [{ kind: 'question', text: 'Who owns the data?' }],
  })
  expect({ stages: workshop.stages, spaces: workshop.spaces, people: workshop.people }).toEqual({
    stages: [],
    spaces: {},
    people: {},
  })
  const [board, ...others] = boardsInSight(workshop.boards)
  expect([board?.title, others]).toEqual(['Six weeks later', []])
  const reading = await readingOf(bench, board?.doc ?? '')
  expect(visibleNotes(reading).map(({ text, by, from: origin }) => [text, by, origin])).toEqual([
    ['Words of Pat’s', null, null],
    ['Tia asks two charities', null, null],
    ['Who owns the data?', null, null],
  ])
  expect(await bytesOf(bench, board?.doc ?? '')).not.toContain(pat)
  expect(room.workshop).toEqual(before)

  // What was carried is offered once more, and the running order comes along where it is wanted.
  const kim = await next.join('Kim', next.keys.facilitator)
  expect(await bench.rooms.suggestCarry(next.room, kim)).toMatchObject({
    carried: [
      { kind: 'question', text: 'Who owns the data?' },
      { kind: 'commitment', text: 'Tia asks two charities' },
    ],
  })
  const same = await begun(
    bench,
    { from: { workshopId: id, kind: 'follow', isSameOrder: true } },
    { room, person: farah },
  )
  expect(same.room.workshop.stages).toHaveLength(before.stages.length)
  expect(breakouts(same.room.workshop.spaces)[0]?.videoLink).toBe('https://video.example/1')
  // Its hallway has a board as every hallway has, though none was chosen to come along.
  const hallway = Object.values(same.room.workshop.spaces).find(({ kind }) => kind === 'hallway')
  expect(same.room.workshop.boards[hallway?.board ?? '']?.title).toBe('Hallway')
  expect(
    visibleNotes(await readingOf(bench, same.room.workshop.boards[hallway?.board ?? '']?.doc ?? '')),
  ).toEqual([])
})

test('[R-94] only a facilitator of the earlier one can make another from it, of boards that are there', async () => {
  const bench = aServer()
  const { room, id, farah, pat } = await held(bench)
  const from = { workshopId: id, kind: 'plan' as const }
  const refused = { ok: false, code: 'not_allowed' }
  expect(await bench.rooms.create({ from }, { room, person: pat })).toMatchObject(refused)
  expect(await bench.rooms.create({ from }, { room, person: 'nobody' })).toMatchObject(refused)
  expect(await bench.rooms.suggestCarry(room, pat)).toMatchObject(refused)
  const boards = ['nothing']
  expect(
    await bench.rooms.create({ from: { ...from, kind: 'follow', boards } }, { room, person: farah }),
  ).toMatchObject({ ok: false, code: 'no_such_board' })
})

test('[R-93] pictures come along under ids of their own', async () => {
  const bench = aServer()
  const { room, id, farah, main } = await held(bench)
  const bytes = Uint8Array.of(1, 2, 3)
  const picture = { id: 'pic', person: farah, at: 1, type: 'image/png' as const, width: 9, height: 9 }
  await bench.storage.addUpload(id, { ...picture, bytes, small: bytes })
  const client = await openBoard(room, main.doc, farah)
  await bench.clock.advance(30)
  if (client === null) throw new Error('it does not open')
  const board = new BoardReading(client.doc)
  const writer = { board, person: farah, now: () => 1, newId: () => 'backdrop', origin: {} }
  addBackdrop(writer, { upload: 'pic', box: { x: 0, y: 0, w: 90, h: 90 }, text: 'A worksheet' })
  board.dispose()
  await atRest()
  await bench.clock.advance(100)
  const copy = await begun(bench, { from: { workshopId: id, kind: 'plan' } }, { room, person: farah })
  const [first] = boardsInSight(copy.room.workshop.boards)
  const reading = await readingOf(bench, first?.doc ?? '')
  const uploads = [...reading.drawings.values()].flatMap((each) => ('upload' in each ? [each.upload] : []))
  expect(uploads).toHaveLength(1)
  expect(uploads).not.toContain('pic')
  expect(await bench.storage.loadUpload(copy.id, uploads[0] ?? '', 'small')).toMatchObject({
    width: 9,
    bytes,
  })
})
