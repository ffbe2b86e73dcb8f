/** One workshop at the server: decides commands, keeps the record, tells everybody connected, holds its open boards. */
import type { Answer } from '@moot/protocol'
import { CLOSE } from '@moot/protocol'
import type { Around, Command, Decision, Moment, Role, Workshop, WorkshopEvent } from '@moot/workshop'
import {
  assistedBy,
  boardsInSight,
  decide,
  decideAppoint,
  decideJoin,
  decideReturn,
  evolveAll,
  lockable,
  lockOf,
  mayOnBoard,
} from '@moot/workshop'
import { Absences } from './Absences.ts'
import { momentOf, whereabouts } from './around.ts'
import type { BoardConnection, BoardVisitor } from './BoardConnection.ts'
import type { BoardRoom } from './BoardRoom.ts'
import { freshBoard } from './boardsToMake.ts'
import type { Means } from './carryOut.ts'
import { carryOut } from './carryOut.ts'
import type { Joined, Refused } from './comingIn.ts'
import type { LiveEnds } from './hearLive.ts'
import { hearLive } from './hearLive.ts'
import { LiveAudience } from './LiveAudience.ts'
import { LiveConnection } from './LiveConnection.ts'
import { settleNotes } from './notesOfTopics.ts'
import { OpenBoards } from './OpenBoards.ts'
import { Overdue } from './Overdue.ts'
import { Pace, TOO_FAST } from './Pace.ts'
import { withWordsOfNote } from './quotedWords.ts'
import { replay } from './replay.ts'
import type { RoomEnvironment } from './RoomEnvironment.ts'
import type { LiveSocket, Socket } from './Socket.ts'
import { SpaceWatch } from './SpaceWatch.ts'
import type { StoredWorkshop, WorkshopRecord } from './Storage.ts'
import { Turns } from './Turns.ts'
import { countNotes, writersSince } from './writersSince.ts'

/** That somebody is here is put on disk this often, in ms; `Retention` allows for it. */
export const NOTE_USE_MS = 3_600_000

/** What is known of the time before a room was opened. */
interface Before {
  /** Since when nobody can have been connected unseen, ms since 1970: when this server started. */
  readonly since: number
  /** What `left` of this workshop’s last room was. */
  readonly left: ReadonlyMap<string, number>
}

export class Room {
  readonly id: string
  readonly joinKey: string
  readonly joinCode: string
  readonly observerKey: string
  /** Until what a server that was killed did not come to is done on the boards; never rejects. Nobody comes in before it. */
  readonly ready: Promise<void>
  readonly #env: RoomEnvironment
  readonly #secrets: Map<string, string>
  #workshop: Workshop
  #seq: number
  readonly #live: LiveAudience
  readonly #boards: OpenBoards
  readonly #watch: SpaceWatch
  readonly #absences: Absences
  /** Since when those are away who have no connection: as far as anybody can know, never longer. */
  readonly #awaySince: Moment['left']
  readonly #pace: Pace
  readonly #ends: LiveEnds
  readonly #overdue: Overdue
  /** What commands are carried out with. */
  readonly #means: Omit<Means, 'store'>
  /** Commands are decided one after the other, each on what the one before it stored. */
  readonly #turns = new Turns()
  #usedAt = -Infinity

