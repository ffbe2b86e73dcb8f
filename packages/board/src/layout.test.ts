import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BoardReading } from './BoardReading.ts'
import { figureBox, visibleFigures } from './figureGeometry.ts'
import { centreOf, freePlaces, regionAt, REGION_HEAD, regionAfterMove, themeBox } from './layout.ts'
import type { NewFigure } from './newFigures.ts'
import { addFigures } from './newFigures.ts'
import { addNotes, fileInRegion, fileInTheme, addTheme, moveNotes } from './operations.ts'
import { NOTE_HEIGHT, NOTE_WIDTH } from './schema.ts'
import { seedBoard } from './seed.ts'
import { makeReplica, SEED } from './testing/people.ts'

const overlap = (a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
  Math.abs(a.x - b.x) < NOTE_WIDTH && Math.abs(a.y - b.y) < NOTE_HEIGHT

function boardWith(): ReturnType<typeof makeReplica> {
  const replica = makeReplica('ama', 11)
  seedBoard(replica.doc, SEED, 'server')
  return replica
}

describe('free places', () => {
  it('[B-65] in a section that is not full cover nothing, each other included, and lie inside it', () => {
    const there = fc.array(
      fc.record({ x: fc.integer({ min: -100, max: 700 }), y: fc.integer({ min: -100, max: 1000 }) }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(there, fc.integer({ min: 1, max: 3 }), (places, count) => {
        const { board, writer } = boardWith()
        addNotes(
          writer,
          places.map((at) => ({ text: 'x', at })),
        )
        // Fifteen places in the section; each note that lies anyhow covers four at most.
        const free = freePlaces(board, 'r1', count)
        fc.pre(places.length * 4 + count <= 15)
        for (const place of free) {
          for (const other of [...board.notes.values(), ...free.filter((each) => each !== place)])
            expect(overlap(place, other)).toBe(false)
          expect(place.x).toBeGreaterThanOrEqual(0)
          expect(place.x + NOTE_WIDTH).toBeLessThanOrEqual(600)
          expect(place.y).toBeGreaterThanOrEqual(REGION_HEAD)
          expect(place.y + NOTE_HEIGHT).toBeLessThanOrEqual(900)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('[B-65] in a low section stay inside it, under its title', () => {
    const { board, doc } = makeReplica('ama', 12)
    const low = { tag: 'next', title: 'Next steps', prompt: '', x: 0, y: 0, w: 600, h: 192 }
    seedBoard(doc, { template: 'low', regions: [low], furniture: [] }, 'server')
    for (const place of freePlaces(board, 'r1', 3)) {
      expect(place.y).toBeGreaterThanOrEqual(40)
      expect(place.y + NOTE_HEIGHT).toBeLessThanOrEqual(192)
    }
  })

  it('[B-65] leave pictures, words and outlines with a ground uncovered, and use the room in what is drawn round it', () => {
    const at = fc.record({ x: fc.integer({ min: -100, max: 500 }), y: fc.integer({ min: -100, max: 800 }) })
    const side = fc.integer({ min: 16, max: 170 })
    const figure = fc
      .record({
        at,
        w: side,
        h: side,
        kind: fc.constantFrom('picture', 'text', 'filled', 'labelled', 'empty'),
      })
      .map(({ at: { x, y }, w, h, kind }): NewFigure => {
        const box = { x, y, w, h }
        if (kind === 'picture') return { kind, upload: 'u', box, text: '' }
        if (kind === 'text') return { kind, at: { x, y }, w, text: 'Goals' }
        const more = { fill: kind === 'filled', text: kind === 'labelled' ? 'Goals' : '' }
        return { kind: 'shape', form: 'rectangle', box, ...more }
      })
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 3 }), (figures) => {
        const { board, writer } = boardWith()
        addFigures(writer, figures)
        const solid = visibleFigures(board.drawings).filter(
          (each) => each.kind !== 'shape' || each.fill || each.text !== '',
        )
        // Each covers four of fifteen places at most.
        for (const region of ['r1', null]) {
          for (const place of freePlaces(board, region, 3, { x: 0, y: 0 })) {
            for (const each of solid) {
              const box = figureBox(board, each)
              const isApart =
                place.x + NOTE_WIDTH <= box.x ||
                box.x + box.w <= place.x ||
                place.y + NOTE_HEIGHT <= box.y ||
                box.y + box.h <= place.y
              expect(isApart).toBe(true)
            }
          }
        }
      }),
      { numRuns: 200 },
    )
    const { board, writer } = boardWith()
    const [first] = freePlaces(board, 'r1', 1)
    const box = { x: 0, y: 0, w: 600, h: 900 }
    addFigures(writer, [
      { kind: 'shape', form: 'rectangle', box },
      { kind: 'ink', pen: 'pen', points: [0, 0, 600, 900] },
    ])
    expect(freePlaces(board, 'r1', 1)).toEqual([first])
  })

  it('[B-66] on a picture that fills the section, or the open board as far as one sees, still lie side by side', () => {
    const { board, writer } = boardWith()
    const box = { x: -5000, y: -5000, w: 12_000, h: 12_000 }
    addFigures(writer, [{ kind: 'picture', upload: 'u', box, text: '' }])
    const region = board.regions.get('r1')
    for (let count = 0; count < 15; count += 1) addNotes(writer, [{ text: `${count}`, region: 'r1' }])
    const notes = [...board.notes.values()]
    expect(region && notes.every((note) => regionAt(board, centreOf(note))?.id === 'r1')).toBe(true)
    for (const note of notes)
      expect(notes.filter((other) => other !== note && overlap(other, note))).toEqual([])
    expect(freePlaces(board, null, 2, { x: 2000, y: 7 })).toEqual([
      { x: 2000, y: 7 },
      { x: 2188, y: 7 },
    ])
  })

  it('[B-66] in a full section show an edge of every note', () => {
    const { board, writer } = boardWith()
    addNotes(
      writer,
      Array.from({ length: 60 }, (_, index) => ({ text: `${index}`, region: 'r1' })),
    )
    addNotes(writer, [{ text: 'one more', region: 'r1' }])
    const places = [...board.notes.values()].map((note) => `${note.x} ${note.y}`)
    expect(new Set(places).size).toBe(61)
  })

  it('[B-66] in an overfull section cover the lowest row first, and the rows above it not at all', () => {
    const { board, writer } = boardWith()
    const ids = addNotes(
      writer,
      Array.from({ length: 21 }, (_, index) => ({ text: `${index}`, region: 'r1' })),
    )
    const notes = ids.flatMap((id) => board.notes.get(id) ?? [])
    // Five rows of three, and a sixth whose notes have their centres inside.
    for (const [index, note] of notes.entries()) {
      expect(regionAt(board, centreOf(note))?.id).toBe('r1')
      if (index >= 15) continue
      expect(notes.filter((other) => other !== note && overlap(other, note))).toEqual([])
    }
  })

  it('[B-65] in no section are tidy rows from where it was asked for', () => {
    const { board } = boardWith()
    expect(freePlaces(board, null, 3, { x: 5000, y: 7 })).toEqual([
      { x: 5000, y: 7 },
      { x: 5188, y: 7 },
      { x: 5376, y: 7 },
    ])
    expect(freePlaces(board, 'no such section', 1)).toHaveLength(1)
    for (const place of freePlaces(board, null, 20)) expect(regionAt(board, centreOf(place))).toBeNull()
  })
})

describe('a note and its section', () => {
  it('[B-67] a nudge keeps the section; leaving it by the centre changes it (X-4)', () => {
    const { board, writer } = boardWith()
    const [id = ''] = addNotes(writer, [{ text: 'x', at: { x: 400, y: 200 } }])
    expect(board.notes.get(id)?.region).toBe('r1')
    moveNotes(writer, [{ id, to: { x: 505, y: 200 } }])
    expect(board.notes.get(id)?.region).toBe('r1')
    moveNotes(writer, [{ id, to: { x: 560, y: 200 } }])
    expect(board.notes.get(id)?.region).toBe('r2')
    moveNotes(writer, [{ id, to: { x: 5000, y: 200 } }])
    expect(board.notes.get(id)?.region).toBeNull()
    const note = board.notes.get(id)
    if (note) expect(regionAfterMove(board, note, { x: 10, y: 10 })).toBe('r1')
  })

  it('[B-68] filed by menu, notes come to free places of their own, and a theme’s outline goes round them', () => {
    const { board, writer } = boardWith()
    const ids = addNotes(writer, [
      { text: 'a', region: 'r1' },
      { text: 'b', region: 'r1' },
      { text: 'c', region: 'r2' },
    ])
    fileInRegion(writer, ids, 'r2')
    const notes = (): { x: number; y: number }[] => ids.flatMap((id) => board.notes.get(id) ?? [])
    const apart = (): boolean =>
      notes().every((a, index) => notes().every((b, other) => index === other || !overlap(a, b)))
    expect(apart()).toBe(true)
    const elsewhere = addNotes(writer, [{ text: 'd', region: 'r1' }])
    const theme = addTheme(writer, 'T', elsewhere)
    fileInTheme(writer, ids, theme)
    expect(ids.map((id) => board.notes.get(id)?.region)).toEqual(['r1', 'r1', 'r1'])
    expect(apart()).toBe(true)
    const box = themeBox([...board.notes.values()])
    for (const note of board.notes.values())
      expect(box !== null && note.x > box.x && note.y > box.y).toBe(true)
    expect(themeBox([])).toBeNull()
  })

  it('[B-68] a note in a theme that is filed under another section leaves the theme; under its own it stays', () => {
    const { board, writer } = boardWith()
    const [id = ''] = addNotes(writer, [{ text: 'a', region: 'r1' }])
    const theme = addTheme(writer, 'T', [id])
    const before = board.notes.get(id)
    fileInRegion(writer, [id], 'r1')
    expect(board.notes.get(id)).toBe(before)
    expect(before?.theme).toBe(theme)
    fileInRegion(writer, [id], 'r2')
    expect(board.notes.get(id)).toMatchObject({ region: 'r2', theme: null })
    expect(new BoardReading(board.doc).notes.get(id)?.theme).toBeNull()
  })
})

describe('seeding', () => {
  it('[B-2] writes schema and template, once, in one transaction', () => {
    const doc = new Y.Doc()
    let updates = 0
    doc.on('update', () => (updates += 1))
    seedBoard(doc, SEED, 'server')
    expect(updates).toBe(1)
    expect(doc.getMap('meta').toJSON()).toEqual({ schema: 1, template: 'test' })
  })
})
