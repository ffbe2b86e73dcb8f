/**
 * Dialogs, menus and popovers weigh as much as a whole screen, and a screen can be read and written on without them:
 * they are loaded when a pointer or the focus comes near a button that opens one, or with the first thing somebody does
 * in a workshop.
 */
import { useSyncExternalStore } from 'react'
import type * as Parts from './overlayParts.ts'

type Overlays = typeof Parts
type Arrival =
  | { readonly state: 'wanted' | 'arriving' | 'failed' }
  | { readonly state: 'here'; readonly parts: Overlays }

let arrival: Arrival = { state: 'wanted' }
const listeners = new Set<() => void>()

function become(next: Arrival): void {
  arrival = next
  for (const listener of listeners) listener()
}

/** Fetches them; harmless when they are here or on their way. After a failure the next call tries again. */
export function loadOverlays(): void {
  if (arrival.state === 'wanted' || arrival.state === 'failed') void fetchOverlays()
}

const companions = new Set<() => Promise<unknown>>()

/**
 * Fetches something together with them: what stands inside a menu has to be there when the menu opens, or its first item
 * could not have the focus.
 */
export function comesWithOverlays(fetchIt: () => Promise<unknown>): void {
  companions.add(fetchIt)
  // Too late for the journey: on its own, now. What asks for it later hears of a failure, and tries again.
  if (arrival.state === 'here' || arrival.state === 'arriving') fetchIt().catch(() => undefined)
}

async function fetchOverlays(): Promise<void> {
  become({ state: 'arriving' })
  try {
    const [parts] = await Promise.all([
      import('./overlayParts.ts'),
      ...Array.from(companions, (fetchIt) => fetchIt()),
    ])
    become({ state: 'here', parts })
  } catch {
    become({ state: 'failed' })
  }
}

/** The parts, or `undefined` until they are here. */
export function useOverlays(): Overlays | undefined {
  return useSyncExternalStore(subscribe, () => (arrival.state === 'here' ? arrival.parts : undefined))
}

/** Whether the last try to fetch them failed. */
export function useHaveOverlaysFailed(): boolean {
  return useSyncExternalStore(subscribe, () => arrival.state === 'failed')
}

/** The parts, for what only ever stands inside an open menu or dialog. */
export function overlays(): Overlays {
  if (arrival.state !== 'here') throw new Error('A part of a menu was shown outside a menu')
  return arrival.parts
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
