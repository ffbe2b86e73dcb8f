/** One HTTP server: the interface, the web client, health and figures. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { Log } from '@moot/room'
import type { Api, ApiAnswer } from './api.ts'
import { endBrokenLine } from './brokenLine.ts'
import type { Config } from './config.ts'
import { isOwnOrigin, NOTHING_POLICY, SAFE_HEADERS } from './headers.ts'
import type { PictureFile } from './pictures.ts'
import type { Metrics } from './metrics.ts'
import type { StaticFiles } from './staticFiles.ts'

/** Times after which a request that does not come to an end is cut off, in ms. */
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000
/** An answer of which nothing more is taken for so long is given up with its line, in ms. */
const ANSWER_IDLE_MS = 30_000

/** What the server is made of. */
export interface Parts {
  readonly config: Config
  readonly api: Api
  readonly files: StaticFiles
  readonly metrics: Metrics
  readonly log: Log
  /** Figures of this moment, by name. */
  readonly gauges: () => Readonly<Record<string, number>>
  /** Why this server should get no more visitors, or `null`. */
  readonly trouble: () => string | null
}

/** Makes the server; nothing listens yet. */
export function makeHttpServer(parts: Parts): Server {
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS, maxHeaderSize: 16_384 },
    (request, response) => {
      handle(parts, request, response).catch((error: unknown) => {
        parts.metrics.count('faults')
        parts.log('error', 'request_fault', {
          error: error instanceof Error ? error.message.slice(0, 160) : 'unknown',
        })
        if (response.headersSent) response.destroy()
        else
          sendJson(response, 500, {
            ok: false,
            code: 'fault',
            message: 'Something went wrong here. Nothing that was saved is lost. Please try again.',
          })
      })
    },
  )
  // What is not HTTP at all: an answer if there is still a line, and no log, which a scanner would fill.
  server.on('clientError', endBrokenLine)
  return server
}

async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request.url ?? '/')
  if (path === undefined)
    return sendJson(response, 400, { ok: false, code: 'bad_request', message: 'The address cannot be read.' })
  if (path.startsWith('/api/')) {
    if (!isOwnOrigin(request, parts.config))
      return sendJson(response, 403, {
        ok: false,
        code: 'origin',
        message: 'Another site may not use this one.',
      })
    return sendAnswer(response, await parts.api.answer(request, path))
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    return sendJson(response, 405, { ok: false, code: 'method', message: 'Only reading is possible here.' })
  }
  if (path === '/healthz') {
    const trouble = parts.trouble()
    return sendJson(
      response,
      trouble === null ? 200 : 503,
      trouble === null ? { ok: true } : { ok: false, code: 'trouble', message: trouble },
    )
  }
  if (path === '/metrics') return sendText(response, parts.metrics.text(parts.gauges()))
  await parts.files.serve(request, response, path)
}

/** The path that was asked for, decoded, or `undefined` where it makes no sense. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? '')
    return path.startsWith('/') && !path.includes('\0') ? path : undefined
  } catch {
    return undefined
  }
}

function sendAnswer(response: ServerResponse, answer: ApiAnswer): void {
  response.setTimeout(ANSWER_IDLE_MS)
  if ('json' in answer) return sendJson(response, answer.status, answer.json, answer.headers)
  if ('picture' in answer) return sendPicture(response, answer.picture)
  if ('bytes' in answer) {
    whenDone(response, answer.sent)
    response.writeHead(answer.status, {
      ...apiHeaders(answer.type),
      ...answer.headers,
      'content-security-policy': `${NOTHING_POLICY}; sandbox`,
      'content-disposition': `inline; filename="${answer.name}"`,
      'content-length': answer.bytes.length,
    })
    response.end(answer.bytes)
    return
  }
  response.writeHead(answer.status, {
    ...apiHeaders(answer.type),
    'content-disposition': `attachment; filename="${answer.name}"`,
    'content-length': Buffer.byteLength(answer.file),
  })
  response.end(answer.file)
}

/** Calls `done` once, when the answer has gone or its line has. */
function whenDone(response: ServerResponse, done: () => void): void {
  const { socket } = response.req
  if (socket.destroyed) return done()
  // An answer that waits behind another on the same line does not hear of its end.
  const end = (): void => {
    response.off('close', end)
    socket.off('close', end)
    done()
  }
  response.once('close', end)
  socket.once('close', end)
}

const percent = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`

function sendPicture(response: ServerResponse, picture: PictureFile): void {
  const { bytes, type, name, isAttachment, headers } = picture
  if (bytes === null) {
    response.writeHead(304, { ...SAFE_HEADERS, ...headers })
    response.end()
    return
  }
  whenDone(response, picture.sent)
  const plain = name.replace(/[^\x20-\x7E]|["\\]/g, '_')
  const file = `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`
  response.writeHead(200, {
    ...apiHeaders(type),
    ...headers,
    // An SVG that is opened by itself may do nothing at all.
    'content-security-policy': `${NOTHING_POLICY}; sandbox`,
    'content-disposition': `${isAttachment ? 'attachment' : 'inline'}; ${file}`,
    'content-length': bytes.length,
  })
  response.end(bytes)
}

function sendJson(
  response: ServerResponse,
  status: number,
  json: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = JSON.stringify(json)
  response.writeHead(status, {
    ...apiHeaders('application/json; charset=utf-8'),
    'content-length': Buffer.byteLength(body),
    ...headers,
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

function sendText(response: ServerResponse, text: string): void {
  response.writeHead(200, apiHeaders('text/plain; version=0.0.4; charset=utf-8'))
  response.end(text)
}

function apiHeaders(type: string): Record<string, string> {
  return {
    ...SAFE_HEADERS,
    'content-security-policy': NOTHING_POLICY,
    'content-type': type,
    'cache-control': 'no-store',
  }
}
