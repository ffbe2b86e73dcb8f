import type { RefObject } from 'react'
import { useEffect } from 'react'
import { later } from '../../../parts/later.tsx'
import { useUi } from '../../../uiStore.ts'
import { closeFind, openFind, useFind } from './openFind.ts'

const FindDialog = later(async () => (await import('./FindDialog.tsx')).FindDialog)

/** Where keys are somebody else's: the browser's own search stays in fields, menus and dialogs. */
const OWN_KEYS =
  'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="alertdialog"]'

/** *Find* on the board's screen, from its menu or by Ctrl+F and “/” while the canvas or the list has the focus. */
export function FindHost({
  returnFocusTo,
}: {
  readonly returnFocusTo: readonly RefObject<HTMLElement | null>[]
}) {
  const isOpen = useFind((state) => state.isOpen)
  const shortcuts = useUi((ui) => ui.shortcuts)
  useEffect(() => closeFind, [])
  useEffect(() => {
    if (!shortcuts) return
    const handle = (event: KeyboardEvent): void => {
      const isFind = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'f'
      const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey
      if (event.defaultPrevented || event.altKey || !(isFind || isSlash)) return
      const { target } = event
      // Elsewhere on the page, and where nothing has the focus, the browser's own search opens.
      if (!(target instanceof Element) || target.closest('[data-view]') === null) return
      if (target.closest(OWN_KEYS) !== null) return
      event.preventDefault()
      event.stopPropagation()
      openFind()
    }
    // Before the canvas hears the key.
    document.addEventListener('keydown', handle, true)
    return () => document.removeEventListener('keydown', handle, true)
  }, [shortcuts])
  return isOpen ? <FindDialog returnFocusTo={returnFocusTo} /> : null
}
