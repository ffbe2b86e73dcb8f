/** What one is told, and when it is no news any more. */
import { describe, expect, it } from 'vitest'
import type { Command } from '../command.ts'
import type { WorkshopEvent } from '../event.ts'
import { evolve } from '../evolve.ts'
import { project } from '../project.ts'
import type { Workshop } from '../state.ts'
import { cell, MARKET, RUNNING } from '../testing/topics.ts'
import { AROUND, AT, carryOut } from '../testing/workshops.ts'
import { NOTICES_KEPT } from './topic.ts'

/** What a person has not looked at yet. */
const told = (workshop: Workshop, person: string): string[] =>
  project(workshop, person, AROUND)?.me.topics.notices.map(({ kind, topic, text }) =>
    [kind, topic, text].join(' ').trim(),
  ) ?? []

/** Bo asks to join his topic with Ama's, and this person says yes. */
function join(workshop: Workshop, actor = 'ama', around?: Parameters<typeof carryOut>[3]): Workshop {
  const asked = carryOut(workshop, { type: 'topic.askMerge', topic: 'place', other: 'lead' }, 'bo')
  const ask = Object.keys(asked.merges).at(-1) ?? ''
  return carryOut(asked, { type: 'merge.answer', ask, isYes: true }, actor, around)
}
const UNDO: Command = { type: 'topic.unmerge', topic: 'place' }

describe('[W-92] what one was told and has not seen', () => {
  it('stays until it is, whatever others are told again and again, and what they have seen goes first', () => {
    const gone = carryOut(MARKET, { type: 'topic.withdraw', topic: 'lead', reason: 'Covered' }, 'ama')
    const notice = (id: string, text: string): WorkshopEvent => ({
      type: 'notice.given',
      notice: id,
      kind: 'acted',
      to: ['bo'],
      topic: 'place',
      other: null,
      text,
      by: 'farah',
    })
    let again = gone
    for (let time = 0; time < NOTICES_KEPT; time += 1)
      again = evolve(again, notice(`same${time}`, 'edited'), AT)
    expect(told(again, 'sam')).toEqual(['withdrawn lead Covered'])
    expect(told(again, 'bo')).toEqual(['acted place edited'])
    let seen = gone
    for (let time = 0; time < NOTICES_KEPT; time += 1) {
      seen = evolve(seen, notice(`new${time}`, `${time}`), AT)
      seen = evolve(seen, { type: 'notices.seen', person: 'bo', notices: [`new${time}`] }, AT)
    }
    expect(told(seen, 'sam')).toEqual(['withdrawn lead Covered'])
    expect(seen.notices).toHaveLength(NOTICES_KEPT)
  })

  it('goes with the joining that it told of, and with its undoing', () => {
    const joined = join(MARKET)
    expect(told(joined, 'bo')).toEqual(['merged lead'])
    const apart = carryOut(joined, UNDO, 'ama')
    expect(told(apart, 'bo')).toEqual(['unmerged place'])
    // Joined once more, that is what counts; told twice, because it happened twice.
    expect(new Set(told(join(apart), 'bo'))).toEqual(new Set(['merged lead']))
  })

  it('goes where a facilitator joined it for somebody, and that was undone', () => {
    const here = new Set(Object.keys(MARKET.people).filter((id) => id !== 'ama'))
    const away = { now: AT + 13 * 60_000, here, left: new Map([['ama', AT]]) }
    const joined = join(MARKET, 'farah', away)
    expect(told(joined, 'ama')).toContain('acted lead merged')
    expect(told(carryOut(joined, UNDO, 'bo'), 'ama')).toEqual(['unmerged place'])
  })

  it('goes once a topic is brought back, has a place again, or its report is in', () => {
    const gone = carryOut(MARKET, { type: 'topic.withdraw', topic: 'lead', reason: 'Covered' }, 'ama')
    expect(told(gone, 'sam')).toEqual(['withdrawn lead Covered'])
    expect(told(carryOut(gone, { type: 'topic.bringBack', topic: 'lead' }, 'ama'), 'sam')).toEqual([])

    const unplaced = carryOut(MARKET, { type: 'stage.remove', stage: 'r1' }, 'farah')
    expect(told(unplaced, 'ama')).toEqual(['unplaced lead'])
    const again = carryOut(unplaced, { type: 'topic.place', topic: 'lead', place: cell(2, 4) }, 'ama')
    expect(told(again, 'ama')).toEqual([])

    const nudged = carryOut(RUNNING, { type: 'report.nudge', topic: 'lead' }, 'farah')
    expect(told(nudged, 'ama')).toEqual(['report lead'])
    const begun = { text: 'We lead together', before: '' }
    const written = carryOut(
      nudged,
      { type: 'report.write', topic: 'lead', field: 'headline', ...begun },
      'ama',
    )
    expect(told(written, 'ama')).toEqual(['report lead'])
    expect(told(carryOut(written, { type: 'report.submit', topic: 'lead' }, 'ama'), 'ama')).toEqual([])
  })
})
