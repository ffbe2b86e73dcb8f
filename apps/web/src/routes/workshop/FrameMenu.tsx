import type { RefObject } from 'react'
import { Button } from '../../parts/Button.tsx'
import { later } from '../../parts/later.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { useConfirm } from '../../parts/useConfirm.tsx'
import { t } from '../../text/index.ts'
import styles from './FrameMenu.module.css'

const FrameMenuItems = later(
  async () => (await import('./FrameMenuItems.tsx')).FrameMenuItems,
  'withOverlays',
)

/** Everything that is not needed often, with words. On a phone *Share* and *People* are here too. */
export function FrameMenu({
  ref,
  boardId,
  hereCount,
  onLeft,
}: {
  readonly ref: RefObject<HTMLButtonElement | null>
  readonly boardId: string | undefined
  readonly hereCount: number
  readonly onLeft: () => void
}) {
  const { confirm, confirmDialog } = useConfirm()
  return (
    <>
      <Menu
        trigger={
          <Button
            ref={ref}
            data-frame-menu
            look="quiet"
            className={styles['trigger'] ?? ''}
            aria-label={t('workshop.menu')}
          >
            <span className={styles['word']}>{t('workshop.menu')}</span>
            <span aria-hidden="true" className={styles['dots']}>
              ⋯
            </span>
          </Button>
        }
      >
        <FrameMenuItems
          boardId={boardId}
          hereCount={hereCount}
          confirm={confirm}
          returnFocusTo={ref}
          onLeft={onLeft}
        />
      </Menu>
      {confirmDialog}
    </>
  )
}
