import { useActions } from '../board/noteActions.ts'
import { ThemeDialog } from '../board/ThemeDialog.tsx'

/** Notes that somebody asked a theme for: with `region`, an empty theme there. */
export interface ThemeWish {
  readonly ids: readonly string[]
  readonly region?: string | null
}

/** Asks for the name of a new theme and makes it. */
export function NewTheme({ wish, onClose }: { readonly wish: ThemeWish; readonly onClose: () => void }) {
  const actions = useActions()
  return (
    <ThemeDialog
      count={wish.ids.length}
      onMake={(title) => actions.makeTheme(title, wish.ids, wish.region)}
      onClose={onClose}
    />
  )
}
