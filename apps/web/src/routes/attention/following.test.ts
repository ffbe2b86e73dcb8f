import { describe, expect, it } from 'vitest'
import { viewWith } from '../../testing/viewWith.ts'
import { countHere, hereInvitation, ledView, sectionInView } from './following.ts'

const { now } = viewWith({})
const invitation = { kind: 'here', by: 'farah', board: 'b', at: 5 } as const
const board = { title: 'B', doc: 'd', template: 'blank', order: 0 }

describe('following', () => {
  it('knows an invitation to a board that is there, and none to one that was taken away', () => {
    expect(hereInvitation({ now: { ...now, invitation }, boards: { b: board } })).toEqual(invitation)
    expect(hereInvitation({ now: { ...now, invitation }, boards: {} })).toBeUndefined()
    const back = { kind: 'back', by: 'farah', at: 5 } as const
    expect(hereInvitation({ now: { ...now, invitation: back }, boards: { b: board } })).toBeUndefined()
  })

  it('takes the view of the inviter only, of their tab that showed something last', () => {
    const box = (x: number) => ({ x, y: 0, w: 10, h: 10 })
    const others = new Map([
      [1, { view: box(1) }],
      [2, { view: box(2) }],
      [3, { cursor: { x: 0, y: 0 } }],
      [4, { view: box(4) }],
    ])
    // Only `others` is read.
    const replica = { presence: { others } } as unknown as Parameters<typeof ledView>[0]
    const clients = { 1: 'farah', 2: 'farah', 3: 'farah', 4: 'sam' }
    expect(ledView(replica, clients, 'farah')).toEqual(box(2))
    expect(ledView(replica, clients, 'theo')).toBeUndefined()
  })

  it('is about the section that is shown most, or that is in the middle of all', () => {
    const regions = [
      { id: 'left', x: 0, y: 0, w: 600, h: 400 },
      { id: 'middle', x: 620, y: 0, w: 600, h: 400 },
      { id: 'right', x: 1240, y: 0, w: 600, h: 400 },
    ]
    const at = (x: number, w: number) => sectionInView(regions, { x, y: -50, w, h: 500 })?.id
    expect(at(0, 640)).toBe('left')
    expect(at(500, 640)).toBe('middle')
    expect(at(-20, 1900)).toBe('middle')
    expect(at(3000, 640)).toBeUndefined()
  })

  it('counts those who are at the board, of everybody who is there but the inviter', () => {
    const person = (at: string | null | undefined) => ({
      name: 'x',
      role: 'participant' as const,
      at: at === undefined ? null : { board: at, note: null },
    })
    const people = {
      farah: person('b'),
      ama: person('b'),
      bo: person(null),
      away: person(undefined),
      trial: { ...person('b'), isTrial: true as const },
    }
    expect(countHere(people, invitation)).toEqual({ here: 1, all: 2 })
  })
})
