/** Everybody connected to one board, and what each gets of what happens there. */
import * as Y from 'yjs'
import type { CloseCode } from '@moot/protocol'
import {
  acknowledgedMessage,
  awarenessMessage,
  CLOSE,
  deniedMessage,
  SYNC,
  syncMessage,
} from '@moot/protocol'
import type { Awareness } from './Awareness.ts'
import type { BoardConnection } from './BoardConnection.ts'
import type { BoardDocument } from './BoardDocument.ts'
import type { Clock } from './Clock.ts'
import type { Packet } from './Socket.ts'

/** Above this a socket's frames are dropped until it has drained, in bytes. */
const BUFFER_MAX = 8 * 1024 * 1024
/** Below this a socket that was dropped counts as drained, and a step 1 is answered, in bytes. */
const BUFFER_LOW = 1024 * 1024
/** A socket that has not drained by then is closed, in ms. */
const BEHIND_MAX_MS = 60_000
/** Presence that each connection gets at most: on a full board it comes more rarely, in bytes per ms (kB/s). */
const PRESENCE_RATE = 40
/** The stock client leaves after 30 s without a message. */
const SILENCE_MAX_MS = 10_000

/** An awareness message without entries: stock clients take it in and do nothing. */
const KEEP_ALIVE: Packet = { messages: [awarenessMessage([])] }

export class BoardAudience {
  readonly #connections = new Set<BoardConnection>()
  readonly #document: BoardDocument
  readonly #awareness: Awareness
  readonly #clock: Clock
  #presenceFrom = -Infinity

  constructor(document: BoardDocument, awareness: Awareness, clock: Clock) {
    this.#document = document
    this.#awareness = awareness
    this.#clock = clock
  }

  get connections(): ReadonlySet<BoardConnection> {
    return this.#connections
  }

  /** From when on presence may be sent again, in ms since 1970. */
  get presenceFrom(): number {
    return this.#presenceFrom
  }

  add(connection: BoardConnection): void {
    connection.lastSent = this.#clock.now()
    this.#connections.add(connection)
  }
  remove(connection: BoardConnection): void {
    this.#connections.delete(connection)
  }

  /** Asks a client for what it has that we have not. */
  ask(connection: BoardConnection): void {
    this.#send(connection, { messages: [syncMessage(SYNC.step1, Y.encodeStateVector(this.#document.doc))] })
  }

  /** Says once that this connection may not write. */
  deny(connection: BoardConnection, reason: string): void {
    if (connection.isTold) return
    connection.isTold = true
    this.#send(connection, { messages: [deniedMessage(reason)] })
  }

  /** The state vector to keep before a flush, in case a socket falls behind in it. */
  vectorIfNeeded(): Uint8Array | null {
    for (const { socket } of this.#connections) {
      if (socket.buffered > BUFFER_MAX / 2) return Y.encodeStateVector(this.#document.doc)
    }
    return null
  }

  /** Whether somebody waits for an answer that can be given now. */
  get isOwed(): boolean {
    for (const each of this.#connections) {
      const isOwed = each.wanted !== null || (each.wantsAllAwareness && each.standing.state === 'current')
      if (isOwed && isDrained(each)) return true
    }
    return false
  }

  /**
   * Sends what a flush brought, as one packet built once, and answers those who asked.
   *
   * @param before - state vector from before the flush, where `vectorIfNeeded` gave one
   */
  deliver(update: Uint8Array | null, before: Uint8Array | null): void {
    const words = update === null ? [] : [syncMessage(SYNC.update, update)]
    const presence = this.#takePresence()
    const withoutCursors: Packet = { messages: words }
    const withCursors: Packet = presence === null ? withoutCursors : { messages: [...words, presence] }
    for (const connection of this.#connections) {
      switch (connection.standing.state) {
        case 'current':
          if (update !== null && before !== null && connection.socket.buffered > BUFFER_MAX) {
            connection.standing = { state: 'behind', vector: before, since: this.#clock.now() }
            break
          }
          this.#send(
            connection,
            connection.wantsCursors && isDrained(connection) ? withCursors : withoutCursors,
          )
          break
        case 'behind':
          this.#catchUp(connection, connection.standing.vector)
          break
        case 'joining':
        case 'closed':
          break
        default:
          connection.standing satisfies never
      }
      this.#answer(connection)
    }
  }

  /** Tells those who understand it how much of theirs is on disk. */
  acknowledge(): void {
    for (const connection of this.#connections) {
      if (connection.applied === connection.acknowledged) continue
      connection.acknowledged = connection.applied
      if (connection.visitor.extras)
        this.#send(connection, { messages: [acknowledgedMessage(connection.applied)] })
    }
  }

  /** To be called every few seconds: keeps quiet connections open and deals with slow ones. */
  tick(): void {
    const now = this.#clock.now()
    for (const connection of this.#connections) {
      const { standing } = connection
      if (standing.state === 'behind') {
        this.#catchUp(connection, standing.vector)
        if (connection.standing === standing && now - standing.since > BEHIND_MAX_MS)
          connection.close(CLOSE.tryLater, 'too_slow')
      }
      if (now - connection.lastSent >= SILENCE_MAX_MS && isDrained(connection))
        this.#send(connection, KEEP_ALIVE)
    }
  }

  closeAll(code: CloseCode, reason: string): void {
    for (const connection of this.#connections) connection.close(code, reason)
  }

  #takePresence(): Uint8Array | null {
    const now = this.#clock.now()
    if (!this.#awareness.hasChanged || now < this.#presenceFrom) return null
    const message = awarenessMessage(this.#awareness.takeChanged())
    this.#presenceFrom = now + message.length / PRESENCE_RATE
    return message
  }

  #answer(connection: BoardConnection): void {
    if (connection.standing.state === 'behind' || !isDrained(connection)) return
    const messages: Uint8Array[] = []
    if (connection.wanted !== null) {
      messages.push(syncMessage(SYNC.step2, this.#diff(connection.wanted)))
      if (connection.standing.state === 'joining') {
        connection.standing = { state: 'current' }
        connection.wantsAllAwareness = connection.wantsCursors
      }
      connection.wanted = null
    }
    if (connection.wantsAllAwareness && connection.standing.state === 'current') {
      const entries = this.#awareness.all()
      if (entries.length > 0) messages.push(awarenessMessage(entries))
      connection.wantsAllAwareness = false
    }
    if (messages.length > 0) this.#send(connection, { messages })
  }

  #catchUp(connection: BoardConnection, vector: Uint8Array): void {
    if (!isDrained(connection)) return
    connection.standing = { state: 'current' }
    connection.wantsAllAwareness = connection.wantsCursors
    this.#send(connection, { messages: [syncMessage(SYNC.update, this.#diff(vector))] })
    this.#answer(connection)
  }

  /** Everybody who joins with nothing gets the same bytes, encoded once. */
  #diff(vector: Uint8Array): Uint8Array {
    return vector.length <= 1 ? this.#document.whole() : Y.encodeStateAsUpdate(this.#document.doc, vector)
  }

  #send(connection: BoardConnection, packet: Packet): void {
    if (packet.messages.length === 0) return
    connection.lastSent = this.#clock.now()
    connection.socket.send(packet)
  }
}

function isDrained(connection: BoardConnection): boolean {
  return connection.socket.buffered < BUFFER_LOW
}
