import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { BoardReading, orderedThemes, visibleNotes } from './BoardReading.ts'
import { copyBeside } from './copyBeside.ts'
import { copyBoard } from './copyBoard.ts'
import { arrowLine, visibleFigures } from './figureGeometry.ts'
import { removeFigures } from './figureOperations.ts'
import type { Figure } from './figures.ts'
import { addFigures } from './newFigures.ts'
import { addNotes, addTheme, bringToFront, removeNotes } from './operations.ts'
import { byStack } from './order.ts'
import { outline } from './outline.ts'
import { repair } from './repair.ts'
import { ENTITIES_MAX, entities } from './schema.ts'
import { seedBoard } from './seed.ts'
import type { Replica } from './testing/people.ts'
import { makeReplica, SEED } from './testing/people.ts'

function aBoard(person: string, client: number): Replica {
  const replica = makeReplica(person, client, true)
  seedBoard(replica.doc, SEED, 'seed')
  return replica
}

/** A board of five notes, three of them in a theme and one out of sight, and one with two notes and a theme. */
function bench() {
  const from = aBoard('bo', 7)
  const to = aBoard('ama', 8)
  const ids = addNotes(
    from.writer,
    ['One', 'Two', 'Three', 'Four', 'Gone'].map((text) => ({ text })),
  )
  addTheme(from.writer, 'Nobody was asked', ids.slice(0, 3), null)
  removeNotes(from.writer, ids.slice(4), 'deleted')
  addNotes(to.writer, [{ text: 'There' }, { text: 'Too' }])
  addTheme(to.writer, 'Ours', [], null)
  let count = 0
  const bring = (): number =>
    to.doc.transact(() =>
      copyBeside(to.doc, { board: 'from', reading: from.writer.board, newId: () => `new${(count += 1)}` }),
    )
  return { from, to, ids, bring }
}

it('[B-111] every note in sight comes, right of everything there, with its words, writer, time, theme and origin', () => {
  const { from, to, ids, bring } = bench()
  const before = visibleNotes(to.writer.board)
  const edge = Math.max(...[...to.writer.board.regions.values()].map(({ x, w }) => x + w))
  expect(bring()).toBe(4)
  const came = visibleNotes(to.writer.board).filter(({ from: origin }) => origin?.board === 'from')
  expect(new Set(came.map((note) => note.from?.item))).toEqual(new Set(ids.slice(0, 4)))
  for (const copy of came) {
    const original = from.writer.board.notes.get(copy.from?.item ?? '')
    const { text, by, created, color } = copy
    expect(original).toMatchObject({ text, by, created, color })
    expect(copy.x).toBeGreaterThan(edge)
    expect(copy.region).toBeNull()
  }
  // They lie to one another as they did, and those that were there lie where they lay.
  const wayOf = ({ x, y, from: origin }: (typeof came)[number]): string => {
    const original = from.writer.board.notes.get(origin?.item ?? '')
    return `${x - (original?.x ?? 0)} ${y - (original?.y ?? 0)}`
  }
  expect(new Set(came.map(wayOf)).size).toBe(1)
  for (const note of before) expect(to.writer.board.notes.get(note.id)).toEqual(note)
  expect(orderedThemes(to.writer.board).map(({ title }) => title)).toEqual(['Ours', 'Nobody was asked'])
  const themed = outline(to.writer.board).flatMap(({ themes }) => themes)
  expect(
    themed.find(({ theme }) => theme.title === 'Nobody was asked')?.notes.map(({ text }) => text),
  ).toEqual(['One', 'Two', 'Three'])
  const clean = Y.encodeStateAsUpdate(to.doc)
  repair(to.doc, 'repair')
  expect(Y.encodeStateAsUpdate(to.doc)).toEqual(clean)
})

