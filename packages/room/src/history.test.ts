/** The law of thinning: whatever goes, the document can still be built as it was at every time that is kept. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { buildDocument, digestOf } from './documents.ts'
import { thinHistory } from './history.ts'
import { MemoryStorage } from './MemoryStorage.ts'
import type { LogRow } from './Storage.ts'

const HOUR = 3_600_000

test('[R-42] after any compactions the document is what it was, at any time in the kept history', async () => {
  const scenario = fc.record({
    steps: fc.array(fc.record({ wait: fc.integer({ min: 0, max: 3 * HOUR }), compact: fc.boolean() }), {
      minLength: 1,
      maxLength: 40,
    }),
    keep: fc.integer({ min: 0, max: 30 * HOUR }),
  })
  await fc.assert(
    fc.asyncProperty(scenario, async ({ steps, keep }) => {
      const storage = new MemoryStorage()
      const doc = new Y.Doc()
      const updates: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => updates.push(update))
      const moments: { readonly at: number; readonly text: string }[] = []
      let at = 1_000
      let seq = 0
      let keepSince = 0
      for (const { wait, compact } of steps) {
        at += wait + 1
        doc.getText('words').insert(0, String(seq % 10))
        if (seq % 3 === 2) doc.getText('words').delete(1, 1)
        const rows = updates
          .splice(0)
          .map((update): LogRow => ({ seq: (seq += 1), person: 'ada', at, update }))
        await storage.append('d', { rows, clients: [] })
        moments.push({ at, text: doc.getText('words').toString() })
        if (!compact) continue
        keepSince = at - keep
        await storage.compact('d', {
          seq,
          at,
          state: Y.encodeStateAsUpdate(doc),
          digest: digestOf(doc),
          keepSince,
        })
      }
      const now = buildDocument(await storage.load('d'), 1)
      expect([now.damage, now.doc.getText('words').toString()]).toEqual([
        null,
        doc.getText('words').toString(),
      ])
      for (const moment of moments.filter((each) => each.at >= keepSince)) {
        const then = buildDocument(await storage.loadAt('d', moment.at), 1, moment.at)
        expect([then.damage, then.doc.getText('words').toString()]).toEqual([null, moment.text])
      }
    }),
    { numRuns: 60 },
  )
})

test('[R-42] thinning keeps the newest snapshot and the one that the history stands on', () => {
  const stamps = fc
    .array(fc.integer({ min: 0, max: 100 * HOUR }), { minLength: 1, maxLength: 30 })
    .map((times) => times.toSorted((a, b) => a - b).map((at, index) => ({ seq: index * 10 + 5, at })))
  fc.assert(
    fc.property(stamps, fc.integer({ min: -HOUR, max: 100 * HOUR }), (snapshots, keepSince) => {
      const { snapshots: dropped, rowsThrough } = thinHistory(snapshots, keepSince)
      const left = snapshots.filter(({ seq }) => !dropped.includes(seq))
      expect(left.at(-1)).toEqual(snapshots.at(-1))
      if (rowsThrough > 0) expect(left[0]?.seq).toBe(rowsThrough)
      expect(left.filter(({ at }) => at <= keepSince).length).toBeLessThanOrEqual(1)
    }),
  )
})
