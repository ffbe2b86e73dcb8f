import type { TopicView } from '@moot/workshop'
import { slotLabel } from '@moot/workshop'
import { useId } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withPlaces.ts'
import type { ListedSpace } from '../workshop/places.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import type { CardFacts } from './cardFacts.ts'
import type { Grid } from './grid.ts'
import { cellKey, freeIn, isPlaceable } from './grid.ts'
import { cellPlace, usePlacingHere } from './placing.tsx'
import { RowHead, toneOf } from './RowHead.tsx'
import type { Row } from './rows.ts'
import { TopicCard } from './TopicCard.tsx'
import styles from './rounds.module.css'

interface RoundListProps {
  readonly grid: Grid
  readonly zone: string
  readonly facts: (topic: TopicView) => CardFacts
  readonly toPlace: readonly TopicView[]
  readonly isFacilitator: boolean
}

/** The same by round: each a heading with its topics and its free places. On a phone always, and with many spaces. */
export function RoundList(props: RoundListProps) {
  return (
    <div className={styles['rounds']}>
      {props.grid.rows.map((row) => (
        <RoundPart key={row.id} row={row} {...props} />
      ))}
    </div>
  )
}

function RoundPart({
  row,
  grid,
  zone,
  facts,
  toPlace,
  isFacilitator,
}: RoundListProps & { readonly row: Row }) {
  const headingId = useId()
  const placed = grid.columns.flatMap((space) => {
    const topic = grid.cells.get(cellKey(row.id, space.id))
    return topic === undefined ? [] : [{ space, topic }]
  })
  const free = freeIn(grid, row.id)
  const heading = (
    <h2 id={headingId} className={styles['roundHeading']}>
      <RowHead row={row} zone={zone} />
    </h2>
  )
  const inside = (
    <>
      {placed.length === 0 ? (
        <p className={styles['aside']}>{t('topics.noneHere')}</p>
      ) : (
        <ul className={styles['cards']}>
          {placed.map(({ space, topic }) => (
            <TopicCard
              key={topic.id}
              topic={topic}
              {...facts(topic)}
              look="row"
              place={
                isFacilitator
                  ? slotLabel(row.number, space.number, '')
                  : t('places.breakout', { number: space.number })
              }
              placeRead={
                isFacilitator
                  ? t('places.labelRead', { round: row.number, number: space.number })
                  : t('places.breakout', { number: space.number })
              }
              isHeld={false}
              onGrip={undefined}
            />
          ))}
        </ul>
      )}
      {isPlaceable(row) ? <Free row={row} free={free} toPlace={toPlace} /> : null}
    </>
  )
  // What is over makes room for what is to come.
  const isPast = !isPlaceable(row) && grid.rows.some(isPlaceable)
  return (
    <section
      aria-labelledby={headingId}
      className={styles['round']}
      data-standing={row.standing}
      data-tone={toneOf(row)}
    >
      {isPast ? (
        <details className={styles['pastRound']}>
          <summary>{heading}</summary>
          {inside}
        </details>
      ) : (
        <>
          {heading}
          {inside}
        </>
      )}
    </section>
  )
}

/** How much room there is, and for who has a topic without a place the way into it. */
function Free({
  row,
  free,
  toPlace,
}: {
  readonly row: Row
  readonly free: readonly ListedSpace[]
  readonly toPlace: readonly TopicView[]
}) {
  const placing = usePlacingHere()
  if (free.length === 0) return <p className={styles['aside']}>{t('topics.noneFree')}</p>
  return (
    <p className={styles['freeLine']}>
      <span className={styles['aside']}>{t('topics.freeCount', { count: free.length })}</span>
      {toPlace.length === 0 ? null : (
        <Menu align="start" trigger={<Button>{t('topics.putIn')}</Button>}>
          {toPlace.map((topic, index) => (
            <Targets
              key={topic.id}
              topic={topic}
              free={free}
              hasLine={index > 0}
              isNamed={toPlace.length > 1}
              onChoose={(space) => void placing.place(topic.id, cellPlace(row.id, space))}
            />
          ))}
        </Menu>
      )}
    </p>
  )
}

function Targets({
  topic,
  free,
  hasLine,
  isNamed,
  onChoose,
}: {
  readonly topic: TopicView
  readonly free: readonly ListedSpace[]
  readonly hasLine: boolean
  readonly isNamed: boolean
  readonly onChoose: (space: string) => void
}) {
  const question = mainQuestion(topic)
  return (
    <>
      {hasLine ? <MenuSeparator /> : null}
      {free.map(({ id, number }) => (
        <MenuItem key={id} onSelect={() => onChoose(id)}>
          <span dir="auto">
            {isNamed
              ? t('topics.putNamed', { space: t('places.breakout', { number }), question })
              : t('places.breakout', { number })}
          </span>
        </MenuItem>
      ))}
    </>
  )
}
