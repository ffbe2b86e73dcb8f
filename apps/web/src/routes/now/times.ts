/** Times as a viewer reads them: their own clock, with the workshop's home clock beside it where the two differ. */
import { formatDay, formatTime, localeOfTimes } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import '../../text/withPlaces.ts'

const MINUTE_MS = 60_000

/** What a zone is called in a few letters: *UK*, *Toronto*, *CET*; '' for one that this browser does not know. */
export function zoneName(zone: string, at: number): string {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      timeZoneName: 'shortGeneric',
    }).formatToParts(at)
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
    return name.replace(/ Time$/, '').replace('United Kingdom', 'UK')
  } catch {
    return ''
  }
}

/** “13:00” on the clock of a zone; '' for one that this browser does not know. */
export function clockIn(zone: string, at: number): string {
  try {
    return new Intl.DateTimeFormat(localeOfTimes, {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(at)
  } catch {
    return ''
  }
}

/** “13:00 UK” where the viewer's own clock shows another time, else ''. */
export function homeClock(zone: string, at: number): string {
  if (zone === '') return ''
  const clock = clockIn(zone, at)
  if (clock === '' || (clock === formatTime(at) && dayIn(zone, at) === formatDay(at))) return ''
  return t('places.homeClock', { time: clock, zone: zoneName(zone, at) })
}

/** “15:30”, with “(20:30 UK)” after it where the two differ. */
export function endTime(at: number, zone: string): string {
  const home = homeClock(zone, at)
  return home === '' ? formatTime(at) : t('places.twoClocks', { time: formatTime(at), home })
}

/** When a workshop takes place, for its viewer. */
export interface WorkshopTimes {
  readonly day: string
  /** “08:00–10:30”, or “08:00” where nobody said how long it takes. */
  readonly hours: string
  /** “13:00 UK”, or ''. */
  readonly home: string
}

/** @param starts - ms since 1970, or 0: then there is nothing to say */
export function workshopTimes(starts: number, minutes: number, zone: string): WorkshopTimes | undefined {
  if (starts <= 0) return undefined
  const from = formatTime(starts)
  return {
    day: formatDay(starts),
    hours: minutes > 0 ? `${from}–${formatTime(starts + minutes * MINUTE_MS)}` : from,
    home: homeClock(zone, starts),
  }
}

function dayIn(zone: string, at: number): string {
  return new Intl.DateTimeFormat(localeOfTimes, {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at)
}
