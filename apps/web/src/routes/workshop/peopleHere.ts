import type { PersonView, WorkshopView } from '@moot/workshop'

/** Somebody on the roster, with their id. */
export interface Listed extends PersonView {
  readonly id: string
}

/** Everybody in the order of the People list: oneself, facilitators, then by name. */
export function peopleInOrder(view: WorkshopView): Listed[] {
  const rank = (person: Listed): number =>
    person.id === view.me.person ? 0 : person.role === 'facilitator' ? 1 : 2
  return Object.entries(view.people)
    .map(([id, person]) => ({ id, ...person }))
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
}

/** Those who have the workshop open now. */
export function peopleHere(view: WorkshopView): Listed[] {
  return peopleInOrder(view).filter((person) => person.at !== null)
}
