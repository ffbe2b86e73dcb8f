/** People with a replica each, and the random things they do: what the laws of boards are tested with. */
import fc from 'fast-check'
import * as Y from 'yjs'
import { BoardReading } from '../BoardReading.ts'
import type { Writer } from '../writer.ts'
import {
  addNotes,
  addTheme,
  bringToFront,
  clearBoard,
  fileInRegion,
  fileInTheme,
  moveNotes,
  recolour,
  relabelRegion,
  removeNotes,
  removeTheme,
  reorderNote,
  reorderTheme,
  restoreNotes,
} from '../operations.ts'
import { duplicateNotes } from '../copies.ts'
import { FIGURE_DEEDS, performFigure } from './figureDeeds.ts'
import { wordsOf } from '../read.ts'
import { NOTE_COLORS } from '../schema.ts'
import type { BoardSeed } from '../seed.ts'
import type { Undo } from '../undo.ts'
import { makeUndo } from '../undo.ts'
import { applyEdit, editBetween } from '../words.ts'

/** Two sections and a frame. */
export const SEED: BoardSeed = {
  template: 'test',
  regions: [
    { tag: 'keep', title: 'Keep', prompt: 'What stays?', x: 0, y: 0, w: 600, h: 900 },
    { tag: 'park', title: 'Parking', prompt: '', x: 624, y: 0, w: 600, h: 900 },
  ],
  furniture: [{ kind: 'frame', x: 0, y: 0, w: 1224, h: 900 }],
}

/** Somebody with a replica of the board. */
export interface Replica {
  readonly name: string
  readonly isFacilitator: boolean
  readonly doc: Y.Doc
  readonly board: BoardReading
  readonly writer: Writer
  readonly undo: Undo
}

/** @param client - Yjs client id: a repeated run must break ties alike */
export function makeReplica(name: string, client: number, isFacilitator = false): Replica {
  const doc = new Y.Doc()
  doc.clientID = client
  const board = new BoardReading(doc)
  let made = 0
  let time = 1_700_000_000_000
  const writer: Writer = {
    board,
    person: name,
    now: () => (time += 1),
    newId: () => `${name}${client}x${(made += 1)}`,
    origin: { name },
  }
  return { name, isFacilitator, doc, board, writer, undo: makeUndo(writer) }
}

/** What people do, as data; numbers choose among what is there. */
export interface Deed {
  readonly kind: (typeof DEEDS)[number]
  readonly a: number
  readonly b: number
  readonly words: string
}
const NOTE_DEEDS = [
  'add',
  'add',
  'addMany',
  'addAt',
  'write',
  'write',
  'write',
  'move',
  'move',
  'recolour',
  'remove',
  'hide',
  'restore',
  'clear',
  'duplicate',
  'front',
  'fileInRegion',
  'fileInTheme',
  'outOfTheme',
  'theme',
  'retitle',
  'removeTheme',
  'reorder',
  'reorderTheme',
  'relabel',
  'undo',
  'undo',
  'redo',
  'checkpoint',
] as const
const DEEDS = [...NOTE_DEEDS, ...FIGURE_DEEDS] as const

export const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.oneof(fc.constantFrom(...NOTE_DEEDS), fc.constantFrom(...FIGURE_DEEDS)),
  a: fc.nat(40),
  b: fc.nat(40),
  words: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.constantFrom('🙂🙃', 'aaa', 'é', '\ud800', ''),
  ),
})

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list.length === 0 ? undefined : list[at % list.length]
}

