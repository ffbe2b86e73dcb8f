/** All workshops of this server: made, found, opened when first needed and let go when nobody is there. */
import type { BoardReading } from '@moot/board'
import type { CarryResponse, CodeResponse, CreateRequest, CreateResponse, DoorResponse } from '@moot/protocol'
import type { WriteUpSource } from '@moot/writeup'
import { afterRound } from './afterRound.ts'
import { beginWorkshop } from './beginWorkshop.ts'
import { HISTORY_MS } from './BoardJournal.ts'
import type { CopiedUpload } from './draft.ts'
import { boardsOf } from './draft.ts'
import { beginFromEarlier, suggestCarry } from './fromEarlier.ts'
import type { Joined, Refused } from './comingIn.ts'
import { originsOf } from './originsOf.ts'
import { Room } from './Room.ts'
import type { RoomEnvironment } from './RoomEnvironment.ts'
import { freshCode, readCode } from './Secrets.ts'
import type { NewWorkshop, StoredEvent, WorkshopToErase } from './Storage.ts'
import { SERVER_PERSON } from './Storage.ts'

/** A room that nobody is in is kept this long, in ms: people reload and come back. */
const LINGER_MS = 20_000

const NOT_FOUND: Refused = {
  ok: false,
  code: 'not_found',
  message: 'There is no such workshop here. The link may be old or mistyped.',
}
const BAD_LINK: Refused = {
  ok: false,
  code: 'bad_link',
  message: 'This link does not work. It may be old or mistyped: ask for a new one.',
}

export class Rooms {
  readonly #env: RoomEnvironment
  readonly #rooms = new Map<string, Promise<Room | undefined>>()
  readonly #open = new Map<string, { readonly room: Room; idleSince: number | null }>()
  /** By workshop that is not open: when its people left. So that who comes back is told what they missed. */
  readonly #left = new Map<string, ReadonlyMap<string, number>>()
  /** Before this nobody knows who was connected where, ms since 1970. */
  readonly #since: number
  #isStopping = false

  constructor(env: RoomEnvironment) {
    this.#env = env
    this.#since = env.clock.now()
  }

  /**
   * Makes a workshop as asked.
   *
   * @param earlier - for `from`: the workshop it names, and who asks
   */
  async create(
    request: CreateRequest,
    earlier?: { readonly room: Room; readonly person: string },
  ): Promise<{ readonly ok: true; readonly value: CreateResponse } | Refused> {
    const draft =
      request.from === undefined
        ? beginWorkshop(request, this.#env)
        : earlier === undefined
          ? NOT_FOUND
          : await beginFromEarlier(request, earlier, this.#env)
    if ('ok' in draft) return draft
    const { secrets, storage } = this.#env
    const { workshop, events, documents, uploads, at } = draft
    // A code is taken once in a great while; the next one will not be.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const keys = { facilitator: secrets.fresh(), join: secrets.fresh(), observer: secrets.fresh() }
      const joinCode = freshCode(secrets)
      const fresh: NewWorkshop = {
        id: workshop.id,
        joinKey: keys.join,
        joinCode,
        observerKey: keys.observer,
        facilitatorHash: secrets.hash(keys.facilitator),
        events: events.map((event, index) => ({ seq: index + 1, at, event })),
        documents,
      }
      if (await storage.createWorkshop(fresh)) {
        if (earlier !== undefined) await this.#copyUploads(earlier.room.id, workshop.id, uploads)
        return { ok: true, value: { id: workshop.id, joinCode, keys, boards: boardsOf(draft) } }
      }
    }
    throw new Error('no free join code was found')
  }

  /** Brings pictures from one workshop to another. One that cannot be read is missing there, and the log says so. */
  async #copyUploads(from: string, to: string, uploads: readonly CopiedUpload[]): Promise<void> {
    const { storage, clock, log } = this.#env
    for (const each of uploads) {
      try {
        const full = await storage.loadUpload(from, each.from, 'full')
        const small = await storage.loadUpload(from, each.from, 'small')
        if (full === undefined || small === undefined) continue
        const { type, width, height, bytes } = full
        const copy = { id: each.id, person: SERVER_PERSON, at: clock.now(), type, width, height, bytes }
        await storage.addUpload(to, { ...copy, small: small.bytes })
      } catch (error) {
        const why = error instanceof Error ? error.message.slice(0, 160) : 'unknown'
        log('error', 'upload_not_copied', { workshop: to, error: why })
      }
    }
  }

  /** The workshop with this id, opened if it has to be. */
  async find(id: string): Promise<Room | undefined> {
    const known = this.#rooms.get(id)
    if (known !== undefined) {
      const entry = this.#open.get(id)
      if (entry) entry.idleSince = null
      return known
    }
    if (this.#isStopping) return undefined
    const opening = this.#env.storage.loadWorkshop(id).then(async (stored) => {
      if (stored === undefined) return undefined
      const room = new Room(stored, this.#env, { since: this.#since, left: this.#left.get(id) ?? new Map() })
      this.#left.delete(id)
      await room.ready
      this.#open.set(id, { room, idleSince: null })
      return room
    })
    this.#rooms.set(id, opening)
    try {
      const room = await opening
      if (room === undefined) this.#rooms.delete(id)
      return room
    } catch (error) {
      this.#rooms.delete(id)
      throw error
    }
  }

