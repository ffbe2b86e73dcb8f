/** What somebody missed, in three lines at most: what began, what was said to everybody, how much was written. */
import type { WorkshopView } from '@moot/workshop'
import { formatTime } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import '../../text/withNow.ts'
import { stagesInOrder } from '../workshop/runningOrder.ts'

/** Longest piece of an announcement that is quoted, in code points. */
const QUOTE_MAX = 90
/** Lines at most: what matters most comes first. */
const LINES_MAX = 3

/** Whether it was all within the current activity: so it is with those who come late, who have not been away. */
export function missedOfThisActivity({ me, now, stages }: WorkshopView): boolean {
  const started = now.stage === null ? null : (stages[now.stage]?.started ?? null)
  return me.missed !== null && (started === null || started <= me.missed.since)
}

/** @returns none for somebody who missed nothing */
export function missedLines({ me, now, stages, topics }: WorkshopView): string[] {
  if (me.missed === null) return []
  const { since, notes } = me.missed
  const began = stagesInOrder(stages)
    .filter(({ id, started }) => started !== null && (started >= since || id === now.stage))
    .toSorted((a, b) => (a.started ?? 0) - (b.started ?? 0))
  const latest = began.at(-1)
  const lines: string[] = []
  if (latest?.started != null) {
    const words = { title: latest.title, time: formatTime(latest.started) }
    const before = began.length - 1
    lines.push(
      before === 0 ? t('now.missedActivity', words) : t('now.missedSeveral', { count: before, ...words }),
    )
  }
  const offered = Object.values(topics).filter(
    ({ posted, splitFrom, continues }) => posted > since && splitFrom === null && continues === null,
  ).length
  if (offered > 0) lines.push(t('now.missedTopics', { count: offered }))
  const said = me.announcements.find(({ at, kind }) => at > since && kind === 'words')
  if (said !== undefined) lines.push(t('now.missedWords', { text: short(said.text) }))
  if (notes > 0) lines.push(t('now.missedNotes', { count: notes }))
  return lines.slice(0, LINES_MAX)
}

function short(text: string): string {
  const letters = Array.from(text)
  return letters.length <= QUOTE_MAX
    ? text
    : `${letters
        .slice(0, QUOTE_MAX - 1)
        .join('')
        .trimEnd()}…`
}
