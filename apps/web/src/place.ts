/** What an address means: which screen, and for a workshop where in it. */

/** Where the address bar says we are. */
export type Place =
  | { readonly screen: 'home' | 'plan' | 'code' | 'check' | 'about' | 'unknown' }
  | { readonly screen: 'workshop'; readonly workshopId: string; readonly at: WorkshopPlace }

/** Screens of a workshop that have an address of one word. */
export const WORKSHOP_SCREENS = [
  'now',
  'topics',
  'news',
  'spaces',
  'write-up',
  'run',
  'order',
  'people',
  'screen',
] as const
/** See `WORKSHOP_SCREENS`: `order` is the running order, `screen` the big screen, `news` the news wall. */
export type WorkshopScreen = (typeof WORKSHOP_SCREENS)[number]

/** Where in a workshop: `start` is its front door, which leads on to *Now* or to the first board. */
export type WorkshopPlace =
  | { readonly kind: 'start' }
  | { readonly kind: 'board'; readonly boardId: string }
  /** One topic with its report. */
  | { readonly kind: 'topic'; readonly topicId: string }
  | { readonly kind: WorkshopScreen }

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
    const screen = WORKSHOP_SCREENS.find((each) => each === third)
    if (screen !== undefined && fourth === undefined) {
      return { screen: 'workshop', workshopId: second, at: { kind: screen } }
    }
    if (third === 'b' && fourth !== undefined) {
      return { screen: 'workshop', workshopId: second, at: { kind: 'board', boardId: fourth } }
    }
    if (third === 't' && fourth !== undefined) {
      return { screen: 'workshop', workshopId: second, at: { kind: 'topic', topicId: fourth } }
    }
    return { screen: 'unknown' }
  }
  if (second !== undefined) return { screen: 'unknown' }
  if (first === 'plan' || first === 'code' || first === 'check' || first === 'about') return { screen: first }
  return { screen: 'unknown' }
}
