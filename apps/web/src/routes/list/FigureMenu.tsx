import type { Figure } from '@moot/board'
import { afterMenu } from '../../parts/afterMenu.ts'
import { MenuItem, MenuSeparator } from '../../parts/Menu.tsx'
import { Submenu } from '../../parts/Submenu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withFigures.ts'
import { figureKey } from '../board/chosen.ts'
import { DrawColorItems, DrawSizeItems, FillItem } from '../board/DrawItems.tsx'
import { hasWords } from '../board/figureWords.ts'
import { BackdropItem } from '../board/pictures/BackdropItems.tsx'
import { useActions } from '../board/noteActions.ts'
import { useScene } from '../board/scene.ts'
import { AcrossItem } from '../boards/across.tsx'
import { CopiedFromItem } from '../boards/CopiedFrom.tsx'
import { CopyLinkItem } from '../boards/LinkItem.tsx'
import type { ListActions } from './NoteItem.tsx'
import { SectionItems } from './NoteMenu.tsx'

/** What a menu of the list does with figures: one, or strokes together. */
export function FigureMenuItems({
  figures,
  list,
}: {
  readonly figures: readonly Figure[]
  readonly list: ListActions
}) {
  const { role, reading } = useScene()
  const actions = useActions()
  const ids = figures.map(({ id }) => id)
  const [only] = figures.length === 1 ? figures : []
  return (
    <>
      {only === undefined || !hasWords(only) ? null : (
        <MenuItem onSelect={() => afterMenu(() => list.edit(figureKey(only.id)))}>
          {t(only.kind === 'picture' ? 'figures.describe' : 'figures.edit')}
        </MenuItem>
      )}
      {only?.kind === 'arrow' ? (
        <MenuItem onSelect={() => afterMenu(() => list.arrow({ arrow: only.id }))}>
          {t('figures.changeEnds')}
        </MenuItem>
      ) : null}
      <StyleItems figures={figures} />
      {only?.kind === 'picture' ? <BackdropItem figureId={only.id} /> : null}
      {reading.regions.size === 0 ? null : (
        <Submenu label={t('board.moveToSection')}>
          <SectionItems onChoose={(region) => actions.moveToSection([], region, ids)} />
        </Submenu>
      )}
      {only === undefined || only.kind === 'ink' || only.kind === 'arrow' ? null : (
        <MenuItem onSelect={() => afterMenu(() => list.arrow({ from: { root: 'drawings', id: only.id } }))}>
          {t('figures.arrowFromHere')}
        </MenuItem>
      )}
      <AcrossItem notes={[]} figures={ids} />
      {only === undefined ? null : (
        <>
          <CopyLinkItem target={{ kind: 'drawing', id: only.id }} />
          <CopiedFromItem item={only} kind="drawing" />
        </>
      )}
      <MenuSeparator />
      {role === 'facilitator' ? (
        <MenuItem onSelect={() => actions.hide([], ids)}>{t('board.hide')}</MenuItem>
      ) : null}
      <MenuItem isDangerous onSelect={() => afterMenu(() => void actions.remove([], ids))}>
        {t('board.delete')}
      </MenuItem>
    </>
  )
}

/** Colour, size and filling, for those of the figures that have them. */
export function StyleItems({ figures }: { readonly figures: readonly Figure[] }) {
  const styled = figures.filter(({ kind }) => kind !== 'picture')
  const shapes = figures.flatMap((figure) => (figure.kind === 'shape' ? [figure] : []))
  if (styled.length === 0) return null
  const ids = styled.map(({ id }) => id)
  return (
    <>
      <Submenu label={t('board.color')}>
        <DrawColorItems ids={ids} />
      </Submenu>
      <Submenu label={t('figures.size')}>
        <DrawSizeItems ids={ids} />
      </Submenu>
      {shapes.length === 0 ? null : <FillItem shapes={shapes} />}
    </>
  )
}
