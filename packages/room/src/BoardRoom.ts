/**
 * One open board. What arrives waits for the next flush; a flush judges and applies it, puts it on disk, and only then
 * shows it to everybody and acknowledges it: seen means saved.
 */
import * as Y from 'yjs'
import { BoardReading } from '@moot/board'
import type { AwarenessEntry, CloseCode } from '@moot/protocol'
import { CLOSE } from '@moot/protocol'
import { Awareness } from './Awareness.ts'
import { BoardAudience } from './BoardAudience.ts'
import type { BoardVisitor, ConnectionBoard } from './BoardConnection.ts'
import { BoardConnection } from './BoardConnection.ts'
import { BoardDocument } from './BoardDocument.ts'
import type { BoardEnvironment } from './BoardEnvironment.ts'
import { BoardJournal, messageOf } from './BoardJournal.ts'
import { buildDocument } from './documents.ts'
import type { PenBoard } from './Pens.ts'
import { Pens } from './Pens.ts'
import type { Socket } from './Socket.ts'
import type { StoredDocument } from './Storage.ts'
import { SERVER_PERSON } from './Storage.ts'
import { undoPerson } from './undoPerson.ts'

/** Between two flushes of a busy board, in ms. */
const FLUSH_MS = 25
/** Up to this many connections a board counts as quiet: it flushes whenever the last flush is done. */
const QUIET_CONNECTIONS = 8
/** After a failed write, in ms. */
const RETRY_MS = 1_000
/** Updates that wait for a disk that takes nothing; beyond it writers are sent away, in bytes. */
const UNSAVED_MAX = 64 * 1024 * 1024

interface Job {
  readonly connection: BoardConnection
  readonly update: Uint8Array
  readonly bytes: number
  /** Frames of the connection that are in the document once this one is. */
  readonly frames: number
}

/** A change of the server's own that waits for its turn. */
interface Work {
  readonly run: (doc: Y.Doc) => void
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

export class BoardRoom implements ConnectionBoard, PenBoard {
  readonly id: string
  readonly #env: BoardEnvironment
  readonly #document: BoardDocument
  readonly #awareness: Awareness
  readonly #audience: BoardAudience
  readonly #pens: Pens
  readonly #onPeople: () => void
  #jobs: Job[] = []
  #works: Work[] = []
  readonly #journal: BoardJournal
  #isFlushing = false
  /** A fault left the document in doubt: before anything else it is built again from storage. */
  #mustRebuild = false
  #lastFlush = -Infinity
  #timer: { readonly at: number; readonly stop: () => void } | null = null
  #whenSettled: (() => void)[] = []

