/** Where two topics meet once they are joined: said before somebody says yes. */
import type { TopicView, WorkshopView } from '@moot/workshop'
import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'
import { placedAt, placeLabel } from '../workshop/topicPlace.ts'

/**
 * *They meet here: Round 1 · Space 3. Round 1 · Space 4 becomes free.* The topic that leads keeps its place; '' where
 * neither has one.
 */
export function meetWords(view: WorkshopView, leads: TopicView, joins: TopicView): string {
  const [kept, given] = [placedAt(view, leads), placedAt(view, joins)]
  const place = placeLabel(kept) || placeLabel(given)
  if (place === '') return ''
  const isFreed = leads.place !== null && given.round > 0 && given.space > 0
  return [
    t('offer.theyMeet', { place }),
    ...(isFreed ? [t('offer.freeAgain', { place: placeLabel(given) })] : []),
  ].join(' ')
}
