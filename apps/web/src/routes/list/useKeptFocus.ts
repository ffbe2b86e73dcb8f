/** The focus is never lost in the list: when its item goes, it moves on to the next one, else to the heading above. */
import type { ReadableBoard } from '@moot/board'
import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/** Where the focus is, in words that outlive its element. */
interface Focused {
  /** Key of the note or figure. */
  readonly item: string
  readonly control: string
  /** Keys of all items in reading order when it came here. */
  readonly order: readonly string[]
  /** Section of the item, for its heading. */
  readonly section: string
}

/** How often it is looked whether what took the focus has given it back, in ms; how many times at most, and at least. */
const LOOK_MS = 30
const LOOKS = 100
const LOOKS_AFTER = 2

const CONTROLS = ['data-more', 'data-edit'] as const

/** Parts of the page that the focus may visit without leaving the item they belong to. */
const BELONGS = '[role="menu"], [role="dialog"], [role="alertdialog"]'

/**
 * Watches the focus inside `root`. After each change of the board (`reading`) an item that lost the focus because it
 * went or moved gives it to itself, where it is now, or to its neighbour.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>, reading: ReadableBoard): void {
  const focused = useRef<Focused>(undefined)

  useEffect(() => {
    const list = root.current
    if (list === null) return
    const handleIn = (event: FocusEvent): void => {
      const { target } = event
      if (!(target instanceof Element)) return
      const item = target.closest('[data-item]')
      if (item === null) {
        // Menus and dialogs of an item come and go; anything else is a place of its own.
        if (target.closest(BELONGS) === null) focused.current = undefined
        return
      }
      focused.current = {
        item: item.getAttribute('data-item') ?? '',
        control: CONTROLS.find((name) => target.hasAttribute(name)) ?? 'data-more',
        order: [...list.querySelectorAll('[data-item]')].map((each) => each.getAttribute('data-item') ?? ''),
        section: item.closest('[data-section]')?.getAttribute('data-section') ?? '',
      }
    }
    const handlePress = (event: PointerEvent): void => {
      // A press beside everything takes the focus away on purpose.
      const { target } = event
      if (target instanceof Element && target.closest(`[data-item], ${BELONGS}`) === null)
        focused.current = undefined
    }
    document.addEventListener('focusin', handleIn)
    document.addEventListener('pointerdown', handlePress)
    return () => {
      document.removeEventListener('focusin', handleIn)
      document.removeEventListener('pointerdown', handlePress)
    }
  }, [root])

  useEffect(() => {
    const check = (): void => {
      const was = focused.current
      const list = root.current
      if (was === undefined || list === null) return
      const { activeElement } = document
      if (activeElement !== null && activeElement !== document.body) return
      const target = targetFor(list, was)
      if (target === undefined) return
      target.focus()
      target.scrollIntoView({ block: 'nearest' })
    }
    check()
    // And after menus and dialogs have put the focus back where it was, which may be gone. On a slow computer one that
    // closes is there a good while longer.
    let looks = 0
    let wait = setTimeout(function look() {
      check()
      looks += 1
      const isOver = document.activeElement?.closest(BELONGS) == null
      if (looks < LOOKS && !(isOver && looks > LOOKS_AFTER)) wait = setTimeout(look, LOOK_MS)
    }, LOOK_MS)
    return () => clearTimeout(wait)
  }, [root, reading])
}

function targetFor(list: HTMLElement, was: Focused): HTMLElement | undefined {
  const itself = controlOf(list, was.item, was.control)
  if (itself) return itself
  const at = was.order.indexOf(was.item)
  const near = [...was.order.slice(at + 1), ...was.order.slice(0, Math.max(0, at)).toReversed()]
  const section = list.querySelector(`[data-section="${CSS.escape(was.section)}"]`)
  for (const id of near) {
    const control = controlOf(list, id, was.control)
    if (control && section?.contains(control)) return control
  }
  const heading = section?.querySelector('h2') ?? list.querySelector('h2')
  return heading instanceof HTMLElement ? heading : undefined
}

function controlOf(list: HTMLElement, key: string, control: string): HTMLElement | undefined {
  const item = list.querySelector(`[data-item="${CSS.escape(key)}"]`)
  const found = item?.querySelector(`[${control}]`) ?? item?.querySelector('button, input')
  return found instanceof HTMLElement ? found : undefined
}
