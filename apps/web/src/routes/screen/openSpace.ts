/** What of an open space stands on the big screen: questions and headlines, and nobody's name. */
import type { WorkshopView } from '@moot/workshop'
import { t } from '../../text/index.ts'
import '../../text/withScreen.ts'
import { onePagerOf } from '../news/onePager.ts'
import { wallOf } from '../news/wall.ts'
import { placedAt, placeLabel } from '../workshop/topicPlace.ts'
import { mainQuestion, offeredTopics } from '../workshop/topicsHere.ts'

/** One topic or report. */
export interface BigCard {
  readonly id: string
  /** *Round 1 · Space 3*, or ''. */
  readonly place: string
  readonly question: string
  readonly headline: string
}

/**
 * Every topic that is offered: by round and space, then those elsewhere, then those that still wait for a place. What
 * went on as another topic is that one.
 */
export function offersOf(view: WorkshopView): BigCard[] {
  const rank = (number: number): number => (number === 0 ? Infinity : number)
  const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
  return offeredTopics(view)
    .filter(({ state }) => state !== 'continued')
    .map((topic) => ({ topic, at: placedAt(view, topic), waits: topic.state === 'posted' }))
    .toSorted(
      (a, b) =>
        Number(a.waits) - Number(b.waits) ||
        compare(rank(a.at.round), rank(b.at.round)) ||
        compare(rank(a.at.space), rank(b.at.space)) ||
        a.topic.posted - b.topic.posted,
    )
    .map(({ topic, at, waits }) => ({
      id: topic.id,
      place: waits ? t('screen.notPlaced') : placeLabel(at),
      question: mainQuestion(topic),
      headline: '',
    }))
}

/** Every report that has its first line, as on the news wall. */
export function wallCards(view: WorkshopView): BigCard[] {
  return wallOf(view, 'round').written.map((entry) => {
    const { question, headline } = onePagerOf(entry, [])
    return { id: entry.id, place: placeLabel(entry), question, headline }
  })
}
