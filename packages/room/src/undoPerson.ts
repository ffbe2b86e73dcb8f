/** Taking back what one person did on a board since a time, and nothing that others did (methods §0.3, design §5). */
import * as Y from 'yjs'
import type { EntityRoot, Groups } from '@moot/board'
import { applyEdit, editBetween, entities } from '@moot/board'
import type { LogRow } from './Storage.ts'

/** Groups of one value each that are put back, by kind of entity. */
const VALUES = {
  notes: ['pos', 'style', 'member', 'gone'],
  themes: ['place', 'gone'],
  drawings: ['pos', 'shape', 'style', 'member', 'gone'],
} as const
/** The group with the words. Ink is none: it grows under its maker's hand alone, and goes with its stroke. */
const WORDS = { notes: 'text', themes: 'title', drawings: 'text' } as const
type Undoable = keyof typeof VALUES
const UNDOABLE: readonly Undoable[] = ['notes', 'themes', 'drawings']

/** What is known of the time since then. */
export interface UndoneFrom {
  /** The document as it was. */
  readonly before: Y.Doc
  /** What was taken in since, for who deleted what. */
  readonly rows: readonly LogRow[]
  readonly ownerOf: (client: number) => string | undefined
}

/** Whose doing is taken back, by whom, and when (ms since 1970). */
export interface UndoneBy {
  readonly person: string
  readonly by: string
  readonly now: number
}

/**
 * Takes back what `person` did since `before`: notes, themes and drawings they made go out of sight, values return to what
 * somebody else last made of them where theirs is still the latest, also on what others made since then, and their words
 * come out while what others wrote meanwhile stays.
 * To be called inside a transaction of the server's.
 *
 * @returns how many notes and drawings changed
 */
export function undoPerson(doc: Y.Doc, from: UndoneFrom, undone: UndoneBy): number {
  const undo = new PersonUndo(doc, from, undone)
  undo.run('themes')
  return undo.run('notes') + undo.run('drawings')
}

class PersonUndo {
  readonly #doc: Y.Doc
  readonly #from: UndoneFrom
  readonly #undone: UndoneBy
  readonly #state: Map<number, number>
  /** Deletions since then: the person's own, and everybody else's. */
  readonly #theirs: Ranges
  readonly #others: Ranges
  readonly #keptValues: ValuesByOthers

  constructor(doc: Y.Doc, from: UndoneFrom, undone: UndoneBy) {
    this.#doc = doc
    this.#from = from
    this.#undone = undone
    this.#state = Y.decodeStateVector(Y.encodeStateVector(from.before))
    this.#theirs = new Ranges(from.rows.filter((row) => row.person === undone.person))
    this.#others = new Ranges(from.rows.filter((row) => row.person !== undone.person))
    this.#keptValues = new ValuesByOthers(from, undone.person)
  }

