/** What a report's round and space are called: in full for everybody, short for facilitators and on paper. */
import { t } from '../../text/index.ts'
import '../../text/withNews.ts'
import '../../text/withPlaces.ts'
import type { WallEntry, WallSort } from './wall.ts'

type Placed = Pick<WallEntry, 'round' | 'time' | 'space' | 'where'>

const roundWords = ({ round, time }: Placed): string => (round === 0 ? time : t('news.round', { round }))
const spaceWords = ({ space, where }: Placed): string =>
  space === 0 ? where : t('places.breakout', { number: space })

/** *Round 1 · Space 3*, *14:10 · By the window*; '' where neither is said. */
export function placeLabel(placed: Placed): string {
  const [time, where] = [roundWords(placed), spaceWords(placed)]
  return time === '' || where === '' ? time + where : t('news.label', { time, where })
}

/** `R1·3`; in words where either is in words. */
export function placeShort(placed: Placed): string {
  const { round, space } = placed
  return round === 0 || space === 0 ? placeLabel(placed) : t('news.short', { round, space })
}

/** How it is read aloud: no *R one dot three*. */
export function placeRead(placed: Placed): string {
  const { round, space } = placed
  return round === 0 || space === 0 ? placeLabel(placed) : t('places.labelRead', { round, number: space })
}

/** Heading of those that stand together. */
export function groupTitle(placed: Placed, sort: WallSort): string {
  return sort === 'round' ? roundWords(placed) || t('news.ownTime') : spaceWords(placed) || t('news.ownPlace')
}
