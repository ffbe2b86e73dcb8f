/** The bytes of `/sync`: the y-websocket protocol and our two further message types. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** First byte of a message. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  acknowledged: 100,
  cursors: 101,
} as const
/** Second byte of a sync message. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const
/** Second byte of an auth message: the reason for a refusal follows. */
export const AUTH_DENIED = 0

/** Why somebody may not write, as an auth message says it; a stock client prints it. */
export const DENIED = {
  watching: 'Observers see everything and change nothing.',
  locked: 'This board is locked for now. Everything on it can be read.',
  damaged: 'This board could not be read in full. Nothing can be changed until it is restored.',
} as const

/** Largest message on `/sync`, in bytes. */
export const SYNC_MESSAGE_MAX = 4 * 1024 * 1024
/** Largest awareness state of one client, in bytes. */
export const AWARENESS_MAX = 2048

/** Wraps a Yjs payload as one sync message. */
export function syncMessage(
  kind: (typeof SYNC)[keyof typeof SYNC],
  payload: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

/** Server → client: the first `count` step-2 and update frames of this connection are on disk. */
export function acknowledgedMessage(count: number): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.acknowledged)
  encoding.writeVarUint(encoder, count)
  return encoding.toUint8Array(encoder)
}

/** Client → server: whether this connection wants awareness (cursors); the list view does not. */
export function cursorsMessage(wanted: boolean): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(MESSAGE.cursors, wanted ? 1 : 0)
}

/** Server → client: this connection may not write; the stock client prints the reason. */
export function deniedMessage(reason: string): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.auth)
  encoding.writeVarUint(encoder, AUTH_DENIED)
  encoding.writeVarString(encoder, reason)
  return encoding.toUint8Array(encoder)
}

/** One client's awareness as it stands on the wire; `state` is JSON text that the server does not parse. */
export interface AwarenessEntry {
  readonly client: number
  readonly clock: number
  readonly state: string
}

/** Reads the entries of an awareness payload. Throws on bytes that are none. */
export function readAwareness(payload: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(payload)
  const count = decoding.readVarUint(decoder)
  const entries: AwarenessEntry[] = []
  for (let index = 0; index < count; index += 1) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    entries.push({ client, clock, state: decoding.readVarString(decoder) })
  }
  return entries
}

/** Writes awareness entries as one whole message. */
export function awarenessMessage(entries: readonly AwarenessEntry[]): Uint8Array<ArrayBuffer> {
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, entries.length)
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(inner, client)
    encoding.writeVarUint(inner, clock)
    encoding.writeVarString(inner, state)
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  return encoding.toUint8Array(encoder)
}
