/** What stands over reports that hang together. */
import { t } from '../../text/index.ts'
import '../../text/withNews.ts'
import type { Placed } from '../workshop/topicPlace.ts'
import { roundWords, spaceWords } from '../workshop/topicPlace.ts'
import type { WallSort } from './wall.ts'

/** Their round or their space, by how the wall is sorted. */
export function groupTitle(placed: Placed, sort: WallSort): string {
  return sort === 'round' ? roundWords(placed) || t('news.ownTime') : spaceWords(placed) || t('news.ownPlace')
}
