/** What holds of an open space whatever is asked, in any order, by anybody. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Command } from '../command.ts'
import type { WorkshopEvent } from '../event.ts'
import { evolve } from '../evolve.ts'
import { PERMISSIONS } from '../permissions.ts'
import { project } from '../project.ts'
import { assistedBy, onRoster } from '../roster.ts'
import type { Workshop } from '../state.ts'
import type { Wish } from '../testing/anyCommand.ts'
import { asked, wishes } from '../testing/anyCommand.ts'
import { MARKET, RUNNING } from '../testing/topics.ts'
import { AROUND, AT, judge } from '../testing/workshops.ts'
import { dueEvents } from './dueEvents.ts'
import { hasHand } from './mayFillIn.ts'
import { actsFor, convenersAwaySince } from './timeOf.ts'
import type { Away } from './timeOf.ts'
import type { Question, Topic } from './topic.ts'
import { cellOf, isOnGrid, isOver } from './topic.ts'

const MINUTE = 60_000
// The table has an entry for every command, so its keys are all of them.
const ALL = Object.keys(PERMISSIONS) as Command['type'][]
const OF_TOPICS = ALL.filter((type) =>
  /^(?:topic|merge|report|reports|draft|drafts|turn|market|notices)\./.test(type),
)
/** What takes topics along: rounds that open, spaces that go, people who come and go. */
const AROUND_TOPICS = ALL.filter((type) => /^(?:stage|space|spaces|timer|person)\./.test(type))
const often = (count: number, ...types: readonly Command['type'][]): Command['type'][] =>
  Array.from({ length: count }, () => types).flat()
/** Topics most of all, and among them what joins and divides. */
const TYPES = [
  ...often(2, ...OF_TOPICS),
  ...AROUND_TOPICS,
  ...often(12, 'topic.askMerge', 'merge.answer', 'topic.unmerge'),
  ...often(6, 'topic.split', 'topic.signUp', 'topic.continue'),
]

interface Step {
  readonly before: Workshop
  readonly command: Command
  readonly actor: string
  readonly away: Away
  readonly events: readonly WorkshopEvent[]
  readonly after: Workshop
}

/** Who can answer for it most often asks: else hardly two topics would ever be joined. */
function likely(workshop: Workshop, command: Command, asker: string, { two }: Wish): string {
  if (two % 4 === 0) return asker
  const ask = 'ask' in command ? workshop.merges[command.ask] : undefined
  const id = ask?.other ?? ('topic' in command ? command.topic : undefined)
  const convener = id === undefined ? undefined : workshop.topics[id]?.conveners[0]
  const person = convener === undefined ? undefined : onRoster(workshop, convener)
  if (person === undefined) return asker
  return person.way.kind === 'assisted' ? person.way.helper : person.id
}

/** What is asked, more often of what there is to be asked about than chance would have it. */
function aimed(workshop: Workshop, command: Command, { one, two }: Wish): Command {
  const last = <T>(list: readonly T[]): T | undefined => list.at(-1 - (one % 3))
  const of = (...states: readonly Topic['state'][]): string | undefined =>
    last(Object.values(workshop.topics).filter(({ state }) => states.includes(state)))?.id
  if (two % 5 === 0) return command
  switch (command.type) {
    case 'topic.askMerge':
      return { ...command, topic: of('posted', 'scheduled') ?? command.topic }
    case 'topic.unmerge':
      return { ...command, topic: of('merged') ?? command.topic }
    case 'topic.continue':
    case 'topic.extend':
    case 'report.write':
    case 'report.submit':
      return { ...command, topic: of('running', 'ended') ?? command.topic }
    case 'topic.bringBack':
      return { ...command, topic: of('withdrawn') ?? command.topic }
    case 'merge.answer':
      return { ...command, ask: last(Object.keys(workshop.merges)) ?? command.ask, isYes: two % 3 > 0 }
    default:
      return command
  }
}

/** Words that nobody else types: a draft is known again wherever it comes out. */
const withOwnWords = (command: Command, at: number): Command =>
  command.type === 'draft.write' || command.type === 'topic.offer'
    ? { ...command, question: `Question ${at} of its own`, pitch: `Pitch ${at} of its own` }
    : command

