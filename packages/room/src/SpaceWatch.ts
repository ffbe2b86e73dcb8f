/**
 * Tells those who watch the spaces, or the wall, what is on the boards concerned, once a second at most: one text for all
 * who watch alike. Boards are read only while somebody watches.
 */
import type { BoardDigest, DigestsMessage, WatchKind } from '@moot/protocol'
import type { Workshop } from '@moot/workshop'
import { boardOfSpace } from '@moot/workshop'
import type { BoardRoom } from './BoardRoom.ts'
import type { Clock } from './Clock.ts'
import { WatchedBoard } from './WatchedBoard.ts'

/** Between two tellings, in ms. */
const TELL_MS = 1_000
/** What there is to follow: a channel each. */
const KINDS = ['lines', 'minis', 'wall'] as const
type Kind = (typeof KINDS)[number]

/** Somebody who may watch: a `LiveConnection`. */
export interface Watcher {
  readonly isSlow: boolean
  sendText(text: string): void
}

/** What there is to watch, asked for whenever it is told. */
export interface WatchSource {
  readonly workshop: () => Workshop
  readonly hold: (doc: string) => Promise<{ readonly board: BoardRoom; readonly release: () => void }>
  /** A board could not be opened; it is tried again. */
  readonly onFault: (error: unknown) => void
}

/** Everybody who follows the same: what they know, and who has missed something and needs all of it. */
class Channel {
  readonly #watchers = new Map<Watcher, 'current' | 'behind'>()
  #known: ReadonlyMap<string, BoardDigest> = new Map()

  get isWatched(): boolean {
    return this.#watchers.size > 0
  }
  add(watcher: Watcher): void {
    if (!this.#watchers.has(watcher)) this.#watchers.set(watcher, 'behind')
  }
  remove(watcher: Watcher): void {
    this.#watchers.delete(watcher)
  }

  tell(next: ReadonlyMap<string, BoardDigest>): void {
    const changed = [...next].filter(([board, digest]) => !isSame(this.#known.get(board), digest))
    const unset = [...this.#known.keys()].filter((board) => !next.has(board))
    const isNews = changed.length + unset.length > 0
    this.#known = next
    let news: string | undefined
    let whole: string | undefined
    for (const [watcher, state] of this.#watchers) {
      if (watcher.isSlow) {
        if (isNews) this.#watchers.set(watcher, 'behind')
      } else if (state === 'behind') {
        whole ??= textOf({ isWhole: true, set: Object.fromEntries(next), unset: [] })
        this.#watchers.set(watcher, 'current')
        watcher.sendText(whole)
      } else if (isNews) {
        news ??= textOf({ isWhole: false, set: Object.fromEntries(changed), unset })
        watcher.sendText(news)
      }
    }
  }
}

export class SpaceWatch {
  readonly #source: WatchSource
  readonly #clock: Clock
  readonly #channels = { lines: new Channel(), minis: new Channel(), wall: new Channel() } as const
  /** By board. */
  readonly #boards = new Map<string, WatchedBoard>()
  #lastTold = -Infinity
  #stopTimer: (() => void) | null = null
  #isTelling = false
  #isClosed = false

  constructor(source: WatchSource, clock: Clock) {
    this.#source = source
    this.#clock = clock
  }

  /** Somebody watches from now on, otherwise than before, or no more. They are told all of it soon. */
  set(watcher: Watcher, what: WatchKind): void {
    for (const kind of KINDS) {
      if (kind === what) this.#channels[kind].add(watcher)
      else this.#channels[kind].remove(watcher)
    }
    if (this.#isWatched) this.#schedule()
    else this.#letGo()
  }

  /** Lets everything go. */
  close(): void {
    this.#isClosed = true
    this.#letGo()
  }

  get #isWatched(): boolean {
    return !this.#isClosed && KINDS.some((kind) => this.#channels[kind].isWatched)
  }

  #schedule(): void {
    if (this.#stopTimer !== null || this.#isTelling) return
    const wait = Math.max(0, this.#lastTold + TELL_MS - this.#clock.now())
    this.#stopTimer = this.#clock.after(wait, () => {
      this.#stopTimer = null
      void this.#tell()
    })
  }

  #letGo(): void {
    this.#stopTimer?.()
    this.#stopTimer = null
    for (const board of this.#boards.values()) board.dispose()
    this.#boards.clear()
  }

  /** Never rejects: what cannot be opened is left out and tried again. */
  async #tell(): Promise<void> {
    this.#isTelling = true
    await this.#follow()
    this.#isTelling = false
    this.#lastTold = this.#clock.now()
    if (!this.#isWatched) {
      this.#letGo()
      return
    }
    try {
      for (const kind of KINDS)
        if (this.#channels[kind].isWatched) this.#channels[kind].tell(this.#digests(kind))
    } catch (error) {
      this.#source.onFault(error)
    }
    this.#schedule()
  }

  #digests(kind: Kind): Map<string, BoardDigest> {
    const wanted = boardsFor(kind, this.#source.workshop())
    const digest = kind === 'minis' ? 'minis' : 'lines'
    return new Map(
      Array.from(this.#boards, ([id, board]) => [id, board] as const)
        .filter(([id]) => wanted.has(id))
        .map(([id, board]) => [id, board.digest(digest)]),
    )
  }

  /** Opens what is to be watched and lets go of what is not any more. */
  async #follow(): Promise<void> {
    const workshop = this.#source.workshop()
    const isWall = this.#channels.wall.isWatched
    const wanted = boardsFor(isWall ? 'wall' : 'lines', workshop)
    for (const [id, board] of this.#boards) {
      if (wanted.get(id) === board.doc) continue
      board.dispose()
      this.#boards.delete(id)
    }
    // One after the other: a wall of sixty boards is no pause for those who write meanwhile.
    for (const [id, doc] of wanted) {
      if (this.#boards.has(id)) continue
      if (!this.#isWatched) return
      try {
        const board = new WatchedBoard(doc, await this.#source.hold(doc), this.#clock)
        this.#boards.set(id, board)
        board.digest('lines')
      } catch (error) {
        this.#source.onFault(error)
      }
    }
  }
}

/**
 * Boards that are followed, with their documents: of the spaces that everybody sees just now and of topics that are going
 * on; for the wall those of every topic that has a report besides, of earlier rounds too.
 */
function boardsFor(kind: Kind, workshop: Workshop): Map<string, string> {
  const boards = new Map<string, string>()
  const add = (id: string | null): void => {
    const board = id === null ? undefined : workshop.boards[id]
    if (board?.gone === null) boards.set(board.id, board.doc)
  }
  for (const { id, isGone, isHidden } of Object.values(workshop.spaces))
    if (!isGone && !isHidden) add(boardOfSpace(workshop, id))
  for (const { state, report, board } of Object.values(workshop.topics))
    if (state === 'running' || (kind === 'wall' && report !== null)) add(board)
  return boards
}

function isSame(before: BoardDigest | undefined, after: BoardDigest): boolean {
  // A digest keeps its identity until something on its board changes; then it may still say the same.
  return before === after || (before !== undefined && JSON.stringify(before) === JSON.stringify(after))
}

function textOf(message: Omit<DigestsMessage, 'type'>): string {
  return JSON.stringify({ type: 'digests', ...message } satisfies DigestsMessage)
}
