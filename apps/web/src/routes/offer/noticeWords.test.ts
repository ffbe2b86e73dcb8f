import type { NoticeKind, NoticeView } from '@moot/workshop'
import { describe, expect, it } from 'vitest'
import '../../text/withOffer.ts'
import { noticeWords } from './noticeWords.ts'

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
}
const KINDS = Object.keys(kinds).filter((kind): kind is NoticeKind => kind in kinds)

const view = {
  topics: {},
  people: { theo: { name: 'Theo', role: 'facilitator' as const, at: null } },
}
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

  it('says why a topic was withdrawn, where that was said', () => {
    expect(told('withdrawn', 'I have to leave')).toMatch(/: I have to leave$/)
  })
})
