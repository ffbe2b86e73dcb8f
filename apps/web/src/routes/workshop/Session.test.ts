// @vitest-environment happy-dom
import { addNotes } from '@moot/board'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { WorkshopView } from '@moot/workshop'
import { meWith, viewWith } from '../../testing/viewWith.ts'
import { Session } from './Session.ts'

const sessions: Session[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const session of sessions.splice(0)) session.dispose()
  localStorage.clear()
})

/** A page that has lost its connection: nothing answers, so that nothing is ever acknowledged. */
function offline(): Session {
  const session = new Session({
    workshopId: 'w',
    personId: 'ama',
    secret: 's'.repeat(32),
    name: 'Ama',
    role: 'participant',
    title: 'Workshop',
    joined: 0,
  })
  sessions.push(session)
  return session
}

describe('Session', () => {
  it('[CL-8] words that were not sent when the board got a new document are there for adding again', () => {
    const session = offline()
    const old = session.board('b', 'old', 'participant')
    addNotes(old.writer, [{ text: 'not sent' }, { text: ' ' }])
    const fresh = session.board('b', 'new', 'participant')
    expect(fresh).not.toBe(old)
    expect(session.openBoard('b')).toBe(fresh)
    expect(session.rescued('b')).toEqual(['not sent'])
    // The page may be loaded again before they are added.
    const later = offline()
    expect(later.rescued('b')).toEqual(['not sent'])
    later.forgetRescued('b')
    expect(later.rescued('b')).toEqual([])
    expect(offline().rescued('b')).toEqual([])
  })

  it('[CL-7] a role that rises keeps the document, so that its words wait in storage and are not offered', () => {
    const session = offline()
    const old = session.board('b', 'same', 'observer')
    addNotes(old.writer, [{ text: 'not sent' }])
    expect(session.board('b', 'same', 'participant')).not.toBe(old)
    expect(session.rescued('b')).toEqual([])
  })

  it('[CL-8] what was written after the board was closed for good is rescued too, once', () => {
    const session = offline()
    const old = session.board('b', 'doc', 'participant')
    addNotes(old.writer, [{ text: 'before' }])
    expect(old.giveUp()).toEqual(['before'])
    addNotes(old.writer, [{ text: 'after' }])
    session.reopen('b', 'doc', 'participant')
    expect(session.rescued('b')).toEqual(['after'])
  })

  it('[CL-11] a board that nothing is at is let go after a while, unless somebody comes back', () => {
    vi.useFakeTimers()
    const session = offline()
    const first = session.board('one', 'doc-one', 'participant')
    const leave = session.hold('one')
    vi.advanceTimersByTime(600_000)
    expect(session.boards).toEqual([first])
    leave()
    vi.advanceTimersByTime(20_000)
    const leaveAgain = session.hold('one')
    vi.advanceTimersByTime(600_000)
    expect(session.openBoard('one')).toBe(first)
    leaveAgain()
    leaveAgain()
    vi.advanceTimersByTime(60_000)
    expect(session.boards).toEqual([])
  })

  it('[CL-11] looking at thirty boards in a row leaves a few open', async () => {
    const session = offline()
    for (let index = 0; index < 30; index += 1) {
      session.board(`b${index}`, `d${index}`, 'participant')
      session.hold(`b${index}`)()
    }
    await Promise.resolve()
    expect(session.boards.length).toBeLessThanOrEqual(3)
    expect(session.openBoard('b29')).toBeDefined()
  })

  it('[CL-11] boards that are let go of and taken hold of again at once stay as they are', async () => {
    const session = offline()
    const boards = Array.from({ length: 10 }, (_, index) =>
      session.board(`b${index}`, `d${index}`, 'participant'),
    )
    const hold = () => boards.map((_, index) => session.hold(`b${index}`))
    const first = hold()
    await Promise.resolve()
    for (const release of first) release()
    hold()
    await Promise.resolve()
    expect(session.boards).toEqual(boards)
  })

  it('[CL-11] a board with words that are not saved stays open until they are', () => {
    vi.useFakeTimers()
    const session = offline()
    const board = session.board('mine', 'd', 'participant')
    addNotes(board.writer, [{ text: 'not sent' }])
    session.hold('mine')()
    vi.advanceTimersByTime(600_000)
    expect(session.openBoard('mine')).toBe(board)
    board.store.setState({ unsaved: 0 })
    expect(session.openBoard('mine')).toBeUndefined()
    expect(session.rescued('mine')).toEqual([])
  })

  it('[CL-8] words for a board that was removed are kept, also for a page that never opened it', () => {
    const session = offline()
    const view = (boards: WorkshopView['boards']): WorkshopView => viewWith({ boards })
    const info = { title: 'B', doc: 'd', template: 'blank', order: 0 }
    session.workshop.store.setState({ view: view({ away: info, other: info }) })
    const board = session.board('away', 'd', 'participant')
    const other = session.board('other', 'o', 'participant')
    addNotes(board.writer, [{ text: 'too late' }])
    session.workshop.store.setState({ view: view({ other: info }) })
    expect(session.boards).toEqual([other])
    expect(session.rescued('away')).toEqual(['too late'])
    expect(offline().rescuedBoards).toContain('away')
    session.workshop.store.setState({ view: view({ other: { ...info, gone: { by: 'fay', at: 1 } } }) })
    expect(session.boards).toEqual([])
    session.forgetRescued('away')
    expect(session.rescuedBoards).not.toContain('away')
  })

  it('[CL-12] a board that is locked is read and later written on again: the same document with all its words', () => {
    const session = offline()
    const info = { title: 'B', doc: 'd', template: 'blank', order: 0 }
    session.workshop.store.setState({ view: viewWith({ boards: { lock: info } }) })
    const board = session.board('lock', 'd', 'participant')
    addNotes(board.writer, [{ text: 'half a thou' }])
    expect(board.store.getState().readOnly).toBe(false)
    session.workshop.store.setState({ view: viewWith({ boards: { lock: { ...info, isLocked: true } } }) })
    expect(session.openBoard('lock')).toBe(board)
    expect(board.store.getState().readOnly).toBe(true)
    // Waits in this browser, and is no trouble to be dealt with.
    expect(session.rescued('lock')).toEqual([])
    session.workshop.store.setState({ view: viewWith({ boards: { lock: info } }) })
    expect(session.openBoard('lock')).toBe(board)
    expect(board.store.getState().readOnly).toBe(false)
    expect([...board.reading.notes.values()].map(({ text }) => text)).toEqual(['half a thou'])
  })

  it('[CL-12] facilitators write on a locked board', () => {
    const session = offline()
    const info = { title: 'B', doc: 'd', template: 'blank', order: 0, isLocked: true } as const
    session.workshop.store.setState({
      view: viewWith({ boards: { lock: info }, me: meWith({ role: 'facilitator' }) }),
    })
    expect(session.board('lock', 'd', 'facilitator').store.getState().readOnly).toBe(false)
  })

  it('[CL-12] what was written before this page heard of a lock is offered, and the board is opened to be read', async () => {
    const session = offline()
    const old = session.board('late', 'd', 'participant')
    addNotes(old.writer, [{ text: 'too late' }])
    const rescued = old.giveUp()
    old.store.setState({ connection: { state: 'refused', code: 4409, reason: 'locked' }, rescued })
    await Promise.resolve()
    const fresh = session.openBoard('late')
    expect(fresh).not.toBe(old)
    expect(fresh?.store.getState()).toMatchObject({ readOnly: true, connection: { state: 'connecting' } })
    expect(session.rescued('late')).toEqual(['too late'])
  })
})
