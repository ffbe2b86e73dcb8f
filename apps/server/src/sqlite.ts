/** The database: its tables, and everything that is asked of it, one synchronous function each. Runs in the worker. */
import { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import type {
  Append,
  Compaction,
  DocumentSize,
  LogRow,
  NewUpload,
  NewWorkshop,
  StoredDocument,
  StoredSnapshot,
  StoredUpload,
  StoredWorkshop,
  UploadSizes,
  WorkshopRecord,
} from '@moot/room'
import { isWholeSnapshot, soundRows, thinHistory, UPLOAD_TYPES } from '@moot/room'
import { eachRow, maybe, num, optionalRow } from './sqliteRows.ts'

/** Version of the tables, in `user_version`. */
const SCHEMA_VERSION = 3

/** The smaller first, so that reading it goes past nothing of the larger. */
const UPLOADS = `
create table uploads (
  workshop text not null, id text not null, person text not null, at integer not null, type text not null,
  width integer not null, height integer not null, small_sum integer not null, full_sum integer not null,
  small blob not null, full blob not null, primary key (workshop, id)
);
`

const TABLES = `${UPLOADS}
create table log (
  doc text not null, seq integer not null, person text not null, at integer not null,
  data blob not null, sum integer not null, primary key (doc, seq)
);
create table snapshots (
  doc text not null, seq integer not null, at integer not null,
  data blob not null, sum integer not null, primary key (doc, seq)
);
create table clients (
  doc text not null, client integer not null, person text not null, primary key (doc, client)
) without rowid;
create table workshops (
  id text primary key, join_key text not null, join_code text not null unique, observer_key text not null,
  used integer not null default 0
);
create table events (
  workshop text not null, seq integer not null, at integer not null, event text not null, primary key (workshop, seq)
);
create table secrets (
  workshop text not null, hash text not null, person text not null, primary key (workshop, hash)
) without rowid;
create table facilitator_keys (
  workshop text not null, hash text not null, primary key (workshop, hash)
) without rowid;
create table rejoin_codes (
  workshop text not null, hash text not null, person text not null, expires integer not null, used integer not null default 0,
  primary key (workshop, hash)
) without rowid;
`

/** Version 1 did not know when a workshop was last in use: its days are counted from now on. */
const FROM_VERSION_1 = `
alter table workshops add column used integer not null default 0;
update workshops set used = unixepoch() * 1000;
`

/** What each older version lacks, in order: the first makes version 2 of version 1. */
const STEPS = [FROM_VERSION_1, UPLOADS] as const

/** Opens the database of a data directory, made if it is not there. Others may have it open too. */
export function openDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 5_000 })
  // Full: a commit returns only when it is on the disk, not merely with the operating system.
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on',
  )
  const version = num(optionalRow(db.prepare('pragma user_version'))?.['user_version'])
  if (version === 0) {
    db.exec(`begin immediate; ${TABLES} pragma user_version = ${SCHEMA_VERSION}; commit`)
  } else if (version >= 1 && version < SCHEMA_VERSION) {
    const steps = STEPS.slice(version - 1).join('\n')
    db.exec(`begin immediate; ${steps} pragma user_version = ${SCHEMA_VERSION}; commit`)
  } else if (version !== SCHEMA_VERSION) {
    db.close()
    throw new Error(`the data is of version ${version}; this program knows version ${SCHEMA_VERSION}`)
  }
  return db
}

