import type { TopicView } from '@moot/workshop'
import { isOver } from '@moot/workshop'
import type { PointerEvent } from 'react'
import { memo, useId } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Popover } from '../../parts/Popover.tsx'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { TopicHints } from '../offer/TopicHints.tsx'
import { TopicMenu } from '../offer/TopicMenu.tsx'
import { goToTopic, pathWithin } from '../workshop/goTo.ts'
import { useSteadyWorkshop, useWorkshop } from '../workshop/useWorkshop.ts'
import type { CardFacts } from './cardFacts.ts'
import { openPlace } from './placeDialog.ts'
import { SignUp } from './SignUp.tsx'
import styles from './card.module.css'

/** What a card shows; everything in it keeps its identity until it changes, so that sixty of them stay quick. */
export interface TopicCardProps extends CardFacts {
  readonly topic: TopicView
  readonly look: 'cell' | 'row' | 'waiting'
  /** Where it is, in words before its question; '' where the grid says it. */
  readonly place: string
  /** The same as it is read aloud. */
  readonly placeRead: string
  /** Whether it is being dragged. */
  readonly isHeld: boolean
  /** Starts a drag; without it nothing is dragged here. */
  readonly onGrip: ((topic: string, event: PointerEvent<HTMLElement>) => void) | undefined
}

/** One topic: its questions, whose it is, how many mean to come, and what one can do with it. */
export const TopicCard = memo(function TopicCard(props: TopicCardProps) {
  const { topic, offeredBy, isMine, canMove, isNew, isOnAlone, look, place, placeRead, isHeld, onGrip } =
    props
  const { workshopId } = useSteadyWorkshop()
  const headingId = useId()
  const [main, ...joined] = topic.questions
  const question = main?.text ?? ''
  const Tag = look === 'cell' ? 'article' : 'li'
  const grip = canMove ? onGrip : undefined
  return (
    <Tag
      aria-labelledby={headingId}
      data-topic={topic.id}
      className={classes(
        styles['card'],
        styles[look],
        isMine && styles['mine'],
        grip !== undefined && styles['movable'],
        isHeld && styles['held'],
      )}
      onPointerDown={grip === undefined ? undefined : (event) => grip(topic.id, event)}
    >
      <div className={styles['cardHead']}>
        {/* In a cell a few lines of it, and all of it while it is looked at: see `useWholeQuestion`. */}
        <div data-words className={styles['words']}>
          <div>
            <h3 id={headingId} className={styles['question']}>
              {place === '' ? null : (
                <>
                  <span aria-hidden={placeRead !== place} className={styles['where']}>
                    {place}
                  </span>
                  {placeRead === place ? null : <VisuallyHidden>{placeRead}</VisuallyHidden>}{' '}
                </>
              )}
              <Link
                to={pathWithin(workshopId, { topic: topic.id })}
                draggable={false}
                dir="auto"
                className={styles['title']}
              >
                {question}
              </Link>
            </h3>
            {joined.map((each) => (
              <p key={each.id} className={styles['joined']} dir="auto">
                {t('topics.joinedWith', { question: each.text })}
              </p>
            ))}
          </div>
        </div>
        {grip === undefined ? null : (
          <span
            aria-hidden="true"
            data-grip
            title={t('topics.dragOf', { question })}
            className={styles['grip']}
          >
            ⠿
          </span>
        )}
      </div>
      <p className={styles['facts']}>
        <span>
          <VisuallyHidden>{t('topics.offeredBy', { names: '' })}</VisuallyHidden>
          <bdi>{offeredBy}</bdi>
        </span>
        <Going topic={topic} question={question} />
      </p>
      <Marks topic={topic} isNew={isNew} isMine={isMine} isOn={isOnAlone} />
      {isMine ? <TopicHints topicId={topic.id} /> : null}
      <Foot {...props} question={question} />
    </Tag>
  )
})

