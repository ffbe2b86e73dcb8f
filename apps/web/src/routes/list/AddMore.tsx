import { afterMenu } from '../../parts/afterMenu.ts'
import { Button } from '../../parts/Button.tsx'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { sectionName } from '../board/noteActions.ts'
import { choosePictures } from '../board/pictures/tray.ts'
import { useScene } from '../board/scene.ts'
import { goToFigure } from './goToItem.ts'
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
      {/* At once: browsers open their chooser of files only in answer to a press. */}
      <MenuItem
        onSelect={() =>
          choosePictures({
            region,
            onAdded: ([first]) => (first === undefined ? undefined : goToFigure(first)),
          })
        }
      >
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
