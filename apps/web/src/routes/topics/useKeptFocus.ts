/** Keeps the focus where it was when what had it goes: a card that somebody else moves takes its buttons along. */
import type { RefObject } from 'react'
import { useEffect } from 'react'
import { stayAt } from './focusTopic.ts'

const PLACES = '[data-cell], [data-off]'

/** The cell or the tray in which the focus was gets it, and nothing jumps: the keyboard goes on from there. */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = root.current
    if (box === null) return
    let place: HTMLElement | null = null
    const come = ({ target }: FocusEvent): void => {
      place = target instanceof Element ? target.closest<HTMLElement>(PLACES) : null
    }
    const go = ({ target, relatedTarget }: FocusEvent): void => {
      if (relatedTarget !== null) place = null
      // Some browsers say this of what is taken away as well, before it is.
      else
        queueMicrotask(() => {
          if (target instanceof Node && target.isConnected) place = null
        })
    }
    const observer = new MutationObserver(() => {
      if (place === null || document.activeElement !== document.body) return
      const next = place.isConnected ? place : box.querySelector<HTMLElement>('[data-cell][tabindex="0"]')
      if (next !== null) stayAt(next)
    })
    box.addEventListener('focusin', come)
    box.addEventListener('focusout', go)
    observer.observe(box, { childList: true, subtree: true })
    return () => {
      box.removeEventListener('focusin', come)
      box.removeEventListener('focusout', go)
      observer.disconnect()
    }
  }, [root])
}
