/** Notes that several people made at once for the same free place: one stays, the others give way. */
import type { BoardReading } from './BoardReading.ts'
import { freePlaces } from './layout.ts'
import type { Note } from './schema.ts'
import type { Writer } from './writer.ts'
import { CREATION, groupsOf, isOwn } from './writer.ts'

const placeOf = ({ x, y }: Note): string => `${x} ${y}`

/**
 * Which notes a writer made, and where, so that they can step aside. Each browser moves its own alone, and of two notes
 * the one with the later id, so that two browsers never move both. Nobody sees a note that lies under another to a px.
 */
export class FreshNotes {
  readonly #writer: Writer
  /** Place of each → its id, since this page was opened. */
  readonly #places = new Map<string, string>()
  readonly #ids = new Set<string>()

  constructor(writer: Writer) {
    this.#writer = writer
  }

  /** Remembers notes of the writer's own that have just come to be, among `changed`. */
  made(changed: Iterable<string>): void {
    const { board, person } = this.#writer
    for (const id of changed) {
      const note = board.notes.get(id)
      if (note === undefined || note.gone !== null || this.#ids.has(id) || !isOwn(note, person)) continue
      this.#ids.add(id)
      this.#places.set(placeOf(note), id)
    }
  }

  /**
   * Moves those of the writer's own to free places that somebody else's among `changed` has come upon. It is no step of
   * undo: taking the note back takes it from where it is then. Returns how many were moved.
   */
  giveWay(changed: Iterable<string>): number {
    const { board } = this.#writer
    const giving = new Map<string, Note>()
    for (const id of changed) {
      const other = board.notes.get(id)
      const own = other === undefined ? undefined : this.#ownAt(board, other)
      if (own !== undefined) giving.set(own.id, own)
    }
    if (giving.size === 0) return 0
    const except = new Set(giving.keys())
    let moved = 0
    board.doc.transact(() => {
      for (const region of new Set([...giving.values()].map((own) => own.region))) {
        const notes = [...giving.values()].filter((own) => own.region === region)
        const places = freePlaces(board, region, notes.length, undefined, except)
        notes.forEach((own, index) => {
          const to = places[index]
          const groups = groupsOf(this.#writer, 'notes', own.id)
          if (to === undefined || groups === undefined || (to.x === own.x && to.y === own.y)) return
          groups.set('pos', [to.x, to.y, own.z])
          this.#places.delete(placeOf(own))
          this.#places.set(placeOf({ ...own, ...to }), own.id)
          moved += 1
        })
      }
    }, CREATION)
    return moved
  }

  #ownAt(board: BoardReading, other: Note): Note | undefined {
    if (other.gone !== null) return undefined
    const id = this.#places.get(placeOf(other))
    const own = id === undefined ? undefined : board.notes.get(id)
    if (own === undefined || own.gone !== null || own.id <= other.id) return undefined
    return own.x === other.x && own.y === other.y ? own : undefined
  }
}
