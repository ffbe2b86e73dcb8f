/** Rounds of topics: how they open, what goes on in them, what becomes of topics when a round or a space goes. */
import { describe, expect, it } from 'vitest'
import type { Command } from '../command.ts'
import type { Workshop } from '../state.ts'
import { BOARDS_MAX } from '../state.ts'
import { cell, go, MARKET, offer, place, ROUNDS, topicOf } from '../testing/openSpace.ts'
import {
  after,
  AT,
  carryOut,
  castOf45,
  eventsOf,
  give,
  judge,
  open,
  spaceId,
  stage,
} from '../testing/workshops.ts'
import { mainBoard } from '../project.ts'
import { dueEvents } from './dueEvents.ts'
import { endOf } from './timeOf.ts'
import type { WorkshopEvent } from '../event.ts'

const MINUTE = 60_000
/** Ama in round 1, space 3; Cy in round 2, space 2. */
const TWO = place(
  place(offer(offer(MARKET, 'ama', 'Who leads?'), 'cy', 'Which data?'), 'Who leads?', 1, 3),
  'Which data?',
  2,
  2,
)
const sign = (workshop: Workshop, actor: string, question: string, person?: string): Workshop =>
  carryOut(
    workshop,
    {
      type: 'topic.signUp',
      topic: topicOf(workshop, question).id,
      isOn: true,
      ...(person !== undefined && { person }),
    },
    actor,
  )
const sentTo = (workshop: Workshop, person: string): number | undefined =>
  workshop.spaces[workshop.people[person]?.sent?.space ?? '']?.number
const noticesOf = ({ notices }: Workshop, person: string): string[] =>
  notices.filter(({ to }) => to.includes(person)).map(({ kind }) => kind)

describe('from the first question to the round', () => {
  it('[W-63] what is offered and placed opens with its round: space, board, people, without another press', () => {
    let workshop = offer(MARKET, 'ama', 'Who leads when nobody is in charge?')
    workshop = offer(workshop, 'cy', 'Which data helps people learn?')
    workshop = place(workshop, 'Who leads when nobody is in charge?', 1, 3)
    workshop = place(workshop, 'Which data helps people learn?', 1, 2)
    const ama = topicOf(workshop, 'Who leads when nobody is in charge?')
    workshop = carryOut(workshop, { type: 'topic.signUp', topic: ama.id, isOn: true }, 'sam')
    workshop = go(workshop, 1)
    const running = topicOf(workshop, 'Who leads when nobody is in charge?')
    expect(running).toMatchObject({ state: 'running', started: AT })
    expect(workshop.boards[running.board ?? '']).toMatchObject({
      title: 'Who leads when nobody is in charge?',
      template: 'blank',
    })
    expect(workshop.rounds).toMatchObject([{ number: 1, stage: ROUNDS[0], ends: AT + 22 * 60_000 }])
    expect(workshop.rounds[0]?.slots.map(({ board }) => board)).toContain(running.board)
    expect(workshop.focus).toBe('spaces')
    const sent = (id: string): string | undefined => workshop.people[id]?.sent?.space
    expect([sent('ama'), sent('sam'), sent('cy'), sent('zoe')]).toEqual([
      spaceId(workshop, 3),
      spaceId(workshop, 3),
      spaceId(workshop, 2),
      undefined,
    ])
  })

  it('A13 two who drop on one cell: the first holds it, the other stays unplaced and is told what is free', () => {
    let workshop = offer(offer(MARKET, 'tia', 'Tenders?'), 'uma', 'Staff safety?')
    workshop = place(workshop, 'Tenders?', 1, 3)
    const uma = topicOf(workshop, 'Staff safety?')
    const answer = judge(workshop, { type: 'topic.place', topic: uma.id, place: cell(1, 3) }, 'uma')
    expect(answer).toEqual({
      ok: false,
      code: 'cell_taken',
      message: 'Round 1, space 3 was taken a moment ago. Free: round 1, space 4; round 2, space 3.',
    })
    expect(uma).toMatchObject({ state: 'posted', place: null })
    // Dropped again where it is, it stays there.
    const tia = topicOf(workshop, 'Tenders?')
    expect(eventsOf(workshop, { type: 'topic.place', topic: tia.id, place: cell(1, 3) }, 'tia')).toEqual([])
  })
})

