import { describe, expect, it } from 'vitest'
import { boardsInSight } from './boardOrder.ts'
import type { Command } from './command.ts'
import { decideJoin } from './decideJoin.ts'
import type { WorkshopEvent } from './event.ts'
import { headCounts, project, projectMe } from './project.ts'
import { boardOfSpace, breakouts, SLOT_TITLE_MAX, slotLabel, SPACES_MAX } from './spaces.ts'
import type { Workshop } from './state.ts'
import { BOARDS_MAX, QUESTION_MAX } from './state.ts'
import { BUSY } from './testing/commands.ts'
import {
  after,
  AROUND,
  AT,
  carryOut,
  castOf45,
  companies,
  eventsOf,
  give,
  judge,
  open,
  personId,
  spaceId,
  WORKSHOP,
} from './testing/workshops.ts'

const NOTHING = { ok: true, events: [] }
const titles = (workshop: Workshop): string[] => boardsInSight(workshop.boards).map(({ title }) => title)
/** Numbers of the breakouts that are in sight, and of those that are folded away. */
const numbers = ({ spaces }: Workshop): { readonly open: number[]; readonly folded: number[] } => {
  const known = breakouts(spaces)
  const of = (isHidden: boolean) =>
    known.filter((space) => space.isHidden === isHidden).map(({ number }) => number)
  return { open: of(false), folded: of(true) }
}
const many = (boards: number): Workshop =>
  after(
    Array.from({ length: boards - 1 }, (_, at): WorkshopEvent => ({
      type: 'board.added',
      board: `b${at}`,
      title: `Board ${at}`,
      doc: `d${at}`,
      template: 'blank',
    })),
    WORKSHOP,
  )

describe('making spaces ready', () => {
  it('[W-43] makes so many, with a hallway that has a board, a help desk and a folded spare', () => {
    const ready = give(WORKSHOP, { type: 'spaces.prepare', count: 6 })
    expect(numbers(ready)).toEqual({ open: [1, 2, 3, 4, 5, 6], folded: [7] })
    const kinds = Object.values(ready.spaces).filter(({ kind }) => kind !== 'breakout')
    expect(kinds.map(({ kind, board }) => [kind, board !== null])).toEqual([
      ['help', false],
      ['hallway', true],
    ])
    expect(titles(ready)).toEqual(['Board', 'Hallway'])
    expect(ready).toMatchObject({ focus: 'main', rounds: [], stages: [] })
    expect(judge(ready, { type: 'spaces.prepare', count: 6 })).toEqual(NOTHING)
  })

  it('[W-43] unfolds and folds what is there already, and keeps a spare', () => {
    const six = give(WORKSHOP, { type: 'spaces.prepare', count: 6 })
    const eight = give(six, { type: 'spaces.prepare', count: 8 })
    expect(numbers(eight)).toEqual({ open: [1, 2, 3, 4, 5, 6, 7, 8], folded: [9] })
    const three = give(eight, { type: 'spaces.prepare', count: 3 })
    expect(numbers(three)).toEqual({ open: [1, 2, 3], folded: [4, 5, 6, 7, 8, 9] })
    expect(spaceId(three, 2)).toBe(spaceId(six, 2))
    const without = give(three, { type: 'space.remove', space: spaceId(three, 2) })
    expect(numbers(give(without, { type: 'spaces.prepare', count: 3 })).open).toEqual([1, 2, 3])
    expect(numbers(give(WORKSHOP, { type: 'spaces.prepare', count: SPACES_MAX })).folded).toEqual([])
  })

  it.each([0, -1, 2.5, SPACES_MAX + 1, Number.NaN])('[W-43] %d spaces are refused', (count) => {
    for (const command of [{ type: 'spaces.prepare', count } as const, open(count)])
      expect(judge(WORKSHOP, command)).toMatchObject({ code: 'bad_count' })
  })

  it('[W-20] [W-43] where there can be no more boards it is said, and nothing is half made', () => {
    expect(judge(many(BOARDS_MAX), { type: 'spaces.prepare', count: 2 })).toMatchObject({
      code: 'too_many_boards',
    })
    expect(judge(many(BOARDS_MAX - 2), open(2))).toMatchObject({ code: 'too_many_boards' })
    expect(judge(many(BOARDS_MAX - 3), open(2)).ok).toBe(true)
  })
})

