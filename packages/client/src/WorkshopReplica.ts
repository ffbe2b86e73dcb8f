/** The workshop in this browser: what the server projects for this person, and the way to give commands. */
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Answer, BoardDigest, DownMessage, UpMessage, WatchKind } from '@moot/protocol'
import { applyChange, applyDigests, parseDown, PROTOCOL_VERSION } from '@moot/protocol'
import type { Command, WorkshopView } from '@moot/workshop'
import { onWake, socketOrigin, subprotocols } from './sockets.ts'

/** What the screens show of the workshop. */
export interface WorkshopStatus {
  readonly connection:
    | { readonly state: 'connecting' }
    | { readonly state: 'open' }
    | { readonly state: 'lost' }
    /** Closed for good; `code` is one of `CLOSE`. */
    | { readonly state: 'refused'; readonly code: number; readonly reason: string }
  /** The latest view; `undefined` before the first. Kept while the connection is lost. */
  readonly view: WorkshopView | undefined
}

/** What a replica is made from. */
export interface WorkshopReplicaOptions {
  readonly workshopId: string
  readonly secret: string
  /** `http(s)://host`; the page's own where left out. */
  readonly origin?: string
}

/** Waits between tries, in ms; the last one repeats. Each is shortened by up to half, so that a crowd spreads out. */
const BACKOFF_MS = [200, 400, 800, 1600, 3000, 5000] as const
/** How often a sign of life is asked for, and how long it may take, in ms. */
const PING_EVERY_MS = 20_000
const PONG_WITHIN_MS = 8_000
/** How long a command may go unanswered, in ms. */
const ANSWER_WITHIN_MS = 15_000

const LOST: Answer = {
  ok: false,
  code: 'not_connected',
  message: 'There is no connection just now. Nothing was changed; try again in a moment.',
}

/** What there is to follow, that which reaches furthest first. */
const FURTHEST = ['wall', 'minis', 'lines'] as const

/** Keeps a live connection and the latest view. Owns its socket and timers; `dispose` lets them go. */
export class WorkshopReplica {
  readonly store: StoreApi<WorkshopStatus>
  /** What is on the boards of spaces, by board, while somebody here watches; afterwards the last that was known. */
  readonly digests: StoreApi<Readonly<Record<string, BoardDigest>>>
  readonly #url: string
  readonly #secret: string
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  readonly #stopWake: () => void
  #socket: WebSocket | undefined
  #commands = 0
  #tries = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #pong: ReturnType<typeof setTimeout> | undefined
  #aheadMs = 0
  #at: { readonly board: string | null; readonly note: string | null } = { board: null, note: null }
  readonly #watches = new Set<{ readonly what: WatchKind }>()
  #watching: WatchKind = 'none'
  #isDisposed = false

  constructor({ workshopId, secret, origin }: WorkshopReplicaOptions) {
    this.#url = `${socketOrigin(origin ?? location.origin)}/live/${encodeURIComponent(workshopId)}`
    this.#secret = secret
    this.store = createStore<WorkshopStatus>(() => ({ connection: { state: 'connecting' }, view: undefined }))
    this.digests = createStore<Readonly<Record<string, BoardDigest>>>(() => ({}))
    this.#stopWake = onWake(() => this.#open())
    this.#open()
  }

