import type { WriteUpBoard } from '@moot/writeup'
import { visibleFigures, visibleNotes } from '@moot/board'
import { fetchBoardPicture } from '@moot/client'
import { useEffect, useState } from 'react'
import { t } from '../../text/index.ts'
import '../../text/withMenus.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './writeup.module.css'

/** After a change the picture is fetched again at most this often, in ms. */
const AGAIN_MS = 10_000

/**
 * A board's picture at the end of its part of the write-up, never the only form of anything (NT-11): its description
 * says what it holds, and the text has all of it.
 */
export function BoardPicture({ board, at }: { readonly board: WriteUpBoard; readonly at: number }) {
  const { workshopId, visit, session } = useWorkshop()
  const [picture, setPicture] = useState<string>()
  const [hasFailed, setHasFailed] = useState(false)
  const [fetchedAt, setFetchedAt] = useState(0)
  // A later moment of the page means that something changed; the picture follows, unhurried.
  const [due, setDue] = useState(at)
  useEffect(() => {
    const timer = setTimeout(() => setDue(at), Math.max(0, fetchedAt + AGAIN_MS - Date.now()))
    return () => clearTimeout(timer)
  }, [at, fetchedAt])

  useEffect(() => {
    const ended = new AbortController()
    const load = async (): Promise<void> => {
      const found = await fetchBoardPicture({
        workshopId,
        secret: visit.secret,
        board: board.id,
        file: 'page.png',
        signal: ended.signal,
      })
      if (ended.signal.aborted) return
      setFetchedAt(Date.now())
      setHasFailed(!found.ok)
      if (found.ok) setPicture(URL.createObjectURL(found.value))
    }
    void load()
    return () => ended.abort()
  }, [workshopId, visit.secret, board.id, due])
  useEffect(() => {
    if (picture === undefined) return
    return () => URL.revokeObjectURL(picture)
  }, [picture])

  const reading = session.openBoard(board.id)?.reading
  const notes = reading === undefined ? board.tally.notes : visibleNotes(reading).length
  const drawings = reading === undefined ? 0 : visibleFigures(reading.drawings).length
  const what = [
    t('boardPicture.notes', { count: notes }),
    ...(drawings === 0 ? [] : [t('boardPicture.drawings', { count: drawings })]),
  ]
  const described = [
    t('boardPicture.of', { board: board.title }),
    t('boardPicture.shows', { what: what.join(', ') }),
    t('boardPicture.holds'),
  ].join(' ')
  if (picture === undefined && hasFailed) return <p className={styles['lead']}>{t('boardPicture.failed')}</p>
  return (
    <figure className={styles['picture']}>
      {picture === undefined ? (
        <p className={styles['appearing']} role="status">
          {t('boardPicture.waiting')}
        </p>
      ) : (
        <img src={picture} alt={described} />
      )}
      <figcaption>{t('boardPicture.heading')}</figcaption>
    </figure>
  )
}
