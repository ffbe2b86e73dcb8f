/** One board in this browser: its document, its connection, and the truth about what is saved. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Undo, Writer } from '@moot/board'
import { BoardReading, freshId, FreshNotes, isFigure, makeUndo } from '@moot/board'
import { cursorsMessage, MESSAGE, SYNC } from '@moot/protocol'
import { AckLedger } from './AckLedger.ts'
import { Presence } from './presence.ts'
import { onWake, socketOrigin, subprotocols } from './sockets.ts'
import type { UnsentPlace } from './unsent.ts'
import { dropUnsent, findUnsent, keepUnsent } from './unsent.ts'

/** How the board stands towards the server. */
export type BoardConnection =
  | { readonly state: 'connecting' }
  | { readonly state: 'open' }
  | { readonly state: 'lost' }
  /** Closed for good; `code` is one of `CLOSE`, `reason` the guard's code where an update was refused. */
  | { readonly state: 'refused'; readonly code: number; readonly reason: string }

/** What the screens show of a board's connection. */
export interface BoardStatus {
  readonly connection: BoardConnection
  /** Whether the document has been received once: before that there is nothing to show. */
  readonly synced: boolean
  /** Updates that the server has not acknowledged. *Saved* means none. */
  readonly unsaved: number
  /** Whether the unsaved ones are safe in this browser's storage. */
  readonly kept: boolean
  /** Whether the server said that this person may only read. */
  readonly readOnly: boolean
  /** Words of notes and drawings that could not be sent because the connection was refused for good: for adding again. */
  readonly rescued: readonly string[]
}

/** What a replica is made from. */
export interface BoardReplicaOptions {
  readonly workshopId: string
  /** The board's current document. */
  readonly doc: string
  readonly person: string
  readonly secret: string
  readonly readOnly: boolean
  /** `http(s)://host`; the page's own where left out. */
  readonly origin?: string
  /** Whether this view shows cursors; the list does not ask for them. */
  readonly cursors?: boolean
  /** The clock that what is written is dated by, ms since 1970; this computer's, right or wrong, where left out. */
  readonly now?: () => number
}

/** Unsaved for longer than this, updates are written to this browser's storage, in ms. */
const KEEP_AFTER_MS = 150
/** Origin of updates that an earlier page left unsent. */
const FROM_STORAGE = Object.freeze({ fromStorage: true })

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

/**
 * A board's document kept in step with the server through the stock y-websocket provider. Owns its document, socket,
 * timers and storage record; `dispose` lets all of them go.
 */
export class BoardReplica {
  readonly doc = new Y.Doc()
  readonly reading: BoardReading
  readonly writer: Writer
  readonly undo: Undo
  readonly presence: Presence
  readonly store: StoreApi<BoardStatus>

  readonly #place: UnsentPlace
  /** Names this page's record among those of other tabs. */
  readonly #tab = freshId(randomBytes)
  readonly #ledger = new AckLedger()
  readonly #awareness: Awareness
  readonly #provider: WebsocketProvider
  readonly #stop: (() => void)[] = []
  /** Notes whose words this page changed since everything was last acknowledged. */
  readonly #touched = new Set<string>()
  /** Drawings, likewise. */
  readonly #drawn = new Set<string>()
  /** Notes of this page that may have to give way to others' of the same moment. */
  readonly #fresh: FreshNotes
  /** Records of earlier tabs whose updates are in the ledger now. */
  #adopted: string[] = []
  #isAdopting = false
  #keepTimer: ReturnType<typeof setTimeout> | undefined
  #hasRecord = false
  #wantsCursors: boolean
  #isDisposed = false

  constructor(options: BoardReplicaOptions) {
    const { workshopId, doc, person, secret, readOnly } = options
    this.#place = { workshop: workshopId, doc, person }
    this.#wantsCursors = options.cursors ?? true
    this.store = createStore<BoardStatus>(() => ({
      connection: { state: 'connecting' },
      synced: false,
      unsaved: 0,
      kept: false,
      readOnly,
      rescued: [],
    }))
    this.reading = new BoardReading(this.doc)
    this.writer = {
      board: this.reading,
      person,
      now: options.now ?? (() => Date.now()),
      newId: () => freshId(randomBytes),
      origin: { person },
    }
    this.undo = makeUndo(this.writer)
    this.#fresh = new FreshNotes(this.writer)
    this.#awareness = new Awareness(this.doc)
    this.presence = new Presence(this.#awareness)

    // Before the provider's own listener: an update must be in the ledger when its frame leaves.
    const handleUpdate = (update: Uint8Array, origin: unknown): void => this.#handleUpdate(update, origin)
    this.doc.on('update', handleUpdate)
    this.#provider = this.#connect(
      `${socketOrigin(options.origin ?? location.origin)}/sync/${workshopId}`,
      doc,
      secret,
    )
    this.#stop.push(
      () => this.doc.off('update', handleUpdate),
      this.reading.onChange(({ notes, drawings, origin }) => {
        if (origin !== this.#provider) {
          for (const id of notes) this.#touched.add(id)
          for (const id of drawings) this.#drawn.add(id)
          this.#fresh.made(notes)
        }
        // What an earlier page left unsent comes upon notes that have been there meanwhile.
        if (origin === this.#provider) this.#stepAside(notes)
        else if (origin === FROM_STORAGE) this.#stepAside(this.reading.notes.keys())
      }),
      onWake(() => this.reconnect()),
      this.#keepOnLeave(),
    )
    this.#provider.connect()
  }

