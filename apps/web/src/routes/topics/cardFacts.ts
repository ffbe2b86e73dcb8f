/** What cards show of a topic beside itself: as plain values, so that a card is drawn again only when one changes. */
import type { TopicView, WorkshopView } from '@moot/workshop'
import { convenes, mine, namesOf } from '../workshop/topicsHere.ts'
import { mayPlace } from './grid.ts'
import { isNewTopic } from './lastLook.ts'
import type { Voice } from './people.ts'

/** What a card shows of a topic for this person. */
export interface CardFacts {
  /** Names of its conveners. */
  readonly offeredBy: string
  readonly isMine: boolean
  /** Whether this person may put it somewhere else. */
  readonly canMove: boolean
  readonly isNew: boolean
  /** Whether it is on before its round, after it or without one: the round says so for all others. */
  readonly isOnAlone: boolean
  readonly voices: readonly Voice[]
  /** Ids of those of them who signed up, separated by spaces. */
  readonly signedUp: string
}

/** @param since - see `useSince` @param now - server time */
export function factsOf(
  view: WorkshopView,
  since: number,
  voices: readonly Voice[],
  now: number,
): (topic: TopicView) => CardFacts {
  const lists = mine(view).map((id) => [id, new Set(view.me.topics.signUps[id])] as const)
  return (topic) => ({
    offeredBy: namesOf(view, topic.conveners),
    isMine: convenes(view, topic),
    canMove: mayPlace(view, topic),
    isNew: isNewTopic(view, topic, since),
    isOnAlone: topic.state === 'running' && isOnAlone(view, topic, now),
    voices: voicesFor(voices, topic.conveners),
    signedUp: lists
      .filter(([, topics]) => topics.has(topic.id))
      .map(([id]) => id)
      .join(' '),
  })
}

/** Whoever convenes a topic is there: they do not sign up. The same list where nobody of them does. */
function voicesFor(voices: readonly Voice[], conveners: readonly string[]): readonly Voice[] {
  return voices.some(({ id }) => conveners.includes(id))
    ? voices.filter(({ id }) => !conveners.includes(id))
    : voices
}

/** In the two minutes after its round a topic is finishing, which its round says: it is over. */
function isOnAlone(view: WorkshopView, { place, ends }: TopicView, now: number): boolean {
  if (place === null || place.round === null || place.space === null) return true
  if (place.round === view.now.stage) return false
  return view.stages[place.round]?.started == null || (ends !== null && ends > now)
}
