import type { Timer } from '@moot/workshop'
import { useEffect, useState } from 'react'
import { t } from '../../text/index.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './screen.module.css'

/** How often the time is looked at, in ms: no second is shown much longer than a second. */
const LOOK_EVERY_MS = 250
/** The last two minutes, in s. */
const NEAR_S = 120

/** Time left, by the server's clock, as large as it can be. */
export function BigTimer({ timer }: { readonly timer: Timer }) {
  const { replica } = useWorkshop()
  const left = (): number => Math.max(0, Math.ceil((timer.ends - replica.serverNow()) / 1_000))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    const look = (): void => setSeconds(left())
    look()
    const timing = setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(timing)
    // `left` reads these two only.
    // eslint-disable-next-line react/exhaustive-deps
  }, [replica, timer.ends])
  return (
    <div
      role="timer"
      aria-label={t('screen.timer')}
      className={styles['timer']}
      data-near={seconds <= NEAR_S || undefined}
      data-over={seconds === 0 || undefined}
    >
      {seconds === 0 ? (
        <p className={styles['over']}>{t('screen.over')}</p>
      ) : (
        <p className={styles['clock']} data-hours={seconds >= 3_600 || undefined}>
          {clockOf(seconds)} <span className={styles['left']}>{t('screen.left')}</span>
        </p>
      )}
    </div>
  )
}

/** `1:42`, `1:02:03`. */
function clockOf(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
