import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { cloneElement, isValidElement } from 'react'
import { loadOverlays } from './overlays.ts'

interface OpenerProps {
  'aria-haspopup'?: 'menu' | 'dialog'
  'aria-expanded'?: boolean
  onClick?: (event: MouseEvent) => void
  onKeyDown?: (event: KeyboardEvent) => void
  onPointerEnter?: () => void
  onFocus?: () => void
}

/**
 * The button of a menu or dialog that has not been opened yet: it says what it opens, and fetches it when a pointer or
 * the focus comes near. A list of two thousand notes has two thousand buttons and no menu.
 */
export function Opener({
  kind,
  onOpen,
  children,
}: {
  readonly kind: 'menu' | 'dialog'
  /** `byKeyboard`: the first item is to have the focus. */
  readonly onOpen: (byKeyboard: boolean) => void
  /** One element that takes the properties of a button. */
  readonly children: ReactNode
}) {
  if (!isValidElement<OpenerProps>(children)) return null
  const handleOpen = (byKeyboard: boolean) => {
    loadOverlays()
    onOpen(byKeyboard)
  }
  return cloneElement(children, {
    'aria-haspopup': kind,
    'aria-expanded': false,
    // A press by Enter, the space bar or a screen reader has no place on the screen.
    onClick: (event) => handleOpen(event.detail === 0),
    onPointerEnter: loadOverlays,
    onFocus: loadOverlays,
    ...(kind === 'menu'
      ? {
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            handleOpen(true)
          },
        }
      : {}),
  })
}
