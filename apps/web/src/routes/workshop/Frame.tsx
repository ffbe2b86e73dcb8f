import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { fragmentOf, readFragment, workshopPath } from '../../links.ts'
import type { WorkshopPlace } from '../../place.ts'
import { Broken } from '../../parts/Broken.tsx'
import { classes } from '../../parts/Button.tsx'
import { later } from '../../parts/later.tsx'
import { Opening } from '../../parts/Opening.tsx'
import { loadOverlays } from '../../parts/overlays.ts'
import { Link, navigate, setFragment, useFragment } from '../../router.tsx'
import { Board } from '../board/Board.tsx'
import { boardsInSight } from '../boards/boardList.ts'
import { BoardsHost } from '../boards/BoardsHost.tsx'
import { readTarget } from '../boards/itemLinks.ts'
import { takeKeptPlace } from '../boards/keptPlace.ts'
import { want } from '../boards/wanted.ts'
import { t } from '../../text/index.ts'
import styles from './Frame.module.css'
import { boardOfMine, hasAsks, hasNews, hasNow, hasSpaces, hasTopics } from './sight.ts'
import { TopBar } from './TopBar.tsx'
import { useWorkshop } from './useWorkshop.ts'

// The board comes with the frame: it is what people see first, or next. Every other screen comes when it is opened.
const Now = lazy(() => import('../now/Now.tsx').then(({ Now: screen }) => ({ default: screen })))
const Spaces = lazy(() => import('../spaces/Spaces.tsx').then(({ Spaces: screen }) => ({ default: screen })))
const Topics = lazy(() => import('../topics/Topics.tsx').then(({ Topics: screen }) => ({ default: screen })))
const TopicPage = lazy(() =>
  import('../topic/TopicPage.tsx').then(({ TopicPage: screen }) => ({ default: screen })),
)
const NewsWall = lazy(() =>
  import('../news/NewsWall.tsx').then(({ NewsWall: screen }) => ({ default: screen })),
)
const Run = lazy(() => import('../run/Run.tsx').then(({ Run: screen }) => ({ default: screen })))
const Order = lazy(() => import('../order/Order.tsx').then(({ Order: screen }) => ({ default: screen })))
const PeopleScreen = lazy(() =>
  import('../people/PeopleScreen.tsx').then(({ PeopleScreen: screen }) => ({ default: screen })),
)
const BoardMissing = lazy(() =>
  import('./BoardMissing.tsx').then(({ BoardMissing: screen }) => ({ default: screen })),
)
// Beside everything else: what it says comes when something is wrong, and then it had better be here.
const BoardTrouble = later(async () => (await import('./BoardTrouble.tsx')).BoardTrouble, 'once')
const Attention = later(async () => (await import('../attention/Attention.tsx')).Attention)
const Offering = later(async () => (await import('../offer/Offering.tsx')).Offering)
const TrialRibbon = later(async () => (await import('../run/TrialRibbon.tsx')).TrialRibbon)
const AskBar = later(async () => (await import('../people/Asks.tsx')).AskBar)
const RunSide = later(async () => (await import('../run/RunSide.tsx')).RunSide)
const WriteUp = lazy(() =>
  import('../writeup/WriteUp.tsx').then(({ WriteUp: screen }) => ({ default: screen })),
)

