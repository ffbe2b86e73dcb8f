/** `Storage` on SQLite in a worker thread. */
import { Worker } from 'node:worker_threads'
import type {
  Append,
  Compaction,
  DocumentSize,
  NewUpload,
  NewWorkshop,
  Storage,
  StoredDocument,
  StoredUpload,
  StoredWorkshop,
  UploadSizes,
  WorkshopRecord,
  WorkshopToErase,
} from '@moot/room'
import type { Sqlite } from './sqlite.ts'
import type { Reply, Request } from './sqliteMessages.ts'

type Result<M extends keyof Sqlite> = Promise<ReturnType<Sqlite[M]>>

export class SqliteStorage implements Storage {
  readonly #worker: Worker
  readonly #pending = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >()
  #next = 0
  #ended: Error | null = null

  /**
   * @param path - the database file, made if it is not there
   * @param onEnd - called if the thread ends by itself: nothing can be saved any more
   */
  constructor(path: string, onEnd: (error: Error) => void = () => undefined) {
    this.#worker = new Worker(new URL('./sqliteWorker.ts', import.meta.url), { workerData: { path } })
    this.#worker.on('message', (reply: Reply) => this.#settle(reply))
    const end = (error: Error): void => {
      const isByItself = this.#ended === null
      this.#ended ??= error
      for (const { reject } of this.#pending.values()) reject(error)
      this.#pending.clear()
      if (isByItself) onEnd(error)
    }
    this.#worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', () => end(new Error('the storage thread has ended')))
  }

  append(doc: string, append: Append): Promise<void> {
    return this.#ask('append', doc, append)
  }
  load(doc: string): Promise<StoredDocument> {
    return this.#ask('loadAt', doc, Infinity)
  }
  loadAt(doc: string, time: number): Promise<StoredDocument> {
    return this.#ask('loadAt', doc, time)
  }
  compact(doc: string, compaction: Compaction): Promise<void> {
    return this.#ask('compact', doc, compaction)
  }
  delete(doc: string): Promise<void> {
    return this.#ask('delete', doc)
  }
  list(): Promise<readonly DocumentSize[]> {
    return this.#ask('list')
  }
  createWorkshop(workshop: NewWorkshop): Promise<boolean> {
    return this.#ask('createWorkshop', workshop)
  }
  loadWorkshop(id: string): Promise<StoredWorkshop | undefined> {
    return this.#ask('loadWorkshop', id)
  }
  record(workshop: string, record: WorkshopRecord): Promise<void> {
    return this.#ask('record', workshop, record)
  }
  hasFacilitatorKey(workshop: string, hash: string): Promise<boolean> {
    return this.#ask('hasFacilitatorKey', workshop, hash)
  }
  findCode(code: string): Promise<{ readonly id: string; readonly joinKey: string } | undefined> {
    return this.#ask('findCode', code)
  }
  findRejoin(codeHash: string, now: number): Promise<string | undefined> {
    return this.#ask('findRejoin', codeHash, now)
  }
  redeem(
    workshop: string,
    redeem: { readonly codeHash: string; readonly secretHash: string; readonly now: number },
  ): Promise<string | undefined> {
    return this.#ask('redeem', workshop, redeem)
  }
  addUpload(workshop: string, upload: NewUpload): Promise<void> {
    return this.#ask('addUpload', workshop, upload)
  }
  loadUpload(workshop: string, id: string, which: 'full' | 'small'): Promise<StoredUpload | undefined> {
    return this.#ask('loadUpload', workshop, id, which)
  }
  uploadSizes(workshop: string): Promise<UploadSizes> {
    return this.#ask('uploadSizes', workshop)
  }
  noteUse(workshop: string, at: number): Promise<void> {
    return this.#ask('noteUse', workshop, at)
  }
  unusedSince(time: number): Promise<readonly string[]> {
    return this.#ask('unusedSince', time)
  }
  async erase(workshops: readonly WorkshopToErase[]): Promise<void> {
    await this.#send('erase', [workshops])
  }
  async backup(path: string): Promise<void> {
    await this.#send('backup', [path])
  }
  async close(): Promise<void> {
    if (this.#ended !== null) return
    const exit = new Promise((resolve) => this.#worker.once('exit', resolve))
    const closed = this.#send('close', [])
    // Before the answer: on a busy machine it is found together with the thread's end, which must not look like a fault.
    this.#ended = new Error('the storage is closed')
    await closed
    await exit
  }

  #ask<M extends keyof Sqlite>(method: M, ...args: Parameters<Sqlite[M]>): Result<M> {
    // The worker calls the method of this name and answers with what it gave.
    return this.#send(method, args) as Result<M>
  }

  #send(method: Request['method'], args: readonly unknown[]): Promise<unknown> {
    if (this.#ended !== null) return Promise.reject(this.#ended)
    this.#next += 1
    const id = this.#next
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject })
      this.#worker.postMessage({ id, method, args } satisfies Request)
    })
  }

  #settle(reply: Reply): void {
    const pending = this.#pending.get(reply.id)
    this.#pending.delete(reply.id)
    if (reply.ok) pending?.resolve(reply.value)
    else pending?.reject(new Error(reply.message))
  }
}
