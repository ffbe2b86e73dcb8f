import type { TopicView, WorkshopView } from '@moot/workshop'
import { ButtonLink } from '../../parts/Button.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'
import '../../text/withTopic.ts'
import { overOf } from '../workshop/afterRound.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { signedUp, spaceOfTopic } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { ReportPart } from './ReportPart.tsx'
import { TopicHead } from './TopicHead.tsx'
import { TopicRecord } from './TopicRecord.tsx'
import styles from './topic.module.css'
import { usePoints } from './usePoints.ts'
import type { Hand } from './who.ts'
import { handOf } from './who.ts'

/** One topic: its questions, who convenes it, where it is, and its report to fill in or to read. */
export function TopicPage({ topicId }: { readonly topicId: string }) {
  const { view } = useWorkshop()
  const topic = Object.hasOwn(view.topics, topicId) ? view.topics[topicId] : undefined
  return topic === undefined ? <Gone /> : <Here topic={topic} />
}

function Gone() {
  const { workshopId } = useWorkshop()
  return (
    <div className={styles['page']}>
      <section className={styles['card']}>
        <Heading page={t('topic.title')}>{t('topic.goneTitle')}</Heading>
        <p>{t('topic.goneBody')}</p>
        <div>
          <ButtonLink look="primary" href={pathWithin(workshopId, 'topics')}>
            {t('topic.toTopics')}
          </ButtonLink>
        </div>
      </section>
    </div>
  )
}

function Here({ topic }: { readonly topic: TopicView }) {
  const { view } = useWorkshop()
  const report = Object.hasOwn(view.reports, topic.id) ? view.reports[topic.id] : undefined
  const hand = handOf(view, topic)
  const points = usePoints(topic.board)
  const over = topic.board === null ? Number.POSITIVE_INFINITY : overOf(view, topic.board)
  const action = actionOf(view, topic, hand)
  return (
    <div className={styles['page']}>
      <TopicHead topic={topic} hand={hand} action={action === 'submit' ? null : action} />
      {report === undefined ? null : (
        <ReportPart
          topic={topic}
          report={report}
          points={points}
          over={over}
          hand={hand}
          isPrimary={action === 'submit'}
        />
      )}
      <TopicRecord topic={topic} />
    </div>
  )
}

/** One primary button a screen: going there, then the report, then signing up. */
function actionOf(
  { me, reports, spaces }: WorkshopView,
  topic: TopicView,
  { maySubmit }: Hand,
): 'goThere' | 'submit' | 'signUp' | null {
  const { id, state } = topic
  const report = reports[id]
  const space = spaceOfTopic({ spaces }, topic)
  if (space !== undefined && me.space !== space.id) return 'goThere'
  if (report !== undefined) return maySubmit && !report.isSubmitted ? 'submit' : null
  const isOpen = state === 'posted' || state === 'scheduled'
  const isInvited = me.role === 'participant' && !topic.conveners.includes(me.person)
  return isOpen && isInvited && signedUp({ me }, topic).length === 0 ? 'signUp' : null
}
