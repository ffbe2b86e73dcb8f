import type { TopicView } from '@moot/workshop'
import { Button } from '../../parts/Button.tsx'
import { Link, navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withOpenSpace.ts'
import { openTopicDialog } from '../offer/topicDialogs.ts'
import { useRunInSight } from '../run/runInSight.ts'
import { openPlace } from '../topics/placeDialog.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { convenes, mainQuestion, offeredTopics, unplacedTopics } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './Now.module.css'
import { whereWords } from './whereWords.ts'
import { useMainLook } from './useMainLook.ts'

/** While topics are chosen: how far it is, offering one, and what became of one's own. */
export function Choosing() {
  const { view, workshopId } = useWorkshop()
  const look = useMainLook()
  const isRunInSight = useRunInSight()
  const { market, me } = view
  const offered = offeredTopics(view)
  const own = offered.filter((topic) => convenes(view, topic))
  const mayOffer = me.role !== 'observer'
  return (
    <>
      <p className={styles['line']}>
        {t(mayOffer ? 'openSpace.choosing' : 'openSpace.choosingOnly', { count: offered.length })}
      </p>
      <Drafting />
      {me.role === 'facilitator' && !isRunInSight ? <Counts /> : null}
      <div className={styles['actions']}>
        {mayOffer ? (
          <Button look={look} size="large" onClick={() => openTopicDialog({ kind: 'offer' })}>
            {t('openSpace.offer')}
          </Button>
        ) : null}
        <Button
          look={mayOffer ? 'secondary' : look}
          size="large"
          onClick={() => navigate(pathWithin(workshopId, 'topics'))}
        >
          {t('openSpace.seeTopics')}
        </Button>
      </div>
      {own.length === 0 && market.turn === null && me.topics.drafts.length === 0 ? null : (
        <Own topics={own} />
      )}
    </>
  )
}

/** What is going on among those who write: private drafting, or one after the other. */
function Drafting() {
  const { market, me, people } = useWorkshop().view
  const { isDrafting, drafting, turn } = market
  if (turn !== null) {
    return (
      <p className={styles['standing']}>
        {turn.person === me.person
          ? t('openSpace.turnYours')
          : t('openSpace.turn', { name: people[turn.person]?.name ?? '' })}
        {turn.after === 0 ? null : ` ${t('openSpace.turnAfter', { count: turn.after })}`}
      </p>
    )
  }
  if (!isDrafting) return null
  return (
    <p className={styles['standing']}>
      {t('openSpace.drafting')}
      {drafting === 0 ? null : ` ${t('openSpace.writing', { count: drafting })}`}
    </p>
  )
}

/** For facilitators: how many write, how many are offered, how many have a place. */
function Counts() {
  const { view } = useWorkshop()
  const offered = offeredTopics(view).length
  return (
    <p className={styles['standing']}>
      {t('openSpace.counts', {
        writing: view.market.drafting,
        offered,
        placed: offered - unplacedTopics(view).length,
      })}
    </p>
  )
}

/** One's own topics and where they are, so that whoever has offered sees what is still to do. */
function Own({ topics }: { readonly topics: readonly TopicView[] }) {
  const { view, workshopId } = useWorkshop()
  const drafts = view.me.topics.drafts.filter(({ question }) => question !== '')
  const [first] = drafts
  if (topics.length + drafts.length === 0) return null
  return (
    <section className={styles['part']} aria-labelledby="now-own">
      <h2 id="now-own" className={styles['sub']}>
        {t('openSpace.yourTopics')}
      </h2>
      {first === undefined ? null : (
        <p className={styles['aside']}>
          {t('openSpace.yourDrafts', { count: drafts.length })}{' '}
          <Button size="small" onClick={() => openTopicDialog({ kind: 'offer', draft: first.id })}>
            {t('openSpace.openDraft', { count: drafts.length })}
          </Button>
        </p>
      )}
      {topics.length === 0 ? null : (
        <ul className={styles['choices']}>
          {topics.map((topic) => (
            <li key={topic.id} className={styles['choice']}>
              <span className={styles['choiceName']}>
                <Link to={pathWithin(workshopId, { topic: topic.id })} className={styles['topicLink']}>
                  <bdi>{mainQuestion(topic)}</bdi>
                </Link>
                <span className={styles['aside']}>
                  <bdi>{whereWords(view, topic) || t('openSpace.notPlaced')}</bdi>
                </span>
              </span>
              {topic.state === 'posted' ? (
                <Button
                  aria-label={t('openSpace.placeNamed', { question: mainQuestion(topic) })}
                  onClick={() => openPlace(topic.id)}
                >
                  {t('openSpace.place')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
