/** Where and when a topic is, for *Now* and boards. */
import type { TopicView, WorkshopView } from '@moot/workshop'
import { placedAt, placeLabel, spaceWords as wordsOfSpace } from '../workshop/topicPlace.ts'

type Source = Pick<WorkshopView, 'stages' | 'spaces' | 'slots'>

/** *Space 3*, or its own words; '' where it has none. */
export const spaceWords = (view: Source, topic: TopicView): string => wordsOfSpace(placedAt(view, topic))

/** *Round 1 · Space 3*; '' where it has no place. */
export const whereWords = (view: Source, topic: TopicView): string => placeLabel(placedAt(view, topic))
