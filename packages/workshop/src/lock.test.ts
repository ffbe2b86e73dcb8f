import { expect, it } from 'vitest'
import type { WorkshopEvent } from './event.ts'
import { lockable, lockOf, mayOnBoard } from './lock.ts'
import { project } from './project.ts'
import type { Role, Workshop } from './state.ts'
import { ROLES } from './state.ts'
import { after, AROUND, give, open, WORKSHOP } from './testing/workshops.ts'

const reading = { type: 'stage.started', stage: 'read', by: 'fay' } as const
const plan: WorkshopEvent = {
  type: 'plan.set',
  stages: ['read', 'write'].map((id) => ({
    id,
    kind: 'harvest',
    title: id,
    prompt: '',
    part: '',
    where: 'main',
    template: '',
    minutes: 0,
    gate: 'none',
    isReadOnly: id === 'read',
  })),
}

/** Roles that the board keeps from writing. A browser comes to the same from what it has been sent. */
function readers(workshop: Workshop, board: string): readonly Role[] {
  const lock = lockOf(lockable(workshop), board)
  for (const { id, role } of Object.values(workshop.people)) {
    const view = project(workshop, id, AROUND)
    if (view !== undefined) expect([role, lockOf(view, board)]).toEqual([role, lock])
  }
  expect(mayOnBoard('observer', lock)).toBe('watch')
  return ROLES.filter((role) => mayOnBoard(role, lock) === 'locked')
}

it('[W-62] a locked board is to be read by everybody but facilitators, and a browser knows it as the server does', () => {
  const [board = ''] = Object.keys(WORKSHOP.boards)
  const locked = after([{ type: 'board.locked', board, isLocked: true, by: 'fay' }], WORKSHOP)
  expect([readers(WORKSHOP, board), readers(locked, board)]).toEqual([[], ['participant']])
  expect(readers(locked, 'constructor')).toEqual([])
})

it('[W-62] a stage for reading concerns the boards of the main room, and ends with it', () => {
  const [board = ''] = Object.keys(WORKSHOP.boards)
  const opened = give(WORKSHOP, open(1))
  const inSpace = opened.rounds[0]?.slots[0]?.board ?? ''
  const hallway = Object.values(opened.spaces).find(({ kind }) => kind === 'hallway')?.board ?? ''
  const read = after([plan, reading], opened)
  expect(readers(read, board)).toEqual(['participant'])
  for (const other of [inSpace, hallway]) expect(readers(read, other)).toEqual([])
  expect(readers(after([{ ...reading, stage: 'write' }], read), board)).toEqual([])
})
