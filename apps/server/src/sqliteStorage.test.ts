/** SQLite keeps every promise of `Storage`, and the promises that only a disk can keep. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import { registerStorageTests } from '@moot/room/testing'
import { databaseIn, lockDirectory } from './dataDirectory.ts'
import { SqliteStorage } from './sqliteStorage.ts'

const directories: string[] = []
const freshDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'moot-sqlite-'))
  directories.push(directory)
  return directory
}
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true })
})

registerStorageTests('SQLite', async () => {
  const path = databaseIn(freshDirectory())
  let storage = new SqliteStorage(path)
  return {
    storage,
    reopen: async () => {
      await storage.close()
      storage = new SqliteStorage(path)
      return storage
    },
    damage: ({ table, doc, seq }) => {
      const db = new DatabaseSync(path, { timeout: 1_000 })
      const row = db.prepare(`select data from ${table} where doc = ? and seq = ?`).get(doc, seq)
      const data = row?.['data']
      if (!(data instanceof Uint8Array)) throw new Error('no such row')
      data[data.length >> 1] = (data[data.length >> 1] ?? 0) ^ 1
      db.prepare(`update ${table} set data = ? where doc = ? and seq = ?`).run(data, doc, seq)
      db.close()
    },
    dispose: () => storage.close(),
  }
})

test('[R-46] a copy made while others write opens and holds what was there', async () => {
  const directory = freshDirectory()
  const storage = new SqliteStorage(databaseIn(directory))
  await storage.append('d', {
    rows: [{ seq: 1, person: 'ada', at: 1, update: Uint8Array.of(1, 2) }],
    clients: [],
  })
  const copy = join(directory, 'copy.sqlite')
  await storage.backup(copy)
  await storage.close()
  expect(existsSync(copy)).toBe(true)
  const again = new SqliteStorage(copy)
  expect((await again.load('d')).rows).toHaveLength(1)
  await again.close()
})

test('[R-46] after closing, requests are refused and not lost silently', async () => {
  const storage = new SqliteStorage(databaseIn(freshDirectory()))
  await storage.close()
  await expect(storage.load('d')).rejects.toThrow(/closed/)
})

test('[R-46] a data directory is used by one server at a time', () => {
  const directory = freshDirectory()
  const unlock = lockDirectory(directory)
  expect(() => lockDirectory(directory)).toThrow(/in use by another/)
  unlock()
  lockDirectory(directory)()
})

test('[R-46] data of a later version is left alone', async () => {
  const path = databaseIn(freshDirectory())
  const db = new DatabaseSync(path)
  db.exec('pragma user_version = 99')
  db.close()
  const ended: string[] = []
  const storage = new SqliteStorage(path, (error) => ended.push(error.message))
  await expect(storage.list()).rejects.toThrow(/version 99/)
  expect(ended.join()).toMatch(/version 99/)
})
