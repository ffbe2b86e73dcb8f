/**
 * What people do to a board, each one Yjs transaction under the writer's own origin, so that it is one step of their
 * undo and one frame on the wire. Operations on ids that are not there any more do nothing.
 */
import * as Y from 'yjs'
import { visibleFigures } from './figureGeometry.ts'
import type { Origin } from './figures.ts'
import type { GoneHow, Groups, Note, NoteColor, NoteSource } from './schema.ts'
import { entities, NOTE_TEXT_MAX, PROMPT_MAX, TITLE_MAX } from './schema.ts'
import type { BoardReading } from './BoardReading.ts'
import type { Point } from './layout.ts'
import { centreOf, freePlaces, regionAfterMove, regionAt } from './layout.ts'
import { byStack, ordersAfterStep, ordersBetween } from './order.ts'
import { outline } from './outline.ts'
import { restoreItems } from './items.ts'
import { createThemes } from './newThemes.ts'
import { cut } from './words.ts'
import type { Writer } from './writer.ts'
import { CREATION, goneNow, groupsOf, inParts, inSight, topStack, write } from './writer.ts'

/** What a new note is made from; all but the words may be left out. */
export interface NewNote {
  readonly text: string
  readonly color?: NoteColor
  readonly region?: string | null
  readonly theme?: string | null
  /** Top left in canvas px; without it the note takes a free place in its section. */
  readonly at?: Point
  /** Stacking order; left out, above everything there is. */
  readonly z?: string
  readonly source?: NoteSource
  /** Whose note it is, where the writer enters it for somebody whom they assist. */
  readonly by?: string
  /** Where it was copied from. */
  readonly from?: Origin | null
}

function lastNoteOrder(board: BoardReading): string | null {
  let last: string | null = null
  for (const note of board.notes.values()) if (last === null || note.order > last) last = note.order
  return last
}

/** Makes notes, out of sight as yet, under `CREATION`; `inSight` is the writer's step that follows. Returns their ids. */
export function createNotes(writer: Writer, fresh: readonly NewNote[]): string[] {
  const { board } = writer
  const ids = fresh.map(() => writer.newId())
  const stacks = ordersBetween(topStack(board), null, fresh.length)
  const orders = ordersBetween(lastNoteOrder(board), null, fresh.length)
  const places = placesFor(board, fresh)
  inParts(
    fresh,
    ({ text }) => text.length,
    (from, to) =>
      board.doc.transact(() => {
        for (let index = from; index < to; index += 1) {
          const each = fresh[index]
          const id = ids[index]
          if (each === undefined || id === undefined) continue
          const place = places[index] ?? { x: 0, y: 0 }
          const theme = each.theme ?? null
          const under = each.at === undefined ? null : (regionAt(board, centreOf(place))?.id ?? null)
          const region = each.region !== undefined ? each.region : (homeOf(board, each) ?? under)
          const groups: Groups = new Y.Map<unknown>()
          groups.set('base', {
            kind: 'note',
            by: each.by ?? writer.person,
            ...(each.by !== undefined && each.by !== writer.person && { via: writer.person }),
            created: writer.now(),
            source: each.source ?? 'typed',
            ...(each.from != null && { from: each.from }),
          })
          groups.set('pos', [Math.round(place.x), Math.round(place.y), each.z ?? stacks[index]])
          groups.set('text', new Y.Text(cut(each.text, NOTE_TEXT_MAX)))
          groups.set('style', { color: each.color ?? 'lemon' })
          groups.set('member', { region, theme, order: orders[index] })
          groups.set('gone', goneNow(writer, 'undone'))
          entities(board.doc, 'notes').set(id, groups)
        }
      }, CREATION),
  )
  return ids
}

/**
 * Adds notes and returns their ids. They are written out of sight first, under `CREATION` and a few hundred at a time,
 * and brought in sight by the writer's own tracked step: undoing that step puts them out of sight again and keeps words
 * that others added meanwhile (design §5).
 */
export function addNotes(writer: Writer, fresh: readonly NewNote[]): string[] {
  const ids = createNotes(writer, fresh)
  inSight(writer, { notes: ids, figures: [] })
  return ids
}

function placesFor(board: BoardReading, fresh: readonly NewNote[]): Point[] {
  const wanted = new Map<string | null, number>()
  for (const each of fresh) {
    if (each.at !== undefined) continue
    const region = homeOf(board, each)
    wanted.set(region, (wanted.get(region) ?? 0) + 1)
  }
  const free = new Map([...wanted].map(([region, count]) => [region, freePlaces(board, region, count)]))
  return fresh.map((each) => each.at ?? free.get(homeOf(board, each))?.shift() ?? { x: 0, y: 0 })
}

