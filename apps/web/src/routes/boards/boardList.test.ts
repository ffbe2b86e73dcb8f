import { BoardReading, addFigures, addNotes, removeFigures, removeNotes, seedBoard } from '@moot/board'
import type { BoardView } from '@moot/workshop'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardBeside, boardsInSight, peopleByBoard, removedBoards } from './boardList.ts'
import { whereIs } from './wanted.ts'

const board = (order: number, removedAt?: number): BoardView => ({
  title: `Board ${order}`,
  doc: `d${order}`,
  template: 'blank',
  order,
  ...(removedAt === undefined ? {} : { gone: { by: 'fay', at: removedAt } }),
})
const boards = { c: board(2), a: board(0, 5), b: board(1), d: board(3, 9) }
const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id)

describe('the boards of a workshop', () => {
  it('are listed in order, those that were removed apart and the latest first', () => {
    expect(ids(boardsInSight(boards))).toEqual(['b', 'c'])
    expect(ids(removedBoards(boards))).toEqual(['d', 'a'])
  })

  it('lead on from one that goes away to the one before it, else after it', () => {
    expect(boardBeside(boards, 'c')?.id).toBe('b')
    expect(boardBeside(boards, 'b')?.id).toBe('c')
    expect(boardBeside(boards, 'd')?.id).toBe('c')
    expect(boardBeside(boards, 'not told of')?.id).toBe('b')
    expect(boardBeside({ b: board(0) }, 'b')).toBeUndefined()
  })

  it('tell how many people are on each', () => {
    const person = (at: string | null | undefined) => ({
      name: 'x',
      role: 'participant' as const,
      at: at === undefined ? null : { board: at, note: null },
    })
    const people = { p: person('b'), q: person('b'), r: person(null), s: person(undefined), t: person('c') }
    expect([...peopleByBoard(people)]).toEqual([
      ['b', 2],
      ['c', 1],
    ])
  })
})

describe('what a link leads to', () => {
  it('is on the board, in its Bin, or nowhere, hidden and undone things not told apart', () => {
    const doc = new Y.Doc()
    seedBoard(
      doc,
      {
        template: 't',
        regions: [{ tag: '', title: 'S', prompt: '', x: 0, y: 0, w: 9, h: 9 }],
        furniture: [{ kind: 'frame', x: 0, y: 0, w: 9, h: 9 }],
      },
      null,
    )
    let made = 0
    const reading = new BoardReading(doc)
    const writer = {
      board: reading,
      person: 'ama',
      now: () => 1,
      newId: () => `id${(made += 1)}`,
      origin: {},
    }
    const [here = '', binned = '', hidden = ''] = addNotes(
      writer,
      ['here', 'binned', 'hidden'].map((text) => ({ text })),
    )
    const text = { kind: 'text', at: { x: 0, y: 0 }, text: 'x' } as const
    const [drawn = '', erased = ''] = addFigures(writer, [text, text])
    removeNotes(writer, [binned])
    removeNotes(writer, [hidden], 'hidden')
    removeFigures(writer, [erased])
    const found = (['note', 'drawing', 'section'] as const).map((kind) =>
      [here, binned, hidden, drawn, erased, 'r1', 'f1', 'nothing'].map((id) =>
        whereIs(reading, { kind, id }),
      ),
    )
    const [no, bin] = ['nowhere', 'inBin']
    expect(found).toEqual([
      ['here', bin, no, no, no, no, no, no],
      [no, no, no, 'here', bin, no, no, no],
      [no, no, no, no, no, 'here', no, no],
    ])
    reading.dispose()
  })
})
