import { t } from '../../text/index.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { missedOfThisActivity, missedLines } from './missedLines.ts'
import styles from './Now.module.css'

/** What went on while somebody was away, or before they came: three lines at most. */
export function Missed() {
  const { view } = useWorkshop()
  const lines = missedLines(view)
  if (lines.length === 0) return null
  return (
    <section className={styles['missed']} aria-labelledby="now-missed">
      <h2 id="now-missed" className={styles['sub']}>
        {t(missedOfThisActivity(view) ? 'now.missedAll' : 'now.missedTitle')}
      </h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
