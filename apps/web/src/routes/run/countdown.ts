/** What a timer shows. */
import type { Timer } from '@moot/workshop'
import { useEffect, useState } from 'react'
import { NEARLY_UP_MS } from '../timer/timeLeft.ts'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'

/** How often a timer is looked at, in ms: a second is never shown much longer than a second. */
const LOOK_EVERY_MS = 250

/** Seconds left, negative ones over time. */
export function useSecondsLeft({ ends }: Timer): number {
  const { replica } = useSteadyWorkshop()
  const [seconds, setSeconds] = useState(() => Math.ceil((ends - replica.serverNow()) / 1_000))
  useEffect(() => {
    const look = () => setSeconds(Math.ceil((ends - replica.serverNow()) / 1_000))
    look()
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [ends, replica])
  return seconds
}

/** Whether a timer is in its last two minutes, or over. */
export const isNearEnd = (seconds: number): boolean => seconds * 1_000 <= NEARLY_UP_MS

/** Server time, looked at every so many ms; 20 s is enough for what is said in minutes. */
export function useServerNow(everyMs = 20_000): number {
  const { replica } = useSteadyWorkshop()
  const [now, setNow] = useState(() => replica.serverNow())
  useEffect(() => {
    const timer = setInterval(() => setNow(replica.serverNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, replica])
  return now
}
