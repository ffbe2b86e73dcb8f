import { afterMenu } from '../../parts/afterMenu.ts'
import { Button } from '../../parts/Button.tsx'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { figureKey } from '../board/chosen.ts'
import { sectionName } from '../board/noteActions.ts'
import { choosePictures } from '../board/pictures/tray.ts'
import { useScene } from '../board/scene.ts'
import { goToItem } from './goToItem.ts'
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
  const words = t(isQuiet ? 'figures.addOther' : 'figures.other')
  const section = reading.regions.size === 0 ? undefined : sectionName(replica, region)
  return (
    <Menu
      align="start"
      trigger={
        <Button
          look={isQuiet ? 'quiet' : 'secondary'}
          size={isQuiet ? 'small' : 'normal'}
          aria-label={
            section === undefined ? words : t(isQuiet ? 'figures.addOtherTo' : 'figures.otherTo', { section })
          }
        >
          {words}
          <span aria-hidden="true">▾</span>
        </Button>
      }
    >
      <MenuItem onSelect={() => choosePictures({ region, onAdded: goToLast })}>
        {t('figures.addPicture')}
      </MenuItem>
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

/** To the last picture that was added. */
function goToLast(ids: readonly string[]): void {
  const last = ids.at(-1)
  if (last !== undefined) requestAnimationFrame(() => goToItem(figureKey(last)))
}
