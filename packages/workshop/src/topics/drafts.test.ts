/** How topics come to be offered: private drafting, turns, all at once. */
import { describe, expect, it } from 'vitest'
import type { Command } from '../command.ts'
import { project } from '../project.ts'
import { QUESTION_MAX } from '../state.ts'
import type { Workshop } from '../state.ts'
import { go, MARKET, offer, topicOf } from '../testing/openSpace.ts'
import { AROUND, carryOut, eventsOf, give, judge } from '../testing/workshops.ts'
import { DRAFTS_OF_ONE_MAX, TOPIC_PITCH_MAX, TOPICS_MAX, TOPICS_OF_ONE_MAX } from './topic.ts'

const HELD = give(MARKET, { type: 'drafts.hold', isOn: true })
const write = (workshop: Workshop, actor: string, question: string, as?: string): Workshop =>
  carryOut(workshop, { type: 'draft.write', question, ...(as !== undefined && { as }) }, actor)
const view = (workshop: Workshop, person: string) => project(workshop, person, AROUND)
const draftId = ({ drafts }: Workshop, owner: string): string =>
  Object.values(drafts).find((draft) => draft.owner === owner)?.id ?? ''
const owners = ({ market, drafts }: Workshop): (string | undefined)[] =>
  market.queue.map((id) => drafts[id]?.owner)
const questions = ({ topics }: Workshop): string[] =>
  Object.values(topics).map(({ questions: [main] }) => main?.text ?? '')

/** Thirteen people have written; Hana for Bea, Nadia for Pat. */
const THIRTEEN = ((): Workshop => {
  const named = 'ama bo cy di eve gwen ines mo sam tia uma'.split(' ')
  const own = named.reduce((now, person) => write(now, person, `Question of ${person}?`), HELD)
  return write(write(own, 'hana', 'What did neighbours do?', 'bea'), 'nadia', 'Do phones matter?', 'pat')
})()

