/**
 * Every document ever written still opens. `fixtures/v1.bin` was written by the code of version 1 and is never written
 * again; a later layout gets a file of its own: name it below and run this test once with `MOOT_WRITE_FIXTURES=1`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BoardReading } from './BoardReading.ts'
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
import { allOf, isSettled, makeReplica, SEED } from './testing/people.ts'

const folder = `${import.meta.dirname}/fixtures`
const VERSIONS = [1]

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
  addNotes(bo.writer, [{ text: 'taken back' }])
  bo.undo.undo()
  meet()
  entities(server, 'notes').get(first)?.set('original', 'first 🙂 note')
  meet()
  return server
}

describe('documents of earlier versions', () => {
  if (process.env['MOOT_WRITE_FIXTURES'] === '1') {
    it('are written once', () => {
      const file = `${folder}/v${BOARD_SCHEMA}`
      expect(existsSync(`${file}.bin`), 'a fixture is never written again').toBe(false)
      mkdirSync(folder, { recursive: true })
      const doc = boardOfEverything()
      writeFileSync(`${file}.bin`, Y.encodeStateAsUpdate(doc))
      writeFileSync(`${file}.json`, `${JSON.stringify(allOf(new BoardReading(doc)), null, 1)}\n`)
    })
  }

  it.each(VERSIONS)('[B-3] a board of version %i opens and reads as it did', (version) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, readFileSync(`${folder}/v${version}.bin`))
    expect(isSettled(doc)).toBe(true)
    const expected: unknown = JSON.parse(readFileSync(`${folder}/v${version}.json`, 'utf8'))
    // What was read then is read now; later programs may read more.
    expect(JSON.parse(JSON.stringify(allOf(new BoardReading(doc))))).toMatchObject(Object(expected))
    expect(doc.getMap('meta').get('schema')).toBe(version)
    expect(repair(doc, 'server')).toBe(0)
  })

  it('[B-3] the layout of today has a fixture', () => {
    expect(VERSIONS).toContain(BOARD_SCHEMA)
  })
})
