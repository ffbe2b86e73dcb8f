/** Storage that forgets everything with the process: for tests and for trying things out. */
import { isWholeSnapshot, soundRows } from './documents.ts'
import { thinHistory } from './history.ts'
import type {
  Append,
  Compaction,
  DocumentSize,
  LogRow,
  NewUpload,
  NewWorkshop,
  Storage,
  StoredDocument,
  StoredEvent,
  StoredSnapshot,
  StoredUpload,
  StoredWorkshop,
  UploadSizes,
  WorkshopRecord,
  WorkshopToErase,
} from './Storage.ts'

interface MemoryDocument {
  rows: LogRow[]
  snapshots: StoredSnapshot[]
  /** Greatest row number ever used, also after rows were dropped. */
  last: number
  clients: ReadonlyMap<number, string>
}

interface MemoryWorkshop {
  readonly made: NewWorkshop
  readonly events: StoredEvent[]
  readonly secrets: Map<string, string>
  readonly facilitators: Set<string>
  readonly rejoin: Map<string, { readonly person: string; readonly expires: number }>
  readonly uploads: Map<string, NewUpload>
  /** When it was last in use, ms since 1970. */
  used: number
}

/** Every method works on a copy first, so that a refusal leaves nothing behind. */
export class MemoryStorage implements Storage {
  readonly #documents = new Map<string, MemoryDocument>()
  readonly #workshops = new Map<string, MemoryWorkshop>()

