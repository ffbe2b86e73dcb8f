/**
 * Files that people send: honest ones get in and come back as pixels alone, all others are refused with a sentence, and
 * the server goes on answering. Every attack on files in the threat model has its test here.
 */
import { execFileSync } from 'node:child_process'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Sharp } from 'sharp'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  problemSchema,
  UPLOAD_BYTES_MAX,
  UPLOAD_SIDE_MAX,
  UPLOAD_SMALL_MAX,
  uploadResponse,
} from '@moot/protocol'
import type { UploadResponse } from '@moot/protocol'
import { movingGif, plainPng, PNG_BEGIN, pngHead, pngWords } from '../support/pictures.ts'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, startServer } from '../support/startServer.ts'

let server: RunningServer
let home: { readonly id: string; readonly join: string; readonly observer: string }
/** Somebody with an ordinary link, and somebody in another workshop. */
let ada: string
let stranger: { readonly id: string; readonly secret: string }
/** What a line heard that gives a byte a second. */
let slow: Promise<string>

/** A further person of the workshop, so that no test spends another's allowance. */
const somebody = async (name = 'Somebody'): Promise<string> =>
  (await joinAs(server.url, home.id, home.join, name)).secret

beforeAll(async () => {
  server = await startServer()
  const made = await makeWorkshop(server.url)
  home = { id: made.id, join: made.keys.join, observer: made.keys.observer }
  ada = await somebody('Ada')
  const other = await makeWorkshop(server.url)
  const { secret } = await joinAs(server.url, other.id, other.keys.join, 'Mallory')
  stranger = { id: other.id, secret }
  slow = raw(
    [
      `POST /api/workshops/${home.id}/uploads HTTP/1.1`,
      'host: 127.0.0.1',
      `authorization: Bearer ${await somebody()}`,
      'content-length: 1000',
    ],
    { drip: true },
  )
})
afterAll(() => server.stop())

interface Sent {
  readonly status: number
  readonly json: unknown
}

async function send(
  bytes: Uint8Array | ReadableStream,
  { secret = ada, workshop = home.id, type = 'application/octet-stream', url = server.url } = {},
): Promise<Sent> {
  const response = await fetch(`${url}/api/workshops/${workshop}/uploads`, {
    method: 'POST',
    headers: { ...(secret !== '' && { authorization: `Bearer ${secret}` }), 'content-type': type },
    body: bytes instanceof ReadableStream ? bytes : new Uint8Array(bytes),
    ...(bytes instanceof ReadableStream && { duplex: 'half' }),
  })
  return { status: response.status, json: await response.json() }
}

async function sendGood(
  bytes: Uint8Array,
  options: Parameters<typeof send>[1] = {},
): Promise<UploadResponse> {
  const { status, json } = await send(bytes, options)
  expect(json).toMatchObject({ upload: expect.stringMatching(/^\w{12}$/) })
  expect(status).toBe(201)
  return uploadResponse.parse(json)
}

async function refused(
  bytes: Uint8Array,
  code: string,
  options: Parameters<typeof send>[1] = {},
): Promise<void> {
  const { status, json } = await send(bytes, options)
  const problem = problemSchema.parse(json)
  expect(problem.code).toBe(code)
  expect(problem.message).toMatch(/^[A-Z].*\.$/)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
}

const get = (path: string, secret = ada, workshop = home.id): Promise<Response> =>
  fetch(`${server.url}/api/workshops/${workshop}/uploads/${path}`, {
    headers: secret === '' ? {} : { authorization: `Bearer ${secret}` },
  })

const bytesOf = async (path: string): Promise<Buffer> => Buffer.from(await (await get(path)).arrayBuffer())

async function isHealthy(): Promise<void> {
  expect(server.isRunning()).toBe(true)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
}

/** A picture with something to see in it. */
const photo = (width = 640, height = 480): Sharp =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
const seeThrough = (width = 64, height = 48): Sharp =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 0.5 } } })

