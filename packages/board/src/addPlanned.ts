/** Many notes at once from elsewhere, under themes by their titles: what an import of a table does to a board. */
import { placesForGroups, placesInTheme } from './arrange.ts'
import type { ReadableBoard } from './BoardReading.ts'
import type { Box, Point } from './layout.ts'
import { themeBox } from './layout.ts'
import type { NewNote } from './operations.ts'
import { createThemes } from './newThemes.ts'
import { createNotes } from './operations.ts'
import { outline } from './outline.ts'
import type { Note, NoteColor, NoteSource } from './schema.ts'
import { NOTE_HEIGHT, NOTE_WIDTH } from './schema.ts'
import type { Group } from './shelves.ts'
import type { Writer } from './writer.ts'
import { groupsOf, write } from './writer.ts'

/** A note to be made, with its theme by title; '' is none. */
export interface PlannedNote {
  readonly text: string
  readonly theme: string
  /** Id of its section, or `null` for none. */
  readonly region: string | null
  readonly color?: NoteColor
}

/** What came of it. */
export interface Planned {
  /** Ids of the new notes, in the order given. */
  readonly notes: readonly string[]
  /** Themes that were not there before. */
  readonly newThemes: number
}

/** Titles that mean the same theme: spaces at the ends and how an accent is written make no difference. */
export function sameTitle(title: string): string {
  return title.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** A theme that notes go to: one that is there, or one to be made. */
interface Target {
  readonly title: string
  readonly region: string | null
  /** Id of the theme that is there. */
  readonly id: string | undefined
  readonly members: readonly Note[]
  /** Places of its new notes in what was given. */
  readonly indices: number[]
}

/**
 * Adds notes in the order given. A theme of the same title in the same section is used again; others are made in the
 * order in which they first appear. All get free places: new themes as blocks, the rest in rows. One step of undo, also
 * for thousands: everything is made out of sight first, as `addNotes` does.
 */
export function addPlanned(writer: Writer, planned: readonly PlannedNote[], source: NoteSource): Planned {
  const targets = targetsOf(writer.board, planned)
  const places = placesOf(writer.board, planned, targets)
  const fresh = targets.filter(({ id }) => id === undefined)
  const made = createThemes(writer, fresh)
  const themeOf = new Map<number, string>()
  for (const target of targets) {
    const id = target.id ?? made[fresh.indexOf(target)]
    if (id !== undefined) for (const index of target.indices) themeOf.set(index, id)
  }
  const notes = createNotes(
    writer,
    planned.map(({ text, region, color }, index): NewNote => ({
      text,
      region,
      theme: themeOf.get(index) ?? null,
      at: places.get(String(index)) ?? { x: 0, y: 0 },
      source,
      ...(color !== undefined && { color }),
    })),
  )
  write(writer, () => {
    for (const id of made) groupsOf(writer, 'themes', id)?.delete('gone')
    for (const id of notes) groupsOf(writer, 'notes', id)?.delete('gone')
  })
  return { notes, newThemes: made.length }
}

function targetsOf(board: ReadableBoard, planned: readonly PlannedNote[]): Target[] {
  const key = (region: string | null, title: string): string => JSON.stringify([region, sameTitle(title)])
  const there = new Map<string, { readonly id: string; readonly notes: readonly Note[] }>()
  for (const { themes, region } of outline(board))
    for (const { theme, notes } of themes) {
      const name = key(region?.id ?? null, theme.title)
      if (!there.has(name)) there.set(name, { id: theme.id, notes })
    }
  const targets = new Map<string, Target>()
  planned.forEach(({ theme, region }, index) => {
    if (sameTitle(theme) === '') return
    const name = key(region, theme)
    const found = there.get(name)
    const target = targets.get(name) ?? {
      title: theme,
      region,
      id: found?.id,
      members: found?.notes ?? [],
      indices: [],
    }
    target.indices.push(index)
    targets.set(name, target)
  })
  return [...targets.values()]
}

/** Places by index, section after section. */
function placesOf(
  board: ReadableBoard,
  planned: readonly PlannedNote[],
  targets: readonly Target[],
): Map<string, Point> {
  const places = new Map<string, Point>()
  const taken: Box[] = []
  const take = (found: ReadonlyMap<string, Point>): void => {
    for (const [index, { x, y }] of found) {
      places.set(index, { x, y })
      taken.push({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })
    }
  }
  for (const { members, indices } of targets)
    if (members.length > 0) take(placesInTheme(board, members, indices.map(String), taken))
  for (const region of new Set(planned.map((each) => each.region))) {
    const blocks = targets
      .filter((target) => target.region === region && target.members.length === 0)
      .map(({ indices }): Group => ({ isTheme: true, ids: indices.map(String) }))
    const loose = planned.flatMap((each, index) =>
      each.region === region && sameTitle(each.theme) === '' ? [String(index)] : [],
    )
    take(placesForGroups(board, region, [...blocks, { isTheme: false, ids: loose }], taken))
    taken.push(...blocks.flatMap(({ ids }) => themeBox(ids.flatMap((id) => places.get(id) ?? [])) ?? []))
  }
  return places
}
