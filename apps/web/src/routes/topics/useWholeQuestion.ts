/** A long question in the grid: a few lines of it, so that its row stays low, and all of it while it is looked at. */
import type { RefObject } from 'react'
import { useEffect } from 'react'

/** How long a mouse rests on a question before all of it is shown, ms: nothing flickers along the way of a hand. */
const REST_MS = 250

/**
 * What is cut lies over the rest of its card while a mouse rests on it, or the keyboard is at it or at its cell; Escape
 * puts it away. A finger opens the topic's page instead. Questions carry `data-words`, and get `data-whole`.
 */
export function useWholeQuestion(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const grid = root.current
    if (grid === null) return
    let pointed: HTMLElement | null = null
    let focused: HTMLElement | null = null
    let whole: HTMLElement | null = null
    let putAway: HTMLElement | null = null
    let timer = 0

    const fold = (): void => {
      if (whole === null) return
      delete whole.dataset['whole']
      whole.style.blockSize = ''
      whole = null
    }
    const show = (): void => {
      const next = pointed ?? focused
      if (next === whole) return
      fold()
      if (next === null || next === putAway || !isCut(next)) return
      // Its place stays as it is: nothing in the grid moves.
      next.style.blockSize = `${next.offsetHeight}px`
      next.dataset['whole'] = ''
      whole = next
    }
    const point = (at: HTMLElement | null): void => {
      if (at === pointed) return
      pointed = at
      putAway = null
      clearTimeout(timer)
      if (at === null) show()
      else timer = window.setTimeout(show, REST_MS)
    }
    const over = ({ target, pointerType }: PointerEvent): void =>
      point(pointerType !== 'touch' && target instanceof Element ? target.closest(WORDS) : null)
    const leave = (): void => point(null)
    const come = ({ target }: FocusEvent): void => {
      focused = target instanceof Element && target.matches(':focus-visible') ? wordsAt(target) : null
      if (focused !== putAway) putAway = null
      show()
    }
    const go = (): void => {
      focused = null
      show()
    }
    const press = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape' || whole === null) return
      putAway = whole
      fold()
    }
    grid.addEventListener('pointerover', over)
    grid.addEventListener('pointerleave', leave)
    grid.addEventListener('focusin', come)
    grid.addEventListener('focusout', go)
    // A mouse rests on it wherever the focus is; and before the focus is led on.
    document.addEventListener('keydown', press, { capture: true })
    return () => {
      clearTimeout(timer)
      grid.removeEventListener('pointerover', over)
      grid.removeEventListener('pointerleave', leave)
      grid.removeEventListener('focusin', come)
      grid.removeEventListener('focusout', go)
      document.removeEventListener('keydown', press, { capture: true })
    }
  }, [root])
}

const WORDS = '[data-words]'

/** The question of a cell, or of what is in it; not for its buttons, which it would cover. */
const wordsAt = (at: Element): HTMLElement | null =>
  at.matches('[data-cell]') ? at.querySelector<HTMLElement>(WORDS) : at.closest<HTMLElement>(WORDS)

const isCut = (words: HTMLElement): boolean =>
  [...words.querySelectorAll('a, p')].some(
    ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1,
  )
