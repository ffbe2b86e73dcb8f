/** Boards for the bench page: a template with some hundreds of notes, the same ones every time. */
import * as Y from 'yjs'
import type { BoardSeed, NewFigure, NewNote, NoteColor, Writer } from '@moot/board'
import {
  addBackdrop,
  addFigures,
  addNotes,
  addTheme,
  BoardReading,
  DRAW_COLORS,
  DRAW_SIZES,
  NOTE_COLORS,
  NOTE_GAP,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  seedBoard,
} from '@moot/board'
import { boardSeed } from '@moot/templates'

/** Numbers that look random and are the same in every run. */
export function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const WORDS = [
  'Targets that make people game the numbers',
  'Tenders only big organisations can win',
  'Street-level support networks',
  'An alliance contract with no targets',
  'Leadership at every level of a place',
  'People prepared to help',
  'Trust before paperwork',
  'Meet on Tuesdays',
  'Youth panel that holds a budget of its own and reports to nobody but the young people of the town',
  'https://example.org/report shows it',
  'Less reporting, more listening to what carers and neighbours have told us for years, in their own words and without a form to fill in first; and then doing what they ask',
  'Shared minibus',
  'Who is not in the room?',
]

/** One person's hand on a document. */
export function writerOn(doc: Y.Doc, person: string): Writer {
  let made = 0
  return {
    board: new BoardReading(doc),
    person,
    now: () => 1_700_000_000_000 + made,
    newId: () => {
      made += 1
      return `${person}${made}`
    },
    origin: { person },
  }
}

/** Twelve sections, each large enough for its share of `count` notes side by side: what a very full board looks like. */
function wideSeed(count: number): BoardSeed {
  const across = Math.ceil(Math.sqrt(count / 12))
  const w = across * (NOTE_WIDTH + NOTE_GAP) + 40
  const h = Math.ceil(count / 12 / across) * (NOTE_HEIGHT + NOTE_GAP) + 120
  const regions = Array.from({ length: 12 }, (_, index) => ({
    tag: `s${index}`,
    title: `Section ${index + 1}`,
    prompt: 'What is worth keeping?',
    x: (index % 4) * (w + 60),
    y: Math.floor(index / 4) * (h + 60),
    w,
    h,
  }))
  return { template: 'wide', regions, furniture: [] }
}

function seedOf(template: string, count: number): BoardSeed {
  if (template === 'wide') return wideSeed(count)
  const made = boardSeed(template)
  if (!made.ok) throw new Error(made.message)
  return made.seed
}

/** What is drawn on a board beside its notes. */
export interface Drawn {
  readonly strokes: number
  readonly pictures: number
  /** One of every kind, at the top left: for looking at. */
  readonly everything: boolean
}

/** A stroke as a hand draws it: some loops of a pen, sixty points. */
function scribble(random: () => number, x: number, y: number): number[] {
  const points: number[] = []
  const [turns, size] = [1 + random() * 3, 40 + random() * 120]
  for (let step = 0; step < 60; step += 1) {
    const turn = (step / 60) * turns * 2 * Math.PI
    points.push(x + step * 4 + Math.cos(turn) * size, y + Math.sin(turn) * size * 0.6)
  }
  return points
}

function draw(writer: Writer, random: () => number, { strokes, pictures, everything }: Drawn): void {
  const spots = [...writer.board.notes.values()]
  const spot = (): { x: number; y: number } => {
    const near = spots[Math.floor(random() * spots.length)]
    return near ?? { x: Math.floor(random() * 4_000), y: Math.floor(random() * 3_000) }
  }
  const ink = Array.from({ length: strokes }, (_, index): NewFigure => {
    const { x, y } = spot()
    return {
      kind: 'ink',
      pen: index % 5 === 0 ? 'highlighter' : 'pen',
      color: DRAW_COLORS[index % DRAW_COLORS.length] ?? 'ink',
      size: DRAW_SIZES[index % DRAW_SIZES.length] ?? 'm',
      points: scribble(random, x, y),
    }
  })
  const images = Array.from({ length: pictures }, (_, index): NewFigure => {
    const { x, y } = spot()
    const box = { x: x + 30, y: y + 30, w: 360, h: 240 }
    return { kind: 'picture', upload: `picture${index}`, box, text: `Picture ${index + 1}` }
  })
  addFigures(writer, [...ink, ...images])
  if (everything) drawEverything(writer, random)
}

