/**
 * The thread that writes to disk, so that waiting for the disk holds nobody up. Everything that has arrived while the
 * last transaction was being written goes into the next one: one `fsync` for all of it (group commit).
 */
import { backup } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { WorkshopToErase } from '@moot/room'
import { openDatabase, Sqlite } from './sqlite.ts'
import { eraseWorkshops } from './sqliteErase.ts'
import type { Reply, Request } from './sqliteMessages.ts'

// Both come from sqliteStorage.ts, which starts this thread and nobody else does.
const port = parentPort as NonNullable<typeof parentPort>
const { path } = workerData as { readonly path: string }

const db = openDatabase(path)
const sqlite = new Sqlite(db)
let waiting: Request[] = []

/** What cannot be part of a transaction with others. */
const ALONE: ReadonlySet<Request['method']> = new Set(['erase', 'backup', 'close'])

port.on('message', (request: Request) => {
  if (waiting.length === 0) setImmediate(work)
  waiting.push(request)
})

function work(): void {
  const requests = waiting
  waiting = []
  const ordinary = requests.filter(({ method }) => !ALONE.has(method))
  if (ordinary.length > 0) for (const reply of commit(ordinary)) port.postMessage(reply)
  for (const { id, method, args } of requests) {
    if (method === 'erase') port.postMessage(erase(id, args))
    else if (method === 'backup') void copy(id, String(args[0]))
    else if (method === 'close') {
      db.close()
      port.postMessage({ id, ok: true, value: undefined } satisfies Reply)
      port.close()
    }
  }
}

/** One transaction for all; a request that fails takes back its own part only. */
function commit(requests: readonly Request[]): Reply[] {
  try {
    db.exec('begin immediate')
    const replies = requests.map(attempt)
    db.exec('commit')
    return replies
  } catch (error) {
    if (db.isTransaction) db.exec('rollback')
    return requests.map(({ id }) => failure(id, error))
  }
}

function attempt({ id, method, args }: Request): Reply {
  db.exec('savepoint request')
  try {
    // sqliteStorage.ts alone makes requests, with the arguments of the method it names.
    const call = sqlite[method as keyof Sqlite] as (this: Sqlite, ...args: readonly unknown[]) => unknown
    const value = call.apply(sqlite, [...args])
    db.exec('release request')
    return { id, ok: true, value }
  } catch (error) {
    // A full disk ends the whole transaction by itself; then there is no savepoint to go back to, and all fail.
    if (!db.isTransaction) throw error
    db.exec('rollback to request; release request')
    return failure(id, error)
  }
}

function erase(id: number, args: Request['args']): Reply {
  try {
    // sqliteStorage.ts alone makes requests, and gives this one a list of workshops.
    eraseWorkshops(db, args[0] as readonly WorkshopToErase[])
    return { id, ok: true, value: undefined }
  } catch (error) {
    return failure(id, error)
  }
}

async function copy(id: number, to: string): Promise<void> {
  try {
    await backup(db, to)
    port.postMessage({ id, ok: true, value: undefined } satisfies Reply)
  } catch (error) {
    port.postMessage(failure(id, error))
  }
}

function failure(id: number, error: unknown): Reply {
  return { id, ok: false, message: error instanceof Error ? error.message : 'unknown' }
}