describe('what is honest', () => {
  test('[R-70] comes back as JPEG in two sizes, to anybody of the workshop', async () => {
    const { upload, width, height } = await sendGood(await photo(3_000, 1_500).jpeg().toBuffer())
    expect([width, height]).toEqual([UPLOAD_SIDE_MAX, UPLOAD_SIDE_MAX / 2])
    const full = await sharp(await bytesOf(upload)).metadata()
    expect([full.format, full.width, full.height]).toEqual(['jpeg', UPLOAD_SIDE_MAX, UPLOAD_SIDE_MAX / 2])
    const small = await sharp(await bytesOf(`${upload}/small`)).metadata()
    expect([small.format, small.width, small.height]).toEqual([
      'jpeg',
      UPLOAD_SMALL_MAX,
      UPLOAD_SMALL_MAX / 2,
    ])
    const looker = (await joinAs(server.url, home.id, home.observer, 'Looker')).secret
    expect((await get(upload, looker)).status).toBe(200)
  })

  test('[R-70] keeps what can be seen through as PNG', async () => {
    const { upload } = await sendGood(await seeThrough().png().toBuffer())
    const back = await sharp(await bytesOf(upload)).metadata()
    expect([back.format, back.hasAlpha]).toEqual(['png', true])
  })

  test.each([
    ['a CMYK JPEG', () => photo().toColourspace('cmyk').jpeg().toBuffer()],
    ['a progressive JPEG', () => photo().jpeg({ progressive: true }).toBuffer()],
    ['a grey JPEG', () => photo().greyscale().jpeg().toBuffer()],
    ['a 16-bit PNG', () => photo(200, 100).toColourspace('rgb16').png().toBuffer()],
    ['a PNG with a palette', () => photo(200, 100).png({ palette: true, colours: 16 }).toBuffer()],
    ['an interlaced PNG', () => photo(200, 100).png({ progressive: true }).toBuffer()],
    ['a PNG of 1 bit', async () => plainPng(300, 200)],
    ['a WebP', () => photo(200, 100).webp().toBuffer()],
    ['a GIF', () => photo(200, 100).gif().toBuffer()],
    ['a picture of one pixel', () => photo(1, 1).png().toBuffer()],
    ['a picture like a ribbon', () => photo(4_000, 2).png().toBuffer()],
  ])('[R-70] %s gets in', async (_name, make) => {
    const { upload } = await sendGood(await make(), { secret: await somebody() })
    const back = await sharp(await bytesOf(upload)).metadata()
    expect(back).toMatchObject({ format: 'jpeg', space: 'srgb' })
    expect((await get(`${upload}/small`)).status).toBe(200)
  })

  test('[R-71] type and name that are claimed mean nothing: content decides', async () => {
    const png = await photo(20, 20).png().toBuffer()
    for (const type of ['text/html', 'image/svg+xml', 'image/jpeg', 'application/json'])
      expect((await get((await sendGood(png, { type })).upload)).headers.get('content-type')).toBe(
        'image/jpeg',
      )
  })

  test('[R-72] a moving picture stands still', async () => {
    const secret = await somebody()
    const { upload, width } = await sendGood(movingGif(10_000), { secret })
    expect(width).toBe(16)
    const back = await sharp(await bytesOf(upload)).metadata()
    expect([back.format, back.pages ?? 1]).toEqual(['jpeg', 1])
    const webp = await sharp(movingGif(30), { animated: true }).webp().toBuffer()
    const again = await sendGood(webp, { secret })
    expect((await sharp(await bytesOf(again.upload)).metadata()).pages ?? 1).toBe(1)
  })

  test('[R-70] a picture is turned as the camera was held', async () => {
    const sideways = await photo(300, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await sendGood(sideways)).toMatchObject({ width: 100, height: 300 })
  })
})

