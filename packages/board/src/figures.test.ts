/** Figures in the hands of several people at once. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addBackdrop } from './backdrops.ts'
import { BoardReading } from './BoardReading.ts'
import { arrowLine, figureBox, visibleFigures } from './figureGeometry.ts'
import {
  extendInk,
  fileFigures,
  moveFigures,
  removeFigures,
  resizeFigure,
  restack,
  restyleFigures,
  setArrow,
  settleInk,
} from './figureOperations.ts'
import type { Arrow, Figure } from './figures.ts'
import { INK_MAX } from './figures.ts'
import { addFigures } from './newFigures.ts'
import { addNotes, moveNotes } from './operations.ts'
import { byStack } from './order.ts'
import { wordsOf } from './read.ts'
import { repair } from './repair.ts'
import { seedBoard } from './seed.ts'
import type { Replica } from './testing/people.ts'
import { allOf, makeReplica, SEED } from './testing/people.ts'

const REMOTE = 'remote'

/** People on one board; `meet` lets them exchange all they have. */
function people(...names: readonly string[]): { all: Replica[]; meet: () => void } {
  const all = names.map((name, index) => makeReplica(name, 11 + index, index === 0))
  const [first] = all
  if (first) seedBoard(first.doc, SEED, REMOTE)
  const meet = (): void => {
    for (let round = 0; round < 2; round += 1)
      for (const from of all)
        for (const to of all)
          Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), REMOTE)
    for (const { board } of all) expect(allOf(board)).toEqual(first && allOf(first.board))
  }
  meet()
  return { all, meet }
}

function two(): { ama: Replica; bo: Replica; meet: () => void } {
  const { all, meet } = people('ama', 'bo')
  const [ama, bo] = all
  if (ama === undefined || bo === undefined) throw new Error('two people')
  return { ama, bo, meet }
}

function figureOn<K extends Figure['kind']>(
  { board }: Replica,
  id: string | undefined,
  kind: K,
): Extract<Figure, { kind: K }> {
  const is = (each: { readonly kind: string } | undefined): each is Extract<Figure, { kind: K }> =>
    each?.kind === kind
  const figure = board.drawings.get(id ?? '')
  if (!is(figure)) throw new Error(`no ${kind}`)
  return figure
}

const box = { x: 0, y: 100, w: 100, h: 100 }
const free = { start: { x: 0, y: 0 }, end: { x: 90, y: 0 } }

