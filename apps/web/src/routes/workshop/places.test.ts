import type { SpaceView, StageView } from '@moot/workshop'
import { describe, expect, it } from 'vitest'
import { meWith, spaceWith, stageWith, viewWith } from '../../testing/viewWith.ts'
import { belonging, openSpaces, spaceLabel, spaceLabelRead } from './places.ts'

const space = (number: number, parts: Partial<SpaceView> = {}): SpaceView => spaceWith(number, parts)
const spaces = {
  d: space(0, { kind: 'help', isOn: false }),
  h: space(0, { kind: 'hallway', isOn: false }),
  c: space(3, { title: 'Leadership', board: 'leading' }),
  a: space(1),
  z: space(7, { isHidden: true, isOn: false }),
}
const stage = (order: number, parts: Partial<StageView>): StageView =>
  stageWith(order, { where: 'spaces', ...parts })
const nowWith = (parts: Partial<ReturnType<typeof viewWith>['now']>) => ({
  ...viewWith({}).now,
  focus: 'spaces' as const,
  round: 1,
  ...parts,
})
const sent = { space: 'c', at: 5 }
const slots = {
  leading: { round: 1, space: 'c', kind: 'breakout', number: 3, title: 'Leadership', question: '' },
} as const

describe('the places of a workshop', () => {
  it('lists breakouts by number, then hallway and help desk; what is folded away is not there', () => {
    expect(openSpaces(spaces).map(({ id }) => id)).toEqual(['a', 'c', 'h', 'd'])
  })

  it('calls a space by its number for people, by round and number for facilitators, and reads that aloud', () => {
    const view = (role: 'participant' | 'facilitator') =>
      viewWith({ spaces, slots, now: nowWith({}), me: meWith({ role }) })
    expect(spaceLabel(view('participant'), spaces.c)).toBe('Space 3 · Leadership')
    expect(spaceLabel(view('facilitator'), spaces.c)).toBe('R1·3 Leadership')
    expect(spaceLabelRead(view('facilitator'), spaces.c)).toBe('Round 1, space 3: Leadership')
    expect(spaceLabel(view('facilitator'), spaces.h)).toBe('Hallway')
    // People only talk there: it is in no round that is counted.
    expect(spaceLabel(view('facilitator'), spaces.a)).toBe('Space 1')
  })
})

describe('where somebody belongs', () => {
  const of = (me: Partial<ReturnType<typeof meWith>>, now = nowWith({}), wasSeen = false) => {
    const found = belonging(viewWith({ spaces, now, me: meWith(me) }), wasSeen)
    return 'space' in found ? `${found.kind} ${found.space.id}` : found.kind
  }

  it('is where they were sent, until they are there', () => {
    expect(of({ sent })).toBe('sent c')
    expect(of({ sent, space: 'c' })).toBe('there c')
  })

  it('is where they went by their own choice, once they have seen where they were sent', () => {
    expect(of({ sent, space: 'a' })).toBe('sent c')
    expect(of({ sent, space: 'a' }, nowWith({}), true)).toBe('there a')
    expect(of({ sent }, nowWith({}), true)).toBe('sent c')
  })

  it('is the main room when everybody is invited back, wherever they are', () => {
    expect(of({ sent, space: 'c' }, nowWith({ focus: 'main' }))).toBe('main')
  })

  it('is their own choice where nobody was sent, and nowhere yet before the spaces are open', () => {
    expect(of({})).toBe('choose')
    expect(of({}, nowWith({ round: 0 }))).toBe('waiting')
  })

  it('is lost with a space that was taken away', () => {
    expect(of({ space: 'gone' })).toBe('lost')
    expect(of({ space: 'gone' }, nowWith({ ended: 9 }))).toBe('main')
  })

  it('waits for the spaces of this round, and not for those of the part that goes on', () => {
    const stages = {
      one: stage(0, { where: 'round' }),
      two: stage(1, { where: 'round' }),
      three: stage(2, { part: 'Three horizons' }),
      four: stage(3, { part: 'Three horizons' }),
    }
    const kind = (current: string, roundStage: string | null) =>
      belonging(viewWith({ spaces, stages, now: nowWith({ stage: current, roundStage }) }), false).kind
    expect(kind('one', 'one')).toBe('choose')
    expect(kind('two', 'one')).toBe('waiting')
    expect(kind('four', 'three')).toBe('choose')
    expect(kind('three', 'two')).toBe('waiting')
    expect(kind('three', null)).toBe('choose')
    // Whoever is in a space still, or was sent to one, belongs there no longer: the next round is not open yet.
    for (const me of [meWith({ space: 'a' }), meWith({ sent })])
      for (const [current, belongs] of [
        ['two', 'waiting'],
        ['one', me.space === null ? 'sent' : 'there'],
      ] as const)
        expect(
          belonging(
            viewWith({ spaces, stages, me, now: nowWith({ stage: current, roundStage: 'one' }) }),
            false,
          ).kind,
        ).toBe(belongs)
  })
})
