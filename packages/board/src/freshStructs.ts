/** The structs of an update that a document does not have yet, if Yjs could put every one of them in place at once. */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { Refused } from './refused.ts'

/** Client ids that one update may bring along that nobody has used yet. */
const NEW_CLIENTS_MAX = 8
/** Letters and values that one run of a client may stand for: nobody types two thousand million. */
const RUN_MAX = 2 ** 31

/** What is new in an update. */
export interface FreshStructs {
  /** By client, in clock order and without holes. The first of a list may begin with what is known already. */
  readonly byClient: ReadonlyMap<number, readonly (Y.Item | Y.GC)[]>
  /** Client ids that belong to nobody yet. */
  readonly newClients: ReadonlySet<number>
}

/**
 * Refuses holes, repeated ranges, other people's client ids, and references to what is not there.
 *
 * @param structs - those of `update`, decoded
 */
export function freshStructs(
  doc: Y.Doc,
  update: Uint8Array,
  structs: readonly (Y.Item | Y.GC | Y.Skip)[],
  sender: { readonly person: string; readonly ownerOf: (client: number) => string | undefined },
): FreshStructs {
  const blocks = decoding.readVarUint(decoding.createDecoder(update))
  const byClient = new Map<number, (Y.Item | Y.GC)[]>()
  const newClients = new Set<number>()
  const next = new Map<number, number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const end = clock + struct.length
    if (!Number.isSafeInteger(client) || !Number.isSafeInteger(end) || struct.length <= 0)
      throw new Refused('malformed', 'absurd clock')
    if (struct.length > RUN_MAX) throw new Refused('malformed', 'absurd length')
    const before = next.get(client)
    if (before !== undefined && clock !== before) throw new Refused('malformed', 'a client told of twice')
    next.set(client, end)
    const known = Y.getState(doc.store, client)
    if (end <= known) continue
    if (before === undefined && clock > known) throw new Refused('unresolved', 'a hole in the clock')
    if (struct instanceof Y.Skip) throw new Refused('unresolved', 'a skipped range')
    const owner = sender.ownerOf(client)
    if (owner === undefined) newClients.add(client)
    else if (owner !== sender.person) throw new Refused('foreign_client', 'a client id of somebody else')
    const list = byClient.get(client)
    if (list) list.push(struct)
    else byClient.set(client, [struct])
  }
  // Yjs keeps the last of several blocks of one client: what is judged here would not be what is applied there.
  if (next.size !== blocks) throw new Refused('malformed', 'a client told of twice')
  if (newClients.size > NEW_CLIENTS_MAX)
    throw new Refused('foreign_client', 'too many new client ids at once')
  resolve(doc, byClient)
  return { byClient, newClients }
}

/** Refuses what Yjs could not put in place at once: it would keep it, pending, for ever. */
function resolve(doc: Y.Doc, byClient: ReadonlyMap<number, readonly (Y.Item | Y.GC)[]>): void {
  const reached = new Map<number, number>()
  const ends = new Map<number, number>()
  const endOf = (client: number): number => ends.get(client) ?? Y.getState(doc.store, client)
  const isKnown = (item: Y.Item, id: unknown): boolean =>
    !(id instanceof Y.ID) ||
    (id.client === item.id.client ? id.clock < item.id.clock : id.clock < endOf(id.client))
  const isReady = (struct: Y.Item | Y.GC): boolean =>
    !(struct instanceof Y.Item) ||
    (isKnown(struct, struct.origin) && isKnown(struct, struct.rightOrigin) && isKnown(struct, struct.parent))
  let waiting = byClient.size
  for (let isMoving = true; isMoving && waiting > 0;) {
    isMoving = false
    waiting = 0
    for (const [client, list] of byClient) {
      let index = reached.get(client) ?? 0
      for (let struct = list[index]; struct !== undefined && isReady(struct); struct = list[index]) {
        index += 1
        ends.set(client, struct.id.clock + struct.length)
        isMoving = true
      }
      reached.set(client, index)
      if (index < list.length) waiting += 1
    }
  }
  if (waiting > 0) throw new Refused('unresolved', 'a reference to something unknown')
}

/** Index of the first struct that ends after `clock`; the list's length where there is none. */
export function indexAt(structs: readonly (Y.Item | Y.GC)[], clock: number): number {
  let low = 0
  let high = structs.length
  while (low < high) {
    const middle = (low + high) >> 1
    const struct = structs[middle]
    if (struct !== undefined && struct.id.clock + struct.length <= clock) low = middle + 1
    else high = middle
  }
  return low
}
