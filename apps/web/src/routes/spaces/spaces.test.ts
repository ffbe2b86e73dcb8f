import type { PersonView, SpaceView } from '@moot/workshop'
import { describe, expect, it } from 'vitest'
import { cell, topicsById, topicWith } from '../../testing/topicWith.ts'
import { spaceWith, stageWith, viewWith } from '../../testing/viewWith.ts'
import { agoText } from './Ago.tsx'
import { earlierBoards } from './EarlierRounds.tsx'
import { asTable, asText, roomList } from './roomList.ts'
import {
  countSpaces,
  groupSizes,
  isBetweenRounds,
  isMeeting,
  nameOf,
  notChosen,
  notYet,
  peopleToPlace,
  usualCount,
} from './roster.ts'
import { spaceTopic } from './useTopicsOf.ts'
import { readVideoLines, writeVideoLines } from './videoLines.ts'

const space = (number: number, parts: Partial<SpaceView> = {}): SpaceView => spaceWith(number, parts)
const person = (name: string, parts: Partial<PersonView> = {}): PersonView => ({
  name,
  role: 'participant',
  at: { board: null, note: null },
  ...parts,
})
const at = (where: string | null, sent: string | null, isInCall = false) => ({
  place: { space: where, sent, isInCall },
})
const spaces = {
  a: space(1, { videoName: '1 Leadership' }),
  b: space(2, { videoLink: 'https://meet.example.org/two' }),
  h: space(0, { kind: 'hallway', isOn: false }),
  d: space(0, { kind: 'help', isOn: false }),
  z: space(3, { isHidden: true, isOn: false }),
}
const view = viewWith({
  now: { ...viewWith({}).now, focus: 'spaces', round: 1, here: 6 },
  spaces,
  people: {
    ama: person('Ama', at('a', 'a')),
    bo: person('Bo', at(null, 'a')),
    cy: person('Cy', at(null, 'b', true)),
    nadia: person('Nadia', { role: 'facilitator', ...at(null, null) }),
    pat: person('Pat', { at: null, helper: 'nadia', ...at(null, 'b') }),
    lou: person('Lou', at(null, null)),
    away: person('Zoe', { at: null, ...at(null, null) }),
    gone: person('Gone', { isGone: true, ...at(null, 'a') }),
    sam: person('Sam', { isExpected: true, at: null, ...at(null, 'a') }),
    olu: person('Olu', { role: 'observer', ...at('h', null) }),
  },
})

describe('who is on the way', () => {
  it('[A8] lists who was sent somewhere and has not opened it, assisted people by who acts for them', () => {
    expect(notYet(view).map(nameOf)).toEqual(['Bo', 'Pat, via Nadia'])
    expect(notYet(viewWith({ ...view, now: { ...view.now, focus: 'main' } }))).toEqual([])
  })

  it('lists participants who are here and have not chosen', () => {
    expect(notChosen(view).map(nameOf)).toEqual(['Lou'])
  })

  it('is nobody while a further round waits to be opened, and its spaces are ready, about nothing yet', () => {
    const stages = {
      r1: stageWith(0, { where: 'round' }),
      r2: stageWith(1, { where: 'round' }),
    }
    const waiting = viewWith({ ...view, stages, now: { ...view.now, stage: 'r2', roundStage: 'r1' } })
    expect([notYet(waiting), notChosen(waiting)]).toEqual([[], []])
    expect([isBetweenRounds(waiting), isMeeting(waiting)]).toEqual([true, false])
    const on = viewWith({ ...waiting, now: { ...waiting.now, roundStage: 'r2' } })
    expect(notYet(on).map(nameOf)).toEqual(['Bo', 'Pat, via Nadia'])
    expect(isBetweenRounds(on)).toBe(false)
    // With everybody in the main room the spaces that people come from stay as they are.
    expect(isBetweenRounds({ ...waiting, now: { ...waiting.now, focus: 'main' } })).toBe(false)
  })

  it('says how many in each, and counts in words up to twelve', () => {
    expect([groupSizes(39, 6), groupSizes(36, 6), groupSizes(1, 2)]).toEqual(['6–7', '6', '0–1'])
    expect([1, 6, 12, 13].map(countSpaces)).toEqual(['one space', 'six spaces', 'twelve spaces', '13 spaces'])
    expect(peopleToPlace(view)).toBe(6)
    expect(peopleToPlace({ ...view, now: { ...view.now, here: 0 } })).toBe(7)
  })
})

it('offers the spaces that have a video room or were made ready, else as many as suit the people', () => {
  const ready = { a: space(1), b: space(2) }
  const before = { ...view.now, round: 0 }
  expect(usualCount(view, 39)).toBe(2)
  expect(usualCount({ spaces: ready, now: before }, 39)).toBe(2)
  expect(usualCount({ spaces: ready, now: view.now }, 39)).toBe(5)
  expect(usualCount({ spaces: {}, now: before }, 45)).toBe(8)
})

const question = (text: string) => [{ id: 'q', text, origin: 't', by: 'ama' }]

