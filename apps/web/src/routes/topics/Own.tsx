import { useId } from 'react'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { ownZone, timeIn } from '../../text/zones.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import type { Grid } from './grid.ts'
import { ownOf } from './grid.ts'
import type { Voice } from './people.ts'
import { placeWords } from './rows.ts'
import styles from './topics.module.css'

/** *Yours*: where and when this person, and whoever they write for, means to be; by time. */
export function Own({ grid, voices }: { readonly grid: Grid; readonly voices: readonly Voice[] }) {
  const { workshopId, view } = useWorkshop()
  const headingId = useId()
  const lists = voices
    .map((voice) => ({ voice, isMe: voice.isMe, own: ownOf(view, grid, voice.id) }))
    .filter(({ own }) => own.length > 0)
  if (lists.length === 0) return null
  return (
    <section aria-labelledby={headingId} className={styles['own']}>
      <h2 id={headingId} className={styles['sideTitle']}>
        {t('topics.own')}
      </h2>
      {lists.map(({ voice, isMe, own }) => (
        <div key={voice.id} className={styles['ownOf']}>
          {isMe ? null : (
            <h3 className={styles['ownName']}>
              <bdi>{t('topics.ownOf', { name: voice.name })}</bdi>
            </h3>
          )}
          <ul className={styles['ownList']}>
            {own.map(({ topic, isConvener }) => {
              const begins = grid.rows.find(({ id }) => id === topic.place?.round)?.begins
              return (
                <li key={topic.id} className={styles['ownLine']}>
                  <span className={styles['ownPlace']}>
                    <bdi>{placeWords(view, grid.rows, topic)}</bdi>
                    {begins === undefined ? null : (
                      <span className={styles['aside']}> {timeIn(begins, ownZone())}</span>
                    )}
                  </span>
                  <Link
                    to={pathWithin(workshopId, { topic: topic.id })}
                    dir="auto"
                    className={styles['ownTopic']}
                  >
                    {mainQuestion(topic)}
                  </Link>
                  <span className={styles['aside']}>
                    {t(
                      !isConvener
                        ? 'topics.ownSignedUp'
                        : isMe
                          ? 'topics.ownConvener'
                          : 'topics.ownConvenerOf',
                    )}
                  </span>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </section>
  )
}
