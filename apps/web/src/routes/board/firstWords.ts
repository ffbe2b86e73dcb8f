/** Notes by name: the beginning of what they say. */
import { t } from '../../text/index.ts'
import { firstLetters } from '../../text/letters.ts'

/** Letters of a note that name it in a menu or for a screen reader. */
const LETTERS = 40

/** The first words of a note, cut at a word where there is one. */
export function firstWords(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  if (line === '') return t('board.noWords')
  const letters = firstLetters(line, LETTERS)
  if (letters === line) return line
  const space = letters.lastIndexOf(' ')
  return `${space > LETTERS / 2 ? letters.slice(0, space) : letters}…`
}
