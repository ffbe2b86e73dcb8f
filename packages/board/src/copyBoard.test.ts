import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BoardReading, visibleNotes } from './BoardReading.ts'
import type { CopyMeans } from './copyBoard.ts'
import { copyBoard } from './copyBoard.ts'
import { arrowLine, visibleFigures } from './figureGeometry.ts'
import { addBackdrop, addFigures, removeFigures } from './index.ts'
import { addNotes, addTheme, removeNotes, removeTheme } from './operations.ts'
import { outline } from './outline.ts'
import { repair } from './repair.ts'
import { entities } from './schema.ts'
import { seedBoard } from './seed.ts'
import { deed, makeReplica, perform, SEED } from './testing/people.ts'
import type { Replica } from './testing/people.ts'

function aBoard(): Replica {
  const replica = makeReplica('ada', 7, true)
  seedBoard(replica.doc, SEED, 'seed')
  return replica
}

/** Copies a board under a client id of its own. */
function copied(
  source: BoardReading,
  more: Partial<CopyMeans> = {},
): { readonly doc: Y.Doc; readonly board: BoardReading } {
  const doc = new Y.Doc()
  doc.clientID = 99
  let count = 0
  copyBoard(source, doc, {
    board: 'source',
    template: 'columns',
    // Some are taken already, by sections and furniture.
    newId: () => (count < 4 ? `${count % 2 === 0 ? 'r' : 'f'}${(count += 1)}` : `new${(count += 1)}`),
    origin: null,
    ...more,
  })
  return { doc, board: new BoardReading(doc) }
}

/** The board as it is read out, without ids. */
const read = (board: BoardReading): unknown =>
  outline(board).map(({ region, themes, others, figures }) => ({
    region,
    themes: themes.map(({ theme, notes }) => [
      theme.title,
      theme.by,
      theme.created,
      notes.map(({ text, by }) => [text, by]),
    ]),
    others: others.map(({ id: _, from: __, theme: ___, ...note }) => note),
    figures: figures.map((figure) => [figure.kind, figure.by, figure.created, figure.color, figure.size]),
  }))

/** Which copy is of what, by where each says that it came from. */
function originals(source: BoardReading, copy: BoardReading): ReadonlyMap<string, string> {
  const all = [...copy.notes.values(), ...visibleFigures(copy.drawings)]
  expect(all.every(({ from }) => from?.board === 'source')).toBe(true)
  const pairs = new Map(all.map(({ id, from }) => [from?.item ?? '', id]))
  expect([...pairs.keys()].toSorted()).toEqual(
    [...visibleNotes(source), ...visibleFigures(source.drawings)].map(({ id }) => id).toSorted(),
  )
  return pairs
}

