/** The laws of a board on several replicas: whatever is done, lost on the way, and in whichever order it arrives. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BoardReading } from './BoardReading.ts'
import { addNotes, moveNotes, recolour, removeNotes, restoreNotes } from './operations.ts'
import { visibleFigures } from './figureGeometry.ts'
import { outline, tally } from './outline.ts'
import { visibleNotes } from './BoardReading.ts'
import { wordsOf } from './read.ts'
import { repair } from './repair.ts'
import { entities } from './schema.ts'
import { seedBoard } from './seed.ts'
import type { Replica } from './testing/people.ts'
import { allOf, deed, isSettled, makeReplica, perform, SEED } from './testing/people.ts'

const REMOTE = 'remote'

/** Replicas that tell each other everything, each over a line of its own that may be slow or lose messages. */
class Mesh {
  readonly replicas: readonly Replica[]
  readonly #lines: Map<string, Uint8Array[]> = new Map()

  constructor(count: number) {
    const seeded = new Y.Doc()
    seeded.clientID = 1
    seedBoard(seeded, SEED, REMOTE)
    this.replicas = Array.from({ length: count }, (_, index) =>
      makeReplica(`p${index}`, 11 + index, index === 0),
    )
    this.replicas.forEach((replica, from) => {
      Y.applyUpdate(replica.doc, Y.encodeStateAsUpdate(seeded), REMOTE)
      replica.doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === REMOTE) return
        this.replicas.forEach((_, to) => {
          if (to !== from) this.#line(from, to).push(update)
        })
      })
    })
  }

  #line(from: number, to: number): Uint8Array[] {
    const name = `${from} ${to}`
    const line = this.#lines.get(name) ?? []
    this.#lines.set(name, line)
    return line
  }

  deliver(from: number, to: number, count: number): void {
    const replica = this.replicas[to]
    for (const update of this.#line(from, to).splice(0, count)) {
      if (replica) Y.applyUpdate(replica.doc, update, REMOTE)
    }
  }

  drop(from: number, to: number): void {
    this.#line(from, to).splice(0, 1)
  }

  /** What every replica lacks, from every other, as after reconnecting. */
  settle(): void {
    for (const to of this.replicas) {
      for (const from of this.replicas) {
        Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), REMOTE)
      }
    }
  }
}

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('deed' as const), who: fc.nat(3), deed }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('deliver' as const),
      who: fc.nat(3),
      to: fc.nat(3),
      count: fc.nat(4),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const), who: fc.nat(3), to: fc.nat(3) }) },
)

/** A mesh after random steps, not yet settled. */
const anyMesh = fc.array(step, { minLength: 20, maxLength: 100, size: 'max' }).map((steps) => {
  const mesh = new Mesh(4)
  for (const each of steps) {
    const replica = mesh.replicas[each.who]
    if (each.kind === 'deed' && replica) perform(replica, each.deed)
    else if (each.kind === 'deliver') mesh.deliver(each.who, each.to, each.count)
    else if (each.kind === 'drop') mesh.drop(each.who, each.to)
  }
  return mesh
})

