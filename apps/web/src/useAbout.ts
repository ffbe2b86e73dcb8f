import type { AboutResponse } from '@moot/protocol'
import { about } from '@moot/client'
import { useEffect, useState } from 'react'

let known: AboutResponse | undefined
let asking: Promise<AboutResponse | undefined> | undefined

/** Who runs this server, asked once a page; `undefined` until known, and where the server could not be reached. */
export function useAbout(): AboutResponse | undefined {
  const [value, setValue] = useState(known)
  useEffect(() => {
    if (known) return
    let isCurrent = true
    asking ??= about().then((outcome) => {
      if (outcome.ok) known = outcome.value
      // A failure is forgotten, so that the next screen asks again.
      else asking = undefined
      return known
    })
    void asking.then((found) => {
      if (isCurrent) setValue(found)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  return value
}
