import type { CanvasHandle } from '@moot/canvas'
import type { RefObject } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../parts/Button.tsx'
import { later } from '../../parts/later.tsx'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import type { BoardDialog } from './Board.tsx'
import styles from './board.module.css'
import { NewColor } from './Colors.tsx'
import { DrawButton } from './drawing/DrawButton.tsx'
import { DrawingBar } from './drawing/DrawingBar.tsx'
import { useDrawing } from './drawing/drawingStore.ts'
import { MoreItems, Steps } from './ListTools.tsx'
import { PictureButton } from './pictures/PictureButton.tsx'
import { useNewNotes, useScene } from './scene.ts'

const WritingAs = later(async () => (await import('./WritingAs.tsx')).WritingAs)

/** The bars that float over the canvas: writing on the left, zoom on the right. */
export function Toolbar({
  handle,
  isNarrow,
  onOpen,
  moreRef,
}: {
  readonly handle: CanvasHandle
  readonly isNarrow: boolean
  readonly onOpen: (dialog: BoardDialog) => void
  readonly moreRef: RefObject<HTMLButtonElement | null>
}) {
  const { mayWrite, hasWriteAs } = useScene()
  const { color } = useNewNotes()
  const isDrawing = useDrawing((now) => now.isOpen)
  return (
    <div className={styles['bars']}>
      {mayWrite && isDrawing ? (
        <div className={styles['drawing']}>
          <DrawingBar handle={handle}>
            <PictureButton handle={handle} />
          </DrawingBar>
        </div>
      ) : null}
      {mayWrite && hasWriteAs ? (
        <div className={styles['writingAs']}>
          <WritingAs isOnCanvas />
        </div>
      ) : null}
      {mayWrite ? (
        <div className={styles['bar']} role="group" aria-label={t('board.toolbar')}>
          <Button
            look="primary"
            aria-label={t('board.addNoteSpoken')}
            aria-keyshortcuts="N"
            onClick={() => handle.addNote({ color })}
          >
            {t('board.addNote')}
          </Button>
          <NewColor isShort={isNarrow} />
          <DrawButton handle={handle} />
          <span className={styles['divider']} />
          <Steps look="quiet" hasRedo={!isNarrow} />
          <Menu
            trigger={
              <Button ref={moreRef} look="quiet">
                {t('board.more')}
                <span aria-hidden="true">▾</span>
              </Button>
            }
          >
            <MenuItem onSelect={() => handle.selectAll()}>{t('board.selectAll')}</MenuItem>
            {isNarrow ? (
              <>
                <StepAgain />
                <MenuItem onSelect={() => handle.fitBoard()}>{t('board.fitSpoken')}</MenuItem>
              </>
            ) : null}
            <MoreItems onOpen={onOpen} />
          </Menu>
        </div>
      ) : null}
      {isNarrow && mayWrite ? null : <Zoom handle={handle} />}
    </div>
  )
}

function StepAgain() {
  const { replica, actions } = useScene()
  return (
    <MenuItem disabled={!replica.undo.canRedo} onSelect={() => actions.redo()}>
      {t('board.redo')}
    </MenuItem>
  )
}

function Zoom({ handle }: { readonly handle: CanvasHandle }) {
  const percent = useStore(handle.state, (state) => state.zoomPercent)
  return (
    <div className={styles['bar']} role="group" aria-label={t('board.zoom')}>
      <Button look="quiet" aria-label={t('board.zoomOut')} onClick={() => handle.zoomOut()}>
        <span aria-hidden="true">−</span>
      </Button>
      <Button
        look="quiet"
        className={styles['percent'] ?? ''}
        aria-label={t('board.zoomReset', { percent })}
        onClick={() => handle.zoomReset()}
      >
        {percent} %
      </Button>
      <Button look="quiet" aria-label={t('board.zoomIn')} onClick={() => handle.zoomIn()}>
        <span aria-hidden="true">+</span>
      </Button>
      <Button
        look="quiet"
        aria-label={`${t('board.fit')}: ${t('board.fitSpoken')}`}
        onClick={() => handle.fitBoard()}
      >
        {t('board.fit')}
      </Button>
    </div>
  )
}
