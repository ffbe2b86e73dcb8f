import {
  addFigures,
  addNotes,
  BoardReading,
  extendInk,
  fileFigures,
  makeUndo,
  recolour,
  removeNotes,
  restyleFigures,
} from '@moot/board'
import type { Writer } from '@moot/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Summary } from './changeLog.ts'
import { ChangeWatch, GAP_MS, QUIET_MS } from './ChangeWatch.ts'
import { figureKey } from './chosen.ts'

/** Two people on one board in one process, and a clock that the test turns. */
function scene(lookedAt: number | null = null) {
  const mine = new Y.Doc()
  const theirs = new Y.Doc()
  const FROM_SERVER = { server: true }
  mine.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== FROM_SERVER) Y.applyUpdate(theirs, update, FROM_SERVER)
  })
  theirs.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== FROM_SERVER) Y.applyUpdate(mine, update, FROM_SERVER)
  })
  let ids = 0
  let now = 1_000
  const writer = (doc: Y.Doc, person: string): Writer => ({
    board: new BoardReading(doc),
    person,
    now: () => now,
    newId: () => `${person}${(ids += 1)}`,
    origin: { person },
  })
  const me = writer(mine, 'me')
  const ama = writer(theirs, 'ama')
  const timers: { at: number; callback: () => void }[] = []
  let clock = 0
  const said: Summary[] = []
  const looks: number[] = []
  const watch = () =>
    new ChangeWatch({
      reading: me.board,
      me: 'me',
      origin: me.origin,
      say: (summary) => said.push(summary),
      lookedAt,
      rememberLook: (newest) => looks.push(newest),
      after: (ms, callback) => {
        const timer = { at: clock + ms, callback }
        timers.push(timer)
        return () => void timers.splice(timers.indexOf(timer), 1)
      },
    })
  const advance = (ms: number): void => {
    const until = clock + ms
    for (;;) {
      const next = timers.filter((timer) => timer.at <= until).toSorted((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      timers.splice(timers.indexOf(next), 1)
      clock = next.at
      next.callback()
    }
    clock = until
  }
  return { me, ama, watch, said, looks, advance, setNow: (to: number) => (now = to) }
}

describe('ChangeWatch', () => {
  it('says what others did once it is quiet, summed up, and then nothing more for a while', () => {
    const { ama, watch, said, advance } = scene()
    watch()
    addNotes(ama, [{ text: 'one' }, { text: 'two' }])
    advance(QUIET_MS - 1)
    expect(said).toEqual([])
    addNotes(ama, [{ text: 'three' }])
    advance(1)
    expect(said.map(({ added }) => added)).toEqual([[{ region: null, count: 3 }]])
    const [four] = addNotes(ama, [{ text: 'four' }])
    recolour(ama, [four ?? ''], 'sky')
    advance(GAP_MS - 1)
    expect(said).toHaveLength(1)
    advance(1)
    expect(said[1]).toEqual({ added: [{ region: null, count: 1 }], changed: 0, moved: 0, removed: 0 })
  })

  it('says nothing of one’s own doings, undo included', () => {
    const { me, watch, said, advance } = scene()
    const changes = watch()
    const undo = makeUndo(me)
    const ids = addNotes(me, [{ text: 'mine' }])
    removeNotes(me, ids)
    undo.undo()
    undo.undo()
    advance(60_000)
    expect(said).toEqual([])
    expect(changes.unseen.getState().size).toBe(0)
  })

  it('keeps what others wrote until it is looked at or taken up', () => {
    const { me, ama, watch } = scene()
    const changes = watch()
    const [one = '', two = '', three = ''] = addNotes(ama, [
      { text: 'one' },
      { text: 'two' },
      { text: 'three' },
    ])
    expect([...changes.unseen.getState()]).toEqual([
      [one, 'new'],
      [two, 'new'],
      [three, 'new'],
    ])
    changes.look(one)
    recolour(me, [two], 'rose')
    expect([...changes.unseen.getState().keys()]).toEqual([three])
    changes.lookAtAll()
    expect(changes.unseen.getState().size).toBe(0)
  })

  it('on coming back shows what others wrote since the last look', () => {
    const { me, ama, watch, looks, setNow } = scene(1_500)
    addNotes(ama, [{ text: 'before' }])
    setNow(2_000)
    addNotes(me, [{ text: 'my own' }])
    const [fresh] = addNotes(ama, [{ text: 'after' }])
    const changes = watch()
    expect([...changes.unseen.getState()]).toEqual([[fresh, 'new']])
    expect(looks).toEqual([])
    changes.lookAtAll()
    expect(looks).toEqual([2_000])
  })

  it('tells of drawings and pictures, a growing stroke once and never one by one', () => {
    const { ama, watch, said, advance } = scene()
    const changes = watch()
    const [stroke = '', picture = '', empty = ''] = addFigures(ama, [
      { kind: 'ink', pen: 'pen', points: [0, 0, 5, 5] },
      { kind: 'picture', upload: 'u', box: { x: 0, y: 0, w: 100, h: 100 }, text: '' },
      { kind: 'text', at: { x: 0, y: 0 }, text: '' },
    ])
    extendInk(ama, stroke, [9, 9, 20, 20])
    advance(QUIET_MS)
    expect(said).toMatchObject([
      { added: [], changed: 0, figures: { added: ['ink', 'picture'], changed: [] } },
    ])
    expect([...changes.unseen.getState()]).toEqual([[figureKey(picture), 'new']])
    extendInk(ama, stroke, [30, 30])
    advance(GAP_MS)
    expect(said).toHaveLength(1)
    restyleFigures(ama, [stroke, empty], { color: 'red' })
    fileFigures(ama, [picture], 'r1')
    advance(GAP_MS)
    expect(said[1]).toMatchObject({ figures: { added: [], changed: ['ink'], moved: ['picture'] } })
    changes.lookAtAll()
    expect(changes.unseen.getState().size).toBe(0)
  })

  it('says nothing after it was let go', () => {
    const { ama, watch, said, advance } = scene()
    const changes = watch()
    addNotes(ama, [{ text: 'one' }])
    changes.dispose()
    addNotes(ama, [{ text: 'two' }])
    advance(60_000)
    expect(said).toEqual([])
  })
})
