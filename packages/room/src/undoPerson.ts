/** Taking back what one person did on a board since a time, and nothing that others did (methods §0.3, design §5). */
import * as Y from 'yjs'
import type { EntityRoot, Groups } from '@moot/board'
import { applyEdit, editBetween, entities } from '@moot/board'
import type { LogRow } from './Storage.ts'

/** Groups of one value each that are put back, by kind of entity. */
const VALUES = { notes: ['pos', 'style', 'member', 'gone'], themes: ['place', 'gone'] } as const
/** The group with the words. */
const WORDS = { notes: 'text', themes: 'title' } as const

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
 * Takes back what `person` did since `before`: notes and themes they made go out of sight, their values return to what
 * they were where theirs is still the latest, and their words come out while what others wrote meanwhile stays.
 * To be called inside a transaction of the server's.
 *
 * @returns how many notes changed
 */
export function undoPerson(doc: Y.Doc, from: UndoneFrom, undone: UndoneBy): number {
  const undo = new PersonUndo(doc, from, undone)
  undo.run('themes')
  return undo.run('notes')
}

class PersonUndo {
  readonly #doc: Y.Doc
  readonly #from: UndoneFrom
  readonly #undone: UndoneBy
  readonly #state: Map<number, number>
  /** Deletions since then: the person's own, and everybody else's. */
  readonly #theirs: Ranges
  readonly #others: Ranges

  constructor(doc: Y.Doc, from: UndoneFrom, undone: UndoneBy) {
    this.#doc = doc
    this.#from = from
    this.#undone = undone
    this.#state = Y.decodeStateVector(Y.encodeStateVector(from.before))
    this.#theirs = new Ranges(from.rows.filter((row) => row.person === undone.person))
    this.#others = new Ranges(from.rows.filter((row) => row.person !== undone.person))
  }

  run(root: 'notes' | 'themes'): number {
    let count = 0
    for (const [id, groups] of entities(this.#doc, root)) {
      if (!(groups instanceof Y.Map)) continue
      const old = groupsIn(this.#from.before, root, id)
      if ((old === undefined ? this.#unmake(groups) : this.#putBack(root, groups, old)) > 0) count += 1
    }
    return count
  }

  /** Something that was not there: out of sight, if it was theirs; its words are left for whoever restores it. */
  #unmake(groups: Groups): number {
    const base: unknown = groups.get('base')
    const by: unknown = typeof base === 'object' && base !== null && 'by' in base ? base.by : null
    if (by !== this.#undone.person || groups.get('gone') !== undefined) return 0
    groups.set('gone', { by: this.#undone.by, at: this.#undone.now, how: 'undone' })
    return 1
  }

  #putBack(root: 'notes' | 'themes', groups: Groups, old: Groups): number {
    let changed = 0
    for (const group of VALUES[root]) {
      const latest = groups._map.get(group)
      if (latest === undefined || latest.deleted || !this.#isTheirsSince(latest.id)) continue
      const value = old.get(group)
      if (value === undefined) groups.delete(group)
      else groups.set(group, value)
      changed += 1
    }
    const words: unknown = groups.get(WORDS[root])
    const oldWords: unknown = old.get(WORDS[root])
    if (words instanceof Y.Text && oldWords instanceof Y.Text) changed += this.#putBackWords(words, oldWords)
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

  #putBackWords(words: Y.Text, old: Y.Text): number {
    const touched = this.#whoTouched(words)
    if (!touched.them) return 0
    if (!touched.others) {
      const edit = editBetween(words.toString(), old.toString())
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
