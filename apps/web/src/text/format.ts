/** Dates and times as this browser's owner writes them, as long as it is in the language of the screen. */
import { language } from './index.ts'

/** English without a country is written the British way: 17 November, not November 17. */
export const clockLocale: string =
  navigator.languages.find((each) => each.startsWith(`${language}-`)) ??
  (language === 'en' ? 'en-GB' : language)
const day = new Intl.DateTimeFormat(clockLocale, { day: 'numeric', month: 'long', year: 'numeric' })
const clock = new Intl.DateTimeFormat(clockLocale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** “17 November 2026” of ms since 1970. */
export function formatDay(ms: number): string {
  return day.format(ms)
}

/** “15:34” of ms since 1970, in this browser's time zone. */
export function formatTime(ms: number): string {
  return clock.format(ms)
}
