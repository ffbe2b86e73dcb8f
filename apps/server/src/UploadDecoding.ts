/** The server's end of the process that draws pictures anew: one at a time, and a file that ends it ends only itself. */
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PictureKind } from '@moot/protocol'
import { startBareProcess } from './bareProcess.ts'
import type { DecodeReply, DecodeRequest } from './uploadMessages.ts'

/** A picture that takes longer than this is given up and its process ended, in ms. */
const DECODE_MAX_MS = 15_000
/** A process that had nothing to do for this long is let go with its memory, in ms. */
const IDLE_MS = 60_000
const DECODER = fileURLToPath(new URL('./uploadDecoder.ts', import.meta.url))

/** What came of a picture; `broken` where it ended its process or took too long. */
export type Decoded =
  | Extract<DecodeReply, { readonly ok: true }>
  | { readonly ok: false; readonly code: 'not_a_picture' | 'too_many_pixels' | 'broken' }

interface Job {
  readonly request: DecodeRequest
  readonly done: (decoded: Decoded) => void
}

/** Draws pictures anew, one at a time, in a process that is ended where a picture takes too long. */
export class UploadDecoding {
  readonly #script: string
  readonly #maxMs: number
  readonly #waiting: Job[] = []
  #child: ChildProcess | null = null
  #current: Job | null = null
  #timer: NodeJS.Timeout | undefined
  #next = 0
  #isStopped = false

  /** @param script - what runs in the process; another one for tests only */
  constructor(script = DECODER, maxMs = DECODE_MAX_MS) {
    this.#script = script
    this.#maxMs = maxMs
  }

  /** Pictures that wait or are being drawn. */
  get length(): number {
    return this.#waiting.length + (this.#current === null ? 0 : 1)
  }

  /** Draws a picture anew. Never rejects. */
  decode(kind: PictureKind, bytes: Uint8Array): Promise<Decoded> {
    if (this.#isStopped) return Promise.resolve({ ok: false, code: 'broken' })
    this.#next += 1
    const request = { id: this.#next, kind, bytes }
    return new Promise((done) => {
      this.#waiting.push({ request, done })
      this.#work()
    })
  }

  /** Ends the process; what waits is given up. */
  stop(): void {
    this.#isStopped = true
    for (const { done } of this.#waiting.splice(0)) done({ ok: false, code: 'broken' })
    this.#letGo('broken')
  }

  #work(): void {
    if (this.#current !== null) return
    const job = this.#waiting.shift()
    clearTimeout(this.#timer)
    if (job === undefined) {
      this.#timer = setTimeout(() => this.#letGo('broken'), IDLE_MS).unref()
      return
    }
    this.#current = job
    this.#timer = setTimeout(() => this.#letGo('broken'), this.#maxMs).unref()
    this.#child ??= this.#start()
    this.#child.send(job.request, (error) => {
      if (error !== null && this.#current === job) this.#letGo('broken')
    })
  }

  #start(): ChildProcess {
    const child = startBareProcess(
      this.#script,
      (reply) => {
        // The process answers with nothing else.
        if (this.#child === child) this.#settle(reply as DecodeReply)
      },
      () => {
        if (this.#child === child) this.#letGo('broken')
      },
    )
    return child
  }

  #settle(reply: DecodeReply): void {
    const job = this.#current
    if (job === null || job.request.id !== reply.id) return
    this.#current = null
    job.done(reply.ok ? reply : { ok: false, code: reply.code })
    this.#work()
  }

  /** Ends the process; the next picture gets a new one. */
  #letGo(code: 'broken'): void {
    clearTimeout(this.#timer)
    const [child, job] = [this.#child, this.#current]
    this.#child = null
    this.#current = null
    child?.kill('SIGKILL')
    job?.done({ ok: false, code })
    if (this.#waiting.length > 0) this.#work()
  }
}
