/** Erases workshops that nobody has used for the number of days the operator tells people. */
import { messageOf } from './BoardJournal.ts'
import type { Clock } from './Clock.ts'
import type { Log } from './Log.ts'
import { NOTE_USE_MS } from './Room.ts'
import type { Rooms } from './Rooms.ts'

const DAY_MS = 24 * 3_600_000
/** Between two looks, in ms. */
const SWEEP_MS = 3_600_000

interface RetentionEnvironment {
  readonly rooms: Rooms
  readonly clock: Clock
  readonly log: Log
}

export class Retention {
  readonly #env: RetentionEnvironment
  readonly #days: number
  #sweeping: Promise<void> = Promise.resolve()
  #callOff: (() => void) | null = null
  #isStopped = false

  /** @param days - whole days without use after which a workshop is erased; 0 keeps all */
  constructor(env: RetentionEnvironment, days: number) {
    this.#env = env
    this.#days = days
  }

  /** Looks at once, and every hour from then on. */
  start(): void {
    if (this.#days === 0 || this.#isStopped) return
    this.#sweeping = this.#sweep().then(() => {
      if (!this.#isStopped) this.#callOff = this.#env.clock.after(SWEEP_MS, () => this.start())
    })
  }

  /** Looks no more; resolves when what is being erased is gone. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#callOff?.()
    await this.#sweeping
  }

  /** Never rejects: what could not be erased is said in the log and tried again an hour later. */
  async #sweep(): Promise<void> {
    const { rooms, clock, log } = this.#env
    // Erasing rewrites the file, and nothing is saved meanwhile. While people are at work anywhere it waits, a day at
    // most. Use is noted every hour only, so that hour is given too: nothing is erased early.
    const grace = rooms.figures().connections > 0 ? DAY_MS : NOTE_USE_MS
    try {
      const workshops = await rooms.eraseUnused(clock.now() - this.#days * DAY_MS - grace)
      if (workshops > 0) log('info', 'erased', { workshops })
    } catch (error) {
      log('error', 'not_erased', { error: messageOf(error) })
    }
  }
}
