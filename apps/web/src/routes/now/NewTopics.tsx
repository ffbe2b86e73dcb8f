import { isOpen } from '@moot/workshop'
import { Chip } from '../../parts/Chip.tsx'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withOpenSpace.ts'
import { isNewTopic, lastLook } from '../topics/lastLook.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { mainQuestion, namesOf } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './Now.module.css'
import { whereWords } from './whereWords.ts'

/** Topics shown beside the question; all of them are a press away. */
const SHOWN = 3

/** Topics that others offered since this device last looked at them, or since it joined: the marketplace never shuts (A15). */
export function NewTopics() {
  const { view, workshopId, visit } = useWorkshop()
  const since = lastLook(workshopId) ?? visit.joined
  const fresh = Object.values(view.topics)
    .filter((topic) => isOpen(topic) && isNewTopic(view, topic, since))
    .toSorted((a, b) => b.posted - a.posted)
  if (fresh.length === 0) return null
  return (
    <section className={styles['panel']} aria-labelledby="now-fresh">
      <div className={styles['panelHead']}>
        <h2 id="now-fresh" className={styles['sub']}>
          {t('openSpace.newTopics')}
        </h2>
        <span className={styles['aside']}>{fresh.length}</span>
      </div>
      <ul className={styles['spaces']}>
        {fresh.slice(0, SHOWN).map((topic) => (
          <li key={topic.id} className={styles['space']}>
            <span className={styles['spaceName']}>
              <Link to={pathWithin(workshopId, { topic: topic.id })} className={styles['look'] ?? ''}>
                <bdi>{mainQuestion(topic)}</bdi>
              </Link>
            </span>
            <Chip tone="accent">{t('openSpace.fresh')}</Chip>
            <span className={styles['quote']}>
              <bdi>{namesOf(view, topic.conveners)}</bdi> ·{' '}
              <bdi>{whereWords(view, topic) || t('openSpace.notPlaced')}</bdi>
            </span>
          </li>
        ))}
      </ul>
      <Link to={pathWithin(workshopId, 'topics')}>{t('openSpace.seeTopics')}</Link>
    </section>
  )
}
