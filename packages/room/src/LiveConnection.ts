/** One `/live` socket of one person: what it has been told, so that the next time only what changed is said. */
import type { MeView, Presence, SharedView } from '@moot/workshop'
import type { DownMessage } from '@moot/protocol'
import { CLOSE } from '@moot/protocol'
import type { LiveSocket } from './Socket.ts'

/** Above this a socket gets nothing more until it has drained; then it gets the whole state again. In bytes. */
const BUFFER_MAX = 1024 * 1024
/** Above this, answers to a peer that asks and never reads would fill the memory: it is sent away. In bytes. */
const UNREAD_MAX = 8 * 1024 * 1024

/** What a connection knows: nothing before its hello, then the view it was last sent. */
export type Told =
  | { readonly state: 'new' }
  | { readonly state: 'told'; readonly shared: SharedView; readonly me: MeView }
  /** It could not be told of something: it needs the whole view. */
  | { readonly state: 'behind' }

export class LiveConnection {
  readonly person: string
  readonly #socket: LiveSocket
  told: Told = { state: 'new' }
  at: Presence = { board: null, note: null }

  constructor(socket: LiveSocket, person: string) {
    this.#socket = socket
    this.person = person
  }

  get isSlow(): boolean {
    return this.#socket.buffered > BUFFER_MAX
  }
  send(message: DownMessage): void {
    if (this.#socket.buffered > UNREAD_MAX) this.close(CLOSE.tryLater, 'too_slow')
    else this.#socket.send(JSON.stringify(message))
  }
  /** Sends a message that was made into text once for many. */
  sendText(text: string): void {
    this.#socket.send(text)
  }
  close(...args: Parameters<LiveSocket['close']>): void {
    this.#socket.close(...args)
  }
}
