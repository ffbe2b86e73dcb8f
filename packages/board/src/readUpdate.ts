/** A board that came as bytes, for those who only read it. */
import * as Y from 'yjs'
import { BoardReading } from './BoardReading.ts'

/** Reads a whole document from one update. */
export function readUpdate(update: Uint8Array): BoardReading {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return new BoardReading(doc)
}