describe('the room list', () => {
  it('[A7] has everybody under the exact name of their room, assisted people by who acts for them', () => {
    expect(asText(roomList(view))).toBe(
      [
        '1 Leadership\n  Ama\n  Bo',
        'Space 2 https://meet.example.org/two\n  Cy\n  Pat (phone, via Nadia)',
        'Hallway\n  Olu',
        'Not in a room\n  Lou\n  Zoe',
      ].join('\n\n'),
    )
  })

  it('[A19] says what is talked about in each room, and who is free to choose', () => {
    const open = viewWith({
      ...view,
      stages: { r1: stageWith(0, { where: 'round', round: 1 }) },
      topics: topicsById(
        topicWith('t', { state: 'running', place: cell('r1', 'a'), questions: question('What leads?') }),
        topicWith('u', { state: 'running', place: cell('r1', 'b'), questions: question('Whose data?') }),
      ),
    })
    const lines = asText(roomList(open)).split('\n')
    expect(lines[0]).toBe('1 Leadership · R1·1 What leads?')
    expect(lines[4]).toBe('Space 2 · R1·2 Whose data? https://meet.example.org/two')
    expect(lines).toContain('Free to choose')
  })

  it('is a table that spills into no other cell and starts no formula', () => {
    const people = { x: person('=1+1\tx', at('a', null)), pat: person('Pat', { helper: 'x', at: null }) }
    const lines = asTable(roomList(viewWith({ ...view, people }))).split('\n')
    expect(lines[0]).toBe('Name\tRoom\tSpace\tLink')
    expect(lines[1]).toBe("'=1+1 x\t1 Leadership\tSpace 1\t")
    expect(lines).toHaveLength(3)
  })
})

describe('names and links of video rooms', () => {
  it('reads a name, a link, or both from each line, and keeps the places of empty ones', () => {
    const text = '1 Leadership: https://meet.example.org/1\n\nhttps://meet.example.org/3\n4 Data – open\n\n'
    expect(readVideoLines(text)).toEqual([
      { videoName: '1 Leadership', videoLink: 'https://meet.example.org/1' },
      { videoName: '', videoLink: '' },
      { videoName: '', videoLink: 'https://meet.example.org/3' },
      { videoName: '4 Data – open', videoLink: '' },
    ])
    expect(readVideoLines('  \n ')).toEqual([])
  })

  it('writes them so that they are read as they were', () => {
    const rooms = [
      { videoName: '1 Leadership', videoLink: 'https://meet.example.org/1' },
      { videoName: '', videoLink: '' },
      { videoName: 'غرفة ٣', videoLink: '' },
    ]
    expect(readVideoLines(writeVideoLines(rooms))).toEqual(rooms)
  })
})

it('a while ago is said in words that change no more often than they must', () => {
  expect([-5_000, 2_000, 12_400, 59_999, 125_000, 7_300_000].map(agoText)).toEqual([
    'just now',
    'just now',
    '12 s ago',
    '59 s ago',
    '2 min ago',
    '2 h ago',
  ])
})

it('earlier rounds lead to the boards that are still there, the latest round first', () => {
  const board = { title: '', doc: '', template: '', order: 0 }
  const slot = { space: 'a', kind: 'breakout', number: 1, title: '', question: '' } as const
  const rounds = earlierBoards(
    viewWith({
      spaces: { a: spaceWith(1, { board: 'b3' }) },
      boards: { b1: board, b2: board, b3: board, hall: board, gone: { ...board, gone: { by: 'x', at: 1 } } },
      slots: {
        b1: { ...slot, round: 1, number: 2 },
        gone: { ...slot, round: 1 },
        b2: { ...slot, round: 2 },
        b3: { ...slot, round: 3 },
        hall: { ...slot, round: 0 },
        never: { ...slot, round: 1 },
      },
    }),
  )
  expect(rounds.map(({ round, boards }) => [round, boards.map(({ board: id }) => id)])).toEqual([
    [2, ['b2']],
    [1, ['b1']],
  ])
})

describe('the card of a space with a topic', () => {
  const topic = topicWith('t', {
    state: 'running',
    conveners: ['bo', 'pat'],
    started: 0,
    ends: 60_000,
    place: cell('r1', 'a'),
    questions: [...question('One'), ...question('Other')],
  })
  const facilitator = viewWith({ ...view, me: { ...viewWith({}).me, role: 'facilitator' } })

  it('says who offered it, what was joined, and when half of its time is over', () => {
    expect(spaceTopic(facilitator, topic, { space: 'a', now: 1 })).toMatchObject({
      conveners: 'Bo and Pat',
      joined: 1,
      report: 'none',
      isAlone: false,
      half: 30_000,
    })
  })

  it('tells facilitators that none of its conveners has come, once they might have', () => {
    const alone = (now: number, space = 'a', of = facilitator) =>
      spaceTopic(of, topic, { space, now }).isAlone
    expect([alone(179_999), alone(180_000)]).toEqual([false, true])
    const there = { ...facilitator.people, bo: person('Bo', at('a', 'a')) }
    expect(alone(180_000, 'a', { ...facilitator, people: there })).toBe(false)
    // Who is assisted is where their helper is.
    const helped = { ...facilitator.people, nadia: person('Nadia', at('a', null)) }
    expect(alone(180_000, 'a', { ...facilitator, people: helped })).toBe(false)
    expect(alone(180_000, 'a', viewWith(view))).toBe(false)
  })
})
