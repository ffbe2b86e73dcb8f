/** Taking back what one person did, on a real board. */
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Drawing, NewFigure, Note } from '@moot/board'
import { addFigures, BoardReading, entities, readDrawing, readNote, wordsOf } from '@moot/board'
import type { BoardBench } from './testing/boards.ts'
import { aBoard, addNote, wordsOn } from './testing/boards.ts'
import { TestClient } from './testing/TestClient.ts'

const clients: TestClient[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.awareness.destroy()
})

interface Scene extends BoardBench {
  readonly ada: TestClient
  readonly ben: TestClient
  /** The moment since which Ben is undone. */
  readonly mark: () => number
  readonly undoBen: () => Promise<number>
}

/** Ada and Ben on a board; `mark` says from when on Ben is to be undone. */
async function scene(): Promise<Scene> {
  const bench = await aBoard()
  const ada = await bench.join('ada')
  const ben = await bench.join('ben')
  clients.push(ada, ben)
  let since = 0
  return {
    ...bench,
    ada,
    ben,
    mark: () => (since = bench.clock.now()),
    undoBen: async () => {
      const undone = bench.board.undoPerson({ person: 'ben', by: 'fay', since })
      await bench.settle()
      await bench.settle()
      return undone
    },
  }
}

const groupsOf = (client: TestClient, id: string, root: 'notes' | 'drawings' = 'notes'): Y.Map<unknown> => {
  const groups = entities(client.doc, root).get(id)
  if (!(groups instanceof Y.Map)) throw new Error('no such note')
  return groups
}
const wordsAt = (client: TestClient, id: string): Y.Text => {
  const words = groupsOf(client, id).get('text')
  if (!(words instanceof Y.Text)) throw new Error('no words')
  return words
}
/** Adds figures as `person` would, what they are in front of being on the board already. */
function draw(client: TestClient, person: string, ...fresh: NewFigure[]): string[] {
  const board = new BoardReading(client.doc)
  let made = board.drawings.size
  const newId = (): string => `${person}-${client.doc.clientID}-d${(made += 1)}`
  const ids = addFigures({ board, person, now: () => 1, newId, origin: { person } }, fresh)
  board.dispose()
  return ids
}
const drawingOn = (client: TestClient, id: string): Drawing | undefined =>
  readDrawing(id, groupsOf(client, id, 'drawings'))
const label = (client: TestClient, id: string): Y.Text => {
  const words = wordsOf(client.doc, 'drawings', id)
  if (words === undefined) throw new Error('no words')
  return words
}
const noteOn = (client: TestClient, id: string): Note | undefined => readNote(id, groupsOf(client, id))

test('[R-20] notes they made go out of sight, older ones and those of others stay', async () => {
  const { settle, ada, ben, mark, undoBen, clock } = await scene()
  const old = addNote(ben, 'ben', 'old')
  await settle()
  mark()
  await clock.advance(1_000)
  const fresh = [addNote(ben, 'ben', 'new one'), addNote(ben, 'ben', 'new two')]
  const other = addNote(ada, 'ada', 'by Ada')
  await settle()
  expect(await undoBen()).toBe(2)
  expect(fresh.map((id) => noteOn(ada, id)?.gone)).toEqual(
    fresh.map(() => ({ by: 'fay', at: expect.any(Number), how: 'undone' })),
  )
  expect([noteOn(ada, old)?.gone, noteOn(ada, other)?.gone]).toEqual([null, null])
})

test('[R-21] what they removed, moved and recoloured is as it was, unless somebody came after them', async () => {
  const { settle, ada, ben, mark, undoBen, clock } = await scene()
  const [removed, moved, both] = ['removed', 'moved', 'both'].map((text) => addNote(ada, 'ada', text))
  await settle()
  const before = noteOn(ada, moved ?? '')
  mark()
  await clock.advance(1_000)
  groupsOf(ben, removed ?? '').set('gone', { by: 'ben', at: 1, how: 'deleted' })
  groupsOf(ben, moved ?? '').set('pos', [900, 900, 'a5'])
  groupsOf(ben, moved ?? '').set('style', { color: 'rose' })
  groupsOf(ben, both ?? '').set('pos', [500, 500, 'a5'])
  groupsOf(ben, both ?? '').set('style', { color: 'rose' })
  await settle()
  groupsOf(ada, both ?? '').set('pos', [7, 7, 'a5'])
  await settle()
  expect(await undoBen()).toBe(3)
  expect(noteOn(ada, removed ?? '')?.gone).toBeNull()
  expect(noteOn(ben, moved ?? '')).toEqual(before)
  expect(noteOn(ada, both ?? '')).toMatchObject({ x: 7, y: 7, color: 'lemon' })
})

