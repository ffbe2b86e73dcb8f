/** One stop for the Tab key in a grid full of buttons: the current cell, and after it what is in that cell alone. */
import type { RefObject } from 'react'
import { useLayoutEffect } from 'react'

const PRESSABLE = 'a, button, summary'

/** @param current - the `data-cell` of the cell that Tab comes to */
export function useOneTabStop(root: RefObject<HTMLElement | null>, current: string | undefined): void {
  useLayoutEffect(() => {
    const grid = root.current
    if (grid === null) return
    const setStops = (cell: HTMLElement): void => {
      const isCurrent = cell.dataset['cell'] === current
      for (const each of cell.querySelectorAll(PRESSABLE)) {
        if (isCurrent) each.removeAttribute('tabindex')
        else each.setAttribute('tabindex', '-1')
      }
    }
    for (const cell of grid.querySelectorAll<HTMLElement>('[data-cell]')) setStops(cell)
    // Cards change by themselves, many times a second: what is new in them is set when it comes.
    const observer = new MutationObserver((changes) => {
      const cells = changes.map(({ target }) =>
        target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null,
      )
      for (const cell of new Set(cells)) if (cell !== null) setStops(cell)
      for (const { addedNodes } of changes)
        for (const added of addedNodes)
          if (added instanceof HTMLElement)
            for (const cell of added.querySelectorAll<HTMLElement>('[data-cell]')) setStops(cell)
    })
    observer.observe(grid, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [root, current])
}
