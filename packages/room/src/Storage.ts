/**
 * What must survive: boards as logs of updates with snapshots, workshops as events, and who may come in. Every promise
 * resolves only when its change is on disk. One suite (`testing/registerStorageTests.ts`) holds for all implementations.
 */

/** Person of what the server itself wrote: templates, repairs, kept wordings. */
export const SERVER_PERSON = ''

/** One update of one document, exactly what it added. */
export interface LogRow {
  /** 1 for the first of a document, then one more each; a number is never used twice. */
  readonly seq: number
  readonly person: string
  /** When the server took it in, ms since 1970. */
  readonly at: number
  readonly update: Uint8Array
}

/** Everything up to and including row `seq`, as one update. */
export interface StoredSnapshot {
  readonly seq: number
  readonly at: number
  readonly state: Uint8Array
}

/** A document as it was stored. `damage` says why reading stopped before its end; it must then not be written to. */
export interface StoredDocument {
  readonly snapshot: StoredSnapshot | null
  /** Rows after the snapshot, in order. */
  readonly rows: readonly LogRow[]
  /** The person each Yjs client id belongs to. */
  readonly clients: ReadonlyMap<number, string>
  readonly damage: string | null
}

/** What one flush of a document adds, all or nothing. */
export interface Append {
  readonly rows: readonly LogRow[]
  /** Client ids used for the first time. A second owner of an id is refused. */
  readonly clients: readonly (readonly [client: number, person: string])[]
}

/** A snapshot to be written; `digest` is `digestOf` the document it was made from. */
export interface Compaction extends StoredSnapshot {
  readonly digest: Uint8Array
  /** How the document was must stay answerable from this time on, ms since 1970. */
  readonly keepSince: number
}

/** An event of a workshop; its JSON is read by the schema of the workshop, not here. */
export interface StoredEvent {
  readonly seq: number
  readonly at: number
  readonly event: unknown
}

/** A workshop at its beginning. Codes and hashes that are taken are refused. */
export interface NewWorkshop {
  readonly id: string
  readonly joinKey: string
  readonly joinCode: string
  readonly observerKey: string
  readonly facilitatorHash: string
  readonly events: readonly StoredEvent[]
  readonly documents: readonly { readonly doc: string; readonly append: Append }[]
}

/** A workshop as it was stored. */
export interface StoredWorkshop {
  readonly id: string
  readonly joinKey: string
  readonly joinCode: string
  readonly observerKey: string
  readonly events: readonly StoredEvent[]
  /** The person each secret belongs to, by the secret's hash. */
  readonly secrets: ReadonlyMap<string, string>
}

/** What one command adds to a workshop, all or nothing. */
export interface WorkshopRecord {
  readonly events: readonly StoredEvent[]
  /** Documents that begin with it; an event must name each (`doc`), so that erasing finds it. A known one is refused. */
  readonly documents?: NewWorkshop['documents']
  readonly secrets?: readonly { readonly hash: string; readonly person: string }[]
  readonly facilitatorHashes?: readonly string[]
  readonly rejoinCodes?: readonly {
    readonly hash: string
    readonly person: string
    readonly expires: number
  }[]
}

export const UPLOAD_TYPES = ['image/png', 'image/jpeg'] as const
/** What a picture is kept as, whatever was sent. */
export type UploadType = (typeof UPLOAD_TYPES)[number]

/** A picture to be kept, in both of its sizes. */
export interface NewUpload {
  readonly id: string
  readonly person: string
  /** When the server took it in, ms since 1970. */
  readonly at: number
  /** Of both sizes. */
  readonly type: UploadType
  /** Of the full size, in px. */
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
  readonly small: Uint8Array
}

/** A picture as it was stored, in one of its sizes. `width` and `height` are those of the full one, in px. */
export interface StoredUpload {
  readonly type: UploadType
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

/** What the pictures of one workshop take; `bytes` counts both sizes of each. */
export interface UploadSizes {
  readonly count: number
  readonly bytes: number
}

/** A workshop to be erased, with every document that its events have ever named. */
export interface WorkshopToErase {
  readonly id: string
  readonly documents: readonly string[]
}

/** One stored document, for operators. */
export interface DocumentSize {
  readonly doc: string
  readonly rows: number
  /** Bytes of its log and snapshots. */
  readonly bytes: number
}

export interface Storage {
  /** Adds to a document; resolves when it is on disk. Rejects whole when a number or client id is taken. */
  append(doc: string, append: Append): Promise<void>
  /** Reads a document: the newest sound snapshot and what came after. An unknown document is empty. */
  load(doc: string): Promise<StoredDocument>
  /**
   * Reads a document from the newest snapshot made at or before `time`, with every row after it, those later than
   * `time` included. Before the kept history the oldest snapshot is given.
   */
  loadAt(doc: string, time: number): Promise<StoredDocument>
  /** Writes a snapshot, checks that it loads to its digest, and only then drops what `keepSince` does not need. */
  compact(doc: string, compaction: Compaction): Promise<void>
  /** Removes a document with its history. */
  delete(doc: string): Promise<void>
  /** Every document there is. */
  list(): Promise<readonly DocumentSize[]>

  /** Stores a new workshop with its first documents; `false` where its id or code is taken. */
  createWorkshop(workshop: NewWorkshop): Promise<boolean>
  loadWorkshop(id: string): Promise<StoredWorkshop | undefined>
  record(workshop: string, record: WorkshopRecord): Promise<void>
  /** Looked up each time, so that a link made from outside works at once. */
  hasFacilitatorKey(workshop: string, hash: string): Promise<boolean>
  /** The workshop a join code leads to. */
  findCode(code: string): Promise<{ readonly id: string; readonly joinKey: string } | undefined>
  /** The workshop of a rejoin code that still works; the code is not used up by asking. */
  findRejoin(codeHash: string, now: number): Promise<string | undefined>
  /** Uses a rejoin code up and stores a further secret of its person; `undefined` where it is unknown, used or old. */
  redeem(
    workshop: string,
    redeem: { readonly codeHash: string; readonly secretHash: string; readonly now: number },
  ): Promise<string | undefined>

  /** Keeps a picture of a workshop; resolves when it is on disk. Rejects where the id is taken or nothing is there. */
  addUpload(workshop: string, upload: NewUpload): Promise<void>
  /** A picture of that workshop and no other; rejects where its bytes are not those that were stored. */
  loadUpload(workshop: string, id: string, which: 'full' | 'small'): Promise<StoredUpload | undefined>
  uploadSizes(workshop: string): Promise<UploadSizes>

  /**
   * Notes that a workshop was in use at `at`, ms since 1970; an earlier time than the one known changes nothing. Its
   * events are noted by themselves.
   */
  noteUse(workshop: string, at: number): Promise<void>
  /** Workshops last in use before `time`, ms since 1970, and those whose erasing was cut short. */
  unusedSince(time: number): Promise<readonly string[]>
  /**
   * Erases workshops with their pictures, and the documents named; resolves when nothing of them is left in any file. Where it rejects, it
   * may be half done: nobody finds those workshops any more, and the same call again does the rest.
   */
  erase(workshops: readonly WorkshopToErase[]): Promise<void>

  /** Copies everything to a new file while others go on writing. */
  backup(path: string): Promise<void>
  /** Waits for what is under way and closes. */
  close(): Promise<void>
}
