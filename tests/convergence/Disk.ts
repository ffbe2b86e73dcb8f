/** A disk that writes when told to, under servers that may die with writes on their way. */
import type { Append, Storage } from '@moot/room'
import { MemoryStorage } from '@moot/room'

interface Write {
  readonly doc: string
  readonly append: Append
  readonly done: () => void
}

/** What outlives every server. */
export class Disk {
  readonly #stored = new MemoryStorage()
  #writes: Write[] = []
  #server = 0

  /** Storage as a server gets it that starts now; the one before it can do nothing more. */
  forServer(): Storage {
    this.#server += 1
    const mine = this.#server
    const stored = this.#stored
    const isDead = (): boolean => mine !== this.#server
    /** A dead server neither writes nor hears an answer. */
    const alive = <T>(work: () => Promise<T>): Promise<T> =>
      isDead() ? new Promise<T>(() => undefined) : work()
    return {
      append: (doc, append) =>
        alive(() => new Promise<void>((done) => void this.#writes.push({ doc, append, done }))),
      load: (doc) => alive(() => stored.load(doc)),
      loadAt: (doc, time) => alive(() => stored.loadAt(doc, time)),
      compact: (doc, compaction) => alive(() => stored.compact(doc, compaction)),
      delete: (doc) => alive(() => stored.delete(doc)),
      list: () => alive(() => stored.list()),
      createWorkshop: (workshop) => alive(() => stored.createWorkshop(workshop)),
      loadWorkshop: (id) => alive(() => stored.loadWorkshop(id)),
      record: (workshop, record) => alive(() => stored.record(workshop, record)),
      hasFacilitatorKey: (workshop, hash) => alive(() => stored.hasFacilitatorKey(workshop, hash)),
      findCode: (code) => alive(() => stored.findCode(code)),
      findRejoin: (codeHash, now) => alive(() => stored.findRejoin(codeHash, now)),
      redeem: (workshop, redeem) => alive(() => stored.redeem(workshop, redeem)),
      noteUse: (workshop, at) => alive(() => stored.noteUse(workshop, at)),
      unusedSince: (time) => alive(() => stored.unusedSince(time)),
      erase: (workshops) => alive(() => stored.erase(workshops)),
      addUpload: (workshop, upload) => alive(() => stored.addUpload(workshop, upload)),
      loadUpload: (workshop, id, which) => alive(() => stored.loadUpload(workshop, id, which)),
      uploadSizes: (workshop) => alive(() => stored.uploadSizes(workshop)),
      backup: (path) => alive(() => stored.backup(path)),
      close: () => alive(() => stored.close()),
    }
  }

  /** What is stored, for looking at it from outside. */
  get stored(): MemoryStorage {
    return this.#stored
  }
  get isBusy(): boolean {
    return this.#writes.length > 0
  }

  /** Finishes the oldest writes. */
  async write(count: number): Promise<void> {
    for (const { doc, append, done } of this.#writes.splice(0, count)) {
      await this.#stored.append(doc, append)
      done()
    }
  }

  /** The power goes: the oldest `finished` writes made it to the disk, nobody was told; the rest did not. */
  async lose(finished: number): Promise<void> {
    for (const { doc, append } of this.#writes.splice(0).slice(0, finished))
      await this.#stored.append(doc, append)
  }
}