describe('two people at the same moment', () => {
  it('[B-21] move, restyle, another end and a label of one arrow are all kept', () => {
    const { ama, bo, meet } = two()
    const [id = ''] = addFigures(ama.writer, [{ kind: 'arrow', ...free }])
    meet()
    moveFigures(ama.writer, [{ id, to: { x: 30, y: 40 } }])
    restyleFigures(bo.writer, [id], { color: 'red', size: 'l' })
    setArrow(bo.writer, id, { end: { x: 200, y: 200 } })
    wordsOf(ama.doc, 'drawings', id)?.insert(0, 'so ')
    wordsOf(bo.doc, 'drawings', id)?.insert(0, 'and ')
    meet()
    const arrow = figureOn(ama, id, 'arrow')
    expect(arrow).toMatchObject({ x: 30, y: 40, color: 'red', size: 'l', end: { x: 200, y: 200 } })
    expect(['so and ', 'and so ']).toContain(arrow.text)
  })

  it('[B-21] a stroke that somebody draws while another moves and restyles it keeps every point', () => {
    const { ama, bo, meet } = two()
    const [id = ''] = addFigures(ama.writer, [{ kind: 'ink', pen: 'pen', points: [10, 10, 20.5, 10] }])
    meet()
    extendInk(ama.writer, id, [30, 12.3])
    moveFigures(bo.writer, [{ id, to: { x: 110, y: 210 } }])
    restyleFigures(bo.writer, [id], { color: 'blue' })
    meet()
    // Ama's hand is where it was; the stroke goes on from where it lies now.
    extendInk(ama.writer, id, [140, 230])
    meet()
    expect(figureOn(bo, id, 'ink')).toMatchObject({
      x: 110,
      y: 210,
      color: 'blue',
      points: [0, 0, 10.5, 0, 20, 2.3, 30, 20],
    })
    expect(repair(bo.doc, 'server')).toBe(0)
  })

  it('[B-20] undo never leaves a figure without its groups, whoever changed them meanwhile', () => {
    const { ama, bo, meet } = two()
    const ids = addFigures(ama.writer, [
      { kind: 'arrow', ...free },
      { kind: 'shape', form: 'ellipse', box },
    ])
    const [arrow = '', outline = ''] = ids
    meet()
    for (const each of [ama, bo]) each.undo.checkpoint()
    for (const [each, x] of [
      [ama, 40],
      [bo, 700],
    ] as const) {
      moveFigures(each.writer, [{ id: arrow, to: { x, y: 200 } }])
      setArrow(each.writer, arrow, { end: { x, y: 5 } })
      restyleFigures(each.writer, ids, { color: each === ama ? 'red' : 'blue' })
      resizeFigure(each.writer, outline, { ...box, w: x + 20 })
      fileFigures(each.writer, ids, each === ama ? 'r1' : 'r2')
    }
    meet()
    for (const each of [ama, bo]) each.undo.undo()
    meet()
    expect(repair(ama.doc, 'server')).toBe(0)
    for (const id of ids) {
      const groups = ama.doc.getMap<Y.Map<unknown>>('drawings').get(id)
      for (const name of ['pos', 'shape', 'style', 'member']) expect(groups?.has(name)).toBe(true)
    }
  })

  it('[B-69] a text box put down empty while somebody else writes in it stays, with their words', () => {
    const { ama, bo, meet } = two()
    const [id = ''] = addFigures(ama.writer, [{ kind: 'text', at: { x: 0, y: 0 }, text: '' }])
    meet()
    removeFigures(ama.writer, [id], 'empty')
    wordsOf(bo.doc, 'drawings', id)?.insert(0, 'mine')
    meet()
    expect(figureOn(ama, id, 'text')).toMatchObject({ gone: null, text: 'mine' })
  })
})

describe('undo', () => {
  it('[B-70] a text box whose words are taken back right after its making goes with them, and comes back', () => {
    const { writer, undo, board, doc } = makeReplica('ama', 11)
    const [id = ''] = addFigures(writer, [{ kind: 'text', at: { x: 0, y: 0 }, text: '' }])
    undo.checkpoint()
    doc.transact(() => wordsOf(doc, 'drawings', id)?.insert(0, 'hello'), writer.origin)
    undo.undo()
    expect(visibleFigures(board.drawings)).toEqual([])
    undo.redo()
    expect(visibleFigures(board.drawings)).toMatchObject([{ text: 'hello' }])
  })

  it('[B-17] of a stroke takes all its parts out of sight at once; redo brings them back', () => {
    const { writer, undo, board } = makeReplica('ama', 11)
    const [id = ''] = addFigures(writer, [{ kind: 'ink', pen: 'pen', points: [0, 0] }])
    undo.checkpoint()
    for (let part = 1; part < 5; part += 1) extendInk(writer, id, [part * 10, part])
    undo.undo()
    expect(visibleFigures(board.drawings)).toEqual([])
    undo.redo()
    expect(visibleFigures(board.drawings)).toMatchObject([{ points: [0, 0, 10, 1, 20, 2, 30, 3, 40, 4] }])
  })

  it('[B-17] of a new background brings back the one before, and the picture that it was made from', () => {
    const { writer, undo, board } = makeReplica('ama', 11, true)
    const old = addBackdrop(writer, { upload: 'u1', box, text: '' })
    const [picture = ''] = addFigures(writer, [{ kind: 'picture', upload: 'u2', box, text: 'Map' }])
    undo.checkpoint()
    const fresh = addBackdrop(
      writer,
      { upload: 'u2', box, text: 'Map' },
      { backdrops: [old], figures: [picture] },
    )
    const shown = (): string[] =>
      [...board.drawings.values()].flatMap((each) => ('gone' in each && each.gone === null ? [each.id] : []))
    expect(shown()).toEqual([fresh])
    undo.undo()
    expect(shown().toSorted()).toEqual([old, picture].toSorted())
    undo.redo()
    expect(shown()).toEqual([fresh])
  })
})

