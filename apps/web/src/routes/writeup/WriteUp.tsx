import type { ReadableBoard } from '@moot/board'
import type { BoardReplica } from '@moot/client'
import type { WriteUpSource } from '@moot/writeup'
import { writeUp } from '@moot/writeup'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { Heading } from '../../parts/Heading.tsx'
import { workshopPath } from '../../links.ts'
import { ButtonLink } from '../../parts/Button.tsx'
import { t } from '../../text/index.ts'
import '../../text/withWriteUp.ts'
import { boardsInSight } from '../boards/boardList.ts'
import { writeUpOrigins } from '../boards/origins.ts'
import { overOf } from '../workshop/afterRound.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { reportsIn } from './reports.ts'
import { TakeAway } from './TakeAway.tsx'
import { WriteUpPage } from './WriteUpPage.tsx'
import styles from './writeup.module.css'

/** Changes are shown at most this often, in ms: a page that is read should not flicker. */
const SHOW_EVERY_MS = 500

/** What the boards say, as a page to read, copy and take away; always of this moment. */
export function WriteUp() {
  const { view, session, workshopId } = useWorkshop()
  const { boards: infos, workshop, me, slots, topics, reports, stages, spaces } = view
  const listed = useMemo(() => boardsInSight(infos), [infos])

  useEffect(() => {
    const releases = listed.map(({ id, doc }) => {
      const release = session.hold(id)
      session.board(id, doc, me.role)
      return release
    })
    return () => {
      for (const release of releases) release()
    }
  }, [session, listed, me.role])
  const open = useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.boards,
  )
  const { boards: readings, areSynced, at } = useBoards(open)

  const reported = useMemo(
    () => reportsIn({ topics, reports, stages, spaces, slots }),
    [topics, reports, stages, spaces, slots],
  )
  const value = useMemo(() => {
    const boards = listed.flatMap(({ id, title }): WriteUpSource['boards'][number][] => {
      const replica = session.openBoard(id)
      const board = replica === undefined ? undefined : readings.get(replica)
      return board === undefined ? [] : [{ id, title, board }]
    })
    return writeUp({
      title: workshop.title || t('writeup.untitled'),
      question: workshop.question,
      boards,
      reports: reported,
      originOf: writeUpOrigins(slots),
      overOf: (board) => overOf({ topics }, board),
    })
  }, [listed, workshop.title, workshop.question, slots, topics, session, readings, reported])

  const heading = value.question.trim() || value.title
  const [firstBoard] = listed
  if (!areSynced) {
    return (
      <div className={styles['screen']}>
        <Heading page={t('writeup.title')} isHidden>
          {t('writeup.title')}
        </Heading>
        <p role="status" className={styles['appearing']}>
          {t('writeup.loading')}
        </p>
      </div>
    )
  }
  if (value.tally.notes + value.drawings + reported.length === 0) {
    return (
      <div className={styles['screen']}>
        <Heading page={t('writeup.title')}>{t('writeup.emptyTitle')}</Heading>
        <p className={styles['lead']}>{t('writeup.emptyBody')}</p>
        {firstBoard === undefined ? null : (
          <div>
            <ButtonLink look="primary" href={workshopPath(workshopId, { board: firstBoard.id })}>
              {t('writeup.toBoard')}
            </ButtonLink>
          </div>
        )}
      </div>
    )
  }
  return (
    <div className={styles['screen']}>
      <TakeAway value={value} />
      <WriteUpPage value={value} heading={heading} at={at} />
    </div>
  )
}

/** What the open boards hold, read together; again after changes. */
interface Reading {
  readonly areSynced: boolean
  readonly boards: ReadonlyMap<BoardReplica, ReadableBoard>
  /** When they were read, ms since 1970. */
  readonly at: number
}

function useBoards(open: readonly BoardReplica[]): Reading {
  const [reading, setReading] = useState<Reading>(() => readAll(open))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (): void => {
      clearTimeout(timer)
      timer = undefined
      setReading(readAll(open))
    }
    const later = (): void => {
      timer ??= setTimeout(show, SHOW_EVERY_MS)
    }
    const stops = open.flatMap((board) => [
      board.reading.onChange(later),
      board.store.subscribe((status, before) => {
        if (status.synced !== before.synced) show()
      }),
    ])
    // What changed between rendering and listening must show as well.
    timer = setTimeout(show, 0)
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [open])
  return reading
}

function readAll(open: readonly BoardReplica[]): Reading {
  const boards = open.map((board): [BoardReplica, ReadableBoard] => {
    const { notes, regions, themes, drawings } = board.reading
    return [board, { notes, regions, themes, drawings }]
  })
  return {
    areSynced: open.length > 0 && open.every((board) => board.store.getState().synced),
    boards: new Map(boards),
    at: Date.now(),
  }
}
