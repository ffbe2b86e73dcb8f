import type { Clip } from '@moot/board'
import { packClip, pasteClip } from '@moot/board'
import type { BoardReplica } from '@moot/client'
import type { FormEvent, RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import { workshopPath } from '../../links.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoards.ts'
import { useScene } from '../board/scene.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { boardName, boardsInSight } from './boardList.ts'
import styles from './boards.module.css'
import { becomes, isOpen } from './otherBoard.ts'
import { toast } from './toast.tsx'

/** Copies notes and drawings that were chosen to another board of the workshop, and says when they are saved there. */
export function CopyAcross({
  notes,
  figures,
  returnFocusTo,
  onClose,
}: {
  readonly notes: readonly string[]
  readonly figures: readonly string[]
  readonly returnFocusTo?: readonly RefObject<HTMLElement | null>[]
  readonly onClose: () => void
}) {
  const { view, session, workshopId } = useWorkshop()
  const { boardId, replica } = useScene()
  const others = boardsInSight(view.boards).filter((board) => board.id !== boardId)
  const [chosen, setChosen] = useState(others[0]?.id)
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string>()
  const target = others.find((board) => board.id === chosen)
  const isClosed = useRef(false)
  useEffect(() => {
    isClosed.current = false
    return () => {
      isClosed.current = true
    }
  }, [])

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || target === undefined) return
    const clip = packClip(replica.reading, { workshop: workshopId, board: boardId }, { notes, figures })
    if (clip.notes.length + clip.figures.length === 0) {
      setError(t('boards.acrossNothing'))
      return
    }
    setIsBusy(true)
    setError(undefined)
    const release = session.hold(target.id)
    try {
      const there = session.board(target.id, target.doc, view.me.role)
      const isThere = await becomes(there, () => isOpen(there))
      // Cancelled while the other board was on its way.
      if (isClosed.current) return
      if (!isThere) {
        setError(t('boards.acrossUnreachable', { board: boardName(target) }))
        return
      }
      const { count, left } = paste(there, clip, { board: target.id, workshop: workshopId })
      const isSaved = await becomes(there, () => there.store.getState().unsaved === 0)
      toast({
        words: [
          t('boards.acrossDone', { count, board: boardName(target) }),
          ...(left === 0 ? [] : [t('boards.acrossLeft', { count: left })]),
          // What is not saved yet waits in this browser; the board stays open until it is.
          ...(isSaved ? [] : [t('boards.acrossLate')]),
        ].join(' '),
        action: {
          label: t('boards.acrossGo'),
          run: () => navigate(workshopPath(workshopId, { board: target.id })),
        },
      })
      if (!isClosed.current) onClose()
    } finally {
      release()
      setIsBusy(false)
    }
  }

  return (
    <Dialog
      open
      {...(returnFocusTo === undefined ? {} : { returnFocusTo })}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('boards.acrossTitle', { count: notes.length + figures.length })}
    >
      <form className={styles['adding']} onSubmit={handleSubmit}>
        <fieldset className={styles['choice']}>
          <legend>{t('boards.acrossWhich')}</legend>
          {others.map((board) => (
            <label key={board.id}>
              <input
                type="radio"
                name="board"
                value={board.id}
                checked={board.id === chosen}
                onChange={() => setChosen(board.id)}
              />
              <bdi>{boardName(board)}</bdi>
            </label>
          ))}
        </fieldset>
        {error === undefined ? null : <Notice tone="danger">{error}</Notice>}
        <DialogActions>
          <Button submits look="primary" busy={isBusy}>
            {t(isBusy ? 'boards.acrossBusy' : 'boards.acrossDo')}
          </Button>
          <Button onClick={onClose}>{t('parts.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** A step of the undo of that board. */
function paste(
  there: BoardReplica,
  clip: Clip,
  into: { readonly board: string; readonly workshop: string },
): { readonly count: number; readonly left: number } {
  there.undo.checkpoint()
  const made = pasteClip(there.writer, clip, into)
  there.undo.checkpoint()
  return { count: made.notes.length + made.figures.length, left: made.left }
}
