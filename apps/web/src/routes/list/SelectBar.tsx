import { useEffect, useRef } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { ColorItems } from '../board/Colors.tsx'
import { useScene } from '../board/scene.ts'
import styles from './list.module.css'
import { SectionItems, ThemeItems } from './NoteMenu.tsx'

/** What to do with the notes that are ticked. Stays at the bottom of the window while selecting. */
export function SelectBar({
  ids,
  onAll,
  onNone,
  onNewTheme,
  onDone,
}: {
  readonly ids: readonly string[]
  readonly onAll: () => void
  readonly onNone: () => void
  readonly onNewTheme: () => void
  readonly onDone: () => void
}) {
  const { actions, role, reading } = useScene()
  const isEmpty = ids.length === 0
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
        {isEmpty ? t('list.selectHint') : t('board.selected', { count: ids.length })}
      </p>
      <div className={styles['selectTools']}>
        {isEmpty ? (
          <Button size="small" onClick={onAll}>
            {t('board.selectAll')}
          </Button>
        ) : (
          <>
            <Menu trigger={<Button size="small">{t('board.color')}</Button>}>
              <ColorItems onChoose={(color) => actions.recolour(ids, color)} />
            </Menu>
            {reading.regions.size === 0 ? null : (
              <Menu trigger={<Button size="small">{t('board.section')}</Button>}>
                <SectionItems onChoose={(region) => actions.moveToSection(ids, region)} />
              </Menu>
            )}
            <Menu trigger={<Button size="small">{t('board.theme')}</Button>}>
              <ThemeItems onNew={onNewTheme} onChoose={(theme) => actions.moveToTheme(ids, theme)} />
            </Menu>
            <Menu
              trigger={
                <Button size="small" aria-label={`${t('board.more')}: ${t('board.selection')}`}>
                  {t('board.more')}
                </Button>
              }
            >
              <MenuItem onSelect={onAll}>{t('board.selectAll')}</MenuItem>
              <MenuItem onSelect={onNone}>{t('list.selectNone')}</MenuItem>
              <MenuItem onSelect={() => actions.duplicate(ids)}>{t('board.duplicate')}</MenuItem>
              {role === 'facilitator' ? (
                <MenuItem onSelect={() => actions.hide(ids)}>{t('board.hide')}</MenuItem>
              ) : null}
            </Menu>
            <Button size="small" onClick={() => void actions.remove(ids)}>
              {t('board.removeDo', { count: ids.length })}
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
