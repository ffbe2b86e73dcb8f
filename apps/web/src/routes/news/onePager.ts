/** What stands on a one-pager (methods §4.5): the beginning of what a report says, in the group's own words. */
import type { WallEntry } from './wall.ts'

/** Key points on a one-pager, at most. */
export const POINTS = 3

/** The first line of a text, and how many more there are. */
export interface Beginning {
  readonly line: string
  readonly more: number
}

/** The texts of a one-pager; '' and 0 where there is nothing. */
export interface OnePager {
  readonly question: string
  /** Complementary questions. */
  readonly joined: readonly string[]
  /** Who asked each of them; '' where nobody knows. */
  readonly askers: readonly string[]
  readonly headline: string
  /** Titles of the board's first themes. */
  readonly points: readonly string[]
  /** How many more themes there are. */
  readonly morePoints: number
  readonly quote: string
  readonly next: Beginning
  readonly later: Beginning
  readonly request: Beginning
}

/** @param themes - titles of the themes of its board, in order @param askers - names beside the complementary questions */
export function onePagerOf(
  { topic, report }: Pick<WallEntry, 'topic' | 'report'>,
  themes: readonly string[],
  askers: readonly string[] = [],
): OnePager {
  const [main, ...joined] = topic.questions
  return {
    question: main?.text ?? '',
    joined: joined.map(({ text }) => text),
    askers,
    headline: oneLine(report.texts.headline),
    points: themes.slice(0, POINTS),
    morePoints: Math.max(0, themes.length - POINTS),
    quote: oneLine(report.quote?.text ?? ''),
    next: beginningOf(report.texts.next),
    later: beginningOf(report.texts.question),
    request: beginningOf(report.texts.requests),
  }
}

/** The first line that says something; a bullet before it is left out, because it stands alone. */
export function beginningOf(text: string): Beginning {
  const lines = text
    .split(/[\r\n\v\f\u0085\u2028\u2029]+/u)
    .map((line) => line.trim().replace(/^(?:[-–•*]|\d{1,2}[.)])\s+/u, ''))
    .filter((line) => line !== '')
  return { line: lines[0] ?? '', more: Math.max(0, lines.length - 1) }
}

/** Line breaks become " / ", as in every write-up (NT-2). */
const oneLine = (text: string): string => text.trim().replace(/\s*[\r\n\v\f\u0085\u2028\u2029]\s*/gu, ' / ')
