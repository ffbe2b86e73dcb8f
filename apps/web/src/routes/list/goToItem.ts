/** Going from one item of the list to another. */
import { afterMenu } from '../../parts/afterMenu.ts'
import { figureKey } from '../board/chosen.ts'

/** Focuses an item's first control and brings it to the middle; where its theme is folded, the theme's heading. */
export function goToItem(key: string, theme: string | null = null): void {
  const item = document.querySelector(`[data-item="${CSS.escape(key)}"]`)
  const target =
    item?.querySelector('[data-edit], [data-more], input') ??
    item ??
    (theme === null ? null : document.querySelector(`[data-theme-id="${CSS.escape(theme)}"] [tabindex="-1"]`))
  if (!(target instanceof HTMLElement)) return
  if (!target.matches('button, input')) target.tabIndex = -1
  target.focus({ preventScroll: true })
  target.scrollIntoView({ block: 'center' })
}

/** To what was just added or changed, once its dialog has closed and the list shows it. */
export function goToFigure(figureId: string): void {
  afterMenu(() => requestAnimationFrame(() => goToItem(figureKey(figureId))))
}
