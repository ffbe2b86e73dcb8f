/**
 * Words that the server has not acknowledged, kept in IndexedDB so that they survive a reload (design §5). One record
 * a tab: `[workshop, doc, person, tab]` → its unacknowledged updates merged into one.
 */
import type { DBSchema, IDBPDatabase } from 'idb'
import { openDB } from 'idb'

interface UnsentRecord {
  readonly workshop: string
  readonly doc: string
  readonly person: string
  readonly tab: string
  readonly update: Uint8Array
}

interface UnsentDatabase extends DBSchema {
  unsent: { key: [string, string, string, string]; value: UnsentRecord; indexes: { workshop: string } }
}

/** Whose unsent words, on which document. */
export interface UnsentPlace {
  readonly workshop: string
  readonly doc: string
  readonly person: string
}

const DATABASE = 'moot'

let opening: Promise<IDBPDatabase<UnsentDatabase> | undefined> | undefined

/**
 * The database, or `undefined` where the browser refuses one (private windows of some browsers); it is asked again the
 * next time. What opens it comes with the board: it is needed most when the server cannot be reached.
 */
function database(): Promise<IDBPDatabase<UnsentDatabase> | undefined> {
  if (typeof indexedDB === 'undefined') return Promise.resolve(undefined)
  opening ??= openDB<UnsentDatabase>(DATABASE, 1, {
    upgrade(db) {
      const store = db.createObjectStore('unsent', {
        keyPath: ['workshop', 'doc', 'person', 'tab'],
      })
      store.createIndex('workshop', 'workshop')
    },
    terminated() {
      opening = undefined
    },
  }).catch(() => {
    opening = undefined
    return undefined
  })
  return opening
}

/** Keeps a tab's unacknowledged updates. Returns whether they are safe in this browser. */
export async function keepUnsent(place: UnsentPlace, tab: string, update: Uint8Array): Promise<boolean> {
  try {
    const db = await database()
    if (db === undefined) return false
    await db.put('unsent', { ...place, tab, update })
    return true
  } catch {
    return false
  }
}

/** Updates that earlier tabs left unacknowledged, with the tab of each, for `dropUnsent` once they are acknowledged. */
export async function findUnsent(place: UnsentPlace): Promise<{ tab: string; update: Uint8Array }[]> {
  try {
    const db = await database()
    if (db === undefined) return []
    const { workshop, doc, person } = place
    return await db.getAll(
      'unsent',
      IDBKeyRange.bound([workshop, doc, person, ''], [workshop, doc, person, '\uffff']),
    )
  } catch {
    return []
  }
}

/** Removes a tab's record: what was in it is acknowledged, or has been offered to the writer in another way. */
export async function dropUnsent(place: UnsentPlace, tab: string): Promise<void> {
  try {
    const db = await database()
    await db?.delete('unsent', [place.workshop, place.doc, place.person, tab])
  } catch {
    // Left behind, it is applied again and acknowledged again: the same words, not twice (Yjs updates are idempotent).
  }
}

/** Removes every record of a workshop, or of all. */
export async function forgetUnsent(workshop?: string): Promise<void> {
  try {
    const db = await database()
    if (db === undefined) return
    if (workshop === undefined) await db.clear('unsent')
    else {
      const keys = await db.getAllKeysFromIndex('unsent', 'workshop', workshop)
      await Promise.all(keys.map((key) => db.delete('unsent', key)))
    }
  } catch {
    // A database that cannot be opened holds nothing that can be read either.
  }
}
