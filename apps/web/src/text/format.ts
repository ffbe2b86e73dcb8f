/** Dates and times as this browser's owner writes them, with the words of the screen's language. */
import { language } from './index.ts'

const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' })
const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** “17 November 2026” of ms since 1970. */
export function formatDay(ms: number): string {
  return day.format(ms)
}

/** “15:34” of ms since 1970, in this browser's time zone. */
export function formatTime(ms: number): string {
  return clock.format(ms)
}
