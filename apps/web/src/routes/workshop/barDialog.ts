/** Which dialog of the bar is open: asked for from the bar, from its menu and from *Now*. */
import type { DialogName } from './dialogs/Dialogs.tsx'

type Listener = (name: DialogName) => void
let bar: Listener | undefined

/** Opens a dialog of the bar; nothing happens where there is no bar. */
export function openBarDialog(name: DialogName): void {
  bar?.(name)
}

/** For the bar: gets every request from now on. Returns what ends it. */
export function onBarDialog(listener: Listener): () => void {
  bar = listener
  return () => {
    if (bar === listener) bar = undefined
  }
}
