import { expect, it } from 'vitest'
import type { StageView, WorkshopView } from '@moot/workshop'
import { lockOf } from '@moot/workshop'
import { meWith, viewWith } from '../../testing/viewWith.ts'
import { onlyReads } from './lock.ts'

const board = { title: 'B', doc: 'd', template: 'blank', order: 0 }
const reading: StageView = {
  kind: 'harvest',
  title: 'Reading',
  prompt: '',
  part: '',
  where: 'main',
  template: '',
  minutes: 0,
  gate: 'none',
  isReadOnly: true,
  order: 0,
  started: 1,
  ended: null,
  board: null,
}
const slot = { round: 1, space: 's', kind: 'breakout', number: 1, title: '', question: '' } as const

function view(role: 'facilitator' | 'participant' | 'observer', parts: Partial<WorkshopView>): WorkshopView {
  return viewWith({ boards: { main: board, room: board }, me: meWith({ role }), ...parts })
}

it('[CL-12] a lock keeps participants from writing, observers never write, facilitators always', () => {
  const locked = { boards: { main: { ...board, isLocked: true } as const, room: board } }
  expect(lockOf(view('participant', locked), 'main')).toBe('locked')
  expect(onlyReads(view('participant', locked), 'main')).toBe(true)
  expect(onlyReads(view('participant', locked), 'room')).toBe(false)
  expect(onlyReads(view('facilitator', locked), 'main')).toBe(false)
  expect(onlyReads(view('observer', {}), 'room')).toBe(true)
})

it('[CL-12] an activity for reading concerns boards of the main room, not those of spaces', () => {
  const { now } = viewWith({})
  const parts = { stages: { read: reading }, now: { ...now, stage: 'read' }, slots: { room: slot } }
  expect(lockOf(view('participant', parts), 'main')).toBe('activity')
  expect(lockOf(view('participant', parts), 'room')).toBeUndefined()
  expect(onlyReads(view('participant', parts), 'main')).toBe(true)
  expect(onlyReads(view('facilitator', parts), 'main')).toBe(false)
})
