import { boardResult } from '@moot/protocol'
import type { Command } from '@moot/workshop'
import type { RefObject } from 'react'
import { useEffect, useReducer, useRef, useState } from 'react'
import { workshopPath } from '../../links.ts'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { CopyField } from '../../parts/CopyField.tsx'
import { copyText } from '../../parts/copyText.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useConfirm } from '../../parts/useConfirm.tsx'
import { navigate } from '../../router.tsx'
import { formatDay, formatTime } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withBoards.ts'
import { refusalText } from '../../text/refusalText.ts'
import { useAbout } from '../../useAbout.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { AddBoard } from './AddBoard.tsx'
import type { CardActions } from './BoardCard.tsx'
import { BoardCard } from './BoardCard.tsx'
import type { ListedBoard } from './boardList.ts'
import { boardBeside, boardName, boardsInSight, peopleByBoard, removedBoards } from './boardList.ts'
import styles from './boards.module.css'
import type { BoardsView } from './boardsDialog.ts'
import { closeBoards, openBoards } from './boardsDialog.ts'
import { boardLink } from './links.ts'

/** What was done last, under the cards: said there because the dialog covers the rest of the page. */
type Said =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'removed'; readonly board: ListedBoard }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'link'; readonly link: string }

/** All boards of the workshop: to go to, and for facilitators to make, order and take away. */
export function BoardsDialog({
  view: shown,
  boardId,
  returnFocusTo,
}: {
  readonly view: BoardsView
  /** The board on the screen. */
  readonly boardId: string | undefined
  readonly returnFocusTo: readonly RefObject<HTMLElement | null>[]
}) {
  const { view } = useWorkshop()
  const boards = boardsInSight(view.boards)
  const mayAdd = view.me.role === 'facilitator'
  const goTo = (board: string) => {
    closeBoards()
    navigate(workshopPath(view.workshop.id, { board }))
  }
  return (
    <Dialog
      open
      wide
      returnFocusTo={returnFocusTo}
      onOpenChange={(open) => (open ? undefined : closeBoards())}
      title={t(shown === 'add' ? 'boards.addTitle' : 'boards.title')}
    >
      {shown === 'add' && mayAdd ? (
        <AddBoard
          after={boards.find(({ id }) => id === boardId)?.id}
          onAdded={goTo}
          {...(boards.length > 1 ? { onBack: () => openBoards('all') } : {})}
        />
      ) : (
        <AllBoards boardId={boardId} onGo={goTo} />
      )}
    </Dialog>
  )
}