describe('private drafting', () => {
  it('A10 [W-65] everybody sees how many draft; what they draft only they and who writes for them', () => {
    expect(view(THIRTEEN, 'zoe')?.market).toMatchObject({ isDrafting: true, drafting: 13 })
    for (const { id, gone } of Object.values(THIRTEEN.people)) {
      if (gone !== null) continue
      const sent = JSON.stringify(view(THIRTEEN, id))
      expect([id, sent.includes('What did neighbours do?')]).toEqual([id, id === 'hana' || id === 'bea'])
      expect([id, sent.includes('Question of ama?')]).toEqual([id, id === 'ama'])
    }
    const posted = give(THIRTEEN, { type: 'drafts.postAll' })
    expect(topicOf(posted, 'What did neighbours do?').conveners).toEqual(['bea'])
    expect(topicOf(posted, 'Do phones matter?').conveners).toEqual(['pat'])
  })

  it('[W-64] offered meanwhile, a question waits; afterwards it is a topic at once', () => {
    const waiting = offer(HELD, 'lev', 'What about the young?')
    expect(questions(waiting)).toEqual([])
    expect(waiting.drafts[draftId(waiting, 'lev')]?.question).toBe('What about the young?')
    const free = give(waiting, { type: 'drafts.hold', isOn: false })
    const draft = draftId(free, 'lev')
    const offered = carryOut(
      free,
      { type: 'topic.offer', draft, question: 'And the old?', pitch: 'Both' },
      'lev',
    )
    expect(topicOf(offered, 'And the old?')).toMatchObject({ pitch: 'Both', conveners: ['lev'] })
    expect(offered.drafts).toEqual({})
  })

  it('[W-65] one’s own alone: nobody else writes to it, offers it or throws it away, facilitators neither', () => {
    const draft = draftId(THIRTEEN, 'ama')
    for (const actor of ['bo', 'farah', 'hana']) {
      expect(judge(THIRTEEN, { type: 'draft.write', draft, question: 'x' }, actor)).toMatchObject({
        code: 'no_such_draft',
      })
      expect(judge(THIRTEEN, { type: 'draft.discard', draft }, actor)).toMatchObject({
        code: 'no_such_draft',
      })
      expect(judge(THIRTEEN, { type: 'topic.offer', draft, question: 'x' }, actor)).toMatchObject({
        code: 'no_such_draft',
      })
    }
    const bea = draftId(THIRTEEN, 'bea')
    expect(carryOut(THIRTEEN, { type: 'draft.discard', draft: bea }, 'hana').drafts[bea]).toBeUndefined()
  })

  it('[W-65] an empty draft goes, and is none to begin with; the same words again change nothing', () => {
    expect(eventsOf(HELD, { type: 'draft.write', question: ' \u200b' }, 'ama')).toEqual([])
    const draft = draftId(THIRTEEN, 'ama')
    expect(
      eventsOf(THIRTEEN, { type: 'draft.write', draft, question: ' Question of  ama? ' }, 'ama'),
    ).toEqual([])
    expect(
      carryOut(THIRTEEN, { type: 'draft.write', draft, question: '' }, 'ama').drafts[draft],
    ).toBeUndefined()
  })

  it('[W-64] [W-65] limits are said: letters, drafts of one person, topics', () => {
    const long = (max: number): string => 'x'.repeat(max + 1)
    for (const type of ['draft.write', 'topic.offer'] as const) {
      expect(judge(MARKET, { type, question: long(QUESTION_MAX) }, 'ama')).toMatchObject({ code: 'too_long' })
      expect(judge(MARKET, { type, question: 'x', pitch: long(TOPIC_PITCH_MAX) }, 'ama')).toMatchObject({
        code: 'too_long',
      })
    }
    expect(judge(MARKET, { type: 'topic.offer', question: ' ' }, 'ama')).toMatchObject({
      code: 'words_missing',
    })
    expect(judge(MARKET, { type: 'topic.offer', question: 'x', as: 'pat' }, 'hana')).toMatchObject({
      code: 'not_assisted',
    })
    expect(judge(MARKET, { type: 'topic.offer', question: 'x', as: 'nobody' }, 'hana')).toMatchObject({
      code: 'no_such_person',
    })
    const full = Array.from({ length: DRAFTS_OF_ONE_MAX }).reduce<Workshop>(
      (now, _, at) => write(now, 'ama', `Draft ${at}`),
      HELD,
    )
    expect(judge(full, { type: 'draft.write', question: 'One more' }, 'ama')).toMatchObject({
      code: 'too_many_drafts',
    })
    const one = Object.values(offer(MARKET, 'ama', 'One?').topics)[0]
    const many = Object.fromEntries(
      Array.from({ length: TOPICS_MAX }, (_, at) => [`t${at}`, { ...one, id: `t${at}` }]),
    )
    const crowded = { ...MARKET, topics: many as Workshop['topics'] }
    expect(judge(crowded, { type: 'topic.offer', question: 'x' }, 'ama')).toMatchObject({
      code: 'too_many_topics',
    })
    const most = Object.entries(many).slice(0, TOPICS_OF_ONE_MAX)
    const eager = { ...MARKET, topics: Object.fromEntries(most) as Workshop['topics'] }
    const another: Command = { type: 'topic.offer', question: 'x' }
    expect(judge(eager, another, 'ama')).toMatchObject({ code: 'too_many_topics' })
    const split: Command = { type: 'topic.split', topic: 't0', text: 'x', notes: [], isMoved: false }
    expect(judge(eager, split, 'ama')).toMatchObject({ code: 'too_many_topics' })
    expect([judge(eager, another, 'bo').ok, judge(eager, another, 'farah').ok]).toEqual([true, true])
  })
})