describe('one over the other', () => {
  it('[B-22] notes and figures are in one order, the same for everybody; front and back keep what is moved in order', () => {
    const { ama, bo, meet } = two()
    const pile = ({ board }: Replica): string[] =>
      [...board.notes.values(), ...visibleFigures(board.drawings)]
        .toSorted(byStack)
        .map((each) => ('text' in each ? each.text : each.kind))
    const [note = ''] = addNotes(ama.writer, [{ text: 'note' }])
    const [outline = ''] = addFigures(ama.writer, [{ kind: 'shape', form: 'ellipse', box, text: 'outline' }])
    const [second = ''] = addNotes(ama.writer, [{ text: 'second' }])
    const [words = ''] = addFigures(ama.writer, [{ kind: 'text', at: box, text: 'words' }])
    expect(pile(ama)).toEqual(['note', 'outline', 'second', 'words'])
    restack(ama.writer, { notes: [second, note], figures: [] }, 'front')
    expect(pile(ama)).toEqual(['outline', 'words', 'note', 'second'])
    restack(ama.writer, { notes: [second], figures: [words] }, 'back')
    expect(pile(ama)).toEqual(['words', 'second', 'outline', 'note'])
    meet()
    restack(ama.writer, { notes: [], figures: [outline] }, 'front')
    restack(bo.writer, { notes: [second], figures: [] }, 'front')
    meet()
    expect(pile(ama)).toEqual(pile(bo))
    expect(pile(ama).slice(0, 2)).toEqual(['words', 'note'])
  })
})

