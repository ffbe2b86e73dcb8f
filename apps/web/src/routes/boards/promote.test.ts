import { describe, expect, it } from 'vitest'
import { meWith, viewWith } from '../../testing/viewWith.ts'
import '../../text/inside.ts'
import { originView, spaceOrigin } from './origins.ts'
import { promotesTo } from './promote.ts'

const board = { title: 'B', doc: 'd', template: 'blank', order: 0 }
const slot = {
  round: 1,
  space: 's3',
  kind: 'breakout',
  number: 3,
  title: 'Leadership',
  question: '',
} as const
const { now } = viewWith({})
const view = viewWith({
  boards: { main: board, room: board },
  slots: { room: slot, gone: slot, hall: { ...slot, round: 0, kind: 'hallway', number: 0, title: '' } },
  now: { ...now, board: 'main', round: 1 },
})

describe('promoting', () => {
  it('goes from boards of spaces to the main board, and from nowhere else', () => {
    expect(promotesTo(view, 'room')).toBe('main')
    expect(promotesTo(view, 'main')).toBeUndefined()
    expect(promotesTo({ ...view, now: { ...now, board: null } }, 'room')).toBeUndefined()
    expect(promotesTo({ ...view, now: { ...now, board: 'room' } }, 'room')).toBeUndefined()
  })

  it('says which space something is from, as each person knows it, also where the board is gone', () => {
    const asks = (role: 'facilitator' | 'participant', round: number) =>
      originView({ slots: { ...view.slots, latest: { ...slot, round } }, me: meWith({ role }) })
    expect(spaceOrigin(asks('participant', 1), 'gone')).toBe('from Space 3')
    expect(spaceOrigin(asks('participant', 2), 'room')).toBe('from Space 3 of round 1')
    expect(spaceOrigin(asks('facilitator', 1), 'room')).toBe('from R1·3 Leadership')
    expect(spaceOrigin(asks('participant', 1), 'hall')).toBe('from Hallway')
    expect(spaceOrigin(asks('participant', 1), 'main')).toBeUndefined()
  })
})
