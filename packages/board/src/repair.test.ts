import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { arrowJoins } from './arrows.ts'
import { binnedFigures, binnedNotes, BoardReading, hiddenNotes } from './BoardReading.ts'
import { asNew } from './copies.ts'
import { figureBox, visibleFigures } from './figureGeometry.ts'
import { FIGURE_KINDS, INK_MAX, LABEL_MAX } from './figures.ts'
import { outline, tally } from './outline.ts'
import { readDrawing } from './read.ts'
import { isOrder } from './readValues.ts'
import { repair } from './repair.ts'
import { FAR, GROUPS, NOTE_TEXT_MAX, ROOTS, TITLE_MAX } from './schema.ts'
import { allOf } from './testing/people.ts'

/** Anything that can be stored in a document, shared types included. */
const garbage: fc.Arbitrary<() => unknown> = fc.oneof(
  fc.json({ maxDepth: 3 }).map((text) => (): unknown => JSON.parse(text)),
  fc
    .constantFrom(
      Infinity,
      -Infinity,
      Number.NaN,
      1e300,
      -0,
      2 ** 53,
      '',
      'x'.repeat(70),
      'a0',
      'zzzz',
      null,
      undefined,
    )
    .map((value) => () => value),
  fc.bigInt().map((value) => () => value),
  fc.constant(() => Uint8Array.of(1, 2)),
  fc.string().map((text) => () => new Y.Text(text)),
  fc.constant(() => new Y.Text('x'.repeat(NOTE_TEXT_MAX + 5))),
  fc.constant(() => new Y.Map([['kind', 'note']])),
  fc.constant(() => Y.Array.from([1, 2])),
  fc.constant(() => new Y.XmlText('x')),
  fc.constant(() => new Y.XmlElement('p')),
  fc.constant(() => new Y.Doc()),
)
/** An arrow's end that is nearly right; it may stick to itself. */
const anyEnd = fc.record(
  {
    on: fc.oneof(
      fc.tuple(fc.constantFrom('notes', 'drawings', 'regions'), fc.constantFrom('x', 'y', '')),
      fc.string(),
    ),
    at: fc.array(fc.double(), { maxLength: 3 }),
    x: fc.double(),
    y: fc.oneof(fc.double(), fc.string()),
  },
  { requiredKeys: [], noNullPrototype: true },
)
/** Values that are nearly right. */
const nearly: fc.Arbitrary<() => unknown> = fc
  .record(
    {
      kind: fc.constantFrom(
        'note',
        'theme',
        'region',
        'curve',
        'frame',
        'label',
        'backdrop',
        'elephant',
        ...FIGURE_KINDS,
      ),
      pen: fc.constantFrom('pen', 'highlighter', 'feather'),
      form: fc.constantFrom('ellipse', 'rectangle', 'star'),
      upload: fc.oneof(fc.string(), fc.constant('u1')),
      w: fc.oneof(fc.double(), fc.string()),
      h: fc.oneof(fc.double(), fc.string()),
      box: fc.array(fc.oneof(fc.double(), fc.string()), { maxLength: 4 }),
      size: fc.constantFrom('s', 'xl', 3),
      fill: fc.oneof(fc.boolean(), fc.string()),
      start: anyEnd,
      end: anyEnd,
      from: fc.oneof(fc.string(), fc.record({ board: fc.string(), item: fc.anything() })),
      by: fc.oneof(fc.string(), fc.integer()),
      created: fc.oneof(fc.double(), fc.string()),
      source: fc.string(),
      at: fc.oneof(fc.double(), fc.string()),
      how: fc.constantFrom('deleted', 'hidden', 'eaten'),
      region: fc.oneof(fc.string(), fc.integer()),
      theme: fc.oneof(fc.string(), fc.constant('x')),
      order: fc.constantFrom('a0', '', 'ZZZ', 7, 'a'.repeat(300)),
      color: fc.constantFrom('mint', 'black', 3),
      segments: fc.array(fc.array(fc.oneof(fc.double(), fc.string()))),
      title: fc.oneof(fc.string(), fc.integer()),
      furniture: fc.boolean(),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map((value) => () => value)

const groupNames = [...new Set(Object.values(GROUPS).flat()), 'other']
const entity = fc.array(
  fc.tuple(fc.constantFrom(...groupNames), fc.oneof({ weight: 2, arbitrary: nearly }, garbage)),
  { maxLength: 7 },
)
/** A figure or backdrop with a few groups of its own, nearly right or not at all. */
const figure = fc
  .tuple(
    fc.record(
      { kind: fc.constantFrom('backdrop', ...FIGURE_KINDS), furniture: fc.boolean() },
      { noNullPrototype: true },
    ),
    fc.array(
      fc.tuple(
        fc.constantFrom('pos', 'shape', 'shape', 'style', 'ink', 'text', 'member', 'gone'),
        fc.oneof({ weight: 2, arbitrary: nearly }, garbage),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([base, groups]) => [['base', () => base] as const, ...groups])
const content = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(
        fc.constantFrom(...ROOTS),
        fc.constantFrom('x', 'y', '', '__proto__', 'constructor', 'x'.repeat(80)),
        fc.oneof({ weight: 5, arbitrary: entity }, { weight: 1, arbitrary: garbage }),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constant('drawings' as const), fc.constantFrom('x', 'y', 'z'), figure),
    },
  ),
  { maxLength: 8 },
)

const anyDocument: fc.Arbitrary<Y.Doc> = content.map((entries) => {
  const doc = new Y.Doc()
  doc.clientID = 1
  for (const [root, id, value] of entries) {
    if (typeof value === 'function') doc.getMap(root).set(id, value())
    else {
      const groups = new Y.Map<unknown>()
      doc.getMap(root).set(id, groups)
      for (const [name, make] of value) groups.set(name, make())
    }
  }
  return doc
})

const copyOf = (doc: Y.Doc, client: number): Y.Doc => {
  const copy = new Y.Doc()
  copy.clientID = client
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

describe('a document full of garbage', () => {
  it('[B-5] reads without throwing, as values that a view can show', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyDocument, (doc) => {
        const board = new BoardReading(doc)
        for (const note of board.notes.values()) {
          expect(Math.abs(note.x)).toBeLessThanOrEqual(FAR)
          expect(Number.isInteger(note.y)).toBe(true)
          expect(isOrder(note.order) && isOrder(note.z)).toBe(true)
          expect(note.text.length).toBeLessThanOrEqual(NOTE_TEXT_MAX)
        }
        for (const region of board.regions.values())
          expect(region.w > 0 && region.h > 0 && region.title.length <= TITLE_MAX).toBe(true)
        outline(board)
        tally(board)
        binnedNotes(board)
        hiddenNotes(board)
        binnedFigures(board)
        for (const figure of visibleFigures(board.drawings)) {
          seen.add(figure.kind)
          const { x, y, w, h } = figureBox(board, figure)
          expect([x, y, w, h].every(Number.isFinite)).toBe(true)
          expect(w >= 0 && h > 0).toBe(true)
          expect(isOrder(figure.order) && isOrder(figure.z)).toBe(true)
          if ('text' in figure) expect(figure.text.length).toBeLessThanOrEqual(LABEL_MAX)
          if (figure.kind === 'ink') expect(figure.points.length % 2).toBe(0)
          if (figure.kind === 'arrow') arrowJoins(board, figure)
          asNew(board, figure)
        }
      }),
      { numRuns: 500 },
    )
    expect([...seen].toSorted()).toEqual([...FIGURE_KINDS].toSorted())
  })

  it('[B-6] repair never throws, once is enough, and it changes nothing that a view shows', () => {
    fc.assert(
      fc.property(anyDocument, (doc) => {
        const before = allOf(new BoardReading(doc))
        repair(doc, 'server')
        expect(repair(doc, 'server')).toBe(0)
        expect(allOf(new BoardReading(doc))).toEqual(before)
      }),
      { numRuns: 500 },
    )
  })

  it('[B-6] two replicas that repair apart agree when they meet, and need no more', () => {
    fc.assert(
      fc.property(anyDocument, (doc) => {
        const one = copyOf(doc, 2)
        const other = copyOf(doc, 3)
        repair(one, 'server')
        repair(other, 'server')
        Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
        Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
        expect(allOf(new BoardReading(one))).toEqual(allOf(new BoardReading(other)))
        expect(repair(one, 'server')).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  it('[B-6] a figure is given every group it must have, each in its shape', () => {
    const doc = new Y.Doc()
    const put = (id: string, groups: Record<string, unknown>): Y.Map<unknown> => {
      const entity = new Y.Map<unknown>(Object.entries(groups))
      doc.getMap('drawings').set(id, entity)
      return entity
    }
    const base = (kind: string, furniture = false): object => ({ kind, furniture, by: 'p' })
    const arrow = put('arrow', {
      base: base('arrow'),
      shape: { end: { on: ['notes', 'n'], at: [7, 'x'], x: 1.4 }, start: { at: [0, 0] } },
      pos: [1.6, Infinity],
    })
    const ink = put('ink', { base: base('ink'), ink: new Y.Text('1,1 '.repeat(INK_MAX)), gone: 'yes' })
    const shape = put('shape', {
      base: base('shape'),
      style: { fill: 1, size: 'l' },
      shape: { w: 2, h: 1e9 },
    })
    const backdrop = put('backdrop', { base: base('backdrop', true), shape: { upload: 'u', box: [0.2] } })
    expect(repair(doc, 'server')).toBeGreaterThan(0)
    expect(arrow.toJSON()).toEqual({
      base: base('arrow'),
      pos: [2, 0, 'a0'],
      shape: { start: { x: 0, y: 0 }, end: { on: ['notes', 'n'], at: [1, 0.5], x: 1, y: 0 } },
      style: { color: 'ink', size: 'm' },
      text: '',
      member: { region: null, order: 'a0' },
    })
    const words: unknown = ink.get('ink')
    expect(words instanceof Y.Text && words.length).toBe(INK_MAX)
    expect(ink.has('gone')).toBe(false)
    expect(shape.get('shape')).toEqual({ form: 'rectangle', w: 16, h: 20_000 })
    expect(shape.get('style')).toEqual({ color: 'ink', size: 'l', fill: false })
    expect(backdrop.get('shape')).toEqual({ upload: 'u', box: [0, 0, 1, 1] })
    expect(backdrop.get('text')).toBeInstanceOf(Y.Text)
  })

  it('[B-7] repair of what was touched leaves the rest alone', () => {
    const doc = new Y.Doc()
    for (const id of ['x', 'y']) {
      const groups = new Y.Map<unknown>([['base', { kind: 'note' }]])
      doc.getMap('notes').set(id, groups)
    }
    expect(repair(doc, 'server', new Map([['notes', new Set(['x', 'nobody'])]]))).toBeGreaterThan(0)
    expect(doc.getMap<Y.Map<unknown>>('notes').get('y')?.has('pos')).toBe(false)
  })

  it('[B-5] furniture of an unknown kind is not drawn', () => {
    const doc = new Y.Doc()
    const groups = new Y.Map<unknown>([['base', { kind: 'elephant' }]])
    doc.getMap('drawings').set('f', groups)
    expect(readDrawing('f', groups)).toBeUndefined()
  })
})
