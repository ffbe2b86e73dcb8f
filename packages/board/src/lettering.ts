/**
 * How wide words are in the product's typeface, and where lines break. Letters are counted, never measured, so that the
 * canvas, the server's pictures and a note's place on the board agree without a browser.
 */

/** Height of a line in parts of the type size. */
export const LINE_HEIGHT = 1.25

/**
 * Widths of the letters U+0020 to U+007E in hundredths of the type size: Atkinson Hyperlegible Next, semibold, taken
 * from its `hmtx` table.
 */
const ASCII = [
  30, 30, 36, 73, 60, 95, 73, 20, 32, 32, 49, 60, 25, 37, 25, 42, 66, 43, 57, 59, 62, 60, 62, 53, 62, 58, 25,
  25, 56, 62, 56, 53, 78, 66, 63, 65, 68, 59, 56, 71, 70, 42, 55, 65, 55, 85, 71, 74, 62, 75, 64, 60, 59, 69,
  63, 88, 67, 63, 62, 33, 42, 34, 57, 39, 27, 54, 59, 50, 59, 56, 35, 58, 56, 28, 26, 54, 30, 87, 56, 57, 59,
  59, 37, 50, 36, 56, 51, 72, 52, 50, 49, 37, 25, 37, 54,
]
const OTHERS: Readonly<Record<string, number>> = {
  '–': 53,
  '—': 83,
  '…': 75,
  '‘': 26,
  '’': 26,
  '“': 46,
  '”': 46,
  '•': 44,
  æ: 87,
  œ: 93,
  Æ: 94,
  Œ: 102,
  ł: 33,
}
/** Wide scripts and emoji begin about here. */
const WIDE_FROM = 0x1100
const isMark = /^\p{M}$/u

function hundredths(char: string): number {
  const code = char.codePointAt(0) ?? 0
  const known = ASCII[code - 0x20]
  if (known !== undefined) return known
  const other = OTHERS[char]
  if (other !== undefined) return other
  if (code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f) || isMark.test(char)) return 0
  // An accented letter is as wide as its bare one.
  const bare = char.normalize('NFD').codePointAt(0) ?? code
  return ASCII[bare - 0x20] ?? (code < WIDE_FROM ? 62 : 105)
}

/** Width of one line of words at a type size, in px. */
export function widthOf(words: string, size: number): number {
  let sum = 0
  for (const char of words) sum += hundredths(char)
  return (sum * size) / 100
}

/**
 * Breaks words into lines no wider than `width` px at a type size of `size` px. Lines end where the writer ended them,
 * else after a space, a hyphen or a slash; a word too long for a line is broken within. Spaces at a line's end are
 * left out. Breaking stops after `most` lines.
 */
export function breakLines(words: string, width: number, size: number, most = Infinity): string[] {
  const lines: string[] = []
  for (const paragraph of words.split(/\r\n|\r|\n/)) {
    let line = ''
    let used = 0
    for (const word of paragraph.split(/(?<=[\s\-/])/)) {
      const bare = widthOf(word.trimEnd(), size)
      if (line !== '' && used + bare > width) {
        lines.push(line.trimEnd())
        if (lines.length >= most) return lines
        line = ''
        used = 0
      }
      if (bare <= width) {
        line += word
        used += widthOf(word, size)
        continue
      }
      for (const char of word) {
        const wide = widthOf(char, size)
        if (line !== '' && used + wide > width) {
          lines.push(line.trimEnd())
          if (lines.length >= most) return lines
          line = ''
          used = 0
        }
        line += char
        used += wide
      }
    }
    lines.push(line.trimEnd())
    if (lines.length >= most) return lines
  }
  return lines
}
