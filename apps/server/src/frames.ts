/**
 * WebSocket frames made by hand. A board sends the same messages to everybody on it: framed once and written to each
 * socket in one go, that costs half of what `ws.send` for each message and socket does (design §7).
 */
import type { Packet } from '@moot/room'

/** FIN and "binary". */
const BINARY_MESSAGE = 0x82
const LENGTH_16 = 126
const LENGTH_64 = 127

const framed = new WeakMap<Packet, Buffer>()

/** A packet as it goes to a client: each message one unmasked binary frame. Made once for each packet. */
export function framesOf(packet: Packet): Buffer {
  const known = framed.get(packet)
  if (known !== undefined) return known
  const frames = Buffer.concat(packet.messages.flatMap((message) => [headerOf(message.length), message]))
  framed.set(packet, frames)
  return frames
}

function headerOf(length: number): Buffer {
  if (length < LENGTH_16) return Buffer.from([BINARY_MESSAGE, length])
  if (length < 65_536) {
    const header = Buffer.from([BINARY_MESSAGE, LENGTH_16, 0, 0])
    header.writeUInt16BE(length, 2)
    return header
  }
  const header = Buffer.alloc(10)
  header[0] = BINARY_MESSAGE
  header[1] = LENGTH_64
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