  constructor(stored: StoredWorkshop, env: RoomEnvironment, { since, left }: Before) {
    this.id = stored.id
    this.joinKey = stored.joinKey
    this.joinCode = stored.joinCode
    this.observerKey = stored.observerKey
    this.#env = env
    this.#secrets = new Map(stored.secrets)
    this.#pace = new Pace(env)
    this.#live = new LiveAudience({ workshop: () => this.#workshop, around: () => this.#around() }, env.clock)
    this.#boards = new OpenBoards(env, () => this.#peopleChanged())
    this.#watch = new SpaceWatch(
      {
        workshop: () => this.#workshop,
        hold: (doc) => this.#boards.hold(doc),
        onFault: (error) => this.#fault('watch', error),
      },
      env.clock,
    )
    this.#absences = new Absences(
      {
        clock: env.clock,
        workshop: () => this.#workshop,
        writersSince: (board, since) =>
          this.#turns.hold(() =>
            writersSince(this.#boards, env, this.#workshop.boards[board]?.doc ?? '', since),
          ),
        onChange: () => this.#live.changed(),
        onFault: (error) => this.#fault('absence', error),
      },
      left,
    )
    this.#overdue = new Overdue({
      clock: env.clock,
      workshop: () => this.#workshop,
      count: async (board) => (await this.withBoard(board, ({ room }) => countNotes(room))) ?? 0,
      store: (decide) => this.#turns.next(() => this.#store({ ok: true, events: decide() })),
      onFault: (error) => this.#fault('overdue', error),
    })
    this.#awaySince = {
      get: (person) =>
        this.#absences.leftAt(person) ?? Math.max(since, this.#workshop.people[person]?.joined ?? 0),
    }
    this.#ends = {
      now: () => env.clock.now(),
      maySay: (person, text) => this.#pace.maySay(person, text),
      greet: (connection) => this.#live.greet(connection),
      command: (person, command) => this.command(person, command),
      moved: ({ person, at }) => {
        this.#absences.looksAt(person, at.board)
        this.#live.changed()
      },
      watch: (connection, what) => this.#watch.set(connection, what),
      fault: (where, error) => this.#fault(where, error),
    }
    this.#seq = stored.events.at(-1)?.seq ?? 0
    const { workshop, errands, unknown } = replay(stored.events)
    this.#workshop = workshop
    this.#means = { env, boards: this.#boards, workshop: () => this.#workshop }
    this.ready = this.#turns.next(() => settleNotes(errands, this.#means))
    // Once, however many they are: after a step back to an earlier version it may be thousands.
    if (unknown > 0) env.log('warn', 'event_unknown', { workshop: this.id, events: unknown })
  }

  get workshop(): Workshop {
    return this.#workshop
  }
  /** Whether nobody is connected and nothing is under way. */
  get isIdle(): boolean {
    return this.#live.size === 0 && !this.#turns.isBusy && this.#boards.isIdle
  }
  /** When those who are away have left, ms since 1970: for the next room of this workshop. */
  get left(): ReadonlyMap<string, number> {
    return this.#absences.left
  }
  get connections(): number {
    return this.#live.size + this.#boards.connections
  }
  get openBoards(): number {
    return this.#boards.size
  }

  /** The person a secret belongs to, if they are on the roster. */
  personOf(secret: string): string | undefined {
    const person = this.#secrets.get(this.#env.secrets.hash(secret))
    return person !== undefined && this.#isHereStill(person) ? person : undefined
  }

  #isHereStill(person: string): boolean {
    return this.#workshop.people[person]?.gone === null
  }

  /** The role that a link's key gives, or `undefined` for a key of no link. */
  async roleOfKey(key: string): Promise<Role | undefined> {
    const { secrets, storage } = this.#env
    // Hashes are compared, so that the time it takes says nothing about the key.
    const hash = secrets.hash(key)
    if (hash === secrets.hash(this.joinKey)) return 'participant'
    if (hash === secrets.hash(this.observerKey)) return 'observer'
    return (await storage.hasFacilitatorKey(this.id, hash)) ? 'facilitator' : undefined
  }

  /** Somebody comes in through a link of this role. */
  join(name: string, role: Role): Promise<Joined | Refused> {
    return this.#turns.next(async () => {
      const { newId, secrets } = this.#env
      const decision = decideJoin(this.#workshop, newId(), name, role)
      if (!decision.ok) return decision
      const { person } = decision
      const secret = secrets.fresh()
      await this.#store(decision, { secrets: [{ hash: secrets.hash(secret), person }] })
      return this.#joined(person, secret)
    })
  }

  /** Somebody already here opens a link of another role: they keep who they are and may rise. */
  appoint(person: string, secret: string, role: Role): Promise<Joined | Refused> {
    return this.#turns.next(async () => {
      await this.#store(decideAppoint(this.#workshop, person, role))
      return this.#joined(person, secret)
    })
  }

  /** The same person on another device, by the code they were given. */
  rejoin(code: string): Promise<Joined | Refused> {
    return this.#turns.next(async () => {
      const { secrets, storage, clock } = this.#env
      const secret = secrets.fresh()
      const secretHash = secrets.hash(secret)
      const person = await storage.redeem(this.id, {
        codeHash: secrets.hash(code),
        secretHash,
        now: clock.now(),
      })
      if (person === undefined) {
        return {
          ok: false,
          code: 'bad_rejoin_code',
          message:
            'That code is not right, has been used, or is too old. Ask for a new one on the device you have joined with.',
        }
      }
      this.#secrets.set(secretHash, person)
      await this.#store(decideReturn(this.#workshop, person))
      return this.#joined(person, secret)
    })
  }

  /** Judges and carries out one command. What it leads to is on disk before this resolves. */
  async command(person: string, asked: Command): Promise<Answer> {
    if (!this.#pace.mayCommand(person)) return TOO_FAST
    return this.#turns.next(async () => {
      const command = await withWordsOfNote(asked, this.#workshop, this.#boards)
      if ('ok' in command) return command
      const fresh = freshBoard(this.#workshop, command, this.#env.newId)
      const moment = momentOf(fresh, this.#here(), this.#awaySince, this.#env)
      const decision = decide(this.#workshop, command, person, moment)
      if (!decision.ok) return decision
      const store = (more?: Omit<WorkshopRecord, 'events'>): Promise<void> => this.#store(decision, more)
      return carryOut({ ...this.#means, store }, { person, command, events: decision.events })
    })
  }

  /** Opens `/live` for a person. Call `heard` for each message and `left` at the end. */
  openLive(
    socket: LiveSocket,
    person: string,
  ): { readonly heard: (text: string) => void; readonly left: () => void } {
    const connection = new LiveConnection(socket, person)
    this.#live.add(connection)
    this.#peopleChanged()
    this.#noteUse()
    return {
      heard: (text) => hearLive(this.#ends, connection, text),
      left: () => {
        this.#watch.set(connection, 'none')
        this.#live.remove(connection)
        this.#peopleChanged()
      },
    }
  }

  /** Opens a board for a person; `undefined` where no board in sight has this document. */
  async openBoard(
    doc: string,
    socket: Socket,
    person: string,
    extras: boolean,
  ): Promise<BoardConnection | undefined> {
    const boardId = this.#boardOf(doc)
    if (boardId === undefined) return undefined
    this.#noteUse()
    return this.#turns.hold(async () => {
      const board = await this.#boards.open(doc)
      // It may have been removed meanwhile.
      if (this.#boardOf(doc) === undefined) return undefined
      const connection = board.connect(socket, this.#visitor(person, boardId, extras))
      if (!this.#isHereStill(person)) connection.close(CLOSE.unknownPerson, 'removed')
      return connection
    })
  }

  #visitor(person: string, board: string, extras: boolean): BoardVisitor {
    const role = (): Role => (this.#isHereStill(person) && this.#workshop.people[person]?.role) || 'observer'
    return {
      person,
      may: () => mayOnBoard(role(), lockOf(lockable(this.#workshop), board)),
      isFacilitator: () => role() === 'facilitator',
      mayWriteAs: (other) =>
        other === person || assistedBy(this.#workshop, person).some(({ id }) => id === other),
      extras,
    }
  }

  /** Runs `read` with each board in sight, in order; the boards stay open meanwhile. */
  async withBoards<T>(
    read: (boards: readonly { readonly id: string; readonly title: string; readonly room: BoardRoom }[]) => T,
  ): Promise<T> {
    this.#noteUse()
    return this.#turns.hold(async () => {
      const boards = await Promise.all(
        boardsInSight(this.#workshop.boards).map(async ({ id, title, doc }) => ({
          id,
          title,
          room: await this.#boards.open(doc),
        })),
      )
      return read(boards)
    })
  }

  /** Runs `read` with one board in sight, open meanwhile; `undefined` where there is none of this id. */
  async withBoard<T>(
    boardId: string,
    read: (board: { readonly doc: string; readonly title: string; readonly room: BoardRoom }) => T,
  ): Promise<T | undefined> {
    const board = boardsInSight(this.#workshop.boards).find(({ id }) => id === boardId)
    if (board === undefined) return undefined
    this.#noteUse()
    const { doc, title } = board
    return this.#turns.hold(async () => read({ doc, title, room: await this.#boards.open(doc) }))
  }

  /** To be called every few seconds. What is due happens, and boards that nobody is at are let go. */
  tick(): void {
    if (this.connections > 0) this.#noteUse()
    this.#absences.tick()
    this.#overdue.tick()
    this.#boards.tick(this.#turns.isBusy)
  }

  /** Saves everything, then closes every socket. Nothing may be opened any more. */
  async close(): Promise<void> {
    this.#watch.close()
    await this.#boards.close()
    await this.#turns.settled()
    this.#live.close()
  }

  /** Somebody is here or reads. What they write is not enough to know it by: many only look. */
  #noteUse(): void {
    const now = this.#env.clock.now()
    if (now - this.#usedAt < NOTE_USE_MS) return
    this.#usedAt = now
    this.#env.storage.noteUse(this.id, now).catch((error: unknown) => {
      this.#usedAt = -Infinity
      this.#fault('use', error)
    })
  }

  #boardOf(doc: string): string | undefined {
    return boardsInSight(this.#workshop.boards).find((board) => board.doc === doc)?.id
  }

  /** Stores events and what belongs to them, and only then lets them happen. */
  async #store(decision: Decision, more: Omit<WorkshopRecord, 'events'> = {}): Promise<void> {
    const { storage, clock } = this.#env
    if (decision.events.length === 0 && Object.keys(more).length === 0) return
    const at = clock.now()
    const events = decision.events.map((event, index) => ({ seq: this.#seq + index + 1, at, event }))
    await storage.record(this.id, { events, ...more })
    this.#seq += events.length
    for (const { hash, person } of more.secrets ?? []) this.#secrets.set(hash, person)
    this.#happen(decision.events, at)
  }

  #happen(events: readonly WorkshopEvent[], at: number): void {
    this.#workshop = evolveAll(
      this.#workshop,
      events.map((event) => ({ event, at })),
    )
    this.#boards.rightsChanged()
    if (events.some(({ type }) => type === 'person.removed' || type === 'workshop.reset')) {
      const isGone = (person: string): boolean => !this.#isHereStill(person)
      this.#boards.sendAway(isGone)
      this.#live.sendAway(isGone)
    }
    this.#live.changed()
  }

  #joined(person: string, secret: string): Joined | Refused {
    const known = this.#workshop.people[person]
    if (known === undefined || known.gone !== null)
      return { ok: false, code: 'no_such_person', message: 'That person is not in this workshop.' }
    return { ok: true, personId: person, secret, role: known.role, name: known.name }
  }

  #around(): Around {
    const links = { join: this.joinKey, code: this.joinCode, observer: this.observerKey }
    return {
      ...whereabouts(this.#workshop, this.#boards),
      links,
      missed: this.#absences.missed,
      now: this.#env.clock.now(),
      here: this.#here(),
      left: this.#awaySince,
    }
  }

  /** Everybody who has a connection. */
  #here(): ReadonlySet<string> {
    return new Set([...this.#live.people(), ...this.#boards.people()])
  }

  #peopleChanged(): void {
    this.#absences.see(this.#here())
    this.#live.changed()
  }

  #fault(where: string, error: unknown): void {
    this.#env.log('error', 'fault', {
      workshop: this.id,
      where,
      error: error instanceof Error ? error.message.slice(0, 160) : 'unknown',
    })
  }
}
