/**
 * Everybody on `/live` of one workshop: the whole state once, then what changed. What people of a role see alike is made
 * and written out once for all of them; what is a person's own comes on top where it changed.
 */
import { changeBetween, CLOSE, PROTOCOL_VERSION } from '@moot/protocol'
import type { Around, MeView, Presence, Role, SharedView, Workshop } from '@moot/workshop'
import { projectMe, projectShared } from '@moot/workshop'
import type { Clock } from './Clock.ts'
import type { LiveConnection } from './LiveConnection.ts'

/** Between two changes sent to the same people, in ms. */
const CHANGE_MS = 100
/** Changes cost nobody more than so many letters a ms: a large one that is changed again at once is sent more rarely. */
const LETTERS_PER_MS = 100
/** But nobody waits longer than this for what changed, in ms. */
const REST_MAX_MS = 1_000
/** How often it is tried again to tell those whose sockets were full, in ms. */
const BEHIND_MS = 1_000

/** What there is to tell, asked for when it is told. */
export interface LiveSource {
  readonly workshop: () => Workshop
  /** Presence as far as open boards tell it; what people say on `/live` comes on top. */
  readonly around: () => Around
}

/** What somebody is to see: what all of their role see, and what is their own. */
interface Seen {
  readonly shared: SharedView
  readonly me: MeView
}

/** The change from one shared view to the next, written out but for its ends. */
interface SharedChange {
  /** Entries of `set`, without the brackets around them. */
  readonly set: string
  readonly unset: string
  readonly isNothing: boolean
}

export class LiveAudience {
  readonly #source: LiveSource
  readonly #clock: Clock
  readonly #connections = new Set<LiveConnection>()
  /** What was last made for each role: while nothing changes it stays the same object, so that nobody compares it. */
  readonly #latest = new Map<Role, SharedView>()
  /** When everybody has had time for what they were sent last, ms since 1970. */
  #restsUntil = 0
  #timer: { readonly at: number; readonly stop: () => void } | null = null

  constructor(source: LiveSource, clock: Clock) {
    this.#source = source
    this.#clock = clock
  }