  private constructor(id: string, env: BoardEnvironment, stored: StoredDocument, onPeople: () => void) {
    this.id = id
    this.#env = env
    this.#onPeople = onPeople
    this.#document = new BoardDocument(stored, env.newClientId)
    this.#awareness = new Awareness((client) => this.#document.ownerOf(client))
    this.#audience = new BoardAudience(this.#document, this.#awareness, env.clock)
    this.#pens = new Pens(this, env.clock)
    this.#journal = new BoardJournal(id, stored, env)
    if (this.#document.damage !== null) this.#sayDamage()
  }

  /**
   * Opens a board from storage.
   *
   * @param onPeople - called when somebody came or left, or a client id turned out to be somebody's
   */
  static async open(id: string, env: BoardEnvironment, onPeople: () => void): Promise<BoardRoom> {
    return new BoardRoom(id, env, await env.storage.load(id), onPeople)
  }

  /** Whether the document could be read whole; one that could not is never written to. */
  get isSound(): boolean {
    return this.#document.damage === null
  }
  get connections(): ReadonlySet<BoardConnection> {
    return this.#audience.connections
  }
  /** Whether nobody is there and nothing waits to be saved. */
  get isIdle(): boolean {
    return this.connections.size === 0 && this.#isSettled && this.#journal.isIdle
  }
  /** Somebody opens this board. They hear our step 1 at once if they may write; the rest follows their own step 1. */
  connect(socket: Socket, visitor: BoardVisitor): BoardConnection {
    const connection = new BoardConnection(this, socket, visitor)
    this.#audience.add(connection)
    this.#pens.opened(connection)
    this.#onPeople()
    return connection
  }

  /** A role or a lock has changed: who may write now and could not is asked for what they have, others are ended. */
  rightsChanged(): void {
    this.#pens.changed()
  }

  /** Changes the document as the server, in the next flush; resolves when that is on disk. */
  change(run: (doc: Y.Doc) => void): Promise<void> {
    if (!this.isSound) return Promise.reject(new Error('a damaged board is not written to'))
    return new Promise((done, failed) => {
      this.#works.push({ run, done, failed })
      this.wake()
    })
  }

  /** Takes back what one person did here since a time (ms since 1970); resolves to how many notes changed. */
  async undoPerson(undone: {
    readonly person: string
    readonly by: string
    readonly since: number
  }): Promise<number> {
    const { clock, storage, newClientId } = this.#env
    const stored = await storage.loadAt(this.id, undone.since)
    const { doc: before, damage } = buildDocument(stored, newClientId(), undone.since)
    if (damage !== null) throw new Error(`the board as it was cannot be read: ${damage}`)
    let notes = 0
    const rows = stored.rows.filter((row) => row.at > undone.since)
    const { ownerOf } = this.#document
    await this.change((doc) => {
      notes = undoPerson(
        doc,
        { before, rows, ownerOf },
        { person: undone.person, by: undone.by, now: clock.now() },
      )
    })
    before.destroy()
    return notes
  }

  /** The person that a Yjs client id belongs to on this board; the server's own included. */
  get ownerOf(): (client: number) => string | undefined {
    return this.#document.ownerOf
  }

  /** Reads the board as plain values; the caller disposes of the reading. */
  read(): BoardReading {
    return new BoardReading(this.#document.doc)
  }

  /** Whether a reading still follows the board: after a fault the document is another one. */
  isReadBy(reading: BoardReading): boolean {
    return reading.doc === this.#document.doc
  }

  /** Grows with every change: while it stays the same, so does the board. */
  get version(): number {
    return this.#journal.seq
  }

  /** The whole document as one update, for reading it elsewhere. */
  encoded(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#document.doc)
  }

  /** Resolves when nothing waits to be saved any more. */
  settled(): Promise<void> {
    if (this.#isSettled) return Promise.resolve()
    return new Promise((resolve) => {
      this.#whenSettled.push(resolve)
      this.wake()
    })
  }
  get #isSettled(): boolean {
    const isWaiting = this.#jobs.length > 0 || this.#works.length > 0 || this.#journal.unsaved.length > 0
    return !this.#isFlushing && !isWaiting
  }

  tick(): void {
    this.#audience.tick()
    this.wake()
  }

  /** Sends everybody away for good, once what they have sent is on disk and they know it, or cannot be saved. */
  async dismiss(code: CloseCode, reason: string): Promise<void> {
    await this.settleArrived()
    this.closeAll(code, reason)
  }

  /** Resolves when what has arrived is on disk and its writers know it, or when it cannot be saved. Never rejects. */
  async settleArrived(): Promise<void> {
    await this.change(() => undefined).catch(() => undefined)
  }

  closeAll(code: CloseCode, reason: string): void {
    this.#audience.closeAll(code, reason)
  }

  /** Makes a snapshot if enough was written since the last one; the board is not idle until that is done. */
  tidy(): void {
    if (this.isSound && this.#journal.isWorthASnapshot) void this.#journal.compact(this.#document.doc)
  }

  /** Lets the document go. Only when idle. */
  dispose(): void {
    this.#timer?.stop()
    this.#pens.dispose()
    this.#document.dispose()
  }

  mayWrite(connection: BoardConnection): boolean {
    return this.#pens.mayWrite(connection)
  }
  triedToWrite(connection: BoardConnection): void {
    this.#pens.tried(connection)
  }
  ask(connection: BoardConnection): void {
    this.#audience.ask(connection)
  }
  deny(connection: BoardConnection, reason: string): void {
    this.#audience.deny(connection, reason)
  }
  hide(connection: BoardConnection): void {
    this.#awareness.leave(connection)
    this.#onPeople()
    this.wake()
  }

  take(connection: BoardConnection, update: Uint8Array, bytes: number): void {
    this.#jobs.push({ connection, update, bytes, frames: connection.received })
    this.wake()
  }

  takeAwareness(connection: BoardConnection, entries: readonly AwarenessEntry[]): void {
    if (this.#awareness.receive(connection, entries)) this.#onPeople()
    if (this.#awareness.hasChanged) this.wake()
  }

  leave(connection: BoardConnection): void {
    this.#audience.remove(connection)
    this.#awareness.leave(connection)
    this.#onPeople()
    this.wake()
  }

  /** Sees to it that there is a flush soon: at once where the last one is long enough ago. */
  wake(): void {
    if (this.#isFlushing) return
    const isRetrying = this.#timer !== null && this.#journal.unsaved.length > 0
    const due = isRetrying ? null : this.#due()
    if (due === null || (this.#timer !== null && this.#timer.at <= due)) return
    this.#timer?.stop()
    this.#timer = null
    const wait = due - this.#env.clock.now()
    if (wait <= 0) void this.#flush()
    else this.#schedule(wait)
  }

  /** When the next flush is due, in ms since 1970; `null` for no work. Presence alone can wait for its turn. */
  #due(): number | null {
    const interval = this.connections.size <= QUIET_CONNECTIONS ? 0 : FLUSH_MS
    const next = this.#lastFlush + interval
    if (this.#jobs.length > 0 || this.#works.length > 0 || this.#audience.isOwed) return next
    return this.#awareness.hasChanged ? Math.max(next, this.#audience.presenceFrom) : null
  }

  #schedule(ms: number): void {
    const stop = this.#env.clock.after(ms, () => {
      this.#timer = null
      void this.#flush()
    })
    this.#timer = { at: this.#env.clock.now() + ms, stop }
  }

  /** Never rejects: whatever goes wrong costs connections, not the process. */
  async #flush(): Promise<void> {
    if (this.#isFlushing) return
    this.#isFlushing = true
    let isSaved = true
    let works: Work[] = []
    try {
      if (this.#mustRebuild) await this.#rebuild()
      const before = this.#audience.vectorIfNeeded()
      const jobs = this.#jobs.splice(0)
      works = this.#works.splice(0)
      const updates: Uint8Array[] = []
      for (const run of runsOf(jobs)) await this.#takeIn(run, updates)
      const done: Work[] = []
      for (const work of works) if (await this.#runWork(work, updates)) done.push(work)
      isSaved = await this.#journal.save()
      const [first, ...more] = updates
      this.#audience.deliver(
        first === undefined ? null : more.length === 0 ? first : Y.mergeUpdates([first, ...more]),
        before,
      )
      if (isSaved) {
        this.#audience.acknowledge()
        for (const work of done) work.done()
      } else for (const work of done) work.failed(new Error('it could not be saved yet'))
    } catch (error) {
      this.#env.log('error', 'flush_failed', { board: this.id, error: messageOf(error) })
      this.#mustRebuild = true
      isSaved = false
      // Whoever waits for one of these holds up every other command of the workshop. Those done already hear nothing.
      for (const work of works) work.failed(error)
      this.closeAll(CLOSE.fault, 'fault')
    }
    this.#isFlushing = false
    this.#lastFlush = this.#env.clock.now()
    this.#env.count('flushes')
    if (!isSaved) {
      if (this.#journal.unsavedBytes > UNSAVED_MAX) this.closeAll(CLOSE.tryLater, 'not_saving')
      if (this.#timer === null) this.#schedule(RETRY_MS)
      return
    }
    if (this.#journal.isLong && this.isSound) void this.#journal.compact(this.#document.doc)
    if (this.#isSettled) for (const resolve of this.#whenSettled.splice(0)) resolve()
    this.wake()
  }

  async #takeIn(run: readonly Job[], updates: Uint8Array[]): Promise<void> {
    const [first] = run
    if (first === undefined) return
    const { connection } = first
    const { person, isFacilitator, mayWriteAs } = connection.visitor
    const author = { person, isFacilitator: isFacilitator(), mayWriteAs }
    for (const job of run) connection.waitingBytes -= job.bytes
    if (!this.mayWrite(connection)) return
    const taken = this.#document.takeIn(
      author,
      run.map((job) => job.update),
    )
    this.#env.count('updates')
    if (taken.kind === 'broken') {
      this.#env.count('broken')
      this.#env.log('error', 'update_broke_board', { board: this.id, reason: taken.reason })
      connection.close(CLOSE.malformed, 'malformed')
      await this.#rebuild()
      return
    }
    if (taken.update !== null) this.#enter(connection.person, taken.update, updates)
    if (taken.kind === 'refused') {
      this.#env.count('refused')
      this.#env.log('warn', 'update_refused', {
        board: this.id,
        code: taken.refusal.code,
        detail: taken.refusal.detail,
      })
      connection.close(CLOSE.refused, taken.refusal.code)
      return
    }
    connection.applied = run.at(-1)?.frames ?? connection.applied
  }

  async #runWork(work: Work, updates: Uint8Array[]): Promise<boolean> {
    try {
      const update = this.#document.change(work.run)
      if (update !== null) this.#enter(SERVER_PERSON, update, updates)
      return true
    } catch (error) {
      this.#env.log('error', 'change_failed', { board: this.id, error: messageOf(error) })
      work.failed(error)
      await this.#rebuild()
      return false
    }
  }

  #enter(person: string, update: Uint8Array, updates: Uint8Array[]): void {
    updates.push(update)
    const bound = this.#document.takeBound()
    this.#journal.enter(person, update, bound)
    for (const [client, owner] of bound) this.#awareness.bind(client, owner)
  }

  async #rebuild(): Promise<void> {
    this.#mustRebuild = true
    this.#document.rebuild(await this.#env.storage.load(this.id), this.#journal.unsaved)
    this.#mustRebuild = false
    if (!this.isSound) this.#sayDamage()
  }

  #sayDamage(): void {
    this.#env.log('error', 'board_damaged', { board: this.id, reason: this.#document.damage ?? '' })
  }
}

/** Jobs of the same connection that follow one another: each run is one transaction and one row of the log. */
function runsOf(jobs: readonly Job[]): Job[][] {
  const runs: Job[][] = []
  for (const job of jobs) {
    const last = runs.at(-1)
    if (last !== undefined && last[0]?.connection === job.connection) last.push(job)
    else runs.push([job])
  }
  return runs
}
