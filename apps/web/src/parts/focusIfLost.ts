/**
 * Where what had the focus is gone, such as a button that did its work: the heading of the screen gets it, so that the
 * keyboard goes on from there and not from the top of the page.
 */
export function focusIfLost(): void {
  // After the screen has been drawn again.
  setTimeout(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('main h1[tabindex]')?.focus({ preventScroll: true })
  }, 0)
}
