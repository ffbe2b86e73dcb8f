import { afterMenu } from '../../parts/afterMenu.ts'
import { MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withFigures.ts'
import { choosePictures } from '../board/pictures/tray.ts'
import { goToFigure } from './goToItem.ts'
import type { ListActions } from './NoteItem.tsx'

/** A picture, a text, an arrow, an outline: what is not a note, into a section. */
export function AddItems({ region, list }: { readonly region: string | null; readonly list: ListActions }) {
  return (
    <>
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
    </>
  )
}
