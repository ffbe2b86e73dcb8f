import type { Visit } from '@moot/client'
import {
  BoardReplica,
  forgetRescued,
  keepRescued,
  Pictures,
  rescuedBoards,
  rescuedWords,
  WorkshopReplica,
} from '@moot/client'
import { CLOSE } from '@moot/protocol'
import type { Role, WorkshopView } from '@moot/workshop'
import { onlyReads } from '../board/lock.ts'

/** How long a board that nothing on this page is at stays open, in ms: people go back and forth. */
const LINGER_MS = 30_000
/** How many of them stay open at most; each has a socket. */
const LINGER_MAX = 3
/** How long a board that was removed may take to tell what of this page's words it still saved, in ms. */
const GOODBYE_MS = 3_000

interface OpenBoard {
  readonly doc: string
  /** What the replica was opened for: another key means another replica. */
  readonly key: string
  readonly replica: BoardReplica
  /** Whether the workshop says that this person can only read it just now. */
  reads: boolean
}

/**
 * Everything this page has open of one workshop: its live state and the boards looked at. Lives as long as the
 * workshop's frame is on the page, so that going from board to write-up and back opens nothing anew. A board that
 * nothing holds any more is let go after a while, when all that was written on it is saved.
 */
export class Session {
  readonly visit: Visit
  readonly workshop: WorkshopReplica
  /** Addresses of the workshop's pictures in this page. */
  readonly pictures: Pictures
  readonly #boards = new Map<string, OpenBoard>()
  /** As read from this browser's storage: the same list until it changes. */
  readonly #rescued = new Map<string, readonly string[]>()
  readonly #listeners = new Set<() => void>()
  /** What boards are called, those that were removed meanwhile included. */
  readonly #titles = new Map<string, string>()
  /** How many things on this page are at a board. */
  readonly #holds = new Map<string, number>()
  /** Boards that nothing is at, the one left first before the others, each with its timer. */
  readonly #lingering = new Map<string, ReturnType<typeof setTimeout>>()
  /** Boards to be let go as soon as everything is saved. */
  readonly #leaving = new Set<string>()
  /** A new array at every change, for `useSyncExternalStore`. */
  #open: readonly BoardReplica[] = []
  #isDisposed = false

  constructor(visit: Visit) {
    this.visit = visit
    this.workshop = new WorkshopReplica({ workshopId: visit.workshopId, secret: visit.secret })
    this.pictures = new Pictures({ workshopId: visit.workshopId, secret: visit.secret })
    this.workshop.store.subscribe(({ view }, before) => {
      if (view === undefined) return
      this.#followLocks(view)
      if (view.boards === before.view?.boards) return
      for (const [id, { title }] of Object.entries(view.boards)) this.#titles.set(id, title)
      this.#letRemovedGo(view)
    })
  }

  /** What a board is or was called, if this page has ever been told of it. */
  titleOf(boardId: string): string | undefined {
    return this.#titles.get(boardId)
  }

  /** The boards that are open. */
  get boards(): readonly BoardReplica[] {
    return this.#open
  }

