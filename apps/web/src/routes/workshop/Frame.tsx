import { lazy, Suspense, useEffect, useRef } from 'react'
import { fragmentOf, readFragment, workshopPath } from '../../links.ts'
import type { WorkshopPlace } from '../../place.ts'
import { Broken } from '../../parts/Broken.tsx'
import { classes } from '../../parts/Button.tsx'
import { Opening } from '../../parts/Opening.tsx'
import { loadOverlays } from '../../parts/overlays.ts'
import { Link, navigate, setFragment, useFragment } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { BoardMissing } from './BoardMissing.tsx'
import { BoardTrouble } from './BoardTrouble.tsx'
import styles from './Frame.module.css'
import { TopBar } from './TopBar.tsx'
import { useWorkshop } from './useWorkshop.ts'

const Board = lazy(() => import('../board/Board.tsx').then(({ Board: screen }) => ({ default: screen })))
const WriteUp = lazy(() =>
  import('../writeup/WriteUp.tsx').then(({ WriteUp: screen }) => ({ default: screen })),
)

/** Bar above, the screen, and on a phone the destinations below: the same on every screen of a workshop. */
export function Frame({ at, onLeft }: { readonly at: WorkshopPlace; readonly onLeft: () => void }) {
  const { workshopId, replica, view } = useWorkshop()
  const main = useRef<HTMLElement>(null)
  const [firstBoard] = Object.entries(view.boards).toSorted(([, a], [, b]) => a.order - b.order)
  const firstBoardId = firstBoard?.[0]
  const boardId = at.kind === 'board' ? at.boardId : undefined
  const place = `${at.kind} ${boardId ?? ''}`

  // The front door leads on to the first board.
  useEffect(() => {
    if (at.kind !== 'start' || firstBoardId === undefined) return
    navigate(workshopPath(workshopId, { board: firstBoardId }) + location.hash, { replace: true })
  }, [at.kind, firstBoardId, workshopId])

  // The address can be copied and handed on: it holds the link to join, never a facilitator's key.
  const joinKey = view.links.join
  useEffect(() => {
    if (joinKey !== undefined) setFragment(fragmentOf({ kind: 'join', key: joinKey }))
  }, [joinKey, place])

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

  const destinations = <Destinations at={at} boardId={boardId ?? firstBoardId} />
  return (
    <div className={styles['frame']}>
      <button
        type="button"
        className={classes('visually-hidden', styles['skip'])}
        onClick={() => main.current?.focus()}
      >
        {t('workshop.skip')}
      </button>
      <TopBar boardId={boardId} onLeft={onLeft}>
        {destinations}
      </TopBar>
      <BoardTrouble />
      <main ref={main} tabIndex={-1} className={styles['main']}>
        <Broken key={place}>
          <Suspense fallback={<Opening />}>
            {at.kind === 'write-up' ? <WriteUp /> : null}
            {boardId === undefined ? null : view.boards[boardId] === undefined ? (
              <BoardMissing
                to={firstBoardId === undefined ? '/' : workshopPath(workshopId, { board: firstBoardId })}
              />
            ) : (
              <Board key={boardId} boardId={boardId} />
            )}
          </Suspense>
        </Broken>
      </main>
      <div className={styles['below']}>{destinations}</div>
    </div>
  )
}

/** Where one can go, in the order that is the same everywhere; what has no content yet is not shown. */
function Destinations({ at, boardId }: { readonly at: WorkshopPlace; readonly boardId: string | undefined }) {
  const { workshopId } = useWorkshop()
  // An observer's address keeps the link that they came by; others get the link to join from the frame.
  const fragment = useFragment()
  const own = readFragment(fragment)?.kind === 'observer' ? fragment : ''
  const places = [
    {
      name: t('workshop.board'),
      to: boardId === undefined ? undefined : workshopPath(workshopId, { board: boardId }) + own,
      isHere: at.kind !== 'write-up',
    },
    {
      name: t('workshop.writeUp'),
      to: workshopPath(workshopId, 'write-up') + own,
      isHere: at.kind === 'write-up',
    },
  ]
  return (
    <nav aria-label={t('workshop.destinations')} className={styles['destinations']}>
      {places.map(({ name, to, isHere }) =>
        to === undefined ? null : (
          <Link
            key={name}
            to={to}
            aria-current={isHere ? 'page' : undefined}
            className={styles['destination']}
          >
            {name}
          </Link>
        ),
      )}
    </nav>
  )
}
