/** The grid: what rounds are called, where topics are placed, who comes. */
import { describe, expect, it } from 'vitest'
import type { Command } from '../command.ts'
import { project } from '../project.ts'
import type { Workshop } from '../state.ts'
import { cell, go, MARKET, offer, place, ROUNDS, topicOf } from '../testing/openSpace.ts'
import { AROUND, AT, carryOut, eventsOf, give, judge, open, spaceId, stage } from '../testing/workshops.ts'
import { cellWords, freeCells, gridOf, gridOfView, nearestFree } from './grid.ts'
import type { Place } from './topic.ts'
import { PLACE_WORDS_MAX, REASON_MAX } from './topic.ts'

const AMA = offer(MARKET, 'ama', 'Who leads?')
const PLACED = place(AMA, 'Who leads?', 1, 3)
const id = (workshop: Workshop, question = 'Who leads?'): string => topicOf(workshop, question).id
const own = (time: string, where: string): Place => ({ round: null, time, space: null, where })
/** Nobody but these has a connection. */
const only = (...people: string[]) => ({ here: new Set(people), left: new Map([['ama', AT - 1]]) })
const noticesOf = ({ notices }: Workshop, person: string): string[] =>
  notices.filter(({ to }) => to.includes(person)).map(({ kind, text }) => `${kind} ${text}`.trim())

