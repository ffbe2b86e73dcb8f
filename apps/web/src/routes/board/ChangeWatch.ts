/** Watches what others do on a board: says it, summed up, and remembers what this person has not looked at yet. */
import type { BoardChange, BoardReading, Note } from '@moot/board'
import { CREATION } from '@moot/board'
import { createStore } from 'zustand/vanilla'
import type { NoteChange, Summary, UnseenKind } from './changeLog.ts'
import { changeOf, merged, summaryOf, unseenAfter } from './changeLog.ts'

/** What the watch is made from. */
export interface ChangeWatchOptions {
  readonly reading: BoardReading
  /** Person in front of this browser: their own doings are no news. */
  readonly me: string
  /** Origin of their transactions. */
  readonly origin: object
  readonly say: (summary: Summary) => void
  /** When this person looked last, ms since 1970 by the newest note they saw; `null` on a first visit. */
  readonly lookedAt: number | null
  readonly rememberLook: (newest: number) => void
  /** Calls back after a time; returns the way to stop. */
  readonly after: (ms: number, callback: () => void) => () => void
}

/** Waits this long for more of the same before saying it, in ms. */
export const QUIET_MS = 1_500
/** Says nothing more for this long after a summary, in ms: a busy board must not talk without end. */
export const GAP_MS = 6_000

/** Lives as long as the board is on the screen; made once the document is there. */
export class ChangeWatch {
  /** What *What changed* has still to show, oldest first. */
  readonly unseen = createStore<ReadonlyMap<string, UnseenKind>>(() => new Map())
  readonly #options: ChangeWatchOptions
  readonly #known: Map<string, Note>
  readonly #stop: () => void
  #sum = new Map<string, NoteChange>()
  #stopWaiting: (() => void) | undefined

  constructor(options: ChangeWatchOptions) {
    this.#options = options
    const { reading, me, lookedAt } = options
    this.#known = new Map(reading.notes)
    if (lookedAt !== null) {
      const missed = [...reading.notes.values()]
        .filter(
          (note) => note.by !== me && note.created > lookedAt && changeOf(undefined, note) !== undefined,
        )
        .toSorted((a, b) => a.created - b.created)
      if (missed.length > 0) this.unseen.setState(new Map(missed.map(({ id }) => [id, 'new'])), true)
    }
    this.#remember()
    this.#stop = reading.onChange((change) => this.#handle(change))
  }

  /** Takes one note off the list of what is to be looked at. */
  look(noteId: string): void {
    const unseen = new Map(this.unseen.getState())
    if (!unseen.delete(noteId)) return
    this.unseen.setState(unseen, true)
    this.#remember()
  }

  /** Takes all of them off. */
  lookAtAll(): void {
    this.unseen.setState(new Map(), true)
    this.#remember()
  }

  dispose(): void {
    this.#stop()
    this.#stopWaiting?.()
  }

  #handle({ notes, origin }: BoardChange): void {
    const { reading } = this.#options
    const isOwn = this.#isOwn(origin)
    let unseen = this.unseen.getState()
    for (const id of notes) {
      const before = this.#known.get(id)
      const after = reading.notes.get(id)
      if (after === undefined) this.#known.delete(id)
      else this.#known.set(id, after)
      const change = changeOf(before, after)
      if (change === undefined) continue
      if (isOwn) {
        if (unseen.has(id)) unseen = unseenAfter(unseen, { ...change, kind: 'removed' })
        continue
      }
      unseen = unseenAfter(unseen, change)
      const sum = merged(this.#sum.get(id), change)
      if (sum === undefined) this.#sum.delete(id)
      else this.#sum.set(id, sum)
    }
    if (unseen !== this.unseen.getState()) this.unseen.setState(unseen, true)
    this.#remember()
    if (this.#sum.size > 0 && this.#stopWaiting === undefined) this.#wait(QUIET_MS)
  }

  /** One's own writing, and one's own undo (whose origin is the undo manager), is heard where it is done. */
  #isOwn(origin: unknown): boolean {
    if (origin === this.#options.origin || origin === CREATION) return true
    return typeof origin === 'object' && origin !== null && 'undoStack' in origin
  }

  #wait(ms: number): void {
    this.#stopWaiting = this.#options.after(ms, () => {
      this.#stopWaiting = undefined
      if (this.#sum.size === 0) return
      const summary = summaryOf(this.#sum.values())
      this.#sum = new Map()
      this.#options.say(summary)
      this.#wait(GAP_MS)
    })
  }

  #remember(): void {
    if (this.unseen.getState().size > 0) return
    let newest = 0
    for (const { created } of this.#options.reading.notes.values()) if (created > newest) newest = created
    this.#options.rememberLook(newest)
  }
}
