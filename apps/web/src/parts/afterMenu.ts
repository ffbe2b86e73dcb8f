/**
 * Does something once the menu that asked for it has closed and given the focus back to its button: a dialog or field
 * that takes the focus earlier loses it again, and would not know where to return it.
 */
export function afterMenu(callback: () => void): void {
  // The menu gives the focus back in a timer of its own, which stands between these two in the queue.
  setTimeout(() => setTimeout(callback, 0), 0)
}
