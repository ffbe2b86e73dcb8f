/** What holds around a workshop at this moment, from those who are connected. */
import type { FreshBoard, Moment, Presence, Workshop } from '@moot/workshop'
import type { OpenBoards } from './OpenBoards.ts'
import type { RoomEnvironment } from './RoomEnvironment.ts'

/** Where everybody is by the boards they have open, and who is behind the client ids of those connected. */
export function whereabouts(
  workshop: Workshop,
  boards: OpenBoards,
): { readonly presence: Map<string, Presence>; readonly clients: Map<number, string> } {
  const presence = new Map<string, Presence>()
  const clients = new Map<number, string>()
  for (const board of Object.values(workshop.boards)) {
    for (const { person, awareness } of boards.at(board.doc)) {
      presence.set(person, { board: board.id, note: null })
      if (awareness !== null) clients.set(awareness, person)
    }
  }
  return { presence, clients }
}

/** The moment at which a command is judged. */
export function momentOf(
  fresh: FreshBoard,
  here: ReadonlySet<string>,
  left: Moment['left'],
  { clock, newId, secrets }: RoomEnvironment,
): Moment {
  const seed = secrets.random(4).reduce((sum, byte) => sum * 256 + byte, 0)
  return { ...fresh, now: clock.now(), here, left, newId, seed }
}
