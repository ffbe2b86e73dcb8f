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

/** When a round is: the viewer's clock, the home zone's beside it, and where in time it stands. @param zone - see `Framing` */
export function RowHead({ row, zone }: { readonly row: Row; readonly zone: string }) {
  const { title, standing, begins, ends, minutes } = row
  const own = ownZone()
  const home = begins === undefined ? '' : homeClock(begins, zone, own)
  const name = roundName(row)
  return (
    <>
      <span className={styles['roundName']}>{name}</span>
      {title === '' || title === name ? null : (
        <span className={styles['roundTitle']} dir="auto">
          {title}
        </span>
      )}
      <span className={styles['times']}>
        {begins === undefined
          ? minutes === 0
            ? null
            : t('topics.minutes', { count: minutes })
          : ends === undefined
            ? timeIn(begins, own)
            : t('topics.fromTo', { from: timeIn(begins, own), to: timeIn(ends, own) })}
      </span>
      {home === '' ? null : <span className={styles['times']}>{home}</span>}
      {standing === 'later' ? null : (
        <span>
          <Chip tone={standing === 'on' ? 'accent' : 'plain'}>{t(`topics.standing_${standing}`)}</Chip>
        </span>
      )}
    </>
  )
}
