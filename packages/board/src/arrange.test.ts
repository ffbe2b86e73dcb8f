import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { SortBy } from './arrange.ts'
import { SORTS, sortSection, tidyUp } from './arrange.ts'
import { visibleNotes } from './BoardReading.ts'
import { figureBox, visibleFigures } from './figureGeometry.ts'
import { addFigures } from './newFigures.ts'
import type { Box } from './layout.ts'
import { themeBox } from './layout.ts'
import { addNotes, addTheme, recolour } from './operations.ts'
import { outline } from './outline.ts'
import { NOTE_COLORS, NOTE_HEIGHT, NOTE_WIDTH } from './schema.ts'
import type { BoardSeed } from './seed.ts'
import { seedBoard } from './seed.ts'
import type { Replica } from './testing/people.ts'
import { deed, isSettled, makeReplica, perform, SEED } from './testing/people.ts'

function boardWith(seed: BoardSeed = SEED): Replica {
  const replica = makeReplica('ama', 11)
  const seeded = new Y.Doc()
  seeded.clientID = 1
  seedBoard(seeded, seed, 'server')
  Y.applyUpdate(replica.doc, Y.encodeStateAsUpdate(seeded))
  return replica
}

/** A section of four by three sections, so that overfull ones have others under and beside them. */
const GRID: BoardSeed = {
  template: 'grid',
  regions: Array.from({ length: 4 }, (_, index) => ({
    tag: `t${index}`,
    title: `Section ${index}`,
    prompt: '',
    x: (index % 2) * 624,
    y: Math.floor(index / 2) * 620,
    w: 600,
    h: 600,
  })),
  furniture: [],
}

const noteBox = ({ x, y }: { x: number; y: number }): Box => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** Everything of one section, and what it must keep clear of. */
function checkApart({ board }: Replica, regionId: string | null): void {
  const section = outline(board).find(({ region }) => (region?.id ?? null) === regionId)
  if (section === undefined) return
  const blocks = section.themes.flatMap(({ notes }) => themeBox(notes) ?? [])
  const own = [...section.themes.flatMap(({ notes }) => notes), ...section.others]
  const ids = new Set(own.map(({ id }) => id))
  const elsewhere = [
    ...visibleNotes(board)
      .filter(({ id }) => !ids.has(id))
      .map(noteBox),
    ...visibleFigures(board.drawings)
      .filter(({ kind }) => kind === 'text' || kind === 'picture')
      .map((figure) => figureBox(board, figure)),
    ...[...board.regions.values()].filter(({ id }) => id !== regionId),
  ]
  const mine = [...blocks, ...section.others.map(noteBox)]
  const all = own.map(noteBox)
  const clashes = [
    ...mine.flatMap((box, index) =>
      [...elsewhere, ...mine.slice(index + 1)].filter((other) => overlap(box, other)),
    ),
    ...all.flatMap((box, index) => all.slice(index + 1).filter((other) => overlap(box, other))),
  ]
  expect(clashes).toEqual([])
}

const homes = ({ board }: Replica): string =>
  JSON.stringify(
    visibleNotes(board).map(({ id, region, theme, text, color }) => [id, region, theme, text, color]),
  )
const sequence = ({ board }: Replica): string =>
  JSON.stringify(
    outline(board).map((section) => [
      section.themes.map(({ theme, notes }) => [theme.id, notes.map((n) => n.id)]),
      section.others.map((n) => n.id),
    ]),
  )

/** A board with a bit of everything on it, words and pictures among the notes. */
const mess = fc.record({
  deeds: fc.array(deed, { maxLength: 25 }),
  crowd: fc.nat(60),
  figures: fc.array(
    fc.record({
      isText: fc.boolean(),
      x: fc.integer({ min: -300, max: 1300 }),
      y: fc.integer({ min: -300, max: 1500 }),
      side: fc.integer({ min: 40, max: 500 }),
    }),
    { maxLength: 6 },
  ),
  isGrid: fc.boolean(),
})
type Mess = typeof mess extends fc.Arbitrary<infer T> ? T : never

