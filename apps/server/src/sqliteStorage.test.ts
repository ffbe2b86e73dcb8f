/** SQLite keeps every promise of `Storage`, and the promises that only a disk can keep. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import { registerStorageTests } from '@moot/room/testing'
import { databaseIn, lockDirectory } from './dataDirectory.ts'
import { SqliteStorage } from './sqliteStorage.ts'

// Node takes the types out of a thread's files by WebAssembly, and V8 may end the process when the last thread that has
// it goes (https://github.com/nodejs/node/issues/64500). A server's own thread has it for good; vitest reads files in
// another way, so it is asked for once here.
stripTypeScriptTypes('')

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
    damage: (what) => {
      const { table } = what
      const [column, of, key] =
        table === 'uploads'
          ? (['full', 'workshop = ? and id = ?', [what.workshop, what.id]] as const)
          : (['data', 'doc = ? and seq = ?', [what.doc, what.seq]] as const)
      const db = new DatabaseSync(path, { timeout: 1_000 })
      const data = db.prepare(`select ${column} as data from ${table} where ${of}`).get(...key)?.['data']
      if (!(data instanceof Uint8Array)) throw new Error('no such row')
      data[data.length >> 1] = (data[data.length >> 1] ?? 0) ^ 1
      db.prepare(`update ${table} set ${column} = ? where ${of}`).run(data, ...key)
      db.close()
    },
    dispose: () => storage.close(),
  }
})

test('[R-46][R-78] a copy made while others write opens and holds what was there', async () => {
  const directory = freshDirectory()
  const storage = new SqliteStorage(databaseIn(directory))
  await storage.append('d', {
    rows: [{ seq: 1, person: 'ada', at: 1, update: Uint8Array.of(1, 2) }],
    clients: [],
  })
  await manyWorkshops(storage, 1)
  const [id = ''] = await storage.unusedSince(Infinity)
  const sizes = await storage.uploadSizes(id)
  expect(sizes.count).toBe(5)
  const copy = join(directory, 'copy.sqlite')
  await storage.backup(copy)
  await storage.close()
  expect(existsSync(copy)).toBe(true)
  const again = new SqliteStorage(copy)
  expect((await again.load('d')).rows).toHaveLength(1)
  expect(await again.uploadSizes(id)).toEqual(sizes)
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

/** Every byte of a data directory's files, as letters. */
const everyByte = (directory: string): string =>
  readdirSync(directory)
    .map((file) => readFileSync(join(directory, file)).toString('latin1'))
    .join()

/** Many workshops in pages that they share, over many transactions, each with its own words. */
async function manyWorkshops(storage: SqliteStorage, count: number): Promise<void> {
  // Pages fill up and are split where ids fall at random, so they do not come in order here either.
  const shuffled = (index: number): string => String((index * 7_919 + 13) % 10_007).padStart(5, '0')
  for (let index = 0; index < count; index += 1) {
    await storage.createWorkshop({
      id: `${shuffled(index)}-id`,
      joinKey: `joinKey-${index}-`,
      joinCode: `${shuffled(index)}-code-${index}-`,
      observerKey: `observerKey-${index}-`,
      facilitatorHash: `${shuffled(index)}-facilitatorHash-${index}-`,
      events: [{ seq: 1, at: index, event: { title: `title-${index}-` } }],
      documents: [],
    })
  }
  for (let round = 1; round <= 40; round += 1) {
    const all = Array.from({ length: count }, async (_, index) => {
      const size = ((round * 31 + index * 17) % 23) * (round % 7 === 0 ? 300 : 9)
      await storage.append(`${shuffled(index)}-doc`, {
        rows: [
          {
            seq: round,
            person: `person-${index}-`,
            at: round,
            update: Buffer.from(`${'x'.repeat(size)}words-${index}-`),
          },
        ],
        clients: [[round * 7_919 + index, `person-${index}-`]],
      })
      await storage.record(`${shuffled(index)}-id`, {
        events: [{ seq: round + 1, at: index, event: { name: `name-${index}-`.repeat(round % 13) } }],
        secrets: [{ hash: `${shuffled(round * 50 + index)}-secretHash-${index}-`, person: 'p' }],
      })
      if (round % 8 === 0)
        await storage.addUpload(`${shuffled(index)}-id`, {
          id: `${shuffled(round * 50 + index)}-upload`,
          person: `person-${index}-`,
          at: round,
          type: 'image/png',
          width: 1,
          height: 1,
          bytes: Buffer.from(`full-${index}-`.repeat(size * 4)),
          small: Buffer.from(`small-${index}-`),
        })
    })
    await Promise.all(all)
  }
}

