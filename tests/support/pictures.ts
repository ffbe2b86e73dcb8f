/** Pictures for tests, honest and hostile, made on the spot: none is kept in the repository. */
import { crc32, deflateSync } from 'node:zlib'

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

export const PNG_BEGIN = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** The head of a PNG: size in px, bits of a grey sample. */
export function pngHead(width: number, height: number, bits = 1): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = bits
  return chunk('IHDR', head)
}

/** A PNG of one grey, however large: a few kB that unpack to `width` × `height` pixels. `more` comes before its end. */
export function plainPng(width: number, height: number, more: readonly Buffer[] = []): Buffer {
  const row = 1 + Math.ceil(width / 8)
  // Zeros in, hardly anything out; in one piece, since a test has the memory that a server must not need.
  const data = deflateSync(Buffer.alloc(row * height), { level: 9 })
  return Buffer.concat([
    PNG_BEGIN,
    pngHead(width, height),
    chunk('IDAT', data),
    ...more,
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A chunk of words, as cameras and programs write them into PNGs. */
export function pngWords(keyword: string, words: string): Buffer {
  return chunk('tEXt', Buffer.from(`${keyword}\0${words}`, 'latin1'))
}

/** A moving GIF of `frames` pictures on a canvas of `side` px; each says that it is `frameSide` px and has data for one. */
export function movingGif(frames: number, side = 16, frameSide = 1): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\xff\0\0\0\0\xff', 'latin1')
  head.writeUInt16LE(side, 6)
  head.writeUInt16LE(side, 8)
  const again = Buffer.from('\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0', 'latin1')
  const frame = Buffer.from('\x21\xf9\x04\0\x01\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0', 'latin1')
  frame.writeUInt16LE(frameSide, 13)
  frame.writeUInt16LE(frameSide, 15)
  return Buffer.concat([head, again, ...Array.from({ length: frames }, () => frame), Buffer.from(';')])
}
