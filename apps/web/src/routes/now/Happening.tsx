import type { StageView, WorkshopView } from '@moot/workshop'
import type { ReactNode } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { goToSpace, pathWithin } from '../workshop/goTo.ts'
import type { Belonging, ListedSpace } from '../workshop/places.ts'
import { openSpaces, spaceById, spaceLabel, spaceLabelRead } from '../workshop/places.ts'
import { SpaceLabel } from '../workshop/SpaceLabel.tsx'
import { listOf, topicOfSpace, topicsOfRound } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { activityOf, spaceOf } from './activity.ts'
import { BreakClock } from './BreakClock.tsx'
import { Choosing } from './Choosing.tsx'
import type { Leading } from './ComingTopics.tsx'
import { ComingTopics } from './ComingTopics.tsx'
import { DoneToggle } from './DoneToggle.tsx'
import { Missed } from './Missed.tsx'
import { isRoundNext } from './nextRound.ts'
import styles from './Now.module.css'
import { Question } from './Question.tsx'
import { RoundTopics } from './RoundTopics.tsx'
import { SpaceTopic } from './SpaceTopic.tsx'
import { endTime } from './times.ts'
import { useMainLook } from './useMainLook.ts'
import { VideoRoom } from './VideoRoom.tsx'

/** What is going on: the question, where one belongs, and the way there. */
export function Happening({ where }: { readonly where: Belonging }) {
  const { view } = useWorkshop()
  const { heading, chip, title, stage } = activityOf(view, spaceOf(where))
  const { timer } = view.now
  const isBreak = stage?.kind === 'break'
  const isChoosing =
    where.kind === 'choose' && view.now.stage !== null && topicsOfRound(view, view.now.stage).length > 0
  return (
    <>
      <div className={styles['about']}>
        {chip === '' ? null : (
          <Chip tone="accent">
            <bdi>{chip}</bdi>
          </Chip>
        )}
        {title === '' ? null : (
          <span className={styles['activity']}>
            <bdi>{title}</bdi>
          </span>
        )}
        {timer === null || isBreak ? null : (
          <span className={styles['until']}>
            {t('now.until', { time: endTime(timer.ends, view.workshop.zone) })}
          </span>
        )}
      </div>
      <Question words={heading} isBrief={isChoosing} />
      {isBreak ? <BreakClock /> : null}
      <Whereabouts where={where} isBreak={isBreak} />
      {where.kind === 'main' && stage !== undefined && stage.kind !== 'marketplace' ? (
        <ComingTopics leading={leadsOn(view, stage)} />
      ) : null}
      <Standing where={where} />
      {isBreak ? null : <DoneToggle />}
      <Missed />
    </>
  )
}

/**
 * What a step in the main room leads on to, rather than to its board: reading the news wall, once there is a report, or
 * choosing among the topics of the round that is next.
 */
function leadsOn(view: WorkshopView, stage: StageView | undefined): Leading {
  const isForNews = stage?.kind === 'news' || stage?.kind === 'harvest'
  if (isForNews && Object.keys(view.reports).length > 0) return 'wall'
  return stage !== undefined && stage.kind !== 'break' && isRoundNext(view) ? 'topics' : undefined
}

/** Where somebody belongs, in one line, and the one or two things to press. */
function Whereabouts({ where, isBreak }: { readonly where: Belonging; readonly isBreak: boolean }) {
  const { view } = useWorkshop()
  const stage = view.now.stage === null ? undefined : view.stages[view.now.stage]
  switch (where.kind) {
    case 'sent':
    case 'there':
      return <OwnSpace space={where.space} isThere={where.kind === 'there'} />
    case 'choose':
      if (view.now.stage !== null && topicsOfRound(view, view.now.stage).length > 0)
        return <RoundTopics round={view.now.stage} />
      return view.me.role === 'participant' ? <Choose /> : <Roam />
    case 'waiting':
      return (
        <Main>
          <p className={styles['line']}>{t('now.waiting')}</p>
        </Main>
      )
    case 'lost':
      return <Lost />
    case 'main':
      if (stage?.kind === 'marketplace') return <Choosing />
      return <Main isQuiet={leadsOn(view, stage) !== undefined}>{isBreak ? <></> : undefined}</Main>
    default:
      return where satisfies never
  }
}

function OwnSpace({ space, isThere }: { readonly space: ListedSpace; readonly isThere: boolean }) {
  const open = useWorkshop()
  const look = useMainLook()
  const { view } = open
  const at = spaceById(view.spaces, view.me.space)
  // The heading is the topic's question: the space needs no more than its number then.
  const named = topicOfSpace(view, space) === undefined ? space : { ...space, title: '' }
  return (
    <>
      <p className={styles['line']}>
        {t(isThere ? 'now.goneTo' : 'now.goTo')}{' '}
        <strong>
          <SpaceLabel space={named} />
        </strong>
        {isThere ? '.' : null}
        {!isThere && at !== undefined ? (
          <span className={styles['aside']}>
            {t('now.sentFrom', { space: spaceLabel(view, { ...at, title: '' }) })}
          </span>
        ) : null}
      </p>
      <SpaceTopic space={space} />
      {space.board === null ? <p className={styles['aside']}>{t('now.noBoard')}</p> : null}
      <div className={styles['actions']}>
        {space.board === null ? (
          isThere ? null : (
            <Button look={look} size="large" onClick={() => goToSpace(open, space.id)}>
              {t('now.imHere')}
            </Button>
          )
        ) : (
          <Button look={look} size="large" onClick={() => goToSpace(open, space.id)}>
            {t('now.openBoard')}
          </Button>
        )}
        <VideoRoom space={space} />
      </div>
    </>
  )
}