/** One of everything, side by side, with arrows between. */
function drawEverything(writer: Writer, random: () => number): void {
  addBackdrop(writer, { upload: 'worksheet', box: { x: -80, y: -80, w: 1700, h: 1000 }, text: 'Worksheet' })
  const [first = '', second = ''] = addNotes(writer, [
    { text: 'Where we are', at: { x: 0, y: 0 }, color: 'sky' },
    { text: 'Where we want to be in five years', at: { x: 520, y: 60 }, color: 'peach' },
  ])
  const [box = '', , picture = ''] = addFigures(writer, [
    {
      kind: 'shape',
      form: 'rectangle',
      box: { x: 0, y: 260, w: 260, h: 160 },
      color: 'green',
      text: 'What has to be true for this to work',
    },
    {
      kind: 'shape',
      form: 'ellipse',
      box: { x: 320, y: 260, w: 260, h: 160 },
      color: 'purple',
      fill: true,
      text: 'Trust',
    },
    { kind: 'picture', upload: 'photo', box: { x: 860, y: 40, w: 360, h: 240 }, text: 'The square at noon' },
    { kind: 'picture', upload: 'missing1', box: { x: 1260, y: 40, w: 260, h: 180 }, text: '' },
    {
      kind: 'text',
      at: { x: 640, y: 300 },
      size: 's',
      color: 'ink',
      text: 'Small words on the board itself',
    },
    {
      kind: 'text',
      at: { x: 640, y: 360 },
      size: 'm',
      color: 'blue',
      text: 'Middling words that go on to a second line',
    },
    { kind: 'text', at: { x: 640, y: 470 }, size: 'l', color: 'red', text: 'Large words' },
    { kind: 'ink', pen: 'pen', size: 's', color: 'ink', points: scribble(random, 60, 560) },
    { kind: 'ink', pen: 'pen', size: 'm', color: 'orange', points: scribble(random, 420, 600) },
    { kind: 'ink', pen: 'pen', size: 'l', color: 'blue', points: scribble(random, 60, 760) },
    { kind: 'ink', pen: 'highlighter', size: 'm', color: 'green', points: [640, 320, 760, 322, 930, 318] },
    { kind: 'ink', pen: 'highlighter', size: 'l', color: 'orange', points: [1000, 700, 1300, 690] },
    { kind: 'shape', form: 'ellipse', box: { x: 1000, y: 480, w: 120, h: 60 }, size: 's', color: 'red' },
    {
      kind: 'shape',
      form: 'rectangle',
      box: { x: 1180, y: 460, w: 300, h: 100 },
      size: 'l',
      color: 'orange',
      fill: true,
    },
  ])
  const on = (root: 'notes' | 'drawings', id: string) => ({ x: 0, y: 0, on: { root, id } })
  addFigures(writer, [
    { kind: 'arrow', start: on('notes', first), end: on('notes', second), text: 'together', color: 'blue' },
    { kind: 'arrow', start: on('notes', first), end: on('drawings', box), size: 's' },
    { kind: 'arrow', start: on('notes', second), end: on('drawings', picture), size: 'l', color: 'red' },
    {
      kind: 'arrow',
      start: { x: 1000, y: 620 },
      end: { x: 1400, y: 800 },
      color: 'purple',
      text: 'and then',
    },
  ])
}

/** A board from a template (or `wide`) with `count` notes in its sections, some of them in a theme. */
export function makeBoard(template: string, count: number, drawn?: Drawn): Y.Doc {
  const doc = new Y.Doc()
  seedBoard(doc, seedOf(template, count), 'seed')
  const random = makeRandom(7)
  const writer = writerOn(doc, 'maker')
  const regions = [...writer.board.regions.values()]
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const colors: readonly NoteColor[] = NOTE_COLORS
  const fresh = Array.from({ length: count }, (_, index): NewNote => {
    const region = template === 'wide' ? regions[index % 12] : pick(regions)
    const words = { color: pick(colors) ?? 'lemon', text: pick(WORDS) ?? '' }
    if (region === undefined)
      return { ...words, at: { x: (index % 40) * 200, y: Math.floor(index / 40) * 160 } }
    if (template !== 'wide') return { ...words, region: region.id }
    const place = Math.floor(index / 12)
    const across = Math.floor((region.w - 20) / (NOTE_WIDTH + NOTE_GAP))
    const at = {
      x: region.x + 20 + (place % across) * (NOTE_WIDTH + NOTE_GAP),
      y: region.y + 90 + Math.floor(place / across) * (NOTE_HEIGHT + NOTE_GAP),
    }
    return { ...words, region: region.id, at }
  })
  addNotes(writer, fresh)
  const [, second] = regions
  if (second !== undefined && count < 300 && count > 0) {
    const near = [...writer.board.notes.values()].filter((note) => note.region === second.id).slice(0, 3)
    addTheme(
      writer,
      'Place-based leadership',
      near.map((note) => note.id),
    )
  }
  if (drawn !== undefined) draw(writer, random, drawn)
  writer.board.dispose()
  return doc
}
