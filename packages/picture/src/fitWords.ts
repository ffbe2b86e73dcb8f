/**
 * How large a note's words may be, and where its lines break. Letters are counted, never measured: two thousand notes
 * are fitted in a few milliseconds, nothing is laid out for it, and canvas and pictures agree.
 */
import { breakLines, LINE_HEIGHT, NOTE_HEIGHT, NOTE_WIDTH, widthOf } from '@moot/board'

/** Type sizes of words on a note, in px, largest first. */
export const WORD_SIZES = [20, 18, 16, 14, 12] as const
export type WordSize = (typeof WORD_SIZES)[number]

/** Space inside a note's edge, in px, as in canvas.css. */
export const NOTE_PAD_X = 12
export const NOTE_PAD_Y = 10
/** More letters than the smallest size could show, so that megabytes never reach the page. */
export const WORDS_SHOWN_MAX = 600

/** A size, the lines at that size, and whether even it cannot show all. */
export interface Fit {
  readonly size: WordSize
  /** As they are drawn, from the top; the last one ends in “…” where not all is shown. */
  readonly lines: readonly string[]
  readonly clipped: boolean
  /** The words take all the room there is: a line more, if letters were counted wrongly, would show outside. */
  readonly tight: boolean
}

const WIDTH = NOTE_WIDTH - 2 * NOTE_PAD_X
const HEIGHT = NOTE_HEIGHT - 2 * NOTE_PAD_Y
const SMALLEST = 12

const DOTS = '…'
/** A letter is cut whole: a face or a flag is several code points. */
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const roomAt = (size: number): number => Math.floor(HEIGHT / (size * LINE_HEIGHT))

/**
 * One line cut so that it ends in “…” within a width.
 *
 * @param line - words of one line
 * @param width - px that it may take
 * @param size - type size in px
 */
export function endWithDots(line: string, width: number, size: number): string {
  let kept = ''
  let room = width - widthOf(DOTS, size)
  for (const { segment } of graphemes.segment(line)) {
    room -= widthOf(segment, size)
    if (room < 0) break
    kept += segment
  }
  return kept.trimEnd() + DOTS
}

function clip(words: string): Fit {
  const lines = breakLines(words.slice(0, WORDS_SHOWN_MAX), WIDTH, SMALLEST, roomAt(SMALLEST))
  const last = lines.pop() ?? ''
  return {
    size: SMALLEST,
    lines: [...lines, endWithDots(last, WIDTH, SMALLEST)],
    clipped: true,
    tight: false,
  }
}

function fit(words: string): Fit {
  // Spaces may fall away at a line's end; all other letters need their room.
  const least = widthOf(words.replace(/\s+/g, ''), 1)
  for (const size of WORD_SIZES) {
    const room = roomAt(size)
    if (least * size > room * WIDTH) continue
    const lines = breakLines(words, WIDTH, size, room + 1)
    if (lines.length <= room) return { size, lines, clipped: false, tight: lines.length === room }
  }
  return clip(words)
}

const remembered = new Map<string, Fit>()
/** Fits kept; beyond it the memory starts afresh. */
const REMEMBERED_MAX = 8_000

/** The largest size at which the words fit a note, and their lines; remembered by the words. */
export function fitWords(words: string): Fit {
  // Not remembered: every letter typed into a long note would leave its whole text behind.
  if (words.length >= WORDS_SHOWN_MAX) return clip(words)
  const known = remembered.get(words)
  if (known !== undefined) return known
  const found = fit(words)
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  remembered.set(words, found)
  return found
}