test('[R-47] no byte of an erased workshop is left in any file, also where its rows had been moved about', async () => {
  const directory = freshDirectory()
  const storage = new SqliteStorage(databaseIn(directory))
  await manyWorkshops(storage, 45)
  const marks = 'joinKey code observerKey facilitatorHash title person words name full small'.split(' ')
  const found = (index: number): string[] => {
    const bytes = everyByte(directory)
    return [...marks, 'secretHash'].filter((mark) => bytes.includes(`${mark}-${index}-`))
  }
  expect(found(1)).toHaveLength(11)
  // Workshop `index` was last used at `index`: the oldest go, a few at a time, and all those that went stay away.
  for (const before of [10, 20, 30]) {
    const ids = await storage.unusedSince(before)
    expect(ids).toHaveLength(10)
    await storage.erase(ids.map((id) => ({ id, documents: [id.replace('-id', '-doc')] })))
    for (let index = 0; index < before; index += 1) expect([index, found(index)]).toEqual([index, []])
    expect(found(before)).toHaveLength(11)
  }
  await storage.close()
})

test('[R-47] erasing that was held up is listed, found by nobody, and done by the next', async () => {
  const directory = freshDirectory()
  const storage = new SqliteStorage(databaseIn(directory))
  await manyWorkshops(storage, 2)
  const [id = ''] = await storage.unusedSince(1)
  // Somebody reads the file and does not let go, so that the log cannot be cut short.
  const reader = new DatabaseSync(databaseIn(directory))
  reader.exec('begin')
  reader.prepare('select count(*) from events').get()
  await expect(storage.erase([{ id, documents: [id.replace('-id', '-doc')] }])).rejects.toThrow(
    /another program/,
  )
  expect([await storage.loadWorkshop(id), await storage.unusedSince(1)]).toEqual([undefined, [id]])
  reader.close()
  await storage.erase([{ id, documents: [] }])
  expect(await storage.unusedSince(1)).toEqual([])
  expect(everyByte(directory)).not.toContain('words-0-')
  await storage.close()
})

test('[R-48] data of version 1, which knew no last use, is used from the day of its first start', async () => {
  const path = databaseIn(freshDirectory())
  const storage = new SqliteStorage(path)
  await manyWorkshops(storage, 1)
  await storage.close()
  const db = new DatabaseSync(path)
  db.exec('drop table uploads; alter table workshops drop column used; pragma user_version = 1')
  db.close()
  const before = Date.now()
  const again = new SqliteStorage(path)
  expect(await again.unusedSince(before - 60_000)).toEqual([])
  expect(await again.unusedSince(before + 3_600_000)).toHaveLength(1)
  await again.close()
})

test('[R-49] data of version 2, which knew no pictures, keeps what it has and takes them', async () => {
  const path = databaseIn(freshDirectory())
  const storage = new SqliteStorage(path)
  await manyWorkshops(storage, 1)
  const [id = ''] = await storage.unusedSince(Infinity)
  await storage.close()
  const db = new DatabaseSync(path)
  db.exec('drop table uploads; pragma user_version = 2')
  db.close()
  const again = new SqliteStorage(path)
  expect((await again.loadWorkshop(id))?.events).toHaveLength(41)
  expect(await again.uploadSizes(id)).toEqual({ count: 0, bytes: 0 })
  await again.close()
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
