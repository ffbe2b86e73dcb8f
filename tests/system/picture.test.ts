/** Pictures of boards as a program meets them: who may see them, what is on them, and what they withstand. */
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Writer } from '@moot/board'
import { addNotes, removeNotes } from '@moot/board'
import { problemSchema } from '@moot/protocol'
import type { CreateResponse, JoinResponse } from '@moot/protocol'
import {
  fillBoard,
  oneOfEverything,
  OUT_OF_SIGHT,
  writerOn,
} from '../../packages/picture/src/testing/boards.ts'
import { everyElement, parseXml, wordsIn } from '../../packages/picture/src/testing/parseXml.ts'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, startServer } from '../support/startServer.ts'
import type { StockClient } from '../support/stockClient.ts'
import { stockClient, until } from '../support/stockClient.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

interface Scene {
  readonly made: CreateResponse
  readonly ama: JoinResponse
  readonly writer: Writer
  readonly client: StockClient
  /** Asks for one of the board's files. */
  readonly ask: (file: string, headers?: Record<string, string>, secret?: string) => Promise<Response>
  /** Resolves when the server has all that was written here. */
  readonly arrived: () => Promise<void>
}

let ids = 0
async function scene(title = 'Board & <more>'): Promise<Scene> {
  const made = await makeWorkshop(server.url, { title })
  const ama = await joinAs(server.url, made.id, made.keys.facilitator, 'Ama')
  const [board] = made.boards
  if (board === undefined) throw new Error('no board')
  const client = stockClient(server.url, made.id, board.doc, ama.secret)
  await until('it is synchronised', () => client.provider.synced)
  ids += 1
  const run = ids
  const writer = { ...writerOn(client.doc, ama.personId, null), newId: () => `p${run}x${(ids += 1)}` }
  const ask = (file: string, headers: Record<string, string> = {}, secret = ama.secret): Promise<Response> =>
    fetch(`${server.url}/api/workshops/${made.id}/boards/${board.id}/${file}`, {
      headers: { authorization: `Bearer ${secret}`, ...headers },
    })
  const arrived = async (): Promise<void> => {
    addNotes(writer, [{ text: `marker ${run}`, at: { x: 0, y: -400 } }])
    await until('all of it is drawn', async () =>
      (await (await ask('picture.svg')).text()).includes(`marker ${run}`),
    )
  }
  return { made, ama, writer, client, ask, arrived }
}

const problemOf = async (response: Response): Promise<string> =>
  problemSchema.parse(await response.json()).code

