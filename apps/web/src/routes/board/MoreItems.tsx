import { visibleFigures, visibleNotes } from '@moot/board'
import { afterMenu } from '../../parts/afterMenu.ts'
import { MenuItem, MenuSeparator } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withMenus.ts'
import type { BoardDialog } from './Board.tsx'
import { openFind } from './find/openFind.ts'
import { openImport } from './import/openImport.ts'
import { InviteItem } from '../attention/InviteHere.tsx'
import { useNarrow } from './useNarrow.ts'
import { LockItem } from './LockItem.tsx'
import { PictureItems } from './picture/PictureItems.tsx'
import { NoBackdropItem } from './pictures/BackdropItems.tsx'
import { useActions } from './noteActions.ts'
import { useScene } from './scene.ts'
import { RoomItem } from './RoomItem.tsx'
import { TidyItems } from './tidy/TidyItems.tsx'

/** What both views have under *More*. */
export function MoreItems({ onOpen }: { readonly onOpen: (dialog: BoardDialog) => void }) {
  const { reading, boardId } = useScene()
  const actions = useActions()
  const isNarrow = useNarrow()
  const isEmpty = visibleNotes(reading).length + visibleFigures(reading.drawings).length === 0
  return (
    <>
      <MenuItem onSelect={() => afterMenu(openFind)}>{t('find.open')}…</MenuItem>
      <RoomItem />
      <MenuItem onSelect={() => afterMenu(openImport)}>{t('intake.open')}</MenuItem>
      <TidyItems />
      <MenuItem onSelect={() => afterMenu(() => onOpen('bin'))}>{t('board.bin')}</MenuItem>
      <MenuItem onSelect={() => afterMenu(() => onOpen('shortcuts'))}>{t('board.shortcuts')}</MenuItem>
      <NoBackdropItem />
      {isNarrow ? <InviteItem boardId={boardId} /> : null}
      <LockItem />
      <MenuSeparator />
      <PictureItems boardId={boardId} />
      <MenuSeparator />
      <MenuItem isDangerous disabled={isEmpty} onSelect={() => afterMenu(() => void actions.clear())}>
        {t('board.clear')}
      </MenuItem>
    </>
  )
}
