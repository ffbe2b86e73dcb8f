import type { Visit } from '@moot/client'
import {
  BoardReplica,
  forgetRescued,
  keepRescued,
  Pictures,
  rescuedWords,
  WorkshopReplica,
} from '@moot/client'
import type { Role } from '@moot/workshop'

interface OpenBoard {
  readonly doc: string
  /** What the replica was opened for: another key means another replica. */
  readonly key: string
  readonly replica: BoardReplica
}

/**
 * Everything this page has open of one workshop: its live state and the boards looked at. Lives as long as the
 * workshop's frame is on the page, so that going from board to write-up and back opens nothing anew.
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
  /** A new array at every change, for `useSyncExternalStore`. */
  #open: readonly BoardReplica[] = []
  #isDisposed = false

  constructor(visit: Visit) {
    this.visit = visit
    this.workshop = new WorkshopReplica({ workshopId: visit.workshopId, secret: visit.secret })
    this.pictures = new Pictures({ workshopId: visit.workshopId, secret: visit.secret })
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

  /** The replica of a board that is open already. */
  openBoard(boardId: string): BoardReplica | undefined {
    return this.#boards.get(boardId)?.replica
  }

  /**
   * The replica of a board, opened when first asked for. A board that has got a new document, or a person who may
   * write now and could not before, gets a new replica; the old one is let go.
   */
  board(boardId: string, doc: string, role: Role): BoardReplica {
    const key = `${doc} ${role === 'observer' ? 'reads' : 'writes'}`
    const known = this.#boards.get(boardId)
    if (known?.key === key) return known.replica
    const replica = new BoardReplica({
      workshopId: this.visit.workshopId,
      doc,
      person: this.visit.personId,
      secret: this.visit.secret,
      readOnly: role === 'observer',
      // The canvas asks for them when it opens (`wantCursors`); the list never does.
      cursors: false,
    })
    replica.store.subscribe(({ rescued }, before) => {
      if (rescued !== before.rescued) this.#keepRescued(boardId, rescued)
    })
    this.#boards.set(boardId, { doc, key, replica })
    this.#changed()
    if (known) {
      // `/live` may tell of a new document before `/sync` closes the old one: nobody would open that again.
      if (known.doc !== doc) this.#keepRescued(boardId, known.replica.giveUp())
      letGo(known.replica)
    }
    return replica
  }

  #keepRescued(boardId: string, words: readonly string[]): void {
    if (words.length === 0) return
    keepRescued(this.visit.workshopId, boardId, words)
    this.#rescued.delete(boardId)
    this.#changed()
  }

  /** Lets everything go; unsent words stay in this browser's storage. */
  dispose(): void {
    if (this.#isDisposed) return
    this.#isDisposed = true
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
