import { t } from '../../text/index.ts'
import { NudgeButton } from './Card.tsx'
import styles from './wall.module.css'
import { placeLabel, placeRead, placeShort } from '../workshop/topicPlace.ts'
import type { WallEntry } from './wall.ts'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { mainQuestion } from '../workshop/topicsHere.ts'

/** Topics that have begun and of which nothing is written yet: said calmly, at the end. */
export function Waiting({
  entries,
  isFacilitator,
  nudged,
  onNudge,
}: {
  readonly entries: readonly WallEntry[]
  readonly isFacilitator: boolean
  readonly nudged: ReadonlySet<string>
  readonly onNudge: (entry: WallEntry) => void
}) {
  if (entries.length === 0) return null
  return (
    <section className={styles['after']}>
      <h2 className={styles['groupTitle']}>{t('news.waiting')}</h2>
      <ul className={styles['waiting']}>
        {entries.map((entry) => {
          const shown = isFacilitator ? placeShort(entry) : placeLabel(entry)
          return (
            <li key={entry.id}>
              <span>
                {shown === '' ? null : (
                  <>
                    <bdi aria-hidden="true" className={styles['waitingLabel']}>
                      {shown}
                    </bdi>
                    <VisuallyHidden>{placeRead(entry)}</VisuallyHidden>{' '}
                  </>
                )}
                <bdi>{mainQuestion(entry.topic)}</bdi>
              </span>
              {isFacilitator ? (
                <NudgeButton entry={entry} isNudged={nudged.has(entry.id)} onNudge={onNudge} />
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
