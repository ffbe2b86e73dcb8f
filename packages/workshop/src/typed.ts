/** Typed text as it is kept. */

/** Control, zero-width and direction marks: they hide or reorder what others see (W-3). */
// eslint-disable-next-line no-control-regex -- naming control characters is the point
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** What is not seen by itself, emoji joiners and variation marks included: a line of nothing else is empty. */
const NOTHING_SEEN = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]*$/u

/** One line of typed text as it is kept: composed, without unseen marks, single spaces; '' where nothing is to be seen. */
export function cleanLine(text: string): string {
  const line = text.normalize('NFC').replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim()
  return NOTHING_SEEN.test(line) ? '' : line
}

/** Typed text of several lines as it is kept: each cleaned, no more than one empty line between two. */
export function cleanText(text: string): string {
  return text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Marks that hide or reorder what others see, line breaks and emoji joiners left out. */
// eslint-disable-next-line no-control-regex -- naming control characters is the point
const HIDING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Text that is being written, as it is kept meanwhile: composed, without hiding marks, spaces and lines as typed. */
export const keptText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(HIDING, '')

/** Text cut to so many UTF-16 units; no half of a letter is left at the end. */
export const cutTo = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\ud800-\udbff]$/, '')

/** What two names have in common that a person would call the same. */
export const nameKey = (name: string): string => cleanLine(name).toLowerCase()
