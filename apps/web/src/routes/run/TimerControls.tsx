import type { Timer } from '@moot/workshop'
import { STAGE_MINUTES_MAX } from '@moot/workshop'
import type { FormEvent, RefObject } from 'react'
import { useRef, useState } from 'react'
import { afterMenu } from '../../parts/afterMenu.ts'
import { Button, classes } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { Menu, MenuItem, MenuSeparator } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { clockOf } from '../timer/timeLeft.ts'
import { isNearEnd, useSecondsLeft } from './countdown.ts'
import { OneSpace } from './OneSpace.tsx'
import type { Give } from '../workshop/useGive.ts'
import styles from './run.module.css'

/** Minutes of a timer that one press starts. */
const QUICK = [2, 5, 10, 15] as const

/** Time left, *+ 2 min* and what else can be done with a timer that runs. */
export function RunningTimer({ timer, give }: { readonly timer: Timer; readonly give: Give }) {
  const [isSetting, setIsSetting] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  const extend = (minutes: number) =>
    void give(
      { type: 'timer.extend', minutes },
      minutes > 0
        ? t('run.saidExtended', { count: minutes })
        : t('run.saidShortened', { count: Math.abs(minutes) }),
    )
  return (
    <div className={styles['time']}>
      <TimeLeft timer={timer} />
      <div className={styles['split']}>
        <Button onClick={() => extend(2)}>{t('run.plusTwo')}</Button>
        <Menu
          label={t('run.timeMenu')}
          trigger={
            <Button ref={more} aria-label={t('run.timeMenu')}>
              <span aria-hidden="true">▾</span>
            </Button>
          }
        >
          <MenuItem onSelect={() => extend(-2)}>{t('run.minus', { count: 2 })}</MenuItem>
          <MenuItem onSelect={() => extend(1)}>{t('run.plus', { count: 1 })}</MenuItem>
          <MenuItem onSelect={() => extend(5)}>{t('run.plus', { count: 5 })}</MenuItem>
          <MenuItem onSelect={() => extend(10)}>{t('run.plus', { count: 10 })}</MenuItem>
          <OneSpace />
          <MenuItem onSelect={() => afterMenu(() => setIsSetting(true))}>{t('run.setTime')}</MenuItem>
          <MenuSeparator />
          <MenuItem onSelect={() => void give({ type: 'timer.stop' }, t('run.saidStopped'))}>
            {t('run.stopTimer')}
          </MenuItem>
        </Menu>
      </div>
      <SetTime open={isSetting} onClose={() => setIsSetting(false)} give={give} returnFocusTo={more} />
    </div>
  )
}

/** Where no timer runs: one press for the usual ones, and any number of minutes. */
export function StartTimer({ give }: { readonly give: Give }) {
  return (
    <div className={styles['startTimer']}>
      <div role="group" aria-label={t('run.startTimer')} className={styles['quick']}>
        {QUICK.map((minutes) => (
          <Button key={minutes} onClick={() => void startTimer(give, minutes)}>
            {t('run.minutes', { count: minutes })}
          </Button>
        ))}
      </div>
      <MinutesForm give={give} label={t('run.minutesLabel')} action={t('run.minutesStart')} />
    </div>
  )
}

/** The small choice within a step that has no timer just now. */
export function StartTimerMenu({ give }: { readonly give: Give }) {
  const [isSetting, setIsSetting] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div className={styles['time']}>
      <p className={styles['aside']}>{t('run.timerNone')}</p>
      <Menu
        trigger={
          <Button ref={button}>
            {t('run.startTimer')} <span aria-hidden="true">▾</span>
          </Button>
        }
      >
        {QUICK.map((minutes) => (
          <MenuItem key={minutes} onSelect={() => void startTimer(give, minutes)}>
            {t('run.minutes', { count: minutes })}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => afterMenu(() => setIsSetting(true))}>{t('run.setTime')}</MenuItem>
      </Menu>
      <SetTime open={isSetting} onClose={() => setIsSetting(false)} give={give} returnFocusTo={button} />
    </div>
  )
}

function TimeLeft({ timer }: { readonly timer: Timer }) {
  const seconds = useSecondsLeft(timer)
  const time = clockOf(Math.abs(seconds) * 1_000)
  const isOver = seconds <= 0
  return (
    <p
      role="timer"
      aria-label={isOver ? t('run.timeOver', { time }) : t('run.timeLeft', { time })}
      className={classes(styles['left'], isNearEnd(seconds) && styles['near'])}
    >
      <span aria-hidden="true">{isOver ? t('run.timeUp', { time }) : time}</span>
    </p>
  )
}

function SetTime({
  open,
  onClose,
  give,
  returnFocusTo,
}: {
  readonly open: boolean
  readonly onClose: () => void
  readonly give: Give
  readonly returnFocusTo: RefObject<HTMLButtonElement | null>
}) {
  return (
    <Dialog open={open} onOpenChange={onClose} title={t('run.setTimeTitle')} returnFocusTo={[returnFocusTo]}>
      <MinutesForm
        give={give}
        label={t('run.setTimeLabel')}
        action={t('run.setTimeDo')}
        onDone={onClose}
        isDialog
      />
    </Dialog>
  )
}

/** A number of minutes to type. */
function MinutesForm({
  give,
  label,
  action,
  onDone,
  isDialog = false,
}: {
  readonly give: Give
  readonly label: string
  readonly action: string
  readonly onDone?: () => void
  readonly isDialog?: boolean
}) {
  const [error, setError] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const minutes = Number((field.current?.value ?? '').trim().replace(',', '.'))
    if (!(minutes > 0 && minutes <= STAGE_MINUTES_MAX)) {
      setError(t('run.minutesWrong'))
      field.current?.focus()
      return
    }
    setError(undefined)
    if (await startTimer(give, minutes)) onDone?.()
  }
  const button = (
    <Button submits look={isDialog ? 'primary' : 'secondary'}>
      {action}
    </Button>
  )
  return (
    <form className={isDialog ? styles['form'] : styles['line']} onSubmit={handleSubmit} noValidate>
      <Field
        ref={field}
        label={label}
        inputMode="decimal"
        autoComplete="off"
        maxLength={5}
        {...(error === undefined ? {} : { error })}
      />
      {isDialog ? <DialogActions>{button}</DialogActions> : button}
    </form>
  )
}

async function startTimer(give: Give, minutes: number): Promise<boolean> {
  const isStarted = await give({ type: 'timer.start', minutes }, t('run.saidStarted', { count: minutes }))
  if (isStarted) focusIfLost()
  return isStarted
}
