/** Dragging topics on the grid by mouse, pen or finger: a picture of the card follows the hand, places light up. */
import type { PointerEvent as ReactPointerEvent } from 'react'
import { useCallback, useEffect, useRef, useState } from 'react'

/** How far a mouse goes before a press is a drag, px. */
const START_PX = 6
/** px from the edge of what scrolls at which it scrolls on, and how far with each picture drawn. */
const EDGE_PX = 70
const STEP_PX = 10

/** Where something would be dropped: a cell by its key, or off the grid. */
export type DropTarget = { readonly kind: 'cell'; readonly key: string } | { readonly kind: 'off' }

/** What is dragged, and over what. */
export interface TopicDrag {
  readonly topic: string
  readonly over: DropTarget | undefined
}

/**
 * Cells carry `data-cell`, what takes topics off the grid `data-off`, cards `data-topic`, handles for fingers
 * `data-grip`.
 */
export function useTopicDrag(onDrop: (topic: string, target: DropTarget) => void): {
  readonly drag: TopicDrag | undefined
  readonly start: (topic: string, event: ReactPointerEvent<HTMLElement>) => void
} {
  const [drag, setDrag] = useState<TopicDrag>()
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const drop = useRef(onDrop)
  useEffect(() => {
    drop.current = onDrop
  })

  const start = useCallback((topic: string, event: ReactPointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    const isOnGrip = event.target.closest('[data-grip]') !== null
    // A finger scrolls, unless it takes the handle; what can be pressed is pressed.
    if (event.pointerType !== 'mouse' && !isOnGrip) return
    if (event.target.closest('button, summary') !== null) return
    stop.current?.()
    stop.current = follow(
      topic,
      event.currentTarget,
      event.nativeEvent,
      (over) => setDrag({ topic, over }),
      (over) => {
        stop.current = undefined
        setDrag(undefined)
        if (over !== undefined) drop.current(topic, over)
      },
    )
  }, [])
  return { drag, start }
}

/** Follows a pointer until it is let go. @returns a way to give up */
function follow(
  topic: string,
  card: HTMLElement,
  { pointerId, clientX: fromX, clientY: fromY }: PointerEvent,
  onOver: (over: DropTarget | undefined) => void,
  onEnd: (over: DropTarget | undefined) => void,
): () => void {
  let picture: HTMLElement | undefined
  let over: DropTarget | undefined
  let at = { x: fromX, y: fromY }
  let frame = 0
  const { left, top, width } = card.getBoundingClientRect()

  const look = (): void => {
    const next = targetAt(at.x, at.y)
    const isSame =
      next?.kind === 'cell' ? over?.kind === 'cell' && over.key === next.key : next?.kind === over?.kind
    over = next
    if (!isSame) onOver(over)
  }
  const draw = (): void => {
    frame = 0
    if (picture === undefined) return
    picture.style.transform = `translate(${left + at.x - fromX}px, ${top + at.y - fromY}px) rotate(1.5deg)`
    // What takes topics off the grid may lie at an edge, and is not to go from under the hand.
    if (over?.kind !== 'off' && scrollAtEdges(card, at)) {
      look()
      frame = requestAnimationFrame(draw)
    }
  }
  const move = (moved: PointerEvent): void => {
    if (moved.pointerId !== pointerId) return
    at = { x: moved.clientX, y: moved.clientY }
    if (picture === undefined) {
      if (Math.hypot(at.x - fromX, at.y - fromY) < START_PX) return
      picture = pictureOf(card, width)
      document.body.append(picture)
      document.documentElement.dataset['dragging'] = topic
      onOver(undefined)
    }
    moved.preventDefault()
    look()
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  const end = (drops: boolean): void => {
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', up)
    removeEventListener('pointercancel', cancel)
    removeEventListener('keydown', key, { capture: true })
    cancelAnimationFrame(frame)
    const wasDragged = picture !== undefined
    picture?.remove()
    delete document.documentElement.dataset['dragging']
    if (wasDragged) passOverClick()
    onEnd(drops && wasDragged ? over : undefined)
  }
  const up = (let_: PointerEvent): void => {
    if (let_.pointerId === pointerId) end(true)
  }
  const cancel = (): void => end(false)
  const key = (pressed: KeyboardEvent): void => {
    if (pressed.key !== 'Escape') return
    pressed.stopPropagation()
    end(false)
  }
  addEventListener('pointermove', move)
  addEventListener('pointerup', up)
  addEventListener('pointercancel', cancel)
  addEventListener('keydown', key, { capture: true })
  return cancel
}

function targetAt(x: number, y: number): DropTarget | undefined {
  const found = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-cell], [data-off]')
  const cell = found?.dataset['cell']
  if (cell !== undefined) return { kind: 'cell', key: cell }
  return found == null ? undefined : { kind: 'off' }
}

/** A picture of the card that follows the hand; nothing of it can be reached. */
function pictureOf(card: HTMLElement, width: number): HTMLElement {
  const copy = document.createElement('div')
  copy.append(card.cloneNode(true))
  for (const each of copy.querySelectorAll('[id]')) each.removeAttribute('id')
  for (const each of copy.querySelectorAll('[data-topic]')) each.removeAttribute('data-topic')
  copy.inert = true
  copy.dataset['dragPicture'] = ''
  Object.assign(copy.style, {
    position: 'fixed',
    inset: '0 auto auto 0',
    width: `${width}px`,
    zIndex: '600',
    opacity: '0.92',
    pointerEvents: 'none',
    listStyle: 'none',
  })
  return copy
}

/** The press that ended a drag opens nothing. */
function passOverClick(): void {
  const pass = (event: MouseEvent): void => {
    event.preventDefault()
    event.stopPropagation()
  }
  addEventListener('click', pass, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', pass, { capture: true }), 0)
}

/** @returns whether it scrolled, and goes on doing so */
function scrollAtEdges(card: HTMLElement, at: { readonly x: number; readonly y: number }): boolean {
  const grid = document.querySelector<HTMLElement>('[data-grid-scroll]')
  // Both, for the grid may be higher than what is left of the window: it ends where the screen does.
  return [card.closest('main'), grid].map((each) => each !== null && scrollAtEdge(each, at)).includes(true)
}

/** Scrolls where the hand is near an edge, inside or just outside. */
function scrollAtEdge(box: HTMLElement, { x, y }: { readonly x: number; readonly y: number }): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect()
  if (Math.max(left - x, x - right, top - y, y - bottom) > EDGE_PX) return false
  const { scrollLeft, scrollTop } = box
  const step = (at: number, from: number, to: number): number =>
    at < from + EDGE_PX ? -STEP_PX : at > to - EDGE_PX ? STEP_PX : 0
  box.scrollBy(step(x, left, right), step(y, top, bottom))
  return box.scrollLeft !== scrollLeft || box.scrollTop !== scrollTop
}
