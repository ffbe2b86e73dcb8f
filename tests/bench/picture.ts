/**
 * How quick the server draws a large board: `node tests/bench/picture.ts`. Prints, asserts nothing: the figures depend
 * on the machine and on what else it does. Wanted: 1,500 notes, 300 strokes and 30 pictures as PNG in under 2 s.
 */
import sharp from 'sharp'
import { uploadResponse } from '@moot/protocol'
import { fillBoard, writerOn } from '@moot/picture/testing'
import { joinAs, makeWorkshop, startServer } from '../support/startServer.ts'
import { stockClient, until } from '../support/stockClient.ts'

const COUNTS = { notes: 1_500, strokes: 300, pictures: 30 } as const
/** The first draws cold: its process starts, its pictures are fetched. */
const FILES = [
  'picture.png',
  'picture.png',
  'picture.png',
  'page.png',
  'thumbnail.png',
  'picture.svg',
] as const

/** A picture with much in it, such as a photo. */
async function photo(shade: number): Promise<Blob> {
  const noise = { type: 'gaussian', mean: 90 + shade * 3, sigma: 24 } as const
  const made = sharp({ create: { width: 1_200, height: 800, channels: 3, background: '#777', noise } })
  return new Blob([await made.blur(1.2).jpeg({ quality: 80 }).toBuffer()])
}

async function main(): Promise<void> {
  const server = await startServer()
  try {
    const made = await makeWorkshop(server.url, { title: 'Bench' })
    const { personId, secret } = await joinAs(server.url, made.id, made.keys.facilitator, 'Ama')
    const [board] = made.boards
    if (board === undefined) throw new Error('a workshop without a board')
    const headers = { authorization: `Bearer ${secret}` }
    const uploads: string[] = []
    for (let index = 0; index < COUNTS.pictures; index += 1) {
      const sent = await fetch(`${server.url}/api/workshops/${made.id}/uploads`, {
        method: 'POST',
        headers,
        body: await photo(index),
      })
      uploads.push(uploadResponse.parse(await sent.json()).upload)
    }
    const client = stockClient(server.url, made.id, board.doc, secret)
    await until('it is synchronised', () => client.provider.synced)
    const writer = writerOn(client.doc, personId, null)
    fillBoard(writer, COUNTS, uploads)
    const get = (file: string): Promise<Response> =>
      fetch(`${server.url}/api/workshops/${made.id}/boards/${board.id}/${file}`, { headers })
    await until(
      'all of it is there',
      async () => (await (await get('picture.svg')).text()).split('data-note').length > COUNTS.notes,
      60_000,
    )
    console.log(`${COUNTS.notes} notes, ${COUNTS.strokes} strokes, ${COUNTS.pictures} pictures`)
    for (const [index, file] of FILES.entries()) {
      // Every one is drawn: a board that has changed has no picture yet.
      const before = (await get('picture.svg')).headers.get('etag')
      fillBoard({ ...writer, newId: () => `last${index}` }, { notes: 1, strokes: 0, pictures: 0 })
      await until('it has changed', async () => (await get('picture.svg')).headers.get('etag') !== before)
      const began = performance.now()
      const answer = await get(file)
      const bytes = Buffer.from(await answer.arrayBuffer())
      const took = Math.round(performance.now() - began)
      if (!answer.ok) {
        console.log(`  ${file.padEnd(14)} ${took} ms, not drawn: ${bytes.toString()}`)
        continue
      }
      const { width, height } = file.endsWith('png') ? await sharp(bytes).metadata() : {}
      const px = width === undefined ? '' : `, ${width} × ${height} px`
      console.log(`  ${file.padEnd(14)} ${took} ms, ${(bytes.length / 1e6).toFixed(1)} MB${px}`)
    }
    client.destroy()
  } finally {
    await server.stop()
  }
}

await main()
