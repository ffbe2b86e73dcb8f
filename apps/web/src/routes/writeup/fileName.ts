/** Names of downloaded files. */
import { firstLetters } from '../../text/letters.ts'

/** Longest part that comes from a title, in letters. */
const TITLE_LETTERS = 60

/** A file name from a title that every system takes: letters and digits of any script, dashes between. */
export function fileName(title: string, extension: string): string {
  const words = title
    .normalize('NFC')
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const name = firstLetters(words, TITLE_LETTERS).replace(/-+$/, '')
  return `${name === '' ? 'write-up' : name}.${extension}`
}