function homeOf(board: BoardReading, each: NewNote): string | null {
  return each.region ?? (each.theme == null ? null : (board.themes.get(each.theme)?.region ?? null))
}

/**
 * Puts notes where a hand left them: whole px, and the section that each one's centre came to. A note dropped
 * outside its section leaves a theme that stands in it.
 *
 * @param moves - where each note's top left comes to; with `z` it is restacked in the same step
 * @param theme - the theme they were dropped on; `null` for none; left out, each keeps its theme unless it left the section
 */
export function moveNotes(
  writer: Writer,
  moves: readonly { readonly id: string; readonly to: Point; readonly z?: string }[],
  theme?: string | null,
): void {
  const { board } = writer
  write(writer, () => {
    for (const { id, to, z } of moves) {
      const note = board.notes.get(id)
      const groups = groupsOf(writer, 'notes', id)
      if (note === undefined || groups === undefined) continue
      const x = Math.round(to.x)
      const y = Math.round(to.y)
      const stack = z ?? note.z
      if (x !== note.x || y !== note.y || stack !== note.z) groups.set('pos', [x, y, stack])
      const region = regionAfterMove(board, note, { x, y })
      const kept = note.theme !== null && region !== note.region ? null : note.theme
      fileUnder(groups, note, region, theme === undefined ? kept : theme, note.order)
    }
  })
}

function fileUnder(
  groups: Groups,
  note: Note,
  region: string | null,
  theme: string | null,
  order: string,
): void {
  if (note.region === region && note.theme === theme && note.order === order) return
  groups.set('member', { region, theme, order })
}

/** Files notes under a section by menu and gives them a free place in it; they leave a theme that stands elsewhere. */
export function fileInRegion(writer: Writer, ids: readonly string[], region: string | null): void {
  const { board } = writer
  const themeOf = (note: Note): string | null =>
    note.theme !== null && board.themes.get(note.theme)?.region === region ? note.theme : null
  const moving = notesOf(board, ids).filter((note) => note.region !== region || note.theme !== themeOf(note))
  const places = freePlaces(board, region, moving.length, undefined, idsOf(moving))
  const orders = ordersBetween(lastNoteOrder(board), null, moving.length)
  write(writer, () => {
    moving.forEach((note, index) => {
      const groups = groupsOf(writer, 'notes', note.id)
      const place = places[index]
      if (groups === undefined || place === undefined) return
      groups.set('pos', [place.x, place.y, note.z])
      fileUnder(groups, note, region, themeOf(note), orders[index] ?? note.order)
    })
  })
}

/** Puts notes into a theme, or out of theirs with `null`. In a theme they take its section, and a free place there. */
export function fileInTheme(writer: Writer, ids: readonly string[], theme: string | null): void {
  const { board } = writer
  const target = theme === null ? undefined : board.themes.get(theme)
  if (theme !== null && (target === undefined || target.gone !== null)) return
  const moving = notesOf(board, ids).filter((note) => note.theme !== theme)
  const orders = ordersBetween(lastNoteOrder(board), null, moving.length)
  write(writer, () => {
    if (target !== undefined) moveInto(writer, moving, target.region)
    moving.forEach((note, index) => {
      const groups = groupsOf(writer, 'notes', note.id)
      const region = target === undefined ? note.region : target.region
      if (groups !== undefined) fileUnder(groups, note, region, theme, orders[index] ?? note.order)
    })
  })
}

/** Gives those of `notes` that are in another section a free place in this one. */
function moveInto(writer: Writer, notes: readonly Note[], region: string | null): void {
  const coming = notes.filter((note) => note.region !== region)
  const places = freePlaces(writer.board, region, coming.length, undefined, idsOf(coming))
  coming.forEach((note, index) => {
    const place = places[index]
    if (place !== undefined) groupsOf(writer, 'notes', note.id)?.set('pos', [place.x, place.y, note.z])
  })
}

function notesOf(board: BoardReading, ids: readonly string[]): Note[] {
  return [...new Set(ids)].flatMap((id) => board.notes.get(id) ?? [])
}

function idsOf(notes: readonly Note[]): ReadonlySet<string> {
  return new Set(notes.map((note) => note.id))
}

/** Moves a note one place up (-1) or down (1) among the notes it is listed with. */
export function reorderNote(writer: Writer, id: string, by: -1 | 1): void {
  const { board } = writer
  const lists = outline(board).flatMap((section) => [
    ...section.themes.map((theme) => theme.notes),
    section.others,
  ])
  const beside = lists.find((notes) => notes.some((note) => note.id === id)) ?? []
  const orders = ordersAfterStep(beside, id, by)
  write(writer, () => {
    for (const [other, order] of orders) {
      const note = board.notes.get(other)
      const groups = groupsOf(writer, 'notes', other)
      if (note !== undefined && groups !== undefined) fileUnder(groups, note, note.region, note.theme, order)
    }
  })
}

