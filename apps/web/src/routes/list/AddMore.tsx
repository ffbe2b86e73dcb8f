import { afterMenu } from '../../parts/afterMenu.ts'
import { Button } from '../../parts/Button.tsx'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { sectionName } from '../board/noteActions.ts'
import { useScene } from '../board/scene.ts'
import type { ListActions } from './NoteItem.tsx'

/** What else than notes can be put on the board without a hand on the canvas. */
export function AddMore({
  region,
  list,
  isQuiet,
}: {
  readonly region: string | null
  readonly list: ListActions
  /** Below a section; otherwise it stands among the buttons of a phone's composer. */
  readonly isQuiet: boolean
}) {
  const { replica, reading } = useScene()
  const label =
    reading.regions.size === 0
      ? t('figures.addOther')
      : t('figures.addOtherTo', { section: sectionName(replica, region) })
  return (
    <Menu
      align="start"
      trigger={
        <Button look={isQuiet ? 'quiet' : 'secondary'} size={isQuiet ? 'small' : 'normal'} aria-label={label}>
          {t('figures.addOther')}
          <span aria-hidden="true">▾</span>
        </Button>
      }
    >
      <MenuItem onSelect={() => afterMenu(() => list.addWords({ kind: 'text', region }))}>
        {t('figures.addText')}
      </MenuItem>
      <MenuItem onSelect={() => afterMenu(() => list.arrow({ region }))}>{t('figures.addArrow')}</MenuItem>
      <MenuItem onSelect={() => afterMenu(() => list.addWords({ kind: 'rectangle', region }))}>
        {t('figures.addRectangle')}
      </MenuItem>
      <MenuItem onSelect={() => afterMenu(() => list.addWords({ kind: 'ellipse', region }))}>
        {t('figures.addEllipse')}
      </MenuItem>
    </Menu>
  )
}
