/** Notes that somebody enters for somebody else. */
import { describe, expect, it } from 'vitest'
import { copyBoard } from './copyBoard.ts'
import { duplicateNotes } from './copies.ts'
import { addNotes } from './operations.ts'
import { makeReplica } from './testing/people.ts'
import { isOwn } from './writer.ts'

describe('[B-25] a note entered for somebody', () => {
  it('is theirs, and says who entered it', () => {
    const { board, writer } = makeReplica('hana', 1)
    const [bea = '', own = '', room = ''] = addNotes(writer, [
      { text: 'by phone', by: 'bea' },
      { text: 'my own', by: 'hana' },
      { text: 'somebody said', source: 'room' },
    ])
    expect(board.notes.get(bea)).toMatchObject({ by: 'bea', via: 'hana', source: 'typed' })
    expect(board.notes.get(own)).toMatchObject({ by: 'hana', via: null })
    expect(board.notes.get(room)).toMatchObject({ by: 'hana', via: null, source: 'room' })
  })

  it('is either’s own, and nobody else’s', () => {
    expect(['bea', 'hana', 'cal'].filter((person) => isOwn({ by: 'bea', via: 'hana' }, person))).toEqual([
      'bea',
      'hana',
    ])
  })

  it('copied by hand becomes the copier’s; copied with its board it stays whose it was', () => {
    const { board, doc, writer } = makeReplica('hana', 1)
    const [bea = ''] = addNotes(writer, [{ text: 'by phone', by: 'bea' }])
    const [copy = ''] = duplicateNotes(writer, [bea])
    expect(board.notes.get(copy)).toMatchObject({ by: 'hana', via: null, source: 'copied' })
    expect(doc.clientID).toBe(1)

    const target = makeReplica('server', 2)
    let made = 0
    copyBoard(board, target.doc, {
      board: 'b',
      template: 'blank',
      newId: () => `c${(made += 1)}`,
      origin: {},
    })
    expect([...target.board.notes.values()]).toContainEqual(
      expect.objectContaining({ text: 'by phone', by: 'bea', via: 'hana' }),
    )
  })
})
