/** Joining topics, taking them apart again, splitting them. */
import { describe, expect, it } from 'vitest'
import type { Command } from '../command.ts'
import type { Workshop } from '../state.ts'
import { cell, MARKET, posted, questionsOf, RUNNING, signedUp, topicOf, toldTo } from '../testing/topics.ts'
import { after, AT, carryOut, judge } from '../testing/workshops.ts'
import { project } from '../project.ts'
import { AROUND } from '../testing/workshops.ts'

const ask = (topic: string, other: string): Command => ({ type: 'topic.askMerge', topic, other })
const askOf = ({ merges }: Workshop): string => Object.keys(merges).at(-1) ?? 'nowhere'
const answer = (workshop: Workshop, isYes: boolean, main?: string): Command => ({
  type: 'merge.answer',
  ask: askOf(workshop),
  isYes,
  ...(main !== undefined && { main }),
})
const unmerge = (topic: string): Command => ({ type: 'topic.unmerge', topic })

/** Bo asks Ama, and Ama says yes. */
const ASKED = carryOut(MARKET, ask('place', 'lead'), 'bo')
const JOINED = carryOut(ASKED, answer(ASKED, true), 'ama')
const away = (...people: readonly string[]) => ({
  now: AT + 600_000,
  here: new Set(Object.keys(MARKET.people).filter((id) => !people.includes(id))),
  left: new Map(people.map((id) => [id, AT])),
})

