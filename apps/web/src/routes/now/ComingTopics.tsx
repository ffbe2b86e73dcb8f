import { Button } from '../../parts/Button.tsx'
import { Link, navigate } from '../../router.tsx'
import { formatTime } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import '../../text/withOpenSpace.ts'
import { plannedTimes } from '../order/plannedTimes.ts'
import { useServerNow } from '../run/countdown.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { isMine, mainQuestion, reportsToFinish } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { nextRound } from './nextRound.ts'
import styles from './Now.module.css'
import { useMainLook } from './useMainLook.ts'
import { spaceWords } from './whereWords.ts'

/** Which of the two a step is for, if it is for one of them. */
export type Leading = 'wall' | 'topics' | undefined

/** Between rounds: the news wall, what one has still to write, and where one wants to be in the next round. */
export function ComingTopics({ leading }: { readonly leading: Leading }) {
  return (
    <>
      <Wall isLeading={leading === 'wall'} />
      <NextRound isLeading={leading === 'topics'} />
    </>
  )
}

/** What the conversations left behind: to be read, and for conveners to be finished. */
function Wall({ isLeading }: { readonly isLeading: boolean }) {
  const { view, workshopId } = useWorkshop()
  const look = useMainLook()
  const begun = Object.values(view.reports).filter(({ edited }) => edited > 0).length
  const toFinish = reportsToFinish(view)
  if (Object.keys(view.reports).length === 0) return null
  return (
    <section className={styles['part']} aria-labelledby="now-wall">
      <h2 id="now-wall" className={styles['sub']}>
        {t('openSpace.wall')}
      </h2>
      <p className={styles['aside']}>{t('openSpace.wallBody', { count: begun })}</p>
      <div className={styles['actions']}>
        <Button
          look={isLeading ? look : 'secondary'}
          size="large"
          onClick={() => navigate(pathWithin(workshopId, 'news'))}
        >
          {t('openSpace.wallGo')}
        </Button>
      </div>
      {toFinish.length === 0 ? null : (
        <>
          <h3 className={styles['small']}>{t('openSpace.finish')}</h3>
          <p className={styles['aside']}>{t('openSpace.finishHint')}</p>
          <ul className={styles['choices']}>
            {toFinish.map((topic) => (
              <li key={topic.id} className={styles['choice']}>
                <span className={styles['choiceName']}>
                  <bdi>{mainQuestion(topic)}</bdi>
                </span>
                <Button
                  aria-label={t('openSpace.finishGoNamed', { question: mainQuestion(topic) })}
                  onClick={() => navigate(pathWithin(workshopId, { topic: topic.id }))}
                >
                  {t('openSpace.finishGo')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** The next round of topics: where one said that one wants to be. */
function NextRound({ isLeading }: { readonly isLeading: boolean }) {
  const { view, workshopId } = useWorkshop()
  const look = useMainLook()
  const now = useServerNow()
  const next = nextRound(view)
  if (next === undefined) return null
  const { stage, topics } = next
  const own = topics.filter((topic) => isMine(view, topic))
  const begins = plannedTimes(view, now).begins.get(stage.id)
  return (
    <section className={styles['part']} aria-labelledby="now-next">
      <h2 id="now-next" className={styles['sub']}>
        <bdi>
          {begins === undefined
            ? t('openSpace.next', { title: stage.title })
            : t('openSpace.nextAt', { title: stage.title, time: formatTime(begins) })}
        </bdi>
      </h2>
      {own.length === 0 ? (
        <p className={styles['aside']}>{t('openSpace.nextNone', { count: topics.length })}</p>
      ) : (
        <>
          <p className={styles['aside']}>{t('openSpace.nextYours', { count: own.length })}</p>
          <ul className={styles['choices']}>
            {own.map((topic) => (
              <li key={topic.id} className={styles['choice']}>
                <span className={styles['choiceName']}>
                  <span>
                    <strong className={styles['topicPlace']}>
                      <bdi>{spaceWords(view, topic)}</bdi>
                    </strong>{' '}
                    <Link to={pathWithin(workshopId, { topic: topic.id })} className={styles['topicLink']}>
                      <bdi>{mainQuestion(topic)}</bdi>
                    </Link>
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {isLeading ? (
        <div className={styles['actions']}>
          <Button look={look} size="large" onClick={() => navigate(pathWithin(workshopId, 'topics'))}>
            {t('openSpace.seeTopics')}
          </Button>
        </div>
      ) : (
        <p>
          <Link to={pathWithin(workshopId, 'topics')}>{t('openSpace.seeTopics')}</Link>
        </p>
      )}
    </section>
  )
}
