import { expect, it } from 'vitest'
import type { Round, Space } from '@moot/workshop'
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
  expect(originsOf({ spaces, rounds: [round(1, 'one', 'Leadership'), round(2, 'two', '')] })).toEqual({
    one: 'R1·3 Leadership',
    two: 'R2·3',
    lobby: 'Hallway',
  })
})
