import { totalMinutes } from '@moot/workshop'
import type { FocusEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { announce } from '../../parts/announce.ts'
import { later } from '../../parts/later.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { useConfirm } from '../../parts/useConfirm.tsx'
import { workshopPath } from '../../links.ts'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { openSpaces, openVideoRooms } from '../spaces/openSpaces.ts'
import { openBarDialog } from '../workshop/barDialog.ts'
import { isRoundOpen } from '../workshop/places.ts'
import type { ListedStage } from '../workshop/runningOrder.ts'
import { stepOf, stepOfPart } from '../workshop/runningOrder.ts'
import { topicsOfRound } from '../workshop/topicsHere.ts'
import type { Give } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './run.module.css'
import { Marketplace, RoundToCome } from './OpenSpaceRun.tsx'
import { prefillFor } from './prefill.ts'
import { RunningTimer, StartTimerMenu } from './TimerControls.tsx'

const NextWorkshop = later(async () => (await import('../now/NextWorkshop.tsx')).NextWorkshop)

interface CardProps {
  readonly stages: readonly ListedStage[]
  readonly give: Give
  /** Beside a screen with a primary button of its own it has none. */
  readonly hasPrimary: boolean
}

/** The card of the current step, or of the start or the end: it has what leads on. */
export function StageCard({ stages, give, hasPrimary }: CardProps) {
  const { view } = useWorkshop()
  const current = stages.find(({ id }) => id === view.now.stage)
  const isEnded = view.now.ended !== null
  const keepFocus = useFocusKept(`${view.now.stage ?? ''} ${isEnded} ${isRoundOpen(view)}`)
  return (
    <div {...keepFocus}>
      {isEnded ? (
        <Ended give={give} />
      ) : current === undefined ? (
        <BeforeStart stages={stages} give={give} hasPrimary={hasPrimary} />
      ) : (
        <Current stages={stages} stage={current} give={give} hasPrimary={hasPrimary} />
      )}
    </div>
  )
}

/**
 * A button that led on is gone once it has: the step's name gets the focus then, not the next button, so that Enter
 * held too long does not lead on twice.
 *
 * @param moment - what replaces the buttons whenever it changes
 */
function useFocusKept(moment: string) {
  const hadFocus = useRef(false)
  useEffect(() => {
    if (!hadFocus.current) return
    const settle = setTimeout(() => {
      // A button that is taken away tells nobody that it lost the focus.
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('#run-step')?.focus()
    })
    return () => clearTimeout(settle)
  }, [moment])
  return {
    onFocus: () => {
      hadFocus.current = true
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      // Gone to a dialog it may come back to where a button was.
      hadFocus.current = relatedTarget !== null && hadFocus.current && isInDialog(relatedTarget)
    },
  }
}

const isInDialog = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null

function Current({ stages, stage, give, hasPrimary }: CardProps & { readonly stage: ListedStage }) {
  const { view } = useWorkshop()
  const { timer, done, here } = view.now
  const next = stages[stages.indexOf(stage) + 1]
  const needsSpaces = stage.where !== 'main' && !isRoundOpen(view)
  return (
    <section className={styles['card']} aria-labelledby="run-step">
      <p className={styles['aside']}>{metaOf(stages, stage, view)}</p>
      <StepTitle stages={stages} stage={stage} />
      {timer === null ? <StartTimerMenu give={give} /> : <RunningTimer timer={timer} give={give} />}
      {stage.kind === 'marketplace' ? <Marketplace /> : null}
      {done === 0 ? null : <p className={styles['aside']}>{t('run.done', { count: done, here })}</p>}
      {needsSpaces ? (
        <Button
          look={hasPrimary ? 'primary' : 'secondary'}
          onClick={() => openSpaces(prefillFor(stage, here))}
        >
          {t('run.openSpaces')}
        </Button>
      ) : stage.where === 'main' ? null : (
        <SpacesButtons give={give} />
      )}
      {next === undefined ? (
        <>
          <p className={styles['aside']}>{t('run.lastStep')}</p>
          <EndButton give={give} />
        </>
      ) : (
        <>
          <RoundToCome stage={next} />
          <GoButton
            key={stage.id}
            stage={next}
            words={t('run.next', { title: next.title })}
            isPrimary={hasPrimary && !needsSpaces}
            give={give}
          />
        </>
      )}
    </section>
  )
}

function StepTitle({ stages, stage }: Pick<CardProps, 'stages'> & { readonly stage: ListedStage }) {
  return (
    <h2 id="run-step" tabIndex={-1} className={styles['step']}>
      {stepOf(stages, stage).number} <bdi>{stage.title}</bdi>
    </h2>
  )
}

/** `Three horizons · 27 min · 6 spaces`: what the step is part of. */
function metaOf(
  stages: readonly ListedStage[],
  stage: ListedStage,
  view: ReturnType<typeof useWorkshop>['view'],
): string {
  const step = stepOfPart(stages, stage)
  const first = stages.indexOf(stage) - (step?.number ?? 1) + 1
  const minutes = totalMinutes(stages.slice(first, first + (step?.total ?? 1)))
  const topics = stage.where === 'round' ? topicsOfRound(view, stage.id).length : 0
  const open = Object.values(view.spaces).filter(({ kind, isOn }) => kind === 'breakout' && isOn).length
  return [
    ...(stage.part === '' ? [] : [stage.part]),
    minutes === 0 ? t('run.noMinutes') : t('run.minutes', { count: minutes }),
    ...(topics === 0 ? [] : [t('run.topics', { count: topics })]),
    ...(stage.where === 'main' || open === 0 || !isRoundOpen(view) ? [] : [t('run.spaces', { count: open })]),
  ].join(' · ')
}

/** Going to a step: pressed twice it goes once, because each press says where the workshop was when it was drawn. */
function GoButton({
  stage,
  words,
  isPrimary,
  give,
}: {
  readonly stage: ListedStage
  readonly words: string
  readonly isPrimary: boolean
  readonly give: Give
}) {
  const { view } = useWorkshop()
  const [isBusy, setIsBusy] = useState(false)
  return (
    <Button
      look={isPrimary ? 'primary' : 'secondary'}
      busy={isBusy}
      className={styles['go'] ?? ''}
      data-run-next
      onClick={async () => {
        setIsBusy(true)
        await give(
          { type: 'stage.go', stage: stage.id, from: view.now.stage },
          t('run.saidNow', { title: stage.title }),
        )
        setIsBusy(false)
      }}
    >
      <bdi>{words}</bdi>
    </Button>
  )
}

/** While people are in spaces: where to see them, and the way back. */
export function SpacesButtons({ give }: { readonly give: Give }) {
  const { view, workshopId } = useWorkshop()
  const isBack = view.now.invitation?.kind === 'back' || view.now.focus === 'main'
  return (
    <div className={styles['stack']}>
      <Button onClick={() => navigate(workshopPath(workshopId, 'spaces'))}>{t('run.seeSpaces')}</Button>
      {isBack ? (
        <p className={styles['aside']}>{t('run.invitedBack')}</p>
      ) : (
        <Button
          onClick={async () => {
            if (await give({ type: 'spaces.back' }, t('run.invitedBack'))) focusIfLost()
          }}
        >
          {t('run.inviteBack')}
        </Button>
      )}
    </div>
  )
}

function EndButton({ give }: { readonly give: Give }) {
  const { confirm, confirmDialog } = useConfirm()
  return (
    <>
      <Button className={styles['go'] ?? ''} onClick={() => void endWorkshop(confirm, give)}>
        {t('run.end')}
      </Button>
      {confirmDialog}
    </>
  )
}

/** Asks, and ends the workshop. */
export async function endWorkshop(
  confirm: ReturnType<typeof useConfirm>['confirm'],
  give: Give,
): Promise<void> {
  const isSure = await confirm({
    title: t('run.endTitle'),
    body: t('run.endBody'),
    action: t('run.endDo'),
  })
  if (isSure) await give({ type: 'workshop.end' }, t('run.finished'))
}

function Ended({ give }: { readonly give: Give }) {
  return (
    <section className={styles['card']} aria-labelledby="run-step">
      <h2 id="run-step" tabIndex={-1} className={styles['step']}>
        {t('run.finished')}
      </h2>
      <p className={styles['aside']}>{t('run.finishedHint')}</p>
      <Button onClick={() => void give({ type: 'workshop.reopen' })}>{t('run.reopen')}</Button>
      <NextWorkshop hintClass={styles['aside']} />
    </section>
  )
}

function BeforeStart({ stages, give, hasPrimary }: CardProps) {
  const { view } = useWorkshop()
  const first = stages[0]
  const people = Object.values(view.people).filter(({ isGone, isTrial }) => !isGone && !isTrial)
  const rooms = Object.values(view.spaces).filter(({ kind, isHidden }) => kind === 'breakout' && !isHidden)
  const lines = [
    {
      words: t('run.readyLink'),
      isDone: people.some(({ role }) => role !== 'facilitator'),
      open: () => openBarDialog('share'),
    },
    {
      words: t('run.readySecond'),
      isDone: people.filter(({ role }) => role === 'facilitator').length > 1,
      open: () => openBarDialog('addFacilitator'),
    },
    {
      words: t('run.readyRooms'),
      isDone: rooms.length > 0 && rooms.every(({ videoName, videoLink }) => videoName || videoLink),
      open: () => openVideoRooms(),
    },
  ]
  return (
    <section className={styles['card']} aria-labelledby="run-step">
      <h2 id="run-step" tabIndex={-1} className={styles['step']}>
        {t('run.readyTitle')}
      </h2>
      <ul className={styles['ready']}>
        {lines.map(({ words, isDone, open }) => (
          <li key={words}>
            <button type="button" className={styles['readyLine']} onClick={open}>
              <span aria-hidden="true" className={classes(styles['tick'], isDone && styles['ticked'])}>
                {isDone ? '✓' : ''}
              </span>
              <span className={styles['readyWords']}>
                {isDone ? <span className="visually-hidden">{t('run.readyDone')}</span> : null}
                {words}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {first === undefined ? null : (
        <GoButton
          stage={first}
          words={t('run.start', { title: first.title })}
          isPrimary={hasPrimary}
          give={give}
        />
      )}
    </section>
  )
}

/** One step back. */
export function BackButton({
  stages,
  give,
}: {
  readonly stages: readonly ListedStage[]
  readonly give: Give
}) {
  const { view } = useWorkshop()
  const at = stages.findIndex(({ id }) => id === view.now.stage)
  const before = stages[at - 1]
  if (at < 1 || before === undefined || view.now.ended !== null) return null
  return (
    <Button
      look="quiet"
      className={styles['back'] ?? ''}
      onClick={async () => {
        const isBack = await give({ type: 'stage.go', stage: before.id, from: view.now.stage })
        if (isBack) announce(t('run.saidNow', { title: before.title }))
      }}
    >
      <span aria-hidden="true">←</span> <bdi>{t('run.back', { title: before.title })}</bdi>
    </Button>
  )
}
