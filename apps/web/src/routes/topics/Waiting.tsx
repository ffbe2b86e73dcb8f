import type { TopicView } from '@moot/workshop'
import type { PointerEvent } from 'react'
import { useId, useState } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { t } from '../../text/index.ts'
import type { CardFacts } from './cardFacts.ts'
import { TopicCard } from './TopicCard.tsx'
import styles from './topics.module.css'
import type { TopicDrag } from './useTopicDrag.ts'

/** Shown before *Show more*; one's own always are. */
const SHOWN = 8
/** So many in all where it stands over the list, for who has something to place: both have to be in sight. */
const SHOWN_WITH_OWN = 4

/** Topics that have no place yet, one's own first: with a grid all of them in a tray that scrolls, else the first few. */
export function Waiting({
  topics,
  hasTopics,
  mayOffer,
  isFacilitator,
  isTray,
  drag,
  onGrip,
  facts,
}: {
  readonly topics: readonly TopicView[]
  /** Whether any topic was ever offered. */
  readonly hasTopics: boolean
  readonly mayOffer: boolean
  readonly isFacilitator: boolean
  readonly isTray: boolean
  readonly drag: TopicDrag | undefined
  /** Without it nothing is dragged here. */
  readonly onGrip: ((topic: string, event: PointerEvent<HTMLElement>) => void) | undefined
  readonly facts: (topic: TopicView) => CardFacts
}) {
  const headingId = useId()
  const [isWhole, setIsWhole] = useState(false)
  const mine = topics.filter((topic) => facts(topic).isMine)
  const others = topics.filter((topic) => !facts(topic).isMine)
  const least = isFacilitator || mine.length > 0 ? SHOWN_WITH_OWN : SHOWN
  const room = Math.max(0, least - mine.length)
  const shown = isWhole || isTray ? others : others.slice(0, room)
  const isOver = drag?.over?.kind === 'off'
  // One quiet line, which takes what is dragged off the grid.
  if (topics.length === 0 && hasTopics)
    return (
      <section
        aria-label={t('topics.unplaced')}
        data-off
        tabIndex={-1}
        className={classes(
          styles['noneWaiting'],
          drag !== undefined && styles['takes'],
          isOver && styles['over'],
        )}
      >
        {t(drag === undefined ? 'topics.unplacedNone' : 'topics.dropHere')}
      </section>
    )
  return (
    <div className={styles['waitingPart']}>
      <section
        aria-labelledby={headingId}
        data-off
        tabIndex={-1}
        className={classes(styles['waiting'], isTray && styles['tray'], isOver && styles['over'])}
      >
        <h2 id={headingId} className={styles['sideTitle']}>
          {t(hasTopics ? 'topics.unplaced' : 'topics.noTopicsTitle')}
          {hasTopics ? <span className={styles['count']}>{topics.length}</span> : null}
        </h2>
        {topics.length === 0 ? (
          mayOffer ? (
            <p className={styles['aside']}>{t('topics.noTopics')}</p>
          ) : null
        ) : (
          <ul className={styles['waitingList']}>
            {[...mine, ...shown].map((topic) => (
              <TopicCard
                key={topic.id}
                topic={topic}
                {...facts(topic)}
                look="waiting"
                place=""
                placeRead=""
                isHeld={drag?.topic === topic.id}
                onGrip={onGrip}
              />
            ))}
          </ul>
        )}
        {shown.length === others.length ? null : (
          <Button look="quiet" onClick={() => setIsWhole(true)}>
            {t('topics.showAll', { count: others.length - shown.length })}
          </Button>
        )}
      </section>
    </div>
  )
}
