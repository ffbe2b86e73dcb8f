/** `/live` and `/sync`: from an upgrade request to a connection of a room. Refusals come after the upgrade, as a close code. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RawData } from 'ws'
import { WebSocket, WebSocketServer } from 'ws'
import type { CloseCode } from '@moot/protocol'
import {
  CLOSE,
  LIVE_MESSAGE_MAX,
  SUBPROTOCOL,
  SUBPROTOCOL_EXTRAS,
  SUBPROTOCOL_SECRET,
  SYNC_MESSAGE_MAX,
} from '@moot/protocol'
import type { Log, Room, Rooms, Socket } from '@moot/room'
import type { Config } from './config.ts'
import { framesOf } from './frames.ts'
import { isOwnOrigin } from './headers.ts'
import type { Metrics } from './metrics.ts'

/** A peer that answers no ping for this long is gone, whatever its socket says. */
const PING_MS = 15_000
/** Bytes that may wait while a room is being opened; a message counts for this many more. */
const EARLY_MAX = SYNC_MESSAGE_MAX * 4
const EARLY_MESSAGE = 1_024
/** What a closing handshake may take before the line is cut, in ms. */
const CLOSING_MS = 5_000

/** Where an upgrade wants to go. */
type Target =
  | { readonly kind: 'live'; readonly workshop: string }
  | { readonly kind: 'sync'; readonly workshop: string; readonly doc: string }

interface Server {
  readonly config: Config
  readonly rooms: Rooms
  readonly metrics: Metrics
  readonly log: Log
}

