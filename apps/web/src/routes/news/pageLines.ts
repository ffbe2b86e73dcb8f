/** How the room of a one-pager is shared out among its texts, on a screen and on a sheet. */
import { t } from '../../text/index.ts'
import '../../text/withNews.ts'
import type { Wanting } from './fit.ts'
import { fitLines, heightOf, TYPE } from './fit.ts'
import type { Beginning, OnePager } from './onePager.ts'

/** Lines of each text, by its name: `question`, `joined`, `headline`, `point0` …, `quote`, `next`, `later`, `request`. */
export type PageLines = ReadonlyMap<string, number>

/** An A4 sheet within margins of 15 mm, in CSS px. */
export const SHEET = { width: 680, height: 1_009 }

/** What stands between the texts of a one-pager, in px; as in `pager.module.css`. */
const GAP = 14
const COLUMN_GAP = 32
const HEAD = 36
const FOOT = 44
/** Less than this is a low window, px. */
const LOW = 470
/** The foot of a sheet: the code that leads to the full report. */
const SHEET_FOOT = 150

const run = (label: string, { line }: Beginning): string => (line === '' ? '' : `${label} ${line}`)

function topOf(pager: OnePager, most: number): Wanting[] {
  const asked = pager.joined.map((text, index) => {
    const name = pager.askers[index] ?? ''
    return name === '' ? text : `${text} ${t('news.askedBy', { name })}`
  })
  const joined = asked.length === 0 ? '' : `${t('news.joined')} ${asked.join('  ')}`
  return [
    { key: 'question', text: pager.question, type: 'question', least: 1, most },
    { key: 'joined', text: joined, type: 'text', least: 1, most: most - 1 },
    { key: 'headline', text: pager.headline, type: 'headline', least: 1, most },
  ]
}

function pointsOf(pager: OnePager, most: number, least: number): Wanting[] {
  return [
    ...pager.points.map((text, index): Wanting => ({
      key: `point${index}`,
      text,
      type: 'text',
      least: 1,
      most,
    })),
    { key: 'quote', text: pager.quote, type: 'text', least, most: most + 2 },
  ]
}

function stepsOf(pager: OnePager, most: number, least: number): Wanting[] {
  return [
    { key: 'next', text: run(t('news.next'), pager.next), type: 'text', least, most },
    { key: 'later', text: run(t('news.later'), pager.later), type: 'text', least, most },
    { key: 'request', text: run(t('news.request'), pager.request), type: 'text', least, most },
  ]
}

/** Points of one list stand close. */
const gaps = (texts: readonly Wanting[]): number =>
  texts.filter(({ key, text }) => text !== '' && !/^point[1-9]/.test(key)).length * GAP
/** The heading over the points. */
const pointsHead = (pager: OnePager): number => (pager.points.length === 0 ? 0 : TYPE.text.line)

/** In two columns under question and headline. @param room - within the page's edges, in px */
export function screenLines(
  pager: OnePager,
  { width, height }: { readonly width: number; readonly height: number },
): PageLines {
  // Under a bar of notices there is room for one line each.
  const few = height < LOW ? 1 : 2
  const [top, left, right] = [topOf(pager, 4), pointsOf(pager, 3, few), stepsOf(pager, 6, few)]
  const column = (width - COLUMN_GAP) / 2
  const least = Math.max(
    pointsHead(pager) + heightOf(left, fitLines(left, { width: column, height: 0 })) + gaps(left),
    heightOf(right, fitLines(right, { width: column, height: 0 })) + gaps(right),
  )
  const free = height - HEAD - FOOT - GAP
  const above = fitLines(top, { width, height: free - least - gaps(top) })
  const below = free - heightOf(top, above) - gaps(top)
  return new Map([
    ...above,
    ...fitLines(left, { width: column - 24, height: below - pointsHead(pager) - gaps(left) }),
    ...fitLines(right, { width: column, height: below - gaps(right) }),
  ])
}

/** In one column, one sheet for all of it. */
export function sheetLines(pager: OnePager): PageLines {
  const texts = [...topOf(pager, 7), ...pointsOf(pager, 5, 2), ...stepsOf(pager, 10, 2)]
  const height = SHEET.height - HEAD - SHEET_FOOT - pointsHead(pager) - gaps(texts) - GAP
  return fitLines(texts, { width: SHEET.width - 24, height })
}
