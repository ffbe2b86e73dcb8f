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
  /** How many hold a board open without being connected to it. */
  readonly #held = new Map<string, number>()

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

  /** Opens a board and keeps it open until `release` is called; rejects, holding nothing, where it cannot be opened. */
  async hold(doc: string): Promise<{ readonly board: BoardRoom; readonly release: () => void }> {
    const change = (by: number): void => {
      const left = (this.#held.get(doc) ?? 0) + by
      if (left > 0) this.#held.set(doc, left)
      else this.#held.delete(doc)
    }
    change(1)
    try {
      const board = await this.open(doc)
      let isHeld = true
      const release = (): void => {
        if (isHeld) change(-1)
        isHeld = false
      }
      return { board, release }
    } catch (error) {
      change(-1)
      throw error
    }
  }

  /** Sends everybody away for good who has this document open, or is about to: its board was removed, or has a new one. */
  async dismiss(doc: string, why: 'removed' | 'superseded'): Promise<void> {
    // Where it cannot be opened there is nobody.
    const board = await this.#opening.get(doc)?.catch(() => undefined)
    await board?.dismiss(why === 'removed' ? CLOSE.notFound : CLOSE.superseded, why)
  }

  /** Closes every connection of people who are not in the workshop any more. */
  sendAway(isGone: (person: string) => boolean): void {
    for (const board of this.#open.values())
      for (const connection of board.connections)
        if (isGone(connection.person)) connection.close(CLOSE.unknownPerson, 'removed')
  }

  /** Everybody who has any of them open. */
  *people(): Iterable<string> {
    for (const board of this.#open.values()) for (const { person } of board.connections) yield person
  }

  /** Who has a document open. */
  at(doc: string): Iterable<BoardConnection> {
    return this.#open.get(doc)?.connections ?? []
  }

  rightsChanged(): void {
    for (const board of this.#open.values()) board.rightsChanged()
  }

  /** To be called every few seconds. Boards that nobody is at are let go, unless something is under way. */
  tick(isBusy: boolean): void {
    for (const [doc, board] of this.#open) {
      board.tick()
      if (isBusy || !board.isIdle || this.#held.has(doc)) continue
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
