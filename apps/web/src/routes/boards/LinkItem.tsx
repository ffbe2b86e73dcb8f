import { afterMenu } from '../../parts/afterMenu.ts'
import { copyText } from '../../parts/copyText.ts'
import { MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoards.ts'
import { useAbout } from '../../useAbout.ts'
import { useScene } from '../board/scene.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import type { LinkTarget } from './itemLinks.ts'
import { itemLink } from './links.ts'
import { showLink } from './linkToCopy.ts'
import { toast } from './toast.tsx'

/** *Copy link*, in the menu of a note, a section or a drawing. */
export function CopyLinkItem({ target }: { readonly target: LinkTarget }) {
  const { boardId } = useScene()
  const copy = useCopyLink(boardId)
  return <MenuItem onSelect={() => afterMenu(() => copy(target))}>{t('boards.copyLink')}</MenuItem>
}

/** Copies the link to something on a board; where the browser does not copy, it is shown to be copied by hand. */
export function useCopyLink(boardId: string): (target: LinkTarget) => void {
  const { workshopId } = useWorkshop()
  const publicUrl = useAbout()?.publicUrl ?? ''
  return (target) => {
    const link = itemLink(publicUrl, workshopId, boardId, target)
    const before = document.activeElement
    void copyText(link).then((isCopied) => {
      // Copying the old way takes the focus for a moment.
      if (before instanceof HTMLElement && before !== document.activeElement) before.focus()
      if (isCopied) toast({ words: t('boards.linkCopied') })
      else showLink(link)
    })
  }
}