  /** Calls back when a board was opened or let go. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The board that a replica is of. */
  boardIdOf(replica: BoardReplica): string | undefined {
    for (const [boardId, open] of this.#boards) if (open.replica === replica) return boardId
    return undefined
  }

  /**
   * Words of a board's notes that the server did not take before it closed the connection for good. They outlive the
   * replica that wrote them and a reload of the page, until `forgetRescued`.
   */
  rescued(boardId: string): readonly string[] {
    const known = this.#rescued.get(boardId)
    if (known) return known
    const words = rescuedWords(this.visit.workshopId, boardId)
    this.#rescued.set(boardId, words)
    return words
  }

  /** Boards that rescued words are of, those that are not in the workshop any more included. */
  get rescuedBoards(): readonly string[] {
    return rescuedBoards(this.visit.workshopId)
  }

  forgetRescued(boardId: string): void {
    forgetRescued(this.visit.workshopId, boardId)
    if (this.#rescued.delete(boardId)) this.#changed()
  }

  /** Opens a board anew after its connection was closed for good: what was not taken is gone from it. */
  reopen(boardId: string, doc: string, role: Role): BoardReplica {
    const known = this.#boards.get(boardId)
    this.#boards.delete(boardId)
    const replica = this.board(boardId, doc, role)
    if (known) {
      // Written since it was closed: it builds on what was refused, so it can never be sent either.
      this.#keepRescued(boardId, known.replica.giveUp())
      letGo(known.replica)
    }
    return replica
  }

  /** Keeps a board open until what this returns is called. */
  hold(boardId: string): () => void {
    this.#holds.set(boardId, (this.#holds.get(boardId) ?? 0) + 1)
    this.#stay(boardId)
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      const left = (this.#holds.get(boardId) ?? 1) - 1
      if (left > 0) this.#holds.set(boardId, left)
      else {
        this.#holds.delete(boardId)
        this.#linger(boardId)
      }
    }
  }

  /** The replica of a board that is open already. */
  openBoard(boardId: string): BoardReplica | undefined {
    return this.#boards.get(boardId)?.replica
  }

  /**
   * The replica of a board, opened when first asked for. A board that has got a new document, or a person who may
   * write now and could not before, gets a new replica; the old one is let go. Without `hold` it stays for a while only.
   */
  board(boardId: string, doc: string, role: Role): BoardReplica {
    const key = `${doc} ${role === 'observer' ? 'reads' : 'writes'}`
    const known = this.#boards.get(boardId)
    if (known?.key === key) return known.replica
    const { view } = this.workshop.store.getState()
    const reads = role === 'observer' || (view !== undefined && onlyReads(view, boardId))
    const replica = new BoardReplica({
      workshopId: this.visit.workshopId,
      doc,
      person: this.visit.personId,
      secret: this.visit.secret,
      readOnly: reads,
      // What comes after a round is told by it: a laptop whose clock is wrong is not late.
      now: () => Math.round(this.workshop.serverNow()),
      // The canvas asks for them when it opens (`wantCursors`); the list does while it follows somebody.
      cursors: false,
    })
    replica.store.subscribe(({ rescued, unsaved, connection }, before) => {
      if (rescued !== before.rescued) this.#keepRescued(boardId, rescued)
      if (unsaved !== before.unsaved) this.#letGoIfSaved(boardId)
      const isLocked = connection.state === 'refused' && connection.code === CLOSE.locked
      if (isLocked && this.#boards.get(boardId)?.replica === replica) this.#openLocked(boardId, doc, role)
    })
    this.#boards.set(boardId, { doc, key, replica, reads })
    this.#changed()
    if (!this.#holds.has(boardId)) this.#linger(boardId)
    if (known) {
      // `/live` may tell of a new document before `/sync` closes the old one: nobody would open that again.
      if (known.doc !== doc) this.#keepRescued(boardId, known.replica.giveUp())
      letGo(known.replica)
    }
    return replica
  }

  /** Boards that were locked are read from now on, those that were unlocked written on: the same document all along. */
  #followLocks(view: WorkshopView): void {
    for (const [boardId, open] of this.#boards) {
      const reads = onlyReads(view, boardId)
      if (reads === open.reads) continue
      open.reads = reads
      open.replica.setReadOnly(reads)
    }
  }

  /**
   * Written on a board that had been locked before this page heard of it: it is opened anew to be read, and the words
   * are offered. In its own time, because the old replica is just being told.
   */
  #openLocked(boardId: string, doc: string, role: Role): void {
    queueMicrotask(() => {
      if (this.#isDisposed || this.#boards.get(boardId)?.doc !== doc) return
      this.reopen(boardId, doc, role).setReadOnly(true)
      const open = this.#boards.get(boardId)
      if (open !== undefined) open.reads = true
    })
  }

  #keepRescued(boardId: string, words: readonly string[]): void {
    if (words.length === 0) return
    keepRescued(this.visit.workshopId, boardId, words)
    this.#rescued.delete(boardId)
    this.#changed()
  }

  #linger(boardId: string): void {
    if (this.#isDisposed || !this.#boards.has(boardId)) return
    this.#stay(boardId)
    this.#lingering.set(
      boardId,
      setTimeout(() => this.#leave(boardId), LINGER_MS),
    )
    // Not at once: whoever lets go of many may take hold of them again right away.
    queueMicrotask(() => {
      for (const oldest of this.#lingering.keys()) {
        if (this.#lingering.size <= LINGER_MAX) break
        this.#leave(oldest)
      }
    })
  }

  #stay(boardId: string): void {
    clearTimeout(this.#lingering.get(boardId))
    this.#lingering.delete(boardId)
    this.#leaving.delete(boardId)
  }

  #leave(boardId: string): void {
    this.#stay(boardId)
    this.#leaving.add(boardId)
    this.#letGoIfSaved(boardId)
  }

  #letGoIfSaved(boardId: string): void {
    const open = this.#boards.get(boardId)
    if (open === undefined || !this.#leaving.has(boardId) || open.replica.store.getState().unsaved > 0) return
    this.#close(boardId, open)
  }

  #close(boardId: string, { replica }: OpenBoard): void {
    this.#stay(boardId)
    this.#boards.delete(boardId)
    this.#changed()
    letGo(replica)
  }

  /** Boards that were removed are closed here too, and what they did not take any more is kept for adding elsewhere. */
  #letRemovedGo({ boards }: WorkshopView): void {
    for (const [boardId, open] of this.#boards) {
      const info = boards[boardId]
      if (info !== undefined && info.gone === undefined) continue
      const { store } = open.replica
      const end = (): void => {
        clearTimeout(timer)
        stop()
        if (this.#boards.get(boardId) !== open) return
        this.#keepRescued(boardId, open.replica.giveUp())
        this.#close(boardId, open)
      }
      // What was sent may still be saved: the server says so before it closes.
      const timer = setTimeout(end, GOODBYE_MS)
      const stop = store.subscribe(({ unsaved, connection }) => {
        if (unsaved === 0 || connection.state !== 'open') end()
      })
      const { unsaved, connection } = store.getState()
      if (unsaved === 0 || connection.state !== 'open') end()
    }
  }

  /** Lets everything go; unsent words stay in this browser's storage. */
  dispose(): void {
    if (this.#isDisposed) return
    this.#isDisposed = true
    for (const timer of this.#lingering.values()) clearTimeout(timer)
    this.#lingering.clear()
    this.#leaving.clear()
    for (const { replica } of this.#boards.values()) letGo(replica)
    this.#boards.clear()
    this.#changed()
    this.pictures.dispose()
    this.workshop.dispose()
  }

  #changed(): void {
    this.#open = [...this.#boards.values()].map(({ replica }) => replica)
    for (const listener of this.#listeners) listener()
  }
}

function letGo(replica: BoardReplica): void {
  replica.dispose().catch(() => {
    // What could not be written to storage here is still unacknowledged on the server's side; nothing else to do.
  })
}
