import type { ComponentType, ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { NotArrived } from './NotLoaded.tsx'

/**
 * A component whose script is fetched when it is first shown: for dialogs that most people never open. Until it is here
 * nothing is shown; where it does not arrive, a sentence says so and the next time tries again.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => ReactNode {
  let known: ComponentType<P> | undefined
  return function Later(props: P) {
    // In an object: a component is a function, which React would call.
    const [arrival, setArrival] = useState<{ readonly Shown?: ComponentType<P> } | undefined>(
      known === undefined ? undefined : { Shown: known },
    )
    useEffect(() => {
      if (known !== undefined) return
      let isWanted = true
      load().then(
        (Shown) => {
          known = Shown
          if (isWanted) setArrival({ Shown })
        },
        () => isWanted && setArrival({}),
      )
      return () => {
        isWanted = false
      }
    }, [])
    if (arrival === undefined) return null
    return arrival.Shown === undefined ? <NotArrived /> : <arrival.Shown {...props} />
  }
}
