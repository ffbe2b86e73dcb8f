/** Others on this board for the canvas: cursors and drags from awareness, names and who writes where from the workshop. */
import type { CanvasPresence, OtherPerson, OwnPresence } from '@moot/canvas'
import type { BoardReplica, WorkshopReplica } from '@moot/client'

/** Presence of one board; the canvas listens only while it is open. */
export function canvasPresence(
  replica: BoardReplica,
  workshop: WorkshopReplica,
  boardId: string,
): CanvasPresence {
  let own: OwnPresence = { cursor: null, drag: null, editing: null, laser: null }
  return {
    others() {
      const { view } = workshop.store.getState()
      const others = new Map<number, OtherPerson>()
      if (view === undefined) return others
      const told = new Set<string>()
      const editingOf = (person: string): string | null => {
        // Two devices of one person say it once.
        if (told.has(person)) return null
        told.add(person)
        const at = view.people[person]?.at
        return at?.board === boardId ? at.note : null
      }
      for (const [client, person] of Object.entries(view.clients)) {
        const id = Number(client)
        const known = view.people[person]
        if (id === replica.doc.clientID || known === undefined) continue
        const fast = replica.presence.others.get(id)
        if (fast === undefined && known.at?.board !== boardId) continue
        others.set(id, {
          name: known.name,
          cursor: fast?.cursor,
          drag: fast?.drag,
          laser: fast?.laser,
          editing: person === view.me.person ? null : editingOf(person),
        })
      }
      // Somebody in the list has no cursor, and perhaps no client id yet, but may be writing.
      let unnumbered = 0
      for (const [person, { name, at }] of Object.entries(view.people)) {
        if (person === view.me.person || told.has(person) || at?.board !== boardId || at.note === null)
          continue
        unnumbered -= 1
        others.set(unnumbered, { name, editing: at.note })
      }
      return others
    },
    onChange(listener) {
      const stopFast = replica.presence.onChange(listener)
      const stopSlow = workshop.store.subscribe(({ view }, before) => {
        if (view?.people !== before.view?.people || view?.clients !== before.view?.clients) listener()
      })
      return () => {
        stopFast()
        stopSlow()
      }
    },
    set(part) {
      const before = own
      own = { ...own, ...part }
      if (own.editing !== before.editing) workshop.at(boardId, own.editing)
      if (own.cursor === before.cursor && own.drag === before.drag && own.laser === before.laser) return
      replica.presence.set({
        ...(own.cursor === null ? {} : { cursor: own.cursor }),
        ...(own.drag === null ? {} : { drag: own.drag }),
        ...(own.laser === null ? {} : { laser: own.laser }),
      })
    },
  }
}
