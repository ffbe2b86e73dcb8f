/**
 * Dialogs, menus and popovers weigh as much as a whole screen, and a screen can be read and written on without them:
 * they are loaded when a pointer or the focus comes near a button that opens one, or when there is a quiet moment.
 */
import { useSyncExternalStore } from 'react'
import { t } from '../text/index.ts'
import { announce } from './announce.ts'
import type * as Parts from './overlayParts.ts'

type Overlays = typeof Parts

let loaded: Overlays | undefined
let arriving: Promise<void> | undefined
const listeners = new Set<() => void>()

/** Fetches them; harmless when they are here. A failure is said, and the next press tries again. */
export function loadOverlays(): void {
  arriving ??= import('./overlayParts.ts').then(
    (parts) => {
      loaded = parts
      for (const listener of listeners) listener()
    },
    () => {
      arriving = undefined
      announce(t('parts.notLoaded'))
    },
  )
}

/** The parts, or `undefined` until they are here. */
export function useOverlays(): Overlays | undefined {
  return useSyncExternalStore(subscribe, () => loaded)
}

/** The parts, for what only ever stands inside an open menu or dialog. */
export function overlays(): Overlays {
  if (loaded === undefined) throw new Error('A part of a menu was shown outside a menu')
  return loaded
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
