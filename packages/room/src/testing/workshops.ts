/** A workshop over memory, and somebody who listens to it. */
import { createHash } from 'node:crypto'
import type { CreateResponse, DownMessage } from '@moot/protocol'
import { applyChange, parseDown } from '@moot/protocol'
import type { Log } from '../Log.ts'
import { MemoryStorage } from '../MemoryStorage.ts'
import type { Joined } from '../comingIn.ts'
import type { Room } from '../Room.ts'
import { Rooms } from '../Rooms.ts'
import type { LiveSocket, Packet, Socket } from '../Socket.ts'
import { FakeClock } from './FakeClock.ts'
import { TestClient } from './TestClient.ts'

let counter = 0
/** Secrets that repeat from run to run. */
export const secrets = {
  random: (count: number) =>
    Uint8Array.from({ length: count }, () => (counter = (counter * 75 + 74) % 65_537) & 255),
  fresh: () => `secret-${(counter += 1)}`,
  hash: (secret: string) => createHash('sha256').update(secret).digest('base64url'),
}

/** A server's rooms over memory. */
export interface WorkshopBench {
  readonly storage: MemoryStorage
  readonly clock: FakeClock
  readonly rooms: Rooms
}
/** Rooms on `storage`, fresh unless one is given: given the same again, a server that started again. */
export function aServer(
  storage = new MemoryStorage(),
  clock = new FakeClock(),
  log: Log = () => undefined,
): WorkshopBench {
  let client = 1_000_000
  const rooms = new Rooms({
    storage,
    clock,
    secrets,
    log,
    newId: () => `id${(counter += 1)}`,
    newClientId: () => (client += 1),
    count: () => undefined,
  })
  return { storage, clock, rooms }
}

/** A workshop with one blank board, and the way in. */
export async function aWorkshop(from = aServer()): Promise<
  WorkshopBench &
    Pick<CreateResponse, 'id' | 'keys' | 'boards' | 'joinCode'> & {
      readonly room: Room
      readonly join: (name: string, key?: string) => Promise<Joined>
      /** The first board, and its document. */
      readonly board: string
      readonly doc: string
    }
> {
  const made = await from.rooms.create({ title: 'Retrospective' })
  if (!made.ok) throw new Error(made.message)
  const { id, keys, boards, joinCode } = made.value
  const room = await from.rooms.find(id)
  if (room === undefined) throw new Error('not found')
  const join = async (name: string, key = keys.join): Promise<Joined> => {
    const joined = await from.rooms.join(id, key, name, undefined)
    if (!joined.ok) throw new Error(joined.message)
    return joined
  }
  return {
    ...from,
    id,
    keys,
    boards,
    joinCode,
    room,
    join,
    doc: boards[0]?.doc ?? '',
    board: boards[0]?.id ?? '',
  }
}

/** Somebody opens a board's document, or is refused (`null`). Let the clock go on by 30 ms before relying on it. */
export async function openBoard(room: Room, doc: string, person: string): Promise<TestClient | null> {
  const client = new TestClient()
  // What comes while the room is being opened is heard when there is somebody to answer it.
  const early: Packet[] = []
  let isJoined = false
  const socket: Socket = {
    get buffered() {
      return client.socket.buffered
    },
    send: (packet) => (isJoined ? client.socket.send(packet) : void early.push(packet)),
    close: (code, reason) => client.socket.close(code, reason),
  }
  const connection = await room.openBoard(doc, socket, person, true)
  if (connection === undefined) return null
  client.join(() => connection)
  isJoined = true
  for (const packet of early) client.socket.send(packet)
  return client
}

type View = Extract<DownMessage, { type: 'state' }>['view']

/** A live socket that keeps the view as a client would. */
export class Listener implements LiveSocket {
  buffered = 0
  readonly heard: DownMessage[] = []
  view: View | undefined
  closed: number | null = null
  readonly #end: ReturnType<Room['openLive']>

  constructor(room: Room, person: string) {
    this.#end = room.openLive(this, person)
    this.say({ type: 'hello', v: 1 })
  }
  send(text: string): void {
    const message = parseDown(text)
    if (message === undefined) throw new Error(`unreadable: ${text}`)
    this.heard.push(message)
    if (message.type === 'state') this.view = message.view
    if (message.type === 'change' && this.view) this.view = applyChange(this.view, message.change)
  }
  close(code: number): void {
    this.closed = code
  }
  say(message: object | string): void {
    this.#end.heard(typeof message === 'string' ? message : JSON.stringify(message))
  }
  leave(): void {
    this.#end.left()
  }
}
