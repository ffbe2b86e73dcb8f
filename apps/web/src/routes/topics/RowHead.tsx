import { Chip } from '../../parts/Chip.tsx'
import { t } from '../../text/index.ts'
import { ownZone, timeIn } from '../../text/zones.ts'
import { homeClock } from '../now/times.ts'
import type { Row } from './rows.ts'
import { roundName } from './rows.ts'
import styles from './rounds.module.css'

/** Colours of rounds: as many as there are kinds of paper. Their names say the same. */
const TONES = 6

/** Which colour a round has. */
export const toneOf = ({ number }: Pick<Row, 'number'>): number => (Math.max(1, number) - 1) % TONES

/** *13:33–13:55* by the viewer's clock, *22 minutes* where no time is known, or ''. */
export function timesOf({ begins, ends, minutes }: Pick<Row, 'begins' | 'ends' | 'minutes'>): string {
  const zone = ownZone()
  if (begins === undefined) return minutes === 0 ? '' : t('topics.minutes', { count: minutes })
  return ends === undefined
    ? timeIn(begins, zone)
    : t('topics.fromTo', { from: timeIn(begins, zone), to: timeIn(ends, zone) })
}

/** When a round is: the viewer's clock, the home zone's beside it, and where in time it stands. @param zone - see `Framing` */
export function RowHead({ row, zone }: { readonly row: Row; readonly zone: string }) {
  const { title, standing, begins } = row
  const home = begins === undefined ? '' : homeClock(begins, zone, ownZone())
  const name = roundName(row)
  return (
    <>
      <span className={styles['roundName']}>{name}</span>
      {title === '' || title === name ? null : (
        <span className={styles['roundTitle']} dir="auto">
          {title}
        </span>
      )}
      <span className={styles['times']}>{timesOf(row)}</span>
      {home === '' ? null : <span className={styles['times']}>{home}</span>}
      {standing === 'later' ? null : (
        <span>
          <Chip tone={standing === 'on' ? 'accent' : 'plain'}>{t(`topics.standing_${standing}`)}</Chip>
        </span>
      )}
    </>
  )
}