export class Sockets {
  readonly #server: Server
  // The library's own limit is higher than ours, so that what is too large is refused with our code and not retried.
  readonly #live = new WebSocketServer({
    noServer: true,
    maxPayload: LIVE_MESSAGE_MAX * 2,
    perMessageDeflate: false,
    handleProtocols: chooseProtocol,
  })
  readonly #sync = new WebSocketServer({
    noServer: true,
    maxPayload: SYNC_MESSAGE_MAX * 2,
    perMessageDeflate: false,
    handleProtocols: chooseProtocol,
  })
  readonly #alive = new Map<WebSocket, boolean>()
  readonly #pings: NodeJS.Timeout
  #isStopping = false

  constructor(server: Server) {
    this.#server = server
    this.#pings = setInterval(() => this.#ping(), PING_MS)
  }

  get open(): number {
    return this.#alive.size
  }

  /** Takes an upgrade request. Never throws. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on('error', () => stream.destroy())
    const target = targetOf(request.url ?? '')
    if (target === undefined) {
      stream.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
      return
    }
    const server = target.kind === 'live' ? this.#live : this.#sync
    server.handleUpgrade(request, stream, head, (socket) => {
      this.#server.metrics.count('sockets')
      this.#alive.set(socket, true)
      socket.on('pong', () => this.#alive.set(socket, true))
      socket.on('error', () => socket.terminate())
      socket.on('close', () => this.#alive.delete(socket))
      this.#admit(request, stream, socket, target).catch((error: unknown) => {
        this.#server.metrics.count('faults')
        this.#server.log('error', 'socket_fault', {
          error: error instanceof Error ? error.message.slice(0, 160) : 'unknown',
        })
        close(socket, CLOSE.fault, 'fault')
      })
    })
  }

  /** From now on whoever comes is sent away; those who are here stay. */
  refuse(): void {
    this.#isStopping = true
  }

  /** Closes every socket and cuts off whoever does not say goodbye. */
  async stop(): Promise<void> {
    this.refuse()
    clearInterval(this.#pings)
    for (const socket of this.#alive.keys()) close(socket, CLOSE.tryLater, 'stopping')
    const deadline = Date.now() + 1_000
    while (this.#alive.size > 0 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 20))
    for (const socket of this.#alive.keys()) socket.terminate()
  }

  async #admit(request: IncomingMessage, stream: Duplex, socket: WebSocket, target: Target): Promise<void> {
    const { config, rooms } = this.#server
    if (this.#isStopping || this.#alive.size > config.maxSockets) return close(socket, CLOSE.tryLater, 'full')
    if (!isOwnOrigin(request, config)) return close(socket, CLOSE.refused, 'origin')
    const offered = protocolsOf(request)
    const secret = offered
      .find((each) => each.startsWith(SUBPROTOCOL_SECRET))
      ?.slice(SUBPROTOCOL_SECRET.length)
    if (secret === undefined || !offered.includes(SUBPROTOCOL))
      return close(socket, CLOSE.unknownPerson, 'no_secret')
    const early = holdMessages(socket)
    const room = await rooms.find(target.workshop)
    if (room === undefined) return close(socket, CLOSE.notFound, 'not_found')
    const person = room.personOf(secret)
    if (person === undefined) return close(socket, CLOSE.unknownPerson, 'unknown_person')
    if (target.kind === 'live') this.#openLive(room, person, socket, early)
    else await openSync(room, person, target.doc, offered.includes(SUBPROTOCOL_EXTRAS), socket, stream, early)
  }

  #openLive(room: Room, person: string, socket: WebSocket, early: () => readonly Early[]): void {
    if (socket.readyState !== WebSocket.OPEN) return
    const { heard, left } = room.openLive(
      {
        get buffered() {
          return socket.bufferedAmount
        },
        send: (text) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(text)
        },
        close: (code, reason) => close(socket, code, reason),
      },
      person,
    )
    const take = ({ bytes, isBinary }: Early): void => {
      if (isBinary) close(socket, CLOSE.malformed, 'binary')
      else if (bytes.length > LIVE_MESSAGE_MAX) close(socket, CLOSE.tooLarge, 'too_large')
      else heard(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'))
    }
    socket.on('close', left)
    for (const message of early()) take(message)
    socket.on('message', (data, isBinary) => {
      if (socket.readyState === WebSocket.OPEN) take({ bytes: bytesOf(data), isBinary })
    })
  }

  #ping(): void {
    for (const [socket, isAlive] of this.#alive) {
      if (!isAlive) socket.terminate()
      else {
        this.#alive.set(socket, false)
        if (socket.readyState === WebSocket.OPEN) socket.ping()
      }
    }
  }
}

async function openSync(
  room: Room,
  person: string,
  doc: string,
  extras: boolean,
  socket: WebSocket,
  stream: Duplex,
  early: () => readonly Early[],
): Promise<void> {
  const board: Socket = {
    get buffered() {
      return stream.writableLength
    },
    send: (packet) => {
      // Straight to the stream: the library writes its own frames (pings, closes) whole and at once, so they never mix.
      if (socket.readyState === WebSocket.OPEN && !stream.destroyed) stream.write(framesOf(packet))
    },
    close: (code, reason) => close(socket, code, reason),
  }
  const connection = await room.openBoard(doc, board, person, extras)
  if (connection === undefined) return close(socket, CLOSE.notFound, 'no_such_board')
  if (socket.readyState !== WebSocket.OPEN) return connection.closed()
  const take = ({ bytes, isBinary }: Early): void => {
    if (!isBinary) connection.close(CLOSE.malformed, 'text')
    else if (bytes.length > SYNC_MESSAGE_MAX) connection.close(CLOSE.tooLarge, 'too_large')
    else connection.receive(bytes)
  }
  socket.on('close', () => connection.closed())
  for (const message of early()) take(message)
  socket.on('message', (data, isBinary) => take({ bytes: bytesOf(data), isBinary }))
}

interface Early {
  readonly bytes: Uint8Array
  readonly isBinary: boolean
}

/** Keeps what arrives while a room is being opened; the answer ends that and hands it over. */
function holdMessages(socket: WebSocket): () => readonly Early[] {
  const early: Early[] = []
  let size = 0
  const keep = (data: RawData, isBinary: boolean): void => {
    const bytes = bytesOf(data)
    size += bytes.length + EARLY_MESSAGE
    if (size <= EARLY_MAX) early.push({ bytes, isBinary })
    else close(socket, CLOSE.tooLarge, 'too_much_waiting')
  }
  socket.on('message', keep)
  return () => {
    socket.off('message', keep)
    return early
  }
}

function close(socket: WebSocket, code: CloseCode, reason: string): void {
  if (socket.readyState !== WebSocket.OPEN && socket.readyState !== WebSocket.CONNECTING) return
  socket.close(code, reason)
  // A peer that does not answer the closing handshake would hold its socket for half a minute.
  const cut = setTimeout(() => socket.terminate(), CLOSING_MS)
  socket.once('close', () => clearTimeout(cut))
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

/** The server names the protocol, never the secret that stands beside it. */
function chooseProtocol(offered: ReadonlySet<string>): string | false {
  return offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false
}

function protocolsOf(request: IncomingMessage): string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim())
}

function targetOf(url: string): Target | undefined {
  const [, kind, workshop, doc, ...more] = (url.split('?')[0] ?? '').split('/')
  if (more.length > 0 || workshop === undefined || !isId(workshop)) return undefined
  if (kind === 'live' && doc === undefined) return { kind, workshop }
  if (kind === 'sync' && doc !== undefined && isId(doc)) return { kind, workshop, doc }
  return undefined
}

/** Ids as this server makes them. */
function isId(text: string): boolean {
  return /^[0-9A-Za-z]{1,64}$/.test(text)
}
