/** How many lines each text of a one-pager gets, so that all of it fits on one screen or one sheet. */

/** The type of a one-pager, in px: 24 px are 18 pt, which is the least (methods §4.5). */
export const TYPE = {
  question: { size: 36, line: 42 },
  headline: { size: 28, line: 36 },
  text: { size: 24, line: 31 },
} as const

/** A text that wants lines. */
export interface Wanting {
  readonly key: string
  readonly text: string
  readonly type: keyof typeof TYPE
  /** Lines that it gets in any case. */
  readonly least: number
  /** Lines that it gets at most. */
  readonly most: number
}

/** Width of a letter by its size, on average. */
const LETTER = 0.48
/** How full the last line may be by the estimate, before one more is kept ready: words do not break where it thinks. */
const NEARLY_FULL = 0.55
/** Scripts whose letters are as wide as they are high. */
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]/gu

/** How many lines a text is likely to fill, in parts of a line. @param width - px */
function filled({ text, type }: Pick<Wanting, 'text' | 'type'>, width: number): number {
  const letters = text.length + (text.match(WIDE)?.length ?? 0)
  return (letters * LETTER * TYPE[type].size) / Math.max(1, width)
}

/** How many lines a text is likely to take. @param width - px */
export const likelyLines = (text: Pick<Wanting, 'text' | 'type'>, width: number): number =>
  Math.ceil(filled(text, width))

/**
 * Lines at most for each text by its key, 0 for an empty one. Where there is not enough room the longest give way first,
 * of equals the later one; nobody falls under `least`, or what it needs if that is less. What is left over is kept ready
 * for those that may take a line more than reckoned.
 *
 * @param room - px in width, and in height for all of them, without what stands between them
 */
export function fitLines(
  texts: readonly Wanting[],
  room: { readonly width: number; readonly height: number },
): ReadonlyMap<string, number> {
  const likely = texts.map((text) => filled(text, room.width))
  const given = texts.map(({ most }, index) => Math.min(most, Math.ceil(likely[index] ?? 0)))
  const height = (): number =>
    texts.reduce((sum, { type }, index) => sum + (given[index] ?? 0) * TYPE[type].line, 0)
  while (height() > room.height) {
    let longest = -1
    texts.forEach(({ least }, index) => {
      const lines = given[index] ?? 0
      if (lines > least && lines >= (given[longest] ?? 0)) longest = index
    })
    if (longest === -1) break
    given[longest] = (given[longest] ?? 0) - 1
  }
  // Lines are a limit: one that is not needed takes no room.
  for (const [index, { type, most }] of texts.entries()) {
    const lines = given[index] ?? 0
    const wants = (likely[index] ?? 0) > lines - 1 + NEARLY_FULL
    if (lines > 0 && lines < most && wants && height() + TYPE[type].line <= room.height)
      given[index] = lines + 1
  }
  return new Map(texts.map(({ key }, index) => [key, given[index] ?? 0]))
}

/** Height of lines that were given, in px. */
export function heightOf(texts: readonly Wanting[], lines: ReadonlyMap<string, number>): number {
  return texts.reduce((sum, { key, type }) => sum + (lines.get(key) ?? 0) * TYPE[type].line, 0)
}
