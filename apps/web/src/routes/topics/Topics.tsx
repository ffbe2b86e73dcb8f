import type { ReactNode } from 'react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'
import '../../text/withTopics.ts'
import { useNarrow } from '../board/useNarrow.ts'
import { OfferingPanel } from '../offer/OfferingPanel.tsx'
import { openTopicDialog } from '../offer/topicDialogs.ts'
import { setUpOpenSpace } from '../spaces/openSpaces.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { convenes } from '../workshop/topicsHere.ts'
import { Elsewhere, Folded, OffGrid } from './Below.tsx'
import { factsOf } from './cardFacts.ts'
import type { Grid, InSight } from './grid.ts'
import { COLUMNS_MAX, gridOf, inSight, mayPlace } from './grid.ts'
import { useSince } from './lastLook.ts'
import { keepLook, useLook } from './look.ts'
import { MissedNotice } from './MissedNotice.tsx'
import { Own } from './Own.tsx'
import { voices as voicesIn } from './people.ts'
import { cellPlace, PlacingProvider, usePlacing } from './placing.tsx'
import { RoundList } from './RoundList.tsx'
import { rowsOf } from './rows.ts'
import { TopicGrid } from './TopicGrid.tsx'
import styles from './topics.module.css'
import { useKeptFocus } from './useKeptFocus.ts'
import type { DropTarget } from './useTopicDrag.ts'
import { useTopicDrag } from './useTopicDrag.ts'
import { Waiting } from './Waiting.tsx'

/** Times of rounds are looked at again so often, in ms: they move on while a step takes longer than planned. */
const TIMES_MS = 20_000

/** The marketplace: every topic, offered, placed in rounds and spaces, or waiting for a place. */
export function Topics() {
  const { view, replica } = useWorkshop()
  const { me, people, now, workshop } = view
  const isNarrow = useNarrow()
  const since = useSince()
  const clock = useClock(replica)
  const rows = useSame(rowsOf(view, clock))
  const { topics, spaces } = view
  const grid = useMemo(() => gridOf({ topics, spaces }, rows), [topics, spaces, rows])
  const { sight, isWhole, setIsWhole } = useSight(grid)
  const [look, setLook] = useLook()
  const { placing, missed, forget, question } = usePlacing()
  const voices = useSame(voicesIn({ me, people }))
  const facts = factsOf(view, since, voices, clock)
  const waiting = grid.unplaced
  const toPlace = useMemo(
    () => waiting.filter((topic) => convenes({ me }, topic)),
    // Of oneself, only for whom one acts decides.
    // oxlint-disable-next-line react/exhaustive-deps
    [waiting, me.person, me.assists, me.role],
  )
  const onDrop = (id: string, target: DropTarget): void => {
    const topic = topics[id]
    if (topic === undefined) return
    if (target.kind === 'off') {
      if (topic.state === 'scheduled') void placing.lift(id)
      return
    }
    const there = grid.cells.get(target.key)
    if (there?.id === id) return
    if (there !== undefined && facts(there).canMove && topic.state === 'scheduled') {
      void placing.swap(id, there.id)
      return
    }
    const cell = cellOfKey(grid, target.key)
    if (cell !== undefined) void placing.place(id, cellPlace(cell.round, cell.space))
  }
  const { drag, start } = useTopicDrag(onDrop)
  const columns = useRef<HTMLDivElement>(null)
  useKeptFocus(columns)

  const isFacilitator = me.role === 'facilitator'
  const hasGrid = grid.rows.length > 0 && grid.columns.length > 0
  const isList = isNarrow || (look ?? (grid.columns.length > COLUMNS_MAX ? 'list' : 'grid')) === 'list'
  const isOpen = now.ended === null
  const sightNow = isWhole ? { rows: grid.rows.length, columns: grid.columns.length } : sight
  const mayOffer = me.role !== 'observer' && isOpen
  const hasTopics = Object.keys(topics).length > 0
  const zone = workshop.zone
  // Empty, it is still where a topic that is dragged off the grid goes to.
  const canDrag = hasGrid && !isList && [...grid.cells.values()].some((topic) => mayPlace(view, topic))
  const isNothingWaiting = waiting.length === 0 && hasTopics && !canDrag
  return (
    <PlacingProvider value={placing}>
      <div className={styles['screen']}>
        <Head mayOffer={mayOffer}>
          {hasGrid && !isNarrow ? (
            <Segmented
              label={t('topics.how')}
              value={isList ? 'list' : 'grid'}
              options={[
                { value: 'grid', label: t('topics.how_grid') },
                { value: 'list', label: t('topics.how_list') },
              ]}
              onChange={(next) => {
                setLook(next)
                keepLook(next)
              }}
            />
          ) : null}
        </Head>
        <OfferingPanel />
        {missed === undefined ? null : (
          <MissedNotice
            missed={missed}
            grid={grid}
            onPut={({ row, space }) => void placing.place(missed.topic, cellPlace(row.id, space.id))}
            onClose={forget}
          />
        )}
        {hasGrid ? null : <SetUp isFacilitator={isFacilitator} />}
        <Own grid={grid} voices={voices} />
        <div
          ref={columns}
          className={classes(
            styles['columns'],
            (toPlace.length > 0 || isFacilitator || !hasTopics) && styles['first'],
            waiting.length === 0 && hasTopics && styles['alone'],
          )}
          style={needsStyle(isList || !hasGrid ? 3 : Math.max(3, sightNow.columns))}
        >
          <div className={styles['main']}>
            {!hasGrid ? null : isList ? (
              <RoundList
                grid={grid}
                zone={zone}
                facts={facts}
                toPlace={toPlace}
                isFacilitator={isFacilitator}
              />
            ) : (
              <TopicGrid
                grid={grid}
                sight={sightNow}
                zone={zone}
                drag={drag}
                onGrip={start}
                facts={facts}
                toPlace={toPlace}
              />
            )}
            <Folded
              grid={grid}
              sight={isList ? undefined : sight}
              isWhole={isWhole}
              onWhole={setIsWhole}
              isFacilitator={isFacilitator}
            />
            <Elsewhere grid={grid} facts={facts} />
          </div>
          {isNothingWaiting ? null : (
            <Waiting
              topics={waiting}
              hasTopics={hasTopics}
              mayOffer={mayOffer}
              isFacilitator={isFacilitator}
              isTray={hasGrid && !isList}
              drag={drag}
              onGrip={isList ? undefined : start}
              facts={facts}
            />
          )}
        </div>
        <OffGrid topics={grid.record} />
        {question}
      </div>
    </PlacingProvider>
  )
}

