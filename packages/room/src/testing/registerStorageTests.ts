/** What every `Storage` promises, as tests: run on each implementation. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { digestOf } from '../documents.ts'
import type { Append, LogRow, NewUpload, NewWorkshop, Storage } from '../Storage.ts'

/** One storage under test and the ways to reach behind it. */
export interface StorageUnderTest {
  readonly storage: Storage
  /** Closes it and opens what it left on disk; `undefined` where nothing is left. */
  readonly reopen?: () => Promise<Storage>
  /** Changes a byte of one stored row, snapshot or full picture behind its back. */
  readonly damage?: (
    what:
      | { readonly table: 'log' | 'snapshots'; readonly doc: string; readonly seq: number }
      | { readonly table: 'uploads'; readonly workshop: string; readonly id: string },
  ) => void
  readonly dispose: () => Promise<void>
}

const HOUR = 3_600_000

/** Updates that write one letter each, and the document they make. */
function letters(count: number): { readonly doc: Y.Doc; readonly rows: LogRow[] } {
  const doc = new Y.Doc()
  doc.clientID = 7
  const rows: LogRow[] = []
  doc.on('update', (update: Uint8Array) =>
    rows.push({ seq: rows.length + 1, person: 'ada', at: rows.length * HOUR, update }),
  )
  for (let index = 0; index < count; index += 1) doc.getText('words').insert(index, String(index % 10))
  return { doc, rows }
}

const rowsOnly = (rows: readonly LogRow[]): Append => ({ rows, clients: [] })

function aWorkshop(id: string, more: Partial<NewWorkshop> = {}): NewWorkshop {
  return {
    id,
    joinKey: `join-${id}`,
    joinCode: `CODE${id}`,
    observerKey: `observer-${id}`,
    facilitatorHash: `facilitator-${id}`,
    events: [{ seq: 1, at: 5, event: { type: 'workshop.made', id } }],
    documents: [],
    ...more,
  }
}

function aPicture(id: string, more: Partial<NewUpload> = {}): NewUpload {
  return {
    id,
    person: 'ada',
    at: 5,
    type: 'image/png',
    width: 30,
    height: 20,
    bytes: Uint8Array.of(1, 2, 3),
    small: Uint8Array.of(4),
    ...more,
  }
}

