import type { OutlineTheme } from '@moot/board'
import { TITLE_MAX, wordsOf } from '@moot/board'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { WordsEditor } from '../../parts/WordsEditor.tsx'
import { t } from '../../text/index.ts'
import { useScene } from '../board/scene.ts'
import { ThemeMenuItems } from './lateMenus.ts'
import styles from './list.module.css'
import type { ThemeMenuProps } from './ThemeMenu.tsx'

/** A theme as a sub-heading with its notes; it can be folded, renamed, moved and removed. */
export function ThemePart({
  outline: { theme, notes },
  isFirst,
  isLast,
  level,
  children,
}: {
  readonly outline: OutlineTheme
  readonly isFirst: boolean
  readonly isLast: boolean
  /** `h3` under a section, `h2` where there is none. */
  readonly level: 'h2' | 'h3'
  /** The list of its notes. */
  readonly children: ReactNode
}) {
  const { mayWrite } = useScene()
  const [isFolded, setIsFolded] = useState(false)
  const [isRenaming, setIsRenaming] = useState(false)
  const Title = level
  const name = theme.title.trim() || t('list.themeUntitled')
  return (
    <section className={styles['theme']} data-theme-id={theme.id}>
      <div className={styles['themeHead']}>
        {isRenaming ? (
          <ThemeName themeId={theme.id} onDone={() => setIsRenaming(false)} />
        ) : (
          <Title className={styles['themeTitle']} tabIndex={-1} dir="auto">
            {name} <span className={styles['count']}>{t('list.theme', { count: notes.length })}</span>
          </Title>
        )}
        {isRenaming ? null : (
          <span className={styles['themeTools']}>
            {notes.length === 0 ? null : (
              <Button
                look="quiet"
                size="small"
                aria-expanded={!isFolded}
                aria-label={`${t(isFolded ? 'list.themeUnfold' : 'list.themeFold')}: ${name}`}
                onClick={() => setIsFolded(!isFolded)}
              >
                {t(isFolded ? 'list.themeUnfold' : 'list.themeFold')}
              </Button>
            )}
            {mayWrite ? (
              <ThemeMenu
                id={theme.id}
                name={name}
                isFirst={isFirst}
                isLast={isLast}
                onRename={() => setIsRenaming(true)}
              />
            ) : null}
          </span>
        )}
      </div>
      {notes.length === 0 ? (
        <p className={styles['quiet']}>{t('list.themeEmpty')}</p>
      ) : isFolded ? null : (
        children
      )}
    </section>
  )
}

function ThemeMenu({ name, ...rest }: ThemeMenuProps & { readonly name: string }) {
  return (
    <Menu
      trigger={
        <Button look="quiet" size="small" aria-label={t('list.themeMenu', { theme: name })}>
          <span aria-hidden="true">···</span>
        </Button>
      }
    >
      <ThemeMenuItems {...rest} />
    </Menu>
  )
}

function ThemeName({ themeId, onDone }: { readonly themeId: string; readonly onDone: () => void }) {
  const { replica } = useScene()
  const words = wordsOf(replica.reading.doc, 'themes', themeId)
  if (words === undefined) return null
  return (
    <WordsEditor
      grows
      words={words}
      origin={replica.writer.origin}
      undo={replica.undo}
      maxLength={TITLE_MAX}
      aria-label={t('list.themeName')}
      className={styles['themeField']}
      onDone={(end) => {
        onDone()
        if (end === 'blur') return
        requestAnimationFrame(() => {
          const title = document.querySelector(
            `[data-theme-id="${CSS.escape(themeId)}"] button[aria-haspopup]`,
          )
          if (title instanceof HTMLElement) title.focus()
        })
      }}
    />
  )
}
