import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withOpenSpace.ts'
import { pathWithin } from '../workshop/goTo.ts'
import type { ListedSpace } from '../workshop/places.ts'
import { namesOf, otherQuestions, signedUp, topicOfSpace } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './Now.module.css'

/** What belongs to the topic of a space beside its question: what was joined with it, who offered it, its report. */
export function SpaceTopic({ space }: { readonly space: ListedSpace }) {
  const { view, workshopId } = useWorkshop()
  const topic = topicOfSpace(view, space)
  if (topic === undefined) return null
  const joined = otherQuestions(topic)
  const { person } = view.me
  return (
    <div className={styles['topic']}>
      {joined.length === 0 ? null : (
        <p>
          <bdi>{t('openSpace.joinedWith', { questions: joined.join(' · ') })}</bdi>
        </p>
      )}
      <p className={styles['aside']}>
        {topic.conveners.includes(person)
          ? `${t('openSpace.youConvene')}. `
          : signedUp(view, topic).includes(person)
            ? `${t('openSpace.youSignedUp')} `
            : ''}
        {topic.conveners.every((id) => id === person) ? null : (
          <bdi>{t('openSpace.offeredBy', { names: namesOf(view, topic.conveners) })}</bdi>
        )}
      </p>
      <p>
        <Link to={pathWithin(workshopId, { topic: topic.id })}>{t('openSpace.topicAndReport')}</Link>
      </p>
    </div>
  )
}
