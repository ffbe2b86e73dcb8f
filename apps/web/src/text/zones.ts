/** Times of day in the workshop's home time zone beside this browser's own. */
import { clockLocale } from './format.ts'

const MINUTE_MS = 60_000

/** Formatters are dear to make, and a screen asks for the same two again and again. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockIn(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone)
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat(clockLocale, {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    })
    clocks.set(zone, clock)
  }
  return clock
}

/** Whether this browser knows a time zone by this name. */
export function isZone(zone: string): boolean {
  if (zone === '') return false
  try {
    clockIn(zone)
    return true
  } catch {
    return false
  }
}

/** This browser's own time zone. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Year, month, day, hour and minute there, as `YYYY-MM-DDTHH:MM`: what a field for date and time holds. */
export function localTime(ms: number, zone: string): string {
  const parts = new Map(
    clockIn(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '00'
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/** What a clock there shows, `HH:MM`. */
export function timeIn(ms: number, zone: string): string {
  return localTime(ms, zone).slice(-5)
}

/**
 * The moment at which a clock there shows this, in ms since 1970; `undefined` for what is no date and time. An hour that
 * does not exist where clocks go forward is read as the one after it.
 */
export function momentOf(local: string, zone: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return undefined
  const asUtc = Date.parse(`${local}:00Z`)
  if (Number.isNaN(asUtc)) return undefined
  const aheadAt = (ms: number): number => Date.parse(`${localTime(ms, zone)}:00Z`) - floorMinute(ms)
  // Twice, because the first guess may lie on the other side of a change of clocks.
  const near = asUtc - aheadAt(asUtc)
  return asUtc - aheadAt(near)
}

const floorMinute = (ms: number): number => Math.floor(ms / MINUTE_MS) * MINUTE_MS

/** The place that a zone is called after, in a word: *UK* for `Europe/London`, *Toronto*, *Berlin*. */
export function placeOfZone(zone: string): string {
  if (!isZone(zone)) return zone
  const named = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'shortGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value
  const place = named?.endsWith(' Time') ? named.slice(0, -' Time'.length) : undefined
  return place?.replace('United Kingdom', 'UK') ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** A time here, and in the home zone where clocks there show another one. */
export interface BothTimes {
  readonly here: string
  readonly home: { readonly time: string; readonly place: string } | undefined
}

/** @param zone - the workshop's home zone, or '' */
export function bothTimes(ms: number, zone: string, own = ownZone()): BothTimes {
  const here = timeIn(ms, own)
  const home = isZone(zone) ? timeIn(ms, zone) : here
  return { here, home: home === here ? undefined : { time: home, place: placeOfZone(zone) } }
}
