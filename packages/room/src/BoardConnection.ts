/** One connection to a board: what it has sent, what it is owed, and what it may do. */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { AwarenessEntry } from '@moot/protocol'
import { CLOSE, MESSAGE, readAwareness, SYNC } from '@moot/protocol'
import type { AwarenessOwner } from './Awareness.ts'
import type { Pen } from './Pens.ts'
import type { Socket } from './Socket.ts'

/** Who is behind a connection. What they may do is asked for each time, because it changes. */
export interface BoardVisitor {
  readonly person: string
  /** Whether they may write here just now; `locked` where the board is what stops them, `watch` where their role is. */
  readonly may: () => 'write' | 'watch' | 'locked'
  readonly isFacilitator: () => boolean
  /** Whether they may enter things in this person's name: their own, or that of somebody they assist. */
  readonly mayWriteAs: (person: string) => boolean
  /** Whether the client understands message types beyond the stock ones (`moot.1`). */
  readonly extras: boolean
}

/** A message of a client, decoded as far as the board needs. */
type Incoming =
  | { readonly kind: 'step1'; readonly vector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly kind: 'queryAwareness' }
  | { readonly kind: 'cursors'; readonly isWanted: boolean }
  | { readonly kind: 'nothing' }

/** Bytes of updates that may wait for the client's step 2, or for their turn. */
const WAITING_MAX = 16 * 1024 * 1024
/** Awareness messages above this are not even read: an echo of a whole crowd is far smaller. */
const AWARENESS_MESSAGE_MAX = 1024 * 1024

/** What a connection gets, in turn: nothing yet, everything, or one diff when its socket has drained. */
export type Standing =
  | { readonly state: 'joining' }
  | { readonly state: 'current' }
  | { readonly state: 'behind'; readonly vector: Uint8Array; readonly since: number }
  | { readonly state: 'closed' }

/** Where a connection's messages go. */
export interface ConnectionBoard {
  /** Whether this connection may change the board just now. */
  mayWrite(connection: BoardConnection): boolean
  /** An update, or several merged, to be judged and taken in. */
  take(connection: BoardConnection, update: Uint8Array, bytes: number): void
  takeAwareness(connection: BoardConnection, entries: readonly AwarenessEntry[]): void
  /** The connection is owed something. */
  wake(): void
  /** The connection tried to write and may not. */
  triedToWrite(connection: BoardConnection): void
  leave(connection: BoardConnection): void
}

export class BoardConnection implements AwarenessOwner {
  readonly person: string
  readonly visitor: BoardVisitor
  readonly socket: Socket
  awareness: number | null = null
  standing: Standing = { state: 'joining' }
  /** State vector of a step 1 that waits for its answer. */
  wanted: Uint8Array | null = null
  wantsCursors = true
  wantsAllAwareness = false
  /** Whether the client has been told that it may not write. */
  isTold = false
  pen: Pen = 'none'
  /** When something last went out, ms since 1970. */
  lastSent = 0
  /** Step-2 and update frames that arrived, are in the document, and were acknowledged. */
  received = 0
  applied = 0
  acknowledged = 0
  /** Bytes of updates that arrived and are not in the document yet. */
  waitingBytes = 0
  readonly #board: ConnectionBoard
  #hasStep2 = false
  #held: Uint8Array[] = []

  constructor(board: ConnectionBoard, socket: Socket, visitor: BoardVisitor) {
    this.#board = board
    this.socket = socket
    this.visitor = visitor
    this.person = visitor.person
  }

  /** Takes in one message. Never throws: what cannot be read closes this connection. */
  receive(message: Uint8Array): void {
    if (this.standing.state === 'closed') return
    try {
      this.#handle(decode(message))
    } catch {
      this.close(CLOSE.malformed, 'malformed')
    }
  }

  /** The socket is gone, from whichever side. */
  closed(): void {
    if (this.standing.state === 'closed') return
    this.standing = { state: 'closed' }
    this.#held = []
    this.#board.leave(this)
  }

  close(code: (typeof CLOSE)[keyof typeof CLOSE], reason: string): void {
    if (this.standing.state === 'closed') return
    this.socket.close(code, reason)
    this.closed()
  }

  #handle(message: Incoming): void {
    switch (message.kind) {
      case 'step1':
        this.wanted = message.vector
        this.#board.wake()
        return
      case 'step2':
      case 'update':
        this.#takeUpdate(message.kind, message.update)
        return
      case 'awareness':
        if (this.#board.mayWrite(this)) this.#board.takeAwareness(this, message.entries)
        return
      case 'queryAwareness':
        this.wantsAllAwareness = true
        this.#board.wake()
        return
      case 'cursors':
        this.wantsAllAwareness = message.isWanted && !this.wantsCursors
        this.wantsCursors = message.isWanted
        if (this.wantsAllAwareness) this.#board.wake()
        return
      case 'nothing':
        return
      default:
        message satisfies never
    }
  }

  #takeUpdate(kind: 'step2' | 'update', update: Uint8Array): void {
    // Clients count every frame that they send: one that is not taken in comes again with the answer to our step 1.
    this.received += 1
    if (!this.#board.mayWrite(this)) {
      this.#board.triedToWrite(this)
      return
    }
    this.waitingBytes += update.length
    if (this.waitingBytes > WAITING_MAX) {
      this.close(CLOSE.tooLarge, 'too_much_waiting')
      return
    }
    if (!this.#hasStep2 && kind === 'update') {
      // What came before the client's answer to our step 1 may refer to what is only in that answer.
      this.#held.push(update)
      return
    }
    this.#hasStep2 = true
    const held = this.#held.splice(0)
    const bytes = held.reduce((sum, each) => sum + each.length, update.length)
    this.#board.take(this, held.length === 0 ? update : Y.mergeUpdates([...held, update]), bytes)
  }
}

/** Reads one message. Throws on bytes that are none of the protocol's. */
function decode(message: Uint8Array): Incoming {
  const decoder = decoding.createDecoder(message)
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case MESSAGE.sync: {
      const kind = decoding.readVarUint(decoder)
      const payload = decoding.readVarUint8Array(decoder)
      if (kind === SYNC.step1) return { kind: 'step1', vector: readVector(payload) }
      if (kind === SYNC.step2) return { kind: 'step2', update: payload.slice() }
      if (kind === SYNC.update) return { kind: 'update', update: payload.slice() }
      throw new Error('an unknown kind of sync message')
    }
    case MESSAGE.awareness: {
      const payload = decoding.readVarUint8Array(decoder)
      if (payload.length > AWARENESS_MESSAGE_MAX) return { kind: 'nothing' }
      return { kind: 'awareness', entries: readAwareness(payload) }
    }
    case MESSAGE.queryAwareness:
      return { kind: 'queryAwareness' }
    case MESSAGE.cursors:
      return { kind: 'cursors', isWanted: decoding.readUint8(decoder) !== 0 }
    default:
      throw new Error('an unknown type of message')
  }
}

/** Client ids that a state vector may name. */
const VECTOR_MAX = 100_000

function readVector(bytes: Uint8Array): Uint8Array {
  const count = decoding.readVarUint(decoding.createDecoder(bytes))
  if (count > VECTOR_MAX) throw new Error('a state vector of too many clients')
  Y.decodeStateVector(bytes)
  return bytes.slice()
}
