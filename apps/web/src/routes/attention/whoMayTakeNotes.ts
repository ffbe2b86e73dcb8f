import type { WorkshopView } from '@moot/workshop'
import type { ListedSpace } from '../workshop/places.ts'
import type { Listed } from '../workshop/peopleHere.ts'
import { peopleInOrder } from '../workshop/peopleHere.ts'

/**
 * Who can be named for a space's notes beside oneself: whoever looks at its board, because that is what everybody is told
 * of the others; facilitators know who is in the space as well. Not observers, nor who has no device of their own.
 */
export function whoMayTakeNotes(
  view: WorkshopView,
  { id, board }: Pick<ListedSpace, 'id' | 'board'>,
): Listed[] {
  return peopleInOrder(view).filter(
    (person) =>
      person.id !== view.me.person &&
      person.role !== 'observer' &&
      person.helper === undefined &&
      ((board !== null && person.at?.board === board) || person.place?.space === id),
  )
}
