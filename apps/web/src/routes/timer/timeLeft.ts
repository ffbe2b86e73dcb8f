/** What is left of a timer, as words and as the moments at which something changes. */
import type { Timer } from '@moot/workshop'

/** From so much on the time left is nearly up, in ms. */
export const NEARLY_UP_MS = 120_000

/** How a timer stands: running, in its last two minutes, or over. */
export type TimerStands = 'running' | 'nearlyUp' | 'up'

/** @param now - server time, ms since 1970 */
export function timerStands({ ends }: Timer, now: number): TimerStands {
  const left = ends - now
  return left <= 0 ? 'up' : left <= NEARLY_UP_MS ? 'nearlyUp' : 'running'
}

/** Whether two minutes before the end is a moment of this timer: one of two minutes begins with it. */
export function hasTwoMinutes({ started, ends }: Timer): boolean {
  return ends - started > NEARLY_UP_MS
}

/** ms until it stands otherwise, or `undefined` once it is up. */
export function untilItStandsOtherwise(timer: Timer, now: number): number | undefined {
  const left = timer.ends - now
  if (left <= 0) return undefined
  return left > NEARLY_UP_MS ? left - NEARLY_UP_MS : left
}

/** `14:20`, `0:07`, from an hour on `1:05:00`. A second that has begun counts, as on a kitchen clock. */
export function clockOf(ms: number): string {
  const all = Math.max(0, Math.ceil(ms / 1_000))
  const [hours, minutes, seconds] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60]
  const two = (count: number): string => String(count).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}
