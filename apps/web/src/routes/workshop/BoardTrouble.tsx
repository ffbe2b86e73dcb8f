import { addNotes } from '@moot/board'
import type { BoardReplica } from '@moot/client'
import { CLOSE } from '@moot/protocol'
import { useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { CopyField } from '../../parts/CopyField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import '../../text/withWorkshopLater.ts'
import '../../text/withBoards.ts'
import styles from './BoardTrouble.module.css'
import { onlyReads } from '../board/lock.ts'
import { useWorkshop } from './useWorkshop.ts'

/**
 * Above the screen when a board was closed to this browser for good: what happened, and the words that did not get
 * there, those for boards that are not here any more included.
 */
export function BoardTrouble({ boardId: here }: { readonly boardId: string | undefined }) {
  const { session, view } = useWorkshop()
  const boards = useSyncExternalStore(
    (onChange) => session.subscribe(onChange),
    () => session.boards,
  )
  const isInSight = (boardId: string): boolean =>
    view.boards[boardId] !== undefined && view.boards[boardId]?.gone === undefined
  const removed = session.rescuedBoards.filter((boardId) => !isInSight(boardId))
  const open = boards.flatMap((board) => session.boardIdOf(board) ?? [])
  const closed = session.rescuedBoards.filter((boardId) => isInSight(boardId) && !open.includes(boardId))
  return (
    <>
      {boards.map((board) => (
        <Trouble key={board.doc.guid} board={board} />
      ))}
      {[...removed, ...closed].map((boardId) => (
        <RemovedTrouble key={boardId} boardId={boardId} here={here} />
      ))}
    </>
  )
}

/** Words for a board that was removed: to be copied, or written on the board that is on the screen. */
function RemovedTrouble({ boardId, here }: { readonly boardId: string; readonly here: string | undefined }) {
  const { session, view } = useWorkshop()
  const target = here === undefined || view.boards[here]?.gone !== undefined ? undefined : view.boards[here]
  const words = session.rescued(boardId)
  if (words.length === 0) return null
  const mayAdd = here !== undefined && target !== undefined && !onlyReads(view, here)
  const handleAdd = () => {
    if (here === undefined || target === undefined) return
    const board = session.board(here, target.doc, view.me.role)
    whenThere(board, () => {
      // Read now: pressed twice while the board was on its way, the second time there is nothing left.
      const still = session.rescued(boardId)
      if (still.length === 0) return
      addNotes(
        board.writer,
        still.map((text) => ({ text })),
      )
      session.forgetRescued(boardId)
      announce(t('workshop.rescuedAdded', { count: still.length }))
    })
  }
  return (
    <div className={styles['trouble']}>
      <Notice
        tone="danger"
        title={t('workshop.rescuedTitle')}
        actions={
          <>
            {mayAdd ? <Button onClick={handleAdd}>{t('boards.rescuedAdd')}</Button> : null}
            <Button look="quiet" onClick={() => session.forgetRescued(boardId)}>
              {t('workshop.rescuedDrop')}
            </Button>
          </>
        }
      >
        <CopyField label={t('boards.rescuedBody')} value={words.join('\n')} isLong />
      </Notice>
    </div>
  )
}

/**
 * Codes after which opening the board again helps: something was wrong with what we sent, not with who or where we are.
 * One that was not found is here again by now: it was removed and brought back.
 */
const PASSING: readonly number[] = [
  CLOSE.malformed,
  CLOSE.refused,
  CLOSE.notFound,
  CLOSE.tooLarge,
  CLOSE.superseded,
]

function Trouble({ board }: { readonly board: BoardReplica }) {
  const { session, view } = useWorkshop()
  const { connection, readOnly } = useStore(board.store)
  const [isAdding, setIsAdding] = useState(false)
  const boardId = session.boardIdOf(board)
  const info = boardId === undefined ? undefined : view.boards[boardId]
  const rescued = boardId === undefined ? [] : session.rescued(boardId)
  const isRefused = connection.state === 'refused'
  if (boardId === undefined || info === undefined || info.gone !== undefined) return null
  if (!isRefused && rescued.length === 0) return null
  const isSuperseded = isRefused && connection.code === CLOSE.superseded
  const canReopen = !isRefused || PASSING.includes(connection.code)

  const open = (): BoardReplica => (isRefused ? session.reopen(boardId, info.doc, view.me.role) : board)
  const handleAddAgain = () => {
    if (isAdding) return
    const fresh = open()
    setIsAdding(true)
    whenThere(fresh, () => {
      // Asked for again: opening anew may have rescued what was written since.
      const words = session.rescued(boardId)
      addNotes(
        fresh.writer,
        words.map((text) => ({ text })),
      )
      session.forgetRescued(boardId)
      announce(t('workshop.rescuedAdded', { count: words.length }))
    })
  }

  return (
    <div className={styles['trouble']}>
      <Notice
        tone={isSuperseded && rescued.length === 0 ? 'attention' : 'danger'}
        title={t(rescued.length > 0 ? 'workshop.rescuedTitle' : 'workshop.stoppedTitle')}
        actions={
          canReopen ? (
            rescued.length === 0 ? (
              <Button onClick={() => open()}>{t('workshop.openAgain')}</Button>
            ) : (
              <>
                {readOnly ? null : (
                  <Button busy={isAdding} onClick={handleAddAgain}>
                    {t('workshop.rescuedAdd')}
                  </Button>
                )}
                <Button
                  look="quiet"
                  onClick={() => {
                    open()
                    session.forgetRescued(boardId)
                  }}
                >
                  {t('workshop.rescuedDrop')}
                </Button>
              </>
            )
          ) : (
            <Button onClick={() => location.reload()}>{t('parts.reload')}</Button>
          )
        }
      >
        <p>{t(isSuperseded ? 'workshop.supersededBody' : 'workshop.stoppedBody')}</p>
        {rescued.length === 0 ? null : (
          <CopyField label={t('workshop.rescuedBody')} value={rescued.join('\n')} isLong />
        )}
      </Notice>
    </div>
  )
}

/** Calls back once a board's document is there: notes are placed beside what it holds. */
function whenThere(board: BoardReplica, callback: () => void): void {
  if (board.store.getState().synced) {
    callback()
    return
  }
  const stop = board.store.subscribe(({ synced }) => {
    if (!synced) return
    stop()
    callback()
  })
}
