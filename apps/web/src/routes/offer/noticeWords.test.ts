import type { NoticeKind, NoticeView, WorkshopView } from '@moot/workshop'
import { describe, expect, it } from 'vitest'
import '../../text/withOffer.ts'
import { cell, topicWith } from '../../testing/topicWith.ts'
import { meWith, spaceWith, stageWith, viewWith } from '../../testing/viewWith.ts'
import { inOrder, noticeWords } from './noticeWords.ts'

// Complete by its type.
const kinds: { readonly [K in NoticeKind]: true } = {
  withdrawn: true,
  acted: true,
  unplaced: true,
  merged: true,
  notMerged: true,
  unmerged: true,
  tookOver: true,
  convened: true,
  report: true,
  passedOver: true,
  draftKept: true,
}
const KINDS = Object.keys(kinds).filter((kind): kind is NoticeKind => kind in kinds)

const view = viewWith({ people: { theo: { name: 'Theo', role: 'facilitator' as const, at: null } } })
const told = (kind: NoticeView['kind'], text = '') =>
  noticeWords({ id: 'n', kind, topic: 't', other: null, by: 'theo', at: 0, text }, view)

describe('what somebody is told alone', () => {
  it('has a sentence for every kind', () => {
    for (const kind of KINDS) expect(told(kind)).toMatch(/^\S.*[a-z.”]$/i)
    expect(new Set(KINDS.map((kind) => told(kind))).size).toBe(KINDS.length)
  })

  it('says what a facilitator did, and something true of what it does not know', () => {
    expect(told('acted', 'placed')).toContain('Theo, a facilitator, placed')
    expect(told('acted', 'somethingNew')).toContain('changed something about')
  })

  it('says where a topic is that a facilitator placed, and keeps words that run the other way together', () => {
    const placed = viewWith({
      ...view,
      stages: { r2: stageWith(0, { where: 'round', round: 2 }) },
      spaces: { a: spaceWith(1, {}) },
      topics: {
        t: topicWith('t', {
          place: cell('r2', 'a'),
          questions: [{ id: 'q', text: 'مَن؟', origin: 't', by: 'ama' }],
        }),
      },
    })
    const words = noticeWords(
      { id: 'n', kind: 'acted', topic: 't', other: null, by: 'theo', at: 0, text: 'placed' },
      placed,
    )
    expect(words).toBe('Theo, a facilitator, placed “\u2068مَن؟\u2069”. It is here now: Round 2 · Space 1.')
  })

  it('says why a topic was withdrawn, where that was said', () => {
    expect(told('withdrawn', 'I have to leave')).toMatch(/: I have to leave$/)
  })

  it('tells who was passed over that their question is kept, and what they can do just now', () => {
    const draft = {
      id: 't',
      owner: 'ama',
      question: 'Who cooks?',
      pitch: '',
      template: '',
      isAction: false,
      at: 0,
    }
    const me = meWith({ topics: { ...meWith({}).topics, drafts: [draft] } })
    const notice: NoticeView = {
      id: 'n',
      kind: 'passedOver',
      topic: 't',
      other: null,
      by: 'theo',
      at: 0,
      text: '',
    }
    const market = { isDrafting: false, drafting: 1, turn: null, signUps: 'names' as const }
    const turn = { draft: 'u', person: 'bo', at: 0, after: 2 }
    const words = (on: Partial<WorkshopView['market']>): string =>
      noticeWords(notice, { ...view, me, market: { ...market, ...on } })
    expect(words({})).toBe(
      'It was your turn, and Theo went on. “Who cooks?” is kept, for you alone. You can post it whenever you like.',
    )
    expect(words({ turn })).toContain('You can have another turn, after the others.')
    expect(words({ isDrafting: true })).toMatch(/for you alone\.$/)
  })

  it('comes most pressing first, a reminder before a place that was lost, then newest first, and what says the same once', () => {
    const at = (id: string, kind: NoticeKind, when: number): NoticeView => ({
      id,
      kind,
      topic: 't',
      other: null,
      by: 'theo',
      at: when,
      text: '',
    })
    const told = inOrder(
      [
        at('a', 'tookOver', 1),
        at('b', 'unplaced', 2),
        at('c', 'report', 3),
        at('d', 'convened', 4),
        at('e', 'tookOver', 5),
      ],
      view,
    )
    expect(told.map(({ ids }) => ids)).toEqual([['c'], ['b'], ['e', 'a'], ['d']])
  })
})
