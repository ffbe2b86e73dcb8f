/** From what is stored to a living document, and the proof that a snapshot is whole. */
import * as Y from 'yjs'
import type { LogRow, StoredDocument } from './Storage.ts'

/** Top-level maps of a board, typed before anything is read, so that a map is never taken for a list. */
const ROOTS = ['meta', 'notes', 'regions', 'themes', 'links', 'drawings'] as const

/** An empty document under the client id given. */
export function emptyDocument(client: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  for (const root of ROOTS) doc.getMap(root)
  return doc
}

/** A document as far as it could be built; `damage` is why it is not whole, or `null`. */
export interface BuiltDocument {
  readonly doc: Y.Doc
  readonly damage: string | null
  /** Number of the last row that is in it. */
  readonly seq: number
}

/**
 * Builds a document from what was stored. Never throws: what cannot be applied ends the reading and is said.
 *
 * @param client - Yjs client id of the new document
 * @param until - rows taken in later than this (ms since 1970) are left out
 */
export function buildDocument(stored: StoredDocument, client: number, until = Infinity): BuiltDocument {
  const doc = emptyDocument(client)
  let { damage } = stored
  let seq = 0
  const steps: readonly { readonly seq: number; readonly update: Uint8Array }[] = [
    ...(stored.snapshot === null ? [] : [{ seq: stored.snapshot.seq, update: stored.snapshot.state }]),
    ...stored.rows.filter((row) => row.at <= until),
  ]
  try {
    doc.transact(() => {
      for (const step of steps) {
        Y.applyUpdate(doc, step.update)
        seq = step.seq
      }
    })
  } catch (error) {
    damage ??= `row ${seq + 1} cannot be applied: ${error instanceof Error ? error.message.slice(0, 80) : 'unknown'}`
  }
  if (damage === null && !isSettled(doc)) damage = 'something it refers to is missing'
  return { doc, damage, seq }
}

/** Whether nothing waits for a missing part and no transaction is stuck. */
export function isSettled(doc: Y.Doc): boolean {
  return (
    doc.store.pendingStructs === null && doc.store.pendingDs === null && doc._transactionCleanups.length === 0
  )
}

/** What a document holds, as bytes to compare: every clock and every deletion. Equal documents have equal digests. */
export function digestOf(doc: Y.Doc): Uint8Array {
  return Y.encodeSnapshot(Y.snapshot(doc))
}

/** Whether a snapshot's bytes load, alone, to the document they were made from. */
export function isWholeSnapshot(state: Uint8Array, digest: Uint8Array): boolean {
  try {
    const doc = emptyDocument(1)
    Y.applyUpdate(doc, state)
    return isSettled(doc) && equalBytes(digestOf(doc), digest)
  } catch {
    return false
  }
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/** Rows in order and without holes, as far as they go; `from` is the number before the first. */
export function soundRows<R extends LogRow>(
  rows: readonly R[],
  from: number,
): { readonly rows: R[]; readonly damage: string | null } {
  const sound: R[] = []
  for (const row of rows) {
    if (row.seq !== from + sound.length + 1)
      return { rows: sound, damage: `row ${from + sound.length + 1} is missing` }
    sound.push(row)
  }
  return { rows: sound, damage: null }
}
