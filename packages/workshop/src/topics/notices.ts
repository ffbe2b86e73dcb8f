/** What people are told alone: of their topics, and of those that they signed up for. */
import type { Moment } from '../decideBoard.ts'
import type { WorkshopEvent } from '../event.ts'
import { assistedBy, onRoster } from '../roster.ts'
import type { Workshop } from '../state.ts'
import type { Notice, NoticeKind, Topic, TopicFactKind } from './topic.ts'
import { topicHere } from './topicHere.ts'
import type { Standing } from './whoMay.ts'

/** Something that people are told. */
export interface Told {
  readonly kind: NoticeKind
  /** Who did it gets none, nor does anybody for whom they write; nor does who is not on the roster any more. */
  readonly to: readonly string[]
  readonly topic: string
  readonly other?: string | null
  readonly text?: string
  /** `null` where nobody did it: the time came, or a round went. */
  readonly by: string | null
}

type NewId = Pick<Moment, 'newId'>

/** Tells it to everybody concerned but those who did it; nothing where nobody is left to be told. */
export function told(
  workshop: Pick<Workshop, 'people'>,
  { kind, to, topic, other = null, text = '', by }: Told,
  { newId }: NewId,
): WorkshopEvent[] {
  const knows = new Set(by === null ? [] : [by, ...assistedBy(workshop, by).map(({ id }) => id)])
  const people = [...new Set(to)].filter((id) => !knows.has(id) && onRoster(workshop, id) !== undefined)
  if (people.length === 0) return []
  return [{ type: 'notice.given', notice: newId(), kind, to: people, topic, other, text, by }]
}

/** What a facilitator did with somebody's topic: where that is what they acted as. */
export interface Act {
  readonly standing: Standing
  readonly actor: string
  /** In the words of the topic's record; it is the notice's `text`. */
  readonly what: TopicFactKind
}

/** Tells its conveners what a facilitator did with their topic; nothing where a convener did it. */
export function acted(
  workshop: Pick<Workshop, 'people'>,
  { id, conveners }: Pick<Topic, 'id' | 'conveners'>,
  { standing, actor, what }: Act,
  moment: NewId,
): WorkshopEvent[] {
  if (standing === 'convener') return []
  return told(workshop, { kind: 'acted', to: conveners, topic: id, text: what, by: actor }, moment)
}

/**
 * Whether it is still so: what was undone meanwhile, or done by those who were asked for it, is no news to who has not
 * looked yet, and would stand in front of what is.
 */
export function isStillSo(workshop: Pick<Workshop, 'topics' | 'drafts' | 'market'>, notice: Notice): boolean {
  const { kind, topic: id, other, text } = notice
  const { drafts, market } = workshop
  const topic = topicHere(workshop, id)
  const isIn = (from: string | null): boolean =>
    from !== null && topicHere(workshop, from)?.state === 'merged'
  switch (kind) {
    case 'merged':
      return isIn(other)
    case 'unmerged':
      return !isIn(id)
    case 'withdrawn':
      return topic?.state === 'withdrawn'
    case 'unplaced':
      return topic?.place === null
    case 'report':
      return topic?.report?.isSubmitted !== true
    case 'acted':
      if (text === 'withdrawn') return topic?.state === 'withdrawn'
      return text !== 'merged' || isIn(id) || (topic?.unions.length ?? 0) > 0
    case 'passedOver':
      return Object.hasOwn(drafts, id) && !market.queue.includes(id)
    case 'draftKept':
      return Object.hasOwn(drafts, id) && !market.queue.includes(id) && !market.isDrafting
    case 'notMerged':
    case 'tookOver':
    case 'convened':
      return true
    default:
      return kind satisfies never
  }
}
