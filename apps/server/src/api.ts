/** The JSON interface (design §4): each request parsed at the edge, each answer of a known shape. */
import type { IncomingMessage } from 'node:http'
import { createHash, timingSafeEqual } from 'node:crypto'
import type * as z from 'zod/mini'
import { codeRequest, createRequest, doorRequest, findRequest, joinRequest } from '@moot/protocol'
import type { AboutResponse } from '@moot/protocol'
import type { Room, Rooms } from '@moot/room'
import { commandSchema } from '@moot/workshop'
import { notesCsv, themesCsv, writeUp, writeUpMarkdown } from '@moot/writeup'
import type { Config } from './config.ts'
import { findInBoards } from './find.ts'
import { Guesses } from './guesses.ts'
import { addressOf } from './headers.ts'
import type { Metrics } from './metrics.ts'
import type { BoardPictures, PictureFile } from './pictures.ts'
import { Problem, tooMany } from './problem.ts'
import type { Uploads, UploadFile } from './uploads.ts'

/** Version of this program, for *About this service*. */
const VERSION = '0.1.0'
/** Largest body of a request, in bytes. */
const BODY_MAX = 256 * 1024
const HOUR_MS = 3_600_000

/** What goes back. */
export type ApiAnswer =
  | { readonly status: number; readonly json: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly status: 200; readonly file: string; readonly type: string; readonly name: string }
  | ({ readonly status: 200 } & UploadFile)
  | { readonly status: 200; readonly picture: PictureFile }

const NOT_FOUND = (): Problem =>
  new Problem(404, 'not_found', 'There is no such workshop here. The link may be old or mistyped.')

/** HTTP status of a refusal, by its code; others are 422: understood, and not possible. */
const STATUS: Readonly<Record<string, number>> = {
  not_found: 404,
  no_such_board: 404,
  no_such_person: 404,
  no_such_stage: 404,
  no_such_space: 404,
  no_such_ask: 404,
  no_such_topic: 404,
  no_such_draft: 404,
  no_such_question: 404,
  no_such_note: 404,
  no_such_place: 404,
  bad_code: 404,
  bad_link: 403,
  bad_rejoin_code: 403,
  not_allowed: 403,
  not_convener: 403,
  full: 409,
  cell_taken: 409,
  slow_down: 429,
}

export class Api {
  readonly #config: Config
  readonly #rooms: Rooms
  readonly #metrics: Metrics
  readonly #uploads: Uploads
  readonly #pictures: BoardPictures
  readonly #guesses = new Guesses(Date.now)
  /** Workshops made by each address in the hour that began at `since`. */
  #made = { since: 0, byAddress: new Map<string, number>() }

  constructor(config: Config, rooms: Rooms, metrics: Metrics, uploads: Uploads, pictures: BoardPictures) {
    this.#config = config
    this.#rooms = rooms
    this.#metrics = metrics
    this.#uploads = uploads
    this.#pictures = pictures
  }

