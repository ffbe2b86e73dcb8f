import { isFigure } from '@moot/board'
import type { CanvasHandle } from '@moot/canvas'
import { useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { afterMenu } from '../../parts/afterMenu.ts'
import { Button } from '../../parts/Button.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { Submenu } from '../../parts/Submenu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withFigures.ts'
import { PromoteButton } from '../boards/PromoteItem.tsx'
import { SectionItems, ThemeItems } from '../list/NoteMenu.tsx'
import styles from './board.module.css'
import { useDrawing } from './drawing/drawingStore.ts'
import { hasWords } from './figureWords.ts'
import { useActions } from './noteActions.ts'
import { useScene } from './scene.ts'
import { ColorMenu, SelectedItems } from './SelectedItems.tsx'
import { selectionPlace } from './selectionPlace.ts'
import { ThemeDialog } from './ThemeDialog.tsx'

/** What can be done with what is selected, beside it; on a phone above the toolbar. */
export function SelectionBar({
  handle,
  isNarrow,
}: {
  readonly handle: CanvasHandle
  readonly isNarrow: boolean
}) {
  const { reading } = useScene()
  const actions = useActions()
  const notes = useStore(handle.state, (state) => state.selectedIds)
  const figures = useStore(handle.state, (state) => state.selectedFigures)
  const box = useStore(handle.state, (state) => state.selectionBox)
  const isBusy = useStore(handle.state, (state) => state.isEditing || state.isDragging)
  const isDrawing = useDrawing((now) => now.isOpen)
  const [wish, setWish] = useState<readonly string[]>()
  const bar = useRef<HTMLDivElement>(null)
  const count = notes.length + figures.length
  const [note] = count === 1 ? notes : []
  const figure = count === 1 ? reading.drawings.get(figures[0] ?? '') : undefined
  const isThemed = notes.some((id) => reading.notes.get(id)?.theme != null)
  const isShown = count > 0 && box !== null && !isBusy

  useLayoutEffect(() => {
    const own = bar.current
    const around = own?.parentElement
    if (!isShown || isNarrow || own == null || around == null) return
    // The toolbars stand in one box, with the drawing bar while it is open.
    const toolbars = around.querySelector(`.${styles['bars'] ?? ''}`)
    const height =
      toolbars === null
        ? around.clientHeight
        : toolbars.getBoundingClientRect().top - around.getBoundingClientRect().top
    const size = { w: own.offsetWidth, h: own.offsetHeight }
    const { x, y } = selectionPlace(size, box, { w: around.clientWidth, h: height }, isThemed)
    own.style.transform = `translate(${x}px, ${y}px)`
  }, [isShown, isNarrow, isThemed, isDrawing, box, notes, figures])

  const back = () => handle.focus()
  const dialog =
    wish === undefined ? null : (
      <ThemeDialog
        count={wish.length}
        onMake={(title) => actions.makeTheme(title, wish)}
        onClose={() => {
          setWish(undefined)
          requestAnimationFrame(back)
        }}
      />
    )
  if (!isShown) return dialog
  return (
    <>
      <div
        ref={bar}
        className={styles['selection']}
        data-narrow={isNarrow || undefined}
        role="group"
        aria-label={t('board.selection')}
      >
        {note !== undefined ? (
          <Button look="quiet" onClick={() => handle.editNote(note)}>
            {t('board.edit')}
          </Button>
        ) : figure !== undefined && isFigure(figure) && hasWords(figure) ? (
          <Button look="quiet" onClick={() => handle.editFigure(figure.id)}>
            {t(figure.kind === 'picture' ? 'figures.describe' : 'figures.edit')}
          </Button>
        ) : count > 1 ? (
          <p className={styles['selectionCount']}>{t('board.selected', { count })}</p>
        ) : null}
        <ColorMenu look="quiet" align="start" notes={notes} figures={figures} />
        {isNarrow || reading.regions.size === 0 ? null : (
          <Menu align="start" trigger={<Button look="quiet">{t('board.section')}</Button>}>
            <SectionItems onChoose={(region) => actions.moveToSection(notes, region, figures)} />
          </Menu>
        )}
        {isNarrow || notes.length === 0 ? null : (
          <Menu align="start" trigger={<Button look="quiet">{t('board.theme')}</Button>}>
            <ThemeItems
              onNew={() => setWish(notes)}
              onChoose={(theme) => actions.moveToTheme(notes, theme)}
            />
          </Menu>
        )}
        {isNarrow ? null : <PromoteButton look="quiet" notes={notes} />}
        <Menu
          trigger={
            <Button look="quiet" aria-label={`${t('board.more')}: ${t('board.selection')}`}>
              {t('board.more')}
            </Button>
          }
        >
          {isNarrow && reading.regions.size > 0 ? (
            <Submenu label={t('board.moveToSection')}>
              <SectionItems onChoose={(region) => actions.moveToSection(notes, region, figures)} />
            </Submenu>
          ) : null}
          {isNarrow && notes.length > 0 ? (
            <Submenu label={t('board.moveToTheme')}>
              <ThemeItems
                onNew={() => setWish(notes)}
                onChoose={(theme) => actions.moveToTheme(notes, theme)}
              />
            </Submenu>
          ) : null}
          <SelectedItems
            hasOrder
            notes={notes}
            figures={figures}
            onCopies={(copies) =>
              afterMenu(() => {
                handle.select(copies.notes, copies.figures)
                back()
              })
            }
            onMerged={(id) => {
              handle.select([id])
              back()
            }}
          />
        </Menu>
        <Button
          look="quiet"
          className={styles['dangerous'] ?? ''}
          onClick={() => void actions.remove(notes, figures).then((isDone) => (isDone ? back() : undefined))}
        >
          {t('board.delete')}
        </Button>
      </div>
      {dialog}
    </>
  )
}
