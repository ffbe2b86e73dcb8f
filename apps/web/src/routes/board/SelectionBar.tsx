import type { CanvasHandle } from '@moot/canvas'
import { useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../parts/Button.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { SectionItems, ThemeItems } from '../list/NoteMenu.tsx'
import styles from './board.module.css'
import { ColorItems } from './Colors.tsx'
import { useScene } from './scene.ts'
import { ThemeDialog } from './ThemeDialog.tsx'

/** px between the bar and the notes, and between the bar and the edges. */
const GAP = 12
/** px more above notes of a theme, whose name stands there. */
const THEME_NAME = 28

/** What can be done with the selected notes, beside them; on a phone above the toolbar. */
export function SelectionBar({
  handle,
  isNarrow,
}: {
  readonly handle: CanvasHandle
  readonly isNarrow: boolean
}) {
  const { actions, role, reading } = useScene()
  const ids = useStore(handle.state, (state) => state.selectedIds)
  const box = useStore(handle.state, (state) => state.selectionBox)
  const isBusy = useStore(handle.state, (state) => state.isEditing || state.isDragging)
  const [wish, setWish] = useState<readonly string[]>()
  const bar = useRef<HTMLDivElement>(null)
  const [first] = ids
  const isThemed = ids.some((id) => reading.notes.get(id)?.theme != null)
  const isShown = first !== undefined && box !== null && !isBusy

  // Above the notes, or below them where there is no room; always whole on the screen.
  useLayoutEffect(() => {
    const own = bar.current
    const around = own?.parentElement
    if (!isShown || isNarrow || own == null || around == null) return
    const { offsetWidth: width, offsetHeight: height } = own
    const left = Math.max(GAP, Math.min(box.x + box.w / 2 - width / 2, around.clientWidth - width - GAP))
    const above = box.y - height - GAP - (isThemed ? THEME_NAME : 0)
    const below = Math.min(box.y + box.h + GAP, around.clientHeight - height - GAP)
    own.style.transform = `translate(${Math.round(left)}px, ${Math.round(above >= GAP ? above : below)}px)`
  }, [isShown, isNarrow, isThemed, box])

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
        {ids.length === 1 ? (
          <Button look="quiet" onClick={() => handle.editNote(first)}>
            {t('board.edit')}
          </Button>
        ) : (
          <p className={styles['selectionCount']}>{t('board.selected', { count: ids.length })}</p>
        )}
        <Menu align="start" trigger={<Button look="quiet">{t('board.color')}</Button>}>
          <ColorItems onChoose={(color) => actions.recolour(ids, color)} />
        </Menu>
        {reading.regions.size === 0 ? null : (
          <Menu align="start" trigger={<Button look="quiet">{t('board.section')}</Button>}>
            <SectionItems onChoose={(region) => actions.moveToSection(ids, region)} />
          </Menu>
        )}
        <Menu align="start" trigger={<Button look="quiet">{t('board.theme')}</Button>}>
          <ThemeItems onNew={() => setWish(ids)} onChoose={(theme) => actions.moveToTheme(ids, theme)} />
        </Menu>
        <Button
          look="quiet"
          onClick={() => {
            handle.select(actions.duplicate(ids))
            back()
          }}
        >
          {t('board.duplicate')}
        </Button>
        {role === 'facilitator' ? (
          <Button
            look="quiet"
            onClick={() => {
              actions.hide(ids)
              back()
            }}
          >
            {t('board.hide')}
          </Button>
        ) : null}
        <Button
          look="quiet"
          className={styles['dangerous'] ?? ''}
          onClick={() => void actions.remove(ids).then((isDone) => (isDone ? back() : undefined))}
        >
          {t('board.delete')}
        </Button>
      </div>
      {dialog}
    </>
  )
}
