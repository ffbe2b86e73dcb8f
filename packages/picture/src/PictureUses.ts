/** Pictures within a picture: each is in the file once, however often the board shows it. */
import type { Box } from '@moot/board'
import { element, num } from './xml.ts'

/** What may stand in the file: bytes of a picture, and nothing that is fetched or runs. */
const PLAIN_DATA = /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/

/** Collects the pictures that a file needs, each of them once. */
export class PictureUses {
  readonly #pictures: ReadonlyMap<string, string>
  readonly #ids = new Map<string, string | null>()
  #definitions = ''

  /** @param pictures - data: addresses by upload */
  constructor(pictures: ReadonlyMap<string, string>) {
    this.#pictures = pictures
  }

  /** The definitions of all pictures that were used. */
  get definitions(): string {
    return this.#definitions
  }

  /** A picture filling a box, or `null` where it is not there. */
  use(upload: string, { x, y, w, h }: Box): string | null {
    const id = this.#idOf(upload)
    if (id === null) return null
    return element('use', {
      href: `#${id}`,
      transform: `matrix(${num(w)} 0 0 ${num(h)} ${num(x)} ${num(y)})`,
    })
  }

  #idOf(upload: string): string | null {
    const known = this.#ids.get(upload)
    if (known !== undefined) return known
    const href = this.#pictures.get(upload)
    const id = href !== undefined && PLAIN_DATA.test(href) ? `picture-${this.#ids.size + 1}` : null
    this.#ids.set(upload, id)
    if (id !== null && href !== undefined)
      // Checked above; escaping it letter by letter would only cost time.
      this.#definitions += `<image id="${id}" width="1" height="1" preserveAspectRatio="none" href="${href}"/>`
    return id
  }
}
