/** Everybody on `/live` of one workshop: the whole state once, then what changed, made once for each role. */
import { changeBetween, CLOSE, PROTOCOL_VERSION } from '@moot/protocol'
import type { Around, Presence, Role, Workshop, WorkshopView } from '@moot/workshop'
import { project, ROLES } from '@moot/workshop'
import type { Clock } from './Clock.ts'
import type { LiveConnection } from './LiveConnection.ts'

/** Between two changes sent to the same people, in ms. */
const CHANGE_MS = 100
/** How often it is tried again to tell those whose sockets were full, in ms. */
const BEHIND_MS = 1_000

/** What there is to tell, asked for when it is told. */
export interface LiveSource {
  readonly workshop: () => Workshop
  /** Presence as far as open boards tell it; what people say on `/live` comes on top. */
  readonly around: () => Around
}

export class LiveAudience {
  readonly #source: LiveSource
  readonly #clock: Clock
  readonly #connections = new Set<LiveConnection>()
  #timer: { readonly at: number; readonly stop: () => void } | null = null

  constructor(source: LiveSource, clock: Clock) {
    this.#source = source
    this.#clock = clock
  }

  get size(): number {
    return this.#connections.size
  }

  /** Everybody who is connected. */
  get people(): ReadonlySet<string> {
    return new Set(Array.from(this.#connections, ({ person }) => person))
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

  /** Somebody says hello: the first time they get the whole state at once, again only in turn, however often they ask. */
  greet(connection: LiveConnection): void {
    if (connection.told.state === 'new') {
      this.#tellAll(connection, this.#views()(connection.person))
      return
    }
    connection.told = { state: 'behind' }
    this.changed()
  }

  #schedule(ms: number): void {
    const at = this.#clock.now() + ms
    if (this.#connections.size === 0 || (this.#timer !== null && this.#timer.at <= at)) return
    this.#timer?.stop()
    const stop = this.#clock.after(ms, () => {
      this.#timer = null
      this.#tellChanges()
    })
    this.#timer = { at, stop }
  }

  #tellAll(connection: LiveConnection, view: WorkshopView | undefined): void {
    if (view === undefined) {
      connection.close(CLOSE.unknownPerson, 'unknown_person')
      return
    }
    connection.told = { state: 'told', view }
    const mine = { ...view, me: { ...view.me, person: connection.person } }
    connection.send({ type: 'state', v: PROTOCOL_VERSION, now: this.#clock.now(), view: mine })
  }

  /** Closes every connection and tells nobody anything any more. */
  close(): void {
    this.#timer?.stop()
    for (const connection of this.#connections) connection.close(CLOSE.tryLater, 'stopping')
    this.#connections.clear()
  }

  /** What people of each role see just now: made once, however many they are. */
  #views(): (person: string) => WorkshopView | undefined {
    const workshop = this.#source.workshop()
    const around = this.#source.around()
    const all = { ...around, presence: this.#presence(around.presence) }
    const byRole = new Map<Role, WorkshopView>()
    for (const role of ROLES) {
      const somebody = Object.values(workshop.people).find((each) => each.role === role)
      const view = somebody === undefined ? undefined : project(workshop, somebody.id, all)
      if (view !== undefined) byRole.set(role, view)
    }
    return (person) => {
      const role = workshop.people[person]?.role
      return role === undefined ? undefined : byRole.get(role)
    }
  }

  #tellChanges(): void {
    const viewOf = this.#views()
    const now = this.#clock.now()
    /** Text of the change from one shared view to the next; `null` where there is none. */
    const texts = new Map<WorkshopView, string | null>()
    let isAnyBehind = false
    for (const connection of this.#connections) {
      const { told } = connection
      const view = viewOf(connection.person)
      if (told.state === 'new' || view === undefined) continue
      if (connection.isSlow) {
        connection.told = { state: 'behind' }
        isAnyBehind = true
      } else if (told.state === 'behind' || told.view.me.role !== view.me.role)
        this.#tellAll(connection, view)
      else {
        let text = texts.get(told.view)
        if (text === undefined) {
          // Everybody of a role shares a view but for who they are, which does not change.
          const change = changeBetween({ ...told.view, me: view.me }, view)
          text = change === undefined ? null : JSON.stringify({ type: 'change', now, change })
          texts.set(told.view, text)
        }
        connection.told = { state: 'told', view }
        if (text !== null) connection.sendText(text)
      }
    }
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
