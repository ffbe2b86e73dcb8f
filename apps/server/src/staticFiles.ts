/** The web client's files. Read once, squeezed once, then served from memory. */
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Config } from './config.ts'
import { NOTHING_POLICY, pagePolicy, SAFE_HEADERS } from './headers.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
}
/** Types that get smaller; pictures and fonts are squeezed already. */
const SQUEEZED = /^(text|application\/(json|manifest)|image\/svg)/
/** Under this, in bytes, squeezing saves nothing. */
const SQUEEZE_MIN = 1_024
/** Stands in the page wherever a fresh nonce belongs. */
const NONCE = '__NONCE__'
const ONE_YEAR_S = 31_536_000

const squeezeBrotli = promisify(brotliCompress)
const squeezeGzip = promisify(gzip)

interface File {
  readonly path: string
  readonly type: string
  readonly tag: string
  body: Buffer | null
  readonly squeezed: Map<'br' | 'gzip', Promise<Buffer>>
}

export class StaticFiles {
  readonly #directory: string
  readonly #config: Config
  readonly #files = new Map<string, File>()

  /** @param directory - the built client; if it is not there yet every page says so */
  constructor(directory: string, config: Config) {
    this.#directory = directory
    this.#config = config
    this.#scan()
  }

  /** Answers a GET or HEAD. What is no file is the page itself, which finds its own way (`/b/…`, `/join/…`). */
  async serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const file = this.#files.get(path)
    if (file !== undefined && path !== '/index.html') return this.#serveFile(request, response, file, path)
    if (extname(path) !== '') return this.#plain(response, 404, 'There is nothing here.')
    if (!this.#files.has('/index.html')) this.#scan()
    const page = this.#files.get('/index.html')
    if (page === undefined)
      return this.#plain(response, 503, 'The web client has not been built yet: npm start does that.')
    await this.#servePage(request, response, page)
  }

  #scan(): void {
    this.#files.clear()
    let names: string[] = []
    try {
      names = readdirSync(this.#directory, { recursive: true, encoding: 'utf8' })
    } catch {
      // Not built; `serve` says so.
    }
    for (const name of names) {
      const path = join(this.#directory, name)
      const about = statSync(path, { throwIfNoEntry: false })
      // What the build keeps for itself (`.vite`) is nobody's business.
      if (about?.isFile() !== true || name.split(/[\\/]/).some((part) => part.startsWith('.'))) continue
      const type = TYPES[extname(name)] ?? 'application/octet-stream'
      const tag = `"${about.size.toString(36)}-${Math.floor(about.mtimeMs).toString(36)}"`
      this.#files.set(`/${name.replaceAll('\\', '/')}`, { path, type, tag, body: null, squeezed: new Map() })
    }
  }

  async #serveFile(
    request: IncomingMessage,
    response: ServerResponse,
    file: File,
    path: string,
  ): Promise<void> {
    // The build puts a hash of the content into the name of whatever lies under /assets.
    const isHashed = path.startsWith('/assets/')
    const headers = {
      ...SAFE_HEADERS,
      'content-security-policy': NOTHING_POLICY,
      'cache-control': isHashed ? `public, max-age=${ONE_YEAR_S}, immutable` : 'no-cache',
      etag: file.tag,
      vary: 'accept-encoding',
    }
    if (request.headers['if-none-match'] === file.tag) {
      response.writeHead(304, headers).end()
      return
    }
    file.body ??= readFileSync(file.path)
    await this.#send(request, response, file, file.body, headers)
  }

  async #servePage(request: IncomingMessage, response: ServerResponse, file: File): Promise<void> {
    file.body ??= readFileSync(file.path)
    const nonce = randomBytes(16).toString('base64url')
    const body = Buffer.from(file.body.toString('utf8').replaceAll(NONCE, nonce))
    response.writeHead(200, {
      ...SAFE_HEADERS,
      'content-security-policy': pagePolicy(nonce, request, this.#config),
      'content-type': file.type,
      'content-length': body.length,
      'cache-control': 'no-store',
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  async #send(
    request: IncomingMessage,
    response: ServerResponse,
    file: File,
    body: Buffer,
    headers: Readonly<Record<string, string>>,
  ): Promise<void> {
    const encoding = SQUEEZED.test(file.type) && body.length >= SQUEEZE_MIN ? encodingFor(request) : undefined
    const bytes = encoding === undefined ? body : await this.#squeeze(file, body, encoding)
    response.writeHead(200, {
      ...headers,
      'content-type': file.type,
      'content-length': bytes.length,
      ...(encoding !== undefined && { 'content-encoding': encoding }),
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  #squeeze(file: File, body: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> {
    const known = file.squeezed.get(encoding)
    if (known !== undefined) return known
    // Quality 6 takes a fifth of a second for the largest script; 11 would take several, for 8 % less.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
    const squeezed = encoding === 'br' ? squeezeBrotli(body, { params }) : squeezeGzip(body, { level: 9 })
    file.squeezed.set(encoding, squeezed)
    return squeezed
  }

  #plain(response: ServerResponse, status: number, text: string): void {
    response.writeHead(status, {
      ...SAFE_HEADERS,
      'content-security-policy': NOTHING_POLICY,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.end(`${text}\n`)
  }
}

function encodingFor(request: IncomingMessage): 'br' | 'gzip' | undefined {
  const accepted = request.headers['accept-encoding'] ?? ''
  const accepts = (name: string): boolean =>
    String(accepted)
      .split(',')
      .some((each) => {
        const [encoding, quality] = each.trim().split(';')
        return encoding === name && !/q=0(\.0*)?$/.test(quality ?? '')
      })
  if (accepts('br')) return 'br'
  return accepts('gzip') ? 'gzip' : undefined
}
