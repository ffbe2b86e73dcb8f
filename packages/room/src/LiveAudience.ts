/** Everybody on `/live` of one workshop: the whole state once, then what changed, made once for each role. */
import { changeBetween, CLOSE, PROTOCOL_VERSION } from '@moot/protocol'
import type { Around, Presence, Role, Workshop, WorkshopView } from '@moot/workshop'
import { project, ROLES } from '@moot/workshop'
import type { Clock } from './Clock.ts'
import type { LiveConnection } from './LiveConnection.ts'

/** Between two changes sent to the same people, in ms. */
const CHANGE_MS = 100

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
  #stopTimer: (() => void) | null = null

  constructor(source: LiveSource, clock: Clock) {
    this.#source = source
    this.#clock = clock
  }

  get size(): number {
    return this.#connections.size
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
    if (this.#connections.size === 0 || this.#stopTimer !== null) return
    this.#stopTimer = this.#clock.after(CHANGE_MS, () => {
      this.#stopTimer = null
      this.#tellChanges()
    })
  }

  /** Sends one connection the whole state. */
  tellAll(connection: LiveConnection, view = this.#views()(connection.person)): void {
    if (view === undefined) {
      connection.close(CLOSE.unknownPerson, 'unknown_person')
      return
    }
    connection.told = { state: 'told', view }
    const mine = { ...view, me: { person: connection.person, role: view.me.role } }
    connection.send({ type: 'state', v: PROTOCOL_VERSION, now: this.#clock.now(), view: mine })
  }

  /** Closes every connection and tells nobody anything any more. */
  close(): void {
    this.#stopTimer?.()
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
    for (const connection of this.#connections) {
      const { told } = connection
      const view = viewOf(connection.person)
      if (told.state === 'new' || view === undefined) continue
      if (connection.isSlow) connection.told = { state: 'behind' }
      else if (told.state === 'behind' || told.view.me.role !== view.me.role) this.tellAll(connection, view)
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