describe('[W-90] [W-91] joining two topics (OS-8)', () => {
  it('A14 both questions live on, conveners and sign-ups are united, the freed cell is free', () => {
    expect(topicOf(ASKED, 'lead').questions).toHaveLength(1)
    const lead = topicOf(JOINED, 'lead')
    expect(lead.questions).toMatchObject([
      { text: 'Who leads?', by: 'ama', origin: 'lead' },
      { text: 'How local will it be?', by: 'bo', origin: 'place' },
    ])
    expect(lead).toMatchObject({
      conveners: ['ama', 'bo'],
      signUps: ['sam', 'mo', 'di', 'cy'],
      place: cell(1, 1),
    })
    expect(topicOf(JOINED, 'place')).toMatchObject({ state: 'merged', mergedInto: 'lead' })
    expect(toldTo(JOINED, 'bo')).toEqual(['merged lead'])
    expect(toldTo(JOINED, 'ama')).toEqual([])
    const placed = carryOut(JOINED, { type: 'topic.place', topic: 'phone', place: cell(1, 2) }, 'di')
    expect(topicOf(placed, 'phone').place).toEqual(cell(1, 2))
    // Undo is offered.
    expect(project(JOINED, 'ama', AROUND)?.topics['lead']?.joined).toEqual(['place'])
  })

  it('who asks and who is asked sees it, nobody else; facilitators do while all who are asked are away', () => {
    const seenBy = (person: string, ...gone: readonly string[]) =>
      project(ASKED, person, { ...AROUND, ...away(...gone) })?.me.topics.merges.length
    expect(['ama', 'bo', 'cy', 'farah'].map((person) => seenBy(person))).toEqual([1, 1, 0, 0])
    expect(['cy', 'farah'].map((person) => seenBy(person, 'ama'))).toEqual([0, 1])
  })

  it('the two choose whose question leads: the topic of that one lives on', () => {
    const other = carryOut(ASKED, answer(ASKED, true, 'place'), 'ama')
    expect(questionsOf(other, 'place')).toEqual(['How local will it be?', 'Who leads?'])
    expect(topicOf(other, 'place')).toMatchObject({ state: 'scheduled', place: cell(1, 2) })
    expect(judge(ASKED, answer(ASKED, true, 'data'), 'ama')).toMatchObject({ code: 'no_such_topic' })
  })

  it('a topic without a place takes that of the other', () => {
    const asked = carryOut(MARKET, ask('phone', 'data'), 'di')
    const joined = carryOut(asked, answer(asked, true, 'phone'), 'cy')
    expect(topicOf(joined, 'phone')).toMatchObject({ state: 'scheduled', place: cell(2, 1) })
    const apart = carryOut(joined, unmerge('data'), 'cy')
    expect(topicOf(apart, 'data')).toMatchObject({ state: 'scheduled', place: cell(2, 1) })
    expect(topicOf(apart, 'phone')).toMatchObject({ state: 'posted', place: null })
  })

  it('nothing happens before the other says yes, and no is a no', () => {
    const refused = carryOut(ASKED, answer(ASKED, false), 'ama')
    expect(refused.merges).toEqual({})
    expect(topicOf(refused, 'lead')).toEqual(topicOf(MARKET, 'lead'))
    expect(toldTo(refused, 'bo')).toEqual(['notMerged place'])
    const taken = carryOut(ASKED, { type: 'merge.cancel', ask: askOf(ASKED) }, 'bo')
    expect(taken.merges).toEqual({})
    expect(judge(taken, answer(ASKED, true), 'ama')).toMatchObject({ code: 'no_such_ask' })
  })

  it('asking twice is asking once; asking back is a yes; who convenes both has nobody to ask', () => {
    expect(judge(ASKED, ask('place', 'lead'), 'bo')).toEqual({ ok: true, events: [] })
    expect(topicOf(carryOut(ASKED, ask('lead', 'place'), 'ama'), 'place').mergedInto).toBe('lead')
    const both = carryOut(MARKET, { type: 'topic.convener', topic: 'place', person: 'ama', isOn: true }, 'bo')
    const joined = carryOut(both, ask('place', 'lead'), 'ama')
    expect(topicOf(joined, 'place').mergedInto).toBe('lead')
    expect(toldTo(joined, 'bo')).toEqual(['merged lead'])
  })

  it('only those who offered the topics decide; a helper decides for whom they help', () => {
    for (const actor of ['sam', 'bo', 'farah', 'olu']) {
      expect(judge(MARKET, ask('lead', 'data'), actor).ok).toBe(false)
      expect(judge(ASKED, answer(ASKED, true), actor).ok).toBe(false)
    }
    const asked = carryOut(MARKET, ask('food', 'lead'), 'hana')
    expect(topicOf(carryOut(asked, answer(asked, true), 'ama'), 'lead').conveners).toEqual(['ama', 'bea'])
  })

  it('[W-93] a facilitator says yes for somebody who has been away for two minutes while the stage is ending', () => {
    const gone = away('ama')
    expect(judge(ASKED, answer(ASKED, true), 'farah', { ...gone, now: AT + 121_000 })).toMatchObject({
      code: 'not_yet',
    })
    expect(
      judge(ASKED, answer(ASKED, true), 'farah', { ...gone, left: new Map([['ama', gone.now - 60_000]]) }),
    ).toMatchObject({ code: 'not_yet' })
    const ending = { ...gone, now: AT + 13 * 60_000 }
    const justGone = { ...ending, left: new Map([['ama', ending.now - 119_000]]) }
    expect(judge(ASKED, answer(ASKED, true), 'farah', justGone)).toMatchObject({ code: 'not_yet' })
    expect(judge(ASKED, answer(ASKED, false), 'farah', ending)).toMatchObject({ code: 'not_convener' })
    const joined = carryOut(ASKED, answer(ASKED, true), 'farah', ending)
    expect(toldTo(joined, 'ama')).toEqual(['acted lead merged'])
    expect(toldTo(joined, 'bo')).toEqual(['merged lead'])
  })

  it('what has begun is not joined, and who asked a topic that lives on in another is told', () => {
    const asked = carryOut(ASKED, ask('data', 'lead'), 'cy')
    const other = carryOut(
      asked,
      { type: 'merge.answer', ask: askOf(ASKED), isYes: true, main: 'place' },
      'ama',
    )
    expect(other.merges).toEqual({})
    expect(toldTo(other, 'cy')).toEqual(['notMerged data'])
    expect(judge(RUNNING, ask('data', 'lead'), 'cy')).toMatchObject({ code: 'topic_running' })
    expect(judge(MARKET, ask('data', 'data'), 'cy')).toMatchObject({ code: 'no_such_topic' })
  })

  it('four in one are allowed', () => {
    let now = JOINED
    for (const [topic, who] of [
      ['data', 'cy'],
      ['phone', 'di'],
    ] as const) {
      now = carryOut(now, ask(topic, 'lead'), who)
      now = carryOut(now, answer(now, true), 'bo')
    }
    expect(questionsOf(now, 'lead')).toHaveLength(4)
  })
})