describe('opening a round', () => {
  it('[W-84] conveners go to their topic, others to the one that they signed up for; of several they choose', () => {
    let workshop = place(offer(TWO, 'hana', 'What did neighbours do?'), 'What did neighbours do?', 1, 6)
    workshop = place(offer(workshop, 'di', 'One of two?'), 'One of two?', 1, 1)
    workshop = place(offer(workshop, 'di', 'Two of two?'), 'Two of two?', 1, 2)
    // What one convenes comes before what one signed up for.
    workshop = sign(sign(workshop, 'ama', 'One of two?'), 'sam', 'Who leads?')
    workshop = sign(sign(workshop, 'mo', 'Who leads?'), 'mo', 'One of two?')
    // Bea goes where she wants to, Cal with Hana; in another round nobody goes yet.
    workshop = sign(sign(workshop, 'hana', 'One of two?', 'bea'), 'eve', 'Which data?')
    workshop = go(workshop, 1)
    expect(
      ['ama', 'sam', 'mo', 'hana', 'bea', 'cal', 'di', 'eve'].map((person) => sentTo(workshop, person)),
    ).toEqual([3, 3, undefined, 6, 1, 6, undefined, undefined])
  })

  it('[W-63] without topics in it, a round waits for spaces opened by hand, under its own number', () => {
    const waiting = go(offer(MARKET, 'ama', 'Who leads?'), 2)
    expect(waiting.rounds).toEqual([])
    expect(give(waiting, open(2)).rounds).toMatchObject([{ number: 2, stage: ROUNDS[1] }])
  })

  it('[W-63] a topic keeps the board that it has, and its template or else the round’s makes one', () => {
    const templated = give(TWO, {
      type: 'stage.change',
      stage: ROUNDS[0] ?? '',
      change: { template: 'columns' },
    })
    const again = place(
      carryOut(templated, { type: 'topic.offer', question: 'In rings?', template: 'rings' }, 'bo'),
      'In rings?',
      1,
      1,
    )
    const ama = topicOf(again, 'Who leads?').id
    const early = carryOut(again, { type: 'topic.start', topic: ama }, 'ama')
    const before = topicOf(early, 'Who leads?')
    expect(before).toMatchObject({ state: 'running' })
    const on = go(early, 1, AT + MINUTE)
    expect(topicOf(on, 'Who leads?')).toMatchObject({ board: before.board, started: AT })
    const templateOf = (question: string): string | undefined =>
      on.boards[topicOf(on, question).board ?? '']?.template
    expect([templateOf('Who leads?'), templateOf('In rings?')]).toEqual(['columns', 'rings'])
    expect(on.rounds[0]?.slots).toHaveLength(2)
  })

  it('[W-63] a question that is too long for a title is cut between two words; no two boards are called alike', () => {
    const long =
      'Who looks after those who look after everybody else, and what would it take that somebody does?'
    let workshop = place(offer(MARKET, 'ama', long), long, 1, 1)
    workshop = carryOut(workshop, { type: 'topic.offer', question: long }, 'bo')
    workshop = place(workshop, long, 1, 2)
    workshop = go(workshop, 1)
    const titles = Object.values(workshop.boards).map(({ title }) => title)
    expect(titles).toContain('Who looks after those who look after everybody else, and…')
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('[W-83] where there can be no more boards the round opens with those that there are', () => {
    const full = after(
      Array.from({ length: BOARDS_MAX - Object.keys(MARKET.boards).length - 1 }, (_, at): WorkshopEvent => ({
        type: 'board.added',
        board: `x${at}`,
        title: `x${at}`,
        doc: `d${at}`,
        template: 'blank',
      })),
      place(offer(TWO, 'bo', 'Who follows?'), 'Who follows?', 1, 1),
    )
    const on = go(full, 1)
    expect([topicOf(on, 'Who leads?').state, topicOf(on, 'Who follows?').state]).toEqual([
      'running',
      'scheduled',
    ])
    expect(judge(on, { type: 'topic.start', topic: topicOf(on, 'Who follows?').id }, 'bo')).toMatchObject({
      code: 'too_many_boards',
    })
  })

  it('[W-82] gone back to, it is the same round, and what is placed there begins there', () => {
    const there = go(go(TWO, 1), 2, AT + MINUTE)
    const back = go(there, 1, AT + 2 * MINUTE)
    expect(back.rounds).toHaveLength(2)
    const placed = place(offer(back, 'bo', 'Who follows?'), 'Who follows?', 1, 5, AT + 3 * MINUTE)
    expect(topicOf(placed, 'Who follows?').state).toBe('running')
    expect(placed.rounds.map(({ number, slots }) => [number, slots.length])).toEqual([
      [1, 2],
      [2, 1],
    ])
    // Two who press together go there once.
    expect(judge(there, { type: 'stage.go', stage: ROUNDS[1] ?? '', from: ROUNDS[0] ?? '' }, 'theo')).toEqual(
      {
        ok: true,
        events: [],
      },
    )
  })

  it('[W-82] gone back to, topics that the clock ended go on; what its people said is over stays over', () => {
    const on = go(place(offer(TWO, 'bo', 'Who follows?'), 'Who follows?', 1, 1), 1)
    const done = carryOut(on, { type: 'topic.end', topic: topicOf(on, 'Who follows?').id }, 'bo')
    const there = go(done, 2, AT + MINUTE)
    const late = after(
      dueEvents(there, AT + 9 * MINUTE, () => 9),
      there,
      AT + 9 * MINUTE,
    )
    expect(topicOf(late, 'Who leads?').state).toBe('ended')
    const back = go(late, 1, AT + 10 * MINUTE)
    expect(topicOf(back, 'Who leads?')).toMatchObject({ state: 'running', started: AT, over: null })
    expect(topicOf(back, 'Who follows?').state).toBe('ended')
    expect(endOf(back, topicOf(back, 'Who leads?'))).toBe(AT + 32 * MINUTE)
  })

  it('[W-87] a marketplace where there are no spaces yet makes as many as the people who are here need', () => {
    const planned = give(castOf45(), { type: 'plan.set', stages: [stage('Topics', { kind: 'marketplace' })] })
    const on = give(planned, { type: 'stage.go', stage: planned.stages[0]?.id ?? '', from: null })
    const inSight = Object.values(on.spaces).filter(({ kind, isHidden }) => kind === 'breakout' && !isHidden)
    expect(inSight).toHaveLength(5)
    expect(Object.values(on.spaces).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['hallway', 'help']),
    )
  })
})

describe('a round that is on', () => {
  it('A29 [W-52] a spare space is unfolded as a free place, and the topic split off is placed in the next round', () => {
    const on = go(TWO, 1)
    const seven = give(on, { type: 'space.add' })
    expect(seven.rounds[0]?.slots).toHaveLength(1)
    expect(Object.keys(seven.boards)).toEqual(Object.keys(on.boards))
    const split = carryOut(
      seven,
      {
        type: 'topic.split',
        topic: topicOf(seven, 'Who leads?').id,
        text: 'Who owns the data?',
        notes: ['n1', 'n2', 'n3', 'n4', 'n5'],
        isMoved: true,
        place: cell(2, 7, seven),
      },
      'ama',
    )
    expect(topicOf(split, 'Who owns the data?')).toMatchObject({
      state: 'scheduled',
      place: cell(2, 7, seven),
    })
  })

  it('[W-84] what is placed while it is on leads those there who are nowhere yet', () => {
    const on = go(
      sign(sign(offer(TWO, 'lena', 'Who is not here?'), 'zoe', 'Who is not here?'), 'sam', 'Who leads?'),
      1,
    )
    const away = carryOut(on, { type: 'space.enter', space: spaceId(on, 3) }, 'zoe')
    const placed = place(sign(away, 'mo', 'Who is not here?'), 'Who is not here?', 1, 5, AT + MINUTE)
    expect(['lena', 'mo', 'zoe', 'sam'].map((person) => sentTo(placed, person))).toEqual([5, 5, undefined, 3])
  })

  it('[W-85] spaces opened by hand come beside the topics, which keep theirs', () => {
    const on = go(sign(TWO, 'sam', 'Who leads?'), 1)
    const [before] = on.rounds[0]?.slots ?? []
    const more = give(on, open(4, { question: 'And you?', fill: 'random' }))
    expect(more.rounds).toHaveLength(1)
    expect(more.rounds[0]?.slots[0]).toEqual(before)
    expect(more.rounds[0]?.slots.map(({ space }) => more.spaces[space]?.number)).toEqual([3, 1, 2, 4])
    expect(sentTo(more, 'sam')).toBe(3)
    expect(eventsOf(more, open(4, { question: 'And you?' }), 'theo')).toEqual([])
    // A topic that comes to one of them goes on on the board that is there.
    const placed = place(offer(more, 'bo', 'Who follows?'), 'Who follows?', 1, 1)
    const slot = placed.rounds[0]?.slots[1]
    expect(slot).toMatchObject({ question: 'Who follows?', board: topicOf(placed, 'Who follows?').board })
    expect(slot?.board).toBe(more.rounds[0]?.slots[1]?.board)
  })

  it('[W-86] ends with the workshop, at the time that was up or now', () => {
    const on = go(TWO, 1)
    const overAt = (now: number): number | null =>
      topicOf(carryOut(on, { type: 'workshop.end' }, 'farah', { now }), 'Who leads?').over
    expect([overAt(AT + MINUTE), overAt(AT + 60 * MINUTE)]).toEqual([AT + MINUTE, AT + 22 * MINUTE])
    expect(topicOf(give(on, { type: 'workshop.end' }), 'Which data?').state).toBe('scheduled')
  })

  it('[W-24] [W-86] a rehearsal’s topics go with their boards, and leave the grid as it was', () => {
    const on = go(TWO, 1)
    const board = topicOf(on, 'Who leads?').board ?? ''
    expect(mainBoard(on)).toBe('b')
    const reset = give(on, { type: 'drafts.hold', isOn: true }, { type: 'workshop.reset' })
    expect(reset).toMatchObject({ topics: {}, drafts: {}, market: { isDrafting: false }, rounds: [] })
    expect(reset.boards[board]?.gone).not.toBeNull()
    expect(reset.stages.map(({ id }) => id)).toEqual(MARKET.stages.map(({ id }) => id))
  })
})

describe('rounds and spaces that go', () => {
  const three = spaceId(TWO, 3)
  const fresh = ((): Workshop => {
    const planned = give(castOf45(), { type: 'market.prepare', rounds: 1, minutes: 22, spaces: 6 })
    const round = planned.stages[1]?.id ?? ''
    const offered = offer(planned, 'ama', 'Who leads?')
    return carryOut(
      offered,
      {
        type: 'topic.place',
        topic: topicOf(offered, 'Who leads?').id,
        place: { ...cell(1, 3, offered), round },
      },
      'ama',
    )
  })()

  it.each<[string, Workshop, Command]>([
    ['the round is removed', TWO, { type: 'stage.remove', stage: ROUNDS[0] ?? '' }],
    [
      'it is a round no more',
      TWO,
      { type: 'stage.change', stage: ROUNDS[0] ?? '', change: { where: 'main' } },
    ],
    ['the plan is another', fresh, { type: 'plan.set', stages: [stage('Opening')] }],
    ['the space is removed', TWO, { type: 'space.remove', space: three }],
    ['the space is folded away', TWO, { type: 'space.change', space: three, isHidden: true }],
    ['fewer spaces are made ready', TWO, { type: 'spaces.prepare', count: 2 }],
  ] as const)(
    '[W-78] %s: its topic is offered as before, and its conveners are told',
    (_, workshop, command) => {
      const went = give(workshop, command)
      expect(topicOf(went, 'Who leads?')).toMatchObject({ state: 'posted', place: null })
      expect(topicOf(went, 'Who leads?').facts.at(-1)).toMatchObject({ what: 'lifted', by: null })
      expect([noticesOf(went, 'ama'), noticesOf(went, 'cy')]).toEqual([['unplaced'], []])
    },
  )

  it('[W-78] what goes on goes on, and a title or minutes unplace nothing', () => {
    const on = go(TWO, 1)
    const removed = give(on, { type: 'space.remove', space: three })
    expect(topicOf(removed, 'Who leads?')).toMatchObject({ state: 'running', place: cell(1, 3) })
    expect(noticesOf(removed, 'ama')).toEqual([])
    const changed = give(TWO, {
      type: 'stage.change',
      stage: ROUNDS[0] ?? '',
      change: { title: 'First', minutes: 30, where: 'round' },
    })
    expect(topicOf(changed, 'Who leads?').state).toBe('scheduled')
  })

  it('[W-35] a convener who leaves for good: the topic, its place and what was asked about it stay', () => {
    const two = offer(TWO, 'bo', 'Who follows?')
    const asked = carryOut(
      two,
      {
        type: 'topic.askMerge',
        topic: topicOf(two, 'Who follows?').id,
        other: topicOf(two, 'Who leads?').id,
      },
      'bo',
    )
    const left = carryOut(asked, { type: 'person.remove', person: 'ama' }, 'farah')
    expect(topicOf(left, 'Who leads?')).toMatchObject({
      state: 'scheduled',
      place: cell(1, 3),
      conveners: ['ama'],
    })
    expect(left.merges).toEqual(asked.merges)
    // A facilitator can act for who is away for ever.
    expect(judge(left, { type: 'topic.withdraw', topic: topicOf(left, 'Who leads?').id }, 'farah').ok).toBe(
      true,
    )
  })
})

describe('the count of methods §5.3', () => {
  it('A18 14 posted = 12 scheduled + 1 merged + 1 withdrawn', () => {
    const drafted = 'ama bo cy tia uma eve gwen di ines mo sam'
      .split(' ')
      .reduce(
        (now, person) => carryOut(now, { type: 'draft.write', question: `Question of ${person}?` }, person),
        give(MARKET, { type: 'drafts.hold', isOn: true }),
      )
    const bea = carryOut(drafted, { type: 'draft.write', question: 'Question of bea?', as: 'bea' }, 'hana')
    const pat = carryOut(bea, { type: 'draft.write', question: 'Question of pat?', as: 'pat' }, 'nadia')
    let now = offer(give(pat, { type: 'drafts.postAll' }), 'lena', 'Question of lena?')
    const of = (person: string): string => topicOf(now, `Question of ${person}?`).id
    const ask = { type: 'topic.askMerge', topic: of('bo'), other: of('ama') } as const
    now = carryOut(now, ask, 'bo')
    now = carryOut(
      now,
      { type: 'merge.answer', ask: Object.keys(now.merges)[0] ?? '', isYes: true, main: of('ama') },
      'ama',
    )
    now = carryOut(now, { type: 'topic.withdraw', topic: of('di') }, 'di')
    const placed = 'ama cy tia uma eve bea pat lena gwen ines mo sam'.split(' ')
    for (const [at, person] of placed.entries())
      now = place(now, `Question of ${person}?`, at < 6 ? 1 : 2, (at % 6) + 1)
    const states = Object.values(now.topics).map(({ state }) => state)
    const count = (state: string): number => states.filter((each) => each === state).length
    expect([states.length, count('scheduled'), count('merged'), count('withdrawn')]).toEqual([14, 12, 1, 1])
  })
})