/** Everybody chooses: the spaces themselves are what there is to press. */
function Choose() {
  const open = useWorkshop()
  const { view } = open
  const spaces = openSpaces(view.spaces)
  const { heading } = activityOf(view, undefined)
  return (
    <section className={styles['choose']} aria-labelledby="now-choose">
      <div>
        <h2 id="now-choose" className={styles['sub']}>
          {t('now.chooseTitle')}
        </h2>
        <p className={styles['aside']}>{t('now.chooseBody')}</p>
      </div>
      <ul className={styles['choices']}>
        {spaces.map((space) => (
          <li key={space.id} className={styles['choice']}>
            <span className={styles['choiceName']}>
              <strong>
                <SpaceLabel space={space} />
              </strong>
              {space.question === '' || space.question === heading ? null : (
                <span className={styles['aside']}>
                  <bdi>{space.question}</bdi>
                </span>
              )}
              {space.kind === 'breakout' ? null : (
                <span className={styles['aside']}>
                  {t(space.kind === 'hallway' ? 'now.hallwayFor' : 'now.helpFor')}
                </span>
              )}
              <span className={styles['aside']}>{t('now.people', { count: space.people })}</span>
            </span>
            <Button
              aria-label={t('now.goThereTo', { space: spaceLabelRead(view, space) })}
              onClick={() => goToSpace(open, space.id)}
            >
              {t('now.goThere')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Everybody together. Whoever is still in a space may go back to the main room, and need not. */
function Main({
  children,
  isQuiet = false,
}: {
  readonly children?: ReactNode
  /** Something else on the screen is what leads on. */
  readonly isQuiet?: boolean
}) {
  const open = useWorkshop()
  const { view, workshopId } = open
  const still = spaceById(view.spaces, view.me.space)
  const { board } = view.now
  const hasSpaces = Object.keys(view.spaces).length > 0
  const usual = useMainLook()
  const look = isQuiet ? 'secondary' : usual
  return (
    <>
      {children ??
        (hasSpaces && view.now.focus === 'main' ? (
          <p className={styles['line']}>
            {t('now.togetherHere')}
            {still === undefined
              ? null
              : ` ${t('now.stillIn', { space: spaceLabel(view, { ...still, title: '' }) })}`}
          </p>
        ) : null)}
      <div className={styles['actions']}>
        {still !== undefined && view.now.focus === 'main' ? (
          <Button look={look} size="large" onClick={() => goToSpace(open, null)}>
            {t('now.backToMain')}
          </Button>
        ) : board === null ? null : (
          <Button
            look={look}
            size="large"
            onClick={() => navigate(pathWithin(workshopId, { board: still?.board ?? board }))}
          >
            {t('now.openBoard')}
          </Button>
        )}
      </div>
    </>
  )
}

/** For whoever belongs nowhere while people are in spaces: facilitators and observers. */
function Roam() {
  const { view, workshopId } = useWorkshop()
  const look = useMainLook()
  const { board } = view.now
  return (
    <div className={styles['actions']}>
      <Button look={look} size="large" onClick={() => navigate(pathWithin(workshopId, 'spaces'))}>
        {t('now.seeSpaces')}
      </Button>
      {board === null ? null : (
        <Button size="large" onClick={() => navigate(pathWithin(workshopId, { board }))}>
          {t('now.openBoard')}
        </Button>
      )}
    </div>
  )
}

function Lost() {
  const open = useWorkshop()
  const hallway = Object.entries(open.view.spaces).find(([, { kind }]) => kind === 'hallway')?.[0]
  return (
    <>
      <p className={styles['line']}>{t('now.lost')}</p>
      <div className={styles['actions']}>
        {hallway === undefined ? null : (
          <Button look="primary" size="large" onClick={() => goToSpace(open, hallway)}>
            {t('now.toHallway')}
          </Button>
        )}
        <Button
          size="large"
          look={hallway === undefined ? 'primary' : 'secondary'}
          onClick={() => goToSpace(open, null)}
        >
          {t('now.backToMain')}
        </Button>
      </div>
    </>
  )
}

/** What somebody may do here, where that is not what everybody may. */
function Standing({ where }: { readonly where: Belonging }) {
  const { view, workshopId } = useWorkshop()
  const { me, people, now } = view
  const names = me.assists.map((id) => people[id]?.name ?? '').filter((name) => name !== '')
  const space = spaceOf(where)
  return (
    <>
      {me.role === 'observer' ? <p className={styles['standing']}>{t('now.observing')}</p> : null}
      {names.length === 0 ? null : (
        <p className={styles['standing']}>{t('now.writingFor', { names: listOf(names) })}</p>
      )}
      {space?.noteTaker === me.person ? <p className={styles['standing']}>{t('now.notesFor')}</p> : null}
      {me.role === 'facilitator' ? (
        <div className={styles['withoutRun']}>
          {now.here > 0 && now.stage !== null ? (
            <p className={styles['standing']}>{t('now.doneCount', { done: now.done, count: now.here })}</p>
          ) : null}
          <Button look="primary" size="large" onClick={() => navigate(pathWithin(workshopId, 'run'))}>
            {t('now.run')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
