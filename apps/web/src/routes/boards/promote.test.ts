import { describe, expect, it } from 'vitest'
import { meWith, viewWith } from '../../testing/viewWith.ts'
import '../../text/inside.ts'
import { originView, spaceOrigin, writeUpOrigins } from './origins.ts'
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
    const said = (asking: ReturnType<typeof asks>, board: string, created = 0): string | undefined =>
      spaceOrigin(asking, { board, item: 'n' }, created)
    const asks = (role: 'facilitator' | 'participant', round: number) =>
      originView({ slots: { ...view.slots, latest: { ...slot, round } }, me: meWith({ role }) })
    expect(said(asks('participant', 1), 'gone')).toBe('from Space 3')
    expect(said(asks('participant', 2), 'room')).toBe('from Space 3 of round 1')
    expect(said(asks('facilitator', 1), 'room')).toBe('from R1·3 Leadership')
    expect(said(asks('participant', 1), 'hall')).toBe('from Hallway')
    expect(said(asks('participant', 1), 'main')).toBeUndefined()
  })

  it('[W-116] says the round in which it was said, of a board that went on in a further one', () => {
    const earlier = [{ round: 1, number: 3, title: 'Leadership', until: 1_000 }]
    const asks = (role: 'facilitator' | 'participant') =>
      originView({
        slots: { room: { ...slot, round: 2, number: 2, title: 'Leading', earlier } },
        me: meWith({ role }),
      })
    const from = { board: 'room', item: 'n' }
    expect(spaceOrigin(asks('facilitator'), from, 999)).toBe('from R1·3 Leadership')
    expect(spaceOrigin(asks('participant'), from, 999)).toBe('from Space 3 of round 1')
    expect(spaceOrigin(asks('participant'), from, 1_000)).toBe('from Space 2 of round 2')
    expect(spaceOrigin(asks('participant'), { ...from, at: 999 }, 2_000)).toBe('from Space 3 of round 1')
    const origins = writeUpOrigins(asks('participant').slots)
    expect([origins('room', 999), origins('room', 1_000), origins('main', 0)]).toEqual([
      'R1·3 Leadership',
      'R2·2 Leading',
      '',
    ])
  })
})
