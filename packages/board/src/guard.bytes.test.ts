/** Updates that no honest program writes, byte by byte: refused before Yjs sees them. */
import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate } from './guard.ts'
import type { Groups } from './schema.ts'
import { entities } from './schema.ts'
import type { Id } from './testing/attack.ts'
import { asMal, letters, newNote, noteGroups, raw, refused, scene, skip, written } from './testing/attack.ts'
import { isSettled } from './testing/people.ts'

describe('bytes that Yjs would keep for ever, or choke on', () => {
  /** A letter that is there: Bo's first one. */
  function letterOf(server: Y.Doc, note: string): Id {
    const words = noteGroups(server, note).get('text')
    const start = words instanceof Y.Text ? words._start : null
    if (start === null) throw new Error('no letters')
    return [start.id.client, start.id.clock]
  }

  it('[B-43] a hole before, a skipped range, an unknown origin, right origin or parent', () => {
    const { server, note } = scene()
    const at = letterOf(server, note)
    for (const blocks of [
      [{ client: 13, clock: 5, structs: [letters('x', at)] }],
      [{ client: 13, clock: 0, structs: [letters('x', at), skip(3), letters('y', at)] }],
      [{ client: 13, clock: 0, structs: [letters('x', [77, 3])] }],
      [{ client: 13, clock: 0, structs: [letters('x', at, [77, 3])] }],
      [{ client: 13, clock: 0, structs: [letters('x', null, [77, 3])] }],
      [{ client: 13, clock: 0, structs: [letters('x', null, null, [77, 3])] }],
      [{ client: 13, clock: 0, structs: [letters('x', [12, 9_999])] }],
    ]) {
      refused(server, raw(blocks), 'unresolved')
    }
    expect(
      inspectUpdate(server, raw([{ client: 13, clock: 0, structs: [letters('x', at)] }]), asMal),
    ).toMatchObject({ ok: true })
  })

  it('[B-43] references to itself, to what comes later, or round in a circle', () => {
    const { server, note } = scene()
    const at = letterOf(server, note)
    for (const blocks of [
      [{ client: 13, clock: 0, structs: [letters('x', [13, 0])] }],
      [{ client: 13, clock: 0, structs: [letters('x', [13, 1]), letters('y', at)] }],
      [{ client: 13, clock: 0, structs: [letters('x', at, [13, 1]), letters('y', at)] }],
      [
        { client: 14, clock: 0, structs: [letters('x', at, [13, 0])] },
        { client: 13, clock: 0, structs: [letters('y', at, [14, 0])] },
      ],
    ]) {
      refused(server, raw(blocks), 'unresolved')
    }
  })

  it('[B-44] a client told of twice: one to be judged, one to be applied', () => {
    const { server, note } = scene()
    const at = letterOf(server, note)
    const block = { client: 13, clock: 0, structs: [letters('x', at)] }
    refused(server, raw([block, block]), 'malformed')
    refused(server, raw([block, { ...block, client: 14 }, { ...block, clock: 1 }]), 'malformed')
    refused(server, raw([block, { ...block, clock: 1 }]), 'malformed')
  })

  it('[B-44] a struct whose two ends lie in different places', () => {
    const { server, note, hidden } = scene()
    const update = raw([
      { client: 13, clock: 0, structs: [letters('x', letterOf(server, note), letterOf(server, hidden))] },
    ])
    refused(server, update, 'wrong_place')
  })

  it('[B-45] deletions of what is not there, out of order, or over one another', () => {
    const { server, note } = scene()
    const [client, clock] = letterOf(server, note)
    refused(server, raw([], [[client, [[9_999, 1]]]]), 'unresolved')
    refused(server, raw([], [[99, [[0, 1]]]]), 'unresolved')
    refused(server, raw([], [[client, [[clock, 0]]]]), 'malformed')
    refused(
      server,
      raw(
        [],
        [
          [
            client,
            [
              [clock, 2],
              [clock, 2],
            ],
          ],
        ],
      ),
      'malformed',
    )
    refused(
      server,
      raw(
        [],
        [
          [client, [[clock, 1]]],
          [client, [[clock, 1]]],
        ],
      ),
      'malformed',
    )
    expect(inspectUpdate(server, raw([], [[client, [[clock, 2]]]]), asMal)).toMatchObject({
      ok: true,
      reworded: new Set([note]),
    })
  })

  it('[B-45] a deletion of everything', () => {
    const { server, mal } = scene()
    const all = written(mal, () => {
      for (const root of ['notes', 'themes', 'regions', 'drawings'] as const) {
        for (const id of entities(mal, root).keys()) entities(mal, root).delete(id)
      }
    })
    refused(server, all, 'not_allowed')
  })

  it('[B-46] a header that claims thirty-three million structs, clients or deletions', () => {
    const { server } = scene()
    for (const claimed of [33_000_000, 2 ** 40, 2 ** 53 - 1]) {
      refused(server, raw([{ client: 13, clock: 0, structs: [], claimed }]), 'malformed')
      const clients = encoding.createEncoder()
      encoding.writeVarUint(clients, claimed)
      refused(server, encoding.toUint8Array(clients), 'malformed')
      const deletes = encoding.createEncoder()
      encoding.writeVarUint(deletes, 0)
      encoding.writeVarUint(deletes, claimed)
      refused(server, encoding.toUint8Array(deletes), 'malformed')
    }
  })

  it('[B-46] values nested ten thousand deep', () => {
    const { server, note } = scene()
    const deep = (encoder: encoding.Encoder): void => {
      const [client, clock] = idOf(noteGroups(server, note))
      // 8: any values; 32: a key follows.
      encoding.writeUint8(encoder, 8 | 32)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, 'style')
      encoding.writeVarUint(encoder, 1)
      for (let level = 0; level < 10_000; level += 1) {
        encoding.writeUint8(encoder, 117)
        encoding.writeVarUint(encoder, 1)
      }
      encoding.writeUint8(encoder, 126)
    }
    refused(server, raw([{ client: 13, clock: 0, structs: [deep] }]), ['malformed', 'wrong_type'])
  })

  it('[B-47] random bytes never throw and never change anything', () => {
    const { server, mal } = scene()
    const honest = written(mal, () => newNote(mal, 'x'))
    const before = Y.encodeStateAsUpdate(server)
    const damaged = fc
      .tuple(fc.nat(honest.length - 1), fc.nat(255), fc.nat(honest.length))
      .map(([at, value, end]) => {
        const copy = honest.slice(0, Math.max(1, end))
        copy[at % copy.length] = value
        return copy
      })
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), damaged), (update) => {
        const result = inspectUpdate(server, update, asMal)
        if (result.ok) {
          // What is let in can be applied, whole and at once.
          const copy = new Y.Doc()
          Y.applyUpdate(copy, before)
          Y.applyUpdate(copy, update)
          expect(isSettled(copy)).toBe(true)
        }
      }),
      { numRuns: 2_000 },
    )
    expect(Y.encodeStateAsUpdate(server)).toEqual(before)
  })
})

function idOf(groups: Groups): Id {
  const item = groups._item
  if (item === null) throw new Error('no item')
  return [item.id.client, item.id.clock]
}
