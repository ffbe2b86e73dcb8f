/** A board with something on it, an attacker with a replica of it, and updates written by hand. */
import * as encoding from 'lib0/encoding'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate } from '../guard.ts'
import type { Sender } from '../judgeEntities.ts'
import { addNotes, addTheme, removeNotes } from '../operations.ts'
import type { GuardCode } from '../refused.ts'
import type { Groups } from '../schema.ts'
import { entities } from '../schema.ts'
import { seedBoard } from '../seed.ts'
import { isSettled, makeReplica, SEED } from './people.ts'

export const SERVER = 'server'
/** Client ids: 1 the server, 11 Ama (facilitator), 12 Bo, 13 the attacker. */
export const OWNERS = new Map<number, string>([
  [1, SERVER],
  [11, 'ama'],
  [12, 'bo'],
  [13, 'mal'],
])

export interface Scene {
  readonly server: Y.Doc
  /** Bo's note in sight. */
  readonly note: string
  /** Bo's note that Ama hid. */
  readonly hidden: string
  /** The attacker's replica, up to date. */
  readonly mal: Y.Doc
}

export function scene(): Scene {
  const server = new Y.Doc()
  server.clientID = 1
  seedBoard(server, SEED, SERVER)
  const bo = makeReplica('bo', 12)
  const ama = makeReplica('ama', 11, true)
  Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(server))
  const [note = '', hidden = ''] = addNotes(bo.writer, [{ text: 'a note' }, { text: 'rude' }])
  addTheme(bo.writer, 'Theme', [note])
  Y.applyUpdate(ama.doc, Y.encodeStateAsUpdate(bo.doc))
  removeNotes(ama.writer, [hidden], 'hidden')
  for (const person of [bo, ama]) Y.applyUpdate(server, Y.encodeStateAsUpdate(person.doc))
  const mal = new Y.Doc()
  mal.clientID = 13
  Y.applyUpdate(mal, Y.encodeStateAsUpdate(server))
  return { server, note, hidden, mal }
}

export const asMal: Sender = {
  person: 'mal',
  isFacilitator: false,
  mayWriteAs: (person) => person === 'mal',
  ownerOf: (client) => OWNERS.get(client),
}
export const asFacilitator: Sender = { ...asMal, isFacilitator: true }

/** What a replica writes in `work`, as one update. */
export function written(doc: Y.Doc, work: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.transact(work)
  return Y.encodeStateAsUpdate(doc, before)
}

export function refused(
  server: Y.Doc,
  update: Uint8Array,
  code: GuardCode | readonly GuardCode[],
  sender: Sender = asMal,
): void {
  const before = Y.encodeStateAsUpdate(server)
  const result = inspectUpdate(server, update, sender)
  expect(result).toMatchObject({ ok: false })
  if (!result.ok) expect([code].flat()).toContain(result.code)
  expect(Y.encodeStateAsUpdate(server)).toEqual(before)
  expect(isSettled(server)).toBe(true)
}

export function noteGroups(doc: Y.Doc, id: string): Groups {
  const groups = entities(doc, 'notes').get(id)
  if (groups === undefined) throw new Error('no such note')
  return groups
}

/** A note as an honest client makes it, with some groups changed. */
export function newNote(doc: Y.Doc, id: string, change: Record<string, unknown> = {}): void {
  const groups: Groups = new Y.Map<unknown>()
  const all: Record<string, unknown> = {
    base: { kind: 'note', by: 'mal', created: 1, source: 'typed' },
    pos: [0, 0, 'a0'],
    text: new Y.Text('hello'),
    style: { color: 'mint' },
    member: { region: null, theme: null, order: 'a0' },
    ...change,
  }
  for (const [name, value] of Object.entries(all)) if (value !== undefined) groups.set(name, value)
  entities(doc, 'notes').set(id, groups)
}

export interface Raw {
  readonly client: number
  readonly clock: number
  /** Each struct writes itself. */
  readonly structs: readonly ((encoder: encoding.Encoder) => void)[]
  /** Claimed number of structs, if not the true one. */
  readonly claimed?: number
}

/** An update written by hand, byte by byte (Yjs update format v1). */
export function raw(
  blocks: readonly Raw[],
  deletes: readonly (readonly [number, readonly (readonly [number, number])[]])[] = [],
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, blocks.length)
  for (const { client, clock, structs, claimed } of blocks) {
    encoding.writeVarUint(encoder, claimed ?? structs.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    for (const struct of structs) struct(encoder)
  }
  encoding.writeVarUint(encoder, deletes.length)
  for (const [client, ranges] of deletes) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const [clock, length] of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
  return encoding.toUint8Array(encoder)
}

export type Id = readonly [number, number]
/** Letters with the origins given: 4 is a string, 128 says that there is a left origin, 64 a right one. */
export const letters =
  (text: string, origin: Id | null, rightOrigin: Id | null = null, parent: Id | null = null) =>
  (encoder: encoding.Encoder): void => {
    encoding.writeUint8(encoder, 4 | (origin ? 128 : 0) | (rightOrigin ? 64 : 0))
    for (const id of [origin, rightOrigin]) for (const part of id ?? []) encoding.writeVarUint(encoder, part)
    if (!origin && !rightOrigin) {
      encoding.writeVarUint(encoder, 0)
      for (const part of parent ?? [13, 0]) encoding.writeVarUint(encoder, part)
    }
    encoding.writeVarString(encoder, text)
  }
export const skip =
  (length: number) =>
  (encoder: encoding.Encoder): void => {
    encoding.writeUint8(encoder, 10)
    encoding.writeVarUint(encoder, length)
  }