describe('what a picture carries besides pixels', () => {
  test('[R-73] place, camera, author and words are gone, in both sizes', async () => {
    const marked = await photo()
      .withExif({
        IFD0: { Make: 'SecretMake', Artist: 'SecretArtist', ImageDescription: 'SecretWords' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSAreaInformation: 'SecretPlace' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>SecretXmp</a></x:xmpmeta>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    for (const word of ['SecretMake', 'SecretArtist', 'SecretXmp', 'Exif'])
      expect(marked.includes(word), `the test's own picture says ${word}`).toBe(true)
    const { upload } = await sendGood(marked)
    for (const path of [upload, `${upload}/small`]) {
      const back = await bytesOf(path)
      for (const word of ['Secret', 'Exif', 'GPS', 'xmp', 'ICC_PROFILE', 'http'])
        expect(back.includes(word), `${path} says ${word}`).toBe(false)
      expect(await sharp(back).metadata()).not.toMatchObject({ exif: expect.anything() })
    }
  })

  test.each([
    ['a page after its end', '<html><script>alert(1)</script></html>'],
    ['an archive after its end', 'PK\x03\x04SecretZip'],
    ['a program after its end', '#!/bin/sh\necho SecretProgram'],
  ])('[R-73] a PNG with %s comes back without it', async (_name, tail) => {
    const polyglot = Buffer.concat([await seeThrough().png().toBuffer(), Buffer.from(tail, 'latin1')])
    const { upload } = await sendGood(polyglot, { secret: await somebody() })
    for (const path of [upload, `${upload}/small`])
      expect((await bytesOf(path)).includes(tail.slice(0, 8))).toBe(false)
  })

  test('[R-73] words and pages hidden inside come back without them', async () => {
    const secret = await somebody()
    const png = plainPng(64, 64, [pngWords('Comment', '<script>alert("SecretWords")</script>')])
    expect(png.includes('SecretWords')).toBe(true)
    expect((await bytesOf((await sendGood(png, { secret })).upload)).includes('SecretWords')).toBe(false)
    const jpeg = await photo(64, 64).jpeg().toBuffer()
    const comment = Buffer.from('<script>SecretComment</script>')
    const length = Buffer.from([0xff, 0xfe, 0, comment.length + 2])
    const said = Buffer.concat([jpeg.subarray(0, 2), length, comment, jpeg.subarray(2)])
    expect((await bytesOf((await sendGood(said, { secret })).upload)).includes('SecretComment')).toBe(false)
  })
})

describe('what is no picture', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  test.each([
    ['SVG', 'picture_svg', Buffer.from(svg)],
    ['SVG after a mark and space', 'picture_svg', Buffer.from(`\ufeff \n\t ${svg}`)],
    ['SVG of two bytes a letter', 'picture_svg', Buffer.from(`\ufeff${svg}`, 'utf16le')],
    [
      'SVG after a doctype and a remark',
      'picture_svg',
      Buffer.from(`<?xml version="1.0"?><!-- x --><!DOCTYPE svg>${svg}`),
    ],
    ['SVG under a prefix', 'picture_svg', Buffer.from('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>')],
    ['squeezed SVG', 'not_a_picture', gzipSync(svg)],
    ['SVG inside a page', 'picture_svg', Buffer.from(`<html><body>${svg}</body></html>`)],
    ['a page', 'not_a_picture', Buffer.from('<!doctype html><script>alert(1)</script>')],
    [
      'a page that begins like a PNG',
      'not_a_picture',
      Buffer.concat([PNG_BEGIN, Buffer.from('<html></html>')]),
    ],
    [
      'a page that begins like a GIF',
      'not_a_picture',
      Buffer.from('GIF89a=1;/*<html><script>alert(1)</script>'),
    ],
    [
      'a page that begins like a JPEG',
      'not_a_picture',
      Buffer.from('\xff\xd8\xff\xe0<html></html>', 'latin1'),
    ],
    ['PDF', 'picture_pdf', Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF')],
    ['PDF after a line of noise', 'picture_pdf', Buffer.from('noise\n%PDF-1.4\n')],
    ['HEIC', 'picture_heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['AVIF', 'not_a_picture', Buffer.from('\0\0\0\x18ftypavif\0\0\0\0avifmif1', 'latin1')],
    [
      'BMP',
      'not_a_picture',
      Buffer.from('BM\x1e\0\0\0\0\0\0\0\x1a\0\0\0\x0c\0\0\0\x01\0\x01\0\x01\0\x18\0', 'latin1'),
    ],
    [
      'instructions for a drawing program',
      'not_a_picture',
      Buffer.from('push graphic-context\nimage over 0,0 0,0 "https://example.org"\n'),
    ],
    ['an archive', 'not_a_picture', Buffer.from('PK\x03\x04anything', 'latin1')],
    ['a single byte', 'not_a_picture', Buffer.from('x')],
    ['nothing', 'not_a_picture', Buffer.alloc(0)],
  ])('[R-71] %s is refused, whatever it says it is', async (_name, code, bytes) => {
    await refused(bytes, code, { type: 'image/png', secret: await somebody() })
  })

  test('[R-71] kinds that the library knows and we do not want are refused, also dressed as one that we do', async () => {
    const secret = await somebody()
    const tiff = await photo(30, 20).tiff().toBuffer()
    await refused(tiff, 'not_a_picture', { secret })
    await refused(Buffer.concat([PNG_BEGIN, tiff]), 'not_a_picture', { secret })
    await refused(await photo(30, 20).avif().toBuffer(), 'not_a_picture', { secret })
    // Begins like one kind, is another: what it begins like decides which decoder gets it, and that says no.
    const png = await photo(30, 20).png().toBuffer()
    await refused(Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), png]), 'not_a_picture', { secret })
  })

  test.each([
    [
      'half a JPEG',
      async () => {
        const all = await photo().jpeg().toBuffer()
        return all.subarray(0, all.length >> 1)
      },
    ],
    [
      'half a PNG',
      async () => {
        const all = await photo().png().toBuffer()
        return all.subarray(0, all.length >> 1)
      },
    ],
    [
      'half a WebP',
      async () => {
        const all = await photo().webp().toBuffer()
        return all.subarray(0, all.length >> 1)
      },
    ],
    [
      'half a GIF',
      async () => {
        const all = await photo().gif().toBuffer()
        return all.subarray(0, all.length >> 1)
      },
    ],
    ['the head of a JPEG alone', async () => (await photo().jpeg().toBuffer()).subarray(0, 30)],
    ['a PNG of no width', async () => Buffer.concat([PNG_BEGIN, pngHead(0, 100)])],
    [
      'a PNG with its sums wrong',
      async () => {
        const all = await photo(40, 40).png().toBuffer()
        all.fill(0x55, 60, 90)
        return all
      },
    ],
    ['a PNG of bits that do not exist', async () => Buffer.concat([PNG_BEGIN, pngHead(100, 100, 77)])],
    ['a GIF of no pictures', async () => movingGif(0)],
    ['noise after a PNG’s first bytes', async () => Buffer.concat([PNG_BEGIN, Buffer.alloc(4_000, 0x7f)])],
    [
      'noise after a JPEG’s first bytes',
      async () => Buffer.concat([Buffer.from('\xff\xd8\xff\xdb', 'latin1'), Buffer.alloc(4_000, 0x7f)]),
    ],
    [
      'noise after a WebP’s first bytes',
      async () =>
        Buffer.concat([Buffer.from('RIFF\xff\xff\xff\x7fWEBPVP8X', 'latin1'), Buffer.alloc(4_000, 0x7f)]),
    ],
  ])('[R-71] %s is refused', async (_name, make) => {
    await refused(await make(), 'not_a_picture', { secret: await somebody() })
    await isHealthy()
  })

  test('[R-71] every cut and every flipped byte of small pictures ends in an answer', async () => {
    const pictures = await Promise.all([
      photo(12, 9).png().toBuffer(),
      photo(12, 9).jpeg().toBuffer(),
      photo(12, 9).webp().toBuffer(),
      photo(12, 9).gif().toBuffer(),
    ])
    for (const [kind, whole] of pictures.entries()) {
      const secret = await somebody()
      for (let round = 0; round < 40; round += 1) {
        // The same places every time, spread over the file.
        const at = (round * 7_919 + kind * 31) % whole.length
        const broken = Buffer.from(round % 2 === 0 ? whole.subarray(0, at) : whole)
        if (round % 2 === 1) broken[at] = (broken[at] ?? 0) ^ (1 << (round % 8))
        const { status } = await send(broken, { secret })
        expect([201, 415, 422]).toContain(status)
      }
    }
    await isHealthy()
  })
})

describe('what is too much', () => {
  test('[R-74] a picture that unpacks to gigabytes is refused at once, and nobody else waits', async () => {
    const bomb = plainPng(30_000, 30_000)
    expect(bomb.length).toBeLessThan(200_000)
    await refused(bomb, 'too_many_pixels')
    await refused(Buffer.concat([PNG_BEGIN, pngHead(2 ** 31 - 1, 2 ** 31 - 1)]), 'not_a_picture')
    // The largest that is let in is unpacked line by line.
    await sendGood(plainPng(6_300, 6_300))
    await isHealthy()
  })

  test('[R-74] a GIF of huge sides and a WebP of huge sides are refused', async () => {
    const gif = movingGif(3, 60_000, 60_000)
    await refused(gif, 'too_many_pixels')
    const webp = await photo(8, 8).webp({ lossless: true }).toBuffer()
    // Width and height of 16,384 each, in the 28 bits after the mark of a lossless picture.
    webp.writeUInt32LE((webp.readUInt32LE(21) | 0x0fff_ffff) >>> 0, 21)
    const { status } = await send(webp)
    expect([415, 422]).toContain(status)
    await isHealthy()
  })

  test('[R-74] words that unpack to gigabytes inside a picture are not unpacked', async () => {
    const before = rssOf(server)
    const words = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), bombOf(300_000_000)])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(words.length)
    const png = plainPng(16, 16, [Buffer.concat([length, Buffer.from('zTXt'), words, Buffer.alloc(4)])])
    const { status } = await send(png)
    expect([201, 415]).toContain(status)
    expect(rssOf(server) - before).toBeLessThan(200)
    await isHealthy()
  })

  test('[R-74] the most bytes get in, one more does not', async () => {
    const secret = await somebody()
    const png = await photo(300, 200).png().toBuffer()
    const padded = (size: number): Buffer => Buffer.concat([png, Buffer.alloc(size - png.length)])
    await sendGood(padded(UPLOAD_BYTES_MAX), { secret })
    await refused(padded(UPLOAD_BYTES_MAX + 1), 'too_large', { secret })
  })

  test('[R-74] 20 MB are refused by what is declared, before they are sent', async () => {
    const answer = await raw([
      `POST /api/workshops/${home.id}/uploads HTTP/1.1`,
      'host: 127.0.0.1',
      `authorization: Bearer ${ada}`,
      'content-length: 20000000',
    ])
    expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*"code":"too_large"/)
    expect(answer).toMatch(/connection: close/i)
  })

  test('[R-74] 20 MB that come without a length are cut off, and are never all in memory', async () => {
    const before = rssOf(server)
    let given = 0
    const endless = new ReadableStream({
      pull: (controller) => {
        given += 1
        if (given > 320) controller.close()
        else controller.enqueue(new Uint8Array(65_536))
      },
    })
    const sent = await send(endless).catch(() => null)
    // The answer may be lost with the connection, on which more was still being sent.
    if (sent !== null) expect(problemSchema.parse(sent.json).code).toBe('too_large')
    expect(rssOf(server) - before).toBeLessThan(100)
    await isHealthy()
  })

  test('[R-74] a line that gives a byte now and then is cut off by the time limit, without a trace in the log', async () => {
    // Begun with the first test: it takes as long as the limit.
    expect(await slow).toMatch(/^(HTTP\/1\.1 4|$)/)
    await isHealthy()
    expect(server.output()).not.toMatch(/fault|"level":"(error|warn)"/)
  })

  test('[R-74] many at once wait their turn or are asked to come again, and all of them hear so', async () => {
    const secret = await somebody()
    const large = await photo(2_000, 1_500).jpeg().toBuffer()
    const all = await Promise.all(Array.from({ length: 12 }, () => send(large, { secret })))
    const statuses = all.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(3)
    for (const { status, json } of all)
      if (status !== 201) expect([status, problemSchema.parse(json).code]).toEqual([429, 'slow_down'])
    expect(statuses).toContain(429)
    const people = await Promise.all(Array.from({ length: 12 }, () => somebody()))
    const health = isHealthy()
    const crowd = await Promise.all(people.map((each) => send(large, { secret: each })))
    await health
    expect(crowd.map(({ status }) => status)).toEqual(people.map(() => 201))
  })

  test('[R-74] somebody who sends one after the other without end is asked to wait', async () => {
    const secret = await somebody()
    let status = 201
    let count = 0
    while (status === 201 && count < 100) {
      count += 1
      ;({ status } = await send(Buffer.from('x'), { secret }))
      if (status === 415) status = 201
    }
    expect(status).toBe(429)
    expect(count).toBeGreaterThan(50)
  })
})

