/** Lines of words that may be too many. */
import { breakLines } from '@moot/board'
import { endWithDots } from './fitWords.ts'

/** At most so many lines within a width, the last of them ending in “…” where there is more. */
export function shownLines(words: string, width: number, size: number, most: number): readonly string[] {
  const text = words.trim()
  if (text === '' || most < 1) return []
  const lines = breakLines(text, width, size, most + 1)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), endWithDots(lines[most - 1] ?? '', width, size)]
}