  /** Gives a command; resolves with the server's answer, or a refusal of our own where none comes. Never rejects. */
  command(command: Command): Promise<Answer> {
    const id = (this.#commands += 1)
    return new Promise((resolve) => {
      if (!this.#send({ type: 'command', id, command })) {
        resolve(LOST)
        return
      }
      const timer = setTimeout(() => settle(LOST), ANSWER_WITHIN_MS)
      const settle = (answer: Answer): void => {
        clearTimeout(timer)
        this.#waiting.delete(id)
        resolve(answer)
      }
      this.#waiting.set(id, settle)
    })
  }

  /** Says where this person is: which board they look at and which note's words they change. */
  at(board: string | null, note: string | null): void {
    if (this.#at.board === board && this.#at.note === note) return
    this.#at = { board, note }
    this.#send({ type: 'at', board, note })
  }

  /** Follows boards into `digests` until what this returns is called; of several the one that reaches furthest. */
  watch(what: Exclude<WatchKind, 'none'>): () => void {
    const watch = { what }
    this.#watches.add(watch)
    this.#sayWatch()
    return () => {
      this.#watches.delete(watch)
      // Not at once: the next screen may watch too.
      queueMicrotask(() => this.#sayWatch())
    }
  }

  /** The server's clock, ms since 1970: what all timers go by. */
  serverNow(): number {
    return Date.now() + this.#aheadMs
  }

  dispose(): void {
    this.#isDisposed = true
    this.#stopWake()
    this.#letGo()
    this.#refuseWaiting()
  }

  #sayWatch(): void {
    const kinds = new Set(Array.from(this.#watches, ({ what }) => what))
    const what = FURTHEST.find((kind) => kinds.has(kind)) ?? 'none'
    if (what === this.#watching) return
    this.#watching = what
    this.#send({ type: 'watch', what })
  }

  #send(message: UpMessage): boolean {
    if (this.#socket === undefined || this.#socket.readyState !== 1) return false
    this.#socket.send(JSON.stringify(message))
    return true
  }

  #letGo(): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#pong)
    const socket = this.#socket
    this.#socket = undefined
    if (socket === undefined) return
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.onerror = () => undefined
    socket.close()
  }

  #open(): void {
    if (this.#isDisposed || this.store.getState().connection.state === 'refused') return
    this.#letGo()
    const socket = new WebSocket(this.#url, subprotocols(this.#secret))
    this.#socket = socket
    socket.onopen = () => {
      this.#send({ type: 'hello', v: PROTOCOL_VERSION })
      if (this.#at.board !== null) this.#send({ type: 'at', ...this.#at })
      if (this.#watching !== 'none') this.#send({ type: 'watch', what: this.#watching })
      this.#schedulePing()
    }
    socket.onmessage = (event: MessageEvent<unknown>) => {
      const message = typeof event.data === 'string' ? parseDown(event.data) : undefined
      if (message) this.#handle(message)
    }
    socket.onerror = () => undefined
    socket.onclose = (event) => this.#handleClosed(event.code, event.reason)
  }

  #handle(message: DownMessage): void {
    switch (message.type) {
      case 'state':
        this.#tries = 0
        this.#aheadMs = message.now - Date.now()
        this.store.setState({ connection: { state: 'open' }, view: message.view })
        return
      case 'change': {
        this.#aheadMs = message.now - Date.now()
        const { view } = this.store.getState()
        if (view !== undefined) this.store.setState({ view: applyChange(view, message.change) })
        return
      }
      case 'answer':
        this.#waiting.get(message.id)?.({ ok: true, result: message.result })
        return
      case 'refusal':
        this.#waiting.get(message.id)?.({ ok: false, code: message.code, message: message.message })
        return
      case 'digests':
        this.digests.setState(applyDigests(this.digests.getState(), message), true)
        return
      case 'pong':
        this.#aheadMs = message.now - Date.now()
        clearTimeout(this.#pong)
        this.#pong = undefined
        this.#schedulePing()
        return
      default:
        message satisfies never
    }
  }

  #schedulePing(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#send({ type: 'ping' })
      this.#pong = setTimeout(() => this.#handleClosed(1006, ''), PONG_WITHIN_MS)
    }, PING_EVERY_MS)
  }

  #handleClosed(code: number, reason: string): void {
    if (this.#isDisposed) return
    this.#letGo()
    this.#refuseWaiting()
    if (code >= 4400 && code < 4500) {
      this.store.setState({ connection: { state: 'refused', code, reason } })
      return
    }
    this.store.setState({ connection: { state: 'lost' } })
    const wait = BACKOFF_MS[Math.min(this.#tries, BACKOFF_MS.length - 1)] ?? 5000
    this.#tries += 1
    this.#timer = setTimeout(() => this.#open(), wait * (0.5 + Math.random() / 2))
  }

  #refuseWaiting(): void {
    // A copy: each that settles takes itself off the list.
    for (const settle of Array.from(this.#waiting.values())) settle(LOST)
  }
}
