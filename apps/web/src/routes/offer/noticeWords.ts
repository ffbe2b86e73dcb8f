/** What somebody was told alone, in words. */
import type { NoticeKind, NoticeView, TopicFactKind, TopicView, WorkshopView } from '@moot/workshop'
import { apart } from '../../text/apart.ts'
import { t } from '../../text/index.ts'
import { placedAt, placeLabel } from '../workshop/topicPlace.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import '../../text/withOffer.ts'

type What = Pick<WorkshopView, 'topics' | 'people' | 'me' | 'market' | 'stages' | 'spaces' | 'slots'>

/** The sentence, with who did it and which topic it is about. */
export function noticeWords(notice: NoticeView, view: What): string {
  const { topics, people } = view
  const { kind, by, text } = notice
  const topic = apart(mainQuestion(topics[notice.topic]))
  const other = notice.other === null ? '' : apart(mainQuestion(topics[notice.other]))
  const name = by === null ? '' : apart(people[by]?.name ?? '')
  switch (kind) {
    case 'withdrawn':
      return text === ''
        ? t('offer.told_withdrawn', { name, topic })
        : t('offer.told_withdrawnWhy', { name, topic, reason: apart(text) })
    case 'acted': {
      const place = text === 'placed' ? placeOf(topics[notice.topic], view) : ''
      if (place !== '') return t('offer.acted_placedAt', { name, topic, place })
      return t(`offer.acted_${actOf(text)}`, { name, topic })
    }
    case 'unplaced':
      return t('offer.told_unplaced', { topic })
    case 'merged':
      return t('offer.told_merged', { topic, other })
    case 'notMerged':
      return t('offer.told_notMerged', { topic, other })
    case 'unmerged':
      return t('offer.told_unmerged', { name, topic, other })
    case 'tookOver':
      return t('offer.told_tookOver', { name, topic })
    case 'convened':
      return t('offer.told_convened', { name, topic })
    case 'report':
      return t('offer.told_report', { topic })
    case 'passedOver':
    case 'draftKept':
      return draftWords(notice, view)
    default:
      return kind satisfies never
  }
}

/** Where it is now; '' where it is nowhere. */
const placeOf = (topic: TopicView | undefined, view: What): string =>
  topic?.place == null ? '' : placeLabel(placedAt(view, topic))

/** What says the same: one line for all of it. */
export interface Told {
  readonly words: string
  readonly newest: NoticeView
  readonly ids: readonly string[]
}

/** What wants something done stands before what is only good to know: a reminder, then a place that was lost. */
const PRESSING: readonly NoticeKind[] = ['report', 'unplaced']

const pressing = ({ kind }: NoticeView): number => PRESSING.toReversed().indexOf(kind)

/** What one was told, the most pressing first, then the newest; what says the same is said once. */
export function inOrder(notices: readonly NoticeView[], view: What): Told[] {
  const told = new Map<string, Told>()
  for (const notice of notices.toSorted((a, b) => pressing(b) - pressing(a) || b.at - a.at)) {
    const words = noticeWords(notice, view)
    const before = told.get(words)
    told.set(words, {
      words,
      newest: before?.newest ?? notice,
      ids: [...(before?.ids ?? []), notice.id],
    })
  }
  return [...told.values()]
}

/** Of a draft that is kept: whose it is, and what they can do, which is another thing while turns go on. */
function draftWords({ kind, topic: id, by }: NoticeView, { people, me, market }: What): string {
  const draft = me.topics.drafts.find((each) => each.id === id)
  const owner = draft?.owner ?? me.person
  const isOwn = owner === me.person
  const count = me.topics.drafts.filter((each) => each.owner === owner && each.question !== '').length
  const said = {
    name: by === null ? '' : apart(people[by]?.name ?? ''),
    owner: apart(people[owner]?.name ?? ''),
    topic: apart(draft?.question ?? ''),
    count,
  }
  const happened =
    kind === 'passedOver'
      ? t(isOwn ? 'offer.told_passedOver' : 'offer.told_passedOverFor', said)
      : t(isOwn ? 'offer.told_draftKept' : 'offer.told_draftKeptFor', said)
  if (market.isDrafting) return happened
  return `${happened} ${t(market.turn === null ? 'offer.told_postIt' : 'offer.told_turnAgain')}`
}

const ACTS = [
  'edited',
  'placed',
  'lifted',
  'joined',
  'merged',
  'unmerged',
  'split',
  'withdrawn',
  'broughtBack',
  'started',
  'extended',
  'ended',
  'continued',
  'convened',
  'leftIt',
  'submitted',
  'reopened',
] as const satisfies readonly TopicFactKind[]

/** What a facilitator did; one that this version does not know is *changed*. */
const actOf = (text: string): (typeof ACTS)[number] | 'changed' =>
  ACTS.find((each) => each === text) ?? 'changed'
