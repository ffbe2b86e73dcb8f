/** The few fixed words of a write-up, in one place, so that another language can be given; and how a note is shown. */
import type { Tally } from '@moot/board'

/** Words that a write-up adds to what people wrote. */
export interface WriteUpWords {
  /** Heading of the notes in no theme. */
  readonly otherNotes: string
  /** Heading of the notes in no section, where there are sections. */
  readonly noSection: string
  /** Stands where a board has no notes. */
  readonly noNotes: string
  /** Stands under *Next steps* without notes. */
  readonly noneRecorded: string
  /** Stands for a note without words, in square brackets because nobody wrote it. */
  readonly emptyNote: string
  /** Stands behind a note that was promoted from a space, likewise. */
  readonly from: (origin: string) => string
  /** Stands behind a note that was written after its round, likewise. */
  readonly afterRound: string
  /** Stands for a theme without a title, likewise. */
  readonly untitledTheme: string
  /** Heading of what is drawn in a section. */
  readonly drawings: string
  /** Stands before a picture's description. */
  readonly picture: string
  /** Stands for a picture that nobody has described, in square brackets. */
  readonly bare: string
  /** How many drawings without words there are: all there are, or besides others. */
  readonly wordless: (count: number, besides: boolean) => string
  /** The figures as a sentence. */
  readonly tally: (figures: Tally) => string
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** English. */
export const englishWords: WriteUpWords = {
  otherNotes: 'Other notes',
  noSection: 'In no section',
  noNotes: 'No notes were written.',
  noneRecorded: 'None recorded.',
  emptyNote: '[empty note]',
  from: (origin) => `[from ${origin}]`,
  afterRound: '[after the round]',
  untitledTheme: '[theme without a title]',
  drawings: 'Drawings',
  picture: 'Picture:',
  bare: '[picture without a description]',
  wordless: (count, besides) =>
    `${count} ${besides ? 'more ' : ''}${count === 1 ? 'drawing' : 'drawings'} without words.`,
  tally: ({ notes, themed, unthemed, parked, hidden, themes }) =>
    [
      `${counted(notes, 'note', 'notes')}: ${themed} in ${counted(themes, 'theme', 'themes')}, ${counted(unthemed, 'other', 'others')}, ${parked} parked.`,
      ...(hidden === 0 ? [] : [`${hidden} more hidden by a facilitator.`]),
    ].join(' '),
}

/** What a write-up says of a note behind its words, each in square brackets because nobody wrote it. */
export function marksOf(
  { origin, isLate }: { readonly origin: string; readonly isLate: boolean },
  { from, afterRound }: Pick<WriteUpWords, 'from' | 'afterRound'>,
): string[] {
  return [...(origin === '' ? [] : [from(origin)]), ...(isLate ? [afterRound] : [])]
}

const LINE_BREAKS = /[^\S\r\n\v\f\u0085\u2028\u2029]*[\r\n\v\f\u0085\u2028\u2029]\s*/gu

/** Words on one line, as write-ups show them: line breaks become " / ", everything else stays (NT-2). */
export function oneLine(text: string): string {
  return text.trim().replace(LINE_BREAKS, ' / ')
}