/** Gives notes one of the six colours. */
export function recolour(writer: Writer, ids: readonly string[], color: NoteColor): void {
  write(writer, () => {
    for (const id of ids) {
      if (writer.board.notes.get(id)?.color !== color) groupsOf(writer, 'notes', id)?.set('style', { color })
    }
  })
}

/** Lifts notes above all others on the canvas, keeping their order among themselves. */
export function bringToFront(writer: Writer, ids: readonly string[]): void {
  const { board } = writer
  const moving = notesOf(board, ids).toSorted(byStack)
  const stacks = ordersBetween(topStack(board), null, moving.length)
  write(writer, () => {
    moving.forEach((note, index) =>
      groupsOf(writer, 'notes', note.id)?.set('pos', [note.x, note.y, stacks[index]]),
    )
  })
}

/** Takes notes out of sight; the words stay, and `restoreNotes` or undo brings them back. */
export function removeNotes(writer: Writer, ids: readonly string[], how: GoneHow = 'deleted'): void {
  write(writer, () => {
    for (const id of ids) {
      const note = writer.board.notes.get(id)
      if (note !== undefined && note.gone === null)
        groupsOf(writer, 'notes', id)?.set('gone', goneNow(writer, how))
    }
  })
}

/** Brings notes back into sight; see `restoreItems`. */
export function restoreNotes(writer: Writer, ids: readonly string[]): void {
  restoreItems(writer, { notes: ids, figures: [] })
}

/**
 * Puts every note and every drawing in sight into the Bin. Themes stay, empty, so that restoring a note finds its theme
 * again; so does what belongs to the board itself, a backdrop included.
 */
export function clearBoard(writer: Writer): void {
  const { notes, drawings } = writer.board
  const gone = goneNow(writer, 'cleared')
  write(writer, () => {
    for (const note of notes.values())
      if (note.gone === null) groupsOf(writer, 'notes', note.id)?.set('gone', gone)
    for (const figure of visibleFigures(drawings)) groupsOf(writer, 'drawings', figure.id)?.set('gone', gone)
  })
}

/** Makes a theme from notes and returns its id; the theme stands in the section that most of them are in. */
export function addTheme(
  writer: Writer,
  title: string,
  noteIds: readonly string[],
  region?: string | null,
): string {
  const { board } = writer
  const place = region !== undefined ? region : commonRegion(board, noteIds)
  const members = notesOf(board, noteIds)
  const [id = ''] = createThemes(writer, [{ title, region: place }])
  write(writer, () => {
    groupsOf(writer, 'themes', id)?.delete('gone')
    moveInto(writer, members, place)
    for (const note of members) {
      const groups = groupsOf(writer, 'notes', note.id)
      if (groups !== undefined) fileUnder(groups, note, place, id, note.order)
    }
  })
  return id
}

function commonRegion(board: BoardReading, noteIds: readonly string[]): string | null {
  const counts = new Map<string | null, number>()
  for (const id of noteIds) {
    const note = board.notes.get(id)
    if (note) counts.set(note.region, (counts.get(note.region) ?? 0) + 1)
  }
  let best: string | null = null
  let most = 0
  for (const [region, count] of counts) if (count > most) [best, most] = [region, count]
  return best
}

/** Takes a theme away; its notes stay, unthemed, and are in it again when it is restored. */
export function removeTheme(writer: Writer, id: string): void {
  write(writer, () => {
    const theme = writer.board.themes.get(id)
    if (theme !== undefined && theme.gone === null)
      groupsOf(writer, 'themes', id)?.set('gone', goneNow(writer, 'deleted'))
  })
}

/** Moves a theme one place up (-1) or down (1) among the themes of its section. */
export function reorderTheme(writer: Writer, id: string, by: -1 | 1): void {
  const { board } = writer
  const lists = outline(board).map((section) => section.themes.map(({ theme }) => theme))
  const beside = lists.find((themes) => themes.some((theme) => theme.id === id)) ?? []
  const orders = ordersAfterStep(beside, id, by)
  write(writer, () => {
    for (const [other, order] of orders) {
      const theme = board.themes.get(other)
      if (theme !== undefined)
        groupsOf(writer, 'themes', other)?.set('place', { region: theme.region, order })
    }
  })
}

/** Renames a section (facilitators; the server refuses others). */
export function relabelRegion(
  writer: Writer,
  id: string,
  label: { readonly title: string; readonly prompt: string },
): void {
  const groups = groupsOf(writer, 'regions', id)
  if (groups === undefined) return
  write(writer, () =>
    groups.set('label', { title: cut(label.title, TITLE_MAX), prompt: cut(label.prompt, PROMPT_MAX) }),
  )
}
