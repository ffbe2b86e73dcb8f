/**
 * The hand that rests beside a pen. To the browser it is a finger like any other: with the pen it would make two, which
 * zoom, and end the line that the pen draws. While a pen is down nobody else hears of fingers.
 */

/** Listens on the canvas's element, before everything else there, until `signal` says to stop. */
export function keepPalmsOut(container: HTMLElement, signal: AbortSignal): void {
  const pens = new Set<number>()
  /** Fingers that are down and counted, with what they went down on. */
  const fingers = new Map<number, EventTarget>()
  const palms = new Set<number>()
  const stop = (event: Event): void => event.stopImmediatePropagation()

  container.addEventListener(
    'pointerdown',
    (event) => {
      const { pointerId, pointerType, target } = event
      if (pointerType === 'pen') {
        pens.add(pointerId)
        // The hand is often there before its pen: whoever counted it hears that it was none.
        for (const [finger, at] of fingers) {
          const cancelled = { pointerId: finger, pointerType: 'touch', bubbles: true }
          at.dispatchEvent(new PointerEvent('pointercancel', cancelled))
          palms.add(finger)
        }
        fingers.clear()
      } else if (pointerType === 'touch' && pens.size > 0) {
        palms.add(pointerId)
        stop(event)
      } else if (pointerType === 'touch' && target !== null) fingers.set(pointerId, target)
    },
    { capture: true, signal },
  )
  container.addEventListener('pointermove', (event) => void (palms.has(event.pointerId) && stop(event)), {
    capture: true,
    signal,
  })
  // Wherever they are lifted: a pen that was forgotten here would switch fingers off.
  const handleEnd = (event: PointerEvent): void => {
    pens.delete(event.pointerId)
    fingers.delete(event.pointerId)
    if (palms.delete(event.pointerId)) stop(event)
  }
  addEventListener('pointerup', handleEnd, { capture: true, signal })
  addEventListener('pointercancel', handleEnd, { capture: true, signal })
  addEventListener('blur', () => pens.clear(), { signal })
}
