/**
 * Makes a document valid again: every entity that can be shown has all its groups in a shape that the specification
 * allows. Idempotent. Only the server writes repairs; clients read tolerantly instead (design §5).
 */
import type * as Y from 'yjs'
import type { EntityRoot, Gone, Groups, Theme } from './schema.ts'
import { entities, isGroups, NOTE_TEXT_MAX, TITLE_MAX } from './schema.ts'
import { readNote, readTheme } from './read.ts'
import { repairDrawing } from './repairFigures.ts'
import { settle, settleGone, settleWords } from './settle.ts'

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
    each('drawings', repairDrawing)
  }, origin)
  return written
}

/**
 * Hides again what an update took out of hiding without its writer knowing; see `Inspected.hidden`. To be called after
 * the update was applied, in a transaction of its own: Yjs changes the client id of a document that writes in the same
 * transaction in which it takes in an update.
 *
 * @returns how many notes and figures were written
 */
export function keepHidden(
  doc: Y.Doc,
  hidden: ReadonlyMap<
    string,
    { readonly root: 'notes' | 'drawings'; readonly id: string; readonly gone: Gone }
  >,
  origin: unknown,
): number {
  let written = 0
  doc.transact(() => {
    for (const { root, id, gone } of hidden.values()) {
      const groups: unknown = entities(doc, root).get(id)
      if (isGroups(groups)) written += settleGone(groups, gone)
    }
  }, origin)
  return written
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
