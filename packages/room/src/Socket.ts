import type { CloseCode } from '@moot/protocol'

/** Messages that leave together. One packet goes to many sockets; an implementation frames it once. */
export interface Packet {
  readonly messages: readonly Uint8Array[]
}

/** One open `/sync` socket. Writing to a closed one does nothing. */
export interface Socket {
  /** Bytes given to `send` that the network has not taken yet. */
  readonly buffered: number
  send(packet: Packet): void
  /** Closes once; later calls do nothing. */
  close(code: CloseCode, reason: string): void
}

/** One open `/live` socket: JSON text. */
export interface LiveSocket {
  readonly buffered: number
  send(text: string): void
  close(code: CloseCode, reason: string): void
}
