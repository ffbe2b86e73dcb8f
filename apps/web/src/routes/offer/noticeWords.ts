/** What somebody was told alone, in words. */
import type { NoticeView, TopicFactKind, WorkshopView } from '@moot/workshop'
import { t } from '../../text/index.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import '../../text/withOffer.ts'

type What = Pick<WorkshopView, 'topics' | 'people'>

/** The sentence, with who did it and which topic it is about. */
export function noticeWords(notice: NoticeView, { topics, people }: What): string {
  const { kind, by, text } = notice
  const topic = mainQuestion(topics[notice.topic])
  const other = notice.other === null ? '' : mainQuestion(topics[notice.other])
  const name = by === null ? '' : (people[by]?.name ?? '')
  switch (kind) {
    case 'withdrawn':
      return text === ''
        ? t('offer.told_withdrawn', { name, topic })
        : t('offer.told_withdrawnWhy', { name, topic, reason: text })
    case 'acted':
      return t(`offer.acted_${actOf(text)}`, { name, topic })
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
    default:
      return kind satisfies never
  }
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
