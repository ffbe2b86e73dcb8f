/**
 * Cursors and the like: what changes fast and is kept nowhere. The states belong to the clients; the server passes them
 * on and looks only at whose they are, how long they are and whether they are JSON at all.
 */
import * as string from 'lib0/string'
import type { AwarenessEntry } from '@moot/protocol'
import { AWARENESS_MAX } from '@moot/protocol'

/** How a state that is no longer there is written. */
const NOTHING = 'null'

/** The connection an entry belongs to, as far as awareness needs to know it. */
export interface AwarenessOwner {
  readonly person: string
  /** The client id that this connection speaks for; `null` before its first entry. */
  awareness: number | null
}

/** Entries of one board, each owned by one connection. */
export class Awareness {
  readonly #entries = new Map<number, AwarenessEntry & { readonly owner: AwarenessOwner }>()
  /** Who has used a client id here, so that an echo of somebody who left is not taken for a newcomer. */
  readonly #seen = new Map<number, string>()
  #changed = new Map<number, AwarenessEntry>()
  readonly #boundTo: (client: number) => string | undefined

  /** @param boundTo - the person a client id belongs to in the document */
  constructor(boundTo: (client: number) => string | undefined) {
    this.#boundTo = boundTo
  }

  /** Takes in what is the connection's own of the entries, and reports whether that claimed a client id. */
  receive(owner: AwarenessOwner, entries: readonly AwarenessEntry[]): boolean {
    let isClaimed = false
    for (const { client, clock, state } of entries) {
      if (owner.awareness === null && this.#mayClaim(owner, client, state)) {
        owner.awareness = client
        this.#seen.set(client, owner.person)
        isClaimed = true
      }
      if (client !== owner.awareness || !Number.isSafeInteger(clock) || !isState(state)) continue
      const known = this.#entries.get(client)
      if (known !== undefined && !(clock > known.clock || (clock === known.clock && state === NOTHING)))
        continue
      this.#entries.set(client, { client, clock, state, owner })
      this.#changed.set(client, { client, clock, state })
    }
    return isClaimed
  }

  #mayClaim(owner: AwarenessOwner, client: number, state: string): boolean {
    if (state === NOTHING || !Number.isSafeInteger(client) || this.#entries.has(client)) return false
    const person = this.#boundTo(client) ?? this.#seen.get(client)
    return person === undefined || person === owner.person
  }

  /** Ends what a connection had shown; the others are told at the last clock. */
  leave(owner: AwarenessOwner): void {
    const client = owner.awareness
    if (client === null) return
    const known = this.#entries.get(client)
    owner.awareness = null
    if (known === undefined || known.owner !== owner) return
    this.#entries.delete(client)
    this.#changed.set(client, { client, clock: known.clock, state: NOTHING })
  }

  /** A client id has turned out to be a person's: whoever else showed something under it stops. */
  bind(client: number, person: string): void {
    const known = this.#entries.get(client)
    if (known !== undefined && known.owner.person !== person) this.leave(known.owner)
    this.#seen.set(client, person)
  }

  /** What has changed since the last time this was asked. */
  takeChanged(): AwarenessEntry[] {
    const changed = [...this.#changed.values()]
    this.#changed = new Map()
    return changed
  }

  get hasChanged(): boolean {
    return this.#changed.size > 0
  }

  /** Everything that is shown just now. */
  all(): AwarenessEntry[] {
    return [...this.#entries.values()]
      .filter(({ state }) => state !== NOTHING)
      .map(({ client, clock, state }) => ({ client, clock, state }))
  }
}

/**
 * Whether others can read a state: the stock client parses every state it is sent and stops at the first that is no
 * JSON, so one such entry would cost everybody the whole message. Nothing of the value is used or kept here.
 */
function isState(state: string): boolean {
  if (state.length > AWARENESS_MAX || string.encodeUtf8(state).length > AWARENESS_MAX) return false
  try {
    JSON.parse(state)
    return true
  } catch {
    return false
  }
}