describe('opening a round', () => {
  it('[W-44] gives each space a board from the template, with its label, question and title', () => {
    const opened = give(
      WORKSHOP,
      open(3, {
        question: 'What works?',
        slots: [{ title: ' Leadership ' }, { title: '', question: 'And data?' }],
      }),
    )
    expect(opened).toMatchObject({ focus: 'spaces', invitation: null, stage: null, stages: [], timer: null })
    expect(titles(opened)).toEqual(['Board', 'Hallway', 'R1·1 Leadership', 'R1·2', 'R1·3'])
    expect(opened.rounds[0]?.slots.map(({ title, question }) => [title, question])).toEqual([
      ['Leadership', 'What works?'],
      ['', 'And data?'],
      ['', 'What works?'],
    ])
    const view = project(opened, 'ama', AROUND)
    const first = view?.spaces[spaceId(opened, 1)]
    expect(first).toMatchObject({ number: 1, title: 'Leadership', isOn: true, people: 0 })
    expect(view?.slots[first?.board ?? '']).toMatchObject({ round: 1, number: 1, title: 'Leadership' })
    expect(view?.now).toMatchObject({ focus: 'spaces', round: 1, fill: 'choose' })
  })

  it('[W-44] rounds follow one another in the same spaces, with boards of their own; the earlier ones stay', () => {
    const first = give(WORKSHOP, open(2))
    const named = give(first, { type: 'space.change', space: spaceId(first, 1), videoName: 'Room 1' })
    const second = give(named, open(2, { template: '' }), open(3))
    expect(titles(second)).toEqual(['Board', 'Hallway', 'R1·1', 'R1·2', 'R2·1', 'R2·2', 'R2·3'])
    expect(second.spaces[spaceId(second, 1)]?.videoName).toBe('Room 1')
    expect(
      second.rounds.map(({ number, slots }) => [number, slots.map(({ board }) => board !== null)]),
    ).toEqual([
      [1, [true, true]],
      // People only talk: it takes no number from the rounds after it.
      [0, [false, false]],
      [2, [true, true, true]],
    ])
    expect(boardOfSpace(second, spaceId(second, 1))).toBe(second.rounds[2]?.slots[0]?.board)
    expect(Object.values(project(second, 'ama', AROUND)?.slots ?? {}).map(({ round }) => round)).toEqual([
      0, 1, 1, 2, 2, 2,
    ])
  })

  it('[W-44] a round puts everybody back into the main room in the books, and belongs to the stage that is on', () => {
    const opened = give(BUSY, open(2))
    expect(Object.values(opened.people).every(({ space, isInCall }) => space === null && !isInCall)).toBe(
      true,
    )
    // The second is planned: it is the round that topics wait for.
    expect(opened.rounds.at(-1)).toMatchObject({ number: 3, stage: 's1' })
  })

  it('[W-4] [W-44] titles and questions are no longer than they may be', () => {
    for (const said of [
      { question: 'x'.repeat(QUESTION_MAX + 1) },
      { slots: [{ title: 'x'.repeat(SLOT_TITLE_MAX + 1) }] },
      { slots: [{ title: '', question: 'x'.repeat(QUESTION_MAX + 1) }] },
    ])
      expect(judge(WORKSHOP, open(2, said))).toMatchObject({ code: 'too_long' })
    expect(slotLabel(1, 3, 'Leadership')).toBe('R1·3 Leadership')
    const label = slotLabel(12, 40, `${'x'.repeat(21)}🙂🙂🙂`)
    expect(label.length).toBeLessThanOrEqual(30)
    // No half of a letter: what is not well formed cannot be encoded.
    expect(() => encodeURIComponent(label)).not.toThrow()
  })

  it('[W-45] two facilitators who open together open once', () => {
    const asked = open(2, { round: 0 })
    const opened = carryOut(WORKSHOP, asked)
    expect(judge(opened, asked)).toEqual(NOTHING)
    expect(judge(give(opened, open(2)), asked)).toMatchObject({ code: 'moved_on' })
    expect(give(opened, open(2, { round: 1 })).rounds).toHaveLength(2)
  })

  it('[W-44] 40 spaces and 45 people are no matter', () => {
    const opened = give(castOf45(), open(40, { fill: 'random' }))
    expect(numbers(opened).open).toHaveLength(40)
    expect(Object.keys(project(opened, 'ama', AROUND)?.spaces ?? {})).toHaveLength(42)
  })
})

