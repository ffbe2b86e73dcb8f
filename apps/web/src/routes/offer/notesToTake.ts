/** Notes of a board as they are offered when a topic is split: by theme, then by section, each once. */
import type { Note, ReadableBoard } from '@moot/board'
import { byOrder, orderedRegions, orderedThemes, visibleNotes } from '@moot/board'
import { isFound } from '../people/roster.ts'

/** Notes under one heading; `title` is '' for those that are in no theme and no section. */
export interface NoteGroup {
  readonly key: string
  readonly title: string
  readonly notes: readonly Note[]
}

/** @param query - words that have to be in a note; '' for all of them */
export function notesToTake(board: ReadableBoard, query: string): NoteGroup[] {
  const themes = orderedThemes(board)
  const regions = orderedRegions(board)
  const themeIds = new Set(themes.map(({ id }) => id))
  const regionIds = new Set(regions.map(({ id }) => id))
  const groups = new Map<string, Note[]>()
  for (const note of visibleNotes(board).toSorted(byOrder)) {
    if (note.text.trim() === '' || (query.trim() !== '' && !isFound(query, [note.text]))) continue
    const key =
      note.theme !== null && themeIds.has(note.theme)
        ? note.theme
        : note.region !== null && regionIds.has(note.region)
          ? note.region
          : ''
    groups.set(key, [...(groups.get(key) ?? []), note])
  }
  return [...themes, ...regions, { id: '', title: '' }].flatMap(({ id, title }) => {
    const notes = groups.get(id)
    return notes === undefined ? [] : [{ key: id, title, notes }]
  })
}