describe('pictures of boards', () => {
  test('everybody in the workshop sees what is in sight, as PNG, as SVG and small; nobody else does', async () => {
    const { made, writer, client, ask, arrived } = await scene()
    oneOfEverything(writer, { picture: 'none', backdrop: 'none' })
    await arrived()
    const svg = await ask('picture.svg')
    expect(svg.status).toBe(200)
    expect(svg.headers.get('content-type')).toMatch(/^image\/svg\+xml/)
    expect(svg.headers.get('content-security-policy')).toMatch(/default-src 'none'.*; sandbox/)
    expect(svg.headers.get('content-disposition')).toBe(
      `attachment; filename="Board & more.svg"; filename*=UTF-8''Board%20%26%20more.svg`,
    )
    expect(svg.headers.get('cache-control')).toBe('private, no-cache')
    const words = wordsIn(parseXml(await svg.text()))
    for (const said of [
      'Short',
      'leads to',
      'Filled rectangle',
      'What belongs together',
      'A red square on blue',
    ])
      expect(words).toContain(said)
    for (const gone of OUT_OF_SIGHT) expect(words).not.toContain(gone)

    const png = await ask('picture.png')
    expect(png.headers.get('content-type')).toBe('image/png')
    const large = await sharp(await png.arrayBuffer()).metadata()
    expect([large.format, Math.max(large.width, large.height) <= 4_000]).toEqual(['png', true])
    expect(large.width).toBeGreaterThan(2_000)
    const small = await sharp(await (await ask('thumbnail.png')).arrayBuffer()).metadata()
    expect(Math.max(small.width, small.height)).toBe(400)

    const observer = await joinAs(server.url, made.id, made.keys.observer, 'Olu')
    expect((await ask('thumbnail.png', {}, observer.secret)).status).toBe(200)
    const other = await makeWorkshop(server.url)
    const stranger = await joinAs(server.url, other.id, other.keys.facilitator, 'Sam')
    for (const file of ['picture.png', 'picture.svg', 'thumbnail.png']) {
      expect((await ask(file, {}, stranger.secret)).status).toBe(401)
      expect((await ask(file, { authorization: '' })).status).toBe(401)
    }
    client.destroy()
  })

  test('who has a picture already gets it once; a change makes a new one', async () => {
    const { writer, client, ask, arrived } = await scene()
    const [note = ''] = addNotes(writer, [{ text: 'first words', at: { x: 0, y: 0 } }])
    await arrived()
    for (const file of ['picture.svg', 'picture.png', 'thumbnail.png']) {
      const first = await ask(file)
      const tag = first.headers.get('etag') ?? ''
      expect(tag).toMatch(/^"[\w-]+"$/)
      const again = await ask(file, { 'if-none-match': `"other", W/${tag}` })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
      expect((await ask(file, { 'if-none-match': '"other"' })).status).toBe(200)
    }
    const before = (await ask('picture.svg')).headers.get('etag') ?? ''
    removeNotes(writer, [note], 'hidden')
    await until('there is a new one', async () => (await ask('picture.svg')).headers.get('etag') !== before)
    expect(await (await ask('picture.svg')).text()).not.toContain('first words')
    client.destroy()
  })

  test('words that want to be more than words are drawn as words', async () => {
    const { writer, client, ask, arrived } = await scene()
    const hostile = [
      '</text><script>alert(1)</script>',
      '"><image href="https://example.org/x.png"/>',
      '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>&a;',
      ']]> \u0001\u0002 \uFFFE \u202E turned',
      '\uD83D half a face',
      '&#0; &lt; %00',
      '🙂'.repeat(300),
      'ﷺ'.repeat(200),
      `a${'\u0301'.repeat(500)}`,
    ]
    addNotes(
      writer,
      hostile.map((text, index) => ({ text, at: { x: index * 200, y: 0 } })),
    )
    await arrived()
    const root = parseXml(await (await ask('picture.svg')).text())
    const names = new Set(everyElement(root).map(({ name }) => name))
    expect([...names].toSorted()).toEqual(['g', 'rect', 'svg', 'text', 'title'])
    expect(wordsIn(root)).toContain('<script>')
    expect((await sharp(await (await ask('picture.png')).arrayBuffer()).metadata()).format).toBe('png')
    expect(server.isRunning()).toBe(true)
    client.destroy()
  })

  test('a busy board is drawn once for all who ask, and a large one does not hold others up', async () => {
    const { writer, client, ask, arrived } = await scene()
    fillBoard(writer, { notes: 300, strokes: 40, pictures: 4 })
    await arrived()
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask('picture.png')))
    const bodies = await Promise.all(answers.map((answer) => answer.arrayBuffer()))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(bodies.map(({ byteLength }) => byteLength)).size).toBe(1)
    client.destroy()
  })

  test('what is not there is said to be not there', async () => {
    const { made, ama, client, ask } = await scene()
    const at = (path: string): Promise<Response> =>
      fetch(`${server.url}/api/workshops/${made.id}/boards/${path}`, {
        headers: { authorization: `Bearer ${ama.secret}` },
      })
    expect(await problemOf(await at('none/picture.png'))).toBe('no_such_board')
    expect((await at('none/picture.png')).status).toBe(404)
    expect((await ask('picture.gif')).status).toBe(404)
    expect((await ask('picture.png/more')).status).toBe(404)
    expect((await ask('picture.png')).status).toBe(200)
    client.destroy()
  })

  test('a board with a note flung to the end of the world is drawn all the same', async () => {
    const { writer, client, ask, arrived } = await scene()
    addNotes(writer, [
      { text: 'far', at: { x: 999_000, y: -999_000 } },
      { text: 'near', at: { x: -999_000, y: 999_000 } },
    ])
    await arrived()
    const { width, height } = await sharp(await (await ask('thumbnail.png')).arrayBuffer()).metadata()
    expect(Math.max(width, height)).toBe(400)
    client.destroy()
  })
})
