/**
 * What people missed while they were away: how many notes came to the board that concerns them. Worked out once for each
 * absence and after the fact, so that nobody waits for it; kept in memory alone, also while nobody is there at all.
 */
import type { Workshop } from '@moot/workshop'
import { boardOfSpace, currentRound, currentStage, mainBoard } from '@moot/workshop'
import { HISTORY_MS } from './BoardJournal.ts'
import type { Clock } from './Clock.ts'

/** Whoever is away for less than this has missed nothing to speak of, in ms. */
const AWAY_MS = 60_000
/** Somebody whose first connection comes this soon after they joined has just come in, in ms. */
const JUST_JOINED_MS = 60_000
/** What was missed is told for so long, in ms, unless they look at the board before. */
const TOLD_MS = 600_000
/** Absences that begin within this share one look at the board as it was then, in ms: a line that drops takes many along. */
const SHARED_MS = 10_000

/** What somebody missed: since when, ms since 1970, and how many notes. */
export interface Missed {
  readonly since: number
  readonly notes: number
}

/** What absences are made with. */
export interface AbsenceSource {
  readonly clock: Clock
  readonly workshop: () => Workshop
  /** Writers of the notes in sight on a board that were not there at a time, one entry for each note. */
  readonly writersSince: (board: string, since: number) => Promise<readonly (string | null)[]>
  /** Called when somebody's changed. */
  readonly onChange: () => void
  readonly onFault: (error: unknown) => void
}

export class Absences {
  readonly #source: AbsenceSource
  #here: ReadonlySet<string> = new Set()
  /** When the last connection of those who are away went, ms since 1970. */
  readonly #left: Map<string, number>
  /** The board that somebody who is here said last that they look at. */
  readonly #looking = new Map<string, string>()
  readonly #known = new Map<
    string,
    { readonly missed: Missed; readonly board: string | null; readonly at: number }
  >()
  #missed: ReadonlyMap<string, Missed> = new Map()
  /** One look at the past after the other: each builds a whole document. */
  #queue: Promise<unknown> = Promise.resolve()
  readonly #looks = new Map<string, Promise<readonly (string | null)[]>>()

  /** @param left - when those who were away the last time had left, see `left` */
  constructor(source: AbsenceSource, left: ReadonlyMap<string, number>) {
    this.#source = source
    this.#left = new Map(left)
  }

  /** When those who are away have left, as far as it will still matter when they come back. */
  get left(): ReadonlyMap<string, number> {
    const now = this.#source.clock.now()
    return new Map([...this.#left].filter(([, at]) => now - at < HISTORY_MS))
  }

  /**
   * When somebody who has no connection left, ms since 1970, however long ago; `undefined` where this room and the one
   * before it never saw them.
   */
  leftAt(person: string): number | undefined {
    return this.#left.get(person)
  }

  /** By person; those who missed nothing are left out. */
  get missed(): ReadonlyMap<string, Missed> {
    return this.#missed
  }

  /** @param here - everybody who has a connection now */
  see(here: ReadonlySet<string>): void {
    const before = this.#here
    this.#here = here
    const now = this.#source.clock.now()
    for (const person of before) {
      if (here.has(person)) continue
      this.#left.set(person, now)
      this.#looking.delete(person)
    }
    for (const person of here) if (!before.has(person)) this.#came(person, now)
  }

  /** Somebody looks at a board now: what they missed there they see. */
  looksAt(person: string, board: string | null): void {
    if (board === null) this.#looking.delete(person)
    else this.#looking.set(person, board)
    const known = this.#known.get(person)
    if (board === null || known === undefined || known.board !== board) return
    this.#known.delete(person)
    this.#changed()
  }

  /** To be called every few seconds. */
  tick(): void {
    const { size } = this.#known
    const now = this.#source.clock.now()
    for (const [person, { at }] of this.#known) if (now - at >= TOLD_MS) this.#known.delete(person)
    if (this.#known.size !== size) this.#changed()
  }

  #came(person: string, now: number): void {
    const left = this.#left.get(person)
    this.#left.delete(person)
    const workshop = this.#source.workshop()
    const since = left === undefined ? begunBefore(workshop, person, now) : now - left > AWAY_MS ? left : null
    // Nobody knows any more what was there longer ago than the history is kept.
    if (since === null || now - since >= HISTORY_MS) return
    const board = boardFor(workshop, person)
    const looking = board === null ? Promise.resolve([]) : this.#look(board, since)
    looking.then(
      (writers) => {
        // They look at it already, sooner than it was counted.
        if (board !== null && this.#looking.get(person) === board) return
        // What somebody wrote without a connection comes with them.
        const notes = writers.filter((writer) => writer !== person).length
        this.#known.set(person, { missed: { since, notes }, board, at: now })
        this.#changed()
      },
      // They are told nothing about the board; it is there to be looked at.
      (error: unknown) => this.#source.onFault(error),
    )
  }

  #look(board: string, since: number): Promise<readonly (string | null)[]> {
    const from = since - (since % SHARED_MS)
    const key = `${board} ${from}`
    const known = this.#looks.get(key)
    if (known !== undefined) return known
    const look = this.#queue.then(() => this.#source.writersSince(board, from))
    this.#looks.set(key, look)
    this.#queue = look
      .catch(() => undefined)
      .finally(() => {
        this.#looks.delete(key)
      })
    return look
  }

  #changed(): void {
    this.#missed = new Map(Array.from(this.#known, ([person, { missed }]) => [person, missed]))
    this.#source.onChange()
  }
}

/** When what is going on began, for somebody who has just joined in the middle of it. */
function begunBefore(workshop: Workshop, person: string, now: number): number | null {
  const joined = workshop.people[person]?.joined
  if (joined === undefined || now - joined > JUST_JOINED_MS) return null
  const begun = Math.max(currentStage(workshop)?.started ?? 0, currentRound(workshop)?.opened ?? 0)
  return begun > 0 && begun < joined ? begun : null
}

/** The board that concerns somebody: of the space where they are or were sent, else of the main room. */
function boardFor(workshop: Workshop, person: string): string | null {
  const { space, sent } = workshop.people[person] ?? { space: null, sent: null }
  const place = space ?? (workshop.focus === 'spaces' ? sent?.space : undefined) ?? null
  return (place === null ? null : boardOfSpace(workshop, place)) ?? mainBoard(workshop)
}
