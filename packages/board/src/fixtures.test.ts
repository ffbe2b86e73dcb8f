/**
 * Every document ever written still opens. Each file was written by the code of its time and is never written again;
 * what the layout gains gets a file of its own: add its name at the end and run this test once with
 * `MOOT_WRITE_FIXTURES=1`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addBackdrop, removeBackdrop } from './backdrops.ts'
import { BoardReading } from './BoardReading.ts'
import { extendInk, removeFigures } from './figureOperations.ts'
import { addFigures } from './newFigures.ts'
import {
  addNotes,
  addTheme,
  moveNotes,
  recolour,
  relabelRegion,
  removeNotes,
  removeTheme,
} from './operations.ts'
import { wordsOf } from './read.ts'
import { repair } from './repair.ts'
import { BOARD_SCHEMA, entities } from './schema.ts'
import { seedBoard } from './seed.ts'
import type { Replica } from './testing/people.ts'
import { allOf, isSettled, makeReplica, SEED } from './testing/people.ts'

const folder = `${import.meta.dirname}/fixtures`
/** By the layout version first: `v1` from before there were figures. */
const FIXTURES = ['v1', 'v1-figures'] as const

/** A board with a bit of everything: two writers, a facilitator, words typed together, all ways of being gone. */
function boardOfEverything(): Y.Doc {
  const ama = makeReplica('ama', 11, true)
  const bo = makeReplica('bo', 12)
  const server = new Y.Doc()
  server.clientID = 1
  const curve = {
    kind: 'curve',
    segments: [[0, 0, 10, 0, 20, 30, 40, 30]],
    dash: 'dashed',
    hue: 'h2',
    label: '2',
    labelAt: [5, 5],
  } as const
  seedBoard(
    server,
    {
      ...SEED,
      furniture: [...SEED.furniture, curve, { kind: 'label', x: 0, y: 910, text: 'now', align: 'start' }],
    },
    'server',
  )
  const meet = (): void => {
    for (const from of [server, ama.doc, bo.doc]) {
      for (const to of [server, ama.doc, bo.doc]) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
    }
  }
  meet()
  const [first = '', second = '', third = ''] = addNotes(bo.writer, [
    { text: 'first 🙂', region: 'r1', color: 'rose' },
    { text: 'second\nline', region: 'r1', source: 'pasted' },
    { text: 'third', at: { x: -50, y: 40 } },
  ])
  bo.undo.checkpoint()
  meet()
  wordsOf(ama.doc, 'notes', first)?.insert(0, 'the ')
  wordsOf(bo.doc, 'notes', first)?.insert(5, ' note')
  moveNotes(ama.writer, [{ id: first, to: { x: 700, y: 100 } }])
  recolour(bo.writer, [first], 'mint')
  meet()
  addTheme(ama.writer, 'A theme', [second])
  removeTheme(ama.writer, addTheme(ama.writer, 'A theme that went', [third]))
  relabelRegion(ama.writer, 'r1', { title: 'Keep on', prompt: 'What stays?' })
  removeNotes(ama.writer, addNotes(ama.writer, [{ text: 'deleted' }]))
  removeNotes(ama.writer, addNotes(ama.writer, [{ text: 'hidden' }]), 'hidden')
  removeNotes(ama.writer, addNotes(ama.writer, [{ text: 'cleared' }]), 'cleared')
  drawEverything(ama, bo, first)
  bo.undo.checkpoint()
  addNotes(bo.writer, [{ text: 'taken back' }])
  bo.undo.undo()
  meet()
  entities(server, 'notes').get(first)?.set('original', 'first 🙂 note')
  meet()
  return server
}

/** Every kind of figure, in several hands: on it, off it, hidden, merged, copied from elsewhere. */
function drawEverything(ama: Replica, bo: Replica, note: string): void {
  const box = { x: 20, y: 300, w: 120, h: 80 }
  const from = { board: 'b0', item: 'n0' }
  const [ink = '', outline = ''] = addFigures(bo.writer, [
    { kind: 'ink', pen: 'highlighter', points: [10, 10, 20.5, 12, 30, 9.9], color: 'orange', size: 'l' },
    { kind: 'shape', form: 'ellipse', box, fill: true, text: 'Ours', region: 'r2' },
    { kind: 'shape', form: 'rectangle', box, from },
    { kind: 'text', at: { x: -40, y: 900 }, text: 'words 🙂\non the board', size: 's' },
    { kind: 'picture', upload: 'u1', box, text: 'a map' },
  ])
  extendInk(bo.writer, ink, [44, -3])
  addFigures(bo.writer, [
    {
      kind: 'arrow',
      start: { x: 0, y: 0, on: { root: 'notes', id: note }, at: [0.25, 1] },
      end: { x: 90, y: 90, on: { root: 'drawings', id: outline } },
      text: 'so',
      color: 'red',
    },
    { kind: 'arrow', start: { x: 5, y: 5 }, end: { x: 500, y: 300, on: { root: 'notes', id: 'erased' } } },
  ])
  addBackdrop(ama.writer, { upload: 'u2', box: { x: -10, y: -10, w: 800, h: 600 }, text: 'a worksheet' })
  removeBackdrop(ama.writer, addBackdrop(ama.writer, { upload: 'u3', box, text: '' }))
  removeFigures(ama.writer, addFigures(ama.writer, [{ kind: 'text', at: box, text: 'hidden' }]), 'hidden')
  removeNotes(ama.writer, addNotes(ama.writer, [{ text: 'in another now', from }]), 'merged')
}

describe('documents of earlier versions', () => {
  if (process.env['MOOT_WRITE_FIXTURES'] === '1') {
    it('are written once', () => {
      const file = `${folder}/${FIXTURES[FIXTURES.length - 1]}`
      expect(existsSync(`${file}.bin`), 'a fixture is never written again').toBe(false)
      mkdirSync(folder, { recursive: true })
      const doc = boardOfEverything()
      writeFileSync(`${file}.bin`, Y.encodeStateAsUpdate(doc))
      writeFileSync(`${file}.json`, `${JSON.stringify(allOf(new BoardReading(doc)), null, 1)}\n`)
    })
  }

  it.each(FIXTURES)('[B-3] the board %s opens and reads as it did', (name) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, readFileSync(`${folder}/${name}.bin`))
    expect(isSettled(doc)).toBe(true)
    const expected: unknown = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))
    // What was read then is read now; later programs may read more.
    expect(JSON.parse(JSON.stringify(allOf(new BoardReading(doc))))).toMatchObject(Object(expected))
    expect(`v${String(doc.getMap('meta').get('schema'))}`).toBe(name.split('-')[0])
    expect(repair(doc, 'server')).toBe(0)
  })

  it('[B-3] the layout of today has a fixture', () => {
    expect(FIXTURES.some((name) => name.startsWith(`v${BOARD_SCHEMA}`))).toBe(true)
  })
})