  /** Where a typed code leads: a workshop's door, or with somebody's own rejoin code straight to themselves. */
  async findCode(typed: string): Promise<({ readonly ok: true } & CodeResponse) | Refused> {
    const { storage, secrets, clock } = this.#env
    const code = readCode(typed)
    const found = await storage.findCode(code)
    if (found !== undefined) return { ok: true, workshopId: found.id, key: found.joinKey }
    const workshopId = await storage.findRejoin(secrets.hash(code), clock.now())
    if (workshopId !== undefined) return { ok: true, workshopId, key: code, kind: 'rejoin' }
    return {
      ok: false,
      code: 'bad_code',
      message: 'No workshop has that code. Check the letters and try again.',
    }
  }

  /** What somebody at the door may know. */
  async door(id: string, key: string): Promise<({ readonly ok: true } & DoorResponse) | Refused> {
    const room = await this.find(id)
    if (room === undefined) return NOT_FOUND
    const role = await room.roleOfKey(key)
    if (role === undefined) return BAD_LINK
    return { ok: true, title: room.workshop.title, question: room.workshop.question, role }
  }

  /** Comes in through a link; with a secret of this workshop the same person rises to the link's role instead. */
  async join(id: string, key: string, name: string, secret: string | undefined): Promise<Joined | Refused> {
    const room = await this.find(id)
    if (room === undefined) return NOT_FOUND
    const role = await room.roleOfKey(key)
    if (role === undefined) return BAD_LINK
    const person = secret === undefined ? undefined : room.personOf(secret)
    if (person !== undefined && secret !== undefined) return room.appoint(person, secret, role)
    return room.join(name, role)
  }

  /** Comes in as oneself on another device. */
  async rejoin(id: string, code: string): Promise<Joined | Refused> {
    const room = await this.find(id)
    return room === undefined ? NOT_FOUND : room.rejoin(readCode(code))
  }

  /** What a write-up of the whole workshop is made from, read at one moment. */
  async writeUp<T>(room: Room, make: (source: WriteUpSource) => T): Promise<T> {
    return room.withBoards((boards) => {
      const readings: BoardReading[] = []
      try {
        const parts = boards.map(({ id, title, room: board }) => {
          const reading = board.read()
          readings.push(reading)
          return { id, title, board: reading }
        })
        const { workshop } = room
        const { title, question } = workshop
        const [originOf, overOf] = [originsOf(workshop), afterRound(workshop)]
        return make({ title, question, boards: parts, originOf, overOf })
      } finally {
        for (const reading of readings) reading.dispose()
      }
    })
  }

  /** What a workshop that follows this one might bring along; for its facilitators. */
  suggestCarry(room: Room, person: string): Promise<CarryResponse | Refused> {
    return suggestCarry(room, person)
  }

  /** Figures for the operator. */
  figures(): { readonly rooms: number; readonly boards: number; readonly connections: number } {
    let boards = 0
    let connections = 0
    for (const { room } of this.#open.values()) {
      boards += room.openBoards
      connections += room.connections
    }
    return { rooms: this.#open.size, boards, connections }
  }

  /** To be called every few seconds: keeps connections alive and lets go of what nobody uses. */
  tick(): void {
    const now = this.#env.clock.now()
    for (const [id, entry] of this.#open) {
      entry.room.tick()
      if (!entry.room.isIdle || entry.room.openBoards > 0) entry.idleSince = null
      else if (entry.idleSince === null) entry.idleSince = now
      else if (now - entry.idleSince >= LINGER_MS) {
        this.#open.delete(id)
        this.#rooms.delete(id)
        const { left } = entry.room
        if (left.size > 0) this.#left.set(id, left)
      }
    }
    this.#forgetLeft(now)
  }

  /** What is too long ago to matter is forgotten, workshop by workshop. */
  #forgetLeft(now: number): void {
    for (const [id, left] of this.#left)
      if (Math.max(...left.values()) < now - HISTORY_MS) this.#left.delete(id)
  }

  /**
   * Erases the workshops last in use before `time`, ms since 1970, except those open here. Nobody finds them meanwhile.
   *
   * @returns how many there were
   */
  async eraseUnused(time: number): Promise<number> {
    const { storage } = this.#env
    const ids = (await storage.unusedSince(time)).filter((id) => !this.#rooms.has(id))
    if (ids.length === 0 || this.#isStopping) return 0
    for (const id of ids) this.#rooms.set(id, Promise.resolve(undefined))
    try {
      const workshops: WorkshopToErase[] = []
      for (const id of ids) {
        const stored = await storage.loadWorkshop(id)
        workshops.push({ id, documents: documentsOf(stored?.events ?? []) })
      }
      await storage.erase(workshops)
    } finally {
      for (const id of ids) this.#rooms.delete(id)
    }
    return ids.length
  }

  /** Saves and closes everything; nothing is opened any more. */
  async close(): Promise<void> {
    this.#isStopping = true
    await Promise.allSettled(this.#rooms.values())
    await Promise.all([...this.#open.values()].map(({ room }) => room.close()))
  }
}

/** Every document that events name, those of events that this version does not know included. */
function documentsOf(events: readonly StoredEvent[]): string[] {
  return events.flatMap(({ event }) =>
    typeof event === 'object' && event !== null && 'doc' in event && typeof event.doc === 'string'
      ? [event.doc]
      : [],
  )
}