test('[R-21] what others made or changed since then is as they left it', async () => {
  const { settle, ada, ben, mark, undoBen, clock } = await scene()
  const old = addNote(ada, 'ada', 'old')
  await settle()
  mark()
  await clock.advance(1_000)
  const [cleared, moved, told] = ['cleared', 'moved', 'told'].map((text) => addNote(ada, 'ada', text))
  groupsOf(ada, old).set('style', { color: 'mint' })
  await settle()
  const before = noteOn(ada, moved ?? '')
  groupsOf(ben, old).set('style', { color: 'rose' })
  groupsOf(ben, cleared ?? '').set('gone', { by: 'ben', at: 1, how: 'cleared' })
  groupsOf(ben, moved ?? '').set('pos', [900, 900, 'a5'])
  wordsAt(ben, told ?? '').insert(4, ' RUDE')
  await settle()
  expect(await undoBen()).toBe(4)
  expect(noteOn(ada, old)?.color).toBe('mint')
  expect(noteOn(ada, cleared ?? '')?.gone).toBeNull()
  expect(noteOn(ada, moved ?? '')).toEqual(before)
  expect(wordsOn(ada, told ?? '')).toBe('told')
  expect(await undoBen()).toBe(0)
})

test('[R-22] words only they changed return; where others wrote too, only their letters go', async () => {
  const { settle, ada, ben, mark, undoBen, clock } = await scene()
  const [alone, together, erased] = ['Ada wrote this', 'Start', 'Whole sentence'].map((text) =>
    addNote(ada, 'ada', text),
  )
  await settle()
  mark()
  await clock.advance(1_000)
  wordsAt(ben, alone ?? '').delete(0, 4)
  wordsAt(ben, alone ?? '').insert(0, 'Mallory ')
  wordsAt(ben, together ?? '').insert(5, ' RUDE')
  wordsAt(ben, erased ?? '').delete(0, 14)
  await settle()
  wordsAt(ada, together ?? '').insert(wordsAt(ada, together ?? '').length, ' and end')
  await settle()
  expect(await undoBen()).toBe(3)
  expect([alone, together, erased].map((id) => wordsOn(ada, id ?? ''))).toEqual([
    'Ada wrote this',
    'Start and end',
    'Whole sentence',
  ])
})

test('[R-22] what they wrote before that time stays', async () => {
  const { settle, ada, ben, mark, undoBen, clock } = await scene()
  const note = addNote(ada, 'ada', 'One')
  await settle()
  wordsAt(ben, note).insert(3, ' two')
  await settle()
  await clock.advance(1_000)
  mark()
  await clock.advance(1_000)
  wordsAt(ben, note).insert(7, ' three')
  wordsAt(ada, note).insert(0, 'Zero ')
  await settle()
  expect(await undoBen()).toBe(1)
  expect(wordsOn(ada, note)).toBe('Zero One two')
})

test('[R-23] undoing twice changes nothing more, and the result survives a restart', async () => {
  const { settle, ben, ada, mark, undoBen, clock, storage } = await scene()
  mark()
  await clock.advance(1_000)
  const note = addNote(ben, 'ben', 'gone')
  await settle()
  expect(await undoBen()).toBe(1)
  expect(await undoBen()).toBe(0)
  const again = await aBoard(storage, clock)
  const cleo = await again.join('cleo', { client: new TestClient() })
  clients.push(cleo)
  expect([noteOn(cleo, note)?.gone?.how, noteOn(ada, note)?.gone?.how]).toEqual(['undone', 'undone'])
})