describe('[W-94] taking topics apart again', () => {
  it('A14 gives each back what was its own, until the round of either begins', () => {
    const apart = carryOut(JOINED, unmerge('place'), 'bo')
    for (const id of ['lead', 'place']) {
      const { facts: _, ...before } = topicOf(MARKET, id)
      expect(topicOf(apart, id)).toMatchObject(before)
    }
    expect(toldTo(apart, 'ama')).toEqual(['unmerged place'])
    const begun = carryOut(JOINED, { type: 'stage.go', stage: 'r1', from: 'market' })
    expect(judge(begun, unmerge('place'), 'bo')).toMatchObject({ code: 'topic_running' })
    expect(project(begun, 'bo', AROUND)?.topics['lead']?.joined).toEqual([])
  })

  it('keeps what happened meanwhile: words, further sign-ups, those taken back, who came with another as well', () => {
    let now = carryOut(
      JOINED,
      { type: 'topic.edit', topic: 'lead', question: 'q-place', text: 'How near?' },
      'ama',
    )
    now = after(
      [
        ...signedUp('lead', 'hana'),
        { type: 'topic.signedUp', topic: 'lead', person: 'di', isOn: false, by: 'di' },
      ],
      now,
    )
    // Cy signed up for Bo's topic, and comes with Sam's too.
    now = after([posted('walk', 'Who walks?', 'sam'), ...signedUp('walk', 'cy', 'mo')], now)
    now = carryOut(now, ask('walk', 'lead'), 'sam')
    now = carryOut(now, answer(now, true), 'ama')
    const apart = carryOut(now, unmerge('place'), 'ama')
    expect(questionsOf(apart, 'place')).toEqual(['How near?'])
    expect(topicOf(apart, 'place').signUps).toEqual(['sam', 'cy'])
    expect(topicOf(apart, 'lead').signUps).toEqual(['sam', 'mo', 'cy', 'hana'])
    const all = carryOut(apart, unmerge('walk'), 'sam')
    expect(topicOf(all, 'lead').signUps).toEqual(['sam', 'mo', 'hana'])
    expect(topicOf(all, 'walk').signUps).toEqual(['cy', 'mo'])
  })

  it('who left the joined topic and came back to it stays with it', () => {
    const sign = (isOn: boolean): Command => ({ type: 'topic.signUp', topic: 'lead', isOn })
    const back = carryOut(carryOut(JOINED, sign(false), 'di'), sign(true), 'di')
    expect(topicOf(carryOut(back, unmerge('place'), 'bo'), 'lead').signUps).toContain('di')
  })

  it('leaves nobody without a convener', () => {
    const left = carryOut(
      JOINED,
      { type: 'topic.convener', topic: 'lead', person: 'ama', isOn: false },
      'ama',
    )
    const apart = carryOut(left, unmerge('place'), 'bo')
    expect([topicOf(apart, 'lead').conveners, topicOf(apart, 'place').conveners]).toEqual([['bo'], ['bo']])
  })

  it('of a cell that another took meanwhile, it comes back without a place', () => {
    const taken = after([{ type: 'topic.placed', topic: 'phone', place: cell(1, 2), by: 'di' }], JOINED)
    expect(topicOf(carryOut(taken, unmerge('place'), 'bo'), 'place')).toMatchObject({
      state: 'posted',
      place: null,
    })
  })

  it('[W-95] one within another comes out after that one', () => {
    const asked = carryOut(JOINED, ask('lead', 'data'), 'ama')
    const nested = carryOut(asked, answer(asked, true, 'data'), 'cy')
    expect(questionsOf(nested, 'data')).toEqual([
      'Which data helps people learn?',
      'Who leads?',
      'How local will it be?',
    ])
    expect(judge(nested, unmerge('place'), 'bo')).toMatchObject({ code: 'not_merged' })
    const once = carryOut(nested, unmerge('lead'), 'ama')
    expect(questionsOf(once, 'lead')).toEqual(['Who leads?', 'How local will it be?'])
    expect(questionsOf(carryOut(once, unmerge('place'), 'bo'), 'lead')).toEqual(['Who leads?'])
  })

  it('is for conveners of either, and for facilitators while all are away', () => {
    for (const actor of ['sam', 'farah', 'olu', 'cy'])
      expect(judge(JOINED, unmerge('place'), actor).ok).toBe(false)
    const apart = carryOut(JOINED, unmerge('place'), 'farah', away('ama', 'bo'))
    expect(toldTo(apart, 'ama')).toEqual(['acted lead unmerged'])
    expect(judge(MARKET, unmerge('place'), 'bo')).toMatchObject({ code: 'not_merged' })
  })
})

const split = (topic: string, said: Partial<Extract<Command, { type: 'topic.split' }>> = {}): Command => ({
  type: 'topic.split',
  topic,
  notes: [],
  isMoved: false,
  ...said,
})
/** The topic that was made last. */
const newest = ({ topics }: Workshop): string => Object.keys(topics).at(-1) ?? ''

