import { describe, expect, it } from 'vitest'
import type { ReportView, TopicView } from '@moot/workshop'
import { reportWith } from '../../testing/reportWith.ts'
import { cell, topicWith } from '../../testing/topicWith.ts'
import { spaceWith, stageWith, viewWith } from '../../testing/viewWith.ts'
import { groupTitle } from './groupTitle.ts'
import { placeLabel, placeRead, placeShort } from '../workshop/topicPlace.ts'
import { groupsOf, isSameEntry, wallOf } from './wall.ts'

const topic = (id: string, parts: Partial<TopicView> = {}): TopicView =>
  topicWith(id, { state: 'ended', started: 1, ...parts })
const report = (parts: Partial<ReportView> = {}): ReportView => reportWith({ edited: 5, ...parts })
const round = (order: number, number: number) =>
  stageWith(order, { kind: 'round', where: 'round', round: number })
const slot = (number: number, space: string, at: number) => ({
  round: number,
  space,
  kind: 'breakout' as const,
  number: at,
  title: '',
  question: '',
})

/** Two rounds in two spaces; what is named by neither is at a time of its own. */
const view = viewWith({
  stages: { late: round(3, 3), early: round(1, 2), talk: stageWith(0, {}) },
  spaces: { one: spaceWith(1, {}), two: spaceWith(2, {}) },
  slots: { b1: slot(2, 'two', 2), b2: slot(2, 'one', 1), b3: slot(3, 'one', 1) },
  topics: {
    window: topic('window', { place: { round: null, time: '14:10', space: null, where: 'By the window' } }),
    b: topic('b', { place: cell('late', 'one'), board: 'b3' }),
    a: topic('a', { place: cell('early', 'two'), board: 'b1' }),
    c: topic('c', { place: cell('early', 'one'), board: 'b2' }),
    lost: topic('lost', {}),
  },
  reports: { window: report(), a: report(), b: report(), c: report(), lost: report() },
})
const ids = (sort: 'round' | 'space', from = view) => wallOf(from, sort).written.map(({ id }) => id)

describe('the news wall', () => {
  it('shows a report from its first line on, and what has none at the end', () => {
    const { written, empty, unfinished } = wallOf(
      {
        ...view,
        reports: {
          a: report({ edited: 0 }),
          b: report({ isSubmitted: true }),
          c: report(),
        },
      },
      'round',
    )
    expect([written, empty].map((some) => some.map(({ id }) => id))).toEqual([['c', 'b'], ['a']])
    expect(unfinished).toBe(1)
  })

  it('waits for no report of what is withdrawn or goes on in another round, and keeps what was written of it', () => {
    const topics = { a: topic('a', { state: 'continued' }), b: topic('b', { state: 'withdrawn' }) }
    const nothing = { a: report({ edited: 0 }), b: report({ edited: 0 }) }
    expect(wallOf({ ...view, topics, reports: nothing }, 'round')).toEqual({
      written: [],
      empty: [],
      unfinished: 0,
    })
    const some = { a: report(), b: report() }
    expect(wallOf({ ...view, topics, reports: some }, 'round').written).toHaveLength(2)
  })

  it('is sorted by round or by space; words of their own and what has neither come last', () => {
    expect(ids('round')).toEqual(['c', 'a', 'b', 'lost', 'window'])
    expect(ids('space')).toEqual(['c', 'b', 'a', 'lost', 'window'])
    const groups = groupsOf(wallOf(view, 'round').written, 'round')
    expect(groups.map(({ entries }) => entries.map(({ id }) => id))).toEqual([
      ['c', 'a'],
      ['b'],
      ['lost'],
      ['window'],
    ])
    expect(groups.map(({ entries: [first] }) => (first ? groupTitle(first, 'round') : ''))).toEqual([
      'Round 2',
      'Round 3',
      'At a time of their own',
      '14:10',
    ])
  })

  it('says of a topic that goes on where it was before and where it is next', () => {
    const topics = {
      ...view.topics,
      a: topic('a', { place: cell('early', 'two'), state: 'continued' }),
      b: topic('b', { place: cell('late', 'one'), continues: 'a' }),
      c: topic('c', { place: cell('late', 'two'), continues: 'a', state: 'withdrawn' }),
    }
    const { written } = wallOf({ ...view, topics }, 'round')
    const courses = written.map(({ id, before, after }) => [
      id,
      before === null ? '' : placeShort(before),
      after === null ? '' : placeShort(after),
    ])
    expect(courses.filter(([, before, after]) => before !== '' || after !== '')).toEqual([
      ['a', '', 'R3·1'],
      ['b', 'R2·2', ''],
      ['c', 'R2·2', ''],
    ])
    const [a] = written
    const moved = wallOf(
      { ...view, topics: { ...topics, b: topic('b', { place: cell('late', 'two'), continues: 'a' }) } },
      'round',
    ).written[0]
    expect(a !== undefined && moved !== undefined && isSameEntry(a, moved)).toBe(false)
  })

  it('keeps the number of a space that was taken away', () => {
    const { written } = wallOf({ ...view, spaces: {} }, 'round')
    expect(written.map(({ space }) => space)).toEqual([1, 2, 1, 0, 0])
  })

  it('says where: short for facilitators, in full for all, and read aloud without dots', () => {
    const [c, , , lost, window] = wallOf(view, 'round').written
    const said = (entry: typeof c) =>
      entry === undefined ? [] : [placeShort(entry), placeLabel(entry), placeRead(entry)]
    expect(said(c)).toEqual(['R2·1', 'Round 2 · Space 1', 'Round 2, space 1'])
    expect(said(window)).toEqual(['14:10 · By the window', '14:10 · By the window', '14:10 · By the window'])
    expect(said(lost)).toEqual(['', '', ''])
  })

  it('draws a card again only when its topic, its report or its place changes', () => {
    const [before] = wallOf(view, 'round').written
    const [same] = wallOf({ ...view, spaces: { ...view.spaces } }, 'round').written
    const reports = { ...view.reports, c: report({ edited: 9 }) }
    const [other] = wallOf({ ...view, reports }, 'round').written
    if (before === undefined || same === undefined || other === undefined) throw new Error('no entry')
    expect([isSameEntry(before, same), isSameEntry(before, other)]).toEqual([true, false])
  })
})
