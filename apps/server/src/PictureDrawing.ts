/** The server's end of the process that draws boards: one at a time, stopped where it takes too long, started anew. */
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { StoredUpload } from '@moot/room'
import { startBareProcess } from './bareProcess.ts'
import type { DrawMessage, DrawReply, PictureFormat, PictureNeed } from './pictureMessages.ts'

/** A drawing that takes longer than this is given up and its process ended, in ms; ten times what a full board takes. */
const DRAW_MAX_MS = 15_000
/** A process that had nothing to do for this long is let go with its memory, in ms. */
const IDLE_MS = 120_000
/** Drawings that may wait; of more, the latest of the workshop that has most of them is refused. */
const WAITING_MAX = 40
/** Bytes of pictures for one drawing, a thousand photographs' worth; beyond it they show their description. */
const PICTURES_BYTES_MAX = 64 * 1024 * 1024
const WORKER = fileURLToPath(new URL('./pictureWorker.ts', import.meta.url))

/** What is to be drawn. */
export interface DrawJob {
  readonly workshop: string
  readonly title: string
  readonly format: PictureFormat
  /** The board's document as one update, asked for when its turn has come. */
  readonly state: () => Promise<Uint8Array>
  /** A picture of that workshop; nothing where it is not there. */
  readonly load: (need: PictureNeed) => Promise<StoredUpload | undefined>
}

/** Why nothing was drawn. */
export class NotDrawn extends Error {
  readonly why: 'busy' | 'slow' | 'broken'
  constructor(why: 'busy' | 'slow' | 'broken', detail: string = why) {
    super(detail)
    this.why = why
  }
}

interface Waiting extends DrawJob {
  readonly id: number
  readonly done: (bytes: Uint8Array) => void
  readonly failed: (error: NotDrawn) => void
}

/** Draws boards, one at a time, in a process that is ended where one takes too long; workshops take turns. */
export class PictureDrawing {
  readonly #script: string
  readonly #maxMs: number
  readonly #waiting: Waiting[] = []
  #child: ChildProcess | null = null
  #current: Waiting | null = null
  /** The workshop that was drawn for last. */
  #last = ''
  #timer: NodeJS.Timeout | undefined
  #next = 0
  #isStopped = false

  /** @param script - what runs in the process; another one for tests only */
  constructor(script: string = WORKER, maxMs: number = DRAW_MAX_MS) {
    this.#script = script
    this.#maxMs = maxMs
  }

  /** Draws a board when its turn has come. Rejects with `NotDrawn`. */
  draw(job: DrawJob): Promise<Uint8Array> {
    if (this.#isStopped) return Promise.reject(new NotDrawn('broken', 'stopped'))
    if (this.#waiting.length >= WAITING_MAX && !this.#giveWay(job.workshop))
      return Promise.reject(new NotDrawn('busy'))
    this.#next += 1
    const id = this.#next
    return new Promise((done, failed) => {
      this.#waiting.push({ ...job, id, done, failed })
      this.#work()
    })
  }

  /** Ends the process; what waits is given up. */
  stop(): void {
    this.#isStopped = true
    for (const { failed } of this.#waiting.splice(0)) failed(new NotDrawn('broken', 'stopped'))
    this.#letGo(new NotDrawn('broken', 'stopped'))
  }

  /** Lets the latest drawing of the workshop go that has most of them waiting, unless that is who asks. */
  #giveWay(asks: string): boolean {
    const counts = new Map<string, number>()
    for (const { workshop } of this.#waiting) counts.set(workshop, (counts.get(workshop) ?? 0) + 1)
    const [most, count] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [asks, 0]
    if (count <= (counts.get(asks) ?? 0) + 1) return false
    const latest = this.#waiting.findLastIndex(({ workshop }) => workshop === most)
    for (const { failed } of this.#waiting.splice(latest, 1)) failed(new NotDrawn('busy'))
    return true
  }

  /** The one that has waited longest, of another workshop than the last one if there is any. */
  #shift(): Waiting | undefined {
    const index = this.#waiting.findIndex(({ workshop }) => workshop !== this.#last)
    const [job] = this.#waiting.splice(Math.max(0, index), 1)
    this.#last = job?.workshop ?? this.#last
    return job
  }

  #work(): void {
    if (this.#current !== null) return
    const job = this.#shift()
    clearTimeout(this.#timer)
    if (job === undefined) {
      this.#timer = setTimeout(() => this.#letGo(new NotDrawn('broken')), IDLE_MS).unref()
      return
    }
    this.#current = job
    this.#timer = setTimeout(() => this.#letGo(new NotDrawn('slow')), this.#maxMs).unref()
    void this.#begin(job)
  }

  async #begin(job: Waiting): Promise<void> {
    try {
      const state = await job.state()
      const { id, workshop, title, format } = job
      await this.#say(job, { type: 'draw', id, workshop, title, format, state })
    } catch (error) {
      this.#end(job, () => job.failed(new NotDrawn('broken', messageOf(error))))
    }
  }

  /** Resolves when the process has taken it, so that no more than one message waits in memory. */
  #say(job: Waiting, message: DrawMessage): Promise<void> {
    if (this.#current !== job) return Promise.resolve()
    this.#child ??= this.#start()
    const child = this.#child
    return new Promise((said) => {
      child.send(message, (error) => {
        if (error !== null && this.#current === job) this.#letGo(new NotDrawn('broken', error.message))
        said()
      })
    })
  }

  #start(): ChildProcess {
    const child = startBareProcess(
      this.#script,
      (reply) => {
        // The process answers with nothing else.
        if (this.#child === child) this.#hear(reply as DrawReply)
      },
      () => {
        if (this.#child === child) this.#letGo(new NotDrawn('broken', 'the process has ended'))
      },
    )
    return child
  }

  #hear(reply: DrawReply): void {
    const job = this.#current
    if (job === null || job.id !== reply.id) return
    switch (reply.type) {
      case 'needs':
        void this.#give(job, reply.needs)
        return
      case 'drawn':
        this.#end(job, () => job.done(reply.bytes))
        return
      case 'failed':
        this.#end(job, () => job.failed(new NotDrawn('broken', reply.message)))
        return
      default:
        reply satisfies never
    }
  }

  /** One after the other: neither memory nor the disk's thread is taken up by what may be hundreds. */
  async #give(job: Waiting, needs: readonly PictureNeed[]): Promise<void> {
    let left = PICTURES_BYTES_MAX
    for (const need of needs) {
      if (this.#current !== job) return
      // One that cannot be read is one that is not there: its place shows its description.
      const stored = await job.load(need).catch(() => undefined)
      if (stored === undefined || stored.bytes.length > left) continue
      const { type, bytes } = stored
      left -= bytes.length
      await this.#say(job, { type: 'picture', id: job.id, picture: { ...need, type, bytes } })
    }
    await this.#say(job, { type: 'go', id: job.id })
  }

  #end(job: Waiting, tell: () => void): void {
    if (this.#current !== job) return
    this.#current = null
    tell()
    this.#work()
  }

  /** Ends the process; the next drawing gets a new one. */
  #letGo(why: NotDrawn): void {
    clearTimeout(this.#timer)
    const [child, job] = [this.#child, this.#current]
    this.#child = null
    this.#current = null
    child?.kill('SIGKILL')
    job?.failed(why)
    if (this.#waiting.length > 0) this.#work()
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown'
}
