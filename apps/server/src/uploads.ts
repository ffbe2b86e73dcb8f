/** Pictures that people send and see: judged, drawn anew, kept with their workshop, given to its people only. */
import type { IncomingMessage } from 'node:http'
import type { UploadResponse } from '@moot/protocol'
import { PICTURE_KINDS, pictureKind, UPLOAD_BYTES_MAX } from '@moot/protocol'
import type { Storage } from '@moot/room'
import type { Config } from './config.ts'
import { PicturesOut } from './PicturesOut.ts'
import { Problem, tooMany } from './problem.ts'
import type { Decoded, UploadDecoding } from './UploadDecoding.ts'
import { PICTURES_MAX, UploadLimits } from './uploadLimits.ts'

/** What pictures need. */
export interface UploadParts {
  readonly config: Pick<Config, 'maxUploadBytes'>
  readonly storage: Pick<Storage, 'addUpload' | 'loadUpload' | 'uploadSizes'>
  readonly decoding: UploadDecoding
  readonly newId: () => string
  readonly now: () => number
}

/** Somebody who sends; `mayWrite` is asked again once everything has arrived. */
export interface UploadPerson {
  readonly workshop: string
  readonly person: string
  readonly mayWrite: () => Promise<boolean>
}

/** Somebody who asks for a picture; `isGone` says whether they still wait for it. */
export interface UploadViewer {
  readonly workshop: string
  readonly person: string
  readonly isGone: () => boolean
}

/** A picture to be sent out; `sent` is to be called when it has gone or cannot go. */
export interface UploadFile {
  readonly bytes: Uint8Array
  readonly type: string
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly sent: () => void
}

const NOT_ALLOWED = (): Problem =>
  new Problem(403, 'not_allowed', 'People who only look on cannot add pictures.')
const NO_PICTURE = (): Problem => new Problem(404, 'not_found', 'There is no such picture here.')
const UPLOADS_FULL = (): Problem =>
  new Problem(
    409,
    'uploads_full',
    'This workshop has no room for more pictures. A smaller picture may still fit; else tell whoever runs this service.',
  )
/** Of a body that is refused so many bytes are read and thrown away, so that whoever sends it hears the answer. */
const THROWN_AWAY_MAX = 2 * UPLOAD_BYTES_MAX
const TOO_LARGE = (declared = Infinity): Problem =>
  new Problem(
    413,
    'too_large',
    'That picture is larger than 5 MB. Make it smaller and try again.',
    declared <= THROWN_AWAY_MAX ? {} : { connection: 'close' },
  )

/** Takes pictures in and gives them out, within the limits of the operator and of this machine. */
export class Uploads {
  readonly #parts: UploadParts
  readonly #limits: UploadLimits
  readonly #out = new PicturesOut()
  /** What is about to be kept, by workshop, so that many at once do not get past the limit together. */
  readonly #coming = new Map<string, { count: number; bytes: number }>()

  constructor(parts: UploadParts) {
    this.#parts = parts
    this.#limits = new UploadLimits(parts.now)
  }

  /** Takes in a picture; it is on disk when this resolves. */
  async take(request: IncomingMessage, who: UploadPerson): Promise<UploadResponse> {
    if (!(await who.mayWrite())) throw NOT_ALLOWED()
    const declared = Number(request.headers['content-length'] ?? 0)
    if (declared > UPLOAD_BYTES_MAX) throw TOO_LARGE(declared)
    // Before anything is sent that could not be kept anyway.
    await this.#checkRoom(who.workshop, 1)
    const end = this.#limits.begin(`${who.workshop} ${who.person}`)
    if (typeof end !== 'function') throw tooMany(end.ms, WAIT_SENTENCE[end.why])
    try {
      const bytes = await readPicture(request)
      const kind = PICTURE_KINDS.find((each) => each === pictureKind(bytes))
      if (kind === undefined) throw refusedKind(pictureKind(bytes))
      const decoded = await this.#parts.decoding.decode(kind, bytes)
      if (!decoded.ok) throw refusedPicture(decoded.code)
      if (!(await who.mayWrite())) throw NOT_ALLOWED()
      return await this.#keep(who, decoded.picture)
    } finally {
      end()
    }
  }