  async append(doc: string, append: Append): Promise<void> {
    const known = this.#documents.get(doc) ?? {
      rows: [],
      snapshots: [],
      last: 0,
      clients: new Map<number, string>(),
    }
    let { last } = known
    for (const row of append.rows) {
      if (row.seq !== last + 1) throw new Error(`row ${row.seq} of ${doc} does not follow ${last}`)
      last = row.seq
    }
    const clients = new Map(known.clients)
    for (const [client, person] of append.clients) {
      if ((clients.get(client) ?? person) !== person) throw new Error('a client id has an owner already')
      clients.set(client, person)
    }
    known.clients = clients
    known.rows.push(...append.rows.map((row) => ({ ...row, update: row.update.slice() })))
    known.last = last
    this.#documents.set(doc, known)
  }

  load(doc: string): Promise<StoredDocument> {
    return this.loadAt(doc, Infinity)
  }

  async loadAt(doc: string, time: number): Promise<StoredDocument> {
    const known = this.#documents.get(doc)
    if (known === undefined) return { snapshot: null, rows: [], clients: new Map(), damage: null }
    const first = known.rows[0]?.seq === 1 ? null : (known.snapshots[0] ?? null)
    const snapshot = known.snapshots.findLast((each) => each.at <= time) ?? first
    const from = snapshot?.seq ?? 0
    const { rows, damage } = soundRows(
      known.rows.filter((row) => row.seq > from),
      from,
    )
    return { snapshot, rows, clients: new Map(known.clients), damage }
  }

  async compact(doc: string, compaction: Compaction): Promise<void> {
    const known = this.#documents.get(doc)
    if (known === undefined || compaction.seq > known.last) throw new Error(`nothing to compact in ${doc}`)
    const { seq, at, state } = compaction
    if (!isWholeSnapshot(state, compaction.digest)) throw new Error(`the snapshot of ${doc} does not load`)
    const snapshots = known.snapshots.filter((each) => each.seq !== seq)
    snapshots.push({ seq, at, state: state.slice() })
    snapshots.sort((a, b) => a.seq - b.seq)
    const thinning = thinHistory(snapshots, compaction.keepSince)
    known.snapshots = snapshots.filter((each) => !thinning.snapshots.includes(each.seq))
    known.rows = known.rows.filter((row) => row.seq > thinning.rowsThrough)
  }

  async delete(doc: string): Promise<void> {
    this.#documents.delete(doc)
  }

  async list(): Promise<readonly DocumentSize[]> {
    return [...this.#documents].map(([doc, { rows, snapshots }]) => ({
      doc,
      rows: rows.length,
      bytes:
        rows.reduce((sum, row) => sum + row.update.length, 0) +
        snapshots.reduce((sum, each) => sum + each.state.length, 0),
    }))
  }

  async createWorkshop(workshop: NewWorkshop): Promise<boolean> {
    const isTaken = [...this.#workshops.values()].some(({ made }) => made.joinCode === workshop.joinCode)
    if (isTaken || this.#workshops.has(workshop.id)) return false
    for (const { doc, append } of workshop.documents) await this.append(doc, append)
    this.#workshops.set(workshop.id, {
      made: workshop,
      events: [...workshop.events],
      secrets: new Map(),
      facilitators: new Set([workshop.facilitatorHash]),
      rejoin: new Map(),
      uploads: new Map(),
      used: workshop.events.at(-1)?.at ?? 0,
    })
    return true
  }

  async loadWorkshop(id: string): Promise<StoredWorkshop | undefined> {
    const known = this.#workshops.get(id)
    if (known === undefined) return undefined
    const { joinKey, joinCode, observerKey } = known.made
    return { id, joinKey, joinCode, observerKey, events: [...known.events], secrets: new Map(known.secrets) }
  }

  async record(workshop: string, record: WorkshopRecord): Promise<void> {
    const known = this.#need(workshop)
    let last = known.events.at(-1)?.seq ?? 0
    for (const event of record.events) {
      if (event.seq !== last + 1) throw new Error(`event ${event.seq} of ${workshop} does not follow ${last}`)
      last = event.seq
    }
    const documents = record.documents ?? []
    for (const { doc } of documents)
      if (this.#documents.has(doc)) throw new Error(`there is a document ${doc} already`)
    try {
      for (const { doc, append } of documents) await this.append(doc, append)
    } catch (error) {
      for (const { doc } of documents) this.#documents.delete(doc)
      throw error
    }
    known.events.push(...record.events)
    for (const { hash, person } of record.secrets ?? []) known.secrets.set(hash, person)
    for (const hash of record.facilitatorHashes ?? []) known.facilitators.add(hash)
    for (const { hash, person, expires } of record.rejoinCodes ?? [])
      known.rejoin.set(hash, { person, expires })
    known.used = Math.max(known.used, record.events.at(-1)?.at ?? 0)
  }

  async hasFacilitatorKey(workshop: string, hash: string): Promise<boolean> {
    return this.#workshops.get(workshop)?.facilitators.has(hash) ?? false
  }

  async findCode(code: string): Promise<{ readonly id: string; readonly joinKey: string } | undefined> {
    const found = [...this.#workshops.values()].find(({ made }) => made.joinCode === code)
    return found === undefined ? undefined : { id: found.made.id, joinKey: found.made.joinKey }
  }

  async findRejoin(codeHash: string, now: number): Promise<string | undefined> {
    for (const [id, { rejoin }] of this.#workshops)
      if ((rejoin.get(codeHash)?.expires ?? -Infinity) >= now) return id
    return undefined
  }

  async redeem(
    workshop: string,
    redeem: { readonly codeHash: string; readonly secretHash: string; readonly now: number },
  ): Promise<string | undefined> {
    const known = this.#workshops.get(workshop)
    const code = known?.rejoin.get(redeem.codeHash)
    if (known === undefined || code === undefined) return undefined
    known.rejoin.delete(redeem.codeHash)
    if (code.expires < redeem.now) return undefined
    known.secrets.set(redeem.secretHash, code.person)
    return code.person
  }

  async addUpload(workshop: string, upload: NewUpload): Promise<void> {
    const { uploads } = this.#need(workshop)
    if (uploads.has(upload.id)) throw new Error(`the id ${upload.id} is taken`)
    uploads.set(upload.id, { ...upload, bytes: upload.bytes.slice(), small: upload.small.slice() })
  }

  async loadUpload(workshop: string, id: string, which: 'full' | 'small'): Promise<StoredUpload | undefined> {
    const found = this.#workshops.get(workshop)?.uploads.get(id)
    if (found === undefined) return undefined
    const { type, width, height, bytes, small } = found
    return { type, width, height, bytes: which === 'full' ? bytes : small }
  }

  async uploadSizes(workshop: string): Promise<UploadSizes> {
    const all = [...(this.#workshops.get(workshop)?.uploads.values() ?? [])]
    return {
      count: all.length,
      bytes: all.reduce((sum, { bytes, small }) => sum + bytes.length + small.length, 0),
    }
  }

  async noteUse(workshop: string, at: number): Promise<void> {
    const known = this.#workshops.get(workshop)
    if (known !== undefined) known.used = Math.max(known.used, at)
  }

  async unusedSince(time: number): Promise<readonly string[]> {
    return [...this.#workshops].filter(([, { used }]) => used < time).map(([id]) => id)
  }

  async erase(workshops: readonly WorkshopToErase[]): Promise<void> {
    for (const { id, documents } of workshops) {
      for (const doc of documents) this.#documents.delete(doc)
      this.#workshops.delete(id)
    }
  }

  backup(_path: string): Promise<void> {
    return Promise.reject(new Error('what is only in memory cannot be backed up'))
  }

  async close(): Promise<void> {
    // Nothing is open.
  }

  #need(id: string): MemoryWorkshop {
    const known = this.#workshops.get(id)
    if (known === undefined) throw new Error(`no workshop ${id}`)
    return known
  }
}
