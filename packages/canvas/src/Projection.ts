/**
 * The board's notes as shapes in tldraw's store, one way only: what the board, presence and a hand's own drag say is
 * put there, at most once a frame, as a remote change. Nothing in the store is ever read back into the document (C-1).
 */
import type { TLStore } from '@tldraw/editor'
import type { BoardReading, Note } from '@moot/board'
import type { NoteShape, Shown } from './noteRecord.ts'
import { NOTE_TYPE, noteIdOf, noteRecord, sameRecord, shapeIdOf } from './noteRecord.ts'

/** What a card shows beyond the document, asked for each note that is drawn anew. */
export type ShownOf = (note: Note) => Shown

/** Calls back once, with the next frame; returns the way to call it off. */
export type NextFrame = (callback: () => void) => () => void

/** Keeps the store's shapes equal to the board's notes in sight. */
export class Projection {
  readonly #store: TLStore
  readonly #board: BoardReading
  readonly #shown: ShownOf
  readonly #nextFrame: NextFrame
  readonly #dirty = new Set<string>()
  #cancel: (() => void) | null = null
  #refused = 0

  constructor(store: TLStore, board: BoardReading, shown: ShownOf, nextFrame: NextFrame) {
    this.#store = store
    this.#board = board
    this.#shown = shown
    this.#nextFrame = nextFrame
  }

  /** Notes whose record tldraw would not have; they are left out, the others stand. */
  get refused(): number {
    return this.#refused
  }

  /** Draws these notes anew with the next frame. */
  mark(ids: Iterable<string>): void {
    for (const id of ids) this.#dirty.add(id)
    if (this.#dirty.size > 0 && this.#cancel === null) {
      this.#cancel = this.#nextFrame(() => {
        this.#cancel = null
        this.flush()
      })
    }
  }

  /** Draws at once what is marked, for a hand that is moving now. */
  flush(): void {
    this.#cancel?.()
    this.#cancel = null
    if (this.#dirty.size === 0) return
    const put: NoteShape[] = []
    const remove: NoteShape['id'][] = []
    for (const id of this.#dirty) {
      const shapeId = shapeIdOf(id)
      const before = this.#store.unsafeGetWithoutCapture(shapeId)
      const note = this.#board.notes.get(id)
      if (note === undefined || note.gone !== null) {
        if (before !== undefined) remove.push(shapeId)
        continue
      }
      const next = noteRecord(note, this.#shown(note))
      // Every shape in this store was put there by this class.
      if (before !== undefined && sameRecord(before as NoteShape, next)) continue
      if (this.#isSound(next)) put.push(next)
    }
    this.#dirty.clear()
    if (put.length === 0 && remove.length === 0) return
    this.#store.mergeRemoteChanges(() => {
      if (remove.length > 0) this.#store.remove(remove)
      if (put.length > 0) this.#store.put(put)
    })
  }

  /** Puts back what something inside tldraw did to shapes by itself: the board is right, the store is a picture of it. */
  guard(): () => void {
    return this.#store.listen(
      ({ changes }) => {
        const touched = [
          ...Object.values(changes.added),
          ...Object.values(changes.removed),
          ...Object.values(changes.updated).map(([, after]) => after),
        ].filter((record) => record.typeName === 'shape' && record.type === NOTE_TYPE)
        this.mark(touched.map((record) => noteIdOf(record.id)))
      },
      { source: 'user', scope: 'document' },
    )
  }

  dispose(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  /** One record that tldraw refuses would take its whole batch down, so each is tried before. */
  #isSound(record: NoteShape): boolean {
    try {
      this.#store.schema.validateRecord(this.#store, record, 'initialize', null)
      return true
    } catch {
      this.#refused += 1
      return false
    }
  }
}
