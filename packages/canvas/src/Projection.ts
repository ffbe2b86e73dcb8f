/**
 * The board's notes and figures as shapes in tldraw's store, one way only: what the board, presence and a hand's own
 * drag say is put there, at most once a frame, as a remote change. Nothing in the store is ever read back into the
 * document (C-1).
 */
import type { TLShape, TLStore } from '@tldraw/editor'
import type { Anchors, BoardReading, Figure, Note } from '@moot/board'
import { isFigure } from '@moot/board'
import type { FigureShape } from './figureRecord.ts'
import { FIGURE_TYPE, figureRecord, sameFigureRecord } from './figureRecord.ts'
import { itemOf, keyOfShape, shapeIdOf } from './items.ts'
import type { NoteShape, Shown } from './noteRecord.ts'
import { NOTE_TYPE, noteRecord, sameRecord } from './noteRecord.ts'

/** What is shown beyond the document, asked for each note and figure that is drawn anew. */
export interface Beyond {
  readonly note: (note: Note) => Shown
  readonly figure: (figure: Figure) => Shown
  /** Where a note comes from, in words; '' where it was made here. */
  readonly origin?: (note: Note) => string
  /** Whether a figure is left out, because something else stands for it. */
  readonly isHidden: (id: string) => boolean
  /** A figure as a hand is changing it just now; itself where none does. */
  readonly instead: (figure: Figure) => Figure
  /** What a figure's ends stick to, where it is drawn now. */
  readonly anchors: (figure: Figure) => Anchors
}

/** Calls back once, with the next frame; returns the way to call it off. */
export type NextFrame = (callback: () => void) => () => void

type Drawn = NoteShape | FigureShape

/** Keeps the store's shapes equal to what is in sight on the board. */
export class Projection {
  readonly #store: TLStore
  readonly #board: BoardReading
  readonly #beyond: Beyond
  readonly #nextFrame: NextFrame
  readonly #dirty = new Set<string>()
  #cancel: (() => void) | null = null
  #refused = 0

  constructor(store: TLStore, board: BoardReading, beyond: Beyond, nextFrame: NextFrame) {
    this.#store = store
    this.#board = board
    this.#beyond = beyond
    this.#nextFrame = nextFrame
  }

  /** Records that tldraw would not have; they are left out, the others stand. */
  get refused(): number {
    return this.#refused
  }

  /** Draws these anew with the next frame, by their keys. */
  mark(keys: Iterable<string>): void {
    for (const key of keys) this.#dirty.add(key)
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
    const put: Drawn[] = []
    const remove: Drawn['id'][] = []
    for (const key of this.#dirty) {
      const shapeId = shapeIdOf(key)
      const before = this.#store.unsafeGetWithoutCapture(shapeId)
      // Every shape in this store was put there by this class.
      const next = this.#recordOf(key, before as Drawn | undefined)
      if (next === null) {
        if (before !== undefined) remove.push(shapeId)
      } else if (next !== before && this.#isSound(next)) put.push(next)
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
        ].filter((record): record is TLShape => record.typeName === 'shape')
        this.mark(touched.map((record) => keyOfShape(record.id)))
      },
      { source: 'user', scope: 'document' },
    )
  }

  dispose(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  /** The record of what a key stands for: `before` where it looks the same, `null` where it is out of sight. */
  #recordOf(key: string, before: Drawn | undefined): Drawn | null {
    const { root, id } = itemOf(key)
    if (root === 'notes') {
      const note = this.#board.notes.get(id)
      if (note === undefined || note.gone !== null) return null
      const next = noteRecord(note, this.#beyond.note(note), this.#beyond.origin?.(note))
      return before?.type === NOTE_TYPE && sameRecord(before, next) ? before : next
    }
    const drawing = this.#board.drawings.get(id)
    if (drawing === undefined || !isFigure(drawing) || drawing.gone !== null) return null
    if (this.#beyond.isHidden(id)) return null
    const known = before?.type === FIGURE_TYPE ? before : undefined
    const figure = this.#beyond.instead(drawing)
    const next = figureRecord(this.#beyond.anchors(figure), figure, this.#beyond.figure(figure), known)
    return known !== undefined && sameFigureRecord(known, next) ? known : next
  }

  /** One record that tldraw refuses would take its whole batch down, so each is tried before. */
  #isSound(record: Drawn): boolean {
    try {
      this.#store.schema.validateRecord(this.#store, record, 'initialize', null)
      return true
    } catch {
      this.#refused += 1
      return false
    }
  }
}
