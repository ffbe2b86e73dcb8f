/**
 * How large a note's words may be. Letters are counted, never measured: two thousand notes are fitted in a few
 * milliseconds, and nothing is laid out for it.
 */
import { NOTE_HEIGHT, NOTE_WIDTH } from '@moot/board'

/** Type sizes of words on a note, in px, largest first. */
export const WORD_SIZES = [20, 18, 16, 14, 12] as const
export type WordSize = (typeof WORD_SIZES)[number]

/** Height of a line in parts of the type size; canvas.css uses the same. */
export const LINE_HEIGHT = 1.25
/** Space inside a note's edge, in px, as in canvas.css. */
export const NOTE_PAD_X = 12
export const NOTE_PAD_Y = 10
/** More letters than the smallest size could show, so that megabytes never reach the page. */
export const WORDS_SHOWN_MAX = 600

/** A size, and whether even it cannot show all. */
export interface Fit {
  readonly size: WordSize
  readonly clipped: boolean
  /** The words take all the room there is: a line more, if letters were counted wrongly, would show outside. */
  readonly tight: boolean
}

const WIDTH = NOTE_WIDTH - 2 * NOTE_PAD_X
const HEIGHT = NOTE_HEIGHT - 2 * NOTE_PAD_Y

/** Rough widths in parts of the type size, for a semibold sans serif; a little generous. */
function widthOf(char: string): number {
  if (char === ' ') return 0.26
  if ("iIjl.,:;'|!".includes(char)) return 0.3
  if ('frt()[]{}"-/\\'.includes(char)) return 0.4
  if ('mwMW@%'.includes(char)) return 0.92
  const code = char.codePointAt(0) ?? 0
  if (code >= 0x41 && code <= 0x5a) return 0.68
  if (code < 0x2e80) return 0.58
  return 1.05
}

/** Lines that words take when `room` (in parts of the type size) is the width; long words are broken. */
function linesOf(words: string, room: number, most: number): number {
  let lines = 0
  for (const paragraph of words.split('\n')) {
    lines += 1
    let used = 0
    for (const word of paragraph.split(/(?<=[\s\-/])/)) {
      let wide = 0
      for (const char of word) wide += widthOf(char)
      const bare = word.endsWith(' ') ? wide - 0.26 : wide
      if (used > 0 && used + bare > room) {
        lines += 1
        used = 0
      }
      if (bare > room) {
        const broken = Math.floor(bare / room)
        lines += broken
        wide -= broken * room
      }
      used += wide
      if (lines > most) return lines
    }
  }
  return lines
}

function fit(words: string): Fit {
  for (const size of WORD_SIZES) {
    const room = Math.floor(HEIGHT / (size * LINE_HEIGHT))
    const lines = linesOf(words, WIDTH / size, room)
    if (lines <= room) return { size, clipped: false, tight: lines === room }
  }
  return CLIPPED
}

const CLIPPED: Fit = { size: 12, clipped: true, tight: false }

const remembered = new Map<string, Fit>()
/** Fits kept; beyond it the memory starts afresh. */
const REMEMBERED_MAX = 8_000

/** The largest size at which the words fit a note; remembered by the words. */
export function fitWords(words: string): Fit {
  // Not remembered: every letter typed into a long note would leave its whole text behind.
  if (words.length >= WORDS_SHOWN_MAX) return CLIPPED
  const known = remembered.get(words)
  if (known !== undefined) return known
  const found = fit(words)
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  remembered.set(words, found)
  return found
}
