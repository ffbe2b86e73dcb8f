import { describe, expect, it } from 'vitest'
import { NO_TOPICS_OF_MINE } from '@moot/workshop'
import { cell, topicsById, topicWith } from '../../testing/topicWith.ts'
import { meWith, spaceWith, viewWith } from '../../testing/viewWith.ts'
import {
  isMine,
  namesOf,
  offeredAloneBy,
  offeredTopics,
  reportsToFinish,
  signedUp,
  spaceOfTopic,
  topicOfBoard,
  topicOfSpace,
  topicsOfRound,
  unplacedTopics,
} from './topicsHere.ts'

const ids = (topics: readonly { readonly id: string }[]): string[] => topics.map(({ id }) => id)

const topics = topicsById(
  topicWith('late', { state: 'running', place: cell('r1', 'c'), board: 'bc', started: 9, conveners: ['cy'] }),
  topicWith('own', {
    state: 'running',
    place: { round: 'r1', time: '', space: null, where: 'by the window' },
    conveners: ['di'],
  }),
  topicWith('first', { state: 'ended', place: cell('r1', 'a'), board: 'ba', started: 9, over: 90 }),
  topicWith('next', { state: 'scheduled', place: cell('r2', 'a'), conveners: ['bea'] }),
  topicWith('free', { conveners: ['bo'] }),
  topicWith('joined', { state: 'merged', place: cell('r1', 'a'), mergedInto: 'first' }),
  topicWith('gone', { state: 'withdrawn', place: cell('r1', 'c') }),
)
const view = viewWith({
  topics,
  spaces: { a: spaceWith(1, { board: 'ba' }), c: spaceWith(3, { board: 'bc' }) },
  me: meWith({
    assists: ['bea'],
    topics: { ...NO_TOPICS_OF_MINE, signUps: { ama: ['late'], bea: ['late', 'own'] } },
  }),
})
const of = (id: string) => topics[id] ?? topicWith(id)

describe('topics on the screens around them', () => {
  it('are those of a round by space, places of their own words last; what was merged or withdrawn is not there', () => {
    expect(ids(topicsOfRound(view, 'r1'))).toEqual(['first', 'late', 'own'])
    expect(ids(topicsOfRound(view, 'r2'))).toEqual(['next'])
    expect(offeredTopics(view)).toHaveLength(5)
    expect(ids(unplacedTopics(view))).toEqual(['free'])
  })

  it('are met in their space while it is theirs: not one that began early, or goes on late, where another one is', () => {
    const early = topicWith('early', { state: 'running', place: cell('r2', 'c'), board: 'be' })
    expect(spaceOfTopic(view, of('late'))?.id).toBe('c')
    expect(spaceOfTopic(view, early)).toBeUndefined()
    expect(spaceOfTopic({ spaces: { c: spaceWith(3, { board: null }) } }, early)?.id).toBe('c')
    for (const id of ['own', 'first', 'next', 'free']) expect(spaceOfTopic(view, of(id))).toBeUndefined()
  })

  it('are without anybody who decides once who alone offers them is gone', () => {
    expect(ids(offeredAloneBy(view, 'cy'))).toEqual(['late'])
    expect(
      offeredAloneBy({ topics: { both: topicWith('both', { conveners: ['cy', 'di'] }) } }, 'cy'),
    ).toEqual([])
    expect(
      offeredAloneBy({ topics: { was: topicWith('was', { conveners: ['cy'], over: 9 }) } }, 'cy'),
    ).toEqual([])
  })

  it('are one’s own where one convenes or signed up, or somebody does for whom one writes', () => {
    expect(['late', 'own', 'first', 'next', 'free'].map((id) => isMine(view, of(id)))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
    expect(signedUp(view, of('late'))).toEqual(['ama', 'bea'])
    expect(signedUp(view, of('own'))).toEqual(['bea'])
  })

  it('belong to a board and to a space: what goes on before what was', () => {
    expect(topicOfBoard(view, 'ba')?.id).toBe('first')
    expect(topicOfBoard(view, 'elsewhere')).toBeUndefined()
    expect(topicOfSpace(view, { id: 'c', board: 'bc' })?.id).toBe('late')
    expect(topicOfSpace(view, { id: 'c', board: null })?.id).toBe('late')
    // A new round has begun while the one before still has its two minutes.
    const fresh = topicWith('fresh', { state: 'running', place: cell('r2', 'c'), board: 'bn', started: 99 })
    expect(topicOfSpace({ topics: { ...topics, fresh } }, { id: 'c', board: 'bn' })?.id).toBe('fresh')
    const again = topicWith('again', { state: 'running', board: 'ba', started: 99, continues: 'first' })
    const now = { topics: { ...topics, again } }
    expect(topicOfBoard(now, 'ba')?.id).toBe('again')
  })

  it('leave reports that their conveners have still to submit', () => {
    const report = {
      texts: { headline: '', next: '', question: '', said: '', requests: '', resources: '', surprising: '' },
      quote: null,
      noteTaker: null,
      writer: null,
      helpers: [],
      people: 0,
      named: [],
      perspectives: [],
      edited: 0,
      isSubmitted: false,
      versions: [],
    }
    expect(ids(reportsToFinish({ ...view, reports: { first: report, late: report } }))).toEqual(['first'])
    expect(reportsToFinish({ ...view, reports: { first: { ...report, isSubmitted: true } } })).toEqual([])
  })

  it('name people as one reads it', () => {
    const people = { ama: { name: 'Ama' }, bo: { name: 'Bo' } }
    const named = viewWith({
      people: Object.fromEntries(
        Object.entries(people).map(([id, { name }]) => [
          id,
          { name, role: 'participant' as const, at: null },
        ]),
      ),
    })
    expect(namesOf(named, ['ama', 'bo', 'nobody'])).toBe('Ama and Bo')
    expect(namesOf(named, ['ama', 'bo'], 'ama')).toBe('Bo')
  })
})
