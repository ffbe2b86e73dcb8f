/** A board's document at the server: what may enter it, what of that is new, and building it again after a fault. */
import * as Y from 'yjs'
import type { EntityRoot, GuardRefusal, Inspected } from '@moot/board'
import { inspectUpdate, keepHidden, repair } from '@moot/board'
import { buildDocument, isSettled } from './documents.ts'
import type { LastWriters, Original } from './keepOriginal.ts'
import { originalToKeep } from './keepOriginal.ts'
import type { LogRow, StoredDocument } from './Storage.ts'
import { SERVER_PERSON } from './Storage.ts'

/** Origin of what the server itself writes. */
const SERVER = Object.freeze({ server: true })

/** Somebody whose updates are taken in. */
export interface Author {
  readonly person: string
  readonly isFacilitator: boolean
  /** Whether they may enter things in this person's name. */
  readonly mayWriteAs: (person: string) => boolean
}

/** What became of some updates of one connection. */
export type Taken =
  | { readonly kind: 'taken'; readonly update: Uint8Array | null }
  /** The updates before the refused one are in the document. */
  | { readonly kind: 'refused'; readonly update: Uint8Array | null; readonly refusal: GuardRefusal }
  /** The document may be half changed: it must be rebuilt without these updates. */
  | { readonly kind: 'broken'; readonly reason: string }

export class BoardDocument {
  #doc: Y.Doc
  #damage: string | null
  readonly #clients: Map<number, string>
  readonly #lastWriters: LastWriters = new Map()
  readonly #newClientId: () => number
  #emitted: Uint8Array[] = []
  /** Client ids that got an owner since this was last asked. */
  #bound: [number, string][] = []
  #whole: Uint8Array | null = null

