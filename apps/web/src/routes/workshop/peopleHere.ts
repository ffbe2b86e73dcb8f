import type { PersonView, WorkshopView } from '@moot/workshop'

/** Somebody on the roster, with their id. */
export interface Listed extends PersonView {
  readonly id: string
}

/**
 * Everybody on the roster in the order of the People list: oneself, facilitators, then by name. Who was taken off it is
 * named where their notes are, and who only tries the workshop is nobody.
 */
export function peopleInOrder(view: WorkshopView): Listed[] {
  return inOrder(view).filter(({ isGone, isTrial }) => !isGone && !isTrial)
}

/** Everybody whose hand may have written something, in the same order, those who were taken off the roster included. */
export function writersInOrder(view: WorkshopView): Listed[] {
  return inOrder(view).filter(
    ({ role, helper, isExpected }) => role !== 'observer' && helper === undefined && !isExpected,
  )
}

function inOrder(view: WorkshopView): Listed[] {
  const rank = (person: Listed): number =>
    person.id === view.me.person ? 0 : person.role === 'facilitator' ? 1 : 2
  return Object.entries(view.people)
    .map(([id, person]) => ({ id, ...person }))
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
}

/** Whether somebody takes part just now: with a connection, or through the helper who acts for them. */
export const isPresent = ({ at, helper }: PersonView): boolean => at !== null || helper !== undefined

/** Those who take part now. Observers look on and are counted apart. */
export function peopleHere(view: WorkshopView): Listed[] {
  return peopleInOrder(view).filter((person) => person.role !== 'observer' && isPresent(person))
}
