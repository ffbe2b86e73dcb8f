/** A point in time that a facilitator chose: so many minutes ago, or a time of day. */

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** Ms since 1970, server time, of so many minutes ago. */
export function minutesAgo(serverNow: number, minutes: number): number {
  return serverNow - minutes * MINUTE_MS
}

/**
 * The latest moment at which this browser's clocks showed a time of day; one that is still to come today was yesterday.
 *
 * @param timeOfDay - `HH:MM`, as a time field gives it
 * @returns `undefined` where it is none
 */
export function lastTimeOfDay(serverNow: number, timeOfDay: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(timeOfDay) ?? []
  if (hours === undefined || minutes === undefined) return undefined
  const day = new Date(serverNow)
  day.setHours(Number(hours), Number(minutes), 0, 0)
  return day.getTime() > serverNow ? day.getTime() - DAY_MS : day.getTime()
}
