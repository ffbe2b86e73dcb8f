import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'
import '../../text/withTopic.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'

/** One topic: its questions, who convenes it, its report. */
export function TopicPage({ topicId }: { readonly topicId: string }) {
  const topic = useWorkshop().view.topics[topicId]
  return <Heading page={t('topic.title')}>{topic?.questions[0]?.text ?? t('topic.title')}</Heading>
}
