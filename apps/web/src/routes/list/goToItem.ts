/** Going from one item of the list to another. */

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