describe('what is asked for', () => {
  test('[R-79] a line that asks for a picture again and again and takes none fills nothing and holds nobody up', async () => {
    // Of noise that can be seen through, so that it stays as large as it came.
    const noise = sharp({
      create: {
        width: 1_100,
        height: 1_000,
        channels: 4,
        background: { r: 0, g: 0, b: 0, alpha: 0.5 },
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
    const { upload } = await sendGood(await noise.png({ compressionLevel: 1 }).toBuffer())
    const bytes = (await bytesOf(upload)).length
    expect(bytes).toBeGreaterThan(3_000_000)
    const greedy = await somebody('Greedy')
    const before = rssOf(server)
    const line = connect(server.port, '127.0.0.1')
    line.on('error', () => undefined).pause()
    const lines = [
      `GET /api/workshops/${home.id}/uploads/${upload} HTTP/1.1`,
      'host: 127.0.0.1',
      `authorization: Bearer ${greedy}`,
    ]
    line.write(`${lines.join('\r\n')}\r\n\r\n`.repeat(180))
    // Others get theirs meanwhile, also many of them.
    for (let round = 0; round < 10; round += 1) expect(await bytesOf(upload)).toHaveLength(bytes)
    expect(rssOf(server) - before).toBeLessThan((180 * bytes) / 3_000_000)
    line.destroy()
    // What was for the line that has gone is in nobody's way.
    for (let round = 0; round < 20; round += 1)
      expect((await (await get(upload, greedy)).arrayBuffer()).byteLength).toBe(bytes)
    await isHealthy()
  })
})

describe('who may', () => {
  test('[R-75] nobody without a secret, with a foreign one, or who only looks on sends anything', async () => {
    const png = await photo(20, 20).png().toBuffer()
    await refused(png, 'unknown_person', { secret: '' })
    await refused(png, 'unknown_person', { secret: 'x'.repeat(43) })
    await refused(png, 'unknown_person', { secret: stranger.secret })
    await refused(png, 'not_found', { workshop: 'nowhere' })
    const looker = (await joinAs(server.url, home.id, home.observer, 'Looker')).secret
    await refused(png, 'not_allowed', { secret: looker })
  })

  test('[R-75] a picture is seen with a secret of its own workshop only', async () => {
    const { upload } = await sendGood(await photo(20, 20).png().toBuffer())
    const codes = async (...asked: Parameters<typeof get>): Promise<unknown> => {
      const response = await get(...asked)
      return [response.status, problemSchema.parse(await response.json()).code]
    }
    for (const path of [upload, `${upload}/small`]) {
      expect(await codes(path, '')).toEqual([401, 'unknown_person'])
      expect(await codes(path, stranger.secret)).toEqual([401, 'unknown_person'])
      // The stranger's own workshop does not have it, and does not say that another has.
      expect(await codes(path, stranger.secret, stranger.id)).toEqual([404, 'not_found'])
    }
    expect(await codes('A'.repeat(12))).toEqual([404, 'not_found'])
  })

  test('[R-75] no path leads anywhere else', async () => {
    const { upload } = await sendGood(await photo(20, 20).png().toBuffer())
    for (const path of [
      '',
      '..',
      '../../../../etc/passwd',
      '%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd',
      '..%5c..%5cmoot.sqlite',
      `${upload}/..`,
      `${upload}/../${upload}`,
      `${upload}/full`,
      `${upload}/small/small`,
      `${upload}/`,
      `${upload}%00`,
      `${upload}'%20or%20'1'='1`,
      `${upload.slice(0, -1)}%`,
      '%',
      'x'.repeat(9_000),
    ]) {
      // As it is: `fetch` would tidy up the path.
      const answer = await raw([
        `GET /api/workshops/${home.id}/uploads/${path} HTTP/1.1`,
        'host: 127.0.0.1',
        'connection: close',
        `authorization: Bearer ${ada}`,
      ])
      expect(answer, path.slice(0, 40)).toMatch(/^HTTP\/1\.1 4\d\d /)
      expect(answer, path.slice(0, 40)).not.toMatch(/image\//)
    }
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(`${server.url}/api/workshops/${home.id}/uploads/${upload}`, {
        method,
        headers: { authorization: `Bearer ${ada}` },
      })
      expect(response.status).toBe(404)
    }
    expect((await get(upload)).status).toBe(200)
  })

  test('[R-75] a page of another site neither sends nor sees', async () => {
    const { upload } = await sendGood(await photo(20, 20).png().toBuffer())
    for (const method of ['GET', 'POST']) {
      const response = await fetch(
        `${server.url}/api/workshops/${home.id}/uploads${method === 'GET' ? `/${upload}` : ''}`,
        {
          method,
          headers: { authorization: `Bearer ${ada}`, origin: 'https://evil.example' },
        },
      )
      expect(response.status).toBe(403)
    }
  })

  test('[R-75] headers: a picture is a picture, is nobody else’s, runs nothing and is kept by this browser only', async () => {
    const { upload } = await sendGood(await seeThrough().png().toBuffer())
    for (const path of [upload, `${upload}/small`]) {
      const { headers } = await get(path)
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'image/png',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'content-disposition': 'inline; filename="picture.png"',
        'cache-control': 'private, max-age=31536000, immutable',
        vary: 'authorization',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      })
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/default-src 'none'/)
      expect(policy).toMatch(/; sandbox$/)
    }
  })
})

