/** Pictures of boards: drawn when somebody asks, kept while the board stays as it is, bounded in memory. */
import { createHash, randomBytes } from 'node:crypto'
import type { Log, Room, Storage } from '@moot/room'
import type { PictureDrawing } from './PictureDrawing.ts'
import { NotDrawn } from './PictureDrawing.ts'
import type { PictureFormat } from './pictureMessages.ts'
import { Problem } from './problem.ts'

/** Bytes of pictures kept in memory; the ones asked for longest ago go first. */
const KEPT_BYTES_MAX = 64 * 1024 * 1024
/** Bytes of pictures on their way out, each counted once however many it goes to; beyond it none is begun. */
const OUT_BYTES_MAX = 256 * 1024 * 1024
/** A small picture may be this old while a board changes all the time, in ms. */
const THUMBNAIL_FRESH_MS = 5_000
/** Longest name of a file, without its ending. */
const NAME_MAX = 80

/** What pictures of boards need. */
export interface PictureParts {
  readonly storage: Pick<Storage, 'loadUpload'>
  readonly drawing: Pick<PictureDrawing, 'draw'>
  readonly now: () => number
  readonly log: Log
}

/**
 * A picture to be sent out; `bytes` are `null` where the one that asks has it already. `sent` is to be called once, when
 * it has gone or cannot go.
 */
export interface PictureFile {
  readonly bytes: Uint8Array | null
  readonly type: string
  readonly name: string
  readonly isAttachment: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly sent: () => void
}

const BUSY = (): Problem =>
  new Problem(503, 'not_drawn', 'Many pictures are being drawn just now. Please try again in a moment.', {
    'retry-after': '5',
  })

const FORMATS: Readonly<Record<string, { readonly format: PictureFormat; readonly type: string }>> = {
  'picture.png': { format: 'png', type: 'image/png' },
  'picture.svg': { format: 'svg', type: 'image/svg+xml; charset=utf-8' },
  'page.png': { format: 'page', type: 'image/png' },
  'thumbnail.png': { format: 'thumbnail', type: 'image/png' },
}

interface Kept {
  readonly tag: string
  readonly bytes: Uint8Array
  readonly at: number
}

/** A picture that is being drawn, or waits for it; until its board is read it will show all that is there now. */
interface Coming {
  isRead: boolean
  picture: Promise<Kept>
}

/** What is needed of a workshop. */
export interface Boards extends Pick<Room, 'id'> {
  readonly withBoard: <T>(boardId: string, read: (board: OpenBoard) => T) => Promise<T | undefined>
}
interface OpenBoard {
  readonly doc: string
  readonly title: string
  readonly room: { readonly version: number; readonly encoded: () => Uint8Array }
}

/** Pictures of boards for whoever may see them: drawn once for all who ask, kept while the board stays the same. */
export class BoardPictures {
  readonly #parts: PictureParts
  /** By document and format; in the order in which they were last asked for. */
  readonly #kept = new Map<string, Kept>()
  #keptBytes = 0
  /** What is on its way out, and to how many: lines that take nothing hold it in memory. */
  readonly #out = new Map<Uint8Array, number>()
  /** By document and format: whoever asks meanwhile waits for the same. */
  readonly #coming = new Map<string, Coming>()
  /** A version counts within one run of the server only. */
  readonly #run = randomBytes(6).toString('base64url')

  constructor(parts: PictureParts) {
    this.#parts = parts
  }

