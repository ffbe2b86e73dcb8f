import { MenuItem } from '../../../parts/Menu.tsx'
import { t } from '../../../text/index.ts'
import '../../../text/withFigures.ts'
import { useScene } from '../scene.ts'
import { backdropsOf, makeBackdropOf, takeBackdrop } from './pictureActions.ts'

/** In a picture's menu: it becomes the board's background (facilitators). */
export function BackdropItem({ figureId }: { readonly figureId: string }) {
  const { replica, role, reading } = useScene()
  if (role !== 'facilitator' || reading.drawings.get(figureId)?.kind !== 'picture') return null
  return <MenuItem onSelect={() => makeBackdropOf(replica, figureId)}>{t('figures.backdropMake')}</MenuItem>
}

/** In the board's own menu: takes the background away, where there is one (facilitators). */
export function NoBackdropItem() {
  const { replica, role, reading } = useScene()
  if (role !== 'facilitator' || backdropsOf(reading).length === 0) return null
  return <MenuItem onSelect={() => takeBackdrop(replica)}>{t('figures.backdropRemove')}</MenuItem>
}