/** Registers the suite under `name`; `make` is called before each test. */
export function registerStorageTests(name: string, make: () => Promise<StorageUnderTest>): void {
  describe(`storage: ${name}`, () => {
    let under: StorageUnderTest
    let storage: Storage
    beforeEach(async () => {
      under = await make()
      storage = under.storage
    })
    afterEach(() => under.dispose())
    const reopen = async (): Promise<void> => {
      if (under.reopen) storage = await under.reopen()
    }

    test('[R-40] an unknown document is empty and sound', async () => {
      expect(await storage.load('nothing')).toEqual({
        snapshot: null,
        rows: [],
        clients: new Map(),
        damage: null,
      })
    })

    test('[R-40] what was appended is there again, in order, byte for byte, also after a restart', async () => {
      const { rows } = letters(3)
      await storage.append('d', { rows: rows.slice(0, 2), clients: [[7, 'ada']] })
      await storage.append('d', rowsOnly(rows.slice(2)))
      await reopen()
      const loaded = await storage.load('d')
      expect(loaded.rows.map((row) => ({ ...row, update: [...row.update] }))).toEqual(
        rows.map((row) => ({ ...row, update: [...row.update] })),
      )
      expect(loaded.clients).toEqual(new Map([[7, 'ada']]))
      expect(loaded.damage).toBeNull()
    })

    test('[R-41] a number used twice or out of turn is refused whole', async () => {
      const { rows } = letters(3)
      await storage.append('d', rowsOnly(rows.slice(0, 1)))
      await expect(storage.append('d', rowsOnly(rows.slice(0, 1)))).rejects.toThrow(/does not follow/)
      await expect(storage.append('d', rowsOnly(rows.slice(2)))).rejects.toThrow(/does not follow/)
      await expect(
        storage.append('d', {
          rows: rows.slice(1, 2),
          clients: [
            [1, 'ada'],
            [1, 'ben'],
          ],
        }),
      ).rejects.toThrow(/owner/)
      expect((await storage.load('d')).rows.map((row) => row.seq)).toEqual([1])
    })

    test('[R-41] a client id keeps its first owner', async () => {
      await storage.append('d', { rows: [], clients: [[1, 'ada']] })
      await storage.append('d', { rows: [], clients: [[1, 'ada']] })
      await expect(storage.append('d', { rows: [], clients: [[1, 'ben']] })).rejects.toThrow(/owner/)
      await storage.append('other', { rows: [], clients: [[1, 'ben']] })
      expect((await storage.load('d')).clients).toEqual(new Map([[1, 'ada']]))
    })

    test('[R-41] many appends at once all arrive, and one that fails takes no other with it', async () => {
      const { rows } = letters(1)
      const docs = Array.from({ length: 60 }, (_, index) => `d${index}`)
      const results = await Promise.allSettled([
        ...docs.map((doc) => storage.append(doc, rowsOnly(rows))),
        storage.append('d0', rowsOnly(rows)),
      ])
      expect(results.filter((result) => result.status === 'rejected')).toHaveLength(1)
      for (const doc of docs) expect((await storage.load(doc)).rows).toHaveLength(1)
    })

    test('[R-42] compaction keeps the document, its history and its next number', async () => {
      const { doc, rows } = letters(5)
      await storage.append('d', rowsOnly(rows))
      const state = Y.encodeStateAsUpdate(doc)
      await storage.compact('d', { seq: 5, at: 4 * HOUR, state, digest: digestOf(doc), keepSince: -1 })
      await reopen()
      const loaded = await storage.load('d')
      expect(loaded.snapshot?.seq).toBe(5)
      expect(loaded.rows).toEqual([])
      const before = await storage.loadAt('d', 2 * HOUR)
      expect(before.snapshot).toBeNull()
      expect(before.rows.map((row) => row.seq)).toEqual([1, 2, 3, 4, 5])
      await expect(storage.append('d', rowsOnly(rows.slice(4)))).rejects.toThrow(/does not follow/)
    })

    test('[R-42] rows older than the kept history go once a snapshot stands for them', async () => {
      const { doc, rows } = letters(5)
      await storage.append('d', rowsOnly(rows))
      const state = Y.encodeStateAsUpdate(doc)
      await storage.compact('d', { seq: 5, at: 4 * HOUR, state, digest: digestOf(doc), keepSince: 4 * HOUR })
      const loaded = await storage.loadAt('d', 0)
      expect(loaded.snapshot?.seq).toBe(5)
      expect(loaded.rows).toEqual([])
      await storage.append(
        'd',
        rowsOnly([{ seq: 6, person: 'ada', at: 5 * HOUR, update: rows[0]?.update ?? new Uint8Array() }]),
      )
      expect((await storage.load('d')).rows.map((row) => row.seq)).toEqual([6])
    })

    test('[R-42] a snapshot that does not load to its digest is refused and nothing is dropped', async () => {
      const { doc, rows } = letters(5)
      await storage.append('d', rowsOnly(rows))
      const digest = digestOf(doc)
      const bad = [
        Y.encodeStateAsUpdate(new Y.Doc()),
        Y.encodeStateAsUpdate(doc).slice(0, -3),
        rows[4]?.update ?? new Uint8Array(),
      ]
      for (const state of bad)
        await expect(
          storage.compact('d', { seq: 5, at: 4 * HOUR, state, digest, keepSince: 9 * HOUR }),
        ).rejects.toThrow(/does not load/)
      const loaded = await storage.load('d')
      expect(loaded.snapshot).toBeNull()
      expect(loaded.rows).toHaveLength(5)
    })

    test('[R-43] a changed byte is found; what comes before it is still given', async () => {
      if (!under.damage) return
      const { rows } = letters(5)
      await storage.append('d', rowsOnly(rows))
      await storage.append('whole', rowsOnly(rows))
      under.damage({ table: 'log', doc: 'd', seq: 4 })
      const loaded = await storage.load('d')
      expect(loaded.damage).toMatch(/row 4/)
      expect(loaded.rows.map((row) => row.seq)).toEqual([1, 2, 3])
      expect((await storage.load('whole')).damage).toBeNull()
    })

    test('[R-43] with a damaged snapshot the document is built from the log, as long as that reaches back', async () => {
      if (!under.damage) return
      const { doc, rows } = letters(5)
      const compaction = { seq: 5, at: 4 * HOUR, state: Y.encodeStateAsUpdate(doc), digest: digestOf(doc) }
      for (const [name, keepSince] of [
        ['kept', -1],
        ['dropped', 4 * HOUR],
      ] as const) {
        await storage.append(name, rowsOnly(rows))
        await storage.compact(name, { ...compaction, keepSince })
        under.damage({ table: 'snapshots', doc: name, seq: 5 })
      }
      const kept = await storage.load('kept')
      expect([kept.damage, kept.rows.length]).toEqual([null, 5])
      expect((await storage.load('dropped')).damage).not.toBeNull()
    })

    test('[R-44] a deleted document is gone, the others stay', async () => {
      const { rows } = letters(2)
      await storage.append('d', { rows, clients: [[7, 'ada']] })
      await storage.append('e', rowsOnly(rows))
      await storage.delete('d')
      expect((await storage.list()).map(({ doc, rows: count }) => [doc, count])).toEqual([['e', 2]])
      expect((await storage.load('d')).clients.size).toBe(0)
    })

    test('[R-45] a workshop comes back with its events, keys and secrets', async () => {
      const { rows } = letters(1)
      const made = aWorkshop('w', { documents: [{ doc: 'd', append: { rows, clients: [[7, '']] } }] })
      expect(await storage.createWorkshop(made)).toBe(true)
      await storage.record('w', {
        events: [{ seq: 2, at: 6, event: { type: 'x' } }],
        secrets: [{ hash: 'h', person: 'ada' }],
      })
      await reopen()
      expect(await storage.loadWorkshop('w')).toEqual({
        id: 'w',
        joinKey: 'join-w',
        joinCode: 'CODEw',
        observerKey: 'observer-w',
        events: [...made.events, { seq: 2, at: 6, event: { type: 'x' } }],
        secrets: new Map([['h', 'ada']]),
      })
      expect((await storage.load('d')).rows).toHaveLength(1)
      expect(await storage.loadWorkshop('v')).toBeUndefined()
    })

    test('[R-45] a taken id or code makes nothing', async () => {
      expect(await storage.createWorkshop(aWorkshop('w'))).toBe(true)
      expect(await storage.createWorkshop(aWorkshop('w'))).toBe(false)
      expect(await storage.createWorkshop(aWorkshop('v', { joinCode: 'CODEw' }))).toBe(false)
      expect(await storage.loadWorkshop('v')).toBeUndefined()
    })

    test('[R-45] an event out of turn is refused with everything that came with it', async () => {
      await storage.createWorkshop(aWorkshop('w'))
      const late = { events: [{ seq: 3, at: 6, event: {} }], secrets: [{ hash: 'h', person: 'ada' }] }
      await expect(storage.record('w', late)).rejects.toThrow(/does not follow/)
      await expect(storage.record('nowhere', { events: [] })).rejects.toThrow(/no workshop/)
      const loaded = await storage.loadWorkshop('w')
      expect([loaded?.events.length, loaded?.secrets.size]).toEqual([1, 0])
    })

    test('[R-45] a document that begins with an event is there with it, or neither is', async () => {
      const { rows } = letters(2)
      const append: Append = { rows, clients: [[7, '']] }
      await storage.createWorkshop(aWorkshop('w', { documents: [{ doc: 'first', append }] }))
      const added = (seq: number, ...docs: string[]) => ({
        events: [{ seq, at: 6, event: { type: 'x', doc: docs[0] } }],
        documents: docs.map((doc) => ({ doc, append })),
      })
      await storage.record('w', added(2, 'second', 'third'))
      await reopen()
      expect((await storage.load('second')).rows.map((row) => row.seq)).toEqual([1, 2])
      expect((await storage.load('third')).clients).toEqual(new Map([[7, '']]))
      // A document that is there, an event out of turn, rows out of turn: nothing of any of them is kept.
      await expect(storage.record('w', added(3, 'fourth', 'first'))).rejects.toThrow(/document first/)
      await expect(storage.record('w', added(9, 'fourth'))).rejects.toThrow(/does not follow/)
      const holed = { doc: 'fifth', append: rowsOnly(rows.slice(1)) }
      await expect(
        storage.record('w', { ...added(3, 'fourth'), documents: [{ doc: 'fourth', append }, holed] }),
      ).rejects.toThrow(/does not follow/)
      await reopen()
      expect((await storage.list()).map(({ doc }) => doc).toSorted()).toEqual(['first', 'second', 'third'])
      expect((await storage.loadWorkshop('w'))?.events).toHaveLength(2)
      expect((await storage.load('first')).rows).toHaveLength(2)
    })

    test('[R-45] codes and facilitator keys lead to their workshop only', async () => {
      await storage.createWorkshop(aWorkshop('w'))
      await storage.createWorkshop(aWorkshop('v'))
      await storage.record('w', { events: [], facilitatorHashes: ['second'] })
      expect(await storage.findCode('CODEw')).toEqual({ id: 'w', joinKey: 'join-w' })
      expect(await storage.findCode('CODEx')).toBeUndefined()
      expect(await storage.hasFacilitatorKey('w', 'facilitator-w')).toBe(true)
      expect(await storage.hasFacilitatorKey('w', 'second')).toBe(true)
      expect(await storage.hasFacilitatorKey('v', 'second')).toBe(false)
    })

    test('[R-47] an erased workshop is gone with its documents, keys and codes, the others stay', async () => {
      const { doc, rows } = letters(3)
      for (const id of ['w', 'v']) {
        const append = { rows, clients: [[7, 'ada']] as const }
        await storage.createWorkshop(aWorkshop(id, { documents: [{ doc: `first-${id}`, append }] }))
        await storage.append(`second-${id}`, append)
        const state = Y.encodeStateAsUpdate(doc)
        await storage.compact(`second-${id}`, {
          seq: 3,
          at: 1,
          state,
          digest: digestOf(doc),
          keepSince: HOUR,
        })
        await storage.record(id, {
          events: [],
          secrets: [{ hash: `secret-${id}`, person: 'ada' }],
          rejoinCodes: [{ hash: `rejoin-${id}`, person: 'ada', expires: 100 }],
        })
        await storage.addUpload(id, aPicture('one'))
      }
      await storage.erase([{ id: 'w', documents: ['first-w', 'second-w'] }])
      await reopen()
      const use = { codeHash: 'rejoin-w', secretHash: 's', now: 50 }
      expect([
        await storage.loadWorkshop('w'),
        await storage.findCode('CODEw'),
        await storage.hasFacilitatorKey('w', 'facilitator-w'),
        await storage.redeem('w', use),
        await storage.unusedSince(Infinity),
      ]).toEqual([undefined, undefined, false, undefined, ['v']])
      expect((await storage.list()).map((each) => each.doc).toSorted()).toEqual(['first-v', 'second-v'])
      for (const gone of ['first-w', 'second-w'])
        expect(await storage.load(gone)).toEqual({
          snapshot: null,
          rows: [],
          clients: new Map(),
          damage: null,
        })
      expect((await storage.loadWorkshop('v'))?.secrets).toEqual(new Map([['secret-v', 'ada']]))
      expect(await storage.loadUpload('w', 'one', 'full')).toBeUndefined()
      expect((await storage.uploadSizes('w')).count).toBe(0)
      expect((await storage.uploadSizes('v')).count).toBe(1)
      // Once more does no harm, and the code is free again.
      await storage.erase([{ id: 'w', documents: [] }])
      expect(await storage.createWorkshop(aWorkshop('new', { joinCode: 'CODEw' }))).toBe(true)
    })

    test('[R-49] a picture is there again in both sizes, for its own workshop only, also after a restart', async () => {
      await storage.createWorkshop(aWorkshop('w'))
      await storage.createWorkshop(aWorkshop('v'))
      const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 31) % 251)
      const small = Uint8Array.of(9, 8, 7)
      await storage.addUpload('w', aPicture('one', { bytes, small }))
      await reopen()
      const size = { type: 'image/png', width: 30, height: 20 }
      const full = await storage.loadUpload('w', 'one', 'full')
      expect(full).toMatchObject(size)
      expect(Buffer.compare(full?.bytes ?? new Uint8Array(), bytes)).toBe(0)
      const little = await storage.loadUpload('w', 'one', 'small')
      expect([...(little?.bytes ?? [])]).toEqual([9, 8, 7])
      expect(little).toMatchObject(size)
      expect([
        await storage.loadUpload('v', 'one', 'full'),
        await storage.loadUpload('w', 'two', 'full'),
        await storage.loadUpload('nowhere', 'one', 'small'),
      ]).toEqual([undefined, undefined, undefined])
      expect(await storage.uploadSizes('w')).toEqual({ count: 1, bytes: 300_003 })
      expect(await storage.uploadSizes('v')).toEqual({ count: 0, bytes: 0 })
    })

    test('[R-49] a picture under a taken id or in no workshop is refused', async () => {
      await storage.createWorkshop(aWorkshop('w'))
      await storage.createWorkshop(aWorkshop('v'))
      await storage.addUpload('w', aPicture('one'))
      await expect(storage.addUpload('w', aPicture('one', { bytes: Uint8Array.of(5) }))).rejects.toThrow(
        /taken|UNIQUE/,
      )
      await expect(storage.addUpload('nowhere', aPicture('one'))).rejects.toThrow(/no workshop/)
      // Ids are by workshop: the same one elsewhere is another picture.
      await storage.addUpload('v', aPicture('one', { bytes: Uint8Array.of(6) }))
      expect([...((await storage.loadUpload('w', 'one', 'full'))?.bytes ?? [])]).toEqual([1, 2, 3])
      expect([...((await storage.loadUpload('v', 'one', 'full'))?.bytes ?? [])]).toEqual([6])
    })

    test('[R-49] a changed byte of a picture is found', async () => {
      if (!under.damage) return
      await storage.createWorkshop(aWorkshop('w'))
      await storage.addUpload('w', aPicture('one'))
      under.damage({ table: 'uploads', workshop: 'w', id: 'one' })
      await expect(storage.loadUpload('w', 'one', 'full')).rejects.toThrow(/checksum/)
      expect((await storage.loadUpload('w', 'one', 'small'))?.bytes.length).toBe(1)
    })

    test('[R-48] a workshop was last used at its latest event or noted use, never earlier than is known', async () => {
      await storage.createWorkshop(aWorkshop('w'))
      await storage.createWorkshop(aWorkshop('v'))
      const unused = async (time: number) => (await storage.unusedSince(time)).toSorted()
      expect([await unused(5), await unused(6)]).toEqual([[], ['v', 'w']])
      await storage.record('w', { events: [{ seq: 2, at: 10, event: {} }] })
      await storage.noteUse('v', 20)
      await storage.noteUse('v', 15)
      await storage.record('v', { events: [{ seq: 2, at: 12, event: {} }] })
      await storage.noteUse('nowhere', 30)
      await reopen()
      expect([await unused(10), await unused(11), await unused(20), await unused(21)]).toEqual([
        [],
        ['w'],
        ['w'],
        ['v', 'w'],
      ])
    })

    test('[R-45] a rejoin code works once, in time, in its own workshop', async () => {
      await storage.createWorkshop(aWorkshop('w'))
      await storage.createWorkshop(aWorkshop('v'))
      const rejoinCodes = [
        { hash: 'one', person: 'ada', expires: 100 },
        { hash: 'old', person: 'ada', expires: 100 },
      ]
      await storage.record('w', { events: [], rejoinCodes })
      const use = (workshop: string, codeHash: string, now: number, secretHash: string) =>
        storage.redeem(workshop, { codeHash, secretHash, now })
      expect(await storage.findRejoin('one', 100)).toBe('w')
      expect(await storage.findRejoin('one', 101)).toBeUndefined()
      expect(await storage.findRejoin('none', 50)).toBeUndefined()
      expect(await use('v', 'one', 50, 's0')).toBeUndefined()
      expect(await use('w', 'old', 101, 's1')).toBeUndefined()
      expect(await Promise.all([use('w', 'one', 100, 's2'), use('w', 'one', 100, 's3')])).toEqual([
        'ada',
        undefined,
      ])
      expect((await storage.loadWorkshop('w'))?.secrets).toEqual(new Map([['s2', 'ada']]))
      expect(await storage.findRejoin('one', 100)).toBeUndefined()
    })
  })
}
