/** Pictures on their way out: so many at once that neither memory nor the disk's thread is taken up by them. */

/** Read from disk at once: what is to be saved waits behind these, and behind no more. */
const READING_MAX = 4
/** Bytes on their way to everybody; once there are as many, nothing more is read. */
const BYTES_MAX = 96 * 1024 * 1024
/** On their way to one person at once, with a device or two: a browser asks for four. */
const TOGETHER_PERSON = 8
/** Of one person, and of everybody, so many may wait. */
const WAITING_PERSON = 200
const WAITING_ALL = 4_000

/** A picture whose turn has come. */
export interface PictureOut {
  /** It has been read, and is so large. */
  readonly read: (bytes: number) => void
  /** It has gone, or nothing became of it. */
  readonly end: () => void
}

interface Waiting {
  readonly person: string
  readonly begin: (out: PictureOut) => void
}

/** Reads pictures for those who ask, a few at once and so many bytes on the way; the rest wait in turn. */
export class PicturesOut {
  readonly #waiting: Waiting[] = []
  readonly #waitingOf = new Map<string, number>()
  readonly #outOf = new Map<string, number>()
  #reading = 0
  #bytes = 0

  /** Resolves when it is this person's turn; `null` where too many wait already. */
  turn(person: string): Promise<PictureOut | null> {
    const before = this.#waitingOf.get(person) ?? 0
    if (before >= WAITING_PERSON || this.#waiting.length >= WAITING_ALL) return Promise.resolve(null)
    return new Promise((begin) => {
      this.#waiting.push({ person, begin })
      count(this.#waitingOf, person, 1)
      this.#work()
    })
  }

  #work(): void {
    for (let index = 0; index < this.#waiting.length;) {
      if (this.#reading >= READING_MAX || this.#bytes >= BYTES_MAX) return
      const next = this.#waiting[index]
      if (next === undefined || (this.#outOf.get(next.person) ?? 0) >= TOGETHER_PERSON) {
        index += 1
        continue
      }
      this.#waiting.splice(index, 1)
      count(this.#waitingOf, next.person, -1)
      next.begin(this.#begin(next.person))
    }
  }

  #begin(person: string): PictureOut {
    count(this.#outOf, person, 1)
    this.#reading += 1
    let isReading = true
    let isOver = false
    let size = 0
    const read = (bytes: number): void => {
      if (!isReading) return
      isReading = false
      this.#reading -= 1
      size = bytes
      this.#bytes += size
      this.#work()
    }
    const end = (): void => {
      if (isOver) return
      isOver = true
      if (isReading) this.#reading -= 1
      isReading = false
      this.#bytes -= size
      count(this.#outOf, person, -1)
      this.#work()
    }
    return { read, end }
  }
}

/** Counts up or down; nobody with nothing is remembered. */
function count(of: Map<string, number>, person: string, by: 1 | -1): void {
  const now = (of.get(person) ?? 0) + by
  if (now === 0) of.delete(person)
  else of.set(person, now)
}