describe('mixing again', () => {
  it('[W-46] sends everybody anew in the round that is on, and does nothing where nothing changes', () => {
    const opened = give(castOf45(), open(6, { fill: 'random' }))
    const again = carryOut(opened, { type: 'spaces.mix' }, 'farah', { seed: 99 })
    expect(companies(again)).not.toEqual(companies(opened))
    expect(again.rounds).toHaveLength(1)
    expect(judge(WORKSHOP, { type: 'spaces.mix' })).toMatchObject({ code: 'no_round' })
    expect(judge(give(opened, { type: 'spaces.back' }), { type: 'spaces.mix' })).toMatchObject({
      code: 'no_round',
    })
    expect(judge(opened, { type: 'spaces.mix' }, 'farah', { here: new Set() })).toEqual(NOTHING)
  })
})

describe('coming late', () => {
  const late = (workshop: Workshop, name: string, role: 'participant' | 'observer' = 'participant') => {
    const coming = decideJoin(workshop, name, name, role)
    if (!coming.ok) throw new Error(coming.code)
    const came = after(coming.events, workshop)
    return { came, sent: came.people[name]?.sent?.space }
  }

  it('[W-49] A41 whoever comes while people were mixed is sent to the smallest group', () => {
    const opened = give(castOf45(), open(6, { fill: 'random' }))
    const sizes = (workshop: Workshop) =>
      new Map([...companies(workshop)].map(([space, { length }]) => [space, length]))
    const smallest = Math.min(...sizes(opened).values())
    const { came, sent = '' } = late(opened, 'Late')
    expect(sizes(opened).get(sent)).toBe(smallest)
    expect(sizes(came).get(sent)).toBe(smallest + 1)
    expect(late(opened, 'Looker', 'observer').sent).toBeUndefined()
    expect(late(give(opened, { type: 'spaces.back' }), 'After').sent).toBeUndefined()
    expect(late(give(castOf45(), open(6)), 'Chooser').sent).toBeUndefined()
  })

  it('[W-49] nobody is sent to sit alone while there is a small group; folded spaces get nobody', () => {
    const two = give(WORKSHOP, { type: 'person.appoint', person: 'olu', role: 'participant' })
    const opened = give(two, open(3, { fill: 'random' }))
    expect([...companies(opened).keys()]).toEqual([spaceId(opened, 1)])
    expect(late(opened, 'Late').sent).toBe(spaceId(opened, 1))
    const folded = give(opened, { type: 'space.change', space: spaceId(opened, 1), isHidden: true })
    expect(late(folded, 'Late').sent).toBe(spaceId(opened, 2))
  })
})

