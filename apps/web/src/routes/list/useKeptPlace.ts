/** A phone may close a page that is not looked at and load it again: then the list stands where it stood. */
import type { RefObject } from 'react'
import { useLayoutEffect } from 'react'

/** Keeps which item is at the top of the window, in this tab, and goes back there when the list opens again. */
export function useKeptPlace(root: RefObject<HTMLElement | null>, boardId: string): void {
  useLayoutEffect(() => {
    const list = root.current
    if (list === null) return
    const key = `moot.place.${boardId}`
    const kept = read(key)
    if (kept !== null) {
      // Under the bars that stay at the top, as it stood when it was kept.
      list.querySelector(`[data-item="${CSS.escape(kept)}"]`)?.scrollIntoView({ block: 'center' })
    }
    const keep = (): void => {
      const first = [...list.querySelectorAll('[data-item]')].find(
        (item) => item.getBoundingClientRect().top >= innerHeight / 3,
      )
      const isAtTop = (list.closest('main')?.scrollTop ?? 0) < 100
      write(key, isAtTop ? null : (first?.getAttribute('data-item') ?? null))
    }
    const handle = (): void => {
      if (document.visibilityState === 'hidden') keep()
    }
    document.addEventListener('visibilitychange', handle)
    addEventListener('pagehide', keep)
    return () => {
      document.removeEventListener('visibilitychange', handle)
      removeEventListener('pagehide', keep)
    }
  }, [root, boardId])
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, value)
  } catch {
    // Without storage the list opens at its top.
  }
}
