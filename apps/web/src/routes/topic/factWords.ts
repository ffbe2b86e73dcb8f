/** What became of a topic, a sentence a fact. */
import type { TopicFact, WorkshopView } from '@moot/workshop'
import { t } from '../../text/index.ts'
import '../../text/withTopic.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'

/** One fact of a topic's record. `other` of a fact is a topic, or a person where it is about who convenes it. */
export function factWords(
  { what, by, other, text }: TopicFact,
  { people, topics }: Pick<WorkshopView, 'people' | 'topics'>,
): string {
  const nameOf = (id: string | null): string =>
    (id === null ? undefined : people[id]?.name) ?? t('topic.somebody')
  const name = nameOf(by)
  const person = nameOf(other)
  const topic = other === null ? undefined : topics[other]
  const about = { other: topic === undefined ? '…' : mainQuestion(topic) }
  switch (what) {
    case 'posted':
      return t('topic.factPosted', { name })
    case 'edited':
      return text === '' ? t('topic.factEditedBare', { name }) : t('topic.factEdited', { name, text })
    case 'placed':
      return t('topic.factPlaced', { name })
    case 'lifted':
      return by === null ? t('topic.factLiftedAlone') : t('topic.factLifted', { name })
    case 'joined':
      return t('topic.factJoined', about)
    case 'merged':
      return t('topic.factMerged', about)
    case 'unmerged':
      return t('topic.factUnmerged', about)
    case 'split':
      return t('topic.factSplit', about)
    case 'withdrawn':
      return text === '' ? t('topic.factWithdrawn', { name }) : t('topic.factWithdrawnWhy', { name, text })
    case 'broughtBack':
      return t('topic.factBroughtBack', { name })
    case 'started':
      return by === null ? t('topic.factStartedAlone') : t('topic.factStarted', { name })
    case 'extended':
      return t('topic.factExtended', { name })
    case 'ended':
      return by === null ? t('topic.factEndedAlone') : t('topic.factEnded', { name })
    case 'continued':
      return t('topic.factContinued', about)
    case 'convened':
      return t('topic.factConvened', { person })
    case 'tookOver':
      return t('topic.factTookOver', { person })
    case 'leftIt':
      return t('topic.factLeftIt', { person })
    case 'submitted':
      return t('topic.factSubmitted', { name })
    case 'reopened':
      return t('topic.factReopened', { name })
    default:
      return what satisfies never
  }
}
