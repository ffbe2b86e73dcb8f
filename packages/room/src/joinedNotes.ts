/** Notes and drawings that came from the board of a topic that was merged into another: known by their ids, and taken back. */
import * as Y from 'yjs'
import type { EntityRoot, Groups, Origin } from '@moot/board'
import { entities, isFigure, readDrawing, readNote, readTheme } from '@moot/board'
import { SERVER_PERSON } from './Storage.ts'

/** Ids of such things, and of the themes that came with them, begin so: a board may hold other copies of the same things. */
const JOINED = 'joined'

/** An id for something that came by a merge. */
export function joinedId(newId: () => string): string {
  return `${JOINED}${newId()}`
}

/** What is taken back, by whom, and when (ms since 1970). */
export interface TakenBack {
  /** The board that the notes came from. */
  readonly board: string
  readonly by: string
  readonly now: number
  /** The person that a Yjs client id belongs to. */
  readonly ownerOf: (client: number) => string | undefined
}

/**
 * Puts into the Bin what came from a board by a merge and what nobody has touched since; what somebody reworded, moved,
 * coloured, filed, drew on or brought back stays. A theme that came along goes once it has no notes in sight. To be called
 * inside a transaction of the server's.
 *
 * @returns how many notes and drawings went
 */
export function takeBack(doc: Y.Doc, { board, by, now, ownerOf }: TakenBack): number {
  const gone = { by, at: now, how: 'deleted' }
  const left = new Set<string | null>()
  const went = new Set<string | null>()
  let count = 0
  const goes = (id: string, from: Origin | null, groups: Groups): boolean => {
    if (!id.startsWith(JOINED) || from?.board !== board || !isUntouched(groups, ownerOf)) return false
    groups.set('gone', gone)
    count += 1
    return true
  }
  for (const [id, groups] of entities(doc, 'notes')) {
    const note = readNote(id, groups)
    if (note === undefined || note.gone !== null) continue
    const themes = goes(id, note.from, groups) ? went : left
    themes.add(note.theme)
  }
  for (const [id, groups] of entities(doc, 'drawings')) {
    const drawing = readDrawing(id, groups)
    if (drawing !== undefined && isFigure(drawing) && drawing.gone === null) goes(id, drawing.from, groups)
  }
  for (const id of went) {
    if (id === null || left.has(id) || !id.startsWith(JOINED)) continue
    const groups = groupsOf(doc, 'themes', id)
    if (groups !== undefined && readTheme(id, groups)?.gone === null && isUntouched(groups, ownerOf))
      groups.set('gone', gone)
  }
  return count
}

/**
 * Puts notes into the Bin that went to another board: those of them that are in sight.
 *
 * @returns how many
 */
export function moveAway(
  doc: Y.Doc,
  notes: readonly string[],
  { by, now }: Pick<TakenBack, 'by' | 'now'>,
): number {
  let count = 0
  for (const id of notes) {
    const groups = groupsOf(doc, 'notes', id)
    if (groups === undefined || readNote(id, groups)?.gone !== null) continue
    groups.set('gone', { by, at: now, how: 'deleted' })
    count += 1
  }
  return count
}

/** Whether every value is the server's still, none was taken away, and no letter came or went. */
function isUntouched(groups: Groups, ownerOf: TakenBack['ownerOf']): boolean {
  const isServers = ({ id }: Y.Item): boolean => ownerOf(id.client) === SERVER_PERSON
  for (const [name, item] of groups._map) {
    if (item.deleted || !isServers(item)) return false
    const value = groups.get(name)
    if (!(value instanceof Y.Text)) continue
    for (let part = value._start; part !== null; part = part.right)
      if (part.deleted || !isServers(part)) return false
  }
  return true
}

function groupsOf(doc: Y.Doc, root: EntityRoot, id: string): Groups | undefined {
  const groups: unknown = entities(doc, root).get(id)
  // A map that was read from an entity root is a map of groups; there is nothing narrower to check at run time.
  return groups instanceof Y.Map ? (groups as Groups) : undefined
}
