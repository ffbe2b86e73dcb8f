import { afterMenu } from '../../parts/afterMenu.ts'
import { MenuItem, MenuSeparator } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { useActions } from '../board/noteActions.ts'

/** What the menu of a theme is given. */
export interface ThemeMenuProps {
  readonly id: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onRename: () => void
}

/** What can be done with a theme. */
export function ThemeMenuItems({ id, isFirst, isLast, onRename }: ThemeMenuProps) {
  const actions = useActions()
  return (
    <>
      <MenuItem onSelect={() => afterMenu(onRename)}>{t('list.themeRename')}</MenuItem>
      <MenuItem disabled={isFirst} onSelect={() => actions.moveTheme(id, -1)}>
        {t('list.themeUp')}
      </MenuItem>
      <MenuItem disabled={isLast} onSelect={() => actions.moveTheme(id, 1)}>
        {t('list.themeDown')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem isDangerous onSelect={() => actions.removeTheme(id)}>
        {t('list.themeRemove')}
      </MenuItem>
    </>
  )
}
