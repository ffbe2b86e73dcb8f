/** Dragging rows of the running order by their grip, with a mouse, a pen or a finger. */
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'

/** px from the edge of what scrolls at which it scrolls on, and how far with each step of the hand. */
const EDGE_PX = 60
const STEP_PX = 12

/** What is dragged, and before which place it would be dropped. */
export interface RowDrag {
  readonly id: string
  /** From 0; as many as there are rows for the end. */
  readonly before: number
}

/**
 * @param list - holds the rows, each with `data-stage`
 * @param first - the first place at which something may be dropped
 * @param onDrop - the row and the place before which it was let go
 */
export function useRowDrag(
  list: RefObject<HTMLElement | null>,
  first: number,
  onDrop: (drag: RowDrag) => void,
): { readonly drag: RowDrag | undefined; readonly start: (id: string, event: ReactPointerEvent) => void } {
  const [drag, setDrag] = useState<RowDrag>()
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])

  const start = (id: string, event: ReactPointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    stop.current?.()
    const { pointerId } = event
    let latest: RowDrag | undefined
    const move = (moved: PointerEvent) => {
      if (moved.pointerId !== pointerId) return
      scrollAtEdge(list.current, moved.clientY)
      const rows = [...(list.current?.querySelectorAll('[data-stage]') ?? [])]
      const below = rows.findIndex((row) => {
        const { top, height } = row.getBoundingClientRect()
        return moved.clientY < top + height / 2
      })
      latest = { id, before: Math.max(first, below === -1 ? rows.length : below) }
      setDrag(latest)
    }
    const end = (drops: boolean) => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', up)
      removeEventListener('pointercancel', cancel)
      removeEventListener('keydown', key, { capture: true })
      stop.current = undefined
      setDrag(undefined)
      if (drops && latest !== undefined) onDrop(latest)
    }
    const up = () => end(true)
    const cancel = () => end(false)
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return
      pressed.stopPropagation()
      end(false)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', up)
    addEventListener('pointercancel', cancel)
    addEventListener('keydown', key, { capture: true })
    stop.current = cancel
  }
  return { drag, start }
}

function scrollAtEdge(list: HTMLElement | null, y: number): void {
  const scroller = list?.closest('main')
  if (!scroller) return
  const { top, bottom } = scroller.getBoundingClientRect()
  if (y < top + EDGE_PX) scroller.scrollBy(0, -STEP_PX)
  else if (y > bottom - EDGE_PX) scroller.scrollBy(0, STEP_PX)
}