/** Everything that storage is asked, on an open database. Callers put a transaction around it. */
export class Sqlite {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  append(doc: string, append: Append): void {
    const last = num(
      optionalRow(
        this.#db.prepare(
          'select max(coalesce((select max(seq) from log where doc = ?1), 0), coalesce((select max(seq) from snapshots where doc = ?1), 0)) as last',
        ),
        doc,
      )?.['last'],
    )
    const insert = this.#db.prepare(
      'insert into log (doc, seq, person, at, data, sum) values (?, ?, ?, ?, ?, ?)',
    )
    append.rows.forEach((row, index) => {
      if (row.seq !== last + index + 1)
        throw new Error(`row ${row.seq} of ${doc} does not follow ${last + index}`)
      insert.run(doc, row.seq, row.person, row.at, row.update, sumOf(row.update, row))
    })
    for (const [client, person] of append.clients) {
      this.#db
        .prepare('insert into clients (doc, client, person) values (?, ?, ?) on conflict do nothing')
        .run(doc, client, person)
      const owner = optionalRow(
        this.#db.prepare('select person from clients where doc = ? and client = ?'),
        doc,
        client,
      )
      if (owner?.['person'] !== person) throw new Error('a client id has an owner already')
    }
  }

  loadAt(doc: string, time: number): StoredDocument {
    const snapshots: (StoredSnapshot & { readonly isSound: boolean })[] = []
    for (const row of eachRow(
      this.#db.prepare('select seq, at, data, sum from snapshots where doc = ? order by seq'),
      doc,
    )) {
      const stamp = { seq: num(row['seq']), at: num(row['at']), person: '' }
      const state = bytes(row['data'])
      snapshots.push({ ...stamp, state, isSound: num(row['sum']) === sumOf(state, stamp) })
    }
    const clients = new Map<number, string>()
    for (const row of eachRow(this.#db.prepare('select client, person from clients where doc = ?'), doc))
      clients.set(num(row['client']), String(row['person']))

    const ends = optionalRow(
      this.#db.prepare('select min(seq) as first, max(seq) as last from log where doc = ?'),
      doc,
    )
    const oldest = num(ends?.['first']) === 1 ? undefined : snapshots.find((each) => each.isSound)
    const chosen = snapshots.findLast((each) => each.isSound && each.at <= time) ?? oldest ?? null
    const from = chosen?.seq ?? 0
    const { rows, damage } = soundRows(this.#rowsAfter(doc, from), from)
    const reached = rows.at(-1)?.seq ?? from
    const end = Math.max(snapshots.at(-1)?.seq ?? 0, num(ends?.['last']))
    const lost = reached < end ? (damage ?? `row ${reached + 1} does not match its checksum`) : damage
    const snapshot = chosen === null ? null : { seq: chosen.seq, at: chosen.at, state: chosen.state }
    return { snapshot, rows, clients, damage: lost }
  }

  /** Rows up to the first that does not match its checksum. */
  #rowsAfter(doc: string, seq: number): LogRow[] {
    const rows: LogRow[] = []
    const all = this.#db.prepare(
      'select seq, person, at, data, sum from log where doc = ? and seq > ? order by seq',
    )
    for (const row of eachRow(all, doc, seq)) {
      const stamp = { seq: num(row['seq']), person: String(row['person']), at: num(row['at']) }
      const update = bytes(row['data'])
      if (num(row['sum']) !== sumOf(update, stamp)) break
      rows.push({ ...stamp, update })
    }
    return rows
  }

  /** Writes and checks the snapshot; throws, so that nothing is kept, where it does not load. */
  compact(doc: string, { seq, at, state, digest, keepSince }: Compaction): void {
    const has = optionalRow(this.#db.prepare('select max(seq) as last from log where doc = ?'), doc)
    if (num(has?.['last']) < seq) throw new Error(`nothing to compact in ${doc}`)
    this.#db
      .prepare('insert or replace into snapshots (doc, seq, at, data, sum) values (?, ?, ?, ?, ?)')
      .run(doc, seq, at, state, sumOf(state, { seq, at, person: '' }))
    const written = optionalRow(
      this.#db.prepare('select data from snapshots where doc = ? and seq = ?'),
      doc,
      seq,
    )
    if (!isWholeSnapshot(bytes(written?.['data']), digest))
      throw new Error(`the snapshot of ${doc} does not load`)
    const stamps = [
      ...eachRow(this.#db.prepare('select seq, at from snapshots where doc = ? order by seq'), doc),
    ].map((row) => ({
      seq: num(row['seq']),
      at: num(row['at']),
    }))
    const thinning = thinHistory(stamps, keepSince)
    for (const each of thinning.snapshots)
      this.#db.prepare('delete from snapshots where doc = ? and seq = ?').run(doc, each)
    this.#db.prepare('delete from log where doc = ? and seq <= ?').run(doc, thinning.rowsThrough)
  }

  delete(doc: string): void {
    for (const table of ['log', 'snapshots', 'clients'])
      this.#db.prepare(`delete from ${table} where doc = ?`).run(doc)
  }

  list(): DocumentSize[] {
    const sizes = `select doc, sum(rows) as rows, sum(bytes) as bytes from (
      select doc, count(*) as rows, sum(length(data)) as bytes from log group by doc
      union all select doc, 0, sum(length(data)) from snapshots group by doc) group by doc order by doc`
    return [...eachRow(this.#db.prepare(sizes))].map((row) => ({
      doc: String(row['doc']),
      rows: num(row['rows']),
      bytes: num(row['bytes']),
    }))
  }

  createWorkshop(workshop: NewWorkshop): boolean {
    const { id, joinKey, joinCode, observerKey } = workshop
    const made = this.#db
      .prepare(
        'insert into workshops (id, join_key, join_code, observer_key) values (?, ?, ?, ?) on conflict do nothing',
      )
      .run(id, joinKey, joinCode, observerKey)
    if (Number(made.changes) === 0) return false
    this.record(id, { events: workshop.events, facilitatorHashes: [workshop.facilitatorHash] })
    for (const { doc, append } of workshop.documents) this.append(doc, append)
    return true
  }

  loadWorkshop(id: string): StoredWorkshop | undefined {
    const found = optionalRow(
      this.#db.prepare('select join_key, join_code, observer_key from workshops where id = ?'),
      id,
    )
    if (found === undefined) return undefined
    const events = [
      ...eachRow(this.#db.prepare('select seq, at, event from events where workshop = ? order by seq'), id),
    ].map((row) => ({
      seq: num(row['seq']),
      at: num(row['at']),
      event: maybe(() => JSON.parse(String(row['event'])) as unknown),
    }))
    // Every workshop begins with events: this one is being erased.
    if (events.length === 0) return undefined
    const secrets = new Map<string, string>()
    for (const row of eachRow(this.#db.prepare('select hash, person from secrets where workshop = ?'), id))
      secrets.set(String(row['hash']), String(row['person']))
    return {
      id,
      joinKey: String(found['join_key']),
      joinCode: String(found['join_code']),
      observerKey: String(found['observer_key']),
      events,
      secrets,
    }
  }

  record(workshop: string, record: WorkshopRecord): void {
    if (optionalRow(this.#db.prepare('select 1 from workshops where id = ?'), workshop) === undefined)
      throw new Error(`no workshop ${workshop}`)
    const last = num(
      optionalRow(this.#db.prepare('select max(seq) as last from events where workshop = ?'), workshop)?.[
        'last'
      ],
    )
    record.events.forEach((each, index) => {
      if (each.seq !== last + index + 1)
        throw new Error(`event ${each.seq} of ${workshop} does not follow ${last + index}`)
      this.#db
        .prepare('insert into events (workshop, seq, at, event) values (?, ?, ?, ?)')
        .run(workshop, each.seq, each.at, JSON.stringify(each.event))
      this.noteUse(workshop, each.at)
    })
    for (const { doc, append } of record.documents ?? []) {
      if (this.#isKnown(doc)) throw new Error(`there is a document ${doc} already`)
      this.append(doc, append)
    }
    for (const { hash, person } of record.secrets ?? [])
      this.#db
        .prepare('insert into secrets (workshop, hash, person) values (?, ?, ?)')
        .run(workshop, hash, person)
    for (const hash of record.facilitatorHashes ?? [])
      this.#db
        .prepare('insert or ignore into facilitator_keys (workshop, hash) values (?, ?)')
        .run(workshop, hash)
    for (const { hash, person, expires } of record.rejoinCodes ?? [])
      this.#db
        .prepare('insert or replace into rejoin_codes (workshop, hash, person, expires) values (?, ?, ?, ?)')
        .run(workshop, hash, person, expires)
  }

  #isKnown(doc: string): boolean {
    const any =
      'select 1 from log where doc = ?1 union all select 1 from snapshots where doc = ?1 union all select 1 from clients where doc = ?1 limit 1'
    return optionalRow(this.#db.prepare(any), doc) !== undefined
  }

  hasFacilitatorKey(workshop: string, hash: string): boolean {
    return (
      optionalRow(
        this.#db.prepare('select 1 from facilitator_keys where workshop = ? and hash = ?'),
        workshop,
        hash,
      ) !== undefined
    )
  }

  findCode(code: string): { readonly id: string; readonly joinKey: string } | undefined {
    const found = optionalRow(
      this.#db.prepare('select id, join_key from workshops where join_code = ?'),
      code,
    )
    return found === undefined ? undefined : { id: String(found['id']), joinKey: String(found['join_key']) }
  }

  findRejoin(codeHash: string, now: number): string | undefined {
    const found = optionalRow(
      this.#db.prepare('select workshop from rejoin_codes where hash = ? and used = 0 and expires >= ?'),
      codeHash,
      now,
    )
    return found === undefined ? undefined : String(found['workshop'])
  }

  redeem(
    workshop: string,
    {
      codeHash,
      secretHash,
      now,
    }: { readonly codeHash: string; readonly secretHash: string; readonly now: number },
  ): string | undefined {
    const used = this.#db
      .prepare(
        'update rejoin_codes set used = 1 where workshop = ? and hash = ? and used = 0 and expires >= ?',
      )
      .run(workshop, codeHash, now)
    if (Number(used.changes) === 0) return undefined
    const code = optionalRow(
      this.#db.prepare('select person from rejoin_codes where workshop = ? and hash = ?'),
      workshop,
      codeHash,
    )
    const person = String(code?.['person'])
    this.record(workshop, { events: [], secrets: [{ hash: secretHash, person }] })
    return person
  }

  addUpload(workshop: string, upload: NewUpload): void {
    if (optionalRow(this.#db.prepare('select 1 from events where workshop = ?'), workshop) === undefined)
      throw new Error(`no workshop ${workshop}`)
    const { id, person, at, type, width, height, bytes: full, small } = upload
    this.#db
      .prepare(
        'insert into uploads (workshop, id, person, at, type, width, height, small_sum, full_sum, small, full) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(workshop, id, person, at, type, width, height, crc32(small), crc32(full), small, full)
  }

  loadUpload(workshop: string, id: string, which: 'full' | 'small'): StoredUpload | undefined {
    const found = optionalRow(
      this.#db.prepare(
        `select type, width, height, ${which}_sum as sum, ${which} as data from uploads where workshop = ? and id = ?`,
      ),
      workshop,
      id,
    )
    const type = UPLOAD_TYPES.find((each) => each === found?.['type'])
    if (found === undefined || type === undefined) return undefined
    const data = bytes(found['data'])
    if (num(found['sum']) !== crc32(data)) throw new Error(`picture ${id} does not match its checksum`)
    return { type, width: num(found['width']), height: num(found['height']), bytes: data }
  }

  uploadSizes(workshop: string): UploadSizes {
    const found = optionalRow(
      this.#db.prepare(
        'select count(*) as count, sum(length(small) + length(full)) as bytes from uploads where workshop = ?',
      ),
      workshop,
    )
    return { count: num(found?.['count']), bytes: num(found?.['bytes']) }
  }

  noteUse(workshop: string, at: number): void {
    this.#db.prepare('update workshops set used = ?2 where id = ?1 and used < ?2').run(workshop, at)
  }

  unusedSince(time: number): string[] {
    return [...eachRow(this.#db.prepare('select id from workshops where used < ? order by id'), time)].map(
      (row) => String(row['id']),
    )
  }
}

/** The checksum covers what a row says about itself too, so that no row can pass for another. */
function sumOf(data: Uint8Array, { seq, person, at }: Pick<LogRow, 'seq' | 'person' | 'at'>): number {
  return crc32(data, crc32(`${seq} ${at} ${person}`))
}

function bytes(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array()
}
