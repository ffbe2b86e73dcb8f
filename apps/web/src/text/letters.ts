/** Letters as people count them. */

/** The first letters of a text; an emoji or an accented letter is several code units and is not torn. */
export function firstLetters(text: string, count: number): string {
  if (!('Segmenter' in Intl)) return Array.from(text).slice(0, count).join('')
  let end = 0
  let letters = 0
  for (const { index, segment } of new Intl.Segmenter().segment(text)) {
    if (letters === count) break
    letters += 1
    end = index + segment.length
  }
  return text.slice(0, end)
}

/** How many letters a text has. */
export function countLetters(text: string): number {
  if (!('Segmenter' in Intl)) return Array.from(text).length
  return Array.from(new Intl.Segmenter().segment(text)).length
}
