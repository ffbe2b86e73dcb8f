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
