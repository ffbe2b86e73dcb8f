/** Erasing for good: after it no byte of what is erased is left in the database's files. */
import type { DatabaseSync } from 'node:sqlite'
import type { WorkshopToErase } from '@moot/room'
import { num, optionalRow } from './sqliteRows.ts'

/**
 * Erases workshops and their documents. Throws where it cannot be finished; then the emptied rows of the workshops are
 * still there, so that they are listed as unused and erased again. Not to be called within a transaction.
 */
export function eraseWorkshops(db: DatabaseSync, workshops: readonly WorkshopToErase[]): void {
  inTransaction(db, () => {
    for (const { id, documents } of workshops) {
      for (const doc of documents) {
        for (const table of ['log', 'snapshots', 'clients'])
          db.prepare(`delete from ${table} where doc = ?`).run(doc)
      }
      for (const table of ['events', 'secrets', 'facilitator_keys', 'rejoin_codes', 'uploads'])
        db.prepare(`delete from ${table} where workshop = ?`).run(id)
      // Its code must be no other's, so it becomes what no code can be.
      db.prepare("update workshops set join_key = '', join_code = id, observer_key = '' where id = ?").run(id)
    }
  })
  rewrite(db)
  inTransaction(db, () => {
    for (const { id } of workshops) db.prepare('delete from workshops where id = ?').run(id)
  })
}

/**
 * `secure_delete` overwrites what is deleted where it lies. But copies of it lie elsewhere: where SQLite moved rows to
 * another page it leaves the old bytes in the gap, and the write-ahead log holds pages as they were.
 */
function rewrite(db: DatabaseSync): void {
  db.exec('vacuum')
  const result = optionalRow(db.prepare('pragma wal_checkpoint(truncate)'))
  if (num(result?.['busy']) !== 0) throw new Error('another program is reading the data')
}

function inTransaction(db: DatabaseSync, work: () => void): void {
  db.exec('begin immediate')
  try {
    work()
    db.exec('commit')
  } catch (error) {
    if (db.isTransaction) db.exec('rollback')
    throw error
  }
}
