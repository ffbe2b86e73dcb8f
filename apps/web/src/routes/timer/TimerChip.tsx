import type { WorkshopReplica } from '@moot/client'
import type { Timer, WorkshopView } from '@moot/workshop'
import { useEffect, useId, useMemo, useRef } from 'react'
import { announce } from '../../parts/announce.ts'
import { classes } from '../../parts/Button.tsx'
import { Popover } from '../../parts/Popover.tsx'
import { t } from '../../text/index.ts'
import '../../text/withTimer.ts'
import { useUi } from '../../uiStore.ts'
import { endTime } from '../now/times.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { ownTimer } from './ownTimer.ts'
import type { TimerStands } from './timeLeft.ts'
import { clockOf, hasTwoMinutes } from './timeLeft.ts'
import styles from './TimerChip.module.css'
import { playTone } from './tone.ts'
import { useTimeLeft, useTimerStands } from './useTimer.ts'

/** Time left, in the bar of every screen; nothing where no timer runs. */
export function TimerChip() {
  const { replica, view } = useWorkshop()
  const timer = useTimer(view)
  const stands = useTimerStands(timer, replica)
  useMoments(timer, stands)
  if (timer === null || stands === undefined) return null
  return (
    <div className={classes(styles['chip'], stands === 'running' ? styles['running'] : styles['attention'])}>
      {/* No live region: figures that change every second would be all that a screen reader says. */}
      <div role="timer" aria-live="off" className={styles['time']} data-timer={stands}>
        {stands === 'up' ? t('timer.up') : <Figures timer={timer} replica={replica} />}
      </div>
      <Popover
        title={t('timer.title')}
        trigger={<button type="button" className={styles['button']} aria-label={t('timer.open')} />}
      >
        <About timer={timer} isUp={stands === 'up'} />
      </Popover>
    </div>
  )
}

/** The timer that holds for this person; the same one for as long as nothing about it changes. */
function useTimer(view: WorkshopView): Timer | null {
  const own = ownTimer(view)
  const started = own?.started ?? 0
  const ends = own?.ends
  const kept = useMemo(() => (ends === undefined ? null : { started, ends }), [started, ends])
  return kept ?? view.now.timer
}

/** The figures, which alone are drawn anew every second. */
function Figures({ timer, replica }: { readonly timer: Timer; readonly replica: WorkshopReplica }) {
  const left = useTimeLeft(timer, replica)
  return (
    <>
      <span className={styles['figures']}>{clockOf(left)}</span>{' '}
      <span className={styles['word']}>{t('timer.leftWord')}</span>
    </>
  )
}

function About({ timer, isUp }: { readonly timer: Timer; readonly isUp: boolean }) {
  const { view } = useWorkshop()
  const { hasSound, setHasSound } = useUi()
  const id = useId()
  return (
    <div className={styles['about']}>
      <p>
        {isUp
          ? t('timer.ended', { time: endTime(timer.ends, view.workshop.zone) })
          : t('timer.ends', { time: endTime(timer.ends, view.workshop.zone) })}
      </p>
      <div className={styles['choice']}>
        <input
          id={id}
          type="checkbox"
          checked={hasSound}
          onChange={(event) => {
            setHasSound(event.target.checked)
            // It is heard at once what was chosen; and a browser lets a page sound only after a press.
            if (event.target.checked) playTone('nearlyUp')
          }}
        />
        <label htmlFor={id}>
          {t('timer.sound')} <span className={styles['hint']}>{t('timer.soundHint')}</span>
        </label>
      </div>
    </div>
  )
}

/** Says, and where it was chosen sounds, that time is nearly up or up: when that comes, not when one comes later. */
function useMoments(timer: Timer | null, stands: TimerStands | undefined): void {
  const before = useRef<{ readonly timer: Timer | null; readonly stands: TimerStands | undefined }>({
    timer: null,
    stands: undefined,
  })
  const hasSound = useUi((ui) => ui.hasSound)
  useEffect(() => {
    const was = before.current
    before.current = { timer, stands }
    if (timer === null || was.stands === undefined || was.stands === stands) return
    if (stands === 'nearlyUp' && hasTwoMinutes(timer) && was.stands === 'running') {
      announce(t('timer.twoMinutes'))
      if (hasSound) playTone('nearlyUp')
    }
    if (stands === 'up') {
      announce(t('timer.up'))
      if (hasSound) playTone('up')
    }
  }, [timer, stands, hasSound])
}
