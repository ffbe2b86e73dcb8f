/** Topics whose round or space goes: they are offered as before, without a place (methods §1.7). Nothing is lost. */
import type { Moment } from '../decideBoard.ts'
import type { WorkshopEvent } from '../event.ts'
import type { Workshop } from '../state.ts'
import { told } from './notices.ts'
import type { Place } from './topic.ts'

/**
 * Takes topics that have not begun out of places that go; their conveners are told. What goes on goes on where it is.
 *
 * @param goes - whether a place is one of those
 * @param by - who took the round or the space away
 */
export function unplaced(
  workshop: Workshop,
  goes: (place: Place) => boolean,
  by: string,
  moment: Pick<Moment, 'newId'>,
): WorkshopEvent[] {
  return Object.values(workshop.topics)
    .filter(({ state, place }) => state === 'scheduled' && place !== null && goes(place))
    .flatMap(({ id, conveners }): WorkshopEvent[] => [
      { type: 'topic.lifted', topic: id, by: null },
      ...told(workshop, { kind: 'unplaced', to: conveners, topic: id, by }, moment),
    ])
}