/** Does one deed; those that make no sense just now do nothing. Only what this person's screen would allow. */
export function perform(replica: Replica, deed: Deed): void {
  const { kind, a, b, words } = deed
  const { writer, board, undo } = replica
  const notes = [...board.notes.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const inSight = notes.filter((note) => note.gone === null)
  const themes = [...board.themes.values()].filter((theme) => theme.gone === null)
  const note = pick(inSight, a)
  const theme = pick(themes, b)
  const region = pick([null, ...board.regions.keys()], b) ?? null
  switch (kind) {
    case 'add':
      addNotes(writer, [{ text: words, region }])
      return
    case 'addMany':
      addNotes(writer, [
        { text: words, region },
        { text: 'two', theme: theme?.id ?? null },
        { text: 'three', source: 'pasted' },
      ])
      return
    case 'addAt':
      addNotes(writer, [{ text: words, at: { x: a * 30, y: b * 30 } }])
      return
    case 'write': {
      const text = note && wordsOf(board.doc, 'notes', note.id)
      if (!text) return
      const before = text.toString()
      const at = before.length === 0 ? 0 : b % (before.length + 1)
      const edit = editBetween(
        before,
        before.slice(0, at) + words + before.slice(at + (a % 3)),
        at + words.length,
      )
      if (edit) applyEdit(text, edit, writer.origin)
      return
    }
    case 'move':
      if (note)
        moveNotes(
          writer,
          [{ id: note.id, to: { x: a * 31 - 100, y: b * 31 - 100 } }],
          b % 5 === 0 ? (theme?.id ?? null) : undefined,
        )
      return
    case 'recolour':
      if (note) recolour(writer, [note.id], NOTE_COLORS[b % 6] ?? 'lemon')
      return
    case 'remove':
      if (note) removeNotes(writer, [note.id])
      return
    case 'hide':
      if (note && replica.isFacilitator) removeNotes(writer, [note.id], 'hidden')
      return
    case 'restore': {
      const gone = pick(
        notes.filter((each) => each.gone !== null && (replica.isFacilitator || each.gone.how !== 'hidden')),
        a,
      )
      if (gone) restoreNotes(writer, [gone.id])
      return
    }
    case 'clear':
      if (b % 4 === 0) clearBoard(writer)
      return
    case 'duplicate':
      duplicateNotes(
        writer,
        inSight.slice(0, a % 3).map((each) => each.id),
      )
      return
    case 'front':
      if (note) bringToFront(writer, [note.id])
      return
    case 'fileInRegion':
      fileInRegion(
        writer,
        inSight.slice(a % 4, (a % 4) + 2).map((each) => each.id),
        region,
      )
      return
    case 'fileInTheme':
      if (theme) {
        fileInTheme(
          writer,
          inSight.slice(a % 4, (a % 4) + 2).map((each) => each.id),
          theme.id,
        )
      }
      return
    case 'outOfTheme':
      if (note) fileInTheme(writer, [note.id], null)
      return
    case 'theme':
      addTheme(
        writer,
        words,
        inSight.slice(a % 4, (a % 4) + 3).map((each) => each.id),
      )
      return
    case 'retitle': {
      const title = theme && wordsOf(board.doc, 'themes', theme.id)
      if (title)
        applyEdit(title, { index: 0, remove: Math.min(title.length, a % 2), insert: words }, writer.origin)
      return
    }
    case 'removeTheme':
      if (theme) removeTheme(writer, theme.id)
      return
    case 'reorder':
      if (note) reorderNote(writer, note.id, b % 2 === 0 ? 1 : -1)
      return
    case 'reorderTheme':
      if (theme) reorderTheme(writer, theme.id, b % 2 === 0 ? 1 : -1)
      return
    case 'relabel':
      if (replica.isFacilitator) relabelRegion(writer, 'r1', { title: `Title ${words}`, prompt: words })
      return
    case 'undo':
      undo.undo()
      return
    case 'redo':
      undo.redo()
      return
    case 'checkpoint':
      undo.checkpoint()
      return
    default:
      performFigure(writer, replica.isFacilitator, kind, deed)
  }
}

/** Everything that a board reads as, to compare replicas by. */
export function allOf(board: BoardReading): unknown {
  const sorted = (map: ReadonlyMap<string, unknown>): unknown =>
    [...map].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    notes: sorted(board.notes),
    regions: sorted(board.regions),
    themes: sorted(board.themes),
    drawings: sorted(board.drawings),
  }
}

/** Nothing waits for a missing part. */
export function isSettled(doc: Y.Doc): boolean {
  return doc.store.pendingStructs === null && doc.store.pendingDs === null
}