describe('replicas', () => {
  it('[B-10] that have seen the same read the same, in whatever order it came', () => {
    let written = 0
    let drawn = 0
    fc.assert(
      fc.property(anyMesh, (mesh) => {
        mesh.settle()
        const [first, ...others] = mesh.replicas
        if (first === undefined) return
        expect(isSettled(first.doc)).toBe(true)
        for (const other of others) expect(allOf(other.board)).toEqual(allOf(first.board))
        written += first.board.notes.size
        drawn += first.board.drawings.size
      }),
      { numRuns: 80 },
    )
    expect(written).toBeGreaterThan(100)
    expect(drawn).toBeGreaterThan(100)
  })

  it('[B-11] a reading kept up to date says what a fresh one says', () => {
    fc.assert(
      fc.property(anyMesh, (mesh) => {
        for (const { board, doc } of mesh.replicas) expect(allOf(board)).toEqual(allOf(new BoardReading(doc)))
      }),
      { numRuns: 40 },
    )
  })

  it('[B-12] nothing that the operations write needs mending, also merged', () => {
    fc.assert(
      fc.property(anyMesh, (mesh) => {
        mesh.settle()
        for (const { doc } of mesh.replicas) expect(repair(doc, 'server')).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  it('[B-13] the outline has every note in sight exactly once, in whatever state the board is', () => {
    fc.assert(
      fc.property(anyMesh, (mesh) => {
        for (const { board } of mesh.replicas) {
          const listed = outline(board).flatMap((section) => [
            ...section.themes.flatMap((theme) => theme.notes),
            ...section.others,
          ])
          expect(listed.map((note) => note.id).toSorted()).toEqual(
            visibleNotes(board)
              .map((note) => note.id)
              .toSorted(),
          )
          const { notes, themed, unthemed, parked } = tally(board)
          expect(themed + unthemed + parked).toBe(notes)
          expect(notes).toBe(listed.length)
          const figures = outline(board).flatMap((section) => section.figures)
          expect(figures.map((figure) => figure.id).toSorted()).toEqual(
            visibleFigures(board.drawings)
              .map((figure) => figure.id)
              .toSorted(),
          )
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('two people at the same moment', () => {
  /** Two replicas with one note of `ama` on both; `meet` lets them exchange all they have. */
  function pair(text = 'words'): { ama: Replica; bo: Replica; id: string; meet: () => void } {
    const ama = makeReplica('ama', 11)
    const bo = makeReplica('bo', 12)
    seedBoard(ama.doc, SEED, REMOTE)
    const [id = ''] = addNotes(ama.writer, [{ text, region: 'r1' }])
    const meet = (): void => {
      Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(ama.doc), REMOTE)
      Y.applyUpdate(ama.doc, Y.encodeStateAsUpdate(bo.doc), REMOTE)
      expect(allOf(ama.board)).toEqual(allOf(bo.board))
    }
    meet()
    for (const each of [ama, bo]) each.undo.checkpoint()
    return { ama, bo, id, meet }
  }

  function type(replica: Replica, id: string, index: number, insert: string, remove = 0): void {
    const words = wordsOf(replica.doc, 'notes', id)
    replica.doc.transact(() => {
      words?.delete(index, remove)
      words?.insert(index, insert)
    }, replica.writer.origin)
  }

  it('[B-14] move, edit and recolour of one note are all kept', () => {
    const { ama, bo, id, meet } = pair()
    moveNotes(ama.writer, [{ id, to: { x: 700, y: 300 } }])
    recolour(bo.writer, [id], 'rose')
    type(bo, id, 5, ' here')
    meet()
    expect(ama.board.notes.get(id)).toMatchObject({
      x: 700,
      y: 300,
      region: 'r2',
      color: 'rose',
      text: 'words here',
    })
  })

  it('[B-15] two typing in one note are both kept, letter by letter', () => {
    const { ama, bo, id, meet } = pair('one two')
    type(ama, id, 0, 'zero ')
    type(bo, id, 7, ' three')
    meet()
    expect(bo.board.notes.get(id)?.text).toBe('zero one two three')
  })

  it('[B-16] delete against edit keeps the words: undo brings note and words back', () => {
    const { ama, bo, id, meet } = pair()
    removeNotes(ama.writer, [id])
    type(bo, id, 5, ' of mine')
    meet()
    expect(ama.board.notes.get(id)).toMatchObject({
      gone: { by: 'ama', how: 'deleted' },
      text: 'words of mine',
    })
    ama.undo.undo()
    meet()
    expect(bo.board.notes.get(id)).toMatchObject({ gone: null, text: 'words of mine' })
  })

  it('[B-70] a note whose words are taken back right after its making goes with them, and comes back with them', () => {
    const { writer, undo, board, doc } = makeReplica('ama', 11)
    addNotes(writer, [{ text: 'stays' }])
    undo.checkpoint()
    const [id = ''] = addNotes(writer, [{ text: '' }])
    undo.checkpoint()
    doc.transact(() => wordsOf(doc, 'notes', id)?.insert(0, 'hello'), writer.origin)
    const shown = (): string[] => visibleNotes(board).map(({ text }) => text)
    undo.undo()
    expect(shown()).toEqual(['stays'])
    undo.redo()
    expect(shown().toSorted()).toEqual(['hello', 'stays'])
    undo.undo(true)
    expect(shown().toSorted()).toEqual(['', 'stays'])
    undo.undo()
    expect(shown()).toEqual(['stays'])
  })

  it('[B-70] an older note that is emptied by undo stays, and no other step goes with it', () => {
    const { writer, undo, board, doc } = makeReplica('ama', 11)
    const [id = '', other = ''] = addNotes(writer, [{ text: '' }, { text: 'other' }])
    undo.checkpoint()
    recolour(writer, [other], 'mint')
    undo.checkpoint()
    doc.transact(() => wordsOf(doc, 'notes', id)?.insert(0, 'hello'), writer.origin)
    undo.undo()
    expect(visibleNotes(board)).toHaveLength(2)
    expect(board.notes.get(other)?.color).toBe('mint')
  })

  it('[B-69] a note put down empty while somebody else writes in it stays, with their words', () => {
    const mesh = new Mesh(2)
    const [ama, bo] = mesh.replicas
    if (ama === undefined || bo === undefined) throw new Error('two replicas')
    const [id = ''] = addNotes(ama.writer, [{ text: '' }])
    mesh.settle()
    removeNotes(ama.writer, [id], 'empty')
    wordsOf(bo.doc, 'notes', id)?.insert(0, 'mine')
    mesh.settle()
    for (const { board, doc } of mesh.replicas) {
      expect(visibleNotes(board).map(({ text }) => text)).toEqual(['mine'])
      repair(doc, REMOTE)
      expect(entities(doc, 'notes').get(id)?.has('gone')).toBe(false)
    }
  })

  it('[B-16] what was deleted by one is brought back by another, words typed meanwhile included', () => {
    const { ama, bo, id, meet } = pair()
    removeNotes(ama.writer, [id])
    meet()
    type(ama, id, 0, 'late ')
    restoreNotes(bo.writer, [id])
    meet()
    expect(ama.board.notes.get(id)).toMatchObject({ gone: null, text: 'late words' })
  })
})

describe('undo', () => {
  it('[B-17] of making a note puts it out of sight and keeps what others wrote in it; redo brings it all back', () => {
    const ama = makeReplica('ama', 11)
    const bo = makeReplica('bo', 12)
    seedBoard(ama.doc, SEED, REMOTE)
    const [id = ''] = addNotes(ama.writer, [{ text: 'mine', region: 'r1' }])
    Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(ama.doc), REMOTE)
    wordsOf(bo.doc, 'notes', id)?.insert(4, ' and bo’s')
    Y.applyUpdate(ama.doc, Y.encodeStateAsUpdate(bo.doc), REMOTE)
    ama.undo.undo()
    expect(ama.board.notes.get(id)).toMatchObject({
      gone: { by: 'ama', how: 'undone' },
      text: 'mine and bo’s',
    })
    ama.undo.redo()
    expect(ama.board.notes.get(id)).toMatchObject({ gone: null, text: 'mine and bo’s' })
  })

  it('[B-18] of bringing back somebody else’s deletion is in the name of the one who undoes', () => {
    const ama = makeReplica('ama', 11)
    const bo = makeReplica('bo', 12)
    seedBoard(ama.doc, SEED, REMOTE)
    const [id = ''] = addNotes(ama.writer, [{ text: 'mine' }])
    removeNotes(ama.writer, [id])
    Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(ama.doc), REMOTE)
    restoreNotes(bo.writer, [id])
    bo.undo.undo()
    expect(bo.board.notes.get(id)?.gone).toMatchObject({ by: 'bo', how: 'deleted' })
    bo.undo.redo()
    expect(bo.board.notes.get(id)?.gone).toBeNull()
  })

  it('[B-19] takes back one’s own steps only: undone to the end, all that is left is the others’', () => {
    let bosValues = 0
    fc.assert(
      fc.property(fc.array(fc.record({ who: fc.nat(1), deed }), { maxLength: 60, size: 'max' }), (deeds) => {
        const pair = [makeReplica('ama', 11), makeReplica('bo', 12)]
        const [ama, bo] = pair
        if (ama === undefined || bo === undefined) return
        seedBoard(ama.doc, SEED, REMOTE)
        const meet = (): void => {
          Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(ama.doc, Y.encodeStateVector(bo.doc)), REMOTE)
          Y.applyUpdate(ama.doc, Y.encodeStateAsUpdate(bo.doc, Y.encodeStateVector(ama.doc)), REMOTE)
        }
        meet()
        for (const each of deeds) {
          const person = pair[each.who]
          if (person) perform(person, each.deed)
          meet()
        }
        const before = (['notes', 'drawings'] as const).flatMap((root) =>
          [...bo.board[root].keys()].map((id) => ({
            root,
            id,
            letters: lettersOf(bo.doc, root, id, 12),
            values: valuesOf(bo.doc, root, id, 12),
          })),
        )
        while (ama.undo.canUndo) ama.undo.undo()
        meet()
        expect(allOf(ama.board)).toEqual(allOf(bo.board))
        // Bo's letters stand, and wherever Bo was the last to decide, it is as Bo decided.
        for (const { root, id, letters, values } of before) {
          expect(lettersOf(bo.doc, root, id, 12)).toBe(letters)
          expect(valuesOf(bo.doc, root, id, 12)).toEqual(values)
        }
        bosValues += before.flatMap((each) => Object.keys(each.values)).length
        expect(repair(bo.doc, 'server')).toBe(0)
      }),
      { numRuns: 80 },
    )
    expect(bosValues).toBeGreaterThan(20)
  })

  it('[B-20] never leaves a note without place, colour or section, whoever changed them at the same moment', () => {
    const ama = makeReplica('ama', 11)
    const bo = makeReplica('bo', 12)
    seedBoard(ama.doc, SEED, REMOTE)
    const [id = ''] = addNotes(ama.writer, [{ text: 'x', region: 'r1' }])
    const meet = (): void => {
      Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(ama.doc), REMOTE)
      Y.applyUpdate(ama.doc, Y.encodeStateAsUpdate(bo.doc), REMOTE)
    }
    meet()
    for (const each of [ama, bo]) each.undo.checkpoint()
    for (const [each, x] of [
      [ama, 40],
      [bo, 700],
    ] as const) {
      moveNotes(each.writer, [{ id, to: { x, y: 200 } }])
      recolour(each.writer, [id], each === ama ? 'sky' : 'rose')
    }
    meet()
    for (const each of [ama, bo]) each.undo.undo()
    meet()
    expect(ama.board.notes.get(id)?.y).not.toBe(0)
    expect(repair(ama.doc, 'server')).toBe(0)
  })
})

/** Letters in sight of one client in a note or figure. */
function lettersOf(doc: Y.Doc, root: 'notes' | 'drawings', id: string, client: number): string {
  let letters = ''
  for (let item = wordsOf(doc, root, id)?._start ?? null; item !== null; item = item.right) {
    if (!item.deleted && item.id.client === client && item.content instanceof Y.ContentString)
      letters += item.content.str
  }
  return letters
}

/** Groups of a note or figure whose value in force was written by this client. */
function valuesOf(
  doc: Y.Doc,
  root: 'notes' | 'drawings',
  id: string,
  client: number,
): Record<string, unknown> {
  const groups = entities(doc, root).get(id)
  const values: Record<string, unknown> = {}
  for (const name of ['pos', 'shape', 'style', 'member', 'gone']) {
    const item = groups?._map.get(name)
    if (item !== undefined && !item.deleted && item.id.client === client) values[name] = groups?.get(name)
  }
  return values
}
