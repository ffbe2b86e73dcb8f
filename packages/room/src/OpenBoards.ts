/** The boards of one workshop that are open, by document: opened when first needed, let go when nobody is there. */
import { CLOSE } from '@moot/protocol'
import type { BoardConnection } from './BoardConnection.ts'
import type { BoardEnvironment } from './BoardEnvironment.ts'
import { BoardRoom } from './BoardRoom.ts'

/** Opens boards, holds them while somebody is there, closes them when they are removed. */
export class OpenBoards {
  readonly #env: BoardEnvironment
  readonly #onPeople: () => void
  readonly #opening = new Map<string, Promise<BoardRoom>>()
  readonly #open = new Map<string, BoardRoom>()

  /** @param onPeople - called when somebody came to a board or left one */
  constructor(env: BoardEnvironment, onPeople: () => void) {
    this.#env = env
    this.#onPeople = onPeople
  }

  get size(): number {
    return this.#open.size
  }
  get connections(): number {
    return [...this.#open.values()].reduce((sum, board) => sum + board.connections.size, 0)
  }
  /** Whether nobody is at any of them and nothing is under way. */
  get isIdle(): boolean {
    if (this.#opening.size !== this.#open.size) return false
    return [...this.#open.values()].every((board) => board.isIdle)
  }

  /** The board of a document, opened now if it was not. */
  open(doc: string): Promise<BoardRoom> {
    const known = this.#opening.get(doc)
    if (known !== undefined) return known
    const opening = BoardRoom.open(doc, this.#env, this.#onPeople).then((board) => {
      this.#open.set(doc, board)
      return board
    })
    this.#opening.set(doc, opening)
    // A board that could not be opened is tried again by whoever comes next; this caller is told.
    opening.catch(() => this.#opening.delete(doc))
    return opening
  }

  /** Sends everybody away for good who has this document open, or is about to. */
  async dismiss(doc: string, reason: string): Promise<void> {
    // Where it cannot be opened there is nobody.
    const board = await this.#opening.get(doc)?.catch(() => undefined)
    await board?.dismiss(CLOSE.notFound, reason)
  }

  /** Who has a document open. */
  at(doc: string): Iterable<BoardConnection> {
    return this.#open.get(doc)?.connections ?? []
  }

  rolesChanged(): void {
    for (const board of this.#open.values()) board.rolesChanged()
  }

  /** To be called every few seconds. Boards that nobody is at are let go, unless something is under way. */
  tick(isBusy: boolean): void {
    for (const [doc, board] of this.#open) {
      board.tick()
      if (isBusy || !board.isIdle) continue
      board.tidy()
      if (!board.isIdle) continue
      board.dispose()
      this.#open.delete(doc)
      this.#opening.delete(doc)
    }
  }

  /** Saves everything, then closes every socket. */
  async close(): Promise<void> {
    for (const board of this.#open.values()) {
      await board.settled()
      board.closeAll(CLOSE.tryLater, 'stopping')
      await board.settled()
    }
  }
}
