/** A board as plain values, kept up to date from its document; what every view, export and miniature reads. */
import * as Y from 'yjs'
import type { Drawing, GoneHow, Groups, Note, Region, Theme } from './schema.ts'
import { isFigure } from './figureGeometry.ts'
import type { Figure } from './figures.ts'
import type { EntityByRoot } from './read.ts'
import { READERS } from './read.ts'
import { byOrder } from './order.ts'

/** Ids that changed in one transaction, by kind. Added, changed and removed alike: look them up to know which. */
export interface BoardChange {
  readonly notes: ReadonlySet<string>
  readonly regions: ReadonlySet<string>
  readonly themes: ReadonlySet<string>
  readonly drawings: ReadonlySet<string>
  /** Origin of the transaction: a view skips what it wrote itself. */
  readonly origin: unknown
}

const KINDS = ['notes', 'regions', 'themes', 'drawings'] as const

/**
 * Plain, read-only values of a board's document. Values of unchanged entities keep their identity, so a view can
 * compare with `===`. Entities that cannot be read are left out (B-5).
 */
export class BoardReading {
  readonly doc: Y.Doc
  readonly #maps: { readonly [R in keyof EntityByRoot]: Map<string, EntityByRoot[R]> } = {
    notes: new Map(),
    regions: new Map(),
    themes: new Map(),
    drawings: new Map(),
  }
  readonly #listeners = new Set<(change: BoardChange) => void>()
  readonly #stop: (() => void)[] = []
  #pending: { [R in keyof EntityByRoot]: Set<string> } = emptyChange()

  constructor(doc: Y.Doc) {
    this.doc = doc
    for (const kind of KINDS) {
      const map = doc.getMap<Groups>(kind)
      for (const entityId of map.keys()) this.#read(kind, entityId)
      const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
        for (const event of events) {
          const [first] = event.path
          if (typeof first === 'string') this.#pending[kind].add(first)
          else if (event instanceof Y.YMapEvent)
            for (const key of event.keysChanged) this.#pending[kind].add(String(key))
        }
      }
      map.observeDeep(observer)
      this.#stop.push(() => map.unobserveDeep(observer))
    }
    const settle = (transaction: Y.Transaction): void => this.#settle(transaction.origin)
    doc.on('afterTransaction', settle)
    this.#stop.push(() => doc.off('afterTransaction', settle))
  }

  /** Every note, those out of sight included. */
  get notes(): ReadonlyMap<string, Note> {
    return this.#maps.notes
  }
  get regions(): ReadonlyMap<string, Region> {
    return this.#maps.regions
  }
  /** Every theme, those out of sight included. */
  get themes(): ReadonlyMap<string, Theme> {
    return this.#maps.themes
  }
  get drawings(): ReadonlyMap<string, Drawing> {
    return this.#maps.drawings
  }

  /** Calls `listener` after each transaction that changed something readable. Returns the way to stop. */
  onChange(listener: (change: BoardChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  dispose(): void {
    for (const stop of this.#stop.splice(0)) stop()
    this.#listeners.clear()
  }

  #read(kind: (typeof KINDS)[number], entityId: string): void {
    const groups = this.doc.getMap<Groups>(kind).get(entityId)
    // One assignment a kind keeps each map's own value type without a cast.
    if (kind === 'notes') keep(this.#maps.notes, entityId, READERS.notes(entityId, groups))
    else if (kind === 'regions') keep(this.#maps.regions, entityId, READERS.regions(entityId, groups))
    else if (kind === 'themes') keep(this.#maps.themes, entityId, READERS.themes(entityId, groups))
    else keep(this.#maps.drawings, entityId, READERS.drawings(entityId, groups))
  }

  #settle(origin: unknown): void {
    const changed = this.#pending
    if (KINDS.every((kind) => changed[kind].size === 0)) return
    this.#pending = emptyChange()
    for (const kind of KINDS) for (const entityId of changed[kind]) this.#read(kind, entityId)
    for (const listener of this.#listeners) listener({ ...changed, origin })
  }
}

function emptyChange(): { [R in keyof EntityByRoot]: Set<string> } {
  return { notes: new Set(), regions: new Set(), themes: new Set(), drawings: new Set() }
}

function keep<T>(map: Map<string, T>, entityId: string, value: T | undefined): void {
  if (value === undefined) map.delete(entityId)
  else map.set(entityId, value)
}

/** What the readers below need: a live `BoardReading` or plain maps made for a test. */
export type ReadableBoard = Pick<BoardReading, 'notes' | 'regions' | 'themes' | 'drawings'>

/** Notes in sight. */
export function visibleNotes(board: ReadableBoard): Note[] {
  return [...board.notes.values()].filter((note) => note.gone === null)
}

/** Sections in the template's order. */
export function orderedRegions(board: ReadableBoard): Region[] {
  return [...board.regions.values()].toSorted(byOrder)
}

/** Themes in sight, in board order. */
export function orderedThemes(board: ReadableBoard): Theme[] {
  return [...board.themes.values()].filter((theme) => theme.gone === null).toSorted(byOrder)
}

const BINNED: ReadonlySet<GoneHow> = new Set<GoneHow>(['deleted', 'cleared', 'merged'])

/** The Bin: what was deleted, cleared or merged into another note, newest first. Notes without words are not worth a place in it. */
export function binnedNotes(board: ReadableBoard): Note[] {
  return [...board.notes.values()]
    .filter(({ gone, text }) => gone !== null && BINNED.has(gone.how) && text.trim() !== '')
    .toSorted((a, b) => (b.gone?.at ?? 0) - (a.gone?.at ?? 0) || (a.id < b.id ? -1 : 1))
}

/** Figures in the Bin: deleted or cleared, newest first. */
export function binnedFigures(board: ReadableBoard): Figure[] {
  return [...board.drawings.values()]
    .flatMap((each) => (isFigure(each) && each.gone !== null && BINNED.has(each.gone.how) ? [each] : []))
    .toSorted((a, b) => (b.gone?.at ?? 0) - (a.gone?.at ?? 0) || (a.id < b.id ? -1 : 1))
}

/** Notes a facilitator hid, newest first. */
export function hiddenNotes(board: ReadableBoard): Note[] {
  return [...board.notes.values()]
    .filter((note) => note.gone?.how === 'hidden')
    .toSorted((a, b) => (b.gone?.at ?? 0) - (a.gone?.at ?? 0) || (a.id < b.id ? -1 : 1))
}
