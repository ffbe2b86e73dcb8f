import type { WorkshopReplica } from '@moot/client'
import type { Timer } from '@moot/workshop'
import { t } from '../../text/index.ts'
import { clockOf } from '../timer/timeLeft.ts'
import { useTimeLeft } from '../timer/useTimer.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './Now.module.css'
import { endTime } from './times.ts'

/** What is left of a break, to be read from the kettle, and when it ends, to be read once. */
export function BreakClock() {
  const { replica, view } = useWorkshop()
  const { timer } = view.now
  if (timer === null) return null
  return (
    <div className={styles['break']}>
      <Figures timer={timer} replica={replica} />
      <p className={styles['line']}>
        {t('now.breakUntil', { time: endTime(timer.ends, view.workshop.zone) })}
      </p>
    </div>
  )
}

function Figures({ timer, replica }: { readonly timer: Timer; readonly replica: WorkshopReplica }) {
  const left = useTimeLeft(timer, replica)
  // The chip in the bar is the timer that screen readers find; this is the same in large.
  return (
    <p aria-hidden="true" className={styles['breakClock']}>
      {left > 0 ? clockOf(left) : t('now.breakUp')}
    </p>
  )
}
