import type { RefObject } from 'react'
import { useRef } from 'react'

/**
 * Remembers what has the focus when a dialog first renders, for its `returnFocusTo`. A dialog whose field takes the focus
 * at once needs it: by the time the dialog looks for itself, the field has the focus, which is gone when it closes.
 */
export function useReturnFocus(): readonly RefObject<HTMLElement | null>[] {
  const before = useRef(document.activeElement instanceof HTMLElement ? document.activeElement : null)
  return [before]
}
