import type { TopicView } from '@moot/workshop'
import { Button, ButtonLink, classes } from '../../parts/Button.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { endTime, homeClock } from '../now/times.ts'
import { formatTime } from '../../text/format.ts'
import { TopicHints } from '../offer/TopicHints.tsx'
import { TopicMenu } from '../offer/TopicMenu.tsx'
import type { Row } from '../topics/rows.ts'
import { placeWords, rowsOf } from '../topics/rows.ts'
import { goToTopic, pathWithin } from '../workshop/goTo.ts'
import { spaceLabelRead } from '../workshop/places.ts'
import { mainQuestion, namesOf, spaceOfTopic } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { CourseActions, TakeOver } from './CourseActions.tsx'
import { SignUp, SignUps } from './SignUp.tsx'
import { stateWords } from './topicState.ts'
import styles from './topic.module.css'
import { useClock } from './useClock.ts'
import type { Hand } from './who.ts'

/** Letters from which on a question is set smaller. */
const LONGER = 90
const LONGEST = 180

/** The questions of a topic, whose they are, where and when, how it stands, and what one can do about it. */
export function TopicHead({
  topic,
  hand,
  action,
}: {
  readonly topic: TopicView
  readonly hand: Hand
  /** The one action of the screen, if it is one of this part. */
  readonly action: 'goThere' | 'signUp' | null
}) {
  const open = useWorkshop()
  const { view, replica, workshopId } = open
  const now = useClock(replica, topic.ends)
  const rows = rowsOf(view, now)
  const row = rows.find(({ id }) => id === topic.place?.round)
  const [main, ...others] = topic.questions
  const question = mainQuestion(topic)
  const names = namesOf(view, topic.conveners)
  const askedBy = (person: string): string =>
    t('topic.askedBy', { name: view.people[person]?.name ?? t('topic.somebody') })
  const isOver = topic.over !== null
  const isOpen = topic.state === 'posted' || topic.state === 'scheduled' || topic.state === 'running'
  return (
    <section className={styles['card']}>
      <p className={styles['state']} data-state={topic.state}>
        <strong>{stateWords(topic, row?.number ?? 0, now)}</strong> <Related topic={topic} />
      </p>
      <Heading
        page={t('topic.title')}
        className={classes(
          styles['question'],
          question.length > LONGEST ? styles['longest'] : question.length > LONGER && styles['longer'],
        )}
      >
        <span className={styles['block']} dir="auto">
          {question}
        </span>
      </Heading>
      {main === undefined || others.length === 0 ? null : (
        <div className={styles['joined']}>
          <p className={styles['aside']} dir="auto">
            {askedBy(main.by)}
          </p>
          <h2>{t('topic.joinedWith')}</h2>
          <ul>
            {others.map(({ id, text, by }) => (
              <li key={id}>
                <span className={styles['block']} dir="auto">
                  {text}
                </span>
                <span className={styles['aside']} dir="auto">
                  {askedBy(by)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {topic.pitch === '' ? null : (
        <p className={styles['pitch']} dir="auto">
          {topic.pitch}
        </p>
      )}
      <div className={styles['facts']}>
        <p dir="auto">
          <strong>{t('topic.offeredBy', { names: names || t('topic.somebody') })}</strong>{' '}
          <span className={styles['explained']}>
            {t('topic.convener', { count: topic.conveners.length })}
          </span>
        </p>
        <WhereAndWhen topic={topic} rows={rows} row={row} />
        {topic.state === 'merged' || (isOver && topic.signUps === 0) ? null : <SignUps topic={topic} />}
      </div>
      <div className={styles['actions']}>
        <GoThere topic={topic} isPrimary={action === 'goThere'} />
        {topic.board === null ? null : (
          <ButtonLink href={pathWithin(workshopId, { board: topic.board })}>
            {t('topic.openBoard')}
          </ButtonLink>
        )}
        {isOpen ? <SignUp topic={topic} isPrimary={action === 'signUp'} /> : null}
        <CourseActions topic={topic} />
        <TopicMenu topic={topic} isOnPage />
      </div>
      {hand.isFacilitator && (topic.state === 'scheduled' || topic.state === 'running') ? (
        <p className={styles['aside']}>{t('topic.theyAreTold')}</p>
      ) : null}
      <TakeOver topic={topic} />
      <TopicHints topicId={topic.id} />
      {isOver ? (
        <p className={styles['aside']}>
          {t('topic.seeSpacesHint')} <Link to={pathWithin(workshopId, 'spaces')}>{t('topic.seeSpaces')}</Link>
        </p>
      ) : null}
    </section>
  )
}

/** The topics that it is related to: what it lives on as, goes on as, goes on from, came out of. */
function Related({ topic }: { readonly topic: TopicView }) {
  const { view, workshopId } = useWorkshop()
  const to = (id: string | null | undefined) => {
    const other = id == null ? undefined : view.topics[id]
    return other === undefined ? null : (
      <Link to={pathWithin(workshopId, { topic: other.id })}>
        <bdi>{mainQuestion(other)}</bdi>
      </Link>
    )
  }
  const next = Object.values(view.topics).find(({ continues }) => continues === topic.id)
  return (
    <>
      {topic.state === 'merged' ? to(topic.mergedInto) : null}
      {next === undefined ? null : (
        <span>
          {t('topic.goesOn')} {to(next.id)}
        </span>
      )}
      {topic.continues === null ? null : (
        <span>
          {t('topic.continues')} {to(topic.continues)}
        </span>
      )}
      {topic.splitFrom === null ? null : (
        <span>
          {t('topic.splitFrom')} {to(topic.splitFrom)}
        </span>
      )}
    </>
  )
}

/** *Round 1 · Space 3*, and when that is by the viewer's own clock, with the home clock beside it. */
function WhereAndWhen({
  topic,
  rows,
  row,
}: {
  readonly topic: TopicView
  readonly rows: readonly Row[]
  readonly row: Row | undefined
}) {
  const { view } = useWorkshop()
  const { zone } = view.workshop
  const where = placeWords(view, rows, topic)
  const begins = topic.started ?? row?.begins
  const ends = topic.over ?? topic.ends ?? row?.ends
  const home = begins === undefined ? '' : homeClock(begins, zone)
  const times =
    begins === undefined
      ? ''
      : ends === undefined
        ? t(topic.started === null ? 'topic.from' : 'topic.since', { time: endTime(begins, zone) })
        : t('topic.times', { from: formatTime(begins), to: formatTime(ends) }) +
          (home === '' ? '' : ` (${home})`)
  if (where === '' && topic.started === null) return null
  return (
    <p className={styles['line']} dir="auto">
      {[where, times].filter((words) => words !== '').join(' · ')}
    </p>
  )
}

/** Into the space where it goes on, if it is in one and one is not there. */
function GoThere({ topic, isPrimary }: { readonly topic: TopicView; readonly isPrimary: boolean }) {
  const open = useWorkshop()
  const { view } = open
  const space = spaceOfTopic(view, topic)
  if (space === undefined || view.me.space === space.id) return null
  return (
    <Button
      look={isPrimary ? 'primary' : 'secondary'}
      aria-label={`${t('topic.goThere')}: ${spaceLabelRead(view, space)}`}
      onClick={() => goToTopic(open, topic)}
    >
      {t('topic.goThere')}
    </Button>
  )
}