  /** A picture of this workshop, for one of its people, when its turn has come. */
  async give(who: UploadViewer, id: string, which: 'full' | 'small'): Promise<UploadFile> {
    if (!/^[0-9A-Za-z]{12}$/.test(id)) throw NO_PICTURE()
    const turn = await this.#out.turn(`${who.workshop} ${who.person}`)
    if (turn === null) throw tooMany(5_000, 'Many pictures are on their way to you.')
    try {
      const stored = who.isGone() ? undefined : await this.#parts.storage.loadUpload(who.workshop, id, which)
      if (stored === undefined) throw NO_PICTURE()
      turn.read(stored.bytes.length)
      return {
        bytes: stored.bytes,
        type: stored.type,
        name: stored.type === 'image/png' ? 'picture.png' : 'picture.jpg',
        // An id never stands for another picture, but whether somebody may see it depends on who asks.
        headers: { 'cache-control': 'private, max-age=31536000, immutable', vary: 'authorization' },
        sent: turn.end,
      }
    } catch (error) {
      turn.end()
      throw error
    }
  }

  async #keep(
    { workshop, person }: UploadPerson,
    picture: Extract<Decoded, { readonly ok: true }>['picture'],
  ): Promise<UploadResponse> {
    const { storage, newId, now } = this.#parts
    const size = picture.full.length + picture.small.length
    const coming = this.#coming.get(workshop) ?? { count: 0, bytes: 0 }
    this.#coming.set(workshop, coming)
    coming.count += 1
    coming.bytes += size
    try {
      await this.#checkRoom(workshop, 0)
      const id = newId()
      const { type, width, height, full, small } = picture
      await storage.addUpload(workshop, { id, person, at: now(), type, width, height, bytes: full, small })
      return { upload: id, width, height }
    } finally {
      coming.count -= 1
      coming.bytes -= size
      if (coming.count === 0) this.#coming.delete(workshop)
    }
  }

  /** @param more - pictures, of a byte or more each, beyond what is kept or coming */
  async #checkRoom(workshop: string, more: number): Promise<void> {
    const kept = await this.#parts.storage.uploadSizes(workshop)
    const coming = this.#coming.get(workshop) ?? { count: 0, bytes: 0 }
    const isFull =
      kept.count + coming.count + more > PICTURES_MAX ||
      kept.bytes + coming.bytes + more > this.#parts.config.maxUploadBytes
    if (isFull) throw UPLOADS_FULL()
  }
}

const WAIT_SENTENCE = {
  often: 'You have added many pictures in a short time.',
  together: 'Your other pictures are still on their way.',
  busy: 'Many pictures are on their way here just now.',
} as const

function refusedKind(kind: ReturnType<typeof pictureKind>): Problem {
  switch (kind) {
    case 'svg':
      return new Problem(415, 'picture_svg', 'SVG files can hold programs. Save it as PNG and add that.')
    case 'pdf':
      return new Problem(
        415,
        'picture_pdf',
        'PDF files cannot be shown. Save the page as a picture and add that.',
      )
    case 'heic':
      return new Problem(
        415,
        'picture_heic',
        'This kind of photo (HEIC) cannot be shown everywhere. Save it as JPEG and add that.',
      )
    default:
      return refusedPicture('not_a_picture')
  }
}

function refusedPicture(code: Extract<Decoded, { readonly ok: false }>['code']): Problem {
  switch (code) {
    case 'too_many_pixels':
      return new Problem(
        422,
        code,
        'That picture has more than 40 million pixels. Make it smaller and try again.',
      )
    case 'broken':
      return new Problem(422, 'not_a_picture', 'That picture could not be read. Save it anew and try again.')
    case 'not_a_picture':
      return new Problem(
        415,
        code,
        'That is no whole picture of a kind that can be shown: PNG, JPEG, WebP or GIF.',
      )
    default:
      return code satisfies never
  }
}

/** The body, at most as large as a picture may be; slow ones are cut off by the server's own time limit. */
async function readPicture(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request) {
      // A request gives Buffers unless an encoding was set on it, which nobody does here.
      const bytes = chunk as Buffer
      size += bytes.length
      if (size > UPLOAD_BYTES_MAX) throw TOO_LARGE()
      chunks.push(bytes)
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    // Whoever sent it has gone, or was too slow: nobody is left to hear this, and nothing is wrong here.
    throw new Problem(408, 'cut_short', 'The picture did not arrive whole. Please try again.', {
      connection: 'close',
    })
  }
  if (size === 0) throw refusedPicture('not_a_picture')
  return Buffer.concat(chunks)
}
