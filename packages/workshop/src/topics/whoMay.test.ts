/** Who decides in an open space, and who gets to see what, whatever is asked. */
import { describe, expect, it } from 'vitest'
import { project } from '../project.ts'
import { assistedBy, onRoster } from '../roster.ts'
import type { Workshop } from '../state.ts'
import { always } from '../testing/lives.ts'
import { AROUND } from '../testing/workshops.ts'
import { hasHand } from './mayFillIn.ts'
import { actsFor, convenersAwaySince } from './timeOf.ts'
import type { Topic } from './topic.ts'

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
          const isOwn =
            event.type === 'report.peopled' &&
            [...event.add, ...event.remove].every((id) => actsFor(before, actor, [id]))
          expect(isFacilitator || isOwn || (topic !== undefined && hasHand(before, actor, topic))).toBe(true)
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
})
