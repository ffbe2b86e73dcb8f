/** How topics come to be offered, placed and opened. */
import { describe, expect, it } from 'vitest'
import { cell, go, MARKET, offer, place, ROUNDS, topicOf } from '../testing/openSpace.ts'
import { AT, carryOut, eventsOf, judge, spaceId } from '../testing/workshops.ts'

describe('from the first question to the round', () => {
  it('[W-63] what is offered and placed opens with its round: space, board, people, without another press', () => {
    let workshop = offer(MARKET, 'ama', 'Who leads when nobody is in charge?')
    workshop = offer(workshop, 'cy', 'Which data helps people learn?')
    workshop = place(workshop, 'Who leads when nobody is in charge?', 1, 3)
    workshop = place(workshop, 'Which data helps people learn?', 1, 2)
    const ama = topicOf(workshop, 'Who leads when nobody is in charge?')
    workshop = carryOut(workshop, { type: 'topic.signUp', topic: ama.id, isOn: true }, 'sam')
    workshop = go(workshop, 1)
    const running = topicOf(workshop, 'Who leads when nobody is in charge?')
    expect(running).toMatchObject({ state: 'running', started: AT })
    expect(workshop.boards[running.board ?? '']).toMatchObject({
      title: 'Who leads when nobody is in charge?',
      template: 'blank',
    })
    expect(workshop.rounds).toMatchObject([{ number: 1, stage: ROUNDS[0], ends: AT + 22 * 60_000 }])
    expect(workshop.rounds[0]?.slots.map(({ board }) => board)).toContain(running.board)
    expect(workshop.focus).toBe('spaces')
    const sent = (id: string): string | undefined => workshop.people[id]?.sent?.space
    expect([sent('ama'), sent('sam'), sent('cy'), sent('zoe')]).toEqual([
      spaceId(workshop, 3),
      spaceId(workshop, 3),
      spaceId(workshop, 2),
      undefined,
    ])
  })

  it('A13 two who drop on one cell: the first holds it, the other stays unplaced and is told what is free', () => {
    let workshop = offer(offer(MARKET, 'tia', 'Tenders?'), 'uma', 'Staff safety?')
    workshop = place(workshop, 'Tenders?', 1, 3)
    const uma = topicOf(workshop, 'Staff safety?')
    const answer = judge(workshop, { type: 'topic.place', topic: uma.id, place: cell(1, 3) }, 'uma')
    expect(answer).toEqual({
      ok: false,
      code: 'cell_taken',
      message: 'Round 1, space 3 was taken a moment ago. Free: round 1, space 4; round 2, space 3.',
    })
    expect(uma).toMatchObject({ state: 'posted', place: null })
    // Dropped again where it is, it stays there.
    const tia = topicOf(workshop, 'Tenders?')
    expect(eventsOf(workshop, { type: 'topic.place', topic: tia.id, place: cell(1, 3) }, 'tia')).toEqual([])
  })
})
