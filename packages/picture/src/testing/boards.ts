/** Boards to be drawn: one of everything, and many of everything. Also for the end-to-end test and the bench. */
import type * as Y from 'yjs'
import type { BoardSeed, NewFigure, Writer } from '@moot/board'
import {
  addBackdrop,
  addFigures,
  addNotes,
  addTheme,
  BoardReading,
  DRAW_COLORS,
  NOTE_COLORS,
  removeNotes,
  seedBoard,
} from '@moot/board'

/** Two sections in a frame, a curve of each dash, words on both sides. */
export const SEED: BoardSeed = {
  template: 'test',
  regions: [
    { tag: 'h1', hue: 'h1', title: 'What works', prompt: 'One idea per note.', x: 20, y: 20, w: 600, h: 560 },
    {
      tag: 'park',
      title: 'Parking, a long name for a section that is too narrow for all of it and therefore ends in dots',
      prompt: 'What is worth keeping for another day? Say who asked, and when it could come back.',
      x: 660,
      y: 20,
      w: 520,
      h: 560,
    },
  ],
  furniture: [
    { kind: 'frame', x: 0, y: 0, w: 1200, h: 600 },
    ...(['solid', 'dashed', 'dotted'] as const).map((dash, index) => ({
      kind: 'curve' as const,
      segments: [[0, 560 - index * 40, 400, 300, 800, 500, 1200, 520 - index * 60] as const],
      dash,
      hue: `h${index + 1}`,
      label: `${index + 1} of the curves`,
      labelAt: [630, 300 + index * 60] as const,
    })),
    { kind: 'label', x: 0, y: 610, text: 'now', align: 'start' },
    { kind: 'label', x: 1200, y: 610, text: 'later', align: 'end' },
  ],
}

/** Somebody on a fresh board; ids are counted, the same each time. */
export function writerOn(doc: Y.Doc, person = 'ama', seed: BoardSeed | null = SEED): Writer {
  if (seed !== null) seedBoard(doc, seed, 'seed')
  let made = 0
  return {
    board: new BoardReading(doc),
    person,
    now: () => 1_700_000_000_000,
    newId: () => `x${(made += 1)}`,
    origin: {},
  }
}

const wave = (x: number, y: number, w: number, h: number): number[] =>
  Array.from({ length: 40 }, (_, step) => [
    x + (w * step) / 39,
    y + h / 2 + (h / 2) * Math.sin(step / 3),
  ]).flat()

/** What `oneOfEverything` put on a board that is out of sight. */
export const OUT_OF_SIGHT = ['deleted words', 'hidden words', 'undone words'] as const

/**
 * Puts one of everything on a board: notes of all colours, a theme, strokes, words, outlines, arrows that stick,
 * pictures, and what is out of sight.
 *
 * @param uploads - a picture's and a backdrop's
 * @param isFacilitator - whether the writer may put a backdrop there
 */