/** What comes of it when these are asked one after the other, half a minute apart; what is refused is passed over. */
function live(from: Workshop, asks: readonly Wish[]): Step[] {
  const steps: Step[] = []
  let now = from
  for (const [at, wish] of asks.entries()) {
    const made = asked(now, wish)
    const command = withOwnWords(aimed(now, made.command, wish), at)
    const actor = likely(now, command, made.actor, wish)
    const time = AT + (at * MINUTE) / 2
    // Now and then nobody but the one who asks is here, or has been for long.
    const isAlone = wish.one % 5 === 0
    const people = Object.keys(now.people)
    const away = {
      here: new Set(isAlone ? [actor] : people),
      left: new Map(isAlone ? people.map((id) => [id, AT - 5 * MINUTE]) : []),
    }
    // What time alone brings about comes first, as in the room.
    now = dueEvents(now, time, () => 0).reduce((workshop, event) => evolve(workshop, event, time), now)
    const decision = judge(now, command, actor, { now: time, seed: wish.two, ...away })
    if (!decision.ok) continue
    const after = decision.events.reduce((workshop, event) => evolve(workshop, event, time), now)
    steps.push({ before: now, command, actor, away, events: decision.events, after })
    now = after
  }
  return steps
}

/** Runs a law over lives that begin in the marketplace or in a round. */
function always(law: (steps: readonly Step[], from: Workshop) => void, numRuns = 200): void {
  fc.assert(
    fc.property(fc.boolean(), wishes(TYPES, { lead: 1, least: 25 }), (isRunning, asks) => {
      const from = isRunning ? RUNNING : MARKET
      law(live(from, asks), from)
    }),
    { numRuns },
  )
}

/** Little else than joining, taking apart and dividing: what goes wrong in those goes wrong late. */
const JOINING: readonly Command['type'][] = [
  ...often(6, 'topic.askMerge', 'merge.answer'),
  ...often(4, 'topic.unmerge'),
  ...often(3, 'topic.split'),
  ...often(2, 'topic.signUp', 'topic.edit', 'topic.convener'),
  'topic.place',
  'topic.offer',
  'topic.withdraw',
  'topic.bringBack',
]

/** Runs a law over lives in which topics are joined and divided again and again, and over all others. */
function alwaysJoining(law: (steps: readonly Step[], from: Workshop) => void): void {
  fc.assert(
    fc.property(wishes(JOINING, { lead: 0, least: 40 }), (asks) => law(live(MARKET, asks), MARKET)),
    { numRuns: 150 },
  )
  always(law)
}

const isReset = ({ command }: Step): boolean => command.type === 'workshop.reset'
/** Where a topic's people find it: in itself, or in what it lives on in. */
function rootOf({ topics }: Workshop, id: string): Topic {
  const seen = new Set<string>()
  for (let at = id; ;) {
    const topic = topics[at]
    if (topic === undefined || seen.has(at)) throw new Error(`${id} lives on in nothing`)
    if (topic.mergedInto === null) return topic
    seen.add(at)
    at = topic.mergedInto
  }
}
/** Topics that hold their questions: not the record of one that lives on in another or as another. */
const holding = ({ topics }: Workshop): readonly Topic[] =>
  Object.values(topics).filter(({ state }) => state !== 'merged' && state !== 'continued')
const sorted = (list: readonly string[]): readonly string[] => list.toSorted()

describe('the lives that these laws look at', () => {
  it('have all of it in them: topics are joined, taken apart, split, started, ended, continued', () => {
    const seen = new Map<string, number>()
    always((steps) => {
      for (const { events } of steps) for (const { type } of events) seen.set(type, (seen.get(type) ?? 0) + 1)
    }, 400)
    for (const type of [
      'topic.posted',
      'topic.edited',
      'topic.placed',
      'topic.lifted',
      'topic.signedUp',
      'topic.withdrawn',
      'merge.asked',
      'merge.closed',
      'topics.merged',
      'topic.unmerged',
      'topic.split',
      'topic.started',
      'topic.ended',
      'topic.continued',
      'topic.convened',
      'notice.given',
      'draft.written',
      'round.opened',
    ])
      expect([type, (seen.get(type) ?? 0) > 0]).toEqual([type, true])
  })
})

