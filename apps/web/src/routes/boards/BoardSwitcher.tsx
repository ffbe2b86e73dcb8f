import type { ComponentProps } from 'react'
import { useEffect, useRef } from 'react'
import { workshopPath } from '../../links.ts'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { loadOverlays } from '../../parts/overlays.ts'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { useUi } from '../../uiStore.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import type { ListedBoard } from './boardList.ts'
import { boardName, boardsInSight } from './boardList.ts'
import { openBoards } from './boardsDialog.ts'
import styles from './BoardSwitcher.module.css'

/** The button that was pressed: on the next board it has the focus again, so that it can be pressed again. */
let pressed: 'previous' | 'next' | undefined

/** Where keys are somebody else's. */
const OWN_KEYS = '[role="menu"], [role="dialog"], [role="alertdialog"]'

/** ‹ name, 2 of 5 ›, where there is more than one board. The name opens all of them. */
export function BoardSwitcher({ boardId }: { readonly boardId: string }) {
  const { view, workshopId } = useWorkshop()
  const { shortcuts } = useUi()
  const group = useRef<HTMLDivElement>(null)
  const boards = boardsInSight(view.boards)
  const at = boards.findIndex((board) => board.id === boardId)
  const [previous, here, next] = [boards[at - 1], boards[at], boards[at + 1]]
  const total = boards.length
  const isShown = here !== undefined && total > 1
  const previousId = previous?.id
  const nextId = next?.id

  const saying = isShown ? t('boards.saidAt', { board: boardName(here), place: at + 1, total }) : ''
  useEffect(() => {
    const side = pressed
    if (side === undefined) return
    pressed = undefined
    // The heading takes the focus first, as on every screen.
    const frame = requestAnimationFrame(() => {
      group.current?.querySelector<HTMLElement>(`[data-side="${side}"]`)?.focus()
      announce(saying)
    })
    return () => cancelAnimationFrame(frame)
    // Once, for the board that the button led to.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  useEffect(() => {
    if (!shortcuts || !isShown) return
    const handle = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const id = event.key === 'PageUp' ? previousId : event.key === 'PageDown' ? nextId : undefined
      if (id === undefined || (event.target instanceof Element && event.target.closest(OWN_KEYS) !== null))
        return
      event.preventDefault()
      navigate(workshopPath(workshopId, { board: id }))
    }
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [shortcuts, isShown, previousId, nextId, workshopId])

  if (!isShown) return null
  return (
    <div ref={group} role="group" aria-label={t('boards.name')} className={styles['switcher']}>
      <Step side="previous" board={previous} keys={shortcuts ? 'Alt+PageUp' : undefined} />
      <Button
        look="quiet"
        className={styles['name'] ?? ''}
        data-boards
        aria-haspopup="dialog"
        aria-label={t('boards.all', { board: boardName(here), place: at + 1, total })}
        onPointerEnter={loadOverlays}
        onFocus={loadOverlays}
        onClick={() => openBoards('all')}
      >
        <span className={styles['title']} dir="auto">
          {boardName(here)}
        </span>{' '}
        <span className={styles['place']}>{t('boards.place', { place: at + 1, total })}</span>
        <span aria-hidden="true">▾</span>
      </Button>
      <Step side="next" board={next} keys={shortcuts ? 'Alt+PageDown' : undefined} />
    </div>
  )
}

function Step({
  side,
  board,
  keys,
}: {
  readonly side: 'previous' | 'next'
  readonly board: ListedBoard | undefined
  readonly keys: ComponentProps<'button'>['aria-keyshortcuts']
}) {
  const { workshopId } = useWorkshop()
  const isPrevious = side === 'previous'
  const label =
    board === undefined
      ? t(isPrevious ? 'boards.noPrevious' : 'boards.noNext')
      : t(isPrevious ? 'boards.previous' : 'boards.next', { board: boardName(board) })
  return (
    <Button
      look="quiet"
      className={styles['step'] ?? ''}
      data-side={side}
      aria-label={label}
      aria-disabled={board === undefined}
      aria-keyshortcuts={keys}
      title={label}
      onClick={() => {
        if (board === undefined) return
        pressed = side
        navigate(workshopPath(workshopId, { board: board.id }))
      }}
    >
      <span aria-hidden="true">{isPrevious ? '‹' : '›'}</span>
    </Button>
  )
}
