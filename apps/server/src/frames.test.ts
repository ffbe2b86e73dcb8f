import { expect, test } from 'vitest'
import { framesOf } from './frames.ts'

/** Reads unmasked binary frames by RFC 6455, §5.2. */
function readFrames(bytes: Buffer): Uint8Array[] {
  const messages: Uint8Array[] = []
  let at = 0
  while (at < bytes.length) {
    expect(bytes[at]).toBe(0x82)
    const short = bytes[at + 1] ?? 0
    const [length, header] =
      short < 126
        ? [short, 2]
        : short === 126
          ? [bytes.readUInt16BE(at + 2), 4]
          : [Number(bytes.readBigUInt64BE(at + 2)), 10]
    messages.push(Uint8Array.from(bytes.subarray(at + header, at + header + length)))
    at += header + length
  }
  return messages
}

test('[R-4] a packet is read back as its messages, whatever their length, and is framed once', () => {
  const messages = [0, 1, 125, 126, 65_535, 65_536, 100_000].map((length) =>
    new Uint8Array(length).fill(length & 255),
  )
  const packet = { messages }
  expect(readFrames(framesOf(packet))).toEqual(messages)
  expect(framesOf(packet)).toBe(framesOf(packet))
})