it('[B-111] twice is once: what is in sight there does not come again, what was written meanwhile does', () => {
  const { from, to, bring } = bench()
  bring()
  expect(bring()).toBe(0)
  addNotes(from.writer, [{ text: 'Late' }])
  expect(bring()).toBe(1)
  expect(
    visibleNotes(to.writer.board)
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(['There', 'Too', 'One', 'Two', 'Three', 'Four', 'Late'].toSorted())
})

it('[B-111] on an empty board they lie as they did', () => {
  const { from } = bench()
  const empty = makeReplica('cy', 9, true)
  let count = 0
  copyBeside(empty.doc, { board: 'from', reading: from.writer.board, newId: () => `new${(count += 1)}` })
  const places = (board: BoardReading): string[] =>
    visibleNotes(board)
      .map(({ x, y, text }) => `${text} ${x} ${y}`)
      .toSorted()
  expect(places(empty.writer.board)).toEqual(places(from.writer.board))
})

it('[B-111] drawings and pictures come along, one thing over the other as it was, arrows stuck to the copies', () => {
  const { from, to, ids, bring } = bench()
  const [shape = '', stroke = ''] = addFigures(from.writer, [
    {
      kind: 'shape',
      form: 'ellipse',
      box: { x: 900, y: -300, w: 200, h: 100 },
      text: 'Funders',
      color: 'red',
    },
    { kind: 'ink', pen: 'pen', points: [-40, 10, -20, 12.5] },
  ])
  const [arrow = '', loose = '', gone = ''] = addFigures(from.writer, [
    {
      kind: 'arrow',
      start: { x: 0, y: 0, on: { root: 'notes', id: ids[0] ?? '' } },
      end: { x: 0, y: 0, on: { root: 'drawings', id: shape } },
      text: 'asks',
    },
    { kind: 'arrow', start: { x: 5, y: 5, on: { root: 'notes', id: ids[4] ?? '' } }, end: { x: 9, y: 300 } },
    { kind: 'text', at: { x: 0, y: 0 }, text: 'Rubbed out' },
    { kind: 'picture', upload: 'photo', box: { x: 0, y: 500, w: 300, h: 200 }, text: 'A wall of notes' },
  ])
  removeFigures(from.writer, [gone])
  bringToFront(from.writer, ids.slice(1, 2))
  expect(bring()).toBe(9)
  const { board } = to.writer
  const came = new Map(visibleFigures(board.drawings).map((each) => [each.from?.item, each]))
  const notes = new Map(visibleNotes(board).map((note) => [note.from?.item, note]))
  const original = new Map(visibleFigures(from.writer.board.drawings).map((each) => [each.id, each]))
  const { x: left = 0, y: top = 0 } = notes.get(ids[0]) ?? {}
  const first = from.writer.board.notes.get(ids[0] ?? '')
  const [dx, dy] = [left - (first?.x ?? 0), top - (first?.y ?? 0)]
  expect(new Set(came.keys())).toEqual(new Set(original.keys()))
  for (const [id, figure] of original) {
    const { kind, by, created, color, size, x, y } = figure
    expect(came.get(id)).toMatchObject({ kind, by, created, color, size, x: x + dx, y: y + dy, region: null })
  }
  expect(came.get(shape)).toMatchObject({ text: 'Funders', w: 200, h: 100 })
  expect(came.get(stroke)).toMatchObject({ points: [0, 0, 20, 2.5] })
  expect([...came.values()].find(({ kind }) => kind === 'picture')).toMatchObject({ upload: 'photo' })
  expect(came.get(arrow)).toMatchObject({
    text: 'asks',
    start: { on: { root: 'notes', id: notes.get(ids[0])?.id } },
    end: { on: { root: 'drawings', id: came.get(shape)?.id } },
  })
  const lineOf = (at: BoardReading, figure: Figure | undefined) => {
    if (figure?.kind !== 'arrow') throw new Error('no arrow')
    return arrowLine(at, figure)
  }
  const [was, is] = [lineOf(from.writer.board, original.get(loose)), lineOf(board, came.get(loose))]
  expect(came.get(loose)).toMatchObject({ start: { on: null } })
  // What it stuck to was thrown away: it begins where it was seen to, to a px.
  expect(Math.abs(is.start.x - was.start.x - dx)).toBeLessThanOrEqual(1)
  expect(Math.abs(is.start.y - was.start.y - dy)).toBeLessThanOrEqual(1)
  const pile = (all: readonly { readonly z: string; readonly id: string }[]): string[] =>
    all.toSorted(byStack).map(({ id }) => id)
  const there = pile([...notes.values(), ...came.values()].filter((each) => each.from !== null))
  const itemOf = new Map([...notes, ...came].map(([item, { id }]) => [id, item]))
  expect(there.map((id) => itemOf.get(id))).toEqual(
    pile([...visibleNotes(from.writer.board), ...original.values()]),
  )
  // Right of everything that was there, the leftmost of them too.
  const edge = Math.max(...[...board.regions.values()].map(({ x, w }) => x + w))
  expect(came.get(stroke)?.x).toBeGreaterThan(edge)
  expect(bring()).toBe(0)
  const clean = Y.encodeStateAsUpdate(to.doc)
  repair(to.doc, 'repair')
  expect(Y.encodeStateAsUpdate(to.doc)).toEqual(clean)
})

it('[B-111] an arrow that comes later sticks to copies that are there already', () => {
  const { from, to, ids, bring } = bench()
  bring()
  addFigures(from.writer, [
    { kind: 'arrow', start: { x: 0, y: 0, on: { root: 'notes', id: ids[1] ?? '' } }, end: { x: 9, y: 9 } },
  ])
  expect(bring()).toBe(1)
  const copy = visibleNotes(to.writer.board).find((note) => note.from?.item === ids[1])
  expect(visibleFigures(to.writer.board.drawings)[0]).toMatchObject({
    start: { on: { root: 'notes', id: copy?.id } },
  })
})

it('[B-111] a board takes as many as it can hold, and the rest stays where it is', () => {
  const { from, to, bring } = bench()
  addFigures(
    from.writer,
    [0, 1, 2].map((each) => ({ kind: 'text', at: { x: 0, y: each * 50 }, text: `${each}` })),
  )
  to.doc.transact(() => {
    for (const root of ['notes', 'drawings'] as const) {
      const all = entities(to.doc, root)
      for (let count = all.size; count < ENTITIES_MAX - 1; count += 1) all.set(`full${count}`, new Y.Map())
    }
  })
  expect(bring()).toBe(2)
  expect(entities(to.doc, 'notes').size).toBe(ENTITIES_MAX)
  expect(entities(to.doc, 'drawings').size).toBe(ENTITIES_MAX)
  expect(bring()).toBe(0)
})

it('[B-112] of chosen notes a board is made with the set-up, themes that go as a whole, and nothing else', () => {
  const { from, ids } = bench()
  const [one = '', two = '', three = '', four = '', gone = ''] = ids
  const copyOf = (...chosen: string[]): BoardReading => {
    const doc = new Y.Doc()
    let count = 0
    copyBoard(from.writer.board, doc, {
      board: 'from',
      template: 'columns',
      newId: () => `new${(count += 1)}`,
      origin: null,
      notes: new Set(chosen),
    })
    return new BoardReading(doc)
  }
  const part = copyOf(one, four, gone, 'no such note')
  expect(
    visibleNotes(part)
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(['Four', 'One'])
  expect(visibleNotes(part).every(({ by, from: origin }) => by === 'bo' && origin?.board === 'from')).toBe(
    true,
  )
  expect([...part.themes.values()]).toEqual([])
  expect([...part.regions.keys()]).toEqual([...from.writer.board.regions.keys()])
  const whole = copyOf(one, two, three)
  expect([...whole.themes.values()].map(({ title }) => title)).toEqual(['Nobody was asked'])
  expect(new Set(visibleNotes(whole).map(({ theme }) => theme)).size).toBe(1)
  expect(visibleNotes(copyOf())).toEqual([])
})