  run(root: Undoable): number {
    let count = 0
    for (const [id, groups] of entities(this.#doc, root)) {
      if (!(groups instanceof Y.Map)) continue
      const old = groupsIn(this.#from.before, root, id)
      const isTheirs = old === undefined && madeBy(groups) === this.#undone.person
      if ((isTheirs ? this.#unmake(groups) : this.#putBack(root, id, groups, old)) > 0) count += 1
    }
    return count
  }

  /** Something they made since then: out of sight; its words are left for whoever restores it. */
  #unmake(groups: Groups): number {
    if (groups.get('gone') !== undefined) return 0
    groups.set('gone', { by: this.#undone.by, at: this.#undone.now, how: 'undone' })
    return 1
  }

  /** Something that was there then (`old`), or that somebody else made since. */
  #putBack(root: Undoable, id: string, groups: Groups, old: Groups | undefined): number {
    let changed = 0
    for (const group of VALUES[root]) {
      const latest = groups._map.get(group)
      if (latest === undefined || latest.deleted || !this.#isTheirsSince(latest.id)) continue
      const kept = this.#keptValues.of(root, id)
      const value = kept?.has(group) === true ? kept.get(group) : old?.get(group)
      if (value === undefined) groups.delete(group)
      else groups.set(group, value)
      changed += 1
    }
    const words: unknown = groups.get(WORDS[root])
    const oldWords: unknown = old?.get(WORDS[root])
    const before = oldWords instanceof Y.Text ? oldWords.toString() : old === undefined ? '' : null
    if (words instanceof Y.Text && before !== null) changed += this.#putBackWords(words, before)
    return changed
  }

  #isTheirsSince(id: Y.ID): boolean {
    return id.clock >= this.#stateOf(id.client) && this.#isTheirs(id)
  }
  #isTheirs(id: Y.ID): boolean {
    return this.#from.ownerOf(id.client) === this.#undone.person
  }
  #stateOf(client: number): number {
    return this.#state.get(client) ?? 0
  }

  /** How many letters of a run were there before; Yjs joins what one client types later to what it typed earlier. */
  #oldLetters(item: Y.Item): number {
    return Math.min(item.length, Math.max(0, this.#stateOf(item.id.client) - item.id.clock))
  }

  #putBackWords(words: Y.Text, old: string): number {
    const touched = this.#whoTouched(words)
    if (!touched.them) return 0
    if (!touched.others) {
      const edit = editBetween(words.toString(), old)
      if (edit !== null) applyEdit(words, edit, null)
      return edit === null ? 0 : 1
    }
    return this.#removeLetters(words)
  }

  #whoTouched(words: Y.Text): { readonly them: boolean; readonly others: boolean } {
    let them = false
    let others = false
    for (let item = words._start; item !== null; item = item.right) {
      const old = this.#oldLetters(item)
      if (old < item.length) {
        if (this.#isTheirs(item.id)) them = true
        else others = true
      }
      if (!item.deleted || old === 0) continue
      // Only what was there before: letters that came and went since then leave no trace.
      if (this.#theirs.meet(item.id, old)) them = true
      if (this.#others.meet(item.id, old)) others = true
    }
    return { them, others }
  }

  /** Letters of theirs that came since then, from the end so that earlier places stay right. */
  #removeLetters(words: Y.Text): number {
    const cuts: { readonly at: number; readonly length: number }[] = []
    let at = 0
    for (let item = words._start; item !== null; item = item.right) {
      if (item.deleted || !item.countable) continue
      const old = this.#oldLetters(item)
      if (old < item.length && this.#isTheirs(item.id)) cuts.push({ at: at + old, length: item.length - old })
      at += item.length
    }
    for (const cut of cuts.toReversed()) words.delete(cut.at, cut.length)
    return cuts.length === 0 ? 0 : 1
  }
}

/** Whose hand made something, as its `base` says: that of who entered it, where it is somebody else's. */
function madeBy(groups: Groups): unknown {
  const base: unknown = groups.get('base')
  if (typeof base !== 'object' || base === null) return null
  const { by, via } = { by: null, via: null, ...base }
  return via ?? by
}

/**
 * The values that others set since then, by entity: what a person's own value covers. They are found by going through
 * the rows once more, because Yjs does not keep a value that was replaced.
 */
class ValuesByOthers {
  readonly #byEntity = new Map<string, Map<string, unknown>>()

  constructor({ before, rows, ownerOf }: UndoneFrom, person: string) {
    const replay = new Y.Doc()
    Y.applyUpdate(replay, Y.encodeStateAsUpdate(before))
    for (const root of UNDOABLE) {
      entities(replay, root).observeDeep((events, transaction) => {
        if (transaction.origin === person) return
        for (const { path, changes } of events) {
          const touched = path.length === 0 ? changes.keys.keys() : path.slice(0, 1)
          for (const id of touched) {
            const groups = groupsIn(replay, root, String(id))
            if (groups !== undefined) this.#note(`${root} ${id}`, root, groups, ownerOf, person)
          }
        }
      })
    }
    for (const row of rows) Y.applyUpdate(replay, row.update, row.person)
    replay.destroy()
  }

  of(root: Undoable, id: string): ReadonlyMap<string, unknown> | undefined {
    return this.#byEntity.get(`${root} ${id}`)
  }

  #note(key: string, root: Undoable, groups: Groups, ownerOf: UndoneFrom['ownerOf'], person: string): void {
    const kept = this.#byEntity.get(key) ?? new Map<string, unknown>()
    for (const group of VALUES[root]) {
      const latest = groups._map.get(group)
      if (latest === undefined || latest.deleted) kept.set(group, undefined)
      else if (ownerOf(latest.id.client) !== person) kept.set(group, groups.get(group))
    }
    this.#byEntity.set(key, kept)
  }
}

function groupsIn(doc: Y.Doc, root: EntityRoot, id: string): Groups | undefined {
  const groups: unknown = entities(doc, root).get(id)
  // A map that was read from an entity root is a map of groups; there is nothing narrower to check at run time.
  return groups instanceof Y.Map ? (groups as Groups) : undefined
}

/** Deleted ranges of several updates, by client. */
class Ranges {
  readonly #byClient = new Map<number, { readonly clock: number; readonly end: number }[]>()

  constructor(rows: readonly LogRow[]) {
    for (const row of rows) {
      for (const [client, deletes] of Y.decodeUpdate(row.update).ds.clients) {
        const list = this.#byClient.get(client) ?? []
        for (const { clock, len } of deletes) list.push({ clock, end: clock + len })
        this.#byClient.set(client, list)
      }
    }
  }

  /** Whether any of `length` letters from `id` on was deleted. */
  meet({ client, clock }: Y.ID, length: number): boolean {
    const ranges = this.#byClient.get(client) ?? []
    return ranges.some((range) => range.clock < clock + length && clock < range.end)
  }
}
