import type { Ref } from 'react'
import { Button } from '../../parts/Button.tsx'
import { later } from '../../parts/later.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import type { BoardDialog } from './Board.tsx'
import styles from './board.module.css'
import { NewColor } from './Colors.tsx'
import { useScene } from './scene.ts'
import { useUndoable } from './useUndoable.ts'

/** Above the list: colour of new notes, selecting, undo and the rest. */
export function ListTools({
  ref,
  isSelecting,
  onSelecting,
  onOpen,
  hasColor,
}: {
  /** The *More* button, for the focus to come back to. */
  readonly ref: Ref<HTMLButtonElement>
  readonly isSelecting: boolean
  readonly onSelecting: (on: boolean) => void
  readonly onOpen: (dialog: BoardDialog) => void
  readonly hasColor: boolean
}) {
  return (
    <div className={styles['listTools']} role="group" aria-label={t('list.tools')}>
      {hasColor ? <NewColor /> : null}
      <Button
        look={isSelecting ? 'secondary' : 'quiet'}
        aria-pressed={isSelecting}
        onClick={() => onSelecting(!isSelecting)}
      >
        {t('list.select')}
      </Button>
      <Steps look="quiet" />
      <Menu
        trigger={
          <Button ref={ref} look="quiet">
            {t('board.more')}
            <span aria-hidden="true">▾</span>
          </Button>
        }
      >
        <MoreItems onOpen={onOpen} />
      </Menu>
    </div>
  )
}

/** *Undo* and *Redo* of one's own steps. They stay where they are while there is nothing to undo. */
export function Steps({
  look,
  hasRedo = true,
}: {
  readonly look: 'quiet' | 'secondary'
  readonly hasRedo?: boolean
}) {
  const { replica, actions } = useScene()
  const { canUndo, canRedo } = useUndoable(replica.undo)
  return (
    <>
      <Button look={look} className={styles['step'] ?? ''} aria-disabled={!canUndo} onClick={actions.undo}>
        {t('board.undo')}
      </Button>
      {hasRedo ? (
        <Button look={look} className={styles['step'] ?? ''} aria-disabled={!canRedo} onClick={actions.redo}>
          {t('board.redo')}
        </Button>
      ) : null}
    </>
  )
}

/** What both views have under *More*. */
export const MoreItems = later(async () => (await import('./MoreItems.tsx')).MoreItems, 'withOverlays')
