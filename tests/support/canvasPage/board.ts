/** Boards for the bench page: a template with some hundreds of notes, the same ones every time. */
import * as Y from 'yjs'
import type { BoardSeed, NewNote, NoteColor, Writer } from '@moot/board'
import {
  addNotes,
  addTheme,
  BoardReading,
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

/** A board from a template (or `wide`) with `count` notes in its sections, some of them in a theme. */
export function makeBoard(template: string, count: number): Y.Doc {
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
  writer.board.dispose()
  return doc
}
