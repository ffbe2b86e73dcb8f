import { useEffect, useRef } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withFigures.ts'
import type { Chosen } from '../board/chosen.ts'
import { ColorMenu, SelectedItems } from '../board/SelectedItems.tsx'
import { useActions } from '../board/noteActions.ts'
import { useScene } from '../board/scene.ts'
import { PromoteButton } from '../boards/PromoteItem.tsx'
import styles from './list.module.css'
import { SectionItems, ThemeItems } from './NoteMenu.tsx'

/** What to do with what is ticked. Stays at the bottom of the window while selecting. */
export function SelectBar({
  chosen: { notes, figures },
  onAll,
  onNone,
  onNewTheme,
  onDone,
}: {
  readonly chosen: Chosen
  readonly onAll: () => void
  readonly onNone: () => void
  readonly onNewTheme: () => void
  readonly onDone: () => void
}) {
  const { reading } = useScene()
  const actions = useActions()
  const count = notes.length + figures.length
  const isEmpty = count === 0
  const bar = useRef<HTMLDivElement>(null)

  // With the last tick the buttons change, and the pressed one may be gone: the focus moves on to the first of the bar.
  // Two frames later, when menus and dialogs have given the focus back to what opened them.
  useEffect(() => {
    let second = 0
    const first = requestAnimationFrame(() => {
      second = requestAnimationFrame(() => {
        const { activeElement } = document
        if (activeElement === null || activeElement === document.body)
          bar.current?.querySelector('button')?.focus()
      })
    })
    return () => {
      cancelAnimationFrame(first)
      cancelAnimationFrame(second)
    }
  }, [isEmpty])

  return (
    <div ref={bar} className={styles['selectBar']} role="group" aria-label={t('board.selection')}>
      <p className={styles['selectCount']} role="status">
        {isEmpty ? t('list.selectHint') : t('board.selected', { count })}
      </p>
      <div className={styles['selectTools']}>
        {isEmpty ? (
          <Button size="small" onClick={onAll}>
            {t('board.selectAll')}
          </Button>
        ) : (
          <>
            <ColorMenu look="secondary" size="small" notes={notes} figures={figures} />
            {reading.regions.size === 0 ? null : (
              <Menu trigger={<Button size="small">{t('board.section')}</Button>}>
                <SectionItems onChoose={(region) => actions.moveToSection(notes, region, figures)} />
              </Menu>
            )}
            {notes.length === 0 ? null : (
              <Menu trigger={<Button size="small">{t('board.theme')}</Button>}>
                <ThemeItems onNew={onNewTheme} onChoose={(theme) => actions.moveToTheme(notes, theme)} />
              </Menu>
            )}
            <PromoteButton size="small" look="secondary" notes={notes} />
            <Menu
              trigger={
                <Button size="small" aria-label={`${t('board.more')}: ${t('board.selection')}`}>
                  {t('board.more')}
                </Button>
              }
            >
              <MenuItem onSelect={onAll}>{t('board.selectAll')}</MenuItem>
              <MenuItem onSelect={onNone}>{t('list.selectNone')}</MenuItem>
              <MenuSeparator />
              <SelectedItems notes={notes} figures={figures} />
            </Menu>
            <Button size="small" onClick={() => void actions.remove(notes, figures)}>
              {figures.length === 0 ? t('board.removeDo', { count }) : t('figures.removeCount', { count })}
            </Button>
          </>
        )}
        <Button size="small" look="quiet" onClick={onDone}>
          {t('list.selectDone')}
        </Button>
      </div>
    </div>
  )
}