describe('arrows', () => {
  /** An arrow from a note to an outline. */
  function stuck({ writer }: Replica): { note: string; outline: string; arrow: string } {
    const [note = ''] = addNotes(writer, [{ text: 'from', at: { x: 0, y: 0 } }])
    const [outline = ''] = addFigures(writer, [
      { kind: 'shape', form: 'rectangle', box: { x: 500, y: 0, w: 100, h: 140 } },
    ])
    const [arrow = ''] = addFigures(writer, [
      {
        kind: 'arrow',
        start: { x: 90, y: 70, on: { root: 'notes', id: note } },
        end: { x: 550, y: 70, on: { root: 'drawings', id: outline } },
      },
    ])
    return { note, outline, arrow }
  }

  it('[B-23] ends follow what they stick to, whoever moves it, and nobody writes for that', () => {
    const { all, meet } = people('ama', 'bo', 'cy', 'idle')
    const [ama, bo, cy, idle] = all
    if (!ama || !bo || !cy || !idle) throw new Error('four people')
    const { note, outline, arrow } = stuck(ama)
    const [own = ''] = addFigures(bo.writer, [{ kind: 'ink', pen: 'pen', points: [5, 5] }])
    meet()
    expect(arrowLine(idle.board, figureOn(idle, arrow, 'arrow'))).toEqual({
      start: { x: 186, y: 70 },
      end: { x: 494, y: 70 },
    })
    let written = 0
    idle.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE) written += 1
    })
    // Somebody who looks on draws all of it after each change.
    let drawn = 0
    idle.board.onChange(() => {
      for (const figure of visibleFigures(idle.board.drawings)) {
        figureBox(idle.board, figure)
        drawn += 1
      }
    })
    for (let step = 1; step <= 20; step += 1) {
      extendInk(bo.writer, own, [step * 4, step])
      addFigures(ama.writer, [{ kind: 'ink', pen: 'highlighter', points: [step, 0, step, 9] }])
      moveNotes(cy.writer, [{ id: note, to: { x: 0, y: step * 10 } }])
      moveFigures(cy.writer, [{ id: outline, to: { x: 500, y: step * 10 } }])
      meet()
    }
    settleInk(bo.writer, own)
    meet()
    expect(arrowLine(idle.board, figureOn(idle, arrow, 'arrow'))).toEqual({
      start: { x: 186, y: 270 },
      end: { x: 494, y: 270 },
    })
    expect(drawn).toBeGreaterThan(100)
    expect(written).toBe(0)
    expect(Y.getState(idle.doc.store, idle.doc.clientID)).toBe(0)
    // What follows was not written by whoever moved the note either.
    expect(figureOn(ama, arrow, 'arrow')).toEqual(figureOn(idle, arrow, 'arrow'))
    expect(figureOn(ama, arrow, 'arrow')).toMatchObject({ x: 90, y: 70 })
  })

  it('[B-24] what an arrow sticks to may be gone, unknown, itself or another arrow', () => {
    const { ama, meet } = two()
    const { note, arrow } = stuck(ama)
    const line = arrowLine(ama.board, figureOn(ama, arrow, 'arrow'))
    ama.doc.getMap<Y.Map<unknown>>('notes').get(note)?.set('gone', { by: 'ama', at: 1, how: 'deleted' })
    expect(arrowLine(ama.board, figureOn(ama, arrow, 'arrow'))).toEqual(line)
    const [other = ''] = addFigures(ama.writer, [{ kind: 'arrow', ...free }])
    for (const id of [arrow, other, 'nobody', 'f1']) {
      setArrow(ama.writer, other, { end: { x: 90, y: 0, on: { root: 'drawings', id } } })
      setArrow(ama.writer, arrow, { start: { x: 5, y: 5, on: { root: 'drawings', id: other } } })
      meet()
      expect(arrowLine(ama.board, figureOn(ama, other, 'arrow'))).toEqual(free)
      const all = arrowLine(ama.board, figureOn(ama, arrow, 'arrow'))
      expect(Object.values(all).every(({ x, y }) => Number.isFinite(x + y))).toBe(true)
    }
    // An erased note is one that was never here: the end stands where it last did.
    ama.doc.getMap('notes').delete(note)
    expect(new BoardReading(ama.doc).drawings.get(arrow)).toBeDefined()
  })

  it('[B-24] two ends on one thing, or on things that lie over one another, make no line that is no line', () => {
    const { ama } = two()
    const { note, arrow } = stuck(ama)
    const on = { root: 'notes', id: note } as const
    setArrow(ama.writer, arrow, { start: { x: 0, y: 0, on }, end: { x: 0, y: 0, on, at: [0.5, 0.5] } })
    const { start, end } = arrowLine(ama.board, figureOn(ama, arrow, 'arrow'))
    expect([start.x, start.y, end.x, end.y].every(Number.isFinite)).toBe(true)
  })

  it('[B-21] an arrow moved by hand takes its free ends with it; its stuck ones stay', () => {
    const { ama } = two()
    const { note, arrow } = stuck(ama)
    setArrow(ama.writer, arrow, { end: { x: 400, y: 300 } })
    const before: Arrow = figureOn(ama, arrow, 'arrow')
    moveFigures(ama.writer, [{ id: arrow, to: { x: before.x + 10, y: before.y + 20 } }])
    const after = figureOn(ama, arrow, 'arrow')
    expect(after.start.on).toEqual({ root: 'notes', id: note })
    expect(arrowLine(ama.board, after).end).toEqual({ x: 410, y: 320 })
  })
})