function AllBoards({
  boardId,
  onGo,
}: {
  readonly boardId: string | undefined
  readonly onGo: (board: string) => void
}) {
  const { view, replica, workshopId } = useWorkshop()
  const about = useAbout()
  const { confirm, confirmDialog } = useConfirm()
  const [said, setSaid] = useState<Said>()
  const list = useRef<HTMLUListElement>(null)
  const boards = boardsInSight(view.boards)
  const removed = removedBoards(view.boards)
  const people = peopleByBoard(view.people)
  const mayChange = view.me.role === 'facilitator'

  // The list opens where one is, not at its beginning.
  useEffect(() => {
    const here = list.current?.querySelector('[data-here]')
    here?.scrollIntoView({ block: 'nearest' })
    here?.querySelector('button')?.focus({ preventScroll: true })
  }, [])

  /** Gives a command and says what came of it. */
  const give = async (command: Command, words: (result: unknown) => string): Promise<boolean> => {
    const answer = await replica.command(command)
    if (answer.ok) {
      const line = words(answer.result)
      setSaid({ kind: 'words', words: line })
      announce(line)
    } else setSaid({ kind: 'refused', words: refusalText(answer) })
    return answer.ok
  }
  /** A card to get the focus: at once, or as soon as the board is among those in sight. */
  const toFocus = useRef<string>(undefined)
  const [, lookAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const wanted = toFocus.current
    if (wanted === undefined) return
    const card = list.current?.querySelector(`[data-board="${CSS.escape(wanted)}"]`)
    const button = card?.querySelector('button')
    if (!button) return
    toFocus.current = undefined
    // After the board below the dialog, if it is another one now, has tried to take it.
    requestAnimationFrame(() => button.focus())
  })
  const focusCard = (board: string | undefined) => {
    toFocus.current = board
    lookAgain()
  }

  const actions: CardActions = {
    go: ({ id }) => onGo(id),
    rename: async ({ id }, title) => {
      const answer = await replica.command({ type: 'board.rename', board: id, title })
      if (!answer.ok) return refusalText(answer)
      announce(t('boards.saidRenamed', { board: title.trim() }))
      return undefined
    },
    move: (board, by) => {
      const to = boards.findIndex(({ id }) => id === board.id) + by
      const words = t('boards.saidMoved', { board: boardName(board), place: to + 1, total: boards.length })
      void give({ type: 'board.move', board: board.id, to }, () => words)
    },
    copy: (board) =>
      void give({ type: 'board.copy', board: board.id }, (result) => {
        const made = boardResult.safeParse(result)
        if (made.success) focusCard(made.data.board)
        return t('boards.saidCopied', { board: boardName(board) })
      }),
    remove: (board) => void remove(board),
    copyLink: (board) => {
      const link = boardLink(about?.publicUrl ?? '', workshopId, board.id, view.links.join)
      void copyText(link).then((isCopied) => {
        if (isCopied) announce(t('boards.linkCopied'))
        setSaid(isCopied ? { kind: 'words', words: t('boards.linkCopied') } : { kind: 'link', link })
        // Copying the old way takes the focus for a moment.
        list.current
          ?.querySelector<HTMLElement>(`[data-board="${CSS.escape(board.id)}"] [aria-haspopup]`)
          ?.focus()
      })
    },
  }

  const remove = async (board: ListedBoard): Promise<void> => {
    const others = (people.get(board.id) ?? 0) - (board.id === boardId ? 1 : 0)
    if (others > 0) {
      const isSure = await confirm({
        title: t('boards.removeTitle', { board: boardName(board) }),
        body: t('boards.removeBody', { count: others }),
        action: t('boards.removeDo'),
        isDangerous: true,
      })
      if (!isSure) return
    }
    const beside = boardBeside(view.boards, board.id)
    const isDone = await give({ type: 'board.remove', board: board.id }, () =>
      t('boards.saidRemoved', { board: boardName(board) }),
    )
    if (!isDone) return
    setSaid({ kind: 'removed', board })
    // The dialog stays: it belongs to the frame, not to the board below it.
    if (board.id === boardId && beside !== undefined)
      navigate(workshopPath(workshopId, { board: beside.id }), { replace: true })
    focusCard(beside?.id)
  }
  const restore = async (board: ListedBoard): Promise<void> => {
    const isDone = await give({ type: 'board.restore', board: board.id }, () =>
      t('boards.saidRestored', { board: boardName(board) }),
    )
    if (isDone) focusCard(board.id)
  }

  return (
    <>
      <div className={styles['bar']}>
        <p className={styles['aside']}>{t('boards.lead', { count: boards.length })}</p>
        {mayChange ? <Button onClick={() => openBoards('add')}>{t('boards.add')}</Button> : null}
      </div>
      <div className={styles['scroll']}>
        <ul ref={list} className={styles['cards']} aria-label={t('boards.title')}>
          {boards.map((board, place) => (
            <BoardCard
              key={board.id}
              board={board}
              place={place}
              total={boards.length}
              people={people.get(board.id) ?? 0}
              isHere={board.id === boardId}
              mayChange={mayChange}
              actions={actions}
            />
          ))}
        </ul>
        {removed.length === 0 ? null : (
          <Removed boards={removed} onRestore={(board) => void restore(board)} />
        )}
      </div>
      {said === undefined ? null : (
        <SaidLine said={said} onRestore={(board) => void restore(board)} onClose={() => setSaid(undefined)} />
      )}
      {confirmDialog}
    </>
  )
}

/** Boards that were removed, to be brought back. */
function Removed({
  boards,
  onRestore,
}: {
  readonly boards: readonly ListedBoard[]
  readonly onRestore: (board: ListedBoard) => void
}) {
  const { view } = useWorkshop()
  return (
    <details className={styles['removed']}>
      <summary>{t('boards.removedTitle', { count: boards.length })}</summary>
      <ul>
        {boards.map((board) => (
          <li key={board.id}>
            <span className={styles['removedName']}>
              <bdi>{boardName(board)}</bdi>
              {board.gone === undefined ? null : (
                <span className={styles['aside']}>
                  {t('boards.removedBy', {
                    name: view.people[board.gone.by]?.name ?? t('boards.somebody'),
                    time: whenOf(board.gone.at),
                  })}
                </span>
              )}
            </span>
            <Button
              size="small"
              aria-label={t('boards.restoreNamed', { board: boardName(board) })}
              onClick={() => onRestore(board)}
            >
              {t('boards.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function SaidLine({
  said,
  onRestore,
  onClose,
}: {
  readonly said: Said
  readonly onRestore: (board: ListedBoard) => void
  readonly onClose: () => void
}) {
  switch (said.kind) {
    case 'words':
      return <p className={styles['said']}>{said.words}</p>
    case 'removed':
      return (
        <div className={styles['said']}>
          <p>{t('boards.saidRemoved', { board: boardName(said.board) })}</p>
          <Button size="small" onClick={() => onRestore(said.board)}>
            {t('boards.restore')}
          </Button>
        </div>
      )
    case 'refused':
      return <Notice tone="danger">{said.words}</Notice>
    case 'link':
      return (
        <div className={styles['said']}>
          <CopyField label={t('boards.linkYourself')} value={said.link} />
          <Button size="small" look="quiet" onClick={onClose}>
            {t('boards.dismiss')}
          </Button>
        </div>
      )
    default:
      return said satisfies never
  }
}

/** The time today, the day before that. */
function whenOf(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return isToday ? formatTime(at) : `${formatDay(at)}, ${formatTime(at)}`
}