describe('turns', () => {
  const TURNS = carryOut(THIRTEEN, { type: 'drafts.takeTurns' }, 'farah', { seed: 3 })
  const [first = '', second = ''] = TURNS.market.queue
  const person = (draft: string): string => {
    const owner = TURNS.drafts[draft]?.owner ?? ''
    return owner === 'bea' ? 'hana' : owner === 'pat' ? 'nadia' : owner
  }

  it('A11 [W-67] all who wrote are called once, in an order by chance that another seed makes another', () => {
    expect(new Set(owners(TURNS))).toEqual(
      new Set('ama bea bo cy di eve gwen ines mo pat sam tia uma'.split(' ')),
    )
    expect(owners(TURNS)).toHaveLength(13)
    expect(owners(TURNS)).not.toEqual(Object.values(THIRTEEN.drafts).map(({ owner }) => owner))
    expect(owners(carryOut(THIRTEEN, { type: 'drafts.takeTurns' }, 'farah', { seed: 4 }))).not.toEqual(
      owners(TURNS),
    )
    expect(TURNS.market.isDrafting).toBe(false)
    expect(view(TURNS, 'zoe')?.market.turn).toMatchObject({ person: owners(TURNS)[0], after: 12 })
    // Two facilitators who call together call once.
    expect(eventsOf(TURNS, { type: 'drafts.takeTurns' }, 'theo', { seed: 9 })).toEqual([])
  })

  it('A11 [W-67] one posts, one passes and keeps it, one comes later; the others wait', () => {
    const posted = carryOut(TURNS, { type: 'turn.take', draft: first, how: 'post' }, person(first))
    expect(questions(posted)).toEqual([TURNS.drafts[first]?.question])
    expect(posted.market.queue[0]).toBe(second)
    const later = carryOut(posted, { type: 'turn.take', draft: second, how: 'later' }, person(second))
    expect(later.market.queue.at(-1)).toBe(second)
    const third = later.market.queue[0] ?? ''
    expect(judge(later, { type: 'turn.take', draft: second, how: 'post' }, person(second))).toMatchObject({
      code: 'not_yet',
    })
    const passed = carryOut(later, { type: 'turn.take', draft: third, how: 'pass' }, person(third))
    expect(passed.market.queue).not.toContain(third)
    expect(passed.drafts[third]).toEqual(TURNS.drafts[third])
    expect(judge(passed, { type: 'turn.take', draft: second, how: 'pass' }, 'farah')).toMatchObject({
      code: 'no_such_draft',
    })
  })

  it('[W-67] two who press *next* together go on by one', () => {
    const next = carryOut(TURNS, { type: 'turn.next', draft: first }, 'farah')
    expect(next.market.queue[0]).toBe(second)
    expect(eventsOf(next, { type: 'turn.next', draft: first }, 'theo')).toEqual([])
  })

  it('[W-67] whose turn was passed over is told that their question is kept, alone and once; posted, nothing is left to tell', () => {
    const owner = person(first)
    const next = carryOut(TURNS, { type: 'turn.next', draft: first }, 'farah')
    const toldTo = (now: Workshop, id: string) => view(now, id)?.me.topics.notices ?? []
    expect(toldTo(next, owner).map(({ kind, topic, by }) => [kind, topic, by])).toEqual([
      ['passedOver', first, 'farah'],
    ])
    for (const { id } of Object.values(next.people)) if (id !== owner) expect(toldTo(next, id)).toEqual([])
    // Called and passed over again before it was seen, they are not told twice.
    const again = carryOut(next, { type: 'topic.offer', draft: first, question: 'The same?' }, owner)
    const called = { ...again, market: { ...again.market, queue: [first] } }
    expect(toldTo(carryOut(called, { type: 'turn.next', draft: first }, 'farah'), owner)).toHaveLength(1)
    const posted = carryOut(called, { type: 'turn.take', draft: first, how: 'post' }, owner)
    expect(toldTo(posted, owner)).toEqual([])
  })

  it('[W-65] where private writing ends, everybody who wrote something is told once that theirs is kept', () => {
    const two = write(THIRTEEN, 'ama', 'A second one?')
    const free = carryOut(two, { type: 'drafts.hold', isOn: false }, 'farah')
    expect(questions(free)).toEqual([])
    const toldOf = (id: string) => view(free, id)?.me.topics.notices.map(({ kind, topic }) => [kind, topic])
    expect(toldOf('ama')).toEqual([['draftKept', draftId(THIRTEEN, 'ama')]])
    expect(toldOf('hana')).toEqual([['draftKept', draftId(THIRTEEN, 'bea')]])
    expect(toldOf('zoe')).toEqual([])
    expect(toldOf('farah')).toEqual([])
    // On and off again says nothing new to who has not looked yet.
    const twice = carryOut(
      carryOut(free, { type: 'drafts.hold', isOn: true }, 'farah'),
      { type: 'drafts.hold', isOn: false },
      'farah',
    )
    expect(view(twice, 'ama')?.me.topics.notices).toHaveLength(1)
    // Turns and posting all at once need no word: they are what the writing was for.
    expect(view(carryOut(two, { type: 'drafts.takeTurns' }, 'farah'), 'ama')?.me.topics.notices).toEqual([])
  })

  it('[W-67] the turn goes on when its person leaves for good, or thinks better of it', () => {
    const owner = TURNS.drafts[first]?.owner ?? ''
    const left = carryOut(TURNS, { type: 'person.remove', person: owner }, 'farah')
    expect(left.market.queue[0]).toBe(second)
    expect(left.drafts[first]).toBeUndefined()
    const discarded = carryOut(TURNS, { type: 'draft.discard', draft: first }, person(first))
    expect(discarded.market.queue[0]).toBe(second)
  })

  it('[W-67] [W-68] whoever became an observer keeps what they wrote, and nobody posts it for them', () => {
    const written = write(HELD, 'sam', 'Who looks on?')
    const workshop = carryOut(written, { type: 'person.appoint', person: 'sam', role: 'observer' })
    expect(carryOut(workshop, { type: 'drafts.takeTurns' }).market.queue).toEqual([])
    const posted = carryOut(workshop, { type: 'drafts.postAll' })
    expect([Object.keys(posted.topics), Object.keys(posted.drafts)]).toEqual([[], [expect.any(String)]])
  })

  it('[W-66] who comes to it in the middle of turns is called last; on one’s own turn it is posted', () => {
    const joined = offer(TURNS, 'lena', 'Who is not here?')
    expect(owners(joined).at(-1)).toBe('lena')
    expect(questions(joined)).toEqual([])
    const { question = '' } = TURNS.drafts[first] ?? {}
    const spoken = carryOut(
      joined,
      { type: 'topic.offer', draft: first, question: `${question}!` },
      person(first),
    )
    expect(questions(spoken)).toEqual([`${question}!`])
  })

  it('[W-66] to draft in private again ends the turns', () => {
    expect(give(TURNS, { type: 'drafts.hold', isOn: true }).market).toMatchObject({
      isDrafting: true,
      queue: [],
    })
  })

  it('[W-66] going to a round ends turns and private writing: drafts stay, and what is offered is a topic at once', () => {
    for (const gated of [TURNS, THIRTEEN]) {
      const begun = go(gated, 1)
      expect(begun.market).toMatchObject({ isDrafting: false, queue: [] })
      expect(begun.drafts).toEqual(gated.drafts)
      expect(questions(offer(begun, 'lev', 'What about the young?'))).toEqual(['What about the young?'])
    }
    // Who wants it quiet in a round has it so.
    expect(give(go(MARKET, 1), { type: 'drafts.hold', isOn: true }).market.isDrafting).toBe(true)
  })
})

describe('all at once', () => {
  it('[W-68] every draft is a topic of whose it was, in an order by chance, and nobody is called any more', () => {
    const posted = carryOut(THIRTEEN, { type: 'drafts.postAll' }, 'farah', { seed: 3 })
    expect(questions(posted)).toHaveLength(13)
    expect(posted).toMatchObject({ drafts: {}, market: { isDrafting: false, queue: [] } })
    expect(questions(posted)).not.toEqual(Object.values(THIRTEEN.drafts).map(({ question }) => question))
    expect(topicOf(posted, 'Question of ama?').facts).toMatchObject([{ what: 'posted', by: 'ama' }])
    expect(eventsOf(posted, { type: 'drafts.postAll' }, 'theo')).toEqual([])
  })
})
