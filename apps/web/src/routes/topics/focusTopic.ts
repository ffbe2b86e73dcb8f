/** How often, and how many times, it is looked whether the focus is lost: what moves a card comes from the server. */
const LOOK_MS = 100
const LOOKS = 12

/** What has the focus only because what had it before went away. */
let stayed: Element | undefined

/** Gives the focus to the place that what had it was in. */
export function stayAt(place: HTMLElement): void {
  stayed = place
  place.focus({ preventScroll: true })
}

/** Whether this has the focus for want of anything better: nothing, the place that it was in, or the heading of the screen. */
const isLeftBehind = (active: Element | null): boolean =>
  active === document.body || active === stayed || active?.matches('main h1[tabindex]') === true

/**
 * A topic that is placed, moved, lifted or joined has a new card elsewhere, and the button that was pressed is gone with the old
 * one: the title of the new card gets the focus then, so that the keyboard goes on from there.
 */
export function focusTopicIfLost(topic: string): void {
  let looks = 0
  const look = (): void => {
    looks += 1
    const card = document.querySelector<HTMLElement>(`[data-topic="${CSS.escape(topic)}"] h3 a`)
    const { activeElement } = document
    if (card !== null && isLeftBehind(activeElement)) card.focus()
    // The dialog may close first and give the focus back to a button that goes a moment later.
    if (looks < LOOKS) setTimeout(look, LOOK_MS)
  }
  setTimeout(look, 0)
}