describe('a copy of a board', () => {
  it('[B-8] reads as what was in sight reads, says where each thing came from, and needs no repair', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const source = aBoard()
        for (const each of deeds) perform(source, each)
        const before = Y.encodeStateVector(source.doc)
        const { doc, board } = copied(source.board)
        expect(read(board)).toEqual(read(source.board))
        const pairs = originals(source.board, board)
        for (const note of visibleNotes(source.board)) {
          const copy = board.notes.get(pairs.get(note.id) ?? '')
          const { by, created, x, y, z, color, order, original } = note
          expect(copy).toMatchObject({ by, created, source: note.source, x, y, z, color, order, original })
        }
        for (const figure of visibleFigures(source.board.drawings)) {
          const copy = board.drawings.get(pairs.get(figure.id) ?? '')
          if (figure.kind === 'arrow' && copy?.kind === 'arrow') {
            const [was, is] = [arrowLine(source.board, figure), arrowLine(board, copy)]
            for (const end of ['start', 'end'] as const) {
              expect(Math.hypot(was[end].x - is[end].x, was[end].y - is[end].y)).toBeLessThan(12)
            }
          } else {
            const { id: _, from: __, region: ___, ...same } = figure
            expect(copy).toMatchObject(same)
          }
        }
        expect(repair(doc, null)).toBe(0)
        // Nothing of the history came along, and the source was only read.
        expect([...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]).toEqual([99])
        expect(Y.encodeStateVector(source.doc)).toEqual(before)
        source.board.dispose()
        board.dispose()
      }),
      { numRuns: 60 },
    )
  })

  it('[B-8] carries nothing that is out of sight, in its bytes neither', () => {
    const { writer, board, doc } = aBoard()
    const [kept = '', binned = '', hidden = ''] = addNotes(
      writer,
      ['Kept words', 'Binned words', 'Hidden words'].map((text) => ({ text })),
    )
    removeNotes(writer, [binned])
    removeNotes(writer, [hidden], 'hidden')
    removeTheme(writer, addTheme(writer, 'Gone theme', [kept]))
    const [drawn = ''] = addFigures(writer, [{ kind: 'text', at: { x: 0, y: 0 }, text: 'Drawn words' }])
    removeFigures(writer, [drawn])
    entities(doc, 'notes').set('odd', new Y.Map([['base', { kind: 'unknown', words: 'Odd words' }]]))
    const copy = copied(board)
    const bytes = Buffer.from(Y.encodeStateAsUpdate(copy.doc)).toString('latin1')
    expect(bytes).toContain('Kept words')
    expect(bytes).not.toMatch(/Binned|Hidden|Gone|Drawn|Odd/)
    expect([...copy.board.notes.values()].map(({ theme }) => theme)).toEqual([null])
  })

  it('[B-8] sticks its arrows to the copies; an end whose note does not come along stands where it was seen', () => {
    const { writer, board } = aBoard()
    const [one = '', two = ''] = addNotes(writer, [
      { text: 'One', at: { x: 0, y: 0 } },
      { text: 'Two', at: { x: 600, y: 0 } },
    ])
    const on = (id: string) => ({ root: 'notes' as const, id })
    addFigures(writer, [
      {
        kind: 'arrow',
        start: { x: 0, y: 0, on: on(one), at: [0.5, 0.5] },
        end: { x: 9, y: 9, on: on(two), at: [0.5, 0.5] },
      },
    ])
    removeNotes(writer, [two])
    const copy = copied(board)
    const [arrow] = visibleFigures(copy.board.drawings)
    const [note] = copy.board.notes.values()
    if (arrow?.kind !== 'arrow') throw new Error('no arrow')
    expect(arrow.start.on).toEqual(on(note?.id ?? ''))
    expect(arrow.end.on).toBeNull()
    expect({ x: arrow.x + arrow.end.x, y: arrow.y + arrow.end.y }).toEqual({ x: 594, y: 70 })
  })

  it('[B-8] keeps sections and what is behind the notes, a backdrop too', () => {
    const { writer, board } = aBoard()
    const box = { x: 1, y: 2, w: 300, h: 200 }
    addBackdrop(writer, { upload: 'picture', box, text: 'Worksheet' })
    const copy = copied(board)
    expect([...copy.board.regions.values()]).toEqual([...board.regions.values()])
    const furniture = (from: BoardReading) => [...from.drawings.values()].filter((each) => each.furniture)
    expect(furniture(copy.board)).toEqual(furniture(board))
    expect(furniture(board).length).toBeGreaterThan(1)
  })

  it('[B-102] of the set-up alone has sections and what is behind the notes, and nobody’s words in its bytes', () => {
    const { writer, board } = aBoard()
    const notes = addNotes(writer, [{ text: 'Somebody’s words' }])
    addTheme(writer, 'Somebody’s theme', notes)
    addFigures(writer, [{ kind: 'text', at: { x: 0, y: 0 }, text: 'Somebody’s lettering' }])
    const copy = copied(board, { isSetUpAlone: true })
    expect([...copy.board.regions.values()]).toEqual([...board.regions.values()])
    expect([...copy.board.drawings.values()]).toEqual(
      [...board.drawings.values()].filter((each) => each.furniture),
    )
    expect(Buffer.from(Y.encodeStateAsUpdate(copy.doc)).toString('utf8')).not.toMatch(/Somebody|ada/)
  })

  it('[B-102] into another workshop names nobody, and brings the pictures that have an id there', () => {
    const { writer, board } = aBoard()
    const [note = ''] = addNotes(writer, [{ text: 'Carried words' }, { text: 'Entered for Pat', by: 'pat' }])
    addTheme(writer, 'Carried theme', [note])
    const box = { x: 0, y: 0, w: 60, h: 40 }
    const picture = { kind: 'picture' as const, box, text: 'Shown' }
    addFigures(writer, [
      { ...picture, upload: 'known' },
      { ...picture, upload: 'unknown' },
    ])
    const copy = copied(board, { away: { uploads: new Map([['known', 'fresh']]) } })
    const unsigned = { by: null, via: null, from: null }
    expect(
      [...copy.board.notes.values()].map(({ text, by, via, from }) => ({ text, by, via, from })),
    ).toEqual([
      { text: 'Carried words', ...unsigned },
      { text: 'Entered for Pat', ...unsigned },
    ])
    expect(
      visibleFigures(copy.board.drawings).map((each) => (each.kind === 'picture' ? each.upload : each.kind)),
    ).toEqual(['fresh'])
    const bytes = Buffer.from(Y.encodeStateAsUpdate(copy.doc)).toString('utf8')
    expect(bytes).toContain('Carried theme')
    expect(bytes).not.toMatch(/ada|"pat"|via|unknown/)
    expect(repair(copy.doc, null)).toBe(0)
  })
})
