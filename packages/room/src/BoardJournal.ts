/** A board's way to disk: rows that are in the document and not saved yet, and snapshots from time to time. */
import * as Y from 'yjs'
import type { BoardEnvironment } from './BoardEnvironment.ts'
import { digestOf } from './documents.ts'
import type { LogRow, StoredDocument } from './Storage.ts'

/** Rows after which a snapshot is worth making while people are there, and when they have left. */
const COMPACT_ROWS = 2_000
const COMPACT_ROWS_LEAVING = 100
/** How far back a board can be seen as it was, in ms. */
export const HISTORY_MS = 24 * 3_600_000

export class BoardJournal {
  readonly #board: string
  readonly #env: BoardEnvironment
  /** More than one flush's only while the disk refuses. */
  #unsaved: LogRow[] = []
  #clients: (readonly [number, string])[] = []
  #seq: number
  #rowsSinceSnapshot: number
  #isCompacting = false

  constructor(board: string, stored: StoredDocument, env: BoardEnvironment) {
    this.#board = board
    this.#env = env
    this.#seq = stored.rows.at(-1)?.seq ?? stored.snapshot?.seq ?? 0
    this.#rowsSinceSnapshot = stored.rows.length
  }

  /** Rows that are not on disk. */
  get unsaved(): readonly LogRow[] {
    return this.#unsaved
  }
  /** Grows with every row that enters. */
  get seq(): number {
    return this.#seq
  }
  get unsavedBytes(): number {
    return this.#unsaved.reduce((sum, row) => sum + row.update.length, 0)
  }
  get isIdle(): boolean {
    return this.#unsaved.length === 0 && !this.#isCompacting
  }
  /** Whether a snapshot is due although people are there. */
  get isLong(): boolean {
    return this.#rowsSinceSnapshot >= COMPACT_ROWS
  }
  get isWorthASnapshot(): boolean {
    return this.#rowsSinceSnapshot >= COMPACT_ROWS_LEAVING
  }

  /** Takes down what has entered the document; `save` puts it on disk. */
  enter(person: string, update: Uint8Array, clients: readonly (readonly [number, string])[]): void {
    this.#seq += 1
    this.#rowsSinceSnapshot += 1
    this.#unsaved.push({ seq: this.#seq, person, at: this.#env.clock.now(), update })
    this.#clients.push(...clients)
  }

  /** Puts what is new on disk. `false` where the disk refused: it is kept and tried again. */
  async save(): Promise<boolean> {
    if (this.#unsaved.length === 0) return true
    try {
      await this.#env.storage.append(this.#board, { rows: this.#unsaved, clients: this.#clients })
      this.#unsaved = []
      this.#clients = []
      return true
    } catch (error) {
      this.#env.count('unsaved')
      this.#env.log('error', 'not_saved', {
        board: this.#board,
        rows: this.#unsaved.length,
        error: messageOf(error),
      })
      return false
    }
  }

  /** Makes a snapshot of a document that is wholly on disk. Never rejects. */
  async compact(doc: Y.Doc): Promise<void> {
    if (!this.isIdle) return
    this.#isCompacting = true
    this.#rowsSinceSnapshot = 0
    const { clock, storage, log } = this.#env
    const at = clock.now()
    const snapshot = { seq: this.#seq, at, state: Y.encodeStateAsUpdate(doc), digest: digestOf(doc) }
    try {
      await storage.compact(this.#board, { ...snapshot, keepSince: at - HISTORY_MS })
    } catch (error) {
      // Nothing is lost: the rows are all still there, and the next snapshot tries again.
      log('error', 'not_compacted', { board: this.#board, error: messageOf(error) })
    }
    this.#isCompacting = false
  }
}

/** What may be said of an error in the log. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 160) : 'unknown'
}