export function oneOfEverything(
  writer: Writer,
  uploads: { readonly picture: string; readonly backdrop: string },
  isFacilitator = true,
): void {
  if (isFacilitator)
    addBackdrop(writer, {
      upload: uploads.backdrop,
      box: { x: 1240, y: 0, w: 300, h: 200 },
      text: 'A worksheet with three columns',
    })
  const [first = ''] = addNotes(
    writer,
    NOTE_COLORS.map((color, index) => ({
      text:
        [
          'Short',
          'People ask for help early, before they are stuck for days',
          'Two\nlines and <b>no</b> & "mark-up"',
          'A verylongwordthatnobodywouldeverwriteexceptinadatabaseoratest',
          'مرحبا بالعالم، كيف حالكم؟',
          'Party 🎉 and 👩‍👩‍👧',
        ][index] ?? '',
      color,
      at: { x: 40 + (index % 3) * 188, y: 100 + Math.floor(index / 3) * 160 },
    })),
  )
  const themed = addNotes(writer, [
    { text: 'Themed one', at: { x: 700, y: 140 } },
    { text: 'word '.repeat(120), at: { x: 890, y: 140 }, color: 'sky' },
  ])
  addTheme(writer, 'What belongs together', themed)
  const gone = addNotes(
    writer,
    OUT_OF_SIGHT.map((text) => ({ text, at: { x: 40, y: 440 } })),
  )
  const hows = ['deleted', 'hidden', 'undone'] as const
  gone.forEach((id, index) => removeNotes(writer, [id], hows[index] ?? 'deleted'))
  const made = addFigures(writer, [
    { kind: 'ink', pen: 'pen', points: wave(60, 640, 240, 60), color: 'blue' },
    { kind: 'ink', pen: 'highlighter', size: 'l', points: wave(60, 760, 240, 20), color: 'orange' },
    {
      kind: 'text',
      at: { x: 340, y: 640 },
      text: 'Words on the board itself, in two lines',
      color: 'purple',
    },
    {
      kind: 'shape',
      form: 'rectangle',
      box: { x: 700, y: 640, w: 200, h: 120 },
      color: 'green',
      fill: true,
      text: 'Filled rectangle',
    },
    {
      kind: 'shape',
      form: 'ellipse',
      box: { x: 940, y: 640, w: 220, h: 140 },
      color: 'red',
      size: 's',
      text: 'An ellipse with words in it',
    },
    {
      kind: 'picture',
      upload: uploads.picture,
      box: { x: 1240, y: 240, w: 300, h: 200 },
      text: 'A red square on blue',
    },
  ])
  const [rectangle, ellipse] = [made[3] ?? '', made[4] ?? '']
  addFigures(writer, [
    {
      kind: 'arrow',
      start: { x: 0, y: 0, on: { root: 'notes', id: first }, at: [0.5, 0.5] },
      end: { x: 0, y: 0, on: { root: 'notes', id: themed[0] ?? '' }, at: [0.5, 0.5] },
    },
    {
      kind: 'arrow',
      start: { x: 0, y: 0, on: { root: 'drawings', id: rectangle }, at: [0.5, 0.9] },
      end: { x: 1100, y: 860 },
      text: 'leads to',
      color: 'red',
      size: 's',
    },
    {
      kind: 'arrow',
      start: { x: 400, y: 800 },
      end: { x: 0, y: 0, on: { root: 'drawings', id: ellipse }, at: [0.5, 0.5] },
      color: 'blue',
      size: 'l',
    },
  ])
}

/** Fills a board: notes in rows, strokes and pictures between them, as a long workshop would. */
export function fillBoard(
  writer: Writer,
  counts: { readonly notes: number; readonly strokes: number; readonly pictures: number },
  uploads: readonly string[] = [],
): void {
  const columns = Math.ceil(Math.sqrt(counts.notes))
  addNotes(
    writer,
    Array.from({ length: counts.notes }, (_, index) => ({
      text: `Note ${index + 1}: people ask each other for help before they are stuck, and say so aloud`.slice(
        0,
        24 + ((index * 7) % 64),
      ),
      color: NOTE_COLORS[index % NOTE_COLORS.length] ?? 'lemon',
      at: { x: (index % columns) * 196, y: 700 + Math.floor(index / columns) * 156 },
    })),
  )
  const figures: NewFigure[] = Array.from({ length: counts.strokes }, (_, index) => ({
    kind: 'ink',
    pen: index % 4 === 0 ? 'highlighter' : 'pen',
    color: DRAW_COLORS[index % DRAW_COLORS.length] ?? 'ink',
    points: wave((index % 25) * 300, 700 + Math.floor(index / 25) * 480, 260, 120),
  }))
  addFigures(writer, [
    ...figures,
    ...Array.from({ length: counts.pictures }, (_, index) => ({
      kind: 'picture' as const,
      upload: uploads[index % Math.max(1, uploads.length)] ?? 'none',
      box: { x: -3_200 + (index % 5) * 640, y: 700 + Math.floor(index / 5) * 440, w: 600, h: 400 },
      text: `Picture ${index + 1}`,
    })),
  ])
}
