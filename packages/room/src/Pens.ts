/**
 * Who may write on one board just now. Whoever could and may not any more (the board was locked, a role went down) is
 * still taken in for a moment, so that what was on its way gets in; after that their updates close their connection.
 */
import { CLOSE, DENIED } from '@moot/protocol'
import type { BoardConnection } from './BoardConnection.ts'
import type { Clock } from './Clock.ts'

/** How long updates are still taken in from those who may not write any more, in ms. */
export const GRACE_MS = 5_000

/** How a connection stands to writing. */
export type Pen =
  /** It was never asked for anything: it has read only from the start. */
  | 'none'
  /** It was asked for what it has, and writes. */
  | 'writes'
  /** It may not any more, and is still taken in. */
  | 'ending'
  /** It may not any more and knows it: what it still sends cannot be dropped silently. */
  | 'over'

/** What pens need of their board. */
export interface PenBoard {
  readonly connections: ReadonlySet<BoardConnection>
  /** A board that is damaged is written to by nobody. */
  readonly isSound: boolean
  /** Asks a client for what it has that the board has not. */
  ask(connection: BoardConnection): void
  /** Tells a client once that it may not write. */
  deny(connection: BoardConnection, reason: string): void
  /** Resolves when all that has arrived is in the document and acknowledged, or cannot be. */
  settleArrived(): Promise<void>
  /** Takes what a connection shows of itself away from the others. */
  hide(connection: BoardConnection): void
}

export class Pens {
  readonly #board: PenBoard
  readonly #clock: Clock
  #stop: (() => void) | null = null

  constructor(board: PenBoard, clock: Clock) {
    this.#board = board
    this.#clock = clock
  }

  mayWrite({ pen, visitor }: BoardConnection): boolean {
    return this.#board.isSound && (pen === 'ending' || visitor.may() === 'write')
  }

  /** Somebody has come: who may write is asked for what they have; who may not because of the board hears so at once. */
  opened(connection: BoardConnection): void {
    if (this.mayWrite(connection)) this.#hand(connection)
    else if (!this.#board.isSound || connection.visitor.may() === 'locked') this.#deny(connection)
  }

  /** A role or a lock has changed. */
  changed(): void {
    for (const connection of this.#board.connections) {
      const isAllowed = this.#board.isSound && connection.visitor.may() === 'write'
      if (!isAllowed) {
        if (connection.pen === 'writes') this.#beginEnding(connection)
      } else if (connection.pen === 'ending') connection.pen = 'writes'
      else if (connection.pen !== 'writes') this.#hand(connection)
    }
  }

  /** A connection tried to write and may not. */
  tried(connection: BoardConnection): void {
    // Dropped silently, an update would leave all later ones of that client waiting for it.
    if (connection.pen === 'over') connection.close(CLOSE.locked, 'locked')
    else this.#deny(connection)
  }

  dispose(): void {
    this.#stop?.()
    this.#stop = null
  }

  #hand(connection: BoardConnection): void {
    connection.pen = 'writes'
    connection.isTold = false
    this.#board.ask(connection)
  }

  #beginEnding(connection: BoardConnection): void {
    connection.pen = 'ending'
    // Those of an earlier lock are ended a little late rather than these too early.
    this.#stop?.()
    this.#stop = this.#clock.after(GRACE_MS, () => {
      this.#stop = null
      void this.#end()
    })
  }

  /** Never rejects: what cannot be saved is still unacknowledged, and its writer keeps it. */
  async #end(): Promise<void> {
    await this.#board.settleArrived()
    for (const connection of this.#board.connections) {
      if (connection.pen !== 'ending') continue
      connection.pen = 'over'
      this.#board.hide(connection)
      this.#deny(connection)
    }
  }

  #deny(connection: BoardConnection): void {
    const { isSound } = this.#board
    const may = connection.visitor.may()
    this.#board.deny(
      connection,
      !isSound ? DENIED.damaged : may === 'locked' ? DENIED.locked : DENIED.watching,
    )
  }
}
