import { describe, expect, it } from 'vitest'
import type { Command } from './command.ts'
import { decideJoin } from './decideJoin.ts'
import { project, projectMe } from './project.ts'
import { BUSY } from './testing/commands.ts'
import { after, AROUND, AT, carryOut, give, judge, open, WORKSHOP } from './testing/workshops.ts'

const NOTHING = { ok: true, events: [] }

describe('help, nudges and notes', () => {
  it('[W-55] whoever is in a space calls for help, and anybody there or a facilitator says that it has come', () => {
    const help = (isOn: boolean, space = 'sp1') => ({ type: 'space.help', space, isOn }) as const
    const called = carryOut(BUSY, help(true), 'ama')
    expect(project(called, 'farah', AROUND)?.spaces['sp1']?.helpAt).toBe(AT)
    expect(judge(called, help(true), 'ama')).toEqual(NOTHING)
    for (const actor of ['ama', 'farah', 'theo'])
      expect(carryOut(called, help(false), actor).spaces['sp1']?.help).toBeNull()
    expect(judge(BUSY, help(true), 'bo')).toMatchObject({ code: 'not_allowed' })
    expect(judge(BUSY, help(true), 'olu')).toMatchObject({ code: 'not_allowed' })
    const sent = give(BUSY, { type: 'people.send', places: [{ person: 'bo', space: 'sp1' }] })
    expect(judge(sent, help(true), 'bo').ok).toBe(true)
    expect(judge(BUSY, help(true, 'nowhere'), 'ama')).toMatchObject({ code: 'no_such_space' })
    expect(give(called, open(2)).spaces['sp1']?.help).toBeNull()
  })

  it('[W-55] A25 only those in a space see its nudge', () => {
    const nudged = give(BUSY, { type: 'space.nudge', space: 'sp1' })
    expect(projectMe(nudged, 'ama', AROUND)?.announcements[0]).toMatchObject({
      kind: 'nudge',
      isForAll: false,
    })
    for (const other of ['bo', 'theo'])
      expect(projectMe(nudged, other, AROUND)?.announcements.every(({ isForAll }) => isForAll)).toBe(true)
  })

  it('[W-55] a note-taker is named in one step, by anybody there; it takes somebody who can write', () => {
    const name = (person: string | null, actor = 'ama', space = 'sp1') =>
      judge(BUSY, { type: 'space.noteTaker', space, person }, actor)
    expect(name('ama')).toMatchObject({ events: [{ type: 'slot.changed', space: 'sp1', noteTaker: 'ama' }] })
    expect(name(null)).toEqual(NOTHING)
    expect(name('bo', 'farah').ok).toBe(true)
    expect(name('bo', 'bo')).toMatchObject({ code: 'not_allowed' })
    for (const person of ['olu', 'pat', 'lena']) expect(name(person)).toMatchObject({ code: 'no_connection' })
    expect(name('nobody')).toMatchObject({ code: 'no_such_person' })
    expect(name('ama', 'farah', 'hall')).toMatchObject({ code: 'no_round' })
  })
})

