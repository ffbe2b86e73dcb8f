import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { binnedNotes, visibleNotes } from './BoardReading.ts'
import { mergeNotes } from './merge.ts'
import { addNotes, addTheme, removeNotes } from './operations.ts'
import { outline } from './outline.ts'
import { wordsOf } from './read.ts'
import { NOTE_TEXT_MAX } from './schema.ts'
import { seedBoard } from './seed.ts'
import type { Replica } from './testing/people.ts'
import { deed, isSettled, makeReplica, perform, SEED } from './testing/people.ts'

function boardWith(name = 'ama', client = 11): Replica {
  const replica = makeReplica(name, client)
  const seeded = new Y.Doc()
  seeded.clientID = 1
  seedBoard(seeded, SEED, 'server')
  Y.applyUpdate(replica.doc, Y.encodeStateAsUpdate(seeded))
  return replica
}

function meet(one: Replica, other: Replica): void {
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc), 'remote')
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc), 'remote')
}

const textOf = ({ board }: Replica, id: string): string | undefined => board.notes.get(id)?.text

describe('merging notes', () => {
  it('[B-90] the first in reading order keeps its place and gets the words of the others, in that order', () => {
    const replica = boardWith()
    const { board, writer } = replica
    const [parked = '', second = '', first = ''] = addNotes(writer, [
      { text: 'parked', region: 'r2', color: 'rose' },
      { text: 'two\nlines', region: 'r1' },
      { text: 'themed', region: 'r1', color: 'mint' },
    ])
    addTheme(writer, 'A theme', [first])
    const before = board.notes.get(first)
    expect(mergeNotes(writer, [parked, second, first, 'no such note'])).toEqual({ ok: true, id: first })
    expect(board.notes.get(first)).toEqual({ ...before, text: 'themed\n\ntwo\nlines\n\nparked' })
    expect(board.notes.get(second)?.gone).toMatchObject({ how: 'merged', by: 'ama' })
    expect(binnedNotes(board).map(({ id }) => id)).toEqual(expect.arrayContaining([second, parked]))
    expect(isSettled(replica.doc)).toBe(true)
  })

  it('[B-90] a note without words leaves no blank lines', () => {
    const replica = boardWith()
    const ids = addNotes(replica.writer, [{ text: ' ' }, { text: 'a' }, { text: '' }, { text: 'b' }])
    expect(mergeNotes(replica.writer, ids)).toMatchObject({ ok: true })
    expect(textOf(replica, ids[0] ?? '')).toBe(' a\n\nb')
  })

  it('[B-91] no word is lost and one step of undo brings everything back, whatever was on the board', () => {
    fc.assert(
      fc.property(
        fc.array(deed, { maxLength: 25 }),
        fc.array(fc.nat(30), { maxLength: 6 }),
        (deeds, picks) => {
          const replica = boardWith()
          const { board, writer, undo } = replica
          for (const each of deeds) perform(replica, each)
          const all = visibleNotes(board)
          const chosen = [...new Set(picks.flatMap((at) => all[at % Math.max(1, all.length)] ?? []))]
          const before = JSON.stringify(outline(board))
          undo.checkpoint()
          const merged = mergeNotes(
            writer,
            chosen.map(({ id }) => id),
          )
          expect(merged.ok).toBe(chosen.length > 1)
          if (!merged.ok) return
          const words = textOf(replica, merged.id) ?? ''
          for (const { text } of chosen) if (text.trim() !== '') expect(words).toContain(text)
          expect(visibleNotes(board)).toHaveLength(all.length - chosen.length + 1)
          expect(isSettled(replica.doc)).toBe(true)
          undo.checkpoint()
          undo.undo(true)
          expect(JSON.stringify(outline(board))).toBe(before)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('[B-92] what somebody types into either note meanwhile is there afterwards', () => {
    const ama = boardWith()
    const bo = boardWith('bo', 12)
    const [first = '', second = ''] = addNotes(ama.writer, [{ text: 'first' }, { text: 'second' }])
    meet(ama, bo)
    wordsOf(bo.doc, 'notes', first)?.insert(5, ' one')
    wordsOf(bo.doc, 'notes', second)?.insert(0, 'the ')
    mergeNotes(ama.writer, [first, second])
    meet(ama, bo)
    expect(textOf(ama, first)).toBe(textOf(bo, first))
    expect(textOf(ama, first)).toContain('first')
    expect(textOf(ama, first)).toContain(' one')
    expect(textOf(ama, first)).toContain('second')
    // What was typed into a note that went lies with it in the Bin.
    expect(binnedNotes(ama.board).map(({ text }) => text)).toEqual(['the second'])
  })

  it('[B-92] two people who merge the same notes at once lose nothing', () => {
    const ama = boardWith()
    const bo = boardWith('bo', 12)
    const ids = addNotes(ama.writer, [{ text: 'one' }, { text: 'two' }, { text: 'three' }])
    meet(ama, bo)
    mergeNotes(ama.writer, ids.slice(0, 2))
    mergeNotes(bo.writer, ids.slice(1))
    meet(ama, bo)
    const inSight = visibleNotes(bo.board).map(({ text }) => text)
    const inBin = binnedNotes(bo.board).map(({ text }) => text)
    expect(visibleNotes(ama.board).map(({ text }) => text)).toEqual(inSight)
    for (const word of ['one', 'two', 'three']) expect([...inSight, ...inBin].join(' ')).toContain(word)
  })

  it('[B-93] does nothing with one note, with none, or where the words would not fit', () => {
    const replica = boardWith()
    const { writer } = replica
    const [long = '', more = '', gone = ''] = addNotes(writer, [
      { text: 'x'.repeat(NOTE_TEXT_MAX - 4) },
      { text: 'abc' },
      { text: 'gone' },
    ])
    removeNotes(writer, [gone])
    let updates = 0
    replica.doc.on('update', () => (updates += 1))
    expect(mergeNotes(writer, [])).toEqual({ ok: false, code: 'too_few' })
    expect(mergeNotes(writer, [long, long, gone])).toEqual({ ok: false, code: 'too_few' })
    expect(mergeNotes(writer, [long, more])).toEqual({ ok: false, code: 'too_long' })
    expect(updates).toBe(0)
  })
})
