/** A small router on the history API: where we are, and going elsewhere without loading the page. */
import type { ComponentProps, MouseEvent } from 'react'
import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let hasMoved = false

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener('popstate', handleMoved)
    addEventListener('hashchange', tell)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    removeEventListener('popstate', handleMoved)
    removeEventListener('hashchange', tell)
  }
}

function handleMoved(): void {
  hasMoved = true
  tell()
}

/** The path of the page, without query and fragment. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname)
}

/** The fragment with its `#`, or ''. It is where links carry their keys: it never reaches the server. */
export function useFragment(): string {
  return useSyncExternalStore(subscribe, () => location.hash)
}

/** Whether this page has changed screens since it was loaded: then a new screen takes the focus to its heading. */
export function hasNavigated(): boolean {
  return hasMoved
}

/** Goes to another place of this app. `replace` leaves no step back. */
export function navigate(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, '', to)
  else history.pushState(null, '', to)
  handleMoved()
}

/** Changes only the fragment of the address, as no step and without moving the focus. */
export function setFragment(fragment: string): void {
  if (location.hash === fragment) return
  history.replaceState(null, '', location.pathname + location.search + fragment)
  tell()
}

/** A link inside the app. With a modifier key or another button it is an ordinary link. */
export function Link({
  to,
  onClick,
  children,
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & { readonly to: string }) {
  const handleClick = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate(to)
  }
  return (
    <a {...rest} href={to} onClick={handleClick}>
      {children}
    </a>
  )
}
