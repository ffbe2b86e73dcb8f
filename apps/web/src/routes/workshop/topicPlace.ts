/** Where and when a topic is, in numbers and in words: the same on every screen that says it. */
import type { TopicView, WorkshopView } from '@moot/workshop'
import { slotLabel } from '@moot/workshop'
import { t } from '../../text/index.ts'
import '../../text/withPlaces.ts'

/** A round and a space, or the words that somebody gave instead. */
export interface Placed {
  /** What people call its round, or 0 where its time is in words, or nowhere said. */
  readonly round: number
  /** Its time in words, or ''. */
  readonly time: string
  /** The number of its space, or 0 where its place is in words, or nowhere said. */
  readonly space: number
  /** Its place in words, or ''. */
  readonly where: string
}

type Source = Pick<WorkshopView, 'stages' | 'spaces' | 'slots'>

/** Where a topic is or was. */
export function placedAt(view: Source, topic: Pick<TopicView, 'place' | 'board'>): Placed {
  const { place } = topic
  const stage = place?.round ?? null
  return {
    round: stage === null ? 0 : (view.stages[stage]?.round ?? 0),
    time: place?.time ?? '',
    space: spaceNumber(view, topic),
    where: place?.where ?? '',
  }
}

function spaceNumber(
  { spaces, slots }: Source,
  { place, board }: Pick<TopicView, 'place' | 'board'>,
): number {
  const space = place?.space ?? null
  if (space === null) return 0
  const slot = board === null ? undefined : slots[board]
  // A space that is gone keeps its number in what took place there.
  return spaces[space]?.number ?? (slot?.space === space ? slot.number : 0)
}

/** *Round 1*, or its time in words. */
export const roundWords = ({ round, time }: Pick<Placed, 'round' | 'time'>): string =>
  round === 0 ? time : t('places.round', { number: round })

/** *Space 3*, or its place in words. */
export const spaceWords = ({ space, where }: Pick<Placed, 'space' | 'where'>): string =>
  space === 0 ? where : t('places.breakout', { number: space })

/** *Round 1 · Space 3*, *14:10 · By the window*; '' where neither is said. */
export function placeLabel(placed: Placed): string {
  const [time, where] = [roundWords(placed), spaceWords(placed)]
  return time === '' || where === '' ? time + where : t('places.titled', { space: time, title: where })
}

/** `R1·3`; in words where either is in words. */
export function placeShort(placed: Placed): string {
  const { round, space } = placed
  return round === 0 || space === 0 ? placeLabel(placed) : slotLabel(round, space, '')
}

/** How it is read aloud: no *R one dot three*. */
export function placeRead(placed: Placed): string {
  const { round, space } = placed
  return round === 0 || space === 0 ? placeLabel(placed) : t('places.labelRead', { round, number: space })
}
