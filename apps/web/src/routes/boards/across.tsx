import { useEffect } from 'react'
import { create } from 'zustand'
import { afterMenu } from '../../parts/afterMenu.ts'
import { later } from '../../parts/later.tsx'
import { MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { useScene } from '../board/scene.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { boardsInSight } from './boardList.ts'

/** Notes and figures of the board on the screen, by id. */
interface Chosen {
  readonly notes: readonly string[]
  readonly figures: readonly string[]
}

const useAcross = create<{ readonly chosen: Chosen | undefined }>()(() => ({ chosen: undefined }))
const CopyAcross = later(async () => (await import('./CopyAcross.tsx')).CopyAcross)

/** *Copy to another board…*, where there is another one and one may write. */
export function AcrossItem(chosen: Chosen) {
  const { view } = useWorkshop()
  const { mayWrite } = useScene()
  if (!mayWrite || boardsInSight(view.boards).length < 2) return null
  const { notes, figures } = chosen
  return (
    <MenuItem onSelect={() => afterMenu(() => useAcross.setState({ chosen: { notes, figures } }))}>
      {t('boards.across')}
    </MenuItem>
  )
}

const close = (): void => useAcross.setState({ chosen: undefined })

/** The dialog that the item opens; once on the board's screen. */
export function AcrossHost() {
  const { mayWrite } = useScene()
  const chosen = useAcross((state) => state.chosen)
  // What was chosen is of this board: on the next one it would be nothing.
  useEffect(() => close, [])
  if (chosen === undefined || !mayWrite) return null
  return <CopyAcross {...chosen} onClose={close} />
}