/** What is worth a word: new, one's own, on now, over. */
function Marks({
  topic,
  isNew,
  isMine,
  isOn,
}: {
  readonly topic: TopicView
  readonly isNew: boolean
  readonly isMine: boolean
  readonly isOn: boolean
}) {
  const words = [
    ...(topic.isAction ? [t('topics.action')] : []),
    ...(topic.continues === null ? [] : [t('topics.goesOn')]),
    ...(topic.splitFrom === null ? [] : [t('topics.splitOff')]),
  ]
  if (!isNew && !isMine && !isOn && !isOver(topic) && words.length === 0) return null
  return (
    <p className={styles['marks']}>
      {isOn ? <Chip tone="accent">{t('topics.onNow')}</Chip> : null}
      {isOver(topic) ? <Chip>{t('topics.over')}</Chip> : null}
      {isMine ? <Chip>{t('topics.yours')}</Chip> : null}
      {isNew ? <Chip tone="accent">{t('topics.isNew')}</Chip> : null}
      {words.map((each) => (
        <span key={each} className={styles['aside']}>
          {each}
        </span>
      ))}
    </p>
  )
}

/** How many mean to come; with names behind it where the workshop shows them. No ranking, ever. */
function Going({ topic, question }: { readonly topic: TopicView; readonly question: string }) {
  const { signUps, names } = topic
  if (signUps === 0) return null
  const words = t('topics.going', { count: signUps })
  if (names.length === 0) return <span>{words}</span>
  return (
    <span>
      <Popover
        align="start"
        title={t('topics.goingTo')}
        trigger={
          <button
            type="button"
            className={styles['going']}
            aria-label={t('topics.goingRead', { count: signUps, question })}
          >
            {words}
          </button>
        }
      >
        <Names ids={names} />
      </Popover>
    </span>
  )
}

/** Made when it is opened. */
function Names({ ids }: { readonly ids: readonly string[] }) {
  const { people } = useWorkshop().view
  const names = ids.map((id) => people[id]?.name ?? '').filter((name) => name !== '')
  return (
    <ul className={styles['names']}>
      {names
        .toSorted((a, b) => a.localeCompare(b))
        .map((name, index) => (
          // Two people may have one name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${name} ${index}`}>
            <bdi>{name}</bdi>
          </li>
        ))}
    </ul>
  )
}

function Foot({
  topic,
  question,
  look,
  isMine,
  canMove,
  voices,
  signedUp,
}: TopicCardProps & { readonly question: string }) {
  const open = useSteadyWorkshop()
  const { id, state, place, board } = topic
  const report = pathWithin(open.workshopId, { topic: id })
  if (isOver(topic))
    return (
      <p className={styles['foot']}>
        <Link to={report} className={styles['report']} aria-label={t('topics.reportOf', { question })}>
          {t(state === 'reported' ? 'topics.reported' : 'topics.report')}
        </Link>
        <TopicMenu topic={topic} />
      </p>
    )
  const goes = state === 'running' && board !== null ? () => goToTopic(open, topic) : undefined
  return (
    <p className={styles['foot']}>
      {goes === undefined ? null : (
        <Button
          className={styles['wide'] ?? ''}
          aria-label={t('topics.goThereTo', { question })}
          onClick={goes}
        >
          {t('topics.goThere')}
        </Button>
      )}
      {canMove && (isMine || look === 'waiting') ? (
        <Button
          className={styles['place'] ?? ''}
          aria-label={t(place === null || state === 'posted' ? 'topics.placeOf' : 'topics.moveOf', {
            question,
          })}
          onClick={() => openPlace(id)}
        >
          {t(place === null || state === 'posted' ? 'topics.place' : 'topics.move')}
        </Button>
      ) : null}
      {goes === undefined && state !== 'running' ? (
        <SignUp topic={id} question={question} voices={voices} signedUp={signedUp} />
      ) : null}
      <TopicMenu topic={topic} />
    </p>
  )
}
