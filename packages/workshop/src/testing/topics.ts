/** An open space for tests: topics of several people, two rounds and four spaces, in the middle of the marketplace. */
import type { WorkshopEvent } from '../event.ts'
import type { Role, Workshop } from '../state.ts'
import type { Place, Topic } from '../topics/topic.ts'
import { after, AT, stage } from './workshops.ts'

const join = (name: string, role: Role = 'participant'): WorkshopEvent => ({
  type: 'person.joined',
  person: name.toLowerCase(),
  name,
  role,
})

/** A cell of the grid: `cell(1, 2)` is round 1, space 2. */
export const cell = (round: number, space: number): Place => ({
  round: `r${round}`,
  time: '',
  space: `sp${space}`,
  where: '',
})

/** A topic that somebody offers; its question has an id of its own. */
export const posted = (topic: string, question: string, convener: string): WorkshopEvent => ({
  type: 'topic.posted',
  topic,
  question: { id: `q-${topic}`, text: question },
  pitch: '',
  convener,
  template: '',
  isAction: false,
  by: convener,
})

/** Somebody signs up. */
export const signedUp = (topic: string, ...people: readonly string[]): WorkshopEvent[] =>
  people.map((person) => ({ type: 'topic.signedUp', topic, person, isOn: true, by: person }))

/**
 * Ama's, Bo's and Bea's topics are placed in round 1, Cy's in round 2, Di's nowhere yet. Hana writes for Bea. Farah and
 * Theo lead, Olu looks on.
 */
export const MARKET: Workshop = after([
  { type: 'workshop.made', id: 'w', title: 'Keep, drop and grow', question: 'What should we keep?' },
  { type: 'board.added', board: 'b', title: 'Main', doc: 'd', template: 'blank' },
  join('Farah', 'facilitator'),
  join('Theo', 'facilitator'),
  join('Olu', 'observer'),
  ...['Ama', 'Bo', 'Cy', 'Di', 'Hana', 'Sam', 'Mo'].map((name) => join(name)),
  {
    type: 'person.joined',
    person: 'bea',
    name: 'Bea',
    role: 'participant',
    way: { kind: 'assisted', helper: 'hana' },
  },
  {
    type: 'plan.set',
    stages: [
      { ...stage('Marketplace', { kind: 'marketplace', minutes: 15 }), id: 'market' },
      { ...stage('Round 1', { kind: 'round', where: 'round', minutes: 22 }), id: 'r1' },
      { ...stage('Round 2', { kind: 'round', where: 'round', minutes: 22 }), id: 'r2' },
      { ...stage('News', { kind: 'news' }), id: 'news' },
    ],
  },
  ...[1, 2, 3, 4].map((number): WorkshopEvent => ({
    type: 'space.added',
    space: `sp${number}`,
    kind: 'breakout',
    number,
    isHidden: false,
    board: null,
  })),
  { type: 'stage.started', stage: 'market', by: 'farah' },
  posted('lead', 'Who leads?', 'ama'),
  posted('place', 'How local will it be?', 'bo'),
  posted('food', 'Where do unclaimed meals go?', 'bea'),
  posted('data', 'Which data helps people learn?', 'cy'),
  posted('phone', 'Do phones still matter?', 'di'),
  { type: 'topic.placed', topic: 'lead', place: cell(1, 1), by: 'ama' },
  { type: 'topic.placed', topic: 'place', place: cell(1, 2), by: 'bo' },
  { type: 'topic.placed', topic: 'food', place: cell(1, 3), by: 'hana' },
  { type: 'topic.placed', topic: 'data', place: cell(2, 1), by: 'cy' },
  ...signedUp('lead', 'sam', 'mo'),
  ...signedUp('place', 'sam', 'di', 'cy'),
  ...signedUp('food', 'mo'),
])

/** Round 1 is on with Ama's topic alone, which has a board and a report; Bo's and Bea's went to round 2. */
export const RUNNING: Workshop = after(
  [
    { type: 'topic.placed', topic: 'place', place: cell(2, 2), by: 'bo' },
    { type: 'topic.placed', topic: 'food', place: cell(2, 3), by: 'hana' },
    { type: 'board.added', board: 'lead-board', title: 'Who leads?', doc: 'lead-doc', template: 'columns' },
    { type: 'stage.started', stage: 'r1', by: 'farah' },
    {
      type: 'round.opened',
      stage: 'r1',
      fill: 'choose',
      slots: [{ space: 'sp1', board: 'lead-board', title: '', question: 'Who leads?' }],
      number: 1,
    },
    { type: 'topic.started', topic: 'lead', board: 'lead-board', by: null },
  ],
  MARKET,
  AT,
)

/** A topic that has to be there. */
export function topicOf({ topics }: Workshop, id: string): Topic {
  const topic = topics[id]
  if (topic === undefined) throw new Error(`there is no topic ${id}`)
  return topic
}

/** The questions of a topic, the main one first. */
export const questionsOf = (workshop: Workshop, id: string): readonly string[] =>
  topicOf(workshop, id).questions.map(({ text }) => text)

/** What somebody was told and has not seen: kind, topic, words. */
export const toldTo = ({ notices }: Workshop, person: string): readonly string[] =>
  notices
    .filter(({ unseen }) => unseen.includes(person))
    .map(({ kind, topic, text }) => [kind, topic, ...(text === '' ? [] : [text])].join(' '))
