import type { WorkshopReplica } from '@moot/client'
import type { Timer } from '@moot/workshop'
import { useEffect, useState } from 'react'
import type { TimerStands } from './timeLeft.ts'
import { timerStands, untilItStandsOtherwise } from './timeLeft.ts'

/** Longest wait before looking at the server's clock again, in ms: what this browser knows of it gets better. */
const LOOK_AGAIN_MS = 5_000

/** What is left, in ms of server time; renders once a second, when the figures change. */
export function useTimeLeft(timer: Timer, replica: WorkshopReplica): number {
  const { ends } = timer
  const [left, setLeft] = useState(() => ends - replica.serverNow())
  useEffect(() => {
    let wait: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      const now = ends - replica.serverNow()
      setLeft(now)
      // A moment after the second is full, so that a clock that is a hair early does not show it twice.
      if (now > 0) wait = setTimeout(look, (now % 1_000) + 15)
    }
    look()
    return () => clearTimeout(wait)
  }, [ends, replica])
  return left
}

/** How the timer stands; renders when that changes. `undefined` without a timer. */
export function useTimerStands(timer: Timer | null, replica: WorkshopReplica): TimerStands | undefined {
  const [stands, setStands] = useState<TimerStands>()
  useEffect(() => {
    let wait: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      const now = replica.serverNow()
      setStands(timer === null ? undefined : timerStands(timer, now))
      const next = timer === null ? undefined : untilItStandsOtherwise(timer, now)
      if (next !== undefined) wait = setTimeout(look, Math.min(next + 15, LOOK_AGAIN_MS))
    }
    look()
    return () => clearTimeout(wait)
  }, [timer, replica])
  return stands
}
