/** Times as a viewer reads them: their own clock, with the workshop's home clock beside it where the two differ. */
import { formatDay } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import '../../text/withPlaces.ts'
import { bothTimes, ownZone } from '../../text/zones.ts'

const MINUTE_MS = 60_000

/** “13:00 UK” where the viewer's own clock shows another time, else ''. */
export function homeClock(at: number, zone: string, own = ownZone()): string {
  const { home } = bothTimes(at, zone, own)
  return home === undefined ? '' : t('places.homeClock', { time: home.time, place: home.place })
}

/** “15:30”, with “(20:30 UK)” after it where the two differ. */
export function endTime(at: number, zone: string, own = ownZone()): string {
  const home = homeClock(at, zone, own)
  const time = bothTimes(at, zone, own).here
  return home === '' ? time : t('places.twoClocks', { time, home })
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
export function workshopTimes(
  starts: number,
  minutes: number,
  zone: string,
  own = ownZone(),
): WorkshopTimes | undefined {
  if (starts <= 0) return undefined
  const clock = (at: number): string => bothTimes(at, '', own).here
  const from = clock(starts)
  return {
    day: formatDay(starts),
    hours: minutes > 0 ? `${from}–${clock(starts + minutes * MINUTE_MS)}` : from,
    home: homeClock(starts, zone, own),
  }
}