describe('sections', () => {
  it('[B-80] a figure’s section goes by its middle; a nudge keeps it; filing leaves it where it lies', () => {
    const { writer, board } = two().ama
    const [id = ''] = addFigures(writer, [{ kind: 'shape', form: 'ellipse', box }])
    const region = (): unknown => {
      const figure = board.drawings.get(id)
      return figure !== undefined && 'region' in figure ? figure.region : undefined
    }
    expect(region()).toBe('r1')
    fileFigures(writer, [id], 'r2')
    expect(board.drawings.get(id)).toMatchObject({ region: 'r2', x: 0, y: 100 })
    moveFigures(writer, [{ id, to: { x: 10, y: 100 } }])
    expect(region()).toBe('r1')
    moveFigures(writer, [{ id, to: { x: 5_000, y: 100 } }])
    expect(region()).toBeNull()
    resizeFigure(writer, id, { x: 700, y: 100, w: 50, h: 50 })
    expect(region()).toBe('r2')
    const [ink = ''] = addFigures(writer, [{ kind: 'ink', pen: 'pen', points: [10, 100] }])
    extendInk(writer, ink, [1_300, 100])
    settleInk(writer, ink)
    expect(board.drawings.get(ink)).toMatchObject({ region: 'r2' })
  })

  it('[B-80] an arrow’s section follows its middle when an end is put elsewhere', () => {
    const { ama } = two()
    const [id = ''] = addFigures(ama.writer, [{ kind: 'arrow', ...free }])
    expect(figureOn(ama, id, 'arrow').region).toBe('r1')
    setArrow(ama.writer, id, { start: { x: 700, y: 500 }, end: { x: 900, y: 500 } })
    expect(figureOn(ama, id, 'arrow').region).toBe('r2')
  })

  it('[B-23] an arrow moved together with what it sticks to comes to the section that they come to', () => {
    const { ama } = two()
    const { board, writer } = ama
    const [note = ''] = addNotes(writer, [{ text: 'A', at: { x: 20, y: 100 } }])
    const [outline = ''] = addFigures(writer, [
      { kind: 'shape', form: 'rectangle', box: { x: 300, y: 100, w: 140, h: 120 } },
    ])
    const [arrow = ''] = addFigures(writer, [
      {
        kind: 'arrow',
        start: { x: 90, y: 160, on: { root: 'notes', id: note } },
        end: { x: 360, y: 160, on: { root: 'drawings', id: outline } },
      },
    ])
    const sectionOf = (region: string | null): string | undefined =>
      region === null ? undefined : board.regions.get(region)?.tag
    expect(sectionOf(figureOn(ama, arrow, 'arrow').region)).toBe('keep')
    const by = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x: x + 624, y })
    const moved = [outline, arrow].flatMap((id) => {
      const figure = visibleFigures(board.drawings).find((each) => each.id === id)
      return figure === undefined ? [] : [{ id, to: by(figure) }]
    })
    const notes = [{ id: note, to: by({ x: 20, y: 100 }) }]
    board.doc.transact(() => {
      moveNotes(writer, notes)
      moveFigures(writer, moved, notes)
    }, writer.origin)
    expect(sectionOf(board.notes.get(note)?.region ?? null)).toBe('park')
    expect(sectionOf(figureOn(ama, outline, 'shape').region)).toBe('park')
    expect(sectionOf(figureOn(ama, arrow, 'arrow').region)).toBe('park')
  })

  it('[B-23] what changes nothing writes nothing', () => {
    const { ama } = two()
    const [id = ''] = addFigures(ama.writer, [
      { kind: 'shape', form: 'ellipse', box, color: 'red', fill: true },
    ])
    let updates = 0
    ama.doc.on('update', () => (updates += 1))
    restyleFigures(ama.writer, [id], { color: 'red', fill: true })
    moveFigures(ama.writer, [{ id, to: box }])
    settleInk(ama.writer, id)
    fileFigures(ama.writer, [id], 'r1')
    removeFigures(ama.writer, ['nobody'])
    expect(updates).toBe(0)
  })

  it('[B-48] nobody goes on with somebody else’s stroke, or with one that was erased meanwhile', () => {
    const { ama, bo, meet } = two()
    const [ink = ''] = addFigures(ama.writer, [{ kind: 'ink', pen: 'pen', points: [0, 0] }])
    meet()
    expect(extendInk(bo.writer, ink, [5, 5])).toBe(false)
    removeFigures(bo.writer, [ink])
    meet()
    expect(extendInk(ama.writer, ink, [5, 5])).toBe(false)
  })

  it('[B-79] a full stroke says so', () => {
    const { writer } = two().ama
    const [ink = ''] = addFigures(writer, [{ kind: 'ink', pen: 'pen', points: [0, 0] }])
    const many = Array.from({ length: INK_MAX }, (_, index) => index % 7)
    expect(extendInk(writer, ink, many)).toBe(false)
    expect(extendInk(writer, 'nobody', [1, 1])).toBe(false)
  })
})
