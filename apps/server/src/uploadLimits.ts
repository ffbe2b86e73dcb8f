/** How much one person and one workshop may send, so that nobody can fill the disk or keep the others waiting. */

/** Pictures a workshop may have. */
export const PICTURES_MAX = 2_000
/** Pictures one person may send at once, and after that one every `REFILL_MS`. */
const BURST = 60
const REFILL_MS = 5_000
/** Pictures of one person that may be under way together. */
const TOGETHER_PERSON = 3
/** Pictures of everybody that may be under way together: each is up to 5 MB in memory. */
const TOGETHER_ALL = 32

interface Sender {
  /** Pictures sent lately, as of `at`. */
  sent: number
  at: number
  together: number
}

/** What has been refused, and for how long, in ms. */
export interface Wait {
  readonly why: 'often' | 'together' | 'busy'
  readonly ms: number
}

/** Who sends how much just now. */
export class UploadLimits {
  readonly #now: () => number
  readonly #senders = new Map<string, Sender>()
  #together = 0

  /** @param now - ms since 1970 */
  constructor(now: () => number) {
    this.#now = now
  }

  /** Begins a picture of `person`: the way to end it, or why not now. */
  begin(person: string): (() => void) | Wait {
    const sender = this.#senderOf(person)
    if (sender.together >= TOGETHER_PERSON) return { why: 'together', ms: 2_000 }
    if (this.#together >= TOGETHER_ALL) return { why: 'busy', ms: 5_000 }
    if (sender.sent > BURST - 1) return { why: 'often', ms: Math.ceil((sender.sent + 1 - BURST) * REFILL_MS) }
    sender.sent += 1
    sender.together += 1
    this.#together += 1
    this.#senders.set(person, sender)
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      sender.together -= 1
      this.#together -= 1
      this.#forgetOld()
    }
  }

  #senderOf(person: string): Sender {
    const now = this.#now()
    const known = this.#senders.get(person)
    if (known === undefined) return { sent: 0, at: now, together: 0 }
    known.sent = Math.max(0, known.sent - (now - known.at) / REFILL_MS)
    known.at = now
    return known
  }

  /** Those who sent nothing for so long that they may send as much as anybody need not be remembered. */
  #forgetOld(): void {
    const now = this.#now()
    for (const [person, { together, sent, at }] of this.#senders)
      if (together === 0 && sent - (now - at) / REFILL_MS <= 0) this.#senders.delete(person)
  }
}
