/** A stock-like client on an in-memory socket: a document, the sync protocol, and a record of what it was told. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { readSyncMessage, writeSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { MESSAGE, SYNC, syncMessage } from '@moot/protocol'
import type { BoardConnection } from '../BoardConnection.ts'
import type { Packet, Socket } from '../Socket.ts'

/** A socket end that keeps what it was given. */
export class MemorySocket implements Socket {
  buffered = 0
  readonly packets: Packet[] = []
  closed: { readonly code: number; readonly reason: string } | null = null
  onPacket: (packet: Packet) => void = () => undefined

  send(packet: Packet): void {
    if (this.closed !== null) return
    this.packets.push(packet)
    this.onPacket(packet)
  }
  close(code: number, reason: string): void {
    this.closed ??= { code, reason }
  }
}

export class TestClient {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly socket = new MemorySocket()
  /** Counts of acknowledgements, in order. */
  readonly acks: number[] = []
  readonly denials: string[] = []
  /** Awareness entries as they came, newest last: client and state. */
  isSynced = false
  #connection: BoardConnection | null = null
  /** Whether local changes are sent at once. */
  isSending = true

  constructor(doc = new Y.Doc()) {
    this.doc = doc
    this.awareness = new Awareness(doc)
    this.socket.onPacket = (packet) => {
      for (const message of packet.messages) this.#hear(message)
    }
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.isSending) this.send(syncMessage(SYNC.update, update))
    })
  }

  /** Joins through `connect`, which gets this client's socket, and says hello as the stock client does. */
  join(connect: (socket: Socket) => BoardConnection): this {
    this.#connection = connect(this.socket)
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE.sync)
    writeSyncStep1(encoder, this.doc)
    this.send(encoding.toUint8Array(encoder))
    return this
  }

  get connection(): BoardConnection {
    if (this.#connection === null) throw new Error('not joined')
    return this.#connection
  }

  send(message: Uint8Array): void {
    this.#connection?.receive(message)
  }

  /** Shows a state under this client's own id. */
  show(state: Record<string, unknown> | null): void {
    this.awareness.setLocalState(state)
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE.awareness)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, [this.doc.clientID]))
    this.send(encoding.toUint8Array(encoder))
  }

  /** States of the others, by client id. */
  get others(): Map<number, unknown> {
    return new Map([...this.awareness.getStates()].filter(([client]) => client !== this.doc.clientID))
  }

  leave(): void {
    this.#connection?.closed()
    this.awareness.destroy()
  }

  #hear(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message)
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync: {
        const encoder = encoding.createEncoder()
        encoding.writeVarUint(encoder, MESSAGE.sync)
        const kind = readSyncMessage(decoder, encoder, this.doc, this)
        if (kind === SYNC.step2) this.isSynced = true
        // The server's step 1 comes while `connect` is still running: the answer goes out right after.
        if (encoding.length(encoder) > 1) queueMicrotask(() => this.send(encoding.toUint8Array(encoder)))
        return
      }
      case MESSAGE.awareness:
        applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this)
        return
      case MESSAGE.auth:
        decoding.readVarUint(decoder)
        this.denials.push(decoding.readVarString(decoder))
        return
      case MESSAGE.acknowledged:
        this.acks.push(decoding.readVarUint(decoder))
        return
      default:
        throw new Error('a message of an unknown type')
    }
  }
}