describe('going to a space', () => {
  const enter = (workshop: Workshop, space: string | null, actor: string) =>
    judge(workshop, { type: 'space.enter', space }, actor)

  it('[W-50] is one’s own choice, moves those along for whom one acts, and nobody else', () => {
    const went = carryOut(BUSY, { type: 'space.enter', space: 'sp2' }, 'ama')
    expect([went.people['ama']?.space, went.people['pat']?.space, went.people['bo']?.space]).toEqual([
      'sp2',
      'sp2',
      null,
    ])
    expect(went.people['ama']?.sent?.space).toBe('sp1')
    expect(enter(went, 'sp2', 'ama')).toEqual(NOTHING)
    const back = carryOut(went, { type: 'space.enter', space: null }, 'ama')
    expect(back.people['pat']?.space).toBeNull()
    expect(enter(BUSY, 'nowhere', 'bo')).toMatchObject({ code: 'no_such_space' })
    expect(enter(BUSY, 'spare', 'bo')).toMatchObject({ code: 'no_such_space' })
    expect(enter(BUSY, 'spare', 'farah').ok).toBe(true)
    for (const space of ['hall', 'help']) expect(enter(BUSY, space, 'olu').ok).toBe(true)
  })

  it('[W-61] A34 observers and facilitators are not counted where they are; assisted people are', () => {
    const there = ['ama', 'olu', 'farah', 'bo'].reduce(
      (now, actor) => carryOut(now, { type: 'space.enter', space: 'sp2' }, actor),
      BUSY,
    )
    expect(headCounts(there).get('sp2')).toBe(3)
    expect(project(there, 'olu', AROUND)?.spaces['sp2']?.people).toBe(3)
  })
})

describe('sending people', () => {
  const send = (...places: readonly (readonly [person: string, space: string | null])[]): Command => ({
    type: 'people.send',
    places: places.map(([person, space]) => ({ person, space })),
  })

  it('[W-51] A8 by hand: those who depend on somebody go along, unless they are named too', () => {
    const sent = give(BUSY, send(['ama', 'sp2']))
    expect([sent.people['ama']?.sent, sent.people['pat']?.sent]).toEqual([
      { space: 'sp2', at: AT },
      { space: 'sp2', at: AT },
    ])
    const apart = give(BUSY, send(['ama', 'sp2'], ['pat', 'hall']))
    expect(apart.people['pat']?.sent?.space).toBe('hall')
    const free = give(BUSY, send(['ama', null]))
    expect([free.people['ama']?.sent, free.people['pat']?.sent]).toEqual([null, null])
    expect(free.rounds.at(-1)?.sent).toEqual({})
    expect(judge(BUSY, send(['ama', 'sp1'], ['bo', null]))).toEqual(NOTHING)
    expect(eventsOf(BUSY, send(['bo', 'sp1'], ['bo', 'sp2']))).toEqual([
      { type: 'people.sent', places: [{ person: 'bo', space: 'sp2' }] },
    ])
    for (const space of ['nowhere', 'spare'])
      expect(judge(BUSY, send(['bo', space]))).toMatchObject({ code: 'no_such_space' })
    expect(judge(BUSY, send(['bo', 'sp1'], ['nobody', 'sp1']))).toMatchObject({ code: 'no_such_person' })
  })

  it('[W-51] sends nobody’s screen anywhere (X-1)', () => {
    const sent = give(BUSY, send(['ama', 'sp2']))
    expect(sent.people['ama']?.space).toBe('sp1')
  })

  it('[W-51] that somebody is in the call is said by a facilitator, and holds until they are sent elsewhere', () => {
    const say = (isInCall: boolean, person = 'ama') => ({ type: 'person.inCall', person, isInCall }) as const
    const seen = give(BUSY, say(true))
    expect(project(seen, 'farah', AROUND)?.people['ama']?.place).toEqual({
      space: 'sp1',
      sent: 'sp1',
      isInCall: true,
    })
    expect(judge(seen, say(true))).toEqual(NOTHING)
    expect(give(seen, say(false)).people['ama']?.isInCall).toBe(false)
    expect(give(seen, send(['ama', 'sp2'])).people['ama']?.isInCall).toBe(false)
    expect(judge(BUSY, say(true, 'bo'))).toMatchObject({ code: 'no_such_space' })
    expect(judge(BUSY, say(true, 'nobody'))).toMatchObject({ code: 'no_such_person' })
  })
})

