/** Addresses of pictures, asked for once while they are wanted and asked for again when they could not be had. */
type PictureUrl = (upload: string, size: 'full' | 'small') => Promise<string | null>

/** What is known of one picture in one size: its `blob:` address, `null` where it cannot be had, or still nothing. */
export type PictureSource = string | null | undefined

/** Only what the page itself holds: no address that leads anywhere is ever put into an image. */
const isOwn = (url: string): boolean => url.startsWith('blob:')

/** How long until a picture that could not be had is asked for again, in ms. */
const AGAIN_MS = 15_000

/** Remembers addresses for the pictures of one canvas. */
export class PictureSources {
  readonly #url: () => PictureUrl
  readonly #known = new Map<string, { source: PictureSource; at: number }>()
  readonly #listeners = new Set<() => void>()

  constructor(url: () => PictureUrl) {
    this.#url = url
  }

  /** Calls `listener` when any picture has come or failed. Returns the way to stop. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What is known of a picture now. */
  get(upload: string, size: 'full' | 'small'): PictureSource {
    return this.#known.get(`${size} ${upload}`)?.source
  }

  /** An address works no more: it is asked for once again, and then counts as one that cannot be had for a while. */
  lost(upload: string, address: string, now = performance.now()): void {
    for (const size of ['full', 'small'] as const) {
      const entry = this.#known.get(`${size} ${upload}`)
      if (entry?.source !== address) continue
      const isNew = now - entry.at >= AGAIN_MS
      this.#known.set(`${size} ${upload}`, { source: null, at: isNew ? -Infinity : entry.at })
      if (isNew) this.want(upload, size, now)
      else for (const listener of this.#listeners) listener()
    }
  }

  /** Asks for a picture that is wanted now, unless it is known or on its way. */
  want(upload: string, size: 'full' | 'small', now = performance.now()): void {
    const key = `${size} ${upload}`
    const known = this.#known.get(key)
    if (known !== undefined && (known.source !== null || now - known.at < AGAIN_MS)) return
    const entry: { source: PictureSource; at: number } = { source: undefined, at: now }
    this.#known.set(key, entry)
    const settle = (source: string | null): void => {
      entry.source = source !== null && isOwn(source) ? source : null
      for (const listener of this.#listeners) listener()
    }
    this.#url()(upload, size).then(settle, () => settle(null))
  }
}
