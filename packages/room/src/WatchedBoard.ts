/** One board that somebody watches from outside: a reading kept up to date, and the digest that is made of it when asked. */
import type { BoardReading, Note } from '@moot/board'
import type { BoardDigest } from '@moot/protocol'
import { digestOfBoard, miniatureOf } from './boardDigest.ts'
import type { BoardRoom } from './BoardRoom.ts'
import type { Clock } from './Clock.ts'

/** Holds its board open until it is disposed of. */
export class WatchedBoard {
  readonly doc: string
  readonly #board: BoardRoom
  readonly #clock: Clock
  readonly #release: () => void
  #reading: BoardReading
  /** When each note with words was written, ms since 1970: by our own clock for those that came while we watch. */
  readonly #written = new Map<string, number>()
  #lines: BoardDigest | null = null
  #minis: BoardDigest | null = null

  constructor(doc: string, held: { readonly board: BoardRoom; readonly release: () => void }, clock: Clock) {
    this.doc = doc
    this.#board = held.board
    this.#release = held.release
    this.#clock = clock
    this.#reading = this.#read()
  }

  /** The digest as the board is now; the same value until it changes. */
  digest(what: 'lines' | 'minis'): BoardDigest {
    if (!this.#board.isReadBy(this.#reading)) {
      this.#reading.dispose()
      this.#reading = this.#read()
    }
    this.#lines ??= digestOfBoard(this.#reading, ({ id }) => this.#written.get(id))
    if (what === 'lines') return this.#lines
    return (this.#minis ??= { ...this.#lines, mini: miniatureOf(this.#reading) })
  }

  /** Stops reading and lets the board go. */
  dispose(): void {
    this.#reading.dispose()
    this.#release()
  }

  #read(): BoardReading {
    const reading = this.#board.read()
    const now = this.#clock.now()
    // A writer's clock may be wrong by minutes: nothing was written later than now.
    for (const note of reading.notes.values()) this.#note(note, Math.min(note.created, now))
    reading.onChange(({ notes, regions, themes }) => {
      if (notes.size + regions.size + themes.size === 0) return
      for (const id of notes) {
        const note = reading.notes.get(id)
        // A copy of what was written elsewhere came here now, and was written then.
        const at = this.#clock.now()
        this.#note(note, note?.from == null ? at : Math.min(note.created, at))
      }
      this.#forgetDigests()
    })
    this.#forgetDigests()
    return reading
  }

  #note(note: Note | undefined, at: number): void {
    const isWritten = note !== undefined && (note.source === 'typed' || note.source === 'pasted')
    if (isWritten && !this.#written.has(note.id) && note.text.trim() !== '') this.#written.set(note.id, at)
  }

  #forgetDigests(): void {
    this.#lines = null
    this.#minis = null
  }
}
