import type { Figure } from '@moot/board'
import { isFigure } from '@moot/board'
import { afterMenu } from '../../parts/afterMenu.ts'
import type { ButtonProps } from '../../parts/Button.tsx'
import { Button } from '../../parts/Button.tsx'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { Submenu } from '../../parts/Submenu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withFigures.ts'
import { AcrossItem } from '../boards/across.tsx'
import { CopiedFromItem } from '../boards/CopiedFrom.tsx'
import { CopyLinkItem } from '../boards/LinkItem.tsx'
import { PromoteItem } from '../boards/PromoteItem.tsx'
import type { Chosen } from './chosen.ts'
import { ColorItems } from './Colors.tsx'
import { DrawColorItems, DrawSizeItems, FillItem } from './DrawItems.tsx'
import { useActions } from './noteActions.ts'
import { BackdropItem } from './pictures/BackdropItems.tsx'
import { useScene } from './scene.ts'

/** The figures behind ids, in a component. */
function useFigures(ids: readonly string[]): Figure[] {
  const { reading } = useScene()
  return ids.flatMap((id) => {
    const drawing = reading.drawings.get(id)
    return drawing !== undefined && isFigure(drawing) ? [drawing] : []
  })
}

/** *Colour* for what is chosen: note colours for notes, drawing colours for drawings, both where there are both. */
export function ColorMenu({
  notes,
  figures,
  look,
  size = 'normal',
  align = 'end',
}: Chosen & {
  readonly look: ButtonProps['look'] & string
  readonly size?: 'small' | 'normal'
  readonly align?: 'start' | 'end'
}) {
  const actions = useActions()
  const drawn = useFigures(figures)
    .filter(({ kind }) => kind !== 'picture')
    .map(({ id }) => id)
  if (notes.length + drawn.length === 0) return null
  const noteColors = <ColorItems onChoose={(color) => actions.recolour(notes, color)} />
  const drawColors = <DrawColorItems ids={drawn} />
  return (
    <Menu
      align={align}
      trigger={
        <Button look={look} size={size}>
          {t('board.color')}
        </Button>
      }
    >
      {drawn.length === 0 ? (
        noteColors
      ) : notes.length === 0 ? (
        drawColors
      ) : (
        <>
          <Submenu label={t('figures.noteColor')}>{noteColors}</Submenu>
          <Submenu label={t('figures.drawColor')}>{drawColors}</Submenu>
        </>
      )}
    </Menu>
  )
}

/** What else can be done with everything chosen, as items of a menu. */
export function SelectedItems({
  notes,
  figures,
  onCopies,
  onMerged,
  hasOrder = false,
}: Chosen & {
  /** Called with copies that were made. */
  readonly onCopies?: (copies: Chosen) => void
  /** Called with the note that others were merged into. */
  readonly onMerged?: (noteId: string) => void
  /** Whether it can be seen what lies above what. */
  readonly hasOrder?: boolean
}) {
  const { role } = useScene()
  const actions = useActions()
  const drawn = useFigures(figures)
  const styled = drawn.filter(({ kind }) => kind !== 'picture').map(({ id }) => id)
  const shapes = drawn.flatMap((figure) => (figure.kind === 'shape' ? [figure] : []))
  return (
    <>
      {notes.length < 2 ? null : (
        <MenuItem
          onSelect={() =>
            afterMenu(() => {
              void actions.merge(notes).then((id) => (id === undefined ? undefined : onMerged?.(id)))
            })
          }
        >
          {t('figures.merge', { count: notes.length })}
        </MenuItem>
      )}
      {styled.length === 0 ? null : (
        <Submenu label={t('figures.size')}>
          <DrawSizeItems ids={styled} />
        </Submenu>
      )}
      {shapes.length === 0 ? null : <FillItem shapes={shapes} />}
      {hasOrder ? (
        <>
          <MenuItem onSelect={() => actions.stack('front', notes, figures)}>{t('figures.front')}</MenuItem>
          <MenuItem onSelect={() => actions.stack('back', notes, figures)}>{t('figures.back')}</MenuItem>
        </>
      ) : null}
      {notes.length === 0 && drawn.length === 1 && drawn[0]?.kind === 'picture' ? (
        <BackdropItem figureId={drawn[0].id} />
      ) : null}
      <MenuItem
        onSelect={() => {
          const copies = actions.duplicate(notes, figures)
          onCopies?.(copies)
        }}
      >
        {t('board.duplicate')}
      </MenuItem>
      <PromoteItem notes={notes} />
      <AcrossItem notes={notes} figures={figures} />
      <OneItem notes={notes} figures={figures} />
      {role === 'facilitator' ? (
        <MenuItem onSelect={() => actions.hide(notes, figures)}>{t('board.hide')}</MenuItem>
      ) : null}
    </>
  )
}

/** What can be done with a single thing only: a link to it, and going to what it is a copy of. */
function OneItem({ notes, figures }: Chosen) {
  const { reading } = useScene()
  const [note, figure] = [notes[0], figures[0]]
  if (notes.length + figures.length !== 1) return null
  if (note !== undefined) {
    return (
      <>
        <CopyLinkItem target={{ kind: 'note', id: note }} />
        <CopiedFromItem item={reading.notes.get(note)} kind="note" />
      </>
    )
  }
  if (figure === undefined) return null
  const drawing = reading.drawings.get(figure)
  return (
    <>
      <CopyLinkItem target={{ kind: 'drawing', id: figure }} />
      <CopiedFromItem
        item={drawing !== undefined && isFigure(drawing) ? drawing : undefined}
        kind="drawing"
      />
    </>
  )
}
