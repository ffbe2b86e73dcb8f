/** Where and when a topic is, in words: *Round 1, Space 3*, *14:10, by the window*. */
import type { TopicView, WorkshopView } from '@moot/workshop'
import { t } from '../../text/index.ts'
import '../../text/withOpenSpace.ts'
import { spaceById, spaceName } from '../workshop/places.ts'

/** *Space 3*, or its own words; '' where it has none. */
export function spaceWords({ spaces }: Pick<WorkshopView, 'spaces'>, { place }: TopicView): string {
  if (place === null) return ''
  const space = spaceById(spaces, place.space)
  return space === undefined ? place.where : spaceName(space)
}

/** Both; '' where it has no place. */
export function whereWords(view: Pick<WorkshopView, 'spaces' | 'stages'>, topic: TopicView): string {
  const { place } = topic
  if (place === null) return ''
  const time = (place.round === null ? undefined : view.stages[place.round]?.title) ?? place.time
  const where = spaceWords(view, topic)
  if (time === '' || where === '') return time || where
  return t('openSpace.at', { time, place: where })
}
