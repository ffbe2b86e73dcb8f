import type { ReactNode } from 'react'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import '../../text/withRun.ts'
import { bothTimes } from '../../text/zones.ts'
import { plannedTimes } from '../order/plannedTimes.ts'
import { stagesInOrder } from '../workshop/runningOrder.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { ComingSteps } from './ComingSteps.tsx'
import { useServerNow } from './countdown.ts'
import styles from './run.module.css'
import { RunMenus } from './RunMenus.tsx'
import { BackButton, SpacesButtons, StageCard } from './StageCard.tsx'
import { RunningTimer, StartTimer } from './TimerControls.tsx'
import { useGiveHere } from './useGiveHere.ts'

/** What a facilitator runs the workshop with: the same beside the screen and as a screen of its own. */
export function RunPanel({
  boardId,
  hasPrimary,
  heading,
  fold,
}: {
  readonly boardId: string | undefined
  /** Whether what leads on is the screen's primary button: boards and other screens have their own. */
  readonly hasPrimary: boolean
  readonly heading: ReactNode
  /** The button that folds it, where it can be folded. */
  readonly fold?: ReactNode
}) {
  const { view } = useWorkshop()
  const { give, said } = useGiveHere()
  const stages = stagesInOrder(view.stages)
  const { timer, round, focus } = view.now
  return (
    <div className={styles['panel']}>
      <div className={styles['head']}>
        {heading}
        {stages.length === 0 ? null : <Ends />}
        {fold}
      </div>
      {said === undefined ? null : <Notice tone={said.tone}>{said.words}</Notice>}
      {stages.length > 0 ? (
        <>
          <StageCard stages={stages} give={give} hasPrimary={hasPrimary} />
          <ComingSteps stages={stages} give={give} />
          <BackButton stages={stages} give={give} />
        </>
      ) : (
        <>
          <section className={styles['card']} aria-labelledby="run-timer">
            <h2 id="run-timer" className={styles['label']}>
              {t('run.timer')}
            </h2>
            {timer === null ? <StartTimer give={give} /> : <RunningTimer timer={timer} give={give} />}
          </section>
          {round > 0 && focus === 'spaces' ? (
            <section className={styles['card']} aria-labelledby="run-spaces">
              <h2 id="run-spaces" className={styles['label']}>
                {t('run.breakoutsOn')}
              </h2>
              <SpacesButtons give={give} />
            </section>
          ) : null}
        </>
      )}
      <RunMenus boardId={boardId} give={give} />
    </div>
  )
}

/** When the workshop ends, here and at home. */
function Ends() {
  const { view } = useWorkshop()
  const now = useServerNow()
  const { ends, isIfNow } = plannedTimes(view, now)
  const { here, home } = bothTimes(ends, view.workshop.zone)
  const key = view.now.ended !== null ? 'run.ended' : isIfNow ? 'run.endsIfNow' : 'run.ends'
  return (
    <p className={styles['ends']}>
      {t(key, { time: here })}
      {home === undefined ? null : (
        <span className={styles['home']}>{t('run.inZone', { time: home.time, place: home.place })}</span>
      )}
    </p>
  )
}
