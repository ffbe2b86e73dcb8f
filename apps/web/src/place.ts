/** What an address means: which screen, and for a workshop where in it. */

/** Where the address bar says we are. */
export type Place =
  | { readonly screen: 'home' | 'plan' | 'code' | 'check' | 'about' | 'unknown' }
  | { readonly screen: 'workshop'; readonly workshopId: string; readonly at: WorkshopPlace }

/** Where in a workshop: `start` is its front door, which leads on to the first board. */
export type WorkshopPlace =
  | { readonly kind: 'start' }
  | { readonly kind: 'board'; readonly boardId: string }
  | { readonly kind: 'write-up' }

/** Reads a path. Anything that is not ours is `unknown`. */
export function placeOf(path: string): Place {
  let parts: string[]
  try {
    parts = path
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent)
  } catch {
    return { screen: 'unknown' }
  }
  const [first, second, third, fourth, ...rest] = parts
  if (first === undefined) return { screen: 'home' }
  if (rest.length > 0) return { screen: 'unknown' }
  if (first === 'w' && second !== undefined) {
    if (third === undefined) return { screen: 'workshop', workshopId: second, at: { kind: 'start' } }
    if (third === 'write-up' && fourth === undefined) {
      return { screen: 'workshop', workshopId: second, at: { kind: 'write-up' } }
    }
    if (third === 'b' && fourth !== undefined) {
      return { screen: 'workshop', workshopId: second, at: { kind: 'board', boardId: fourth } }
    }
    return { screen: 'unknown' }
  }
  if (second !== undefined) return { screen: 'unknown' }
  if (first === 'plan' || first === 'code' || first === 'check' || first === 'about') return { screen: first }
  return { screen: 'unknown' }
}