  /**
   * A picture of one board.
   *
   * @param file - `picture.png`, `picture.svg`, `page.png` or `thumbnail.png`
   * @param known - the tag of the picture that whoever asks has, from `if-none-match`
   */
  async give(room: Boards, boardId: string, file: string, known: string): Promise<PictureFile> {
    const kind = FORMATS[file]
    if (kind === undefined) throw new Problem(404, 'not_found', 'There is nothing at this address.')
    const board = await room.withBoard(boardId, ({ doc, title, room: open }) => ({
      doc,
      title,
      version: open.version,
    }))
    if (board === undefined)
      throw new Problem(404, 'no_such_board', 'There is no such board here. It may have been removed.')
    const { format, type } = kind
    const tag = this.#tagOf(board, format)
    const headers = (etag: string) => ({
      etag: `"${etag}"`,
      'cache-control': 'private, no-cache',
      vary: 'authorization',
    })
    const ending = format === 'svg' ? 'svg' : 'png'
    const answer = {
      type,
      name: `${fileName(board.title)}.${ending}`,
      isAttachment: format === 'png' || format === 'svg',
    }
    const nothing = (etag: string): PictureFile => ({
      ...answer,
      bytes: null,
      headers: headers(etag),
      sent: () => undefined,
    })
    if (isKnown(known, tag)) return nothing(tag)
    if (this.#outBytes >= OUT_BYTES_MAX) throw BUSY()
    const { tag: etag, bytes } = await this.#find(room, boardId, board, format, tag)
    if (isKnown(known, etag)) return nothing(etag)
    return { ...answer, bytes, headers: headers(etag), sent: this.#send(bytes) }
  }

  get #outBytes(): number {
    return [...this.#out.keys()].reduce((sum, { length }) => sum + length, 0)
  }

  #send(bytes: Uint8Array): () => void {
    this.#out.set(bytes, (this.#out.get(bytes) ?? 0) + 1)
    return () => {
      const others = (this.#out.get(bytes) ?? 0) - 1
      if (others > 0) this.#out.set(bytes, others)
      else this.#out.delete(bytes)
    }
  }

  #tagOf(
    board: { readonly doc: string; readonly title: string; readonly version: number },
    format: string,
  ): string {
    const parts = [this.#run, board.doc, board.version, format, board.title]
    return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
  }

  async #find(
    room: Boards,
    boardId: string,
    board: { readonly doc: string; readonly title: string },
    format: PictureFormat,
    tag: string,
  ): Promise<Kept> {
    const key = `${board.doc} ${format}`
    const kept = this.#kept.get(key)
    const isFresh =
      format === 'thumbnail' && kept !== undefined && this.#parts.now() - kept.at < THUMBNAIL_FRESH_MS
    if (kept !== undefined && (kept.tag === tag || isFresh)) {
      this.#kept.delete(key)
      this.#kept.set(key, kept)
      return kept
    }
    const coming = this.#coming.get(key)
    // While a board changes all the time everybody asks for another state of it: they share what comes next.
    if (coming !== undefined && (!coming.isRead || format === 'thumbnail')) return coming.picture
    return this.#begin(room, boardId, board, format)
  }

  async #begin(
    room: Boards,
    boardId: string,
    board: { readonly doc: string; readonly title: string },
    format: PictureFormat,
  ): Promise<Kept> {
    const key = `${board.doc} ${format}`
    const handleRead = (): void => {
      coming.isRead = true
    }
    const picture = this.#draw(room, boardId, board, format, handleRead)
    const coming: Coming = { isRead: false, picture }
    this.#coming.set(key, coming)
    try {
      const drawn = await picture
      this.#keep(key, drawn)
      return drawn
    } finally {
      if (this.#coming.get(key) === coming) this.#coming.delete(key)
    }
  }

  async #draw(
    room: Boards,
    boardId: string,
    board: { readonly doc: string; readonly title: string },
    format: PictureFormat,
    onRead: () => void,
  ): Promise<Kept> {
    const { drawing, storage, now, log } = this.#parts
    // The state is read when its turn has come; what is drawn then may be newer than what was asked for.
    let tag = ''
    let at = 0
    try {
      const bytes = await drawing.draw({
        workshop: room.id,
        title: board.title,
        format,
        state: async () => {
          const found = await room.withBoard(boardId, ({ doc, title, room: open }) => ({
            doc,
            title,
            version: open.version,
            state: open.encoded(),
          }))
          if (found === undefined) throw new Error('the board has been removed')
          onRead()
          tag = this.#tagOf(found, format)
          at = now()
          return found.state
        },
        load: ({ upload, which }) => storage.loadUpload(room.id, upload, which),
      })
      return { tag, bytes, at }
    } catch (error) {
      if (!(error instanceof NotDrawn)) throw error
      log('warn', 'not_drawn', { why: error.why, error: error.message.slice(0, 160) })
      if (error.why === 'busy') throw BUSY()
      throw new Problem(
        503,
        'not_drawn',
        'The picture could not be drawn. The board itself is safe. Please try again in a moment.',
        { 'retry-after': '5' },
      )
    }
  }

  #keep(key: string, picture: Kept): void {
    const before = this.#kept.get(key)
    if (before === picture) return
    this.#keptBytes += picture.bytes.length - (before?.bytes.length ?? 0)
    this.#kept.delete(key)
    this.#kept.set(key, picture)
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#keptBytes <= KEPT_BYTES_MAX) return
      this.#kept.delete(oldest)
      this.#keptBytes -= bytes.length
    }
  }
}

function isKnown(known: string, tag: string): boolean {
  return known.split(',').some((each) => each.trim().replace(/^W\//, '') === `"${tag}"`)
}

/** A board's title as the name of a file that every system takes. */
function fileName(title: string): string {
  const name = title
    .normalize('NFC')
    .replace(/[\p{C}\\/:*?"<>|%]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
  // Half a letter at the cut would be no name that can be written down.
  const cut = name.slice(0, NAME_MAX).replace(/[\uD800-\uDBFF]$/, '')
  return cut.trim() || 'Board'
}
