import type { ButtonProps } from '../../parts/Button.tsx'
import { Button } from '../../parts/Button.tsx'
import { MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withPromote.ts'
import { useScene } from '../board/scene.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { promote, promotesTo } from './promote.ts'

/** *Promote to the main board*, in menus of notes of a space's board. */
export function PromoteItem({ notes }: { readonly notes: readonly string[] }) {
  const press = usePromote(notes)
  return press === undefined ? null : <MenuItem onSelect={press}>{t('promote.do')}</MenuItem>
}

/** The same as a button in the bar of what is selected. */
export function PromoteButton({
  notes,
  ...rest
}: { readonly notes: readonly string[] } & Pick<ButtonProps, 'look' | 'size'>) {
  const press = usePromote(notes)
  if (press === undefined) return null
  return (
    <Button {...rest} aria-label={t('promote.do')} onClick={press}>
      {t('promote.short')}
    </Button>
  )
}

/** What a press does; `undefined` where there is nothing to promote, nowhere to, or one may not write. */
function usePromote(notes: readonly string[]): (() => void) | undefined {
  const open = useWorkshop()
  const { boardId, replica, mayWrite } = useScene()
  if (!mayWrite || notes.length === 0 || promotesTo(open.view, boardId) === undefined) return undefined
  return () => void promote(open, { board: boardId, replica }, notes)
}
