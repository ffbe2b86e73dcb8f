// @vitest-environment happy-dom
import { addNotes } from '@moot/board'
import { afterEach, describe, expect, it } from 'vitest'
import { Session } from './Session.ts'

const sessions: Session[] = []
afterEach(() => {
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
})
