/** Watches what others do on a board: says it, summed up, and remembers what this person has not looked at yet. */
import type { BoardChange, BoardReading, Figure, Note } from '@moot/board'
import { CREATION, isFigure, isOwn } from '@moot/board'
import { createStore } from 'zustand/vanilla'
import type { NoteChange, Summary, UnseenKind } from './changeLog.ts'
import { changeOf, figureChangeOf, merged, summaryOf, unseenAfter } from './changeLog.ts'
import { figureKey } from './chosen.ts'

/** What the watch is made from. */
export interface ChangeWatchOptions {
  readonly reading: BoardReading
  /** Person in front of this browser: their own doings are no news. */
  readonly me: string
  /** Origin of their transactions. */
  readonly origin: object
  readonly say: (summary: Summary) => void
  /** When this person looked last, ms since 1970 by the newest item they saw; `null` on a first visit. */
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
  /** What *What changed* has still to show, oldest first: notes by id, drawings by `figureKey`. */
  readonly unseen = createStore<ReadonlyMap<string, UnseenKind>>(() => new Map())
  readonly #options: ChangeWatchOptions
  readonly #known: Map<string, Note>
  readonly #figures = new Map<string, Figure>()
  readonly #stop: () => void
  #sum = new Map<string, NoteChange>()
  #stopWaiting: (() => void) | undefined

  constructor(options: ChangeWatchOptions) {
    this.#options = options
    const { reading, me, lookedAt } = options
    this.#known = new Map(reading.notes)
    for (const each of reading.drawings.values()) if (isFigure(each)) this.#figures.set(each.id, each)
    if (lookedAt !== null) {
      const isMissed = (item: Note | Figure): boolean => !isOwn(item, me) && item.created > lookedAt
      const missed = [
        ...[...reading.notes.values()]
          .filter((note) => isMissed(note) && changeOf(undefined, note) !== undefined)
          .map(({ id, created }) => ({ key: id, created })),
        ...[...this.#figures.values()]
          .filter(
            (figure) =>
              figure.kind !== 'ink' &&
              isMissed(figure) &&
              figureChangeOf('', undefined, figure) !== undefined,
          )
          .map(({ id, created }) => ({ key: figureKey(id), created })),
      ].toSorted((a, b) => a.created - b.created)
      if (missed.length > 0) this.unseen.setState(new Map(missed.map(({ key }) => [key, 'new'])), true)
    }
    this.#remember()
    this.#stop = reading.onChange((change) => this.#handle(change))
  }

  /** Takes one note or drawing off the list of what is to be looked at. */
  look(key: string): void {
    const unseen = new Map(this.unseen.getState())
    if (!unseen.delete(key)) return
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

  #handle({ notes, drawings, origin }: BoardChange): void {
    const { reading } = this.#options
    const isOwn = this.#isOwn(origin)
    let unseen = this.unseen.getState()
    const hear = (change: NoteChange | undefined): void => {
      if (change === undefined) return
      const { id } = change
      if (isOwn) {
        if (unseen.has(id)) unseen = unseenAfter(unseen, { ...change, kind: 'removed' })
        return
      }
      unseen = unseenAfter(unseen, change)
      const sum = merged(this.#sum.get(id), change)
      if (sum === undefined) this.#sum.delete(id)
      else this.#sum.set(id, sum)
    }
    for (const id of notes) {
      const before = this.#known.get(id)
      const after = reading.notes.get(id)
      if (after === undefined) this.#known.delete(id)
      else this.#known.set(id, after)
      hear(changeOf(before, after))
    }
    for (const id of drawings) {
      const before = this.#figures.get(id)
      const drawing = reading.drawings.get(id)
      const after = drawing !== undefined && isFigure(drawing) ? drawing : undefined
      if (after === undefined) this.#figures.delete(id)
      else this.#figures.set(id, after)
      hear(figureChangeOf(figureKey(id), before, after))
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
    for (const { created } of this.#figures.values()) if (created > newest) newest = created
    this.#options.rememberLook(newest)
  }
}