  /** Answers a request under `/api/`. Throws only where something is wrong here. */
  async answer(request: IncomingMessage, path: string): Promise<ApiAnswer> {
    this.#metrics.count('requests')
    try {
      return await this.#route(request, path)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return {
        status: error.status,
        json: { ok: false, code: error.code, message: error.message },
        headers: error.headers,
      }
    }
  }

  async #route(request: IncomingMessage, path: string): Promise<ApiAnswer> {
    const [, , root, id, part, ...more] = path.split('/')
    const route = `${request.method ?? ''} ${root ?? ''}${id === undefined ? '' : '/:id'}${part === undefined ? '' : `/${part}`}`
    if (root === 'workshops' && part === 'uploads') return this.#upload(request, id ?? '', more)
    if (request.method === 'GET' && root === 'workshops' && part === 'boards' && more.length === 2) {
      const [board = '', file = ''] = more
      const { room } = await this.#person(request, id ?? '')
      const known = request.headers['if-none-match'] ?? ''
      return { status: 200, picture: await this.#pictures.give(room, board, file, known) }
    }
    if (more.length > 0) throw new Problem(404, 'not_found', 'There is nothing at this address.')
    switch (route) {
      case 'GET about':
        return { status: 200, json: this.#about() }
      case 'POST workshops':
        return this.#create(request)
      case 'POST codes':
        return this.#code(request)
      case 'POST workshops/:id/door': {
        const { key } = await readBody(request, doorRequest)
        const answer = await this.#rooms.door(id ?? '', key)
        return answer.ok
          ? { status: 200, json: { title: answer.title, question: answer.question, role: answer.role } }
          : refusal(answer)
      }
      case 'POST workshops/:id/people':
        return this.#join(request, id ?? '')
      case 'POST workshops/:id/commands': {
        // The body first: a room that is found and then waits for a slow line may have been let go meanwhile.
        const command = await readBody(request, commandSchema)
        const { room, person } = await this.#person(request, id ?? '')
        const answer = await room.command(person, command)
        return answer.ok ? { status: 200, json: answer } : refusal(answer)
      }
      case 'POST workshops/:id/find': {
        const { query, except } = await readBody(request, findRequest)
        const { room } = await this.#person(request, id ?? '')
        const json = await this.#rooms.writeUp(room, (source) => findInBoards(source, query, except))
        return { status: 200, json }
      }
      case 'GET workshops/:id/carry': {
        const { room, person } = await this.#person(request, id ?? '')
        const answer = await this.#rooms.suggestCarry(room, person)
        return 'ok' in answer ? refusal(answer) : { status: 200, json: answer }
      }
      case 'GET workshops/:id/write-up.md':
      case 'GET workshops/:id/write-up.csv':
      case 'GET workshops/:id/themes.csv': {
        const { room } = await this.#person(request, id ?? '')
        const make = part === 'write-up.md' ? writeUpMarkdown : part === 'themes.csv' ? themesCsv : notesCsv
        const file = await this.#rooms.writeUp(room, (source) => make(writeUp(source)))
        const type =
          part === 'write-up.md' ? 'text/markdown; charset=utf-8' : 'text/csv; charset=utf-8; header=present'
        return { status: 200, file, type, name: part ?? '' }
      }
      default:
        throw new Problem(404, 'not_found', 'There is nothing at this address.')
    }
  }

  async #upload(request: IncomingMessage, id: string, more: readonly string[]): Promise<ApiAnswer> {
    const [upload, small, ...rest] = more
    const isKnown = rest.length === 0 && (small === undefined || small === 'small')
    if (request.method === 'POST' && more.length === 0) {
      const mayWrite = async (): Promise<boolean> => {
        const { room, person } = await this.#person(request, id)
        return room.workshop.people[person]?.role !== 'observer'
      }
      const { person } = await this.#person(request, id)
      return { status: 201, json: await this.#uploads.take(request, { workshop: id, person, mayWrite }) }
    }
    if (request.method !== 'GET' || upload === undefined || !isKnown)
      throw new Problem(404, 'not_found', 'There is nothing at this address.')
    const { person } = await this.#person(request, id)
    const viewer = { workshop: id, person, isGone: () => request.socket.destroyed }
    return { status: 200, ...(await this.#uploads.give(viewer, upload, small ?? 'full')) }
  }

  #about(): AboutResponse {
    const { operator, operatorKey, publicUrl } = this.#config
    return { operator, needsOperatorKey: operatorKey !== '', publicUrl, version: VERSION }
  }

  async #create(request: IncomingMessage): Promise<ApiAnswer> {
    const body = await readBody(request, createRequest)
    const { operatorKey, maxWorkshops } = this.#config
    if (operatorKey !== '' && !isSame(body.operatorKey ?? '', operatorKey))
      throw new Problem(
        403,
        'operator_key',
        'Starting a board here needs the key of whoever runs this service.',
      )
    const address = addressOf(request, this.#config)
    if (Date.now() - this.#made.since > HOUR_MS) this.#made = { since: Date.now(), byAddress: new Map() }
    const made = this.#made.byAddress.get(address) ?? 0
    if (made >= maxWorkshops)
      throw tooMany(
        HOUR_MS - (Date.now() - this.#made.since),
        'Many boards have been started from here. Please try again later.',
      )
    // Counted before it is made: many that are asked for at the same moment count as well.
    const { byAddress } = this.#made
    byAddress.set(address, made + 1)
    let isMade = false
    try {
      const earlier = body.from === undefined ? undefined : await this.#person(request, body.from.workshopId)
      const answer = await this.#rooms.create(body, earlier)
      isMade = answer.ok
      return answer.ok ? { status: 201, json: answer.value } : refusal(answer)
    } finally {
      if (!isMade) byAddress.set(address, (byAddress.get(address) ?? 1) - 1)
    }
  }

  async #code(request: IncomingMessage): Promise<ApiAnswer> {
    const { code } = await readBody(request, codeRequest)
    const answer = await this.#guessing(request, () => this.#rooms.findCode(code))
    if (!answer.ok) return refusal(answer)
    const { ok: _, ...json } = answer
    return { status: 200, json }
  }

  async #join(request: IncomingMessage, id: string): Promise<ApiAnswer> {
    const body = await readBody(request, joinRequest)
    const answer =
      'rejoin' in body
        ? await this.#guessing(request, () => this.#rooms.rejoin(id, body.rejoin))
        : await this.#rooms.join(id, body.key, body.name, bearerOf(request))
    if (!answer.ok) return refusal(answer)
    const { personId, secret, role, name } = answer
    return { status: 201, json: { personId, secret, role, name } }
  }

  /** Answers a guess of a code, unless this address has guessed wrong too often just now. */
  async #guessing<T extends { readonly ok: boolean }>(
    request: IncomingMessage,
    guess: () => Promise<T>,
  ): Promise<T> {
    const address = addressOf(request, this.#config)
    const wait = this.#guesses.waitOf(address)
    if (wait > 0) {
      this.#metrics.count('slowed')
      throw tooMany(wait, 'Too many wrong codes from here.')
    }
    const answer = await guess()
    if (!answer.ok) this.#guesses.wrong(address)
    return answer
  }

  async #person(
    request: IncomingMessage,
    id: string,
  ): Promise<{ readonly room: Room; readonly person: string }> {
    const room = await this.#rooms.find(id)
    if (room === undefined) throw NOT_FOUND()
    const person = room.personOf(bearerOf(request) ?? '')
    if (person === undefined)
      throw new Problem(401, 'unknown_person', 'You have not joined this workshop here. Open its link again.')
    return { room, person }
  }
}

function refusal({ code, message }: { readonly code: string; readonly message: string }): ApiAnswer {
  return { status: STATUS[code] ?? 422, json: { ok: false, code, message } }
}

function bearerOf(request: IncomingMessage): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{16,200})$/.exec(request.headers.authorization ?? '')?.[1]
}

function isSame(a: string, b: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}

/** Reads a JSON body by its schema. */
async function readBody<T>(request: IncomingMessage, schema: z.ZodMiniType<T>): Promise<T> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new Problem(415, 'not_json', 'The body must be JSON, and say so: content-type application/json.')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    // A request gives Buffers unless an encoding was set on it, which nobody does here.
    const bytes = chunk as Buffer
    size += bytes.length
    if (size > BODY_MAX)
      throw new Problem(413, 'too_large', 'That is more than can be sent at once.', { connection: 'close' })
    chunks.push(bytes)
  }
  let value: unknown
  try {
    value = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new Problem(400, 'bad_json', 'The body is not JSON.')
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new Problem(
    400,
    'bad_request',
    `The request is not of the expected shape${issue === undefined ? '' : ` (${issue.path.join('.') || 'body'}: ${issue.code})`}.`,
  )
}
