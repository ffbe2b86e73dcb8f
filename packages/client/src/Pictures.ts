/** The pictures of one workshop in this browser: fetched once with the person's secret, shown as `blob:` addresses. */
import { onWake } from './sockets.ts'

/** The two sizes that the server keeps of every picture. */
export type PictureSize = 'full' | 'small'

/** What the pictures are fetched with. */
export interface PicturesOptions {
  readonly workshopId: string
  readonly secret: string
  /** `http(s)://host`; the page's own where left out. */
  readonly origin?: string
}

/** Fetched at once: browsers open six connections to a server, and commands need one too. */
const AT_ONCE = 4
/** Kept at once, in bytes and in number; beyond it those go that were asked for longest ago and are not held. */
const BYTES_MAX = 128 * 1024 * 1024
const COUNT_MAX = 400
/** How long one picture may take to come, in ms: 5 MB over a poor line. */
const FETCH_TIMEOUT_MS = 60_000
/** Waits between tries while the server cannot be reached, in ms; the last one repeats. */
const BACKOFF_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const

interface Entry {
  readonly url: Promise<string | null>
  /** Once it has come. */
  blobUrl: string | null
  bytes: number
  holds: number
}

/** Owns its addresses, fetches and timers; `dispose` lets them go. */
export class Pictures {
  readonly #base: string
  readonly #secret: string
  /** By upload and size, the one asked for longest ago first. */
  readonly #entries = new Map<string, Entry>()
  readonly #end = new AbortController()
  readonly #waitingForTurn: (() => void)[] = []
  readonly #asleep = new Set<() => void>()
  readonly #stopWake: () => void
  #running = 0

  constructor({ workshopId, secret, origin }: PicturesOptions) {
    this.#base = `${origin ?? ''}/api/workshops/${encodeURIComponent(workshopId)}/uploads`
    this.#secret = secret
    this.#stopWake = onWake(() => {
      for (const wake of Array.from(this.#asleep)) wake()
    })
  }

  /**
   * The address to show a picture at. Waits, and tries again, while the server cannot be reached; `null` where the
   * server has no such picture for this person, or after `dispose`. An address may stop working once many others were
   * asked for since, unless it is held: who shows it again asks again.
   */
  url(upload: string, size: PictureSize): Promise<string | null> {
    return this.#entry(upload, size).url
  }

  /** Keeps the address of a picture working until the returned function is called. */
  hold(upload: string, size: PictureSize): () => void {
    const entry = this.#entry(upload, size)
    entry.holds += 1
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      entry.holds -= 1
      this.#makeRoom()
    }
  }

  /** Revokes every address and ends what is under way. */
  dispose(): void {
    this.#end.abort()
    this.#stopWake()
    for (const wake of Array.from(this.#asleep)) wake()
    for (const next of this.#waitingForTurn.splice(0)) next()
    for (const { blobUrl } of this.#entries.values()) if (blobUrl !== null) URL.revokeObjectURL(blobUrl)
    this.#entries.clear()
  }

  #entry(upload: string, size: PictureSize): Entry {
    const key = `${size} ${upload}`
    const known = this.#entries.get(key)
    if (known !== undefined) {
      // Again at the end: asked for last.
      this.#entries.delete(key)
      this.#entries.set(key, known)
      return known
    }
    const entry: Entry = { url: this.#load(key, upload, size), blobUrl: null, bytes: 0, holds: 0 }
    if (!this.#end.signal.aborted) this.#entries.set(key, entry)
    return entry
  }

  async #load(key: string, upload: string, size: PictureSize): Promise<string | null> {
    const blob = await this.#fetch(upload, size)
    const entry = this.#entries.get(key)
    if (blob === null || entry === undefined || this.#end.signal.aborted) return null
    entry.blobUrl = URL.createObjectURL(blob)
    entry.bytes = blob.size
    this.#makeRoom()
    return entry.blobUrl
  }

  /** The picture's bytes, however long it takes; `null` where there are none to be had. */
  async #fetch(upload: string, size: PictureSize): Promise<Blob | null> {
    const { signal } = this.#end
    for (let tries = 0; !signal.aborted; tries += 1) {
      const blob = await this.#inTurn(() => this.#attempt(upload, size))
      if (blob !== undefined) return blob
      await this.#sleep(BACKOFF_MS[Math.min(tries, BACKOFF_MS.length - 1)] ?? 15_000)
    }
    return null
  }

  /** One try: the bytes, `null` for a no that stays one, `undefined` for another try later. */
  async #attempt(upload: string, size: PictureSize): Promise<Blob | null | undefined> {
    if (this.#end.signal.aborted) return null
    try {
      const address = `${this.#base}/${encodeURIComponent(upload)}${size === 'small' ? '/small' : ''}`
      const response = await fetch(address, {
        headers: { authorization: `Bearer ${this.#secret}` },
        credentials: 'omit',
        signal: AbortSignal.any([this.#end.signal, AbortSignal.timeout(FETCH_TIMEOUT_MS)]),
      })
      if (response.ok) return await response.blob()
      return response.status >= 500 || response.status === 429 || response.status === 408 ? undefined : null
    } catch {
      return undefined
    }
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waitingForTurn.push(resolve))
    this.#running += 1
    try {
      return await work()
    } finally {
      this.#running -= 1
      this.#waitingForTurn.shift()?.()
    }
  }

  #sleep(ms: number): Promise<void> {
    if (this.#end.signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer)
        this.#asleep.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, ms)
      this.#asleep.add(wake)
    })
  }

  #makeRoom(): void {
    let bytes = 0
    for (const entry of this.#entries.values()) bytes += entry.bytes
    for (const [key, entry] of this.#entries) {
      if (bytes <= BYTES_MAX && this.#entries.size <= COUNT_MAX) return
      if (entry.holds > 0 || entry.blobUrl === null) continue
      bytes -= entry.bytes
      this.#entries.delete(key)
      URL.revokeObjectURL(entry.blobUrl)
    }
  }
}
