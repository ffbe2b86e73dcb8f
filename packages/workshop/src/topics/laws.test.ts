/** What holds of an open space whatever is asked, in any order, by anybody: nothing is lost, nothing is twice. */
import { describe, expect, it } from 'vitest'
import { evolve } from '../evolve.ts'
import type { Workshop } from '../state.ts'
import type { Step } from '../testing/lives.ts'
import { always, alwaysJoining } from '../testing/lives.ts'
import { AT } from '../testing/workshops.ts'
import type { Question, Topic } from './topic.ts'
import { cellOf, isOnGrid, isOver } from './topic.ts'

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