/** Bar above, the screen, and on a phone the destinations below: the same on every screen of a workshop. */
export function Frame({ at, onLeft }: { readonly at: WorkshopPlace; readonly onLeft: () => void }) {
  const { workshopId, replica, view, visit } = useWorkshop()
  const main = useRef<HTMLElement>(null)
  const inSight = boardsInSight(view.boards)
  const firstBoardId = boardOfMine(view) ?? inSight[0]?.id
  const landsOnNow = hasNow(view)
  const fragment = useFragment()
  const boardId = at.kind === 'board' ? at.boardId : undefined
  // From the write-up one comes back to the board that one left, while it is still there.
  const [lastBoardId, setLastBoardId] = useState(boardId)
  if (boardId !== undefined && boardId !== lastBoardId) setLastBoardId(boardId)
  const backTo = inSight.some(({ id }) => id === lastBoardId) ? lastBoardId : firstBoardId
  const place = `${at.kind} ${boardId ?? (at.kind === 'topic' ? at.topicId : '')}`

  // The front door leads on to *Now*, or where there is none to the first board.
  useEffect(() => {
    if (at.kind !== 'start') return
    const to = landsOnNow ? 'now' : firstBoardId === undefined ? undefined : { board: firstBoardId }
    if (to !== undefined) navigate(workshopPath(workshopId, to) + location.hash, { replace: true })
  }, [at.kind, landsOnNow, firstBoardId, workshopId])

  // Somebody who had to join first comes to where their link led.
  useEffect(() => {
    const kept = takeKeptPlace(workshopId)
    if (kept !== undefined) navigate(kept, { replace: true })
  }, [workshopId])

  // A link to something on a board: whoever shows the board takes it from here, and the address becomes the board's.
  const hasTarget = readTarget(fragment) !== undefined
  useEffect(() => {
    const target = readTarget(fragment)
    if (target === undefined) return
    if (boardId !== undefined) want(boardId, target)
    setFragment('')
  }, [fragment, boardId])

  // The address can be copied and handed on: it holds the link to join, never a facilitator's key. Where the kept link
  // above has just come into the address, `hasTarget` is of the render before it: the address itself knows better.
  const joinKey = view.links.join
  useEffect(() => {
    if (joinKey === undefined || hasTarget || readTarget(location.hash) !== undefined) return
    setFragment(fragmentOf({ kind: 'join', key: joinKey }))
  }, [joinKey, place, hasTarget])

  useEffect(() => {
    replica.at(boardId ?? null, null)
    main.current?.scrollTo(0, 0)
  }, [replica, boardId, place])

  // Dialogs and menus come with the first thing somebody does here, so that they are there should the line be lost.
  useEffect(() => {
    const options = { once: true, capture: true, passive: true }
    const events = ['pointerdown', 'keydown', 'focusin'] as const
    for (const event of events) document.addEventListener(event, loadOverlays, options)
    return () => {
      for (const event of events) document.removeEventListener(event, loadOverlays, options)
    }
  }, [])

  const destinations = <Destinations at={at} boardId={boardId ?? backTo} />
  return (
    <div className={styles['frame']}>
      <button
        type="button"
        className={classes('visually-hidden', styles['skip'])}
        onClick={() => main.current?.focus()}
      >
        {t('workshop.skip')}
      </button>
      {visit.isTrial ? <TrialRibbon onLeft={onLeft} /> : null}
      <TopBar boardId={boardId} onLeft={onLeft}>
        {destinations}
      </TopBar>
      {hasNews(view) ? <Attention boardId={boardId} screen={at.kind} /> : null}
      {hasTopics(view) ? <Offering /> : null}
      {hasAsks(view) ? <AskBar isOnRoster={at.kind === 'people'} /> : null}
      <BoardTrouble boardId={boardId} />
      <div className={styles['middle']}>
        <main ref={main} tabIndex={-1} className={styles['main']}>
          <Broken key={place}>
            <Suspense fallback={<Opening />}>
              <Screen at={at} />
              {boardId === undefined ? null : view.boards[boardId]?.gone !== undefined ||
                view.boards[boardId] === undefined ? (
                <BoardMissing key={boardId} boardId={boardId} />
              ) : (
                <Board key={boardId} boardId={boardId} />
              )}
            </Suspense>
          </Broken>
        </main>
        {view.me.role === 'facilitator' ? <RunSide boardId={boardId} at={at} /> : null}
      </div>
      <div className={styles['below']}>{destinations}</div>
      <BoardsHost boardId={boardId} />
    </div>
  )
}

/** The screens with an address of one word. */
function Screen({ at }: { readonly at: WorkshopPlace }) {
  switch (at.kind) {
    case 'now':
      return <Now />
    case 'topics':
      return <Topics />
    case 'topic':
      return <TopicPage key={at.topicId} topicId={at.topicId} />
    case 'news':
      return <NewsWall />
    case 'spaces':
      return <Spaces />
    case 'run':
      return <Run />
    case 'order':
      return <Order />
    case 'people':
      return <PeopleScreen />
    case 'write-up':
      return <WriteUp />
    case 'start':
    case 'board':
    case 'screen':
      return null
    default:
      return at satisfies never
  }
}

interface Destination {
  readonly name: string
  /** `undefined` where there is nothing to go to. */
  readonly to: string | undefined
  readonly isHere: boolean
  /** Where the window is wide the panel is beside the screen, and this leads nowhere new. */
  readonly isForNarrow?: boolean
}

/** Where one can go, in the order that is the same everywhere; what has no content yet is not shown. */
function Destinations({ at, boardId }: { readonly at: WorkshopPlace; readonly boardId: string | undefined }) {
  const { workshopId, view } = useWorkshop()
  // An observer's address keeps the link that they came by; others get the link to join from the frame.
  const fragment = useFragment()
  const own = readFragment(fragment)?.kind === 'observer' ? fragment : ''
  const to = (kind: 'now' | 'topics' | 'spaces' | 'write-up' | 'run', name: string): Destination => ({
    name,
    to: workshopPath(workshopId, kind) + own,
    isHere: at.kind === kind || (kind === 'topics' && (at.kind === 'topic' || at.kind === 'news')),
  })
  const board: Destination = {
    name: t('workshop.board'),
    to: boardId === undefined ? undefined : workshopPath(workshopId, { board: boardId }) + own,
    isHere: at.kind === 'board',
  }
  const places = [
    ...(hasNow(view) ? [to('now', t('workshop.now'))] : []),
    board,
    ...(hasTopics(view) ? [to('topics', t('workshop.topics'))] : []),
    ...(hasSpaces(view) ? [to('spaces', t('workshop.spaces'))] : []),
    to('write-up', t('workshop.writeUp')),
    ...(view.me.role === 'facilitator' ? [{ ...to('run', t('workshop.run')), isForNarrow: true }] : []),
  ]
  return (
    <nav aria-label={t('workshop.destinations')} className={styles['destinations']}>
      {places.map(({ name, to, isHere, isForNarrow }) =>
        to === undefined ? null : (
          <Link
            key={name}
            to={to}
            aria-current={isHere ? 'page' : undefined}
            className={classes(styles['destination'], isForNarrow && styles['narrow'])}
          >
            {name}
          </Link>
        ),
      )}
    </nav>
  )
}