describe('rows and columns', () => {
  it('[W-69] the marketplace comes with its rounds and spaces, once, however many ask for it', () => {
    expect(MARKET.stages.map(({ title, where, minutes }) => [title, where, minutes])).toEqual([
      ['Marketplace', 'main', 15],
      ['Round 1', 'round', 22],
      ['Round 2', 'round', 22],
    ])
    expect(gridOf(MARKET, AT)).toMatchObject({
      rows: [{ number: 1 }, { number: 2 }],
      columns: [1, 2, 3, 4, 5, 6].map((number) => ({ number })),
    })
    const again = { type: 'market.prepare', rounds: 2, minutes: 22, spaces: 6 } as const
    expect(eventsOf(MARKET, again, 'theo')).toEqual([])
    const more = give(MARKET, { ...again, rounds: 3, spaces: 7 })
    expect(gridOf(more, AT).rows.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(gridOf(more, AT).columns).toHaveLength(7)
  })

  it('[W-69] spaces in which people are just now are not folded away by it', () => {
    const checkIn = give({ ...MARKET, stages: [], stage: null }, open(9, { template: '' }))
    const prepare = { type: 'market.prepare', rounds: 2, minutes: 22, spaces: 4 } as const
    expect(gridOf(give(checkIn, prepare), AT).columns).toHaveLength(9)
    expect(gridOf(give(checkIn, { type: 'spaces.back' }, prepare), AT).columns).toHaveLength(4)
  })

  it('[W-69] in the middle of a workshop it comes after what is on', () => {
    const begun = give(
      { ...MARKET, stages: [], stage: null },
      { type: 'plan.set', stages: [stage('Opening'), stage('Closing', { kind: 'closing' })] },
    )
    const opening = begun.stages[0]?.id ?? ''
    const titles = (workshop: Workshop): string[] =>
      give(workshop, { type: 'market.prepare', rounds: 1, minutes: 20, spaces: 2 }).stages.map(
        ({ title }) => title,
      )
    expect(titles(begun)).toEqual(['Opening', 'Marketplace', 'Round 1', 'Closing'])
    expect(titles(give(begun, { type: 'stage.go', stage: opening, from: null }))).toEqual([
      'Opening',
      'Marketplace',
      'Round 1',
      'Closing',
    ])
    for (const rounds of [0, 1.5, 13])
      expect(judge(begun, { type: 'market.prepare', rounds, minutes: 20, spaces: 2 })).toMatchObject({
        code: 'bad_count',
      })
  })

  it('[W-69] one more round is as the last one; two who saw the same last one add one', () => {
    const add = { type: 'market.addRound', after: ROUNDS[1] ?? '' } as const
    const three = give(MARKET, add)
    expect(three.stages.at(-1)).toMatchObject({ title: 'Round 3', where: 'round', minutes: 22 })
    expect(eventsOf(three, add, 'theo')).toEqual([])
    const four = give(three, { type: 'market.addRound', isAction: true })
    expect(four.stages.at(-1)).toMatchObject({ title: 'Action round', where: 'round', kind: 'commitments' })
    expect(judge(four, add)).toMatchObject({ code: 'moved_on' })
  })

  it('[W-69] a round that is added when the last one is behind comes next, after all steps of a part', () => {
    const step = (title: string, part = ''): Command => ({
      type: 'stage.add',
      stage: {
        kind: 'activity',
        title,
        prompt: '',
        where: 'main',
        minutes: 5,
        part,
        template: '',
        gate: 'none',
        isReadOnly: false,
      },
    })
    const planned = give(
      MARKET,
      step('Harvest'),
      step('Frame', 'Horizons'),
      step('Keep', 'Horizons'),
      step('Closing'),
    )
    const titles = ({ stages }: Workshop): string[] => stages.slice(3).map(({ title }) => title)
    const at = (title: string): Workshop =>
      give(planned, {
        type: 'stage.go',
        stage: planned.stages.find((each) => each.title === title)?.id ?? '',
        from: planned.stage,
      })
    const add: Command = { type: 'market.addRound', isAction: true }
    expect(titles(give(planned, add))).toEqual(['Action round', 'Harvest', 'Frame', 'Keep', 'Closing'])
    expect(titles(give(at('Harvest'), add))).toEqual(['Harvest', 'Action round', 'Frame', 'Keep', 'Closing'])
    expect(titles(give(at('Frame'), add))).toEqual(['Harvest', 'Frame', 'Keep', 'Action round', 'Closing'])
    expect(titles(give(at('Closing'), add))).toEqual(['Harvest', 'Frame', 'Keep', 'Closing', 'Action round'])
  })

  it('[W-70] rounds keep their numbers, and what is opened beside them takes one above', () => {
    const beside = give(MARKET, open(2))
    expect(beside.rounds.at(-1)?.number).toBe(3)
    expect(gridOf(beside, AT).rows.map(({ number }) => number)).toEqual([1, 2])
    expect(project(beside, 'ama', AROUND)?.stages[ROUNDS[1] ?? '']?.round).toBe(2)
    const second = go(place(PLACED, 'Who leads?', 2, 1), 2)
    expect(second.rounds.at(-1)?.number).toBe(2)
    // What comes before the one that was opened still has a lower number, what comes after it a higher one.
    expect(gridOf(give(second, { type: 'market.addRound' }), AT).rows.map(({ number }) => number)).toEqual([
      1, 2, 3,
    ])
  })

  it('[W-70] a round that nobody titled is titled as it is called, also when one before it goes', () => {
    const titles = ({ stages }: Workshop): string[] => stages.map(({ title }) => title)
    const [, one = '', two = ''] = MARKET.stages.map(({ id: each }) => each)
    expect(titles(give(MARKET, { type: 'stage.remove', stage: one }))).toEqual(['Marketplace', 'Round 1'])
    expect(titles(give(MARKET, { type: 'stage.move', stage: two, to: 1 }))).toEqual([
      'Marketplace',
      'Round 1',
      'Round 2',
    ])
    const own = give(MARKET, { type: 'stage.change', stage: two, change: { title: 'After lunch' } })
    expect(titles(give(own, { type: 'stage.remove', stage: one }))).toEqual(['Marketplace', 'After lunch'])
  })

  it('[W-70] a check-in in groups of before does not share its number with a round', () => {
    const before = give({ ...MARKET, stage: null }, open(2, { template: '' }))
    expect(gridOf(before, AT).rows.map(({ number }) => number)).toEqual([1, 2])
    const withBoards = give({ ...MARKET, stages: [], stage: null }, open(2))
    const planned = give(withBoards, { type: 'market.prepare', rounds: 2, minutes: 9, spaces: 2 })
    expect(planned.stages.map(({ title }) => title)).toEqual(['Marketplace', 'Round 2', 'Round 3'])
  })

  it('[W-71] the grid of a browser is the grid of the server', () => {
    const view = project(PLACED, 'sam', AROUND)
    if (view === undefined) throw new Error('sam has no view')
    expect(gridOfView(view, AT)).toEqual(gridOf(PLACED, AT))
  })
})

describe('placing', () => {
  it('[W-71] what is free is named: the same round first, then another', () => {
    const grid = gridOf(PLACED, AT)
    const near = (workshop: Workshop, round: number, space: number): string[] =>
      nearestFree(grid, workshop.topics, {
        round: ROUNDS[round - 1] ?? '',
        space: spaceId(MARKET, space),
      }).map((each) => cellWords(grid, each))
    expect(near(PLACED, 1, 3)).toEqual(['round 1, space 4', 'round 2, space 3'])
    expect(near(PLACED, 2, 6)).toEqual(['round 2, space 6', 'round 1, space 6'])
    expect(freeCells(grid, PLACED.topics)).toHaveLength(11)
  })

  it('[W-71] where nothing is free it says what else can be done', () => {
    const small = give({ ...AMA, spaces: {} }, { type: 'spaces.prepare', count: 1 })
    let full = place(place(offer(small, 'bo', 'Who follows?'), 'Who leads?', 1, 1), 'Who follows?', 2, 1)
    full = offer(full, 'cy', 'Which data?')
    expect(
      judge(full, { type: 'topic.place', topic: id(full, 'Which data?'), place: cell(1, 1, full) }, 'cy'),
    ).toMatchObject({
      code: 'cell_taken',
      message: expect.stringContaining('No other place is free') as unknown,
    })
  })

  it('[W-71] times and places in own words hold any number, and are kept clean', () => {
    const there = (workshop: Workshop, question: string): Workshop =>
      carryOut(
        workshop,
        { type: 'topic.place', topic: id(workshop, question), place: own(' 14:10 ', 'by the \n window') },
        topicOf(workshop, question).conveners[0],
      )
    const both = there(there(offer(AMA, 'bo', 'Who follows?'), 'Who leads?'), 'Who follows?')
    for (const question of ['Who leads?', 'Who follows?'])
      expect(topicOf(both, question)).toMatchObject({
        state: 'scheduled',
        place: { time: '14:10', where: 'by the window' },
      })
    // Words beside a round or a space say nothing.
    const placed = carryOut(
      AMA,
      { type: 'topic.place', topic: id(AMA), place: { ...cell(1, 1), time: 'noon', where: 'here' } },
      'ama',
    )
    expect(topicOf(placed, 'Who leads?').place).toEqual(cell(1, 1))
  })

  it.each([
    ['no_such_place', { ...cell(1, 1), round: 'nowhere' }],
    ['no_such_place', { ...cell(1, 1), round: MARKET.stages[0]?.id ?? '' }],
    ['no_such_place', { ...cell(1, 1), space: 'nowhere' }],
    ['no_such_place', { ...cell(1, 1), space: spaceId(MARKET, 7) }],
    ['words_missing', own('', 'hallway')],
    ['words_missing', own('14:10', '\u200b')],
    ['too_long', own('x'.repeat(PLACE_WORDS_MAX + 1), 'hallway')],
  ] as const)('[W-71] %s: a place that is none', (code, wanted) => {
    expect(judge(AMA, { type: 'topic.place', topic: id(AMA), place: wanted }, 'ama')).toMatchObject({ code })
  })

  it('[W-71] nothing is placed into a round that is over, or whose time and grace are up', () => {
    const on = go(PLACED, 1)
    const late = { now: AT + 25 * 60_000 }
    const there = { type: 'topic.place', topic: id(offer(on, 'bo', 'Late?'), 'Late?') } as const
    const offered = offer(on, 'bo', 'Late?')
    const topic = id(offered, 'Late?')
    expect(judge(offered, { ...there, topic, place: cell(1, 1) }, 'bo', late)).toMatchObject({
      code: 'no_such_place',
    })
    expect(judge(go(offered, 2), { ...there, topic, place: cell(1, 1) }, 'bo')).toMatchObject({
      code: 'no_such_place',
    })
    expect(judge(offered, { ...there, topic, place: cell(2, 1) }, 'bo', late).ok).toBe(true)
  })

  it('[W-72] placed into a round that is on, it begins at once, in a space that is free', () => {
    const on = go(PLACED, 1)
    const now = AT + 60_000
    const next = place(offer(on, 'lena', 'Who is not here?'), 'Who is not here?', 1, 6, now)
    const topic = topicOf(next, 'Who is not here?')
    expect(topic).toMatchObject({ state: 'running', started: now })
    expect(next.rounds).toHaveLength(1)
    expect(next.rounds[0]?.slots.at(-1)).toMatchObject({
      space: spaceId(MARKET, 6),
      board: topic.board,
      question: 'Who is not here?',
    })
    expect(next.boards[topic.board ?? '']?.title).toBe('Who is not here?')
  })

  it('[W-72] the first one of a round that is on opens it', () => {
    const next = place(go(AMA, 1), 'Who leads?', 1, 2, AT + 60_000)
    expect(next.rounds).toMatchObject([{ number: 1, ends: AT + 22 * 60_000 }])
    expect(topicOf(next, 'Who leads?').state).toBe('running')
  })
})

describe('lifting and changing places', () => {
  it('[W-73] lifted, it is offered as before, and its cell is free', () => {
    const lifted = carryOut(PLACED, { type: 'topic.lift', topic: id(PLACED) }, 'ama')
    expect(topicOf(lifted, 'Who leads?')).toMatchObject({ state: 'posted', place: null })
    expect(freeCells(gridOf(lifted, AT), lifted.topics)).toHaveLength(12)
    expect(eventsOf(lifted, { type: 'topic.lift', topic: id(lifted) }, 'ama')).toEqual([])
  })

  it('[W-73] two change places where one asks who may place both; what has begun stays', () => {
    const both = place(
      offer(offer(PLACED, 'ama', 'And who follows?'), 'bo', 'Not Ama’s?'),
      'And who follows?',
      2,
      5,
    )
    const swap = { type: 'topic.swap', topic: id(both), with: id(both, 'And who follows?') } as const
    const swapped = carryOut(both, swap, 'ama')
    expect(topicOf(swapped, 'Who leads?').place).toEqual(cell(2, 5))
    expect(topicOf(swapped, 'And who follows?').place).toEqual(cell(1, 3))
    expect(judge(both, { ...swap, with: id(both, 'Not Ama’s?') }, 'ama')).toMatchObject({
      code: 'not_convener',
    })
    const given = carryOut(both, { ...swap, with: id(both, 'Not Ama’s?') }, 'farah')
    expect(topicOf(given, 'Who leads?')).toMatchObject({ state: 'posted', place: null })
    expect(topicOf(given, 'Not Ama’s?')).toMatchObject({ state: 'scheduled', place: cell(1, 3) })
    expect([noticesOf(given, 'ama'), noticesOf(given, 'bo')]).toEqual([['acted lifted'], ['acted placed']])
    expect(judge(go(both, 1), swap, 'ama')).toMatchObject({ code: 'topic_running' })
  })
})

describe('who decides (methods §0.3)', () => {
  it('[W-77] nobody but its conveners; a facilitator places it, and they are told', () => {
    const put = { type: 'topic.place', topic: id(AMA), place: cell(1, 1) } as const
    expect(judge(AMA, put, 'bo')).toMatchObject({ code: 'not_convener' })
    expect(noticesOf(carryOut(AMA, put, 'farah'), 'ama')).toEqual(['acted placed'])
    expect(noticesOf(carryOut(AMA, put, 'ama'), 'ama')).toEqual([])
  })

  it.each([
    { type: 'topic.edit', topic: id(AMA), text: 'Who does?' },
    { type: 'topic.withdraw', topic: id(AMA) },
  ] as const)('[W-77] $type by a facilitator only while they are away, and they are told', (command) => {
    expect(judge(AMA, command, 'farah')).toMatchObject({ code: 'not_convener' })
    const done = carryOut(AMA, command, 'farah', only('farah'))
    expect(noticesOf(done, 'ama')).toEqual([
      `acted ${command.type === 'topic.edit' ? 'edited' : 'withdrawn'}`,
    ])
    expect(judge(AMA, command, 'bo', only('bo'))).toMatchObject({ code: 'not_convener' })
  })

  it('[W-77] a convener who only watches now decides nothing, so a facilitator may', () => {
    const watching = give(AMA, { type: 'person.appoint', person: 'ama', role: 'observer' })
    const edit = { type: 'topic.edit', topic: id(AMA), text: 'Who does?' } as const
    expect(judge(watching, edit, 'ama')).toMatchObject({ code: 'not_allowed' })
    expect(judge(watching, edit, 'farah').ok).toBe(true)
  })

  it('[W-77] a helper decides for somebody assisted, and is there when their helper is', () => {
    const pat = carryOut(MARKET, { type: 'topic.offer', question: 'Do phones matter?', as: 'pat' }, 'nadia')
    const edit = { type: 'topic.edit', topic: id(pat, 'Do phones matter?'), pitch: 'And paper' } as const
    const edited = carryOut(pat, edit, 'nadia')
    expect(topicOf(edited, 'Do phones matter?').pitch).toBe('And paper')
    expect(edited.notices).toEqual([])
    expect(judge(pat, edit, 'farah', only('farah', 'nadia'))).toMatchObject({ code: 'not_convener' })
  })
})

describe('words, sign-ups, taking off', () => {
  it('[W-75] what it said before is kept, and its space and board are called anew while it goes on', () => {
    const on = go(PLACED, 1)
    const edited = carryOut(on, { type: 'topic.edit', topic: id(on), text: ' Who  leads us? ' }, 'ama')
    const topic = topicOf(edited, 'Who leads us?')
    expect(topic.facts.at(-1)).toMatchObject({ what: 'edited', text: 'Who leads?', by: 'ama' })
    expect(edited.boards[topic.board ?? '']?.title).toBe('Who leads us?')
    expect(edited.rounds[0]?.slots[0]).toMatchObject({ title: 'Who leads us?', question: 'Who leads us?' })
    expect(eventsOf(edited, { type: 'topic.edit', topic: topic.id, text: 'Who leads us?' }, 'ama')).toEqual(
      [],
    )
    expect(judge(on, { type: 'topic.edit', topic: id(on), text: '' }, 'ama')).toMatchObject({
      code: 'words_missing',
    })
    expect(judge(on, { type: 'topic.edit', topic: id(on), question: 'no', text: 'x' }, 'ama')).toMatchObject({
      code: 'no_such_question',
    })
  })

  it('A17 [W-74] sign-ups name the person: oneself, those one writes for; an observer may come, too', () => {
    const topic = id(AMA)
    const sign = (workshop: Workshop, actor: string, person?: string): Workshop =>
      carryOut(
        workshop,
        { type: 'topic.signUp', topic, isOn: true, ...(person !== undefined && { person }) },
        actor,
      )
    let all = sign(sign(AMA, 'sam'), 'nadia', 'pat')
    all = sign(sign(sign(sign(all, 'hana'), 'hana', 'bea'), 'hana', 'cal'), 'olu')
    expect(topicOf(all, 'Who leads?').signUps).toEqual(['sam', 'pat', 'hana', 'bea', 'cal', 'olu'])
    expect(judge(all, { type: 'topic.signUp', topic, isOn: true, person: 'pat' }, 'hana')).toMatchObject({
      code: 'not_assisted',
    })
    expect(eventsOf(all, { type: 'topic.signUp', topic, isOn: true }, 'sam')).toEqual([])
    const off = carryOut(all, { type: 'topic.signUp', topic, isOn: false, person: 'bea' }, 'hana')
    expect(topicOf(off, 'Who leads?').signUps).not.toContain('bea')
    const counted = give(all, { type: 'market.set', signUps: 'counts' })
    expect(project(counted, 'zoe', AROUND)?.topics[topic]).toMatchObject({ signUps: 6, names: [] })
    const left = carryOut(all, { type: 'person.remove', person: 'sam' })
    expect(project(left, 'zoe', AROUND)?.topics[topic]).toMatchObject({ signUps: 5 })
    expect(project(left, 'zoe', AROUND)?.topics[topic]?.names).not.toContain('sam')
  })

  it('A16 [W-76] withdrawn, it is off the grid and in the record; who signed up is told once; it comes back', () => {
    const signed = carryOut(PLACED, { type: 'topic.signUp', topic: id(PLACED), isOn: true }, 'sam')
    const gone = carryOut(signed, { type: 'topic.withdraw', topic: id(signed), reason: ' Covered ' }, 'ama')
    expect(topicOf(gone, 'Who leads?')).toMatchObject({ state: 'withdrawn' })
    expect(topicOf(gone, 'Who leads?').facts.at(-1)).toMatchObject({ what: 'withdrawn', text: 'Covered' })
    expect(freeCells(gridOf(gone, AT), gone.topics)).toHaveLength(12)
    expect([noticesOf(gone, 'sam'), noticesOf(gone, 'ama')]).toEqual([['withdrawn Covered'], []])
    expect(eventsOf(gone, { type: 'topic.withdraw', topic: id(gone) }, 'ama')).toEqual([])
    expect(judge(gone, { type: 'topic.place', topic: id(gone), place: cell(1, 1) }, 'ama').ok).toBe(false)
    const back = carryOut(gone, { type: 'topic.bringBack', topic: id(gone) }, 'ama')
    expect(topicOf(back, 'Who leads?')).toMatchObject({ state: 'posted', place: null, signUps: ['sam'] })
  })

  it('[W-76] what has begun is not withdrawn: it can be over', () => {
    const on = go(PLACED, 1)
    expect(judge(on, { type: 'topic.withdraw', topic: id(on) }, 'ama')).toMatchObject({
      code: 'topic_running',
      message: expect.stringContaining('It’s over') as unknown,
    })
    expect(
      judge(PLACED, { type: 'topic.withdraw', topic: id(PLACED), reason: 'x'.repeat(REASON_MAX + 1) }, 'ama'),
    ).toMatchObject({ code: 'too_long' })
  })

  it('[W-76] who asked to join it is told that nothing comes of it', () => {
    const two = offer(AMA, 'bo', 'Who follows?')
    const asked = carryOut(
      two,
      { type: 'topic.askMerge', topic: id(two, 'Who follows?'), other: id(two) },
      'bo',
    )
    const gone = carryOut(asked, { type: 'topic.withdraw', topic: id(asked) }, 'ama')
    expect(gone.merges).toEqual({})
    expect(noticesOf(gone, 'bo')).toEqual(['notMerged'])
  })
})
