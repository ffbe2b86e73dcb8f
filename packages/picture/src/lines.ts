/** Lines of words in a picture: where their baseline is, and which way they read. */
import { widthOf } from '@moot/board'
import { endWithDots } from './fitWords.ts'
import type { Value } from './xml.ts'
import { element, escaped, num } from './xml.ts'

/** The typeface's ascent and descent in parts of the type size, from its `hhea` table. */
const ASCENT = 0.984
const DESCENT = 0.316
/** Bold letters are this much wider than the semibold ones that are counted. */
export const BOLD = 1.03

const firstLetter = /\p{L}/u
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
const RIGHT_TO_LEFT = '\u2067'
const END_OF_DIRECTION = '\u2069'

/** Whether words read from right to left: their first letter says so, as `dir="auto"` has it. */
export function readsLeftwards(words: string): boolean {
  const letter = firstLetter.exec(words)?.[0]
  return letter !== undefined && rightToLeft.test(letter)
}

/** From the top of a line to its baseline, in px, as a browser sets it. */
export function baselineOf(size: number, lineHeight: number): number {
  return (size * lineHeight - size * (ASCENT + DESCENT)) / 2 + size * ASCENT
}

/** How lines are set. They start at `x`; at `right` where they read leftwards, and centred on `x` where it is a middle. */
export interface Setting {
  readonly x: number
  /** Right edge of the column, for words that read from right to left; not given: they are not moved. */
  readonly right?: number
  readonly top: number
  readonly size: number
  readonly lineHeight: number
  readonly isCentred?: boolean
  readonly attributes?: Readonly<Record<string, Value>>
}

/** Lines one under the other as `<text>` elements in a group; '' where there is nothing to read. */
export function linesSvg(lines: readonly string[], setting: Setting): string {
  const { x, right, top, size, lineHeight, isCentred = false, attributes = {} } = setting
  const leftwards = readsLeftwards(lines.join(' '))
  const isRight = leftwards && !isCentred && right !== undefined
  const step = size * lineHeight
  const first = top + baselineOf(size, lineHeight)
  let inside = ''
  lines.forEach((line, index) => {
    const words = escaped(line)
    if (words.trim() === '') return
    const set = leftwards ? RIGHT_TO_LEFT + words + END_OF_DIRECTION : words
    inside += `<text x="${num(isRight ? right : x)}" y="${num(first + index * step)}">${set}</text>`
  })
  if (inside === '') return ''
  const anchor = isCentred ? 'middle' : isRight ? 'end' : undefined
  return element('g', { 'font-size': size, 'text-anchor': anchor, ...attributes }, inside)
}

/** One line that ends in “…” where it is too wide. */
export function oneLine(words: string, width: number, size: number): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return widthOf(line, size) <= width ? line : endWithDots(line, width, size)
}
