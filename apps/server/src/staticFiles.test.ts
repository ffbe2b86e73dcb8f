import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { StaticFiles } from './staticFiles.ts'

const SCRIPT = 'export const words = 1 // '.repeat(200)
let directory: string
let server: Server
let files: StaticFiles

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'moot-client-'))
  mkdirSync(join(directory, 'assets'))
  mkdirSync(join(directory, '.vite'))
  writeFileSync(
    join(directory, 'index.html'),
    '<meta property="nonce" content="__NONCE__"><style nonce="__NONCE__"></style>',
  )
  writeFileSync(join(directory, 'assets/main-abc123.js'), SCRIPT)
  writeFileSync(join(directory, 'assets/font.woff2'), Buffer.alloc(5_000))
  writeFileSync(join(directory, '.vite/manifest.json'), '{}')
  files = new StaticFiles(directory, readConfig(['--public-url', 'https://moot.example.org'], {}))
  server = createServer((request, response) => {
    files.serve(request, response, request.url ?? '/').catch(() => response.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  server.close()
  rmSync(directory, { recursive: true, force: true })
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}
function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  // A server that listens on TCP has an address of this form.
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    get({ port, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    }).on('error', reject)
  })
}

test('[R-63] hashed files are kept for ever, squeezed as the browser can read it', async () => {
  const plain = await ask('/assets/main-abc123.js')
  expect([plain.status, plain.body.toString(), plain.headers['cache-control']]).toEqual([
    200,
    SCRIPT,
    'public, max-age=31536000, immutable',
  ])
  const brotli = await ask('/assets/main-abc123.js', { 'accept-encoding': 'gzip, deflate, br' })
  expect([brotli.headers['content-encoding'], brotliDecompressSync(brotli.body).toString()]).toEqual([
    'br',
    SCRIPT,
  ])
  const gzip = await ask('/assets/main-abc123.js', { 'accept-encoding': 'gzip, br;q=0' })
  expect([gzip.headers['content-encoding'], gunzipSync(gzip.body).toString()]).toEqual(['gzip', SCRIPT])
  expect(
    (await ask('/assets/font.woff2', { 'accept-encoding': 'br' })).headers['content-encoding'],
  ).toBeUndefined()
  const again = await ask('/assets/main-abc123.js', { 'if-none-match': String(plain.headers['etag']) })
  expect([again.status, again.body.length]).toEqual([304, 0])
})

test('[R-60] every page has a nonce of its own, in the policy and nowhere else than where it belongs', async () => {
  const [first, second] = await Promise.all([ask('/'), ask('/w/abc/b/def')])
  const nonceOf = (answer: Answer): string =>
    /'nonce-([\w-]{22})'/.exec(String(answer.headers['content-security-policy']))?.[1] ?? ''
  expect(nonceOf(first)).not.toBe('')
  expect(nonceOf(first)).not.toBe(nonceOf(second))
  expect(first.body.toString()).toBe(
    `<meta property="nonce" content="${nonceOf(first)}"><style nonce="${nonceOf(first)}"></style>`,
  )
  const policy = String(first.headers['content-security-policy'])
  expect(policy).not.toMatch(/unsafe/)
  expect(policy).toMatch(
    /connect-src 'self' ws:\/\/(127\.0\.0\.1|localhost):\d+ wss:\/\/(127\.0\.0\.1|localhost):\d+ ws:\/\/moot\.example\.org wss:\/\/moot\.example\.org/,
  )
  expect(first.headers['cache-control']).toBe('no-store')
})

test('[R-60] a Host that is none does not get into the policy', async () => {
  const answer = await ask('/', { host: "x; script-src 'unsafe-inline'" })
  expect(String(answer.headers['content-security-policy'])).not.toMatch(/unsafe|ws:\/\/x/)
})

test('[R-63] what is no file is the page, what looks like one is not there, and the build’s own is nobody’s business', async () => {
  expect((await ask('/w/abc')).body.toString()).toContain('nonce')
  expect((await ask('/index.html')).status).toBe(404)
  expect((await ask('/assets/gone.js')).status).toBe(404)
  expect((await ask('/.vite/manifest.json')).status).toBe(404)
  expect((await ask('/../../etc/passwd.txt')).status).toBe(404)
})

test('[R-63] before the client is built, the page says so', async () => {
  rmSync(directory, { recursive: true, force: true })
  files = new StaticFiles(directory, readConfig([], {}))
  const answer = await ask('/')
  expect([answer.status, answer.body.toString()]).toEqual([
    503,
    'The web client has not been built yet: npm start does that.\n',
  ])
})
