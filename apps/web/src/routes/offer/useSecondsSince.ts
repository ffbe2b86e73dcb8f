/** Whole seconds since a moment of server time, as it goes on. */
import { useEffect, useState } from 'react'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'

/** How often it is looked at, in ms. */
const LOOK_EVERY_MS = 500

/** @param at - ms since 1970, server time */
export function useSecondsSince(at: number): number {
  const { replica } = useSteadyWorkshop()
  const [seconds, setSeconds] = useState(() => since(at, replica.serverNow()))
  useEffect(() => {
    const look = () => setSeconds(since(at, replica.serverNow()))
    look()
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [at, replica])
  return seconds
}

const since = (at: number, now: number): number => Math.max(0, Math.floor((now - at) / 1_000))
