/** What changes fast on a board: cursors, drags and laser pointers, in the Yjs awareness. Who somebody is, `/live` says. */
import type { Awareness } from 'y-protocols/awareness'
import * as z from 'zod/mini'

const point = z.tuple([z.number(), z.number()])

/** One client's awareness state as we write it: short names, because it is sent ten times a second. */
const stateSchema = z.object({
  /** Cursor, in canvas px. Left out while dragging. */
  c: z.optional(point),
  /** Notes being dragged and how far from where they lay, in canvas px. */
  d: z.optional(z.object({ i: z.array(z.string()), v: point })),
  /** Where a laser pointer has shone since the last message, in canvas px. */
  l: z.optional(z.array(point)),
  /** The part of the board in view, for those who follow: x, y, width and height in canvas px. */
  v: z.optional(z.tuple([z.number(), z.number(), z.number(), z.number()])),
})

/** A part of a board, in canvas px. */
export interface SeenBox {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Somebody else's cursor, drag or laser pointer. */
export interface FastPresence {
  readonly cursor?: { readonly x: number; readonly y: number }
  readonly drag?: { readonly ids: readonly string[]; readonly dx: number; readonly dy: number }
  readonly laser?: readonly { readonly x: number; readonly y: number }[]
}

/** What others get of one client: its cursor and the like, and what it looks at while it leads others there. */
export interface OtherPresence extends FastPresence {
  readonly view?: SeenBox
}

/** Cursors, drags and laser pointers of others on one board, and one's own. */
export class Presence {
  readonly #awareness: Awareness
  readonly #others = new Map<number, OtherPresence>()
  readonly #listeners = new Set<() => void>()
  #own: FastPresence = {}
  #view: SeenBox | undefined
  readonly #handle: (change: { added: number[]; updated: number[]; removed: number[] }) => void

  constructor(awareness: Awareness) {
    this.#awareness = awareness
    this.#handle = ({ added, updated, removed }) => {
      let changed = false
      for (const client of [...added, ...updated, ...removed]) {
        if (client === awareness.clientID) continue
        changed = true
        const state = readState(awareness.getStates().get(client))
        // Taken out first: whoever showed something last comes last.
        this.#others.delete(client)
        if (state !== undefined) this.#others.set(client, state)
      }
      if (changed) for (const listener of this.#listeners) listener()
    }
    awareness.on('change', this.#handle)
  }

  /** Others by Yjs client id, whoever showed something last at the end. */
  get others(): ReadonlyMap<number, OtherPresence> {
    return this.#others
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Says where one's own cursor, drag or laser pointer is; an empty value takes it away. */
  set(own: FastPresence): void {
    this.#own = own
    this.#say()
  }

  /** Says which part of the board one looks at, for those who follow; `undefined` takes it away. */
  lead(view: SeenBox | undefined): void {
    if (view === undefined && this.#view === undefined) return
    this.#view = view
    this.#say()
  }

  /** Takes everything of one's own away. */
  clear(): void {
    this.#own = {}
    this.#view = undefined
    this.#say()
  }

  #say(): void {
    const own = this.#own
    const view = this.#view
    this.#awareness.setLocalState({
      ...(own.cursor ? { c: [Math.round(own.cursor.x), Math.round(own.cursor.y)] } : {}),
      ...(own.drag ? { d: { i: own.drag.ids, v: [Math.round(own.drag.dx), Math.round(own.drag.dy)] } } : {}),
      ...(own.laser ? { l: own.laser.map(({ x, y }) => [Math.round(x), Math.round(y)]) } : {}),
      ...(view ? { v: [view.x, view.y, view.w, view.h].map(Math.round) } : {}),
    })
  }

  dispose(): void {
    this.#awareness.off('change', this.#handle)
    this.#listeners.clear()
  }
}

function readState(state: unknown): OtherPresence | undefined {
  const parsed = stateSchema.safeParse(state)
  if (!parsed.success) return undefined
  const { c, d, l, v } = parsed.data
  return {
    ...(c ? { cursor: { x: c[0], y: c[1] } } : {}),
    ...(d ? { drag: { ids: d.i, dx: d.v[0], dy: d.v[1] } } : {}),
    ...(l ? { laser: l.map(([x, y]) => ({ x, y })) } : {}),
    ...(v ? { view: { x: v[0], y: v[1], w: v[2], h: v[3] } } : {}),
  }
}
