import { Button } from '../../parts/Button.tsx'
import { later } from '../../parts/later.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { navigate, usePath } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { spaceById, spaceName, spacesInOrder } from '../workshop/places.ts'
import type { ListedStage } from '../workshop/runningOrder.ts'
import { mainQuestion, offeredTopics, topicsOfRound, unplacedTopics } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './run.module.css'

const MarketControls = later(async () => (await import('../offer/MarketControls.tsx')).MarketControls)

/** While topics are chosen: how far it is, and what facilitators may do about it, which is little. */
export function Marketplace() {
  const { view, workshopId } = useWorkshop()
  const topics = pathWithin(workshopId, 'topics')
  const isThere = usePath() === topics
  const offered = offeredTopics(view).length
  return (
    <div className={styles['stack']}>
      <p className={styles['aside']}>
        {t('run.market', {
          writing: view.market.drafting,
          offered,
          placed: offered - unplacedTopics(view).length,
        })}
      </p>
      <MarketControls />
      {isThere ? null : <Button onClick={() => navigate(topics)}>{t('run.seeTopics')}</Button>}
    </div>
  )
}

/** What the next step opens, where it is a round of topics: which, which spaces stay without, and what waits for a place. */
export function RoundToCome({ stage }: { readonly stage: ListedStage }) {
  const { view, workshopId } = useWorkshop()
  const path = usePath()
  if (stage.where !== 'round' || offeredTopics(view).length === 0) return null
  const topics = topicsOfRound(view, stage.id).filter(({ state }) => state === 'scheduled')
  const taken = new Set(topics.map(({ place }) => place?.space))
  const without = spacesInOrder(view.spaces).filter(
    ({ id, kind, isHidden }) => kind === 'breakout' && !isHidden && !taken.has(id),
  )
  const waiting = unplacedTopics(view).length
  const all = pathWithin(workshopId, 'topics')
  return (
    <div className={styles['stack']}>
      {topics.length === 0 ? (
        <p className={styles['aside']}>{t('run.opensNone')}</p>
      ) : (
        <details className={styles['opens']}>
          <summary>{t('run.opens', { count: topics.length })}</summary>
          <ul>
            {topics.map((topic) => {
              const space = spaceById(view.spaces, topic.place?.space)
              return (
                <li key={topic.id}>
                  <strong>
                    <bdi>{space === undefined ? (topic.place?.where ?? '') : spaceName(space)}</bdi>
                  </strong>{' '}
                  <bdi>{mainQuestion(topic)}</bdi>
                </li>
              )
            })}
          </ul>
          {without.length === 0 ? null : (
            <p>{t('run.opensWithout', { spaces: without.map(spaceName).join(', ') })}</p>
          )}
        </details>
      )}
      {waiting === 0 ? null : (
        <Notice
          tone="attention"
          actions={
            path === all ? undefined : (
              <Button size="small" onClick={() => navigate(all)}>
                {t('run.seeThem')}
              </Button>
            )
          }
        >
          {t('run.notPlaced', { count: waiting })}
        </Notice>
      )}
    </div>
  )
}
