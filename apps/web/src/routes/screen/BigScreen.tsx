import { useStore } from 'zustand'
import { workshopPath } from '../../links.ts'
import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'
import { clockLocale } from '../../text/format.ts'
import '../../text/withScreen.ts'
import { useAbout } from '../../useAbout.ts'
import { currentRoundNumber } from '../workshop/places.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { BigTimer } from './BigTimer.tsx'
import { JoinBlock } from './JoinBlock.tsx'
import { currentStep, momentOf } from './moment.ts'
import { NotesWall } from './NotesWall.tsx'
import { Said } from './Said.tsx'
import styles from './screen.module.css'
import { SpacesWall } from './SpacesWall.tsx'
import { ReportsWall, TopicsWall } from './TopicsWall.tsx'
import { useFullScreen } from './useFullScreen.ts'

/**
 * A read-only window for a projector: what is happening, the question, the time left, how to join. It shows no name of
 * anybody, no needs, no drafts, no cursors and nothing to press, whoever has opened it.
 */
export function BigScreen() {
  const { view, replica } = useWorkshop()
  const isHinting = useFullScreen()
  const isLost = useStore(replica.store, ({ connection }) => connection.state === 'lost')
  const moment = momentOf(view)
  const current = currentStep(view)
  const { now, workshop } = view
  const title = workshop.title || t('workshop.untitled')
  return (
    <main className={styles['screen']} data-moment={moment.kind}>
      <header className={styles['head']}>
        <p className={styles['workshop']} dir="auto">
          {title}
        </p>
        {current === undefined || moment.kind === 'ended' ? null : (
          <>
            <p className={styles['step']} dir="auto">
              {[current.stage.part, t('screen.step', { step: current.number, steps: current.total })]
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
            {current.stage.prompt === '' ? null : (
              <p className={styles['activity']} dir="auto">
                {current.stage.title}
              </p>
            )}
          </>
        )}
        {isLost ? <p className={styles['step']}>{t('screen.lost')}</p> : null}
        {isHinting ? <p className={styles['hint']}>{t('screen.full')}</p> : null}
      </header>
      <div className={styles['middle']}>
        <div className={styles['story']}>
          {moment.kind === 'ended' ? null : <Said />}
          <Story />
        </div>
        {moment.kind !== 'before' && moment.kind !== 'ended' ? (
          <aside className={styles['side']}>
            {now.timer === null ? null : <BigTimer timer={now.timer} />}
            <JoinBlock />
          </aside>
        ) : null}
      </div>
    </main>
  )
}

function Story() {
  const { view } = useWorkshop()
  const moment = momentOf(view)
  const { now, workshop } = view
  switch (moment.kind) {
    case 'before':
      return (
        <>
          <Question words={workshop.question || workshop.title || t('workshop.untitled')} />
          <p className={styles['when']}>
            {workshop.starts === 0
              ? t('screen.soon')
              : t('screen.starts', { when: whenOf(workshop.starts, workshop.zone) })}
          </p>
          {now.timer === null ? null : <BigTimer timer={now.timer} />}
          <JoinBlock isLarge />
        </>
      )
    case 'ended':
      return <Ended />
    case 'spaces':
      return (
        <>
          <Asked isShort />
          <SpacesWall spaces={moment.spaces} round={currentRoundNumber(view)} />
        </>
      )
    case 'board':
      return (
        <>
          <Asked />
          {now.invitation?.kind === 'back' ? <p className={styles['when']}>{t('screen.back')}</p> : null}
          {moment.board === null ? null : <NotesWall board={moment.board} />}
        </>
      )
    case 'topics':
      return (
        <>
          <Asked isShort />
          <TopicsWall />
        </>
      )
    case 'reports':
      return (
        <>
          <Asked isShort />
          <ReportsWall />
        </>
      )
    default:
      return moment satisfies never
  }
}

/** The activity's question, else its title; without an activity the workshop's. */
function Asked({ isShort = false }: { readonly isShort?: boolean }) {
  const { view } = useWorkshop()
  const { workshop, now } = view
  const stage = now.stage === null ? undefined : view.stages[now.stage]
  const own = stage === undefined ? workshop.question : stage.prompt || stage.title
  if (own !== '') return <Question isShort={isShort} words={own} />
  // The workshop's name stands above already.
  return (
    <Heading page={t('workshop.bigScreen')} isHidden>
      {workshop.title || t('workshop.untitled')}
    </Heading>
  )
}

/** @param isShort - whether it leaves the room to what stands below it */
function Question({ words, isShort = false }: { readonly words: string; readonly isShort?: boolean }) {
  const length = words.length > 220 ? 'long' : isShort || words.length > 90 ? 'middle' : 'short'
  return (
    <div className={styles['question']} data-length={length} dir="auto">
      <Heading page={t('workshop.bigScreen')}>{words}</Heading>
    </div>
  )
}

function Ended() {
  const { view, workshopId } = useWorkshop()
  const publicUrl = useAbout()?.publicUrl ?? ''
  const { next } = view.workshop
  const address = `${publicUrl || location.origin}${workshopPath(workshopId, 'write-up')}`
  return (
    <>
      <Question words={t('screen.finished')} />
      {next === '' ? null : (
        <p className={styles['when']} dir="auto">
          {t('screen.finishedNext', { next })}
        </p>
      )}
      <p className={styles['quiet']}>
        {t('screen.finishedRead')}{' '}
        <span className={styles['address']}>{address.replace(/^https?:\/\//, '')}</span>
      </p>
    </>
  )
}

/** The planned start in the workshop's home time zone, which is that of the room. */
function whenOf(starts: number, zone: string): string {
  const format = (timeZone: string | undefined) =>
    new Intl.DateTimeFormat(clockLocale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
      ...(timeZone === undefined ? {} : { timeZoneName: 'short' }),
    }).format(starts)
  try {
    return format(zone === '' ? undefined : zone)
  } catch {
    // A zone that this browser does not know.
    return format(undefined)
  }
}
