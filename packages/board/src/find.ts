/** Finding words on a board: in notes, drawings, theme titles and section titles. */
import type { ReadableBoard } from './BoardReading.ts'
import type { Figure } from './figures.ts'
import type { OutlineSection } from './outline.ts'
import { outline } from './outline.ts'

export const FOUND_KINDS = ['note', 'figure', 'theme', 'section'] as const
/** What was found. `figure` is anything drawn that has words: text, label, picture with a description. */
export type FoundKind = (typeof FOUND_KINDS)[number]

/** Something whose words match. */
export interface Found {
  readonly kind: FoundKind
  readonly id: string
  /** Its words, whole. */
  readonly text: string
  /** Section it is listed in, or `null` for none; of a section itself, its own id. */
  readonly section: string | null
  /** Where to go to see it: itself, or for a theme its first note or its section; `null` where there is no such place. */
  readonly goTo: FoundPlace | null
}

/** Something that a view can go to. */
export interface FoundPlace {
  readonly kind: 'note' | 'figure' | 'section'
  readonly id: string
}

/** Letters that no accent is taken off but that people type without. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
}
const FOREIGN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu')

/** Words as they are compared: without case, accents, kinds of quotation marks and dashes. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(FOREIGN, (letter) => PLAIN[letter] ?? letter)
}

/** What is looked for: every one of these must occur, in any order. Empty where there is nothing to look for. */
function wanted(query: string): string[] {
  return [...new Set(folded(query).split(/\s+/u).filter(Boolean))]
}

/** Folded words of what has been searched: values keep their identity while they do not change. */
const foldedWords = new WeakMap<object, { readonly text: string; readonly folded: string }>()

function foldedOf(entity: object, text: string): string {
  const known = foldedWords.get(entity)
  if (known !== undefined && known.text === text) return known.folded
  const fresh = folded(text)
  foldedWords.set(entity, { text, folded: fresh })
  return fresh
}

/**
 * Everything in sight whose words match, in reading order: a section's title, its themes with their notes, its other
 * notes, its drawings. Case, accents and kinds of quotation marks make no difference; all words must occur somewhere in
 * the same thing, in any order.
 */
export function findItems(board: ReadableBoard, query: string): Found[] {
  const words = wanted(query)
  if (words.length === 0) return []
  const matches = (entity: object, text: string): boolean => {
    const there = foldedOf(entity, text)
    return words.every((word) => there.includes(word))
  }
  return outline(board).flatMap((section) => foundIn(section, matches))
}

function foundIn(
  { region, themes, others, figures }: OutlineSection,
  matches: (entity: object, text: string) => boolean,
): Found[] {
  const section = region?.id ?? null
  const found: Found[] = []
  const look = (
    kind: FoundKind,
    entity: { readonly id: string },
    text: string,
    goTo: FoundPlace | null,
  ): void => {
    if (text !== '' && matches(entity, text)) found.push({ kind, id: entity.id, text, section, goTo })
  }
  const own = section === null ? null : { kind: 'section' as const, id: section }
  if (region !== null) look('section', region, region.title, own)
  for (const { theme, notes } of themes) {
    const [first] = notes
    look('theme', theme, theme.title, first === undefined ? own : { kind: 'note', id: first.id })
    for (const note of notes) look('note', note, note.text, { kind: 'note', id: note.id })
  }
  for (const note of others) look('note', note, note.text, { kind: 'note', id: note.id })
  for (const figure of figures) look('figure', figure, wordsIn(figure), { kind: 'figure', id: figure.id })
  return found
}

function wordsIn(figure: Figure): string {
  return figure.kind === 'ink' ? '' : figure.text
}

/** A piece of a text round what was found in it. */
export interface Snippet {
  /** On one line, with … where something was left out. */
  readonly text: string
  /** The words looked for in it: from, to (UTF-16 units), in order and apart. */
  readonly marks: readonly (readonly [number, number])[]
}

/** Longest snippet, in UTF-16 units. */
const SNIPPET_MAX = 140
/** What of it comes before the first word found. */
const SNIPPET_BEFORE = 40

/** The piece of a text that shows best why it was found. */
export function snippetOf(text: string, query: string): Snippet {
  const line = text.replace(/\s+/gu, ' ').trim()
  const places = placesIn(line, wanted(query))
  const first = places[0]?.[0] ?? 0
  const isWhole = line.length <= SNIPPET_MAX
  const from = isWhole
    ? 0
    : startOfWord(line, Math.max(0, Math.min(first - SNIPPET_BEFORE, line.length - SNIPPET_MAX)))
  const to = isWhole ? line.length : endOfLetter(line, Math.min(line.length, from + SNIPPET_MAX))
  const before = from > 0 ? '… ' : ''
  const shift = before.length - from
  const marks = places.flatMap(([start, end]): [number, number][] =>
    start < from || end > to ? [] : [[start + shift, end + shift]],
  )
  return { text: `${before}${line.slice(from, to)}${to < line.length ? '…' : ''}`, marks }
}

function startOfWord(line: string, at: number): number {
  if (at === 0) return 0
  const space = line.indexOf(' ', at)
  return space === -1 || space > at + SNIPPET_BEFORE / 2 ? endOfLetter(line, at) : space + 1
}

/** The same place, or one before it where that would tear a letter in two. */
function endOfLetter(line: string, at: number): number {
  const unit = line.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}

/** Where words occur in a line, as places in the line itself, joined where they touch. */
function placesIn(line: string, words: readonly string[]): [number, number][] {
  let plain = ''
  /** For every unit of the folded line, where its letter begins and ends in the line. */
  const begins: number[] = []
  const ends: number[] = []
  let at = 0
  for (const letter of line) {
    const piece = folded(letter)
    if (piece === '' && ends.length > 0) ends[ends.length - 1] = at + letter.length
    for (let unit = 0; unit < piece.length; unit += 1) {
      begins.push(at)
      ends.push(at + letter.length)
    }
    plain += piece
    at += letter.length
  }
  const places: [number, number][] = []
  for (const word of words) {
    for (let index = plain.indexOf(word); index !== -1; index = plain.indexOf(word, index + word.length))
      places.push([begins[index] ?? 0, ends[index + word.length - 1] ?? 0])
  }
  places.sort(([a], [b]) => a - b)
  const joined: [number, number][] = []
  for (const [start, end] of places) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}