describe('whatever is asked of topics', () => {
  it('[W-103] no two topics are in one cell', () => {
    always((steps) => {
      for (const { after } of steps) {
        const cells = Object.values(after.topics)
          .filter(isOnGrid)
          .flatMap(({ place }) => cellOf(place) ?? [])
        expect(new Set(cells).size).toBe(cells.length)
      }
    })
  })

  it('[W-104] every question is in exactly one topic, with its words, its asker and where it came from', () => {
    alwaysJoining((steps, from) => {
      const known = new Map<string, Question>()
      for (const topic of holding(from))
        for (const question of topic.questions) known.set(question.id, question)
      for (const step of steps) {
        if (isReset(step)) known.clear()
        for (const event of step.events) {
          if (event.type === 'topic.edited' && event.question !== undefined) {
            const before = known.get(event.question.id)
            if (before !== undefined) known.set(before.id, { ...before, text: event.question.text })
          }
          if (event.type === 'topic.posted') {
            const { question, topic: origin, convener: by } = event
            known.set(question.id, { ...question, origin, by })
          }
          if (event.type === 'topic.split' && !event.question.isTaken) {
            const { id, text } = event.question
            known.set(id, { id, text, origin: event.child, by: event.convener })
          }
        }
        const held = holding(step.after).flatMap(({ questions }) => questions)
        const byId = (one: Question, other: Question): number => (one.id < other.id ? -1 : 1)
        expect(held.toSorted(byId)).toEqual([...known.values()].toSorted(byId))
      }
    })
  })

  it('[W-104] every topic has a question and a convener, and what was merged lives on in one that is not', () => {
    alwaysJoining((steps) => {
      for (const { after } of steps)
        for (const topic of Object.values(after.topics)) {
          expect([topic.questions.length > 0, topic.conveners.length > 0]).toEqual([true, true])
          expect(new Set(topic.conveners).size).toBe(topic.conveners.length)
          expect(topic.state === 'merged').toBe(topic.mergedInto !== null)
          expect(rootOf(after, topic.id).state).not.toBe('merged')
        }
    })
  })

  it('[W-105] a merge that is undone at once has changed nothing', () => {
    const own = ({ facts: _, conveners, signUps, unions, ...topic }: Topic) => ({
      ...topic,
      conveners: sorted(conveners),
      signUps: sorted(signUps),
      unions: unions.map(({ from }) => from),
    })
    alwaysJoining((steps) => {
      for (const { before, events, actor } of steps) {
        const merged = events.find((event) => event.type === 'topics.merged')
        if (merged === undefined) continue
        const joined = evolve(before, merged, AT)
        const apart = evolve(joined, { type: 'topic.unmerged', topic: merged.from, by: actor }, AT)
        for (const id of [merged.into, merged.from]) {
          const [was, is] = [before.topics[id], apart.topics[id]]
          if (was === undefined || is === undefined) throw new Error(`${id} is lost`)
          expect(own(is)).toEqual(own(was))
        }
      }
    })
  })

  it('[W-105] no sign-up is lost: whoever said that they would come, and did not take it back, is expected', () => {
    alwaysJoining((steps, from) => {
      /** By topic that they signed up for. */
      let said = new Map(Object.values(from.topics).map(({ id, signUps }) => [id, new Set(signUps)]))
      for (const step of steps) {
        if (isReset(step)) said = new Map()
        for (const event of step.events) {
          if (event.type !== 'topic.signedUp') continue
          const { topic, person, isOn } = event
          if (isOn) said.set(topic, new Set([...(said.get(topic) ?? []), person]))
          // Taken back for all that it has become part of.
          else
            for (const [id, people] of said) if (rootOf(step.before, id).id === topic) people.delete(person)
        }
        for (const [id, people] of said)
          expect(rootOf(step.after, id).signUps).toEqual(expect.arrayContaining([...people]))
      }
    })
  })

  it('[W-105] nor is anybody who offered one: they convene it, or what it became part of, until they leave it', () => {
    alwaysJoining((steps, from) => {
      let offered = new Map(Object.values(from.topics).map(({ id, conveners }) => [id, new Set(conveners)]))
      for (const step of steps) {
        if (isReset(step)) offered = new Map()
        for (const event of step.events) {
          if (event.type === 'topic.posted') offered.set(event.topic, new Set([event.convener]))
          if (event.type === 'topic.convened' && !event.isOn)
            for (const people of offered.values()) people.delete(event.person)
        }
        for (const [id, people] of offered)
          expect(rootOf(step.after, id).conveners).toEqual(expect.arrayContaining([...people]))
      }
    })
  })

  it('[W-106] A18 all that were posted, split off or continued are on the grid, merged, withdrawn or unplaced', () => {
    always((steps, from) => {
      let made = Object.keys(from.topics).length
      for (const step of steps) {
        if (isReset(step)) made = 0
        made += step.events.filter(({ type }) => /^topic\.(?:posted|split|continued)$/.test(type)).length
        const topics = Object.values(step.after.topics)
        const count = (is: (topic: Topic) => boolean): number => topics.filter(is).length
        const onGrid = count(isOnGrid)
        const merged = count(({ state }) => state === 'merged')
        const withdrawn = count(({ state }) => state === 'withdrawn')
        const unplaced = count(
          (topic) =>
            topic.place === null &&
            !isOnGrid(topic) &&
            topic.state !== 'merged' &&
            topic.state !== 'withdrawn',
        )
        expect([topics.length, onGrid + merged + withdrawn + unplaced]).toEqual([made, made])
      }
    })
  })
})

