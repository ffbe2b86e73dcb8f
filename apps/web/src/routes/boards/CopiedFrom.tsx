import type { Origin } from '@moot/board'
import { afterMenu } from '../../parts/afterMenu.ts'
import { MenuItem } from '../../parts/Menu.tsx'
import { Link, navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoards.ts'
import { useScene } from '../board/scene.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { boardName } from './boardList.ts'
import styles from './CopiedFrom.module.css'
import type { LinkTarget } from './itemLinks.ts'
import { targetPath } from './itemLinks.ts'
import { originView, spaceOrigin } from './origins.ts'

interface Copied {
  readonly item: { readonly from: Origin | null; readonly created: number } | undefined
  /** What it is a copy of. */
  readonly kind: LinkTarget['kind']
}

/** Where a note or drawing was copied from, if that was another board: a link to what it is a copy of. */
export function CopiedFrom(copied: Copied) {
  const source = useSource(copied)
  if (source === undefined) return null
  if (source.path === undefined) return <span className={styles['from']}>{source.words}</span>
  return (
    <Link to={source.path} className={styles['from']}>
      {source.words}
    </Link>
  )
}

/** The same as an item of a menu. */
export function CopiedFromItem(copied: Copied) {
  const source = useSource(copied)
  const path = source?.path
  if (source === undefined || path === undefined) return null
  return <MenuItem onSelect={() => afterMenu(() => navigate(path))}>{source.words}</MenuItem>
}

function useSource({
  item,
  kind,
}: Copied): { readonly words: string; readonly path: string | undefined } | undefined {
  const { boardId } = useScene()
  const { view, workshopId } = useWorkshop()
  const from = item?.from
  if (from == null || from.board === boardId) return undefined
  const board = view.boards[from.board]
  const space = spaceOrigin(originView(view), from, item?.created ?? 0)
  if (board === undefined || board.gone !== undefined)
    return { words: space ?? t('boards.copiedFromAway'), path: undefined }
  return {
    words: space ?? t('boards.copiedFrom', { board: boardName(board) }),
    path: targetPath(workshopId, from.board, { kind, id: from.item }),
  }
}