function boardOf({ deeds, crowd, figures, isGrid }: Mess): Replica {
  const replica = boardWith(isGrid ? GRID : SEED)
  addNotes(
    replica.writer,
    Array.from({ length: crowd }, (_, index) => ({ text: `${index}`, region: 'r1' })),
  )
  for (const each of deeds) perform(replica, each)
  addFigures(
    replica.writer,
    figures.map(({ isText, x, y, side }) =>
      isText
        ? { kind: 'text', at: { x, y }, w: side, text: 'words on the board' }
        : { kind: 'picture', upload: 'u1', box: { x, y, w: side, h: side }, text: '' },
    ),
  )
  return replica
}

const anySection = fc.constantFrom('r1', 'r2', null)

describe('tidying up', () => {
  it('[B-94] nothing covers anything, whatever lies about and however many notes there are', () => {
    fc.assert(
      fc.property(mess, anySection, (each, regionId) => {
        const replica = boardOf(each)
        const before = [homes(replica), sequence(replica)]
        tidyUp(replica.writer, regionId)
        checkApart(replica, regionId)
        expect([homes(replica), sequence(replica)]).toEqual(before)
        expect(isSettled(replica.doc)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('[B-95] a second time changes and writes nothing', () => {
    fc.assert(
      fc.property(mess, anySection, (each, regionId) => {
        const replica = boardOf(each)
        tidyUp(replica.writer, regionId)
        let updates = 0
        replica.doc.on('update', () => (updates += 1))
        expect(tidyUp(replica.writer, regionId)).toBe(0)
        expect(updates).toBe(0)
      }),
      { numRuns: 100 },
    )
  })

  it('[B-94] lays themes out as blocks in the section, then the others in rows, all in reading order', () => {
    const replica = boardWith()
    const { board, writer } = replica
    const ids = addNotes(
      writer,
      Array.from({ length: 9 }, (_, index) => ({
        text: `${index}`,
        region: 'r1',
        at: { x: index, y: 500 - index },
      })),
    )
    addTheme(writer, 'A theme', ids.slice(0, 4))
    tidyUp(writer, 'r1')
    const at = (from: number, to?: number): number[][] =>
      ids.slice(from, to).map((id) => [board.notes.get(id)?.x ?? 0, board.notes.get(id)?.y ?? 0])
    expect(at(0, 4)).toEqual([
      [22, 92],
      [210, 92],
      [22, 240],
      [210, 240],
    ])
    expect(at(4)).toEqual([
      [22, 410],
      [210, 410],
      [398, 410],
      [22, 558],
      [210, 558],
    ])
  })

  it('[B-94] a great many notes go on under the sections in a wide area', () => {
    const replica = boardWith()
    const ids = addNotes(
      replica.writer,
      Array.from({ length: 900 }, () => ({ text: 'x', region: 'r1' })),
    )
    tidyUp(replica.writer, 'r1')
    checkApart(replica, 'r1')
    const all = ids.flatMap((id) => replica.board.notes.get(id) ?? [])
    expect(Math.max(...all.map(({ y }) => y))).toBeLessThan(6_000)
    expect(all.every(({ region }) => region === 'r1')).toBe(true)
  })

  it('[B-96] is one step of undo', () => {
    const replica = boardWith()
    const { writer, undo } = replica
    addNotes(
      writer,
      Array.from({ length: 7 }, (_, index) => ({ text: 'x', region: 'r1', at: { x: index * 9, y: 300 } })),
    )
    undo.checkpoint()
    const before = JSON.stringify([...replica.board.notes])
    sortSection(writer, 'r1', 'newest')
    expect(JSON.stringify([...replica.board.notes])).not.toBe(before)
    undo.checkpoint()
    undo.undo()
    expect(JSON.stringify([...replica.board.notes])).toBe(before)
  })

  it('[B-94] does nothing in a section that is not there', () => {
    const replica = boardWith()
    expect(tidyUp(replica.writer, 'none')).toBe(0)
    expect(sortSection(replica.writer, 'none', 'words')).toBe(0)
  })
})

describe('sorting', () => {
  const isSorted: Readonly<
    Record<Exclude<SortBy, 'theme'>, (replica: Replica, a: string, b: string) => boolean>
  > = {
    oldest: ({ board }, a, b) => (board.notes.get(a)?.created ?? 0) <= (board.notes.get(b)?.created ?? 0),
    newest: ({ board }, a, b) => (board.notes.get(a)?.created ?? 0) >= (board.notes.get(b)?.created ?? 0),
    words: ({ board }, a, b) => {
      const [one = '', other = ''] = [board.notes.get(a)?.text, board.notes.get(b)?.text]
      if (one.trim() === '' || other.trim() === '') return other.trim() === '' || one.trim() !== ''
      return (
        one.localeCompare(other, 'en', { numeric: true, sensitivity: 'base', ignorePunctuation: true }) <= 0
      )
    },
    color: ({ board }, a, b) =>
      NOTE_COLORS.indexOf(board.notes.get(a)?.color ?? 'lemon') <=
      NOTE_COLORS.indexOf(board.notes.get(b)?.color ?? 'lemon'),
    writer: ({ board }, a, b) => (board.notes.get(a)?.by ?? '~') <= (board.notes.get(b)?.by ?? '~'),
  }

  it('[B-97] brings notes into the order that was asked for, within their themes, and is done at once', () => {
    fc.assert(
      fc.property(mess, anySection, fc.constantFrom(...SORTS), (each, regionId, by) => {
        const replica = boardOf(each)
        const before = homes(replica)
        sortSection(replica.writer, regionId, by)
        expect(homes(replica)).toBe(before)
        checkApart(replica, regionId)
        const section = outline(replica.board).find(({ region }) => (region?.id ?? null) === regionId)
        if (section !== undefined && by !== 'theme') {
          for (const notes of [...section.themes.map((theme) => theme.notes), section.others])
            notes.forEach((note, index) => {
              const next = notes[index + 1]
              if (next) expect(isSorted[by](replica, note.id, next.id)).toBe(true)
            })
        }
        expect(sortSection(replica.writer, regionId, by)).toBe(0)
        expect(isSettled(replica.doc)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('[B-97] by theme: themes by their titles, their notes as they were', () => {
    const { writer, board } = boardWith()
    const ids = addNotes(
      writer,
      ['1', '2', '3'].map((text) => ({ text, region: 'r1' })),
    )
    addTheme(writer, 'ärger', ids.slice(0, 1))
    addTheme(writer, '', [], 'r1')
    addTheme(writer, 'Anfang', ids.slice(1, 3))
    sortSection(writer, 'r1', 'theme')
    expect(
      outline(board)[0]?.themes.map(({ theme, notes }) => [theme.title, ...notes.map(({ text }) => text)]),
    ).toEqual([['Anfang', '2', '3'], ['ärger', '1'], ['']])
  })

  it('[B-97] by writer: under their names, as the screen has them, and colours in the order of the palette', () => {
    const ama = boardWith()
    const bo = makeReplica('bo', 12)
    Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(ama.doc))
    const add = (replica: Replica, text: string): string =>
      addNotes(replica.writer, [{ text, region: 'r1' }])[0] ?? ''
    const first = add(ama, 'first')
    add(bo, 'second')
    Y.applyUpdate(ama.doc, Y.encodeStateAsUpdate(bo.doc))
    add(ama, 'third')
    const read = (): string[] => outline(ama.board)[0]?.others.map(({ text }) => text) ?? []
    sortSection(ama.writer, 'r1', 'writer', (person) => (person === 'bo' ? 'Abo' : 'Zama'))
    expect(read()).toEqual(['second', 'first', 'third'])
    recolour(ama.writer, [first], 'lilac')
    sortSection(ama.writer, 'r1', 'color')
    expect(read()).toEqual(['second', 'third', 'first'])
  })

  it('[B-97] sorts also what two people gave the same order', () => {
    const ama = boardWith()
    const bo = makeReplica('bo', 12)
    Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(ama.doc))
    addNotes(
      ama.writer,
      ['c', 'b'].map((text) => ({ text, region: 'r1' })),
    )
    addNotes(
      bo.writer,
      ['d', 'a'].map((text) => ({ text, region: 'r1' })),
    )
    Y.applyUpdate(ama.doc, Y.encodeStateAsUpdate(bo.doc))
    sortSection(ama.writer, 'r1', 'words')
    expect(outline(ama.board)[0]?.others.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd'])
  })
})
