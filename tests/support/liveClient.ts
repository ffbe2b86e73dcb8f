/** A bare `/live` socket in Node that keeps the view as a client would, and every byte that it was sent. */
import { WebSocket } from 'ws'
import type { Answer, DownMessage, UpMessage } from '@moot/protocol'
import { applyChange, parseDown, PROTOCOL_VERSION } from '@moot/protocol'

/** What the server projects for somebody. */
export type View = Extract<DownMessage, { type: 'state' }>['view']

/** What may be asked of the workshop. */
export type Command = Extract<UpMessage, { type: 'command' }>['command']

/** Somebody's connection to a workshop, without reconnecting. */
export class LiveClient {
  view: View | undefined
  /** Every message as it came, in order. */
  readonly raw: string[] = []
  /** Why the server closed it, or `null`. */
  closed: { readonly code: number; readonly reason: string } | null = null
  /** How far this machine's clock is behind the server's, in ms, as of the last message. */
  aheadMs = 0
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  /** Rejects once the server has closed it: nobody waits for an answer that cannot come. */
  readonly #lost: Promise<never>
  #count = 0

  constructor(url: string, workshop: string, secret: string) {
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}/live/${workshop}`, [
      'moot',
      `bearer.${secret}`,
    ])
    this.#socket.on('open', () => this.say({ type: 'hello', v: PROTOCOL_VERSION }))
    this.#socket.on('error', () => undefined)
    this.#lost = new Promise((_resolve, reject) => {
      this.#socket.on('close', (code, reason) => {
        this.closed = { code, reason: reason.toString('utf8') }
        reject(new Error(`The connection was closed: ${code} ${this.closed.reason}`))
      })
    })
    this.#lost.catch(() => undefined)
    this.#socket.on('message', (data: Buffer) => this.#hear(data.toString('utf8')))
  }

  say(message: UpMessage): void {
    this.#socket.send(JSON.stringify(message))
  }

  /** Gives a command; resolves with what the server answers. */
  command(command: Command): Promise<Answer> {
    const id = (this.#count += 1)
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.say({ type: 'command', id, command })
    })
  }

  /** Gives a command that must be accepted; resolves with its result. */
  async give(command: Command): Promise<unknown> {
    const answer = await Promise.race([this.command(command), this.#lost])
    if (!answer.ok) throw new Error(`${command.type}: ${answer.code} ${answer.message}`)
    return answer.result
  }

  destroy(): void {
    this.#socket.terminate()
  }

  #hear(text: string): void {
    this.raw.push(text)
    const message = parseDown(text)
    switch (message?.type) {
      case 'state':
        this.view = message.view
        this.aheadMs = message.now - Date.now()
        return
      case 'change':
        if (this.view) this.view = applyChange(this.view, message.change)
        return
      case 'answer':
        this.#waiting.get(message.id)?.({ ok: true, result: message.result })
        return
      case 'refusal':
        this.#waiting.get(message.id)?.({ ok: false, code: message.code, message: message.message })
        return
      case 'pong':
      case 'digests':
      case undefined:
        return
      default:
        message satisfies never
    }
  }
}