  constructor(stored: StoredDocument, newClientId: () => number) {
    this.#clients = new Map(stored.clients)
    this.#newClientId = newClientId
    const built = buildDocument(stored, this.#freshClient())
    this.#doc = this.#watch(built.doc)
    this.#damage = built.damage
  }

  get doc(): Y.Doc {
    return this.#doc
  }
  /** Why this document may not be written to, or `null`. */
  get damage(): string | null {
    return this.#damage
  }

  /** The person a client id belongs to; the server's own included. */
  readonly ownerOf = (client: number): string | undefined =>
    client === this.#doc.clientID ? SERVER_PERSON : this.#clients.get(client)

  /** The whole document as one update, encoded once until it changes. */
  whole(): Uint8Array {
    this.#whole ??= Y.encodeStateAsUpdate(this.#doc)
    return this.#whole
  }

  /**
   * Judges and takes in updates of one connection, in one transaction. What the server adds goes into transactions of
   * its own: Yjs gives a document that writes while it takes in an update a new client id.
   */
  takeIn(author: Author, updates: readonly Uint8Array[]): Taken {
    const bound: number[] = []
    let refusal: GuardRefusal | null = null
    try {
      const taking = new Taking(updates)
      while (!taking.isDone) {
        this.#doc.transact(() => this.#takeSome(author, taking, bound), author)
        if (taking.originals.length > 0)
          this.#doc.transact(() => writeOriginals(taking.originals.splice(0)), SERVER)
      }
      if (taking.touched.size > 0) {
        this.#doc.transact(() => {
          for (const hidden of taking.hidden) keepHidden(this.#doc, hidden, SERVER)
          repair(this.#doc, SERVER, taking.touched)
        }, SERVER)
      }
      refusal = taking.refusal
      if (!isSettled(this.#doc)) throw new Error('something is left pending')
    } catch (error) {
      for (const client of bound) this.#clients.delete(client)
      this.#emitted = []
      return { kind: 'broken', reason: error instanceof Error ? error.message.slice(0, 120) : 'unknown' }
    }
    for (const client of bound) this.#bound.push([client, author.person])
    const update = this.#takeEmitted()
    return refusal === null ? { kind: 'taken', update } : { kind: 'refused', update, refusal }
  }

  /** Takes in what it can until an original has to be kept first, something is refused, or all is in. */
  #takeSome(author: Author, taking: Taking, bound: number[]): void {
    while (!taking.isDone) {
      const update = taking.next
      const verdict = inspectUpdate(this.#doc, update, this.#senderOf(author))
      if (!verdict.ok) {
        taking.refusal = verdict
        return
      }
      for (const note of verdict.reworded) {
        const original = originalToKeep(this.#doc, note, author.person, this.#lastWriters, this.ownerOf)
        if (original !== null) taking.originals.push(original)
      }
      if (taking.originals.length > 0) return
      taking.index += 1
      if (!verdict.isNew) continue
      Y.applyUpdate(this.#doc, update, author)
      for (const note of verdict.reworded) this.#lastWriters.set(note, author.person)
      for (const client of verdict.newClients) {
        this.#clients.set(client, author.person)
        bound.push(client)
      }
      taking.took(verdict)
    }
  }

  /** Runs a change of the server's own. Throws what `work` throws; the document must then be rebuilt. */
  change(work: (doc: Y.Doc) => void): Uint8Array | null {
    this.#doc.transact(() => work(this.#doc), SERVER)
    this.#lastWriters.clear()
    return this.#takeEmitted()
  }

  /** Starts again from what was stored and the rows that are on their way there. */
  rebuild(stored: StoredDocument, rows: readonly LogRow[]): void {
    const built = buildDocument({ ...stored, rows: [...stored.rows, ...rows] }, this.#freshClient())
    this.#doc.destroy()
    this.#doc = this.#watch(built.doc)
    this.#damage = built.damage
    this.#emitted = []
    this.#lastWriters.clear()
  }

  /** Client ids that got an owner since this was last asked, to be stored with the rows. */
  takeBound(): readonly (readonly [number, string])[] {
    return this.#bound.splice(0)
  }

  dispose(): void {
    this.#doc.destroy()
  }

  #senderOf(author: Author): Parameters<typeof inspectUpdate>[2] {
    return { ...author, ownerOf: this.ownerOf }
  }

  /** A client id that nobody has: a load after a crash must not go on under the id of before. */
  #freshClient(): number {
    let client = this.#newClientId()
    while (this.#clients.has(client)) client = this.#newClientId()
    return client
  }

  #watch(doc: Y.Doc): Y.Doc {
    this.#whole = null
    doc.on('update', (update: Uint8Array) => this.#emitted.push(update))
    return doc
  }

  #takeEmitted(): Uint8Array | null {
    const [first, ...more] = this.#emitted.splice(0)
    if (first === undefined) return null
    this.#whole = null
    const { clientID } = this.#doc
    if (!this.#clients.has(clientID) && Y.getState(this.#doc.store, clientID) > 0) {
      this.#clients.set(clientID, SERVER_PERSON)
      this.#bound.push([clientID, SERVER_PERSON])
    }
    return more.length === 0 ? first : Y.mergeUpdates([first, ...more])
  }
}

/** Updates on their way into the document. */
class Taking {
  readonly #updates: readonly Uint8Array[]
  index = 0
  refusal: GuardRefusal | null = null
  readonly originals: Original[] = []
  readonly touched = new Map<EntityRoot, Set<string>>()
  readonly hidden: Inspected['hidden'][] = []

  constructor(updates: readonly Uint8Array[]) {
    this.#updates = updates
  }
  get isDone(): boolean {
    return this.refusal !== null || this.index >= this.#updates.length
  }
  get next(): Uint8Array {
    return this.#updates[this.index] ?? new Uint8Array()
  }
  took(verdict: Inspected): void {
    for (const [root, ids] of verdict.touched)
      this.touched.set(root, new Set([...(this.touched.get(root) ?? []), ...ids]))
    if (verdict.hidden.size > 0) this.hidden.push(verdict.hidden)
  }
}

function writeOriginals(originals: readonly Original[]): void {
  for (const { groups, wording } of originals) groups.set('original', wording)
}
