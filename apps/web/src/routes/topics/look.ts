/** Whether this browser's owner reads the topics as a grid or as a list; `undefined` until they choose. */
import { useState } from 'react'

/** See above. */
export type Look = 'grid' | 'list'

const KEY = 'moot.topicsLook'

/** What was chosen, and a way to choose until the page is closed. */
export function useLook(): readonly [Look | undefined, (look: Look) => void] {
  const [look, setLook] = useState(kept)
  return [look, setLook]
}

/** Keeps it for the next time. */
export function keepLook(look: Look): void {
  try {
    localStorage.setItem(KEY, look)
  } catch {
    // Storage is off in this browser: the choice holds until the page is closed.
  }
}

function kept(): Look | undefined {
  try {
    const value = localStorage.getItem(KEY)
    return value === 'grid' || value === 'list' ? value : undefined
  } catch {
    return undefined
  }
}
