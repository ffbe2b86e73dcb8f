/** The fixed words of a write-up in the language of the screen, for the page, the plain text and Markdown alike. */
import type { WriteUpWords } from '@moot/writeup'
import { t } from '../../text/index.ts'

export const screenWords: WriteUpWords = {
  otherNotes: t('writeup.otherNotes'),
  noSection: t('writeup.noSection'),
  noNotes: t('writeup.noNotes'),
  noneRecorded: t('writeup.noneRecorded'),
  emptyNote: t('writeup.emptyNote'),
  from: (origin) => t('writeup.from', { origin }),
  afterRound: t('writeup.afterRound'),
  untitledTheme: t('writeup.untitledTheme'),
  drawings: t('writeup.drawings'),
  picture: t('writeup.picture'),
  bare: t('writeup.pictureBare'),
  wordless: (count, besides) => t(besides ? 'writeup.wordlessMore' : 'writeup.wordless', { count }),
  tally: ({ notes, themed, unthemed, parked, hidden, themes }) =>
    [
      t('writeup.tally', {
        notes: t('writeup.notes', { count: notes }),
        themed,
        themes: t('writeup.themes', { count: themes }),
        others: t('writeup.others', { count: unthemed }),
        parked,
      }),
      ...(hidden === 0 ? [] : [t('writeup.tallyHidden', { count: hidden })]),
    ].join(' '),
}
