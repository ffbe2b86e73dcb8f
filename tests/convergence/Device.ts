/**
 * A person's device, as the web client is one: a replica, the sync protocol, the ledger of what is acknowledged, and what
 * it keeps for the time after a reload. Its messages wait until the test lets them through.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Replica } from '@moot/board/testing'
import { makeReplica } from '@moot/board/testing'
import { AckLedger } from '@moot/client'
import { MESSAGE, SYNC, syncMessage } from '@moot/protocol'
import type { BoardConnection, Packet, Socket } from '@moot/room'

const REMOTE = Object.freeze({ remote: true })
const KEPT = Object.freeze({ kept: true })

/** Both directions of one connection, each in order; a message waits here until it is let through. */
export class Line {
  readonly up: Uint8Array[] = []
  readonly down: Uint8Array[] = []
  /** The server's end, once it has noticed the connection. */
  server: BoardConnection | null = null
  /** What the server closed it with. */
  closed: { readonly code: number; readonly reason: string } | null = null

  readonly socket: Socket = {
    buffered: 0,
    send: (packet: Packet) => {
      if (this.closed === null) this.down.push(...packet.messages)
    },
    close: (code, reason) => {
      this.closed ??= { code, reason }
    },
  }

  /** Lets messages through to the server. */
  deliverUp(count: number): void {
    if (this.server === null) return
    for (const message of this.up.splice(0, count)) this.server.receive(message)
  }
}

/** Who is at a device. */
export interface Owner {
  readonly person: string
  readonly isFacilitator: boolean
  /** Whether they do anything but look on. */
  readonly writes: boolean
}

export class Device {
  readonly owner: Owner
  replica: Replica
  line: Line | null = null
  /** Updates that were written here and have not been lost with a crash of the browser. */
  readonly owed: Uint8Array[] = []
  /** Updates that this device was told are saved. */
  readonly acknowledged: Uint8Array[] = []
  /** Changes by others that came here. */
  heard = 0
  /** Yjs client ids that this device has written with. */
  readonly clients: number[] = []
  readonly #nextClient: () => number
  #ledger = new AckLedger()
  /** What the browser's storage holds of this page, and of pages before it. */
  #record: readonly Uint8Array[] = []
  #earlier: Uint8Array[] = []
  #isSynced = false

  constructor(owner: Owner, nextClient: () => number) {
    this.owner = owner
    this.#nextClient = nextClient
    this.replica = this.#freshReplica()
  }

  /** Updates that the server has not acknowledged. */
  get unsaved(): number {
    return this.#ledger.size + this.#earlier.length
  }

  open(line: Line): void {
    this.line = line
    this.#isSynced = false
    line.up.push(syncMessage(SYNC.step1, Y.encodeStateVector(this.replica.doc)))
  }

  /** The connection is gone on this side. Returns the line: the server may not have noticed yet. */
  cut(): Line | null {
    const { line } = this
    this.line = null
    this.#ledger.disconnected()
    return line
  }

  /** Lets messages through to this device. */
  deliverDown(count: number): void {
    for (const message of this.line?.down.splice(0, count) ?? []) this.#hear(message)
  }

  /** The browser writes down what is not acknowledged yet. */
  keep(): void {
    this.#record = this.#ledger.updates
  }

  /** The page is opened anew; what was not written down, and not sent, is gone with it. */
  reload(): void {
    const kept = new Set(this.#record)
    for (const update of this.#ledger.updates) {
      const at = this.owed.indexOf(update)
      if (!kept.has(update) && at >= 0) this.owed.splice(at, 1)
    }
    this.#earlier.push(...this.#record)
    this.#record = []
    this.#ledger = new AckLedger()
    this.replica.doc.destroy()
    this.replica = this.#freshReplica()
  }

  #freshReplica(): Replica {
    const { person, isFacilitator } = this.owner
    const client = this.#nextClient()
    this.clients.push(client)
    const replica = makeReplica(person, client, isFacilitator)
    replica.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE) this.#written(update, origin)
    })
    return replica
  }

  #written(update: Uint8Array, origin: unknown): void {
    if (origin !== KEPT) this.owed.push(update)
    this.#ledger.written(update)
    if (this.line === null) return
    this.line.up.push(syncMessage(SYNC.update, update))
    this.#ledger.sentUpdate()
  }

  #hear(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message)
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync: {
        const kind = decoding.readVarUint(decoder)
        const payload = decoding.readVarUint8Array(decoder)
        if (kind === SYNC.step1) {
          this.line?.up.push(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(this.replica.doc, payload)))
          this.#ledger.sentStep2()
          return
        }
        Y.applyUpdate(this.replica.doc, payload, REMOTE)
        this.heard += 1
        if (kind === SYNC.step2) this.#synced()
        return
      }
      case MESSAGE.acknowledged: {
        const before = new Set(this.#ledger.updates)
        this.#ledger.acknowledged(decoding.readVarUint(decoder))
        for (const update of this.#ledger.updates) before.delete(update)
        this.acknowledged.push(...before)
        if (this.#ledger.size === 0) this.#forget()
        return
      }
      default:
    }
  }

  /** In step with the server for the first time: what was kept joins, and goes out. */
  #synced(): void {
    if (this.#isSynced) return
    this.#isSynced = true
    const before = this.#ledger.size
    for (const update of this.#earlier) Y.applyUpdate(this.replica.doc, update, KEPT)
    // The server had it all along: no acknowledgement of it will come.
    if (this.#ledger.size === before && before === 0) this.#forget()
  }

  #forget(): void {
    this.#record = []
    // Before the first sync nothing kept has joined yet.
    if (this.#isSynced) this.#earlier = []
  }
}