describe('changing spaces', () => {
  it('[W-52] one more unfolds the spare, then takes the next number, with a board like the others', () => {
    const opened = give(WORKSHOP, open(2, { question: 'What works?' }))
    const three = give(opened, { type: 'space.add' })
    expect(numbers(three)).toEqual({ open: [1, 2, 3], folded: [] })
    expect(titles(three)).toContain('R1·3')
    const third = three.rounds[0]?.slots[2]
    expect(third).toMatchObject({ space: spaceId(three, 3), question: 'What works?' })
    expect(three.boards[third?.board ?? '']?.template).toBe('columns')
    expect(numbers(give(three, { type: 'space.add' })).open).toEqual([1, 2, 3, 4])
    const talkOnly = give(WORKSHOP, open(2, { template: '' }), { type: 'space.add' })
    expect(talkOnly.rounds[0]?.slots[2]?.board).toBeNull()
  })

  it('[W-52] without a round it is only one more, and there are so many at most', () => {
    const one = give(WORKSHOP, { type: 'space.add' })
    expect([numbers(one), one.rounds, titles(one)]).toEqual([{ open: [1], folded: [] }, [], ['Board']])
    const full = give(WORKSHOP, { type: 'spaces.prepare', count: SPACES_MAX })
    expect(judge(full, { type: 'space.add' })).toMatchObject({ code: 'too_many_spaces' })
  })

  it('[W-52] a number that was taken away in a round is not given again in it', () => {
    const three = give(WORKSHOP, open(2), { type: 'space.add' })
    const without = give(three, { type: 'space.remove', space: spaceId(three, 3) }, { type: 'space.add' })
    expect(numbers(without).open).toEqual([1, 2, 4])
  })

  it('[W-53] a title names the board too, unless that has a name of its own', () => {
    const opened = give(WORKSHOP, open(2))
    const [one, two] = [spaceId(opened, 1), spaceId(opened, 2)]
    const renamed = give(
      opened,
      { type: 'board.rename', board: boardOfSpace(opened, two) ?? '', title: 'Ours' },
      { type: 'space.change', space: one, title: ' Leadership ', question: 'Who\nleads?' },
      { type: 'space.change', space: two, title: 'Data' },
    )
    expect(titles(renamed)).toEqual(['Board', 'Hallway', 'R1·1 Leadership', 'Ours'])
    expect(renamed.rounds[0]?.slots).toMatchObject([
      { title: 'Leadership', question: 'Who\nleads?' },
      { title: 'Data' },
    ])
    expect(judge(renamed, { type: 'space.change', space: one, title: 'Leadership' })).toEqual(NOTHING)
    expect(judge(opened, { type: 'space.change', space: one, title: 'x'.repeat(61) })).toMatchObject({
      code: 'too_long',
    })
    const ready = give(WORKSHOP, { type: 'spaces.prepare', count: 2 })
    expect(judge(ready, { type: 'space.change', space: spaceId(ready, 1), title: 'x' })).toMatchObject({
      code: 'no_round',
    })
  })

  it('[W-53] the room in the call has its exact name, and an address of the web or none', () => {
    const change = (said: object) => judge(BUSY, { type: 'space.change', space: 'sp1', ...said })
    for (const videoLink of ['', 'https://call.example/j/123?pwd=a#b', ' http://call.example '])
      expect(change({ videoLink, videoName: 'Room 1' }).ok).toBe(true)
    for (const videoLink of [
      'javascript:alert(1)',
      'call.example',
      'https://',
      'https://a b',
      'data:text/html,x',
    ])
      expect(change({ videoLink })).toMatchObject({ code: 'bad_link' })
    expect(change({ videoName: 'x'.repeat(121) })).toMatchObject({ code: 'too_long' })
    expect(change({ videoLink: `https://${'x'.repeat(1_000)}` })).toMatchObject({ code: 'too_long' })
    expect(change({})).toEqual(NOTHING)
    expect(judge(BUSY, { type: 'space.change', space: '__proto__', videoName: 'x' })).toMatchObject({
      code: 'no_such_space',
    })
  })

  it('[W-54] folded, it is out of sight, whoever was sent there may choose, and unfolded it is as it was', () => {
    const folded = give(BUSY, { type: 'space.change', space: 'sp1', isHidden: true })
    expect([folded.people['ama']?.sent, folded.people['ama']?.space]).toEqual([null, 'sp1'])
    expect(project(folded, 'ama', AROUND)?.spaces).not.toHaveProperty('sp1')
    expect(project(folded, 'farah', AROUND)?.spaces['sp1']).toMatchObject({ isHidden: true, isOn: false })
    const again = give(folded, { type: 'space.change', space: 'sp1', isHidden: false })
    expect(again.rounds.at(-1)?.slots).toHaveLength(2)
    const spare = give(BUSY, { type: 'space.change', space: 'spare', isHidden: false })
    expect(titles(spare)).toContain('R1·3')
    expect(judge(BUSY, { type: 'space.change', space: 'hall', isHidden: true })).toMatchObject({
      code: 'hallway_needed',
    })
    expect(judge(BUSY, { type: 'space.change', space: 'help', isHidden: true }).ok).toBe(true)
  })

  it('[W-54] removed with people in it, its board is kept and nobody is moved; the hallway stays', () => {
    const removed = give(BUSY, { type: 'space.remove', space: 'sp1' })
    expect(removed.people['ama']).toMatchObject({ space: 'sp1', sent: null })
    expect(removed.boards['r1']?.gone).toBeNull()
    const view = project(removed, 'ama', AROUND)
    expect(view?.spaces).not.toHaveProperty('sp1')
    expect(Object.values(view?.spaces ?? {}).some(({ kind }) => kind === 'hallway')).toBe(true)
    expect(view?.slots['r1']).toMatchObject({ round: 1, number: 1 })
    expect(judge(removed, { type: 'space.remove', space: 'sp1' })).toEqual(NOTHING)
    expect(judge(removed, { type: 'space.enter', space: 'sp1' }, 'bo')).toMatchObject({
      code: 'no_such_space',
    })
    expect(judge(BUSY, { type: 'space.remove', space: 'hall' })).toMatchObject({ code: 'hallway_needed' })
    expect(judge(BUSY, { type: 'space.remove', space: 'help' }).ok).toBe(true)
    expect(judge(BUSY, { type: 'space.remove', space: 'nowhere' })).toMatchObject({ code: 'no_such_space' })
    const none = ['sp1', 'sp2', 'spare'].reduce(
      (now, space) => give(now, { type: 'space.remove', space }),
      BUSY,
    )
    expect(judge(none, { type: 'space.remove', space: 'hall' }).ok).toBe(true)
  })
})

describe('what each may see of spaces', () => {
  it('[W-60] where people are and were sent reaches facilitators alone; spares nobody else', () => {
    const farah = project(BUSY, 'farah', AROUND)
    expect(farah?.people['ama']?.place).toEqual({ space: 'sp1', sent: 'sp1', isInCall: false })
    expect(farah?.spaces).toHaveProperty('spare')
    for (const person of ['bo', 'olu']) {
      const view = project(BUSY, person, AROUND)
      expect(view?.people['ama']).not.toHaveProperty('place')
      expect(view?.spaces).not.toHaveProperty('spare')
    }
    expect(projectMe(BUSY, 'ama', AROUND)).toMatchObject({ space: 'sp1', sent: { space: 'sp1', at: AT } })
    expect(personId(BUSY, 'Ama')).toBe('ama')
  })
})
