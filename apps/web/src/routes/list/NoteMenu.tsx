import { orderedRegions, orderedThemes } from '@moot/board'
import { afterMenu } from '../../parts/afterMenu.ts'
import { MenuItem, MenuSeparator } from '../../parts/Menu.tsx'
import { Submenu } from '../../parts/Submenu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withFigures.ts'
import { ColorItems } from '../board/Colors.tsx'
import { useActions } from '../board/noteActions.ts'
import { useScene } from '../board/scene.ts'
import { AcrossItem } from '../boards/across.tsx'
import { CopyLinkItem } from '../boards/LinkItem.tsx'
import { PromoteItem } from '../boards/PromoteItem.tsx'
import type { NoteItemProps } from './NoteItem.tsx'

/** Everything that can be done with one note. */
export function NoteMenuItems({ note, isFirst, isLast, list }: NoteItemProps) {
  const { role, reading } = useScene()
  const actions = useActions()
  return (
    <>
      <MenuItem onSelect={() => afterMenu(() => list.edit(note.id))}>{t('board.edit')}</MenuItem>
      <Submenu label={t('board.color')}>
        <ColorItems onChoose={(color) => actions.recolour([note.id], color)} />
      </Submenu>
      {reading.regions.size === 0 ? null : (
        <Submenu label={t('board.moveToSection')}>
          <SectionItems onChoose={(region) => actions.moveToSection([note.id], region)} />
        </Submenu>
      )}
      <Submenu label={t('board.moveToTheme')}>
        <ThemeItems
          onNew={() => list.newTheme([note.id])}
          onChoose={(theme) => actions.moveToTheme([note.id], theme)}
        />
      </Submenu>
      <MenuItem disabled={isFirst} onSelect={() => actions.move(note.id, -1)}>
        {t('list.moveUp')}
      </MenuItem>
      <MenuItem disabled={isLast} onSelect={() => actions.move(note.id, 1)}>
        {t('list.moveDown')}
      </MenuItem>
      <MenuItem onSelect={() => actions.duplicate([note.id])}>{t('board.duplicate')}</MenuItem>
      <MenuItem onSelect={() => afterMenu(() => list.arrow({ from: { root: 'notes', id: note.id } }))}>
        {t('figures.arrowFromHere')}
      </MenuItem>
      <PromoteItem notes={[note.id]} />
      <AcrossItem notes={[note.id]} figures={[]} />
      <CopyLinkItem target={{ kind: 'note', id: note.id }} />
      <MenuSeparator />
      {role === 'facilitator' ? (
        <MenuItem onSelect={() => actions.hide([note.id])}>{t('board.hide')}</MenuItem>
      ) : null}
      <MenuItem isDangerous onSelect={() => afterMenu(() => void actions.remove([note.id]))}>
        {t('board.delete')}
      </MenuItem>
    </>
  )
}

/** The sections as items of a menu. */
export function SectionItems({ onChoose }: { readonly onChoose: (region: string | null) => void }) {
  const { replica } = useScene()
  return (
    <>
      {orderedRegions(replica.reading).map((region) => (
        <MenuItem key={region.id} onSelect={() => onChoose(region.id)}>
          {region.title}
        </MenuItem>
      ))}
      <MenuItem onSelect={() => onChoose(null)}>{t('board.noSection')}</MenuItem>
    </>
  )
}

/** The themes as items of a menu, with a new one and none. */
export function ThemeItems({
  onNew,
  onChoose,
}: {
  readonly onNew: () => void
  readonly onChoose: (theme: string | null) => void
}) {
  const { replica } = useScene()
  return (
    <>
      <MenuItem onSelect={() => afterMenu(onNew)}>{t('board.newTheme')}</MenuItem>
      {orderedThemes(replica.reading).map((theme) => (
        <MenuItem key={theme.id} onSelect={() => onChoose(theme.id)}>
          {theme.title.trim() || t('list.themeUntitled')}
        </MenuItem>
      ))}
      <MenuItem onSelect={() => onChoose(null)}>{t('board.noTheme')}</MenuItem>
    </>
  )
}
