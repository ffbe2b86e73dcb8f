/** What cards show of a topic beside itself: as plain values, so that a card is drawn again only when one changes. */
import type { TopicView, WorkshopView } from '@moot/workshop'
import { convenes, mayPlace, voicesOf } from './grid.ts'
import { isNewTopic } from './lastLook.ts'
import type { Voice } from './people.ts'
import { namesOf } from './people.ts'

/** See `TopicCardProps`. */
export interface CardFacts {
  readonly offeredBy: string
  readonly isMine: boolean
  readonly canMove: boolean
  readonly isNew: boolean
  readonly voices: readonly Voice[]
  readonly signedUp: string
}

/** @param since - see `useSince` */
export function factsOf(
  view: WorkshopView,
  since: number,
  voices: readonly Voice[],
): (topic: TopicView) => CardFacts {
  const mine = voicesOf(view).map((id) => [id, new Set(view.me.topics.signUps[id])] as const)
  return (topic) => ({
    offeredBy: namesOf(view.people, topic.conveners),
    isMine: convenes(view, topic),
    canMove: mayPlace(view, topic),
    isNew: isNewTopic(view, topic, since),
    voices,
    signedUp: mine
      .filter(([, topics]) => topics.has(topic.id))
      .map(([id]) => id)
      .join(' '),
  })
}