/** What a convener decides of a topic. */
const decided = ({ questions, state, place, extra, pitch, template, mergedInto }: Topic) =>
  JSON.stringify([questions, state, place, extra, pitch, template, mergedInto])
/** What facilitators may do at any time (L), and what only while those who offered it are away. */
const AT_ANY_TIME = new Set([
  'topic.place',
  'topic.lift',
  'topic.swap',
  'topic.start',
  'topic.end',
  'topic.extend',
])
const WHILE_AWAY = new Set([
  'topic.edit',
  'topic.withdraw',
  'topic.bringBack',
  'topic.split',
  'topic.unmerge',
  'topic.askMerge',
  'topic.continue',
  'merge.answer',
])
/** What moves the whole running order, and topics with it. */
const RUNS = /^(?:stage|space|spaces|workshop|plan|timer|market)\./

/** Whom a notice of what a facilitator did has to reach. */
const concerned = (workshop: Workshop, topic: Topic, actor: string): readonly string[] => {
  const knows = new Set([actor, ...assistedBy(workshop, actor).map(({ id }) => id)])
  return topic.conveners.filter((id) => !knows.has(id) && onRoster(workshop, id) !== undefined)
}

describe('who decides', () => {
  it('[W-92] conveners, their helpers, and facilitators where it is theirs to help out: never anybody else', () => {
    always((steps) => {
      for (const { before, after, command, actor, away, events } of steps) {
        const role = before.people[actor]?.role
        for (const topic of Object.values(before.topics)) {
          const then = after.topics[topic.id]
          if (then !== undefined && decided(then) === decided(topic)) continue
          if (actsFor(before, actor, topic.conveners)) continue
          // The other side of a merge, which asked for it or is asked: `merge.answer` names one of them only.
          const isPartner = (id: string): boolean =>
            actsFor(before, actor, before.topics[id]?.conveners ?? [])
          const merge = events.find((event) => event.type === 'topics.merged')
          if (merge !== undefined && [merge.into, merge.from].some(isPartner)) {
            const asked = Object.values(before.merges)
            expect(
              asked.some((ask) =>
                [ask.topic, ask.other].every((id) => [merge.into, merge.from].includes(id)),
              ),
            ).toBe(true)
            continue
          }
          const apart = events.find((event) => event.type === 'topic.unmerged')
          if (
            apart !== undefined &&
            [apart.topic, before.topics[apart.topic]?.mergedInto ?? ''].some(isPartner)
          )
            continue
          // A cell is opened for all, and a round begins for all.
          expect([command.type, actor, role]).toEqual([command.type, actor, 'facilitator'])
          if (RUNS.test(command.type)) continue
          expect(AT_ANY_TIME.has(command.type) || WHILE_AWAY.has(command.type)).toBe(true)
          if (WHILE_AWAY.has(command.type) && merge === undefined && apart === undefined)
            expect(convenersAwaySince(before, topic, away)).not.toBeNull()
        }
      }
    })
  })

  it('[W-92] what a facilitator did is told to those who offered it', () => {
    always((steps) => {
      for (const { before, command, actor, events } of steps) {
        if (!AT_ANY_TIME.has(command.type) && !WHILE_AWAY.has(command.type)) continue
        if (events.length === 0 || !('topic' in command)) continue
        const topic = before.topics[command.topic]
        if (topic === undefined || actsFor(before, actor, topic.conveners)) continue
        if (command.type === 'topic.unmerge') continue
        const told = events.flatMap((event) =>
          event.type === 'notice.given' && event.kind === 'acted' ? event.to : [],
        )
        const isSwap = command.type === 'topic.swap'
        if (!isSwap || events.some((event) => 'topic' in event && event.topic === topic.id))
          expect(told).toEqual(expect.arrayContaining([...concerned(before, topic, actor)]))
      }
    })
  })

  it('[W-2] [W-92] observers decide nothing; who comes is said by each for themselves and whom they write for', () => {
    always((steps) => {
      for (const { before, after, actor, events } of steps) {
        for (const event of events)
          if (event.type === 'topic.signedUp') expect(actsFor(before, actor, [event.person])).toBe(true)
        if (before.people[actor]?.role !== 'observer') continue
        for (const topic of Object.values(before.topics)) {
          const { signUps: _, ...was } = topic
          const { signUps: __, ...is } = after.topics[topic.id] ?? topic
          expect(is).toEqual(was)
        }
        expect([after.drafts, after.merges, after.market]).toEqual([
          before.drafts,
          before.merges,
          before.market,
        ])
      }
    })
  })

  it('[W-109] a report is written by those who have a hand in it, and by facilitators', () => {
    always((steps) => {
      for (const { before, actor, events } of steps)
        for (const event of events) {
          if (!event.type.startsWith('report.') || !('topic' in event)) continue
          const topic = before.topics[String(event.topic)]
          const isFacilitator = before.people[actor]?.role === 'facilitator'
          expect(isFacilitator || (topic !== undefined && hasHand(before, actor, topic))).toBe(true)
        }
    })
  })

  it('[W-107] who takes over is in the space, and those who offered it stay its conveners', () => {
    always((steps) => {
      for (const { before, after, actor, events } of steps)
        for (const event of events) {
          if (event.type !== 'topic.convened' || event.how !== 'tookOver') continue
          const [was, is] = [before.topics[event.topic], after.topics[event.topic]]
          expect(was?.state).toBe('running')
          expect(before.people[actor]?.space).toBe(was?.place?.space)
          expect(is?.conveners).toEqual([...(was?.conveners ?? []), actor])
        }
    })
  })
})