const box = { x: 0, y: 0, w: 90, h: 90 }

test('[R-20] drawings they made go out of sight, older ones and those of others stay', async () => {
  const { settle, ada, ben, mark, undoBen, clock } = await scene()
  const old = draw(ben, 'ben', { kind: 'text', at: box, text: 'old' })
  await settle()
  mark()
  await clock.advance(1_000)
  const fresh = draw(
    ben,
    'ben',
    { kind: 'ink', pen: 'pen', points: [0, 0, 9, 9] },
    { kind: 'picture', upload: 'u', box, text: '' },
  )
  const others = draw(ada, 'ada', { kind: 'ink', pen: 'highlighter', points: [0, 0, 5, 5] })
  await settle()
  const stroke = drawingOn(ada, others[0] ?? '')
  expect(await undoBen()).toBe(2)
  for (const id of fresh)
    expect(drawingOn(ada, id)).toMatchObject({ gone: { by: 'fay', at: expect.any(Number), how: 'undone' } })
  expect(drawingOn(ada, old[0] ?? '')).toMatchObject({ gone: null, text: 'old' })
  expect(drawingOn(ada, others[0] ?? '')).toEqual(stroke)
  expect(await undoBen()).toBe(0)
})

test('[R-21] drawings they moved, restyled, reshaped, filed or removed are as they were', async () => {
  const { settle, ada, ben, mark, undoBen, clock } = await scene()
  const arrow = { kind: 'arrow', start: { x: 0, y: 0 }, end: { x: 50, y: 50 } } as const
  const ids = draw(
    ada,
    'ada',
    arrow,
    { kind: 'shape', form: 'ellipse', box },
    { kind: 'ink', pen: 'pen', points: [1, 1, 2, 2] },
    { kind: 'text', at: box, text: 'stays' },
  )
  await settle()
  const before = ids.map((id) => drawingOn(ada, id))
  const [turned = '', changed = '', removed = '', both = ''] = ids
  mark()
  await clock.advance(1_000)
  groupsOf(ben, turned, 'drawings').set('shape', { start: { x: 7, y: 7 }, end: { x: 9, y: 9 } })
  groupsOf(ben, changed, 'drawings').set('pos', [500, 500, 'a5'])
  groupsOf(ben, changed, 'drawings').set('style', { color: 'red', size: 'l', fill: true })
  groupsOf(ben, changed, 'drawings').set('member', { region: 'r1', order: 'a9' })
  groupsOf(ben, removed, 'drawings').set('gone', { by: 'ben', at: 1, how: 'deleted' })
  groupsOf(ben, both, 'drawings').set('pos', [500, 500, 'a5'])
  groupsOf(ben, both, 'drawings').set('style', { color: 'red', size: 'l' })
  await settle()
  groupsOf(ada, both, 'drawings').set('pos', [7, 7, 'a5'])
  await settle()
  expect(await undoBen()).toBe(4)
  for (const client of [ada, ben])
    expect([turned, changed, removed].map((id) => drawingOn(client, id))).toEqual(before.slice(0, 3))
  expect(drawingOn(ada, both)).toMatchObject({ x: 7, y: 7, color: 'ink', size: 'm' })
})

test('[R-22] words of theirs come out of labels and descriptions, other people’s stay', async () => {
  const { settle, ada, ben, mark, undoBen, clock } = await scene()
  const [alone = '', together = ''] = draw(
    ada,
    'ada',
    { kind: 'picture', upload: 'u', box, text: 'A cat' },
    { kind: 'shape', form: 'rectangle', box, text: 'Start' },
  )
  await settle()
  mark()
  await clock.advance(1_000)
  label(ben, alone).insert(0, 'Not ')
  label(ben, together).insert(5, ' RUDE')
  await settle()
  label(ada, together).insert(label(ada, together).length, ' and end')
  await settle()
  expect(await undoBen()).toBe(2)
  expect(drawingOn(ada, alone)).toMatchObject({ text: 'A cat' })
  expect(drawingOn(ada, together)).toMatchObject({ text: 'Start and end' })
})
