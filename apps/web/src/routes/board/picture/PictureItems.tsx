import { afterMenu } from '../../../parts/afterMenu.ts'
import { MenuItem } from '../../../parts/Menu.tsx'
import { t } from '../../../text/index.ts'
import '../../../text/withMenus.ts'
import { toast } from '../../boards/toast.tsx'
import { useWorkshop } from '../../workshop/useWorkshop.ts'
import { printBoard } from './printing.ts'

/** What somebody may take away of the board on the screen, in a menu. */
export function PictureItems({ boardId }: { readonly boardId: string }) {
  const { workshopId, visit, view } = useWorkshop()
  const title = view.boards[boardId]?.title ?? ''
  const save = async (file: 'picture.png' | 'picture.svg'): Promise<void> => {
    const late = await import('./savePicture.ts').catch(() => undefined)
    if (late === undefined) toast({ words: t('parts.notLoaded') })
    else await late.savePicture({ workshopId, secret: visit.secret, board: boardId, title, file })
  }
  return (
    <>
      <MenuItem onSelect={() => void save('picture.png')}>{t('boardPicture.save')}</MenuItem>
      <MenuItem onSelect={() => void save('picture.svg')}>{t('boardPicture.saveSvg')}</MenuItem>
      <MenuItem onSelect={() => afterMenu(() => printBoard())}>{t('boardPicture.print')}</MenuItem>
    </>
  )
}
