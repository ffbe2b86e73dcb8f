/** What stands under the grid: what is folded away, other times and places, and what is on the grid no more. */
import type { TopicView } from '@moot/workshop'
import { useId } from 'react'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { useGive } from '../workshop/useGive.ts'
import { TopicMenu } from '../offer/TopicMenu.tsx'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { listOf, mainQuestion } from '../workshop/topicsHere.ts'
import type { CardFacts } from './cardFacts.ts'
import type { Grid, InSight } from './grid.ts'
import { freeCells } from './grid.ts'
import { placeWords, roundName } from './rows.ts'
import { TopicCard } from './TopicCard.tsx'
import rounds from './rounds.module.css'
import styles from './topics.module.css'

/** What is folded away for calm, to be shown; what facilitators keep in reserve, to be unfolded for everybody. */
export function Folded({
  grid,
  sight,
  isWhole,
  onWhole,
  isFacilitator,
}: {
  readonly grid: Grid
  /** `undefined` where nothing is folded for calm. */
  readonly sight: InSight | undefined
  readonly isWhole: boolean
  readonly onWhole: (isWhole: boolean) => void
  readonly isFacilitator: boolean
}) {
  const spaces = sight === undefined ? [] : grid.columns.slice(sight.columns)
  const rounds = sight === undefined ? [] : grid.rows.slice(sight.rows)
  const isFolded = spaces.length > 0 || rounds.length > 0
  return (
    <>
      {isFolded && !isWhole ? (
        <p className={styles['folded']}>
          {spaces.length === 0
            ? null
            : t('topics.foldedSpaces', {
                count: spaces.length,
                names: listOf(spaces.map(({ number }) => String(number))),
              })}{' '}
          {rounds.length === 0
            ? null
            : t('topics.foldedRounds', { count: rounds.length, names: listOf(rounds.map(roundName)) })}{' '}
          <Button look="quiet" size="small" className={styles['inline'] ?? ''} onClick={() => onWhole(true)}>
            {t('topics.showThem', { count: spaces.length + rounds.length })}
          </Button>
        </p>
      ) : isFolded ? (
        <p className={styles['folded']}>
          <Button look="quiet" size="small" className={styles['inline'] ?? ''} onClick={() => onWhole(false)}>
            {t('topics.foldThem')}
          </Button>
        </p>
      ) : null}
      {isFacilitator ? <Spares grid={grid} /> : null}
    </>
  )
}

function Spares({ grid }: { readonly grid: Grid }) {
  const give = useGive()
  const { spares } = grid
  const [first] = spares
  if (first !== undefined)
    return (
      <p className={styles['folded']}>
        {t('topics.spare', { count: spares.length })}{' '}
        <Button
          look="quiet"
          size="small"
          className={styles['inline'] ?? ''}
          onClick={async () => {
            const isDone = await give({ type: 'space.change', space: first.id, isHidden: false })
            if (!isDone) return
            announce(t('topics.saidUnfolded', { number: first.number }))
            focusIfLost()
          }}
        >
          {t(spares.length === 1 ? 'topics.unfold' : 'topics.unfoldOne')}
        </Button>
      </p>
    )
  if (grid.rows.length === 0 || freeCells(grid).length > 0) return null
  return (
    <p className={styles['folded']}>
      <Button
        look="quiet"
        size="small"
        className={styles['inline'] ?? ''}
        onClick={() => void give({ type: 'space.add' })}
      >
        {t('topics.addSpace')}
      </Button>
    </p>
  )
}

/** Topics with a time or a place in somebody's own words. */
export function Elsewhere({
  grid,
  facts,
}: {
  readonly grid: Grid
  readonly facts: (topic: TopicView) => CardFacts
}) {
  const { view } = useWorkshop()
  const headingId = useId()
  if (grid.elsewhere.length === 0) return null
  return (
    <section aria-labelledby={headingId} className={rounds['round']}>
      <h2 id={headingId} className={rounds['roundHeading']}>
        <span className={rounds['roundName']}>{t('topics.elsewhere')}</span>
      </h2>
      <ul className={rounds['cards']}>
        {grid.elsewhere.map((topic) => {
          const place = placeWords(view, grid.rows, topic)
          return (
            <TopicCard
              key={topic.id}
              topic={topic}
              {...facts(topic)}
              look="row"
              place={place}
              placeRead={place}
              isHeld={false}
              onGrip={undefined}
            />
          )
        })}
      </ul>
    </section>
  )
}

/** Topics that were joined with others or withdrawn: off the grid, kept in the record (A16). */
export function OffGrid({ topics }: { readonly topics: readonly TopicView[] }) {
  const { workshopId, view } = useWorkshop()
  if (topics.length === 0) return null
  return (
    <details className={styles['record']}>
      <summary>
        {t('topics.record')} <span className={styles['count']}>{topics.length}</span>
      </summary>
      <ul className={styles['recordList']}>
        {topics.map((topic) => (
          <li key={topic.id}>
            <Link to={pathWithin(workshopId, { topic: topic.id })} dir="auto">
              {mainQuestion(topic)}
            </Link>
            <span className={styles['aside']} dir="auto">
              {whatBecame(topic, view.topics)}
            </span>
            <TopicMenu topic={topic} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function whatBecame(topic: TopicView, topics: Readonly<Record<string, TopicView>>): string {
  if (topic.state === 'merged') {
    const into = topic.mergedInto === null ? undefined : topics[topic.mergedInto]
    return t('topics.record_joined', { other: mainQuestion(into) })
  }
  const reason = topic.facts.findLast(({ what }) => what === 'withdrawn')?.text ?? ''
  return reason === '' ? t('topics.record_withdrawn') : t('topics.record_withdrawnWhy', { reason })
}
