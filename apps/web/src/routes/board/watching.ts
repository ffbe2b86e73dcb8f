/** The watch over what others do and the sentences it says, fetched once the board is on the screen. */
import { language, t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withFigures.ts'
import type { Summary } from './changeLog.ts'
import { whatText } from './figureWords.ts'

export { ChangeWatch } from './ChangeWatch.ts'

/** More sections than this are counted, not named. */
const SECTIONS_NAMED = 3

const FIGURE_CHANGES = ['added', 'changed', 'moved', 'removed'] as const

const sentence = new Intl.ListFormat(language, { style: 'long', type: 'conjunction' })

/** “2 new notes in Keep, a note was changed, and 2 drawings and 1 picture added”. */
export function summaryText(
  { added, changed, moved, removed, figures }: Summary,
  nameOf: (region: string | null) => string,
): string {
  const parts: string[] = []
  if (added.length > SECTIONS_NAMED) {
    const count = added.reduce((sum, each) => sum + each.count, 0)
    parts.push(t('board.heardAddedMany', { count, sections: added.length }))
  } else {
    for (const { region, count } of added) {
      parts.push(
        region === null
          ? t('board.heardAddedNowhere', { count })
          : t('board.heardAdded', { count, section: nameOf(region) }),
      )
    }
  }
  if (changed > 0) parts.push(t('board.heardChanged', { count: changed }))
  if (moved > 0) parts.push(t('board.heardMoved', { count: moved }))
  if (removed > 0) parts.push(t('board.heardRemoved', { count: removed }))
  for (const kind of FIGURE_CHANGES) {
    const what = whatText(
      0,
      (figures?.[kind] ?? []).map((each) => ({ kind: each })),
    )
    if (what !== '') parts.push(t(`figures.heard_${kind}`, { what }))
  }
  return sentence.format(parts)
}