describe('what each may see (X-5)', () => {
  it('[W-60] a draft is in the view of its owner, and of who writes for them, and in no other', () => {
    always((steps, from) => {
      const workshop = steps.at(-1)?.after ?? from
      for (const { id } of Object.values(workshop.people)) {
        const view = project(workshop, id, AROUND)
        if (view === undefined) continue
        const sent = JSON.stringify(view)
        for (const { owner, question, pitch } of Object.values(workshop.drafts)) {
          const isTheirs = actsFor(workshop, id, [owner])
          for (const words of [question, pitch])
            if (words !== '') expect([words, sent.includes(words)]).toEqual([words, isTheirs])
        }
      }
    })
  })

  it('[W-60] what one is told alone is in nobody else’s view', () => {
    always((steps, from) => {
      const workshop = steps.at(-1)?.after ?? from
      for (const { id } of Object.values(workshop.people)) {
        const view = project(workshop, id, AROUND)
        for (const notice of view?.me.topics.notices ?? []) {
          const to = workshop.notices.find((each) => each.id === notice.id)?.to ?? []
          expect(to.some((person) => actsFor(workshop, id, [person]))).toBe(true)
        }
        for (const topic of Object.values(workshop.topics))
          expect(
            view === undefined || Object.hasOwn(view.reports, topic.id) === (topic.report !== null),
          ).toBe(true)
      }
    })
  })

  it('[W-108] what its people ended stays over, since when it was, with its board', () => {
    always((steps) => {
      for (const { before, after } of steps)
        for (const topic of Object.values(before.topics)) {
          const then = after.topics[topic.id]
          const isByClock = topic.facts.findLast(({ what }) => what === 'ended')?.by === null
          if (!isOver(topic) || then === undefined || isByClock) continue
          expect([isOver(then), then.over, then.board]).toEqual([true, topic.over, topic.board])
        }
    })
  })
})
