/** How often, and how many times, it is looked whether the button is gone: what removes it comes from the server. */
const LOOK_MS = 100
const LOOKS = 10

/**
 * Where what had the focus goes away, such as a button that did its work: the heading of the screen gets it, so that the
 * keyboard goes on from there and not from the top of the page.
 */
export function focusIfLost(): void {
  const had = document.activeElement
  let looks = 0
  const look = (): void => {
    const { activeElement } = document
    looks += 1
    if (activeElement === document.body)
      document.querySelector<HTMLElement>('main h1[tabindex]')?.focus({ preventScroll: true })
    else if (activeElement === had && looks < LOOKS) setTimeout(look, LOOK_MS)
  }
  setTimeout(look, 0)
}