function Head({ mayOffer, children }: { readonly mayOffer: boolean; readonly children: ReactNode }) {
  const { workshopId, view } = useWorkshop()
  const { question } = view.workshop
  return (
    <div className={styles['head']}>
      <div className={styles['headWords']}>
        <Heading page={t('topics.title')} className={styles['heading'] ?? ''}>
          <span dir="auto">{question === '' ? t('topics.title') : question}</span>
        </Heading>
        <p className={styles['lead']}>{t(mayOffer ? 'topics.lead' : 'topics.leadObserver')}</p>
      </div>
      <div className={styles['headActions']}>
        {children}
        {Object.keys(view.reports).length === 0 ? null : (
          <Link to={pathWithin(workshopId, 'news')} className={styles['news']}>
            {t('topics.newsWall')}
          </Link>
        )}
        {mayOffer ? (
          <Button look="primary" size="large" onClick={() => openTopicDialog({ kind: 'offer' })}>
            {t('offer.offer')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

/** Before there are rounds and spaces. */
function SetUp({ isFacilitator }: { readonly isFacilitator: boolean }) {
  const { view } = useWorkshop()
  if (view.now.ended !== null) return null
  if (!isFacilitator) return <p className={styles['aside']}>{t('topics.setUpForAll')}</p>
  return (
    <Notice
      title={t('topics.setUpTitle')}
      actions={<Button onClick={setUpOpenSpace}>{t('topics.setUpDo')}</Button>}
    >
      {t('topics.setUpBody')}
    </Notice>
  )
}

/** How many columns what waits has to leave room for; React knows no properties of our own. */
const needsStyle = (columns: number): object => ({ '--needs': columns })

/** Server time, now and then. */
function useClock(replica: { readonly serverNow: () => number }): number {
  const [at, setAt] = useState(() => replica.serverNow())
  useEffect(() => {
    const timer = setInterval(() => setAt(replica.serverNow()), TIMES_MS)
    return () => clearInterval(timer)
  }, [replica])
  return at
}

/** The same value as before while it says the same: what hangs on it is not made again at every change of the view. */
function useSame<T>(value: T): T {
  const [kept, setKept] = useState(value)
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept
  setKept(value)
  return value
}

/** What is in sight. What was once unfolded stays so: nothing folds under anybody's hand. */
function useSight(grid: Grid): {
  readonly sight: InSight
  readonly isWhole: boolean
  readonly setIsWhole: (isWhole: boolean) => void
} {
  const [isWhole, setIsWhole] = useState(false)
  const [least, setLeast] = useState<InSight>({ rows: 0, columns: 0 })
  const sight = inSight(grid, least)
  if (sight.rows > least.rows || sight.columns > least.columns)
    setLeast({ rows: Math.max(sight.rows, least.rows), columns: Math.max(sight.columns, least.columns) })
  return { sight, isWhole, setIsWhole }
}

function cellOfKey(grid: Grid, key: string): { readonly round: string; readonly space: string } | undefined {
  const value: unknown = JSON.parse(key)
  if (!Array.isArray(value)) return undefined
  const [round, space]: unknown[] = value
  if (typeof round !== 'string' || typeof space !== 'string') return undefined
  return grid.rows.some(({ id }) => id === round) ? { round, space } : undefined
}
