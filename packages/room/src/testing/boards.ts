/** A board over memory, with a clock turned by hand and a storage that can be held up. */
import type * as Y from 'yjs'
import { addNotes, BoardReading, wordsOf } from '@moot/board'
import type { Role } from '@moot/workshop'
import { mayWrite } from '@moot/workshop'
import type { BoardVisitor } from '../BoardConnection.ts'
import { BoardRoom } from '../BoardRoom.ts'
import { MemoryStorage } from '../MemoryStorage.ts'
import type { Append } from '../Storage.ts'
import { atRest, FakeClock } from './FakeClock.ts'
import { TestClient } from './TestClient.ts'

/** Memory that appends only when told to, or not at all. */
export class HeldStorage extends MemoryStorage {
  #gate: { readonly open: () => void; readonly opened: Promise<void> } | null = null
  isFull = false
  appends = 0

  hold(): void {
    let open = (): void => undefined
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    this.#gate = { open, opened }
  }
  release(): void {
    this.#gate?.open()
    this.#gate = null
  }
  override async append(doc: string, append: Append): Promise<void> {
    await this.#gate?.opened
    if (this.isFull) throw new Error('database or disk is full')
    this.appends += 1
    await super.append(doc, append)
  }
}

export interface BoardBench {
  readonly storage: HeldStorage
  readonly clock: FakeClock
  readonly board: BoardRoom
  readonly logged: string[]
  /** Lets the room come to rest, a flush interval included. */
  readonly settle: () => Promise<void>
  /** Somebody joins and is synchronised. */
  readonly join: (
    person: string,
    more?: {
      role?: Role | (() => Role)
      /** Whether the board is locked for them. */
      isLocked?: () => boolean
      /** Whom they assist. */
      assists?: readonly string[]
      extras?: boolean
      client?: TestClient
    },
  ) => Promise<TestClient>
}

/** Opens a board on `storage`, fresh unless one is given. */
export async function aBoard(storage = new HeldStorage(), clock = new FakeClock()): Promise<BoardBench> {
  const logged: string[] = []
  let nextClient = 1_000_000 + Math.floor(storage.appends) * 1_000
  const board = await BoardRoom.open(
    'd',
    {
      storage,
      clock,
      log: (_level, event) => logged.push(event),
      newClientId: () => (nextClient += 1),
      count: () => undefined,
    },
    () => undefined,
  )
  const settle = async (): Promise<void> => {
    await clock.advance(30)
    await atRest()
  }
  return {
    storage,
    clock,
    board,
    logged,
    settle,
    join: async (person, { client = new TestClient(), ...more } = {}) => {
      client.join((socket) => board.connect(socket, visitorFor(person, more)))
      await settle()
      return client
    },
  }
}

/** A visitor as a room would make it. */
export function visitorFor(
  person: string,
  {
    role = 'participant',
    isLocked = () => false,
    assists = [],
    extras = true,
  }: Omit<Parameters<BoardBench['join']>[1] & object, 'client'> = {},
): BoardVisitor {
  const roleNow = typeof role === 'function' ? role : () => role
  return {
    person,
    may: () => (!mayWrite(roleNow()) ? 'watch' : isLocked() ? 'locked' : 'write'),
    isFacilitator: () => roleNow() === 'facilitator',
    mayWriteAs: (other) => other === person || assists.includes(other),
    extras,
  }
}

/** Adds one note as `person` would and returns its id. */
export function addNote(client: TestClient, person: string, text: string): string {
  const board = new BoardReading(client.doc)
  const id = `${person}-${client.doc.clientID}-${board.notes.size}`
  addNotes({ board, person, now: () => 1, newId: () => id, origin: { person } }, [{ text }])
  board.dispose()
  return id
}

/** The words of a note as a client has them, or `undefined`. */
export function wordsOn(client: { readonly doc: Y.Doc }, id: string): string | undefined {
  return wordsOf(client.doc, 'notes', id)?.toString()
}
