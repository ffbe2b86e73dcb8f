/**
 * Makes a document valid again: every entity that can be shown has all its groups in a shape that the specification
 * allows. Idempotent. Only the server writes repairs; clients read tolerantly instead (design §5).
 */
import * as Y from 'yjs'
import type { EntityRoot, Gone, Groups, Note, Theme } from './schema.ts'
import { entities, isGroups, isWords, NOTE_TEXT_MAX, TITLE_MAX } from './schema.ts'
import { readNote, readTheme } from './read.ts'

/**
 * Repairs the entities named, or all, and returns how many groups were written. Entities whose `base` is unreadable
 * are left as they are: no view shows them, and a newer version may know them.
 *
 * @param only - ids to look at, by map; left out, everything
 */
export function repair(
  doc: Y.Doc,
  origin: unknown,
  only?: ReadonlyMap<EntityRoot, ReadonlySet<string>>,
): number {
  let written = 0
  const each = (root: EntityRoot, fix: (groups: Groups, id: string) => number): void => {
    const map = entities(doc, root)
    for (const id of only === undefined ? map.keys() : (only.get(root) ?? [])) {
      const groups: unknown = map.get(id)
      if (isGroups(groups)) written += fix(groups, id)
    }
  }
  doc.transact(() => {
    each('notes', repairNote)
    each('themes', repairTheme)
  }, origin)
  return written
}

/**
 * Hides again what an update took out of hiding without its writer knowing; see `Inspected.hidden`. To be called after
 * the update was applied, in a transaction of its own: Yjs changes the client id of a document that writes in the same
 * transaction in which it takes in an update.
 *
 * @returns how many notes were written
 */
export function keepHidden(doc: Y.Doc, hidden: ReadonlyMap<string, Gone>, origin: unknown): number {
  let written = 0
  doc.transact(() => {
    for (const [id, gone] of hidden) {
      const groups: unknown = entities(doc, 'notes').get(id)
      if (isGroups(groups)) written += settleGone(groups, gone)
    }
  }, origin)
  return written
}

/** Whether two values are the same JSON. What is no JSON at all is the same as nothing. */
function same(a: unknown, b: unknown): boolean {
  try {
    return JSON.stringify(a) === JSON.stringify(b)
  } catch {
    return false
  }
}

function settle(groups: Groups, key: string, value: unknown): number {
  if (same(groups.get(key), value)) return 0
  groups.set(key, value)
  return 1
}

function settleWords(groups: Groups, key: string, max: number): number {
  const words = groups.get(key)
  if (!isWords(words)) {
    groups.set(key, new Y.Text(typeof words === 'string' ? words.slice(0, max) : ''))
    return 1
  }
  if (words.length <= max) return 0
  words.delete(max, words.length - max)
  return 1
}

function settleGone(groups: Groups, gone: Note['gone']): number {
  if (gone === null) {
    if (!groups.has('gone')) return 0
    groups.delete('gone')
    return 1
  }
  return settle(groups, 'gone', { by: gone.by, at: gone.at, how: gone.how })
}

function repairNote(groups: Groups, id: string): number {
  const note = readNote(id, groups)
  if (note === undefined) return 0
  return (
    settle(groups, 'pos', [note.x, note.y, note.z]) +
    settleWords(groups, 'text', NOTE_TEXT_MAX) +
    settle(groups, 'style', { color: note.color }) +
    settle(groups, 'member', { region: note.region, theme: note.theme, order: note.order }) +
    settleGone(groups, note.gone)
  )
}

function repairTheme(groups: Groups, id: string): number {
  const theme: Theme | undefined = readTheme(id, groups)
  if (theme === undefined) return 0
  return (
    settleWords(groups, 'title', TITLE_MAX) +
    settle(groups, 'place', { region: theme.region, order: theme.order }) +
    settleGone(groups, theme.gone)
  )
}