describe('[W-96] splitting a topic (OS-9)', () => {
  it('A29 a child takes a new question and chosen notes to a board of its own, in a place of its own', () => {
    const now = carryOut(
      RUNNING,
      split('lead', {
        text: 'Who owns the data?',
        notes: ['n1', 'n2', 'n1'],
        isMoved: true,
        place: cell(2, 4),
      }),
      'ama',
    )
    const child = topicOf(now, newest(now))
    expect(child).toMatchObject({
      state: 'scheduled',
      place: cell(2, 4),
      conveners: ['ama'],
      splitFrom: 'lead',
    })
    expect(child.questions).toMatchObject([{ text: 'Who owns the data?', origin: child.id, by: 'ama' }])
    expect(now.boards[child.board ?? '']).toMatchObject({ title: 'Who owns the data?', template: 'columns' })
    expect(topicOf(now, 'lead')).toMatchObject({
      state: 'running',
      signUps: ['sam', 'mo'],
      board: 'lead-board',
    })
    expect(questionsOf(now, 'lead')).toEqual(['Who leads?'])
  })

  it('[W-97] or one of its questions, which goes with who asked it, as long as one remains', () => {
    const now = carryOut(JOINED, split('lead', { question: 'q-place' }), 'ama')
    expect(questionsOf(now, 'lead')).toEqual(['Who leads?'])
    expect(topicOf(now, newest(now))).toMatchObject({
      conveners: ['ama', 'bo'],
      board: null,
      state: 'posted',
    })
    expect(toldTo(now, 'bo')).toContain(`convened ${newest(now)}`)
    expect(judge(now, split('lead', { question: 'q-lead' }), 'ama')).toMatchObject({
      code: 'no_such_question',
    })
    expect(judge(now, split('lead', { question: 'q-place' }), 'ama')).toMatchObject({
      code: 'no_such_question',
    })
  })

  it('[W-97] what was split off a merged topic is nowhere twice: the merge is not undone any more', () => {
    const now = carryOut(JOINED, split('lead', { question: 'q-place' }), 'ama')
    expect(judge(now, unmerge('place'), 'bo').ok).toBe(false)
    expect(project(now, 'bo', AROUND)?.topics['lead']?.joined).toEqual([])
    // The main one can go too: what is left is Bo's, and taking that out would leave nothing.
    const main = carryOut(JOINED, split('lead', { question: 'q-lead' }), 'ama')
    expect(judge(main, unmerge('place'), 'bo').ok).toBe(false)
    expect(questionsOf(main, 'lead')).toEqual(['How local will it be?'])
    // It comes back with the topic that took it.
    const child = newest(now)
    const again = carryOut(now, ask(child, 'lead'), 'ama')
    expect(questionsOf(again, 'lead')).toEqual(['Who leads?', 'How local will it be?'])
    expect(questionsOf(carryOut(again, unmerge(child), 'bo'), child)).toEqual(['How local will it be?'])
  })

  it('a place that is taken is no reason to lose anything: nothing is split', () => {
    expect(judge(MARKET, split('lead', { text: 'More?', place: cell(2, 1) }), 'ama')).toMatchObject({
      code: 'cell_taken',
    })
  })

  it('is for conveners; a helper splits for whom they help; a facilitator while they are away', () => {
    for (const actor of ['sam', 'farah', 'olu'])
      expect(judge(RUNNING, split('lead', { text: 'More?' }), actor).ok).toBe(false)
    const helped = carryOut(MARKET, split('food', { text: 'More?' }), 'hana')
    expect(topicOf(helped, newest(helped)).conveners).toEqual(['bea'])
    const acted = carryOut(MARKET, split('lead', { text: 'More?' }), 'farah', away('ama'))
    expect(topicOf(acted, newest(acted)).conveners).toEqual(['ama'])
    expect(toldTo(acted, 'ama')).toEqual(['acted lead split'])
  })

  it('says what is missing', () => {
    expect(judge(MARKET, split('lead'), 'ama')).toMatchObject({ code: 'words_missing' })
    expect(judge(MARKET, split('lead', { text: 'x'.repeat(501) }), 'ama')).toMatchObject({ code: 'too_long' })
    expect(judge(MARKET, split('lead', { text: 'More?', notes: ['n1'] }), 'ama')).toMatchObject({
      code: 'no_such_board',
    })
    expect(judge(JOINED, split('place', { text: 'More?' }), 'bo')).toMatchObject({ code: 'no_such_topic' })
  })
})
