import type { ComponentType, ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { NotArrived } from './NotLoaded.tsx'
import { comesWithOverlays } from './overlays.ts'

/**
 * A component whose script is fetched later: when it is first `shown` (dialogs that most people never open), together
 * `withOverlays` (what stands inside menus), or at `once` beside everything else (what only some boards show). Until it
 * is here nothing is shown; where it does not arrive, a sentence says so and the next time tries again.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  when: 'shown' | 'withOverlays' | 'once' = 'shown',
): (props: P) => ReactNode {
  let known: ComponentType<P> | undefined
  const fetchIt = async (): Promise<ComponentType<P>> => (known ??= await load())
  if (when === 'withOverlays') comesWithOverlays(fetchIt)
  else if (when === 'once') fetchIt().catch(() => undefined)
  return function Later(props: P) {
    // In an object: a component is a function, which React would call.
    const [arrival, setArrival] = useState<{ readonly Shown?: ComponentType<P> } | undefined>(
      known === undefined ? undefined : { Shown: known },
    )
    useEffect(() => {
      if (arrival?.Shown !== undefined) return
      let isWanted = true
      fetchIt().then(
        (Shown) => isWanted && setArrival({ Shown }),
        () => isWanted && setArrival({}),
      )
      return () => {
        isWanted = false
      }
      // Once a showing: a failure is not tried again before the next.
      // eslint-disable-next-line react/exhaustive-deps
    }, [])
    if (arrival === undefined) return null
    return arrival.Shown === undefined ? <NotArrived /> : <arrival.Shown {...props} />
  }
}
