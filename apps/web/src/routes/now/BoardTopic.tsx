import type { TopicView } from '@moot/workshop'
import { useMemo } from 'react'
import { afterMenu } from '../../parts/afterMenu.ts'
import { Button, classes } from '../../parts/Button.tsx'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { Link } from '../../router.tsx'
import { apart } from '../../text/apart.ts'
import { formatTime } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import '../../text/withOpenSpace.ts'
import { courseOf, standingOf } from '../offer/deeds.ts'
import { useDeed } from '../offer/useDeed.ts'
import { clockOf } from '../timer/timeLeft.ts'
import { useTimeLeft, useTimerStands } from '../timer/useTimer.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { mainQuestion, namesOf, otherQuestions, topicOfBoard } from '../workshop/topicsHere.ts'
import { useSteadyWorkshop, useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './BoardTopic.module.css'
import { useTakeOver } from './useTakeOver.ts'
import { whereWords } from './whereWords.ts'

/** Over the board of a topic: what is asked, who offered it, the way to its report, and how its time stands. */
export function BoardTopic({ boardId }: { readonly boardId: string }) {
  const { view, workshopId } = useWorkshop()
  const topic = topicOfBoard(view, boardId)
  if (topic === undefined) return null
  const joined = otherQuestions(topic)
  return (
    <div className={styles['topic']} data-board-topic={topic.id}>
      <div className={styles['words']}>
        {/* Where the bar of the board has room for it, it says it already. */}
        <h2
          className={classes(
            styles['question'],
            isSaidAbove(view.boards[boardId]?.title, mainQuestion(topic)) && styles['said'],
          )}
          dir="auto"
        >
          {mainQuestion(topic)}
        </h2>
        <p className={classes(styles['aside'], styles['joined'])} dir="auto">
          <NoteTaker topic={topic} />
          {joined.length === 0 ? null : `${t('openSpace.joinedWith', { questions: joined.join(' · ') })} · `}
          {t('openSpace.offeredBy', { names: namesOf(view, topic.conveners) })}
        </p>
        {topic.over === null ? null : <Over topic={topic} />}
      </div>
      <div className={styles['ways']}>
        <Time topic={topic} />
        <Link to={pathWithin(workshopId, { topic: topic.id })} className={styles['link'] ?? ''}>
          {t('openSpace.topicAndReport')}
        </Link>
        <TakeOver topic={topic} />
        <Course topic={topic} />
      </div>
    </div>
  )
}

/** Who holds the pen, for everybody who is there, while it goes on. */
function NoteTaker({ topic: { id, state } }: { readonly topic: TopicView }) {
  const { view } = useWorkshop()
  const noteTaker = view.reports[id]?.noteTaker ?? null
  if (noteTaker === null || state !== 'running') return null
  const name = view.people[noteTaker]?.name
  if (noteTaker === view.me.person) return `${t('openSpace.notesByYou')} · `
  return name === undefined ? null : `${t('openSpace.notesBy', { name: apart(name) })} · `
}

/** Letters up to which the name of a board is shown whole in the bar above it. */
const SHOWN_WHOLE = 28

const isSaidAbove = (title: string | undefined, question: string): boolean =>
  title === question && question.length <= SHOWN_WHOLE

/** Its own time, where it is not that of the workshop, which the bar shows already. */
function Time({ topic: { started, ends, state } }: { readonly topic: TopicView }) {
  const { view } = useWorkshop()
  if (state !== 'running' || ends === null || ends === view.now.timer?.ends) return null
  return <TimeOf started={started ?? ends} ends={ends} />
}

function TimeOf({ started, ends }: { readonly started: number; readonly ends: number }) {
  const { replica } = useSteadyWorkshop()
  const timer = useMemo(() => ({ started, ends }), [started, ends])
  const stands = useTimerStands(timer, replica)
  const left = useTimeLeft(timer, replica)
  return (
    <span className={classes(styles['time'], stands !== 'running' && styles['hurry'])}>
      {stands === 'up' ? t('openSpace.topicUp') : t('openSpace.topicLeft', { time: clockOf(left) })}
    </span>
  )
}

/** Said to everybody who comes to the board afterwards. */
function Over({ topic }: { readonly topic: TopicView }) {
  const { view, workshopId } = useWorkshop()
  const next = Object.values(view.topics).find(
    ({ continues, state }) => continues === topic.id && state !== 'withdrawn' && state !== 'merged',
  )
  const where = next === undefined ? '' : whereWords(view, next)
  return (
    <p className={styles['aside']}>
      {where === ''
        ? t('openSpace.overHere', { time: formatTime(topic.over ?? 0) })
        : t('openSpace.goesOn', { where })}{' '}
      <Link to={pathWithin(workshopId, 'spaces')}>{t('openSpace.house')}</Link>
    </p>
  )
}

/** *It’s over* and more time, for who convenes it; facilitators may, and its conveners are told. */
function Course({ topic }: { readonly topic: TopicView }) {
  const { view } = useWorkshop()
  const act = useDeed()
  const deeds = topic.state === 'running' ? courseOf(topic, standingOf(view, topic)) : []
  if (deeds.length === 0) return null
  return (
    <Menu
      label={t('openSpace.courseOf')}
      trigger={
        <Button look="quiet" size="small" aria-label={t('openSpace.courseOf')}>
          <span aria-hidden="true">⋯</span>
        </Button>
      }
    >
      {deeds.map((deed) => (
        <MenuItem key={deed} onSelect={() => afterMenu(() => act(deed, topic.id))}>
          {t(`offer.do_${deed}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}

/** Where nobody who convenes it has come for a while: whoever is there may look after it. */
function TakeOver({ topic }: { readonly topic: TopicView }) {
  const take = useTakeOver(topic.id)
  return take === undefined ? null : (
    <Button size="small" title={t('openSpace.takeOverWhy')} onClick={() => void take()}>
      {t('openSpace.takeOver')}
    </Button>
  )
}
