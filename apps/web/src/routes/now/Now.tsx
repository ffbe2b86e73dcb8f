import { later } from '../../parts/later.tsx'
import '../../text/withNow.ts'
import { belonging } from '../workshop/places.ts'
import { sentMark, useSeen } from '../workshop/seen.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { phaseOf } from './activity.ts'
import { Before, BeforeSide } from './Before.tsx'
import { Happening } from './Happening.tsx'
import styles from './Now.module.css'
import { Side } from './Side.tsx'

// It is needed last: it is on its way beside everything else.
const Ended = later(async () => (await import('./Ended.tsx')).Ended, 'once')

/**
 * Where the link lands once there is a plan: what is happening, and where to go. The same page for whoever comes: before
 * the start, late, back again, as an observer, on a phone, by ear.
 */
export function Now() {
  const { view, workshopId } = useWorkshop()
  const { isSeen } = useSeen(workshopId)
  const where = belonging(view, isSeen(sentMark(view.me.sent)))
  const phase = phaseOf(view)
  return (
    <div className={styles['now']} data-phase={phase}>
      <div className={styles['card']}>
        {phase === 'before' ? <Before /> : phase === 'ended' ? <Ended /> : <Happening where={where} />}
      </div>
      <div className={styles['side']}>
        {phase === 'before' ? <BeforeSide /> : null}
        <Side where={where} phase={phase} />
      </div>
    </div>
  )
}