  get size(): number {
    return this.#connections.size
  }
  /** The person of each connection. */
  *people(): Iterable<string> {
    for (const { person } of this.#connections) yield person
  }

  add(connection: LiveConnection): void {
    this.#connections.add(connection)
    this.changed()
  }
  remove(connection: LiveConnection): void {
    if (this.#connections.delete(connection)) this.changed()
  }

  /** Tells everybody what changed, soon and once. */
  changed(): void {
    this.#schedule(CHANGE_MS)
  }

  /** Closes every connection of people who are not in the workshop any more. */
  sendAway(isGone: (person: string) => boolean): void {
    for (const connection of this.#connections)
      if (isGone(connection.person)) connection.close(CLOSE.unknownPerson, 'removed')
  }

  /** Somebody says hello: the first time they get the whole state at once, again only in turn, however often they ask. */
  greet(connection: LiveConnection): void {
    if (connection.told.state === 'new') {
      this.#tellAll(connection, this.#seeing()(connection.person))
      return
    }
    connection.told = { state: 'behind' }
    this.changed()
  }

  /** Closes every connection and tells nobody anything any more. */
  close(): void {
    this.#timer?.stop()
    for (const connection of this.#connections) connection.close(CLOSE.tryLater, 'stopping')
    this.#connections.clear()
  }

  #schedule(ms: number): void {
    const now = this.#clock.now()
    const at = Math.max(now + ms, Math.min(this.#restsUntil, now + REST_MAX_MS))
    if (this.#connections.size === 0 || (this.#timer !== null && this.#timer.at <= at)) return
    this.#timer?.stop()
    const stop = this.#clock.after(at - now, () => {
      this.#timer = null
      this.#tellChanges()
    })
    this.#timer = { at, stop }
  }

  #tellAll(connection: LiveConnection, seen: Seen | undefined): void {
    if (seen === undefined) {
      connection.close(CLOSE.unknownPerson, 'unknown_person')
      return
    }
    connection.told = { state: 'told', ...seen }
    const view = { ...seen.shared, me: seen.me }
    connection.send({ type: 'state', v: PROTOCOL_VERSION, now: this.#clock.now(), view })
  }

  /** What everybody sees just now; what those of a role share is made when the first of them is asked for. */
  #seeing(): (person: string) => Seen | undefined {
    const workshop = this.#source.workshop()
    const around = this.#source.around()
    const all = { ...around, presence: this.#presence(around.presence) }
    const byRole = new Map<Role, SharedView>()
    const sharedBy = (role: Role): SharedView => {
      let shared = byRole.get(role)
      if (shared === undefined) {
        shared = this.#sharedBy(role, projectShared(workshop, role, all))
        byRole.set(role, shared)
      }
      return shared
    }
    return (person) => {
      const me = projectMe(workshop, person, all)
      return me === undefined ? undefined : { shared: sharedBy(me.role), me }
    }
  }

  #sharedBy(role: Role, made: SharedView): SharedView {
    const latest = this.#latest.get(role)
    if (latest !== undefined && changeBetween(latest, made) === undefined) return latest
    this.#latest.set(role, made)
    return made
  }

  #tellChanges(): void {
    const seenBy = this.#seeing()
    const now = this.#clock.now()
    const changes = new Map<SharedView, SharedChange>()
    let isAnyBehind = false
    let longest = 0
    for (const connection of this.#connections) {
      const { told } = connection
      if (told.state === 'new') continue
      const seen = seenBy(connection.person)
      if (connection.isSlow && seen !== undefined) {
        connection.told = { state: 'behind' }
        isAnyBehind = true
      } else if (seen === undefined || told.state === 'behind' || told.me.role !== seen.me.role)
        this.#tellAll(connection, seen)
      else {
        let change = changes.get(told.shared)
        if (change === undefined) {
          change = sharedChange(told.shared, seen.shared)
          changes.set(told.shared, change)
        }
        const own = changeBetween({ me: told.me }, { me: seen.me })?.set['me']
        connection.told = { state: 'told', ...seen }
        if (own === undefined && change.isNothing) continue
        const text = changeText(now, change, own === undefined ? null : JSON.stringify(own))
        connection.sendText(text)
        longest = Math.max(longest, text.length)
      }
    }
    this.#restsUntil = now + Math.ceil(longest / LETTERS_PER_MS)
    // Nothing else may ever change: whoever missed something must not wait for that.
    if (isAnyBehind) this.#schedule(BEHIND_MS)
  }

  /** Where everybody is who is connected; writing a note says more than being at a board. */
  #presence(atBoards: ReadonlyMap<string, Presence>): Map<string, Presence> {
    const presence = new Map(atBoards)
    const said = new Set<string>()
    for (const { person, at } of this.#connections) {
      const known = presence.get(person)
      const saysMore = known?.note === null && (at.note !== null || known.board === null)
      if (!said.has(person) || saysMore) presence.set(person, at)
      said.add(person)
    }
    return presence
  }
}

function sharedChange(before: SharedView, after: SharedView): SharedChange {
  const change = before === after ? undefined : changeBetween(before, after)
  return {
    set: JSON.stringify(change?.set ?? {}).slice(1, -1),
    unset: JSON.stringify(change?.unset ?? {}),
    isNothing: change === undefined,
  }
}

/** A message of a change, put together from text: it is written out once for everybody of a role. */
function changeText(now: number, { set, unset }: SharedChange, own: string | null): string {
  const me = own === null ? '' : `"me":${own}`
  const between = set !== '' && me !== '' ? ',' : ''
  return `{"type":"change","now":${now},"change":{"set":{${set}${between}${me}},"unset":${unset}}}`
}
