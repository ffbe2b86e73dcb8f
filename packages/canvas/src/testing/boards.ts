/** Boards for this package's unit tests. */
import * as Y from 'yjs'
import type { Writer } from '@moot/board'
import { BoardReading, seedBoard } from '@moot/board'

/** A writer on a fresh board with two sections side by side, 400 × 600 px each, 100 px apart. */
export function twoSections(): Writer {
  const doc = new Y.Doc()
  const section = (tag: string, x: number) => ({ tag, title: tag, prompt: '', x, y: 0, w: 400, h: 600 })
  seedBoard(
    doc,
    { template: 'test', regions: [section('left', 0), section('right', 500)], furniture: [] },
    'seed',
  )
  let made = 0
  return {
    board: new BoardReading(doc),
    person: 'ama',
    now: () => 1_700_000_000_000,
    newId: () => `n${(made += 1)}`,
    origin: {},
  }
}
