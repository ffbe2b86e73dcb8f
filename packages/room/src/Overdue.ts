/** Lets happen what time alone brings about: topics end, and at half-time it is asked who takes notes. */
import type { Workshop, WorkshopEvent } from '@moot/workshop'
import { dueEvents, FEW_NOTES } from '@moot/workshop'
import type { Clock } from './Clock.ts'

/** What it goes by. */
export interface OverdueSource {
  readonly clock: Clock
  readonly workshop: () => Workshop
  /** How many notes are in sight on a board. */
  readonly count: (board: string) => Promise<number>
  /** Stores what `decide` says when its turn comes, and lets it happen. */
  readonly store: (decide: () => readonly WorkshopEvent[]) => Promise<void>
  readonly onFault: (error: unknown) => void
}

export class Overdue {
  readonly #source: OverdueSource
  /** Boards with notes enough, or that cannot be read: nobody is asked about them, and they are not opened again. */
  readonly #settled = new Set<string>()
  #isUnderWay = false

  constructor(source: OverdueSource) {
    this.#source = source
  }

  /** To be called every few seconds. What cannot be stored is tried again the next time. */
  tick(): void {
    if (this.#isUnderWay) return
    const unknown = new Set<string>()
    const due = this.#due((board) => {
      if (!this.#settled.has(board)) unknown.add(board)
      return undefined
    })
    if (due.length + unknown.size === 0) return
    this.#isUnderWay = true
    this.#catchUp(unknown)
      .catch(this.#source.onFault)
      .finally(() => {
        this.#isUnderWay = false
      })
  }

  #due(notesOn: (board: string) => number | undefined): WorkshopEvent[] {
    return dueEvents(this.#source.workshop(), this.#source.clock.now(), notesOn)
  }

  /** Boards are counted before the turn: nobody's command waits for them to be opened. */
  async #catchUp(unknown: ReadonlySet<string>): Promise<void> {
    const counts = new Map<string, number>()
    for (const board of unknown) {
      try {
        counts.set(board, await this.#source.count(board))
      } catch (error) {
        this.#settled.add(board)
        this.#source.onFault(error)
      }
    }
    for (const [board, notes] of counts) if (notes >= FEW_NOTES) this.#settled.add(board)
    await this.#source.store(() => this.#due((board) => counts.get(board)))
  }
}
