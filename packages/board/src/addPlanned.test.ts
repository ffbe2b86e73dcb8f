import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { PlannedNote } from './addPlanned.ts'
import { addPlanned } from './addPlanned.ts'
import { visibleNotes } from './BoardReading.ts'
import { addNotes, addTheme } from './operations.ts'
import { outline } from './outline.ts'
import { NOTE_HEIGHT, NOTE_WIDTH } from './schema.ts'
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

const read = ({ board }: Replica): unknown =>
  outline(board).map(({ region, themes, others }) => [
    region?.id ?? null,
    ...themes.map(({ theme, notes }) => [theme.title, ...notes.map(({ text }) => text)]),
    ...others.map(({ text }) => text),
  ])

const note = (text: string, theme = '', region: string | null = 'r1'): PlannedNote => ({
  text,
  theme,
  region,
})

const anyNote = fc.record({
  text: fc.string({ maxLength: 8 }),
  theme: fc.constantFrom('', ' ', 'A', ' A', 'B', 'C'),
  region: fc.constantFrom('r1', 'r2', null),
})

/** How many pairs of these lie on each other. */
function clashes(replica: Replica, ids: readonly string[]): number {
  const fresh = new Set(ids)
  const all = visibleNotes(replica.board)
  return all
    .filter((a) => fresh.has(a.id))
    .flatMap((a) =>
      all.filter((b) => b !== a && Math.abs(a.x - b.x) < NOTE_WIDTH && Math.abs(a.y - b.y) < NOTE_HEIGHT),
    ).length
}

describe('many notes from elsewhere', () => {
  it('[B-98] come in the order given, under themes in the order they first appear', () => {
    const replica = boardWith()
    const made = addPlanned(
      replica.writer,
      [note('1', 'B'), note('2', 'A'), note('3'), note('4', 'B '), note('5', 'B', 'r2')],
      'imported',
    )
    expect(made.newThemes).toBe(3)
    expect(read(replica)).toEqual([
      ['r1', ['B', '1', '4'], ['A', '2'], '3'],
      ['r2', ['B', '5']],
    ])
    expect(made.notes.map((id) => replica.board.notes.get(id)?.source)).toEqual(Array(5).fill('imported'))
    expect(clashes(replica, made.notes)).toBe(0)
  })

  it('[B-98] go to a theme of the same title that is there, next to its notes', () => {
    const replica = boardWith()
    const { writer } = replica
    const there = addNotes(writer, [{ text: '0', region: 'r1' }])
    addTheme(writer, 'Café', there)
    addTheme(writer, 'Elsewhere', [], 'r2')
    const made = addPlanned(
      writer,
      [note('1', 'Cafe\u0301'), note('2', 'Elsewhere'), note('3', 'Café')],
      'imported',
    )
    expect(made.newThemes).toBe(1)
    expect(read(replica)).toEqual([
      ['r1', ['Café', '0', '1', '3'], ['Elsewhere', '2']],
      ['r2', ['Elsewhere']],
    ])
    expect(clashes(replica, made.notes)).toBe(0)
  })

  it('[B-98] all come, cover nothing and are one step of undo, whatever is on the board', () => {
    fc.assert(
      fc.property(
        fc.array(deed, { maxLength: 20 }),
        fc.array(anyNote, { maxLength: 40 }),
        (deeds, planned) => {
          const replica = boardWith()
          for (const each of deeds) perform(replica, each)
          replica.undo.checkpoint()
          const before = read(replica)
          const count = visibleNotes(replica.board).length
          const { notes } = addPlanned(replica.writer, planned, 'imported')
          expect(notes.map((id) => replica.board.notes.get(id)?.text)).toEqual(
            planned.map(({ text }) => text),
          )
          expect(visibleNotes(replica.board)).toHaveLength(count + planned.length)
          expect(clashes(replica, notes)).toBe(0)
          expect(isSettled(replica.doc)).toBe(true)
          replica.undo.checkpoint()
          if (planned.length > 0) replica.undo.undo(true)
          expect(read(replica)).toEqual(before)
        },
      ),
      { numRuns: 120 },
    )
  })

  it('[B-99] thousands are one step of undo, sent in parts that a server takes', () => {
    const replica = boardWith()
    const sizes: number[] = []
    replica.doc.on('update', (update: Uint8Array) => sizes.push(update.length))
    const planned = Array.from({ length: 5_000 }, (_, index) => note(`note ${index}`, `theme ${index % 700}`))
    addPlanned(replica.writer, planned, 'imported')
    expect(visibleNotes(replica.board)).toHaveLength(5_000)
    expect(sizes.length).toBeGreaterThan(10)
    expect(Math.max(...sizes)).toBeLessThan(1_000_000)
    replica.undo.checkpoint()
    replica.undo.undo()
    expect(visibleNotes(replica.board)).toEqual([])
    expect(outline(replica.board)[0]?.themes).toEqual([])
    expect(replica.undo.canUndo).toBe(false)
    replica.undo.redo()
    expect(visibleNotes(replica.board)).toHaveLength(5_000)
  })

  it('[B-99] two people who bring the same at once have both, and nothing is lost', () => {
    const ama = boardWith()
    const bo = boardWith('bo', 12)
    const planned = [note('1', 'A'), note('2', 'B'), note('3')]
    addPlanned(ama.writer, planned, 'imported')
    addPlanned(bo.writer, planned, 'imported')
    Y.applyUpdate(ama.doc, Y.encodeStateAsUpdate(bo.doc), 'remote')
    Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(ama.doc), 'remote')
    expect(read(ama)).toEqual(read(bo))
    expect(
      visibleNotes(ama.board)
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(['1', '1', '2', '2', '3', '3'])
    // Whoever undoes takes back their own.
    ama.undo.undo()
    Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(ama.doc), 'remote')
    expect(visibleNotes(bo.board).map(({ by }) => by)).toEqual(['bo', 'bo', 'bo'])
    expect(isSettled(bo.doc)).toBe(true)
  })
})