describe('what everybody is told', () => {
  it('[W-56] A19 inviting everyone back is a button for all; nobody is moved, and once is enough', () => {
    const back = give(BUSY, { type: 'spaces.back' })
    expect(back).toMatchObject({ focus: 'main', invitation: { kind: 'back', by: 'farah' } })
    expect(back.people['ama']).toMatchObject({ space: 'sp1', sent: { space: 'sp1' } })
    expect(judge(back, { type: 'spaces.back' }, 'theo')).toEqual(NOTHING)
    expect(judge(WORKSHOP, { type: 'spaces.back' })).toMatchObject({ code: 'no_round' })
  })

  it('[W-57] words go to everybody, or to those in some spaces; they wait for who comes later', () => {
    const told = give(
      BUSY,
      { type: 'announce', text: ' The wall\nis open ' },
      { type: 'announce', text: 'Two minutes', to: ['sp1', 'sp1'] },
    )
    const heard = (person: string) => projectMe(told, person, AROUND)?.announcements.map(({ text }) => text)
    expect(heard('ama')).toEqual(['Two minutes', 'The wall is open', 'Hello'])
    expect(heard('bo')).toEqual(['The wall is open', 'Hello'])
    expect(heard('theo')).toEqual(['Two minutes', 'The wall is open', 'Hello'])
    const coming = decideJoin(told, 'lou', 'Lou', 'observer')
    if (!coming.ok) throw new Error(coming.code)
    expect(projectMe(after(coming.events, told), 'lou', AROUND)?.announcements).toHaveLength(2)
    expect(judge(BUSY, { type: 'announce', text: ' \u200b' })).toMatchObject({ code: 'words_missing' })
    expect(judge(BUSY, { type: 'announce', text: 'x'.repeat(281) })).toMatchObject({ code: 'too_long' })
    expect(judge(BUSY, { type: 'announce', text: 'x', to: ['sp1', 'nowhere'] })).toMatchObject({
      code: 'no_such_space',
    })
  })

  it('[W-57] the last forty wait, and however many nudges there are, none of them goes for that', () => {
    const nudges = Array.from({ length: 60 }, () => ({ type: 'space.nudge', space: 'sp1' }) as const)
    const nudged = give(BUSY, { type: 'announce', text: 'Lunch is at one' }, ...nudges)
    expect(projectMe(nudged, 'theo', AROUND)?.announcements[0]?.text).toBe('Lunch is at one')
    const words = Array.from({ length: 60 }, (_, at) => ({ type: 'announce', text: `Word ${at}` }) as const)
    const told = give(nudged, ...words).announcements
    expect(told.filter(({ kind }) => kind === 'words').map(({ text }) => text)).toEqual(
      words.slice(20).map(({ text }) => text),
    )
    expect(told).toHaveLength(80)
  })

  it('[W-56] [W-58] an invitation ends where something else begins: an activity, a round, the end', () => {
    const [stage = ''] = BUSY.stages.map(({ id }) => id).filter((id) => id !== BUSY.stage)
    const invitations: readonly Command[] = [{ type: 'spaces.back' }, { type: 'invite.here', board: 'r1' }]
    const begins: readonly Command[] = [
      { type: 'stage.go', stage, from: BUSY.stage },
      open(2),
      { type: 'workshop.end' },
    ]
    for (const invite of invitations)
      for (const begin of begins) {
        const invited = give(BUSY, invite)
        expect(invited.invitation).not.toBeNull()
        expect([begin.type, give(invited, begin).invitation]).toEqual([begin.type, null])
      }
  })

  it('[W-44] [W-51] a further round begins with nobody sent, nowhere, and in no call', () => {
    const inCall = give(BUSY, { type: 'person.inCall', person: 'ama', isInCall: true })
    expect(inCall.people['ama']).toMatchObject({ isInCall: true })
    const again = give(inCall, open(2))
    for (const { space, sent, isInCall, isDone } of Object.values(again.people))
      expect({ space, sent, isInCall, isDone }).toEqual({
        space: null,
        sent: null,
        isInCall: false,
        isDone: false,
      })
  })

  it('[W-58] an invitation to one’s place on a board replaces the one before, and leads to no board that is gone', () => {
    const here = give(BUSY, { type: 'invite.here', board: 'r1' })
    expect(here.invitation).toEqual({ kind: 'here', by: 'farah', board: 'r1', at: AT })
    expect(judge(here, { type: 'invite.here', board: 'r1' })).toEqual(NOTHING)
    expect(judge(here, { type: 'invite.here', board: 'r1' }, 'theo').ok).toBe(true)
    for (const board of ['gone', 'nowhere'])
      expect(judge(BUSY, { type: 'invite.here', board })).toMatchObject({ code: 'no_such_board' })
    const ended = give(here, { type: 'invite.end' })
    expect([ended.invitation, judge(ended, { type: 'invite.end' })]).toEqual([null, NOTHING])
    const removed = give(here, { type: 'board.remove', board: 'r1' })
    expect(project(removed, 'ama', AROUND)?.now.invitation).toBeNull()
  })

  it('[W-59] a board is locked and opened again', () => {
    const locked = give(BUSY, { type: 'board.lock', board: 'b', isLocked: true })
    expect(project(locked, 'ama', AROUND)?.boards['b']).toMatchObject({ isLocked: true })
    expect(judge(locked, { type: 'board.lock', board: 'b', isLocked: true })).toEqual(NOTHING)
    expect(give(locked, { type: 'board.lock', board: 'b', isLocked: false }).boards['b']?.isLocked).toBe(
      false,
    )
    for (const board of ['gone', 'nowhere', 'constructor'])
      expect(judge(BUSY, { type: 'board.lock', board, isLocked: true })).toMatchObject({
        code: 'no_such_board',
      })
  })
})
