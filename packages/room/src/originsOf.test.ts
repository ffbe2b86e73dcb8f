import { expect, it } from 'vitest'
import type { Round, Space, WorkshopEvent } from '@moot/workshop'
import { evolve, NO_WORKSHOP } from '@moot/workshop'
import { originsOf } from './originsOf.ts'

const space = (id: string, kind: Space['kind'], number: number, more: Partial<Space> = {}): Space => ({
  id,
  kind,
  number,
  videoName: '',
  videoLink: '',
  isHidden: false,
  help: null,
  board: null,
  isGone: false,
  ...more,
})
const round = (number: number, board: string, title: string): Round => ({
  number,
  opened: 0,
  ends: null,
  stage: null,
  fill: 'choose',
  slots: [{ space: 's3', board, title, question: '', noteTaker: null }],
  sent: {},
})

it('[WU-13] boards of spaces are called by round, space and title, also where the space is gone', () => {
  const spaces = {
    s3: space('s3', 'breakout', 3, { isGone: true }),
    hall: space('hall', 'hallway', 0, { board: 'lobby' }),
  }
  const rounds = [round(1, 'one', 'Leadership'), round(2, 'two', '')]
  const originOf = originsOf({ spaces, rounds, topics: {}, boards: {} })
  expect(['one', 'two', 'lobby', 'main'].map((board) => originOf(board, 0))).toEqual([
    'R1·3 Leadership',
    'R2·3',
    'Hallway',
    '',
  ])
})

it('[WU-13] the board of a topic that was in no space is called as it is, and that of one that went on by the round in which it was said', () => {
  const happened: WorkshopEvent[] = [
    { type: 'board.added', board: 'own', doc: 'd', title: 'Who owns the data?', template: '' },
    { type: 'board.added', board: 'on', doc: 'e', title: 'Tenders', template: '' },
    ...['own', 'on'].map((board): WorkshopEvent => ({
      type: 'topic.posted',
      topic: `of ${board}`,
      question: { id: board, text: 'Who owns the data?' },
      pitch: '',
      convener: 'cy',
      template: '',
      isAction: false,
      by: 'cy',
    })),
    { type: 'topic.started', topic: 'of own', board: 'own', by: 'cy' },
    { type: 'topic.started', topic: 'of on', board: 'on', by: null },
  ]
  const { topics, boards } = happened.reduce((all, event) => evolve(all, event, 0), NO_WORKSHOP)
  const spaces = { s3: space('s3', 'breakout', 3) }
  const rounds = [1, 2, 3].map((number) => ({ ...round(number, 'on', 'Tenders'), opened: number * 1_000 }))
  const originOf = originsOf({ spaces, rounds, topics, boards })
  expect(originOf('own', 0)).toBe('Who owns the data?')
  expect([0, 1_000, 1_999, 2_000, 2_999, 3_000, 9_000].map((said) => originOf('on', said))).toEqual([
    'R1·3 Tenders',
    'R1·3 Tenders',
    'R1·3 Tenders',
    'R2·3 Tenders',
    'R2·3 Tenders',
    'R3·3 Tenders',
    'R3·3 Tenders',
  ])
})