  /** Says whether this view wants cursors from now on. */
  wantCursors(wanted: boolean): void {
    if (wanted === this.#wantsCursors) return
    this.#wantsCursors = wanted
    if (!wanted) this.presence.clear()
    const { ws } = this.#provider
    if (ws !== null && ws.readyState === 1) ws.send(cursorsMessage(wanted))
  }

  /**
   * Says whether this person can only read the board from now on, because it was locked or unlocked. What is not
   * acknowledged stays: the server asks for it when they may write again.
   */
  setReadOnly(readOnly: boolean): void {
    if (readOnly) this.presence.clear()
    this.store.setState({ readOnly })
  }

  /** Opens a new connection now, instead of waiting for the next try. */
  reconnect(): void {
    if (this.store.getState().connection.state === 'refused') return
    this.#provider.disconnect()
    this.#provider.wsUnsuccessfulReconnects = 0
    this.#provider.connect()
  }

  /**
   * Gives up what is not acknowledged, because this document takes nothing any more: the board has a new one, or what
   * was sent was refused. To be followed by `dispose` or by saying so in the status.
   *
   * @returns the words of notes and drawings that were in it, for adding again
   */
  giveUp(): readonly string[] {
    const words = this.#ledger.size === 0 ? [] : this.#rescue()
    this.#ledger.clear()
    this.#touched.clear()
    this.#drawn.clear()
    clearTimeout(this.#keepTimer)
    this.#keepTimer = undefined
    void dropUnsent(this.#place, this.#tab)
    for (const tab of this.#adopted.splice(0)) void dropUnsent(this.#place, tab)
    return words
  }

  /** Lets everything go; unacknowledged words stay in this browser's storage. */
  async dispose(): Promise<void> {
    this.#isDisposed = true
    for (const stop of this.#stop.splice(0)) stop()
    clearTimeout(this.#keepTimer)
    await this.#keepNow()
    this.presence.dispose()
    this.undo.dispose()
    this.#provider.destroy()
    this.#awareness.destroy()
    this.reading.dispose()
    this.doc.destroy()
  }

  #connect(url: string, doc: string, secret: string): WebsocketProvider {
    const ledger = this.#ledger
    class CountingSocket extends WebSocket {
      override send(data: Parameters<WebSocket['send']>[0]): void {
        super.send(data)
        if (data instanceof Uint8Array && data[0] === MESSAGE.sync) {
          if (data[1] === SYNC.step2) ledger.sentStep2()
          else if (data[1] === SYNC.update) ledger.sentUpdate()
        }
      }
    }
    const provider = new WebsocketProvider(url, doc, this.doc, {
      connect: false,
      disableBc: true,
      awareness: this.#awareness,
      protocols: subprotocols(secret),
      WebSocketPolyfill: CountingSocket,
      maxBackoffTime: 2500 + Math.random() * 1500,
    })
    // The stock handler sends everybody's entries on; the server wants each connection's own only.
    this.#awareness.off('update', provider._awarenessUpdateHandler)
    const sendOwn = ({ added, updated }: { added: number[]; updated: number[] }): void => {
      if (!added.includes(this.doc.clientID) && !updated.includes(this.doc.clientID)) return
      if (!this.#wantsCursors || this.store.getState().readOnly) return
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, MESSAGE.awareness)
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.#awareness, [this.doc.clientID]))
      const { ws } = provider
      if (ws !== null && ws.readyState === 1) ws.send(encoding.toUint8Array(encoder))
    }
    this.#awareness.on('update', sendOwn)
    this.#stop.push(() => this.#awareness.off('update', sendOwn))

    provider.messageHandlers[MESSAGE.acknowledged] = (_encoder, decoder) => {
      if (ledger.acknowledged(decoding.readVarUint(decoder))) this.#handleAcknowledged()
    }
    provider.messageHandlers[MESSAGE.auth] = () => this.store.setState({ readOnly: true })
    provider.on('status', ({ status }) => {
      if (status === 'connected') {
        // A clock that others have not seen, so that they take our entry again after a lost connection.
        this.#awareness.setLocalState(this.#awareness.getLocalState() ?? {})
        if (!this.#wantsCursors) provider.ws?.send(cursorsMessage(false))
        this.store.setState({ connection: { state: 'open' } })
      } else if (status === 'disconnected') {
        ledger.disconnected()
        this.#scheduleKeep(0)
        if (this.store.getState().connection.state !== 'refused')
          this.store.setState({ connection: { state: 'lost' } })
      }
    })
    provider.on('connection-close', () => {
      const { connection } = this.store.getState()
      if (connection.state === 'connecting') this.store.setState({ connection: { state: 'lost' } })
    })
    provider.on('closed', ({ code, reason }) => this.#handleRefused(code, reason))
    provider.on('sync', (synced: boolean) => {
      if (!synced) return
      this.store.setState({ synced: true })
      void this.#adoptUnsent()
    })
    return provider
  }

  #stepAside(changed: Iterable<string>): void {
    if (!this.store.getState().readOnly) this.#fresh.giveWay(changed)
  }

  #handleUpdate(update: Uint8Array, origin: unknown): void {
    if (origin === this.#provider) return
    this.#ledger.written(update)
    this.store.setState({ unsaved: this.#ledger.size, kept: false })
    this.#scheduleKeep(KEEP_AFTER_MS)
  }

  #handleAcknowledged(): void {
    this.store.setState({ unsaved: this.#ledger.size })
    if (this.#ledger.size > 0) return
    this.#touched.clear()
    this.#drawn.clear()
    clearTimeout(this.#keepTimer)
    this.#keepTimer = undefined
    if (this.#hasRecord) {
      this.#hasRecord = false
      void dropUnsent(this.#place, this.#tab)
    }
    for (const tab of this.#adopted.splice(0)) void dropUnsent(this.#place, tab)
  }

  /** What earlier pages left unsent joins the document once it is in step, and goes out with it. */
  async #adoptUnsent(): Promise<void> {
    if (this.#isAdopting) return
    this.#isAdopting = true
    const found = await findUnsent(this.#place)
    // Let go meanwhile: nothing counts or sends what enters this document now, so the records stay for the next one.
    if (this.#isDisposed) return
    for (const { tab, update } of found) {
      if (tab === this.#tab || this.#adopted.includes(tab)) continue
      const before = this.#ledger.size
      try {
        Y.applyUpdate(this.doc, update, FROM_STORAGE)
      } catch {
        // An unreadable record can never be sent: keeping it would only bring it back at every visit.
        void dropUnsent(this.#place, tab)
        continue
      }
      // Nothing new in it: the server had it all along, and an acknowledgement of it will not come.
      if (this.#ledger.size === before) void dropUnsent(this.#place, tab)
      else this.#adopted.push(tab)
    }
    this.#isAdopting = false
  }

  #handleRefused(code: number, reason: string): void {
    const rescued = this.giveUp()
    this.store.setState({ connection: { state: 'refused', code, reason }, unsaved: 0, rescued })
  }

  #rescue(): string[] {
    const notes = [...this.#touched].flatMap((id) => this.reading.notes.get(id) ?? [])
    const figures = [...this.#drawn].flatMap((id) => {
      const drawing = this.reading.drawings.get(id)
      return drawing !== undefined && isFigure(drawing) && drawing.kind !== 'ink' ? [drawing] : []
    })
    return [...notes, ...figures]
      .filter(({ gone, text }) => gone === null && text.trim() !== '')
      .map(({ text }) => text)
  }

  #scheduleKeep(afterMs: number): void {
    if (this.#ledger.size === 0 || this.#keepTimer !== undefined) return
    this.#keepTimer = setTimeout(() => {
      this.#keepTimer = undefined
      void this.#keepNow()
    }, afterMs)
  }

  async #keepNow(): Promise<void> {
    if (this.#ledger.size === 0) return
    this.#hasRecord = true
    const size = this.#ledger.size
    const isKept = await keepUnsent(this.#place, this.#tab, Y.mergeUpdates([...this.#ledger.updates]))
    if (this.#ledger.size === 0) {
      this.#hasRecord = false
      await dropUnsent(this.#place, this.#tab)
    } else if (this.#ledger.size === size) this.store.setState({ kept: isKept })
  }

  /** A page that is put away may not come back: write now what is not acknowledged. */
  #keepOnLeave(): () => void {
    if (typeof document === 'undefined') return () => undefined
    const handle = (): void => {
      if (document.visibilityState === 'hidden') void this.#keepNow()
    }
    document.addEventListener('visibilitychange', handle)
    globalThis.addEventListener('pagehide', handle)
    return () => {
      document.removeEventListener('visibilitychange', handle)
      globalThis.removeEventListener('pagehide', handle)
    }
  }
}