describe('the server', () => {
  test('[R-76] a decoder that dies costs one picture; the next gets a new one', async () => {
    const dying = send(await photo(6_000, 5_000).jpeg({ quality: 50 }).toBuffer(), {
      secret: await somebody(),
    })
    const decoder = await until(() => childrenOf(server)[0])
    process.kill(decoder, 'SIGSEGV')
    const { status } = await dying
    // It may just have been done.
    expect([201, 422]).toContain(status)
    await sendGood(await photo(20, 20).png().toBuffer(), { secret: await somebody() })
    await isHealthy()
  })

  test('[R-76] no decoder stays behind when the server is killed', async () => {
    const other = await startServer()
    const made = await makeWorkshop(other.url)
    const { secret } = await joinAs(other.url, made.id, made.keys.join, 'Ada')
    const options = { url: other.url, workshop: made.id, secret }
    const png = await photo(20, 20).png().toBuffer()
    expect((await send(png, options)).status).toBe(201)
    const decoder = await until(() => childrenOf(other)[0])
    expect(isAlive(decoder)).toBe(true)
    await other.kill9()
    await until(() => !isAlive(decoder))
    await other.stop()
  })

  test('[R-77] a workshop takes as much as the operator lets it, and says so', async () => {
    const small = await startServer({ args: ['--max-upload-mb', '1'] })
    try {
      const made = await makeWorkshop(small.url)
      const { secret } = await joinAs(small.url, made.id, made.keys.join, 'Ada')
      const options = { url: small.url, workshop: made.id, secret }
      const large = await photo(1_600, 1_200).jpeg({ quality: 95 }).toBuffer()
      let sent = await send(large, options)
      expect(sent.status).toBe(201)
      let tries = 0
      while (sent.status === 201 && tries < 20) {
        tries += 1
        sent = await send(large, options)
      }
      expect(problemSchema.parse(sent.json).code).toBe('uploads_full')
      expect(sent.status).toBe(409)
      // Many at once get no further together.
      const both = await Promise.all([send(large, options), send(large, options)])
      expect(both.map(({ status }) => status)).toEqual([409, 409])
      // A smaller one still fits, and another workshop has room of its own.
      expect((await send(await photo(40, 40).jpeg().toBuffer(), options)).status).toBe(201)
      const next = await makeWorkshop(small.url)
      const ben = await joinAs(small.url, next.id, next.keys.join, 'Ben')
      expect((await send(large, { url: small.url, workshop: next.id, secret: ben.secret })).status).toBe(201)
    } finally {
      await small.stop()
    }
  })

  test('[R-78] a picture that was answered outlives a kill of the server', async () => {
    const first = await startServer()
    const made = await makeWorkshop(first.url)
    const { secret } = await joinAs(first.url, made.id, made.keys.join, 'Ada')
    const { json } = await send(await photo().jpeg().toBuffer(), {
      url: first.url,
      workshop: made.id,
      secret,
    })
    const { upload } = uploadResponse.parse(json)
    await first.kill9()
    const second = await startServer({ data: first.dataDir })
    const fetched = async (url: string): Promise<Buffer> => {
      const response = await fetch(`${url}/api/workshops/${made.id}/uploads/${upload}`, {
        headers: { authorization: `Bearer ${secret}` },
      })
      expect(response.status).toBe(200)
      return Buffer.from(await response.arrayBuffer())
    }
    const bytes = await fetched(second.url)
    expect((await sharp(bytes).metadata()).width).toBe(640)
    await second.stop({ keepData: false })
  })
})

/** Sends these lines as they are; with `drip` then a byte a second. Resolves to all that came back. */
function raw(lines: readonly string[], { drip = false } = {}): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(server.port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
    const timer = drip ? setInterval(() => socket.write('x'), 1_000) : undefined
    socket.on('data', (data) => (heard += data.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearInterval(timer)
      resolve(heard)
    })
  })
}

/** Zeros, squeezed: a thousandth of what they unpack to. */
function bombOf(bytes: number): Buffer {
  return gzipSync(Buffer.alloc(bytes), { level: 9 }).subarray(10)
}

function childrenOf(running: RunningServer): number[] {
  try {
    const out = execFileSync('pgrep', ['-P', String(running.pid)], { encoding: 'utf8' })
    return out.trim().split('\n').map(Number)
  } catch {
    return []
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Memory of the server's own process, in MB. */
function rssOf({ pid }: RunningServer): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
}

async function until<T>(find: () => T | undefined | false): Promise<T> {
  const end = Date.now() + 20_000
  while (Date.now() < end) {
    const found = find()
    if (found !== undefined && found !== false) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it did not happen in time')
}
